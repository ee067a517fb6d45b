"""Words of what is counted one after another: days, weeks, doses. "1. Woche" is the first week, and no item."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from polyleaf.locales.quantities import with_unit
from polyleaf.locales.table import language, words_of
from polyleaf.locales.words import Units

_TIMES = ("minute", "hour", "day", "week", "month", "year")
_COUNTED = (*_TIMES, "night", "times", "dose")
_SOME = (Decimal(1), Decimal(2), Decimal(5))
"""Numbers that have most forms of a word between them."""


@lru_cache
def counted_words(locale: str) -> frozenset[str]:
    """The words of times and doses in a language, casefolded; ``*`` at the end of one stands for any letters.

    Args:
        locale: The locale (``de``, ``en_GB``).
    """
    known = language(locale)
    own = words_of(known).section(Units).words
    printed = (with_unit("", number, unit, known, "latn").strip(" ()\u00a0") for unit in _TIMES for number in _SOME)
    said = (*printed, *(word for unit in _COUNTED for word in own.get(unit, ())))
    return frozenset(word.casefold() for word in said if word and " " not in word and not word.startswith("*"))
