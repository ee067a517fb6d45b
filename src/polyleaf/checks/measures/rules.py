"""A rule of the printed page: what is measured, how much of it is right, and who says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from polyleaf.checks.measures.layout import Layout, Measuring, Spot, layout_of
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.edition import AMERICAN, Edition
from polyleaf.model.finding import Severity
from polyleaf.model.measure import Measure

LARGE, GIANT = 16.0, 22.0
"""Type sizes in pt from which print is large and giant (UKAAF G003; RNIB)."""


class Profile(StrEnum):
    """What an edition is for, by the size of its smallest text."""

    CLEAR = "clear"
    LARGE = "large"
    GIANT = "giant"


def profile(edition: Edition) -> Profile:
    """The profile of an edition."""
    return Profile.GIANT if edition.size >= GIANT else Profile.LARGE if edition.size >= LARGE else Profile.CLEAR


@dataclass(frozen=True, slots=True)
class Limits:
    """What a rule asks for in each profile; None if it asks for nothing.

    Attributes:
        clear, large, giant: The limit.
        american: The limit on American paper (Letter, Legal), if it is another.
    """

    clear: float | None
    large: float | None
    giant: float | None
    american: float | None = None

    def of(self, edition: Edition) -> float | None:
        """The limit of an edition."""
        if self.american is not None and edition.paper in AMERICAN:
            return self.american
        return {Profile.CLEAR: self.clear, Profile.LARGE: self.large, Profile.GIANT: self.giant}[profile(edition)]


def same(limit: float) -> Limits:
    """One limit for every profile."""
    return Limits(limit, limit, limit)


@dataclass(frozen=True, slots=True)
class Broken:
    """Where a rule is broken on one page.

    Attributes:
        spot: The worst place.
        limit: What the rule asks for.
        others: How many more places there are on the page.
    """

    spot: Spot
    limit: float
    others: int


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        check: Id of the check that judges it.
        severity: Weight of breaking it.
        name: What is measured, for people.
        unit: Unit of the figure.
        limits: The limit by profile, or what a project asks; None stands for the size that the edition promises.
        measuring: Measures it.
        source: Who asks for it.
        at_least: Whether the figure must reach the limit; else it must not pass it.
        counted: Whether each spot is one break of the rule, so that the figure is their number.
        rounding: What programs may differ by, in the unit.
    """

    check: str
    severity: Severity
    name: str
    unit: str
    limits: Limits | Callable[[PrintedDocument], float | None] | None
    measuring: Measuring
    source: str
    at_least: bool = False
    counted: bool = False
    rounding: float = 0.0

    def limit(self, subject: PrintedDocument) -> float | None:
        """What the rule asks of a file; None if it asks for nothing."""
        if self.limits is None:
            return subject.edition.size
        return self.limits.of(subject.edition) if isinstance(self.limits, Limits) else self.limits(subject)

    def broken(self, subject: PrintedDocument) -> Iterator[Broken]:
        """Where a file breaks the rule: the worst place of each page."""
        layout, limit = layout_of(subject), self.limit(subject)
        if limit is None:
            return
        by_page: dict[int | None, list[Spot]] = {}
        for spot in layout.spots(self.measuring):
            if self.counted or not self._holds(spot.value, limit):
                by_page.setdefault(spot.page, []).append(spot)
        for spots in by_page.values():
            worst = self._worst(spots)
            words = worst.words or next((spot.words for spot in spots if spot.words), "")
            yield Broken(worst._replace(words=words), limit, len(spots) - 1)

    def measure(self, layout: Layout) -> Measure | None:
        """The figure of a file; None if the rule asks nothing of its edition."""
        limit = self.limit(layout.subject)
        if limit is None:
            return None
        spots = layout.spots(self.measuring)
        worst = self._worst(spots) if spots else Spot(0.0, None, "")
        value = float(len(spots)) if self.counted else worst.value if spots else None
        return Measure(
            name=self.name,
            value=value,
            unit=self.unit,
            limit=limit,
            at_least=self.at_least,
            source=self.source,
            page=worst.page,
            text=worst.words,
            check=self.check,
            severity=self.severity,
            holds=value is None or self._holds(value, limit),
        )

    def _holds(self, value: float, limit: float) -> bool:
        # Said so that a figure that is no number never holds.
        return value >= limit - self.rounding if self.at_least else value <= limit + self.rounding

    def _worst(self, spots: Sequence[Spot]) -> Spot:
        """The first of the worst; no number is worse than any."""
        if self.counted:
            return spots[0]
        sign = -1.0 if self.at_least else 1.0
        return max(spots, key=lambda spot: sign * spot.value if spot.value == spot.value else float("inf"))
