"""Units of quantities, and their CLDR keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit.

    Attributes:
        cldr: Key in CLDR's units; "" if CLDR does not know it.
        words: Written out in every language: times, and units whose symbols are misread (``µg`` as mg, ``l`` as 1).
        below_zero: Whether there may be less than nothing of it.
    """

    cldr: str
    words: bool = False
    below_zero: bool = False


UNITS: Mapping[str, Unit] = {
    "second": Unit("duration-second", words=True),
    "minute": Unit("duration-minute", words=True),
    "hour": Unit("duration-hour", words=True),
    "day": Unit("duration-day", words=True),
    "week": Unit("duration-week", words=True),
    "month": Unit("duration-month", words=True),
    "year": Unit("duration-year", words=True),
    "mcg": Unit("mass-microgram", words=True),
    "mg": Unit("mass-milligram"),
    "g": Unit("mass-gram"),
    "kg": Unit("mass-kilogram"),
    "ml": Unit("volume-milliliter"),
    "l": Unit("volume-liter", words=True),
    "mm": Unit("length-millimeter"),
    "cm": Unit("length-centimeter"),
    "m": Unit("length-meter", words=True),
    "km": Unit("length-kilometer", words=True),
    "celsius": Unit("temperature-celsius", below_zero=True),
    "IU": Unit(""),
}
"""Units a ``Quantity`` may have."""

SCALE: Mapping[str, tuple[str, Fraction]] = {
    "second": ("time", Fraction(1)),
    "minute": ("time", Fraction(60)),
    "hour": ("time", Fraction(3600)),
    # A day is not 24 hours to a patient ("the day before"), nor is a month four weeks.
    "day": ("days", Fraction(1)),
    "whole day": ("time", Fraction(24 * 3600)),  # Polish "doba" is 24 hours, and a day too
    "alternate night": ("days", Fraction(1)),  # two of them are every other night
    "week": ("days", Fraction(7)),
    "month": ("months", Fraction(1)),
    "year": ("months", Fraction(12)),
    "mcg": ("mass", Fraction(1)),
    "mg": ("mass", Fraction(10**3)),
    "g": ("mass", Fraction(10**6)),
    "kg": ("mass", Fraction(10**9)),
    "ml": ("volume", Fraction(1)),
    "l": ("volume", Fraction(1000)),
    "mm": ("length", Fraction(1)),
    "cm": ("length", Fraction(10)),
    "m": ("length", Fraction(1000)),
    "km": ("length", Fraction(10**6)),
}
"""Unit -> what it measures, and its size: 0.5 g are 500 mg."""
