"""Follows a page as a press does: what is painted in which inks, and whether it overprints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from math import hypot, isfinite
from typing import Any, ClassVar

from polyleaf.model.pdf_facts import Colour, Rect
from polyleaf.model.press_facts import ImagePaint, ShadingPaint, TextPaint
from polyleaf.pdf.content import Interpreter
from polyleaf.pdf.graphics import Follow
from polyleaf.pdf.library import Library
from polyleaf.pdf.matrix import bounds, multiply
from polyleaf.pdf.objects import child, items, name, number
from polyleaf.pdf.paths import common
from polyleaf.pdf.press.inside import Inside
from polyleaf.pdf.press.naming import base_name, named_space, space_name, spots_of
from polyleaf.pdf.press.shapes import PressState, Shapes
from polyleaf.pdf.shown import shown
from polyleaf.pdf.tokens import Operand
from polyleaf.pdf.unreadable import UnreadablePdf

_FILLED, _STROKED = (0, 2, 4, 6), (1, 2, 5, 6)
"""Text rendering modes (ISO 32000-1, table 106)."""

_TEXT_KEPT = 60
"""Letters kept of a text, to name it by."""

_TextKey = tuple[int, float, Colour | None, Colour | None, float, bool, int]
"""What pieces of text have in common: font, size, fill, stroke, width of strokes, overprint, its mode."""


@dataclass(slots=True)
class _Open:
    """Text that may go on."""

    key: _TextKey
    box: Rect
    pieces: list[str] = field(default_factory=list)


class Painter(Interpreter):
    """Interprets the content of one page.

    Args:
        library: What the pages of the file share.
        page: The page's box.
        inside: Looks into patterns, letters and masks.

    Attributes:
        shapes: Shapes and lines.
        images, shadings: Pictures and gradients.
        spots, blend_modes, blend_spaces, inside: Names that were met, as the keys of dictionaries, in order.
        transparent: Whether anything is.
    """

    _state: PressState

    def __init__(self, library: Library, page: Rect, inside: Inside) -> None:
        super().__init__(library, page, {})
        self.shapes = Shapes(library)
        self.drawing = self.shapes
        self.images: list[ImagePaint] = []
        self.shadings: list[ShadingPaint] = []
        self.spots: dict[str, None] = {}
        self.blend_modes: dict[str, None] = {}
        self.blend_spaces: dict[str, None] = {}
        self.inside: dict[str, None] = {}
        self.transparent = False
        self._state = PressState()
        self._looks = inside
        self._texts: list[TextPaint] = []
        self._open: _Open | None = None

    def texts(self) -> tuple[TextPaint, ...]:
        """The text of the page, in the order of painting."""
        self._close_text()
        return tuple(self._texts)

    def _press_begin_text(self, operands: list[Operand]) -> None:
        self._begin_text(operands)
        self._close_text()

    def _show(self, pieces: Sequence[Operand]) -> None:
        """Show strings; what belongs together is put together."""
        state = self._state
        font = state.font
        if font is None:
            return
        piece = shown(pieces, font, state.size, state.character, state.word)
        a, b, c, d, e, f = self._text
        em, mode = state.size, state.mode
        if piece.codes and (mode in _FILLED or mode in _STROKED):
            matrix = multiply((a * state.stretch, b * state.stretch, c, d, e, f), state.ctm)
            foot, head = state.rise + font.descent * em, state.rise + font.ascent * em
            box = bounds(matrix, piece.left * em, foot, piece.right * em, head)
            stroked = mode in _STROKED
            key: _TextKey = (
                self._library.place(font),
                round(abs(em) * hypot(matrix[2], matrix[3]), 3),
                state.fill if mode in _FILLED else None,
                state.stroke if stroked else None,
                state.width * hypot(*state.ctm[:2]) if stroked else 0.0,
                state.overprint,
                state.overprint_mode,
            )
            self._add(key, box, "".join(map(font.unicode.__getitem__, piece.codes)))
        along = piece.advance * em * state.stretch
        self._text = (a, b, c, d, e + along * a, f + along * b)

    def _add(self, key: _TextKey, box: Rect, text: str) -> None:
        run = self._open
        if run is None or run.key != key:
            self._close_text()
            self._open = _Open(key, box, [text])
            return
        old = run.box
        run.box = (min(old[0], box[0]), min(old[1], box[1]), max(old[2], box[2]), max(old[3], box[3]))
        if len(run.pieces) < _TEXT_KEPT:
            run.pieces.append(text)

    def _close_text(self) -> None:
        run, self._open = self._open, None
        if run is None:
            return
        self._library.spend_run()
        font, size, fill, stroke, width, overprint, mode = run.key
        if not all(map(isfinite, (*run.box, size))):
            raise UnreadablePdf("it places text outside every coordinate system")
        text = "".join(run.pieces)[:_TEXT_KEPT]
        self._texts.append(TextPaint(run.box, size, font, text, fill, stroke, width, overprint, mode))

    def _press_state(self, operands: list[Operand]) -> None:
        self._set_state(operands)
        state = self._state
        written = operands[-1] if operands else None
        found = child(child(self._resources, "/ExtGState"), written) if isinstance(written, str) else None
        if isinstance(both := child(found, "/OP"), bool):
            state.overprint_stroke = state.overprint = both
        if isinstance(fill := child(found, "/op"), bool):
            state.overprint = fill
        state.overprint_mode = int(number(child(found, "/OPM"), state.overprint_mode))
        modes = child(found, "/BM")
        for mode in (name(modes), *map(name, items(modes))):
            if mode not in ("", "Normal", "Compatible"):
                self.blend_modes[mode] = None
        mask = child(child(found, "/SMask"), "/G")
        self._look_inside(mask)
        self.transparent |= mask is not None or bool(self.blend_modes)
        self.transparent |= state.fill_opacity < 1 or state.stroke_opacity < 1

    def _press_font(self, operands: list[Operand]) -> None:
        self._set_font(operands)
        if len(operands) > 1 and isinstance(operands[-2], str):
            font = child(child(self._resources, "/Font"), operands[-2])
            if name(child(font, "/Subtype")) == "Type3":
                self._look_inside(font)

    def _press_space(self, operands: list[Operand], *, stroke: bool = False) -> None:
        self._space(operands, stroke=stroke)
        if operands:
            self._note_spots(named_space(operands[-1], self._resources))

    def _press_colour(self, operands: list[Operand], *, stroke: bool = False) -> None:
        self._colour(operands, stroke=stroke)
        if operands and isinstance(operands[-1], str):
            self._look_inside(child(child(self._resources, "/Pattern"), operands[-1]))

    def _press_shading(self, operands: list[Operand]) -> None:
        written = operands[-1] if operands else None
        shading = child(child(self._resources, "/Shading"), written) if isinstance(written, str) else None
        space = child(shading, "/ColorSpace")
        self._note_spots(space)
        self.shadings.append(ShadingPaint(common(self._page, self._state.clip) or self._page, space_name(space)))

    def _press_draw(self, operands: list[Operand]) -> None:
        written = operands[-1] if operands else None
        drawn = child(child(self._resources, "/XObject"), written) if isinstance(written, str) else None
        if name(child(drawn, "/Subtype")) == "Image":
            self._image(drawn)
            return
        group = child(drawn, "/Group")
        if name(child(group, "/S")) == "Transparency":
            self.transparent = True
            if space := space_name(child(group, "/CS")):
                self.blend_spaces[space] = None
        self._draw(operands)

    def _image(self, image: Any) -> None:  # noqa: ANN401 - a PDF object
        stencil = child(image, "/ImageMask") is True
        space, packed = child(image, "/ColorSpace"), child(image, "/Filter")
        self._note_spots(space)
        self.transparent |= child(image, "/SMask") is not None
        self._note_image(
            width=int(number(child(image, "/Width"))),
            height=int(number(child(image, "/Height"))),
            bits=1 if stencil else int(number(child(image, "/BitsPerComponent"), 8)),
            space="" if stencil else space_name(space),
            base="" if stencil else base_name(space),
            stencil=stencil,
            filters=tuple(filter(None, (name(packed), *map(name, items(packed))))),
        )

    def _inline_image(self, operands: list[Operand]) -> None:
        """An inline image: of its abbreviated dictionary, what stands after the last truth value is known."""
        found = {key: value for key, value in zip(operands[::2], operands[1::2], strict=False) if isinstance(key, str)}
        width, height, bits = (found.get(short, found.get(long)) for short, long in _INLINE)
        space = named_space(found.get("/CS", found.get("/ColorSpace")), self._resources)
        family = (
            {"/G": "DeviceGray", "/RGB": "DeviceRGB", "/CMYK": "DeviceCMYK"}.get(space, space[1:])
            if isinstance(space, str)
            else space_name(space)
        )
        self._note_image(
            width=int(number(width)),
            height=int(number(height)),
            bits=int(number(bits, 1)),
            space=family,
            base=family,
            stencil=not family,
            filters=(),
        )

    def _note_image(
        self, *, width: int, height: int, bits: int, space: str, base: str, stencil: bool, filters: tuple[str, ...]
    ) -> None:
        a, b, c, d, _, _ = self._state.ctm
        box, across, up = bounds(self._state.ctm, 0, 0, 1, 1), hypot(a, b), hypot(c, d)
        if all(map(isfinite, (*box, across, up))) and self._library.spend_shape():
            seen = common(box, self._state.clip) or box
            ppi = min(width * 72 / across if across else 0.0, height * 72 / up if up else 0.0)
            self.images.append(ImagePaint(seen, width, height, bits, space, base, ppi, stencil, filters))

    def _note_spots(self, space: Any) -> None:  # noqa: ANN401
        self.spots.update(dict.fromkeys(spots_of(space)))

    def _look_inside(self, thing: Any) -> None:  # noqa: ANN401
        if thing is not None:
            self.inside.update(dict.fromkeys(filter(None, self._looks.spaces(thing))))

    OPERATORS: ClassVar[dict[bytes, Follow]] = {
        **Interpreter.OPERATORS,
        b"BT": _press_begin_text,
        b"Tf": _press_font,
        b"gs": _press_state,
        b"cs": _press_space,
        b"CS": partial(_press_space, stroke=True),
        b"sc": _press_colour,
        b"scn": _press_colour,
        b"SC": partial(_press_colour, stroke=True),
        b"SCN": partial(_press_colour, stroke=True),
        b"sh": _press_shading,
        b"Do": _press_draw,
        b"ID": _inline_image,
    }


_INLINE = (("/W", "/Width"), ("/H", "/Height"), ("/BPC", "/BitsPerComponent"))
