"""A figure measured on a finished page, beside the rule it must keep."""

from __future__ import annotations

from dataclasses import dataclass

from polyleaf.model.edition import Edition
from polyleaf.model.finding import Severity
from polyleaf.model.language import Language


@dataclass(frozen=True, slots=True)
class Measure:
    """The extreme that was found of one quantity.

    Attributes:
        name: What was measured ("Smallest text").
        value: The figure; None if there is nothing on the pages to measure.
        unit: Its unit ("pt"), "" for a bare number.
        limit: What the rule asks for.
        at_least: Whether the figure must reach the limit; else it must not pass it.
        source: Who asks for it.
        page: Where the figure was found, or None.
        text: The words it was found on, or "".
        check: Id of the check that judges it.
        severity: Weight of breaking the rule.
        holds: Whether the rule is kept, roundings of other programs forgiven.
    """

    name: str
    value: float | None
    unit: str
    limit: float
    at_least: bool
    source: str
    page: int | None
    text: str
    check: str
    severity: Severity
    holds: bool


@dataclass(frozen=True, slots=True)
class MeasuredFile:
    """All that was measured on one finished file: what a certificate shows.

    Attributes:
        path: As findings print it.
        leaflet: Name of the leaflet.
        title: Its title as printed.
        code, version: Of the leaflet.
        language: What the file is in.
        edition: What it was set for.
        pages: How many it has.
        draft: Whether its pages say that it is a draft.
        measures: What was measured, rule by rule.
    """

    path: str
    leaflet: str
    title: str
    code: str
    version: str
    language: Language
    edition: Edition
    pages: int
    draft: bool
    measures: tuple[Measure, ...]
