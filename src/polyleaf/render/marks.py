"""Marks that texts carry into the page as HTML, so that their places are known; they are taken out before it is set."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from polyleaf.model.document import Phrases
from polyleaf.model.language import Language

_FIRST = 0xE0100
_OPEN, _CLOSE = chr(_FIRST + 10), chr(_FIRST + 11)
"""Characters round the number of a text.

They and its figures are selectors of variants that no font has: they belong to the letter before them, so that nothing
that is done for words that run the other way takes a mark apart.
"""

_MARK = re.compile(f"{_OPEN}([{chr(_FIRST)}-{chr(_FIRST + 9)}]+){_CLOSE}")


@dataclass(frozen=True, slots=True)
class MarkedPhrases(Phrases):
    """The words of the templates, each with its number behind it."""

    number: Callable[[str, str], int]

    def find(self, msgid: str, context: str = "") -> tuple[str, Language]:
        """The phrase with its mark, and the language it is in."""
        words, language = Phrases.find(self, msgid, context)
        return words + mark_of(self.number(context, msgid)), language


def mark_of(number: int) -> str:
    """The mark with a number."""
    return "".join((_OPEN, *(chr(_FIRST + int(figure)) for figure in str(number)), _CLOSE))


def numbers_in(words: str) -> set[int]:
    """The numbers of the marks in a text."""
    return {int("".join(str(ord(char) - _FIRST) for char in mark)) for mark in _MARK.findall(words)}


def is_marked(words: str) -> bool:
    """Whether a text has a mark in it."""
    return _OPEN in words


def unmarked(words: str) -> str:
    """A text without its marks."""
    return _MARK.sub("", words)
