"""Text of two directions, in the order of its paragraph.

The engine resolves each line alone, and would turn a range or a name round where a line begins with it. What runs
against its surroundings is marked as a stretch of its own: then no line can.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from polyleaf.locales.whole_numbers import levels_as_meant
from polyleaf.model.document import LocalizedDocument, LocalizedText
from polyleaf.model.inline import Emphasis, Inline, LineBreak, Link, OneWay, Strong, Words
from polyleaf.model.language import Direction

_ATOM = "\ufffc"
"""Stands for what is one box whatever is around it: a fact, a link (UAX #9: neutral)."""

_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Embeddings, overrides and isolates: what they ask for is in the levels."""

_PHRASE = 3
"""Words of a phrase; fewer are a name, and stand in the order of what is around them."""

Wrap = Callable[[tuple[Inline, ...]], Inline]
Piece = tuple[str, Inline | None, tuple[Wrap, ...]]
"""A character, or ``_ATOM`` with what it stands for; and the bold and stressed text it is in, outermost first."""


def in_order(document: LocalizedDocument) -> LocalizedDocument:
    """The document with every text marked where it runs against its language."""
    return document.with_texts(_text)


def _text(text: LocalizedText) -> LocalizedText:
    return replace(text, inlines=marked(text.inlines, text.language.direction))


def marked(inlines: tuple[Inline, ...], direction: Direction) -> tuple[Inline, ...]:
    """The same text; stretches that run against ``direction`` are ``OneWay``, and so again inside them."""
    base = int(direction is Direction.RTL)
    return tuple(_lines(tuple(_pieces(inlines, (), direction)), base))


def _pieces(inlines: Iterable[Inline], around: tuple[Wrap, ...], direction: Direction) -> Iterator[Piece]:
    for inline in inlines:
        match inline:
            case Words(text):
                for char in text:
                    yield char, None, around
            case Strong(children) | Emphasis(children):
                yield from _pieces(children, (*around, type(inline)), direction)
            case Link(href, children):
                yield _ATOM, Link(href, marked(children, direction)), around
            case _:
                yield _ATOM, inline, around


def _lines(pieces: tuple[Piece, ...], base: int) -> Iterator[Inline]:
    """Each line that the author broke is a paragraph of its own."""
    for broken, line in groupby(pieces, key=lambda piece: isinstance(piece[1], LineBreak)):
        inside = tuple(line)
        yield from _built(inside) if broken else _whole(inside, base)


def _whole(pieces: tuple[Piece, ...], base: int) -> Iterator[Inline]:
    """One paragraph."""
    text = "".join(char for char, _, _ in pieces)
    if text.isascii() and not base:
        yield from _built(pieces)
        return
    levels = [base + 1] * len(text) if base and _is_phrase(text) else levels_as_meant(text, base)
    found = zip(levels, pieces, strict=True)
    yield from _runs([one for one in found if one[1][0] not in _CONTROLS], base)


def _is_phrase(text: str) -> bool:
    """Whether a right-to-left paragraph is a phrase in letters that all run from left to right, a note in English.

    Its full stop stands behind it and its lines begin at the left: by UAX #9 alone, they follow the paragraph.
    """
    kinds = {unicodedata.bidirectional(char) for char in text}
    return not kinds & {"R", "AL"} and sum(word[:1].isalpha() for word in text.split()) >= _PHRASE


def _runs(found: list[tuple[int, Piece]], base: int) -> Iterator[Inline]:
    """Pieces with their levels, each run that is deeper than ``base`` in one stretch."""
    for against, run in groupby(found, key=lambda one: one[0] > base):
        inside = list(run)
        if against:
            yield OneWay(("rtl", "ltr")[base % 2], tuple(_runs(inside, base + 1)))
        else:
            yield from _built(piece for _, piece in inside)


def _built(pieces: Iterable[Piece]) -> Iterator[Inline]:
    """Pieces as inlines again: characters in words, in their bold and stressed text."""
    for around, group in groupby(pieces, key=lambda piece: piece[2]):
        children = tuple(_joined(group))
        for wrap in reversed(around):
            children = (wrap(children),)
        yield from children


def _joined(pieces: Iterable[Piece]) -> Iterator[Inline]:
    for is_words, group in groupby(pieces, key=lambda piece: piece[1] is None):
        if is_words:
            yield Words("".join(char for char, _, _ in group))
        else:
            yield from (inline for _, inline, _ in group if inline is not None)
