"""The small words of languages that share a script: they tell in which of them a text is written."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from polyleaf.locales.shelf import Words
from polyleaf.locales.table import words_of, words_of_script
from polyleaf.locales.words import SmallWords
from polyleaf.model.language import Language
from polyleaf.reading.words.pattern import Lexicon, lexicon


@lru_cache(maxsize=64)
def _lexicons(members: tuple[tuple[str, Words], ...]) -> Mapping[str, Lexicon]:
    return {locale: lexicon(words.section(SmallWords).words) for locale, words in members}


def another_language(text: str, language: Language) -> str:
    """Locale of the language of the same script that ``text`` is written in if it is not ``language``, else "".

    Small words decide: three and more of another language, and more than twice as many as of the own one.
    """
    own_locale = words_of(language).owner(SmallWords)
    lexicons = _lexicons(words_of_script(language.script, SmallWords))
    if own_locale not in lexicons:
        return ""
    mine = lexicons[own_locale].found(text)
    own, known = len(mine), frozenset(mine)
    counts = {
        locale: sum(word not in known for word in words.found(text))
        for locale, words in lexicons.items()
        if locale != own_locale
    }
    locale = max(counts, key=lambda other: counts[other], default="")
    return locale if locale and counts[locale] >= 3 and counts[locale] > 2 * own else ""  # noqa: PLR2004 - said above
