"""The tables of a language, and what is made of them: once for each language."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

from polyleaf.locales.shelf import Words
from polyleaf.locales.table import words_of
from polyleaf.model.language import Language

T = TypeVar("T")


def once_a_language(make: Callable[[Language, Words], T]) -> Callable[[Language], T]:
    """A function of a language and its words that is worked out once for them, and asked by the language alone."""
    worked_out = lru_cache(maxsize=256)(make)

    @wraps(make)
    def found(language: Language) -> T:
        return worked_out(language, words_of(language))

    return found
