"""What a check finds: severity, place, message and the way out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from polyleaf.model.foreign import one_name


class Severity(IntEnum):
    """How much a finding weighs. An ERROR stops a release and a bundle."""

    NOTE = 1
    WARNING = 2
    ERROR = 3


@dataclass(frozen=True, slots=True)
class Location:
    """A place a person can go to.

    Attributes:
        path: Path relative to the project, with forward slashes; "" if there is none.
        line: Line number from 1, or None.
        page: Page number from 1 of a PDF, or None.
        locale: Locale of the translation that is meant (``zh_Hans``), or None.
        area: Where on the page, in pt from its bottom left corner (left, bottom, right, top), or None.
    """

    path: str
    line: int | None = None
    page: int | None = None
    locale: str | None = None
    area: tuple[float, float, float, float] | None = None

    def __str__(self) -> str:
        place = one_name(self.path)
        if self.line is not None:
            place += f":{self.line}"
        if self.page is not None:
            place += f" page {self.page}"
        return place


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, where, and the way out; not yet weighed.

    Attributes:
        message: What is wrong.
        location: Where it was found.
        hint: The way out.
        origin: Of what was found in a finished file: where the text was written in the source language.
        written: The place of its translation, if it is translated.
        prints: All files and pages where the same fault shows, if they are told as one.
    """

    message: str
    location: Location
    hint: str = ""
    origin: Location | None = None
    written: Location | None = None
    prints: tuple[Location, ...] = ()

    def __str__(self) -> str:
        return f"{self.location}: {self.message}"

    @property
    def place(self) -> Location:
        """Where a person mends it."""
        return self.written or self.origin or self.location


Faults = Iterable[Fault]
"""What a check finds on one subject."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault together with the check that found it (``area/bad-pattern``)."""

    check: str
    severity: Severity
    fault: Fault


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding that somebody accepts, with the reason in writing.

    Attributes:
        check: Id of the check that is waived.
        reason: Why; never empty.
        location: Where the waiver is written.
        leaflet: The leaflet it is for, or None for the whole project.
    """

    check: str
    reason: str
    location: Location
    leaflet: str | None = None
