"""Words that join two things, "and" and "or": behind a hyphen they say that it stands for the end of a later word."""

from __future__ import annotations

from functools import lru_cache

from polyleaf.locales.cldr_names import joined_two
from polyleaf.locales.table import language


@lru_cache
def joining_words(locale: str) -> frozenset[str]:
    """The words for "and" and "or" of a language, casefolded.

    Args:
        locale: The locale (``de``, ``en_GB``).
    """
    between = (pattern.format("", "") for pattern in joined_two(language(locale).cldr))
    return frozenset(word.casefold() for words in between for word in words.split() if word.isalpha())
