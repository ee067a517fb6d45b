"""A rule of the printed page: what is measured, how much of it is right, and who says so.

It stands in the file of the check that judges it; certificates walk the checks for them. Figures are those of the
sources; where sources differ, the one that helps the reader with low vision more. An error with a milder warning
beside it is two checks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from polyleaf.checks.check import Check
from polyleaf.checks.measures.layout import FileLayout, Measuring, Spot, Spots, layout_of
from polyleaf.checks.pdf_subjects import place, told
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.edition import AMERICAN, Edition
from polyleaf.model.finding import Fault, Location
from polyleaf.model.measure import Measure

LARGE, GIANT = 16.0, 22.0
"""Type sizes in pt from which print is large and giant (UKAAF G003; RNIB)."""


class Readability(StrEnum):
    """What an edition is for, by the size of its smallest text."""

    CLEAR = "clear"
    LARGE = "large"
    GIANT = "giant"


def readability(edition: Edition) -> Readability:
    """The readability profile of an edition."""
    return (
        Readability.GIANT
        if edition.size >= GIANT
        else Readability.LARGE
        if edition.size >= LARGE
        else Readability.CLEAR
    )


@dataclass(frozen=True, slots=True)
class Limits:
    """What a rule asks for in each readability profile; None if it asks for nothing.

    Attributes:
        clear, large, giant: The limit.
        american: The limit on American paper (Letter, Legal), if it is another.
        slender: The limit on the panels of a folded sheet and on DL, if it is another.
    """

    clear: float | None
    large: float | None
    giant: float | None
    american: float | None = None
    slender: float | None = None

    def of(self, edition: Edition) -> float | None:
        """The limit of an edition."""
        if self.slender is not None and edition.is_slender:
            return self.slender
        if self.american is not None and edition.paper in AMERICAN:
            return self.american
        return {Readability.CLEAR: self.clear, Readability.LARGE: self.large, Readability.GIANT: self.giant}[
            readability(edition)
        ]


def spots_of(faults: Callable[[PrintedDocument], Iterable[Fault]]) -> Measuring:
    """Measures by what a check finds: each fault is a spot."""

    def measuring(layout: FileLayout) -> Spots:
        return (Spot(1, fault.location.page, fault.message) for fault in faults(layout.subject))

    return measuring


@dataclass(frozen=True, slots=True)
class Broken:
    """Where a rule is broken on one page.

    Attributes:
        subject: The file.
        spot: The worst place.
        limit: What the rule asks for.
        others: How many more places there are on the page.
    """

    subject: PrintedDocument
    spot: Spot
    limit: float
    others: int

    @property
    def value(self) -> float:
        """The figure of the worst place."""
        return self.spot.value

    @property
    def words(self) -> str:
        """The words there, in quotation marks."""
        return told(self.spot.words)

    def fault(self, message: str, hint: str, *, more: bool = True, set_in: str = "", of_edition: bool = False) -> Fault:
        """What a check says of it: on its page, with the number of the other places there unless ``more`` is off.

        Args:
            message: What is wrong.
            hint: The way out, for people who write Markdown.
            more: Whether to count the other places.
            set_in: The file that is to be changed, if it is not the one the words stand in.
            of_edition: Whether it is changed where that file names the edition.
        """
        others = f", and {self.others} more on the page" if more and self.others else ""
        spot = self.spot
        origin, written = layout_of(self.subject).origins.of(spot.words, spot.page)
        if set_in:
            origin, written = Location(set_in, self.subject.edition.line if of_edition else None), None
        return Fault(message + others, place(self.subject, spot.page), hint, origin, written)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        name: What is measured, for people.
        unit: Unit of the figure.
        limits: One limit for all, one by readability profile, or what a project asks; None stands for the size that
            the edition promises.
        measuring: Measures it.
        source: Who asks for it.
        at_least: Whether the figure must reach the limit; else it must not pass it.
        counted: Whether each spot is one break of the rule, so that the figure is their number.
        rounding: What programs may differ by, in the unit.
    """

    name: str
    unit: str
    limits: float | Limits | Callable[[PrintedDocument], float | None] | None
    measuring: Measuring
    source: str
    at_least: bool = False
    counted: bool = False
    rounding: float = 0.0

    def limit(self, subject: PrintedDocument) -> float | None:
        """What the rule asks of a file; None if it asks for nothing."""
        if self.limits is None:
            return subject.edition.size
        if isinstance(self.limits, Limits):
            return self.limits.of(subject.edition)
        return self.limits(subject) if callable(self.limits) else self.limits

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
            yield Broken(subject, worst._replace(words=words), limit, len(spots) - 1)

    def measure(self, layout: FileLayout, judge: Check[Any]) -> Measure | None:
        """The figure of a file that a check judges by this rule; None if the rule asks nothing of its edition."""
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
            check=judge.id,
            severity=judge.severity,
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
