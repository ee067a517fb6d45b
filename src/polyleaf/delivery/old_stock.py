"""Which boxes of an earlier job are still current, and what must be printed again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from polyleaf.delivery.archive import opened_archive
from polyleaf.delivery.job_ticket import MOST_BYTES, NAME, JobItem, JobTicket, read_ticket
from polyleaf.inspecting.currency import Currency
from polyleaf.inspecting.verify import Verifier


@dataclass(frozen=True, slots=True)
class Box:
    """Old stock of one print.

    Attributes:
        item: What is in it.
        keep: Whether it may still be handed out.
        present: The code that is printed now for the same leaflet, language and edition; "" if none is.
        reasons: Why it is not current, or what else to know.
    """

    item: JobItem
    keep: bool
    present: str
    reasons: tuple[str, ...]


def read_bundle(path: Path) -> JobTicket:
    """The job ticket of an earlier bundle.

    Raises:
        UsageError: It is no bundle of polyleaf.
    """
    with opened_archive(path, str(path)) as archive:
        return read_ticket(archive.read(NAME, MOST_BYTES), f"{path}:{NAME}")


def compare(old: Iterable[JobItem], verifier: Verifier, *, drafts: bool = False) -> tuple[Box, ...]:
    """What is in the boxes, held against what the project prints now.

    Args:
        old: What is in them.
        verifier: Knows the project.
        drafts: Whether drafts are asked for: then a box of present drafts need not be printed again.
    """
    fit = {Currency.CURRENT, Currency.UNAPPROVED} if drafts else {Currency.CURRENT}
    old = tuple(old)
    recorded = {item.code: item.print for item in old}
    boxes = []
    for item in old:
        answer = verifier.code(item.code, recorded)
        keep = answer.currency in fit and answer.print is not None and answer.print.text == item.text
        boxes.append(Box(item, keep, answer.present[0], answer.reasons))
    return tuple(boxes)
