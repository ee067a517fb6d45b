"""Phrases in two parts with other words between them: German "setzen Sie die Tabletten ab"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeVar

from polyleaf.locales.keys import BETWEEN, Phrases
from polyleaf.reading.words.pattern import alternatives, fold, source
from polyleaf.reading.words.phrases import Phrasebook, Said

T = TypeVar("T")

_OPEN = BETWEEN.rstrip()
"""Ends a phrase of which the second part need not end its clause."""


class PartedBook(Phrasebook[T]):
    """A phrasebook that also has phrases in two parts, of which the second ends a clause.

    Args:
        meanings: Phrase -> what it means; `` ~ `` stands between two parts.
        spaced: Whether the script has spaces.
        joining: Words that begin another clause: "and", "or".
        glued: Words that may be written together with the phrase behind them: Arabic "و", and.
    """

    def __init__(
        self, meanings: Mapping[str, T], *, spaced: bool = True, joining: Phrases = (), glued: Phrases = ()
    ) -> None:
        two = {phrase: meant for phrase, meant in meanings.items() if BETWEEN in phrase}
        super().__init__(
            {phrase: one for phrase, one in meanings.items() if phrase not in two}, spaced=spaced, glued=glued
        )
        self._firsts_of_two = Phrasebook({phrase.partition(BETWEEN)[0]: True for phrase in two})
        end = rf"(?=\s*(?:[.,;:!?)]|$|(?:{alternatives(joining) or '(?!)'})\b))"
        self._two = tuple((_two_parts(phrase, end), meant) for phrase, meant in two.items())

    def may_hold(self, word: str) -> bool:
        """Whether a phrase may begin with a word."""
        return super().may_hold(word) or (bool(self._two) and self._firsts_of_two.may_hold(word))

    def found(self, text: str) -> Iterator[Said[T]]:
        """The phrases in folded text, without overlaps of those in one part."""
        return self._all(text) if self._two else super().found(text)

    def _all(self, text: str) -> Iterator[Said[T]]:
        two = [(match, meant) for pattern, meant in self._two for match in pattern.finditer(text)]
        yield from (Said(match.start(), match.end(), meant) for match, meant in two)
        for one in super().found(text):
            if not any(match.start() == one.start or match.end() == one.end for match, _ in two):
                yield one


def _two_parts(phrase: str, end: str) -> re.Pattern[str]:
    first, _, last = phrase.partition(BETWEEN)
    if last.endswith(_OPEN):  # English "turn the pump on when …"
        return re.compile(rf"{source((first,))}(?:\s[\w'’-]+){{1,3}}?\s{source((last.removesuffix(_OPEN),))}")
    return re.compile(rf"{source((first,))}[^.,;:!?(]*?\s{re.escape(fold(last))}{end}")
