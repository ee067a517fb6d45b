"""Amounts that stand in several pieces of a text stay on one line, too: a part is bold, or runs the other way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from polyleaf.locales.counted_words import AmountWords
from polyleaf.model.document import LocalizedDocument, LocalizedText
from polyleaf.model.inline import Emphasis, Inline, Link, OneWay, Strong, Words, walk
from polyleaf.render.amounts import HOLD, NO_UNITS
from polyleaf.render.long_words import amounts_held
from polyleaf.render.style import Style

_OTHER = "\ufffc"
"""Stands for what is no words: a fact, a line break."""

_STRETCH = re.compile(f"{_OTHER}|[^{_OTHER}]+")


def held_across(document: LocalizedDocument, measures: Style, units: AmountWords) -> LocalizedDocument:
    """The document with word joiners inside of amounts that more than one piece of a text makes up.

    What stands in one piece is held when it is printed (``set_words``).

    Args:
        document: The document.
        measures: Of its page.
        units: What stands beside a number in its language.
    """

    def change(text: LocalizedText) -> LocalizedText:
        return replace(text, inlines=joined(text.inlines, measures, units))

    return document.with_texts(change)


def joined(inlines: tuple[Inline, ...], measures: Style, units: AmountWords = NO_UNITS) -> tuple[Inline, ...]:
    """The same of one text."""
    leaves = [one for one in walk(inlines) if not isinstance(one, Strong | Emphasis | Link | OneWay)]
    words = [one.text for one in leaves if isinstance(one, Words)]
    if len(words) < 2 or not any(char.isnumeric() for text in words for char in text):  # noqa: PLR2004 - pieces
        return inlines
    whole = "".join(one.text if isinstance(one, Words) else _OTHER for one in leaves)
    done = "".join(amounts_held(part[0], measures, units) for part in _STRETCH.finditer(whole))
    return tuple(_filled(inlines, _pieces(leaves, _places(whole, done))))


def _places(whole: str, done: str) -> frozenset[int]:
    """How many characters stand before each joiner that was put in."""
    found, at = set[int](), 0
    for char in done:
        if char == whole[at : at + 1]:
            at += 1
        else:
            found.add(at)
    return frozenset(found)


def _pieces(leaves: Sequence[Inline], places: frozenset[int]) -> Iterator[str]:
    """The words of each piece with their joiners; one between two pieces belongs to the first."""
    start = 0
    for leaf in leaves:
        text = leaf.text if isinstance(leaf, Words) else _OTHER
        if isinstance(leaf, Words):
            yield "".join(char + HOLD * (start + at in places) for at, char in enumerate(text, start=1))
        start += len(text)


def _filled(inlines: tuple[Inline, ...], pieces: Iterator[str]) -> Iterator[Inline]:
    for inline in inlines:
        match inline:
            case Words():
                yield Words(next(pieces))
            case Strong(children) | Emphasis(children) | Link(children=children) | OneWay(children=children):
                yield replace(inline, children=tuple(_filled(children, pieces)))
            case _:
                yield inline
