"""Units of quantities, and their CLDR keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


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
