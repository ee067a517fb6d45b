"""Letters and the glyphs that paint them: each cluster cut into units of one text and its glyphs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import combining

from polyleaf.model.spoken import UNSPOKEN

JOINERS = frozenset("\u200c\u200d")
"""Characters that have no glyph and are part of the text: poppler loses them unless they are in ``/ActualText``."""


class Glyph(NamedTuple):
    """A glyph in its place.

    Attributes:
        number: Glyph in the font.
        x, y: Place in CSS px from the start of the line's baseline, y downwards.
        width: Advance of the glyph itself in thousandths of the type size.
        pen: Place of the pen in px, before the glyph is moved from it.
        advance: How far the pen moves, in px.
    """

    number: int
    x: float
    y: float
    width: float
    pen: float = 0.0
    advance: float = 0.0


class Unit(NamedTuple):
    """A text and the glyphs that paint it.

    Without a glyph it is heard and not seen (a zero-width non-joiner), without a text it is seen and not heard.
    """

    text: str
    glyphs: tuple[Glyph, ...]


_SILENCE = dict.fromkeys(map(ord, UNSPOKEN))


def spoken(text: str) -> str:
    """The text without what only steers layout."""
    return text if text.isascii() else text.translate(_SILENCE)


def right_to_left_units(text: str, glyphs: Sequence[Glyph]) -> Sequence[Unit]:
    """Units of a cluster, one letter each.

    Viewers take what they find from left to right and turn it round letter by letter. So letters go to glyphs from
    right to left, marks to marks, and a ligature's further letters have no glyph. Glyphs that are left over add
    strokes and dots, and have no letter.
    """
    if len(text) == len(glyphs) == 1 and text not in UNSPOKEN and bool(glyphs[0].width) is not bool(combining(text)):
        return (Unit(text, tuple(glyphs)),)
    ordered = sorted(glyphs, key=lambda glyph: -glyph.x)
    bodies = [glyph for glyph in ordered if glyph.width]
    marks = [glyph for glyph in ordered if not glyph.width]
    units = []
    for letter in spoken(text):
        own = marks if combining(letter) else bodies
        units.append(Unit(letter, (own.pop(0),) if own else ()))
    if bodies or marks:
        units.append(Unit("", (*bodies, *marks)))
    return units
