"""Words of what is counted: "1. Woche" is the first week, and no item of a list; "4 weeks" stay on one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from polyleaf.locales.cldr_names import unit_patterns
from polyleaf.locales.table import language, words_of
from polyleaf.locales.units import UNITS
from polyleaf.locales.words import ClockWords, Units

_TIMES = ("minute", "hour", "day", "week", "month", "year")
_ROUND = (*_TIMES, "night", "times", "dose")
"""What comes one after another."""
_NAMED = ("day", "week", "month", "night", "dose")
"""What has a number behind it for a name: day 3, week 12."""


@dataclass(frozen=True, slots=True)
class WordList:
    """Words, casefolded, and beginnings of words."""

    whole: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()

    def __contains__(self, word: str) -> bool:
        """Whether a casefolded word is one of them."""
        return word in self.whole or word.startswith(self.stems)


@dataclass(frozen=True, slots=True)
class AmountWords:
    """What stands beside the number of an amount.

    Attributes:
        behind: Units behind their number.
        touching: The same that begin what stands there, in a script without spaces.
        before: Units before their number: "dakika 30", "day 3".
    """

    behind: WordList = WordList()
    touching: tuple[str, ...] = ()
    before: WordList = WordList()


@lru_cache
def counted_words(locale: str) -> WordList:
    """The words of times and doses in a language.

    Args:
        locale: The locale (``de``, ``en_GB``).
    """
    return _listed(_words(locale, _TIMES, _ROUND))


@lru_cache
def amount_words(locale: str) -> AmountWords:
    """The words and abbreviations of units in a language: "std.", "tablets", "uhr".

    Args:
        locale: The locale.
    """
    known = language(locale)
    words = words_of(known)
    units = list(_words(locale, tuple(UNITS), None))
    if words.section(Units).before_number:
        return AmountWords(before=_listed(units))
    clock = words.section(ClockWords)
    behind = _listed(
        (*units, *(one for one in (*clock.oclock, *clock.before_noon, *clock.after_noon) if " " not in one))
    )
    touching = () if known.spaced else tuple(word for word in behind.whole if not word.isascii())
    return AmountWords(behind, touching, _listed(_words(locale, _NAMED[:3], _NAMED)))


def _listed(words: Iterable[str]) -> WordList:
    found = frozenset(words)
    return WordList(
        frozenset(word for word in found if "*" not in word),
        tuple(sorted(word[:-1] for word in found if word.find("*") == len(word) - 1)),
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
