"""``page/text-turned``."""

from __future__ import annotations

from collections.abc import Iterator

from polyleaf.checks.engine import Example, check
from polyleaf.checks.measures.thresholds import TURNED
from polyleaf.checks.pages import and_more, place, told
from polyleaf.checks.samples.page import GOOD, a_line, a_page_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.finding import Fault, Severity
from polyleaf.model.pdf_facts import Look


@check(
    "page/text-turned",
    severity=Severity.ERROR,
    rationale="""
        Turned text is read letter by letter, by turning the page or the head, which not everybody can.
    """,
    references=("RNIB Clear Print: text is horizontal",),
    example=Example(bad="A table head turned by 90 degrees", good="A table head in two lines"),
    good=lambda: a_page_of(*GOOD),
    bad=lambda: a_page_of(a_line("Somebody must drive you.", look=Look(turn=90.0))),
)
def text_turned(subject: PrintedDocument) -> Iterator[Fault]:
    """Text is not horizontal."""
    for broken in TURNED.broken(subject):
        spot = broken.spot
        yield Fault(
            f"{told(spot.words)} is turned by {spot.value:.0f} degrees{and_more(broken.others)}",
            place(subject, spot.page),
            "Set it horizontally; no transform, no writing-mode for text",
        )
