"""Letters and the glyphs that paint them: each cluster cut into units of one text and its glyphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from polyleaf.model.spoken import UNSPOKEN

JOINERS = frozenset("\u200c\u200d")
"""Characters that have no glyph and are part of the text: poppler loses them unless they are in ``/ActualText``."""


@dataclass(frozen=True, slots=True)
class Glyph:
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


@dataclass(frozen=True, slots=True)
class Unit:
    """A text and the glyphs that paint it; no glyph: it is heard but not seen (a zero-width non-joiner)."""

    text: str
    glyphs: tuple[Glyph, ...]

    def text_of(self, place: int) -> str:
        """The text that a glyph of it stands for: the first stands for all of it, the others add strokes and dots."""
        return self.text if place == 0 else ""


_SILENCE = dict.fromkeys(map(ord, UNSPOKEN))


def spoken(text: str) -> str:
    """The text without what only steers layout."""
    return text if text.isascii() else text.translate(_SILENCE)


def right_to_left_units(text: str, glyphs: Sequence[Glyph]) -> Iterator[Unit]:
    """Units of a cluster, one letter each.

    Viewers take what they find from left to right and turn it round letter by letter. So letters go to glyphs from
    right to left, and a ligature's further letters go on invisible glyphs at its left edge.
    """
    letters = spoken(text)
    ordered = sorted(glyphs, key=lambda glyph: -glyph.x)
    if not letters:
        if ordered:
            yield Unit("", tuple(ordered))
        return
    if len(ordered) <= len(letters):
        for place, letter in enumerate(letters):
            yield Unit(letter, (ordered[place],) if place < len(ordered) else ())
        return
    pairs = len(letters) - 1
    for letter, glyph in zip(letters[:pairs], ordered[:pairs], strict=True):
        yield Unit(letter, (glyph,))
    yield Unit(letters[pairs:], tuple(ordered[pairs:]))
