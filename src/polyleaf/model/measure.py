"""A figure measured on a finished page, beside the rule it must keep."""

from __future__ import annotations

from dataclasses import dataclass

from polyleaf.model.finding import Severity


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
