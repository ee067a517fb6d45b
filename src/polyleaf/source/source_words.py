"""Words of the source language that say what a line is."""

from __future__ import annotations

from dataclasses import dataclass, field

from polyleaf.locales.counted_words import WordList, counted_words
from polyleaf.locales.joining_words import joining_words
from polyleaf.locales.months import month_names


@dataclass(frozen=True, slots=True)
class SourceWords:
    """Words, casefolded.

    Attributes:
        months: Names of months: "3. Oktober" begins no list.
        counted: Times and doses, nor does "1. Woche".
        joining: "and" and "or": the hyphen of "pre- and post-natal" has a space behind it.
    """

    months: frozenset[str] = frozenset()
    counted: WordList = field(default_factory=WordList)
    joining: frozenset[str] = frozenset()


def source_words(locale: str) -> SourceWords:
    """The words of a language.

    Args:
        locale: The locale (``de``, ``en_GB``).
    """
    return SourceWords(month_names(locale), counted_words(locale), joining_words(locale))
