"""What a preflight of one file found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from polyleaf.model.finding import Finding, Severity
from polyleaf.model.pdf_facts import Rect


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as it is shown in a report.

    Attributes:
        number: From 1.
        media: The whole sheet, in pt.
        cut: The page as it is cut, in pt.
    """

    number: int
    media: Rect
    cut: Rect

    def from_corner(self, area: Rect) -> Rect:
        """A place on the page in mm from the top left corner of the cut page: left, top, right, bottom."""
        left, top = self.cut[0], self.cut[3]
        sides = (area[0] - left, top - area[3], area[2] - left, top - area[1])
        x0, y0, x1, y1 = (side * 25.4 / 72 for side in sides)
        return (x0, y0, x1, y1)


@dataclass(frozen=True, slots=True)
class PreflightReport:
    """The result for one file.

    Attributes:
        path: As findings print it.
        preset: Name of what it was held against.
        pages: Its pages; none if it could not be read.
        summary: What it is, in words: label and value.
        findings: Sorted by page.
        notes: What was not looked at, and why.
        pictures: PNG pictures of pages with findings, by page number.
    """

    path: str
    preset: str
    pages: tuple[Sheet, ...]
    summary: tuple[tuple[str, str], ...]
    findings: tuple[Finding, ...]
    notes: tuple[str, ...] = ()
    pictures: Mapping[int, bytes] = field(default_factory=dict)

    @property
    def passed(self) -> bool:
        """Whether no finding is an ERROR."""
        return all(finding.severity is not Severity.ERROR for finding in self.findings)

    def sheet(self, number: int | None) -> Sheet | None:
        """The page of that number."""
        return next((page for page in self.pages if page.number == number), None)


@dataclass(frozen=True, slots=True)
class NotJudged:
    """A file that could not be judged.

    Attributes:
        path: As findings print it.
        message, hint: Why, and what to do.
    """

    path: str
    message: str
    hint: str
