"""Follows a page as a press does: what is painted in which inks, and whether it overprints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from math import hypot
from typing import Any, ClassVar

import pikepdf

from polyleaf.model.pdf_facts import BLACK, Rect, overlaps
from polyleaf.model.press_paint import TextPaint
from polyleaf.pdf.fonts import Font
from polyleaf.pdf.graphics import Follow, matrix_of
from polyleaf.pdf.limits import FORM_DEPTH
from polyleaf.pdf.matrix import IDENTITY, Matrix, bounds, multiply
from polyleaf.pdf.objects import child, items, number, rect, unpacked
from polyleaf.pdf.press.colourants import ALL
from polyleaf.pdf.press.drawn_font import DrawnFont, drawn_font
from polyleaf.pdf.press.inking import MASK
from polyleaf.pdf.press.lettering import Lettering, Texts
from polyleaf.pdf.press.naming import space_name
from polyleaf.pdf.press.picturing import Picturing
from polyleaf.pdf.press.press_library import PressLibrary
from polyleaf.pdf.press.shapes import PressState, Tiles
from polyleaf.pdf.press.visits import Visit, Visits, key_of
from polyleaf.pdf.shown import Shown, shown
from polyleaf.pdf.tokens import Operand

_FILLED, _STROKED = (0, 2, 4, 6), (1, 2, 5, 6)
"""Text rendering modes (ISO 32000-1, table 106)."""

_TALL = 1.5
"""In ems: fonts that ask for more ask it for their tallest words."""

_SHADED, _UNCOLOURED = 2, 2
"""PatternType of a gradient; PaintType of a pattern without colours of its own."""


class Painter(Picturing):
    """Interprets the content of one page.

    Args:
        library: What the pages of the file share.
        page: The page's box.
        printed: The part of it that is the page's own.
    """

    def __init__(self, library: PressLibrary, page: Rect, printed: Rect) -> None:
        super().__init__(library, page)
        self._texts = Texts(library, self.shapes.ground)
        self._visits = Visits(printed)
        self._printed = printed
        self._depth = 0
        self._in_letter = False
        self._text_open = False
        self._drawn: dict[int, DrawnFont] = {}

    @property
    def crowded(self) -> bool:
        """Whether the page holds more than was looked at."""
        return self.shapes.crowded or self._visits.crowded

    def texts(self) -> tuple[TextPaint, ...]:
        """The text of the page, in the order of painting."""
        self._texts.close()
        return tuple(self._texts.done)

    def look_inside(self) -> None:
        """Look at what the page is painted with: patterns, letters that are drawings, soft masks.

        Raises:
            UnreadablePdf: A bound of ``polyleaf.pdf.limits`` is passed, or a stream cannot be unpacked.
        """
        for visit in self._visits:
            self._texts.close()
            self._state, self._saved = replace(visit.state), []
            self._base, self._resources = visit.state.ctm, visit.resources
            self._depth, self._in_mask, self._colour_is_fixed = visit.depth, visit.mask, visit.fixed
            self._in_letter, self._text_open = visit.letter, False
            self.shapes.place = visit.seen if visit.here else None
            self.run(unpacked(visit.content, "a pattern, letter or mask"), visit.resources)

    def _visit(self, key: object, visit: Visit) -> None:
        if visit.depth <= FORM_DEPTH and isinstance(visit.content, pikepdf.Stream):
            self._visits.add(key, visit)

    def _press_begin_text(self, operands: list[Operand]) -> None:
        if self._text_open:
            self._note_strange("BT inside BT")
        self._begin_text(operands)
        self._texts.close()
        self._text_open = True

    def _press_end_text(self, _: list[Operand]) -> None:
        if not self._text_open:
            self._note_strange("ET without BT")
        self._text_open = False

    def _show(self, pieces: Sequence[Operand]) -> None:
        """Show strings; what belongs together is put together."""
        state = self._state
        font = state.font
        if font is None:
            return
        piece = shown(pieces, font, state.size, state.character, state.word)
        a, b, c, d, e, f = self._text
        em, mode = state.size, state.mode
        if mode not in _FILLED and mode not in _STROKED:
            self._shared.unseen[font.facts.name] = None
        elif piece.codes:
            matrix = multiply((a * state.stretch, b * state.stretch, c, d, e, f), state.ctm)
            foot, head = state.rise + font.descent * em, state.rise + font.ascent * em
            box = self.shapes.place or bounds(matrix, piece.left * em, foot, piece.right * em, head)
            filled, stroked = mode in _FILLED, mode in _STROKED
            key = Lettering(
                font=self._library.place(font),
                size=round(abs(em) * hypot(matrix[2], matrix[3]), 3),
                fill=state.fill if filled else None,
                stroke=state.stroke if stroked else None,
                width=state.width * hypot(*state.ctm[:2]) if stroked else 0.0,
                overprint=state.overprint if filled else state.overprint_stroke,
                overprint_mode=state.mode_of(stroke=not filled),
            )
            ink = None if self.shapes.place else self._ink(font, piece, matrix)
            self._texts.add(key, box, ink, "".join(map(font.unicode.__getitem__, piece.codes)))
            self._paint_tiles(box, fill=filled, stroke=stroked)
            if (drawn := self._drawn.get(id(font))) is not None:
                self._draw_letters(drawn, piece.codes, matrix, box)
        along = piece.advance * em * state.stretch
        self._text = (a, b, c, d, e + along * a, f + along * b)

    def _ink(self, font: Font, piece: Shown, matrix: Matrix) -> Rect | None:
        """A rectangle around letters of a tall font; None if nobody knows."""
        if font.glyphs is None or font.ascent - font.descent <= _TALL or not (box := font.glyphs.around(piece.codes)):
            return None
        size, rise = self._state.size, self._state.rise
        return bounds(matrix, piece.left * size, rise + box[1] * size, piece.right * size, rise + box[3] * size)

    def _take_font(self, font: Any) -> None:  # noqa: ANN401 - a PDF object
        read = self._state.font
        if read is None or font is None:
            return
        self._shared.note_font(read, font)
        if read.facts.kind == "Type3" and id(read) not in self._drawn:
            self._drawn[id(read)] = drawn_font(font)

    def _draw_letters(self, font: DrawnFont, codes: Sequence[int], matrix: Matrix, box: Rect) -> None:
        """Look at the drawings of letters, each once for each size and colour."""
        state = self._state
        ctm = multiply(multiply(font.matrix, (state.size, 0.0, 0.0, state.size, 0.0, state.rise)), matrix)
        own = replace(state, ctm=ctm, clip=None)
        for code in dict.fromkeys(codes):
            drawing = font.letters.get(code)
            if drawing is not None:
                visit = Visit(
                    drawing,
                    font.resources or self._resources,
                    own,
                    box,
                    self._depth + 1,
                    letter=True,
                    fixed=self._colour_is_fixed,
                    mask=self._in_mask,
                )
                self._visit(key_of(drawing, ctm, state.fill, self._in_mask), visit)

    def _fix_colour(self, _: list[Operand]) -> None:
        """A letter that is a stencil for the colour that is set."""
        self._colour_is_fixed |= self._in_letter

    def _press_paint(self, operands: list[Operand], *, fill: bool = False, stroke: bool = False, **how: bool) -> None:
        self._paint(operands, fill=fill, stroke=stroke, **how)
        if self.shapes.last_box is not None:
            self._paint_tiles(self.shapes.last_box, fill=fill, stroke=stroke)

    def _paint_tiles(self, box: Rect, *, fill: bool, stroke: bool) -> None:
        """Something is painted in the colours that are set: look at them if they are patterns or for marks only."""
        for wanted, inked in ((fill, self._state.filled), (stroke, self._state.stroked)):
            if wanted and inked.tiles is not None:
                self._tile(inked.tiles, box)
            if wanted and ALL in inked.inks:
                self._shared.all_on_page |= self._in_mask or overlaps(self.shapes.place or box, self._printed)

    def _tile(self, tiles: Tiles, box: Rect) -> None:
        pattern = tiles.pattern
        matrix = matrix_of([number(item) for item in items(child(pattern, "/Matrix"))]) or IDENTITY
        ctm = multiply(matrix, tiles.base)
        if int(number(child(pattern, "/PatternType"))) == _SHADED:
            self._note_shading(child(pattern, "/Shading"), box)
            return
        fixed = int(number(child(pattern, "/PaintType"))) == _UNCOLOURED
        colour = tiles.colour if fixed else MASK if self._in_mask else BLACK
        state = PressState(ctm=ctm, fill=colour, stroke=colour)
        visit = Visit(
            pattern, child(pattern, "/Resources"), state, box, self._depth + 1, fixed=fixed, mask=self._in_mask
        )
        self._visit(key_of(pattern, ctm, colour, self._in_mask), visit)

    def _take_mask(self, mask: Any) -> None:  # noqa: ANN401
        """A soft mask: what it is drawn with is judged, but for its colours, which say how much shows."""
        form = child(mask, "/G")
        if form is None:
            return
        space = space_name(child(child(form, "/Group"), "/CS"))
        if space not in ("", "DeviceGray", "DeviceCMYK"):
            self.blend_spaces[space] = None
        matrix = matrix_of([number(item) for item in items(child(form, "/Matrix"))]) or IDENTITY
        ctm = multiply(matrix, self._state.ctm)
        box = bounds(ctm, *(rect(child(form, "/BBox")) or self._page))
        state = PressState(ctm=ctm, fill=MASK, stroke=MASK, clip=box)
        resources = child(form, "/Resources") or self._resources
        self._visit(key_of(form, ctm), Visit(form, resources, state, box, self._depth + 1, here=False, mask=True))

    OPERATORS: ClassVar[dict[bytes, Follow]] = {
        **Picturing.OPERATORS,
        b"BT": _press_begin_text,
        b"ET": _press_end_text,
        b"d1": _fix_colour,
        b"f": partial(_press_paint, fill=True),
        b"F": partial(_press_paint, fill=True),
        b"f*": partial(_press_paint, fill=True, even_odd=True),
        b"S": partial(_press_paint, stroke=True),
        b"s": partial(_press_paint, stroke=True, close=True),
        b"B": partial(_press_paint, fill=True, stroke=True),
        b"B*": partial(_press_paint, fill=True, stroke=True, even_odd=True),
        b"b": partial(_press_paint, fill=True, stroke=True, close=True),
        b"b*": partial(_press_paint, fill=True, stroke=True, even_odd=True, close=True),
    }
