"""The small words of languages that share a script: they tell in which of them a text is written."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from polyleaf.locales.shelf import Words
from polyleaf.locales.table import words_of, words_of_script
from polyleaf.locales.words import SmallWords
from polyleaf.model.language import Language
from polyleaf.reading.words.pattern import Lexicon, fold, lexicon, runs

_LEAST = 3
"""Small words of another language below which a text may have them by chance."""


class _Neighbours:
    """The small words of every language of a script."""

    def __init__(self, members: tuple[tuple[str, Words], ...]) -> None:
        self.lexicons: Mapping[str, Lexicon] = {
            locale: lexicon(words.section(SmallWords).words) for locale, words in members
        }
        self._of_run: dict[str, list[str]] = {}
        for locale, words in self.lexicons.items():
            for run in words.runs or ():
                self._of_run.setdefault(run, []).append(locale)
        self._unsure = [locale for locale, words in self.lexicons.items() if words.runs is None]

    def likely(self, text: str) -> frozenset[str]:
        """The languages of which a text may have enough small words."""
        counts: dict[str, int] = {}
        for run in runs(fold(text)):
            for locale in self._of_run.get(run, ()):
                counts[locale] = counts.get(locale, 0) + 1
        return frozenset((*self._unsure, *(locale for locale, count in counts.items() if count >= _LEAST)))


@lru_cache(maxsize=64)
def _neighbours(members: tuple[tuple[str, Words], ...]) -> _Neighbours:
    return _Neighbours(members)


def may_be_another(text: str, language: Language) -> bool:
    """Whether a text, or a part of it, may be in another language of the same script; its words are counted once."""
    neighbours = _neighbours(words_of_script(language.script, SmallWords))
    return bool(neighbours.likely(text) - {words_of(language).owner(SmallWords)})


def another_language(text: str, language: Language) -> str:
    """Locale of the language of the same script that ``text`` is written in if it is not ``language``, else "".

    Small words decide: three and more of another language, and more than twice as many as of the own one.
    """
    own_locale = words_of(language).owner(SmallWords)
    neighbours = _neighbours(words_of_script(language.script, SmallWords))
    if own_locale not in neighbours.lexicons:
        return ""
    likely = neighbours.likely(text) - {own_locale}
    if not likely:
        return ""
    mine = neighbours.lexicons[own_locale].found(text)
    own, known = len(mine), frozenset(mine)
    counts = {
        locale: sum(word not in known for word in words.found(text))
        for locale, words in neighbours.lexicons.items()
        if locale in likely
    }
    locale = max(counts, key=lambda other: counts[other])
    return locale if counts[locale] >= _LEAST and counts[locale] > 2 * own else ""
