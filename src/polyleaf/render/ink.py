"""Where the ink of a laid-out line is: how far its letters reach up and down, column by column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import inf
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.text.ffi import FROM_UNITS, ffi, pango

_COLUMN = 2.0
"""Width of a column in px."""

_ASIDE = 0.5
"""In px: how far ink counts beyond its edges; what is nearer to each other than twice that shares a column."""


@dataclass(frozen=True, slots=True)
class Ink:
    """The ink of a line, in px from its baseline, positive downwards.

    Each glyph counts with the rectangle around it, so there is never more ink than this says.

    Attributes:
        tops: Number of a column to the highest ink in it.
        bottoms: The same for the lowest.
    """

    tops: Mapping[int, float]
    bottoms: Mapping[int, float]

    @property
    def above(self) -> float:
        """How far it reaches above the baseline; negative if all of it is below."""
        return -min(self.tops.values(), default=0.0)

    @property
    def below(self) -> float:
        """How far it reaches below the baseline."""
        return max(self.bottoms.values(), default=0.0)

    def pitch_over(self, lower: Ink) -> float:
        """The distance of baselines at which it just touches the line under it; 0 if it never does."""
        shared = self.bottoms.keys() & lower.tops.keys()
        return max((self.bottoms[column] - lower.tops[column] for column in shared), default=0.0)


def ink_of(line: Any) -> Ink:
    """The ink of a line of text."""
    base = line.position_y + line.baseline
    tops: dict[int, float] = {}
    bottoms: dict[int, float] = {}
    for text in texts_of(line):
        foot = text.position_y + text.baseline - base
        for left, right, top, bottom in _glyphs(text):
            high, low = foot + top, foot + bottom
            for column in range(int((left - _ASIDE) // _COLUMN), int((right + _ASIDE) // _COLUMN) + 1):
                if high < tops.get(column, inf):
                    tops[column] = high
                if low > bottoms.get(column, -inf):
                    bottoms[column] = low
    return Ink(tops, bottoms)


def texts_of(box: Any) -> Iterator[Any]:
    """The texts of a line; blocks that stand in it have lines of their own."""
    for child in box.children:
        if isinstance(child, boxes.TextBox):
            yield child
        elif isinstance(child, boxes.InlineBox) and child.is_in_normal_flow():
            yield from texts_of(child)


def _glyphs(text: Any) -> Iterator[tuple[float, float, float, float]]:
    """The rectangles around the glyphs of a text: left, right, top and bottom; across from the edge of the page."""
    text.pango_layout.reactivate(text.style)
    line, _ = text.pango_layout.get_first_line()
    around = ffi.new("PangoRectangle *")
    pen, run = text.position_x, line.runs
    while run != ffi.NULL:
        glyphs, font = run.data.glyphs, run.data.item.analysis.font
        for place in range(glyphs.num_glyphs):
            one = glyphs.glyphs[place]
            if one.glyph < pango.PANGO_GLYPH_EMPTY:
                pango.pango_font_get_glyph_extents(font, one.glyph, around, ffi.NULL)
                left = pen + (one.geometry.x_offset + around.x) * FROM_UNITS
                top = (one.geometry.y_offset + around.y) * FROM_UNITS
                if around.width and around.height:
                    yield left, left + around.width * FROM_UNITS, top, top + around.height * FROM_UNITS
            pen += one.geometry.width * FROM_UNITS
        run = run.next
