"""``job.json``: what a print shop must know of each file, for its machines; the job sheet says the same to people."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import MISSING, asdict, dataclass, field, fields
from typing import Any

from polyleaf.building.prints_file import Print
from polyleaf.errors import UsageError
from polyleaf.model.artifact import State
from polyleaf.model.print_code import is_code

NAME = "job.json"
FORMAT = 1
MOST_BYTES = 32 * 1024 * 1024
"""Of ``job.json``; an item takes 1 kB."""

_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class JobItem:
    """One file to print.

    Attributes:
        file: Its name in the bundle.
        sha256: Of the file, in hexadecimal.
        code: The code on its last page and in its slug line.
        text: SHA-256 of all that is printed on it: the same text is the same print, whatever the file.
        leaflet: Name of the leaflet.
        document: The organisation's own code of the leaflet.
        title: In the source language.
        version: Of the leaflet.
        review_by: Date by which it is reviewed, ISO 8601.
        state: Draft or release.
        locale: Of the text (``zh_Hans``).
        language, native: The language in English and in its own script.
        direction: ``ltr`` or ``rtl``.
        binding: The edge where the pages are folded or stapled: ``left`` or ``right``.
        edition: As ordered.
        pages: Number of pages.
        width, height, bleed: Trim size and bleed in mm.
        colours: Inks on the front and the back (``4/4``, ``1/1``; ``4/0`` for one page).
        condition: The printing condition that the file is made for.
        stock, finishing: Paper and finishing, in words; "" if nothing is ordered.
        copies: How many; 0 if no order was given.
        preflight: Name of its preflight report in the bundle.
        errors, warnings: Findings of that report.
        blanks: Blank pages that come to its own when it is bound as ordered.
        job, delivery, wanted: The number of the order, where to, and by which date (ISO 8601), or "".
        unsettled: What is wrong with the order, in words, or "".
    """

    file: str
    sha256: str
    code: str
    text: str
    leaflet: str
    document: str
    title: str
    version: str
    review_by: str
    state: str
    locale: str
    language: str
    native: str
    direction: str
    binding: str
    edition: str
    pages: int
    width: float
    height: float
    bleed: float
    colours: str
    condition: str
    stock: str
    finishing: str
    copies: int
    preflight: str
    errors: int
    warnings: int
    blanks: int = 0
    job: str = ""
    delivery: str = ""
    wanted: str = ""
    unsettled: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """Leaflet, locale and edition."""
        return self.leaflet, self.locale, self.edition

    @property
    def print(self) -> Print:
        """The item as the record of prints has it."""
        return Print(
            self.code,
            self.leaflet,
            self.locale,
            self.edition,
            self.version,
            State(self.state),
            self.text,
            (self.sha256,),
        )


@dataclass(frozen=True, slots=True)
class JobTicket:
    """A whole job.

    Attributes:
        organisation: Who orders.
        proof_contact: Who answers questions and releases the proof; "" if nobody is named.
        items: The files, by leaflet, locale and edition.
        documents: SHA-256 of the other files of the bundle by their names.
        still_current: Prints of an earlier job that are not printed again, because nothing has changed on paper.
    """

    organisation: str
    proof_contact: str
    items: tuple[JobItem, ...]
    documents: Mapping[str, str] = field(default_factory=dict)
    still_current: tuple[JobItem, ...] = ()

    @property
    def stock(self) -> tuple[JobItem, ...]:
        """Every print that lies in a box somewhere."""
        return (*self.items, *self.still_current)


def ticket_json(ticket: JobTicket) -> bytes:
    """The ticket as ``job.json``."""
    content = {
        "format": FORMAT,
        "organisation": ticket.organisation,
        "proof_contact": ticket.proof_contact,
        "items": [asdict(item) for item in ticket.items],
        "documents": dict(sorted(ticket.documents.items())),
        "still_current": [asdict(item) for item in ticket.still_current],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def read_ticket(data: bytes, shown_as: str) -> JobTicket:
    """The ticket in the bytes of a ``job.json``, which may come from anybody.

    Raises:
        UsageError: It is none.
    """
    try:
        return _parsed(data)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        reason = f"{type(error).__name__}: {error}" if isinstance(error, KeyError) else str(error)
        raise UsageError(
            f"{shown_as} is no job ticket of polyleaf: {reason[:120]}", "Take the file as `polyleaf package` wrote it."
        ) from error


def _parsed(data: bytes) -> JobTicket:
    if len(data) > MOST_BYTES:
        raise ValueError(f"it is larger than {MOST_BYTES // 1024 // 1024} MB")
    content = json.loads(data)
    if content["format"] != FORMAT:
        raise ValueError(f"its format is {content['format']!r}, not {FORMAT}")
    documents = content["documents"]
    if not all(isinstance(name, str) and _is_digest(digest) for name, digest in documents.items()):
        raise ValueError("`documents` is not a list of files and digests")
    items = tuple(_item(entry) for entry in content["items"])
    still = tuple(_item(entry) for entry in content["still_current"])
    return JobTicket(_text(content, "organisation"), _text(content, "proof_contact"), items, documents, still)


_KINDS: dict[str, tuple[type, ...]] = {
    "str": (str,),
    "int": (int,),
    "float": (float, int),
}


def _item(entry: Mapping[str, Any]) -> JobItem:
    values = {}
    for one in fields(JobItem):
        if one.name not in entry and one.default is not MISSING:
            continue  # a ticket from before there was such a field
        value = entry[one.name]
        if type(value) not in _KINDS[str(one.type)]:
            raise ValueError(f"`{one.name}` is {value!r}")
        values[one.name] = value
    item = JobItem(**values)
    if not _is_digest(item.sha256) or not _is_digest(item.text) or not is_code(item.code):
        raise ValueError(f"digest or code of {item.file[:80]!r} is none")
    State(item.state)
    return item


def _is_digest(value: object) -> bool:
    return isinstance(value, str) and _DIGEST.fullmatch(value) is not None


def _text(content: Mapping[str, Any], key: str) -> str:
    if not isinstance(content[key], str):
        raise TypeError(f"`{key}` is {content[key]!r}")
    return str(content[key])
