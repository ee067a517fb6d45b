"""Unit words that CLDR does not have: inflected forms and what people also write, in the notation of ``pattern``.

CLDR gives one to four forms of each unit; a translator inflects them ("w ciągu 6 godzin", "po 6 godzinach"). One row
a language, keyed by the language's code without its region; a language without a row is read with CLDR's forms.
"""

from __future__ import annotations

from collections.abc import Mapping

from polyleaf.reading.words.units_east import EAST
from polyleaf.reading.words.units_west import WEST

ANYWHERE: Mapping[str, str] = {
    "second": "s sec sec.",
    "minute": "min min. mins",
    "hour": "h hr hrs",
    "mcg": "mcg µg μg ug mcgs",
    "mg": "mg mgs",
    "g": "g",
    "kg": "kg kgs",
    "ml": "ml mls",
    "l": "l",
    "mm": "mm",
    "cm": "cm",
    "m": "m",
    "km": "km",
    "celsius": "°c ° ℃",
    "IU": "iu i.u. ui u.i. ie i.e. j.m.",
    "%": "%",
}
"""Symbols that every language uses, beside its own words."""

UNIT_WORDS: Mapping[str, Mapping[str, str]] = {**WEST, **EAST}
"""Unit words by language and unit."""

JOINERS: Mapping[str, str] = {
    "ro": r"(?:de\s)?",
    "ta": r"(?:வரை\s)?",
    "zh": r"[个個]?",
    "es": r"(?:de\s)?",
    "so": r"(?:ka?\s)?",
}
"""What may stand between a number and its unit: Romanian "20 de minute", Chinese "3个小时"."""
