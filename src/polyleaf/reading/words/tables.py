"""The tables of a language, and what is made of them: once for each language."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

from polyleaf.locales.shelf import Words
from polyleaf.locales.table import words_of
from polyleaf.model.language import Language

T = TypeVar("T")

_MOST = 256
"""Languages that are remembered."""


def once_a_language(make: Callable[[Language, Words], T]) -> Callable[[Language], T]:
    """A function of a language and its words that is worked out once for them, and asked by the language alone."""
    worked_out = lru_cache(maxsize=_MOST)(make)
    latest: dict[int, tuple[Language, Words, T]] = {}

    @wraps(make)
    def found(language: Language) -> T:
        words = words_of(language)
        # To compare two languages is slow, and it is the same one again and again; kept, no other has its place.
        told = latest.get(id(language))
        if told is None or told[1] is not words:
            if len(latest) >= _MOST:
                latest.clear()
            told = latest[id(language)] = (language, words, worked_out(language, words))
        return told[2]

    return found
