"""Catalogs of one language beside each other: what counts as the same text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from polyleaf.checks.translation_parts.entries import translated_entries
from polyleaf.model.catalog_view import Entry
from polyleaf.model.subject import LocaleCatalogs
from polyleaf.reading.words.pattern import fold

_LEAST_WORDS = 3
_ALIKE = 0.75
"""Two sources that are so much alike may have one translation ("Call the ward." and "Please call the ward.")."""

_NO_LETTER = re.compile("[\\s.,:;!?*_()۔।。，、：؟،“”\"']+")

_LONGEST = 400
"""Characters of a text that are compared; the cost grows with the square."""


def printed_together(together: LocaleCatalogs) -> Iterator[Entry]:
    """Every printed translation of all catalogs."""
    for catalog in together.catalogs:
        yield from translated_entries(catalog)


@lru_cache(maxsize=4096)
def letters(text: str) -> str:
    """The letters, digits and placeholders of a text: signs, spaces and case do not make another text."""
    return _NO_LETTER.sub("", fold(text))


def long_enough(text: str) -> bool:
    """Whether a text is long enough that an equal one is no coincidence."""
    return len(text.split()) >= _LEAST_WORDS


def different(one: str, other: str) -> bool:
    """Whether two texts say different things, as far as their letters tell."""
    here, there = letters(one)[:_LONGEST], letters(other)[:_LONGEST]
    if here == there:
        return False
    matcher = SequenceMatcher(None, here, there, autojunk=False)
    return matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE or matcher.ratio() < _ALIKE
