"""Words of what is counted: "1. Woche" is the first week, and no item of a list; "2 Std." stay on one line."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from polyleaf.locales.cldr_names import unit_patterns
from polyleaf.locales.table import language, words_of
from polyleaf.locales.units import UNITS
from polyleaf.locales.words import ClockWords, Units

_TIMES = ("minute", "hour", "day", "week", "month", "year")
_ROUND = (*_TIMES, "night", "times", "dose")
"""What comes one after another."""

_SHORT, _ABBREVIATED = 4, 6
"""Letters of a short word, and characters of one that ends in a full stop."""


@lru_cache
def counted_words(locale: str) -> frozenset[str]:
    """The words of times and doses in a language, casefolded; ``*`` at the end of one stands for any letters.

    Args:
        locale: The locale (``de``, ``en_GB``).
    """
    return frozenset(_words(locale, _TIMES, _ROUND))


@lru_cache
def short_units(locale: str) -> frozenset[str]:
    """The short words and abbreviations of units in a language, casefolded: "std.", "godz", "uhr".

    Args:
        locale: The locale.
    """
    clock = words_of(language(locale)).section(ClockWords).oclock
    found = (*_words(locale, tuple(UNITS), None), *clock)
    return frozenset(
        word for word in found if "*" not in word and len(word) <= (_ABBREVIATED if word[-1] == "." else _SHORT)
    )


def _words(locale: str, printed: tuple[str, ...], own: tuple[str, ...] | None) -> Iterator[str]:
    """CLDR's words for some units, and those of the language's file for others, or for all."""
    known = language(locale)
    words = words_of(known).section(Units).words
    patterns = (form.replace("{0}", "") for unit in printed for form in unit_patterns(known.cldr, UNITS[unit].cldr))
    said = (*patterns, *(word for unit in own or words for word in words.get(unit, ())))
    for word in (one.strip(" ()\u00a0").casefold() for one in said):
        if word and " " not in word and word[0] != "*":
            yield word
