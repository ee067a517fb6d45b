"""Amounts that are said without a number of their own: "twice", "a fortnight", German "achtstündig"."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from polyleaf.locales.words import Numbers, Units

_ONCE = (Fraction(1), "times")
"""What is said once counts nothing: German "einmal" is "some day", too."""


def said_amounts(numbers: Numbers, units: Units) -> Mapping[str, tuple[Fraction, str]]:
    """Each phrase with its value and its unit: those of the table, and every number written together with a unit."""
    compounds = {
        f"{begin}{end}": (value, unit)
        for value, begins in numbers.compound.items()
        for unit, ends in units.compound.items()
        for begin in begins
        for end in ends
        if (value, unit) != _ONCE
    }
    keys = {key: (Fraction(key.partition(" ")[0]), key.partition(" ")[2]) for key in units.said}
    return compounds | {phrase: keys[key] for key, phrases in units.said.items() for phrase in phrases}
