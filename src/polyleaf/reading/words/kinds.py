"""Words of several kinds: which of them a text has is asked of each of its words once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from polyleaf.locales.keys import BETWEEN, Phrases
from polyleaf.reading.words.parted import PartedBook
from polyleaf.reading.words.phrases import Phrasebook, vocabulary

Names = frozenset[str]
"""What a phrase may stand for."""

Table = Mapping[str, Phrases]
"""Phrases by what they stand for."""


_PRESSURE = re.compile(r"(?<=\d) [^\W\d_]+ (?=\d\d)")


class Kinds:
    """The words of several kinds of one language.

    Args:
        tables: The phrases of each kind.
        spaced: Whether spaces part the words of the language.
        joining: Words that begin another clause.
        glued: Words that may be written together with the phrase behind them.

    Attributes:
        books: The words of each kind.
    """

    def __init__(
        self, tables: Mapping[str, Table], *, spaced: bool = True, joining: Phrases = (), glued: Phrases = ()
    ) -> None:
        self._tables, self._spaced, self._glued = tables, spaced, glued
        self._of_word: dict[str, tuple[str, ...]] = {}
        self.books: Mapping[str, Phrasebook[Names]] = _Books(tables, spaced=spaced, joining=joining, glued=glued)

    def names(self, kind: str) -> Names:
        """What the phrases of a kind may stand for."""
        return frozenset(self._tables.get(kind, ()))

    def likely(self, text: str) -> Iterator[str]:
        """The kinds that folded text may have words of."""
        kinds: set[str] = set()
        for word in vocabulary(text, spaced=self._spaced):
            known = self._of_word.get(word)
            if known is None:
                known = self._of_word[word] = self._kinds_of(word)
            kinds.update(known)
        return filter(kinds.__contains__, self.books)

    def _kinds_of(self, word: str) -> tuple[str, ...]:
        if not self._all.may_hold(word):  # few words are any of them
            return ()
        return tuple(kind for kind, book in self.books.items() if book.may_hold(word))

    @cached_property
    def _all(self) -> Phrasebook[bool]:
        """The beginnings of all phrases."""
        every = (phrase for table in self._tables.values() for phrases in table.values() for phrase in phrases)
        firsts = {phrase.partition(BETWEEN)[0]: True for phrase in every}
        return Phrasebook(firsts, spaced=self._spaced, glued=self._glued)


class _Books(Mapping[str, Phrasebook[Names]]):
    """The books of the kinds, each made ready when it is first asked for: a leaflet has words of few."""

    def __init__(self, tables: Mapping[str, Table], *, spaced: bool, joining: Phrases, glued: Phrases) -> None:
        self._tables, self._spaced, self._joining, self._glued = tables, spaced, joining, glued
        self._made: dict[str, Phrasebook[Names]] = {}

    def __getitem__(self, kind: str) -> Phrasebook[Names]:
        if kind not in self._made:
            self._made[kind] = self._book(self._tables[kind])
        return self._made[kind]

    def __contains__(self, kind: object) -> bool:
        return kind in self._tables

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)

    def _book(self, table: Table) -> Phrasebook[Names]:
        names: dict[str, set[str]] = {}
        for name, phrases in table.items():
            for phrase in phrases:
                names.setdefault(phrase, set()).add(name)
        meanings = {phrase: frozenset(meant) for phrase, meant in names.items()}
        return PartedBook(meanings, spaced=self._spaced, joining=self._joining, glued=self._glued)


def without_pressures(text: str) -> str:
    """A text in which "140 over 90" says no more than 140/90; as long as it was."""
    return _PRESSURE.sub(lambda one: " " * len(one[0]), text)
