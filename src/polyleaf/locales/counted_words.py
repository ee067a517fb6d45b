"""Words of what is counted: "1. Woche" is the first week, and no item of a list; "4 weeks" stay on one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from polyleaf.locales.cldr_names import unit_patterns
from polyleaf.locales.shelf import Words as LanguageWords
from polyleaf.locales.table import language, words_of
from polyleaf.locales.units import UNITS
from polyleaf.locales.words import ClockWords, Units
from polyleaf.model.language import Language

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


def counted_words(locale: str) -> WordList:
    """The words of times and doses in a language.

    Args:
        locale: The locale (``de``, ``en_GB``).
    """
    known = language(locale)
    return _counted(known, words_of(known))


def amount_words(known: Language) -> AmountWords:
    """The words and abbreviations of units in a language: "std.", "tablets", "uhr".

    Args:
        known: The language.
    """
    return _amounts(known, words_of(known))


@lru_cache
def _counted(known: Language, words: LanguageWords) -> WordList:
    return _listed(_words(known, words, _TIMES, _ROUND))


@lru_cache
def _amounts(known: Language, words: LanguageWords) -> AmountWords:
    """Words of a file are others once it was changed: a desk that stays open reads them again."""
    units = list(_words(known, words, tuple(UNITS), None))
    if words.section(Units).before_number:
        return AmountWords(before=_listed(units))
    clock = words.section(ClockWords)
    behind = _listed(
        (*units, *(one for one in (*clock.oclock, *clock.before_noon, *clock.after_noon) if " " not in one))
    )
    touching = () if known.spaced else tuple(word for word in behind.whole if not word.isascii())
    return AmountWords(behind, touching, _listed(_words(known, words, _NAMED[:3], _NAMED)))


def _listed(words: Iterable[str]) -> WordList:
    found = frozenset(words)
    return WordList(
        frozenset(word for word in found if "*" not in word),
        tuple(sorted(word[:-1] for word in found if word.find("*") == len(word) - 1)),
    )


def _words(
    known: Language, file: LanguageWords, printed: tuple[str, ...], own: tuple[str, ...] | None
) -> Iterator[str]:
    """CLDR's words for some units, and those of the language's file for others, or for all."""
    words = file.section(Units).words
    printed_so = (known.units.get(unit, {}).values() for unit in printed)
    in_cldr = (unit_patterns(known.cldr, UNITS[unit].cldr) for unit in printed)
    patterns = (form.replace("{0}", "") for forms in (*in_cldr, *printed_so) for form in forms)
    said = (*patterns, *(word for unit in own or words for word in words.get(unit, ())))
    for word in (one.strip(" ()\u00a0").casefold() for one in said):
        if word and " " not in word and word[0] != "*":
            yield word
