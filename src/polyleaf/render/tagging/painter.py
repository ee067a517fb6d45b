"""Paints one line of text so that it reads back letter for letter; stands in for WeasyPrint's ``draw_first_line``.

Left to right, glyphs are painted in one piece as usual, each with a code of its own text; where letters and glyphs
do not pair off, the whole line carries ``/ActualText``.

Right to left, every letter is painted by itself, from right to left: the order of the content is the order of
reading, so a reader of the tag tree hears it right, and viewers that sort by place and turn round what they find
come to the same letters. A letter made of several glyphs carries ``/ActualText`` of that one letter, which has no
direction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pydyf
from weasyprint.draw import text as draw_text_module
from weasyprint.text.ffi import FROM_UNITS, ffi, harfbuzz, pango

from polyleaf.render.tagging.codes import FILLER, FontCodes
from polyleaf.render.tagging.roles import TaggingError
from polyleaf.render.tagging.units import Glyph, Unit, left_to_right_units, right_to_left_units, spoken

ffi.cdef("int hb_font_get_nominal_glyph(hb_font_t *font, hb_codepoint_t unicode, hb_codepoint_t *glyph);")

_original = draw_text_module.draw_first_line
_MANY = 3
"""One letter in so many: more, and a line is tangled."""
_NARROW = 2
"""Width of an unseen letter in percent."""
_STEP = 0.01
"""How far, in px, an unseen letter stands to the left of the one before it: enough to keep their order."""


@dataclass(frozen=True, slots=True)
class _Run:
    """A piece of a line in one font and one direction."""

    offset: int
    backwards: bool
    font: Any
    pango_font: Any
    size: float
    clusters: tuple[tuple[str, tuple[Glyph, ...]], ...]


class Painter:
    """Paints the lines of one document.

    Attributes:
        codes: The codes of each font, by WeasyPrint's name for the font.
        actual: Text that a line must carry as ``/ActualText``, by text box.
    """

    def __init__(self) -> None:
        self.codes: dict[str, FontCodes] = {}
        self.actual: dict[Any, str] = {}
        self._hollows: dict[tuple[str, str], int] = {}

    def paint(self, stream: Any, textbox: Any, text_overflow: Any, block_ellipsis: Any, matrix: Any) -> Any:
        """WeasyPrint's function of this signature."""
        layout = textbox.pango_layout
        if not textbox.text.strip() or textbox.style["font_size"] < 1e-6:  # noqa: PLR2004 - pydyf's precision
            return []
        pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
        first_line, _ = layout.get_first_line()
        runs = None
        if text_overflow != "ellipsis" and block_ellipsis == "none":
            runs = self._runs(stream, first_line, layout.text, textbox.style["font_size"])
        if runs is None:
            return _original(stream, textbox, text_overflow, block_ellipsis, matrix)
        origin = matrix.values[4], matrix.values[5]
        if any(run.backwards for run in runs):
            for run in runs:
                self._paint_letters(stream, run, origin)
        else:
            paired = [self._paint_run(stream, run, origin) for run in runs]
            if not all(paired):
                self.actual[textbox] = spoken(textbox.text)
        if gap := getattr(layout, "gap", ""):
            self._paint_gap(stream, runs, first_line, origin, gap)
        return []

    def _runs(self, stream: Any, first_line: Any, text: str, style_size: float) -> list[_Run] | None:
        """The runs of a line in reading order; None if a font needs WeasyPrint's own painting (emoji)."""
        encoded = text.encode()
        runs = []
        pen = 0.0
        node = first_line.runs[0]
        while node != ffi.NULL:
            item = node.data
            node = node.next
            pango_font = item.item.analysis.font
            font, size = stream.add_font(pango_font)
            if font.bitmap or font.png or font.svg or font.colr:
                return None
            if pango.pango_version() < 14802:  # noqa: PLR2004 - see WeasyPrint: sizes are wrong before Pango 1.48.2
                size = style_size
            self.codes.setdefault(font.hash, FontCodes())
            glyphs, pen = self._glyphs(stream, item, font, size, pango_font, pen)
            backwards = bool(item.item.analysis.level % 2)
            clusters = tuple(_clusters(item, glyphs, encoded, backwards=backwards))
            runs.append(_Run(item.item.offset, backwards, font, pango_font, size, clusters))
        return sorted(runs, key=lambda run: run.offset)

    def _glyphs(
        self, stream: Any, item: Any, font: Any, size: float, pango_font: Any, pen: float
    ) -> tuple[list[Glyph | None], float]:
        glyphs: list[Glyph | None] = []
        infos = item.glyphs.glyphs
        for index in range(item.glyphs.num_glyphs):
            info = infos[index]
            geometry = info.geometry
            advance = geometry.width * FROM_UNITS
            number = info.glyph
            if number == pango.PANGO_GLYPH_EMPTY:
                glyphs.append(None)
            else:
                if number & pango.PANGO_GLYPH_UNKNOWN_FLAG:
                    number = self._missing(font, number - pango.PANGO_GLYPH_UNKNOWN_FLAG, advance, size)
                elif number not in font.widths:
                    pango.pango_font_get_glyph_extents(pango_font, number, stream.ink_rect, stream.logical_rect)
                    font.widths[number] = round(stream.logical_rect.width * 1000 * FROM_UNITS / size)
                x = pen + geometry.x_offset * FROM_UNITS
                y = geometry.y_offset * FROM_UNITS
                glyphs.append(Glyph(number, x, y, font.widths[number], pen, advance))
            pen += advance
        return glyphs, pen

    @staticmethod
    def _missing(font: Any, codepoint: int, advance: float, size: float) -> int:
        draw_text_module.LOGGER.warning(
            '.notdef glyph rendered for Unicode string unsupported by fonts: "%s" (U+%04X)', chr(codepoint), codepoint
        )
        number: int = font.get_unused_glyph_id(codepoint)
        font.widths[number] = round(advance * 1000 / size)
        font.widths.setdefault(0, font.widths[number])
        return number

    def _paint_run(self, stream: Any, run: _Run, origin: tuple[float, float]) -> bool:
        """Paints a left-to-right run in one piece; says whether every letter has a glyph of its own on the line."""
        codes, size = self.codes[run.font.hash], run.size
        stream.set_font_size(run.font.hash, size)
        line = _Line(stream, origin, size)
        paired = True
        for text, glyphs in run.clusters:
            for unit in left_to_right_units(text, glyphs):
                # A glyph above or below the line would be taken for another line.
                paired &= len(unit.glyphs) == 1 and bool(unit.text) and not unit.glyphs[0].y
                for place, glyph in enumerate(unit.glyphs):
                    line.add(glyph, codes.code(glyph.number, _text_of(unit, place)))
        line.end()
        return paired

    def _paint_letters(self, stream: Any, run: _Run, origin: tuple[float, float]) -> None:
        """Paints a run of a line that has right-to-left text: letter by letter in reading order."""
        codes = self.codes[run.font.hash]
        stream.set_font_size(run.font.hash, run.size)
        cut: Callable[[str, Sequence[Glyph]], Iterator[Unit]]
        cut = right_to_left_units if run.backwards else left_to_right_units
        if not run.backwards and all(len(glyphs) == len(spoken(text)) == 1 for text, glyphs in run.clusters):
            self._paint_run(stream, run, origin)
            return
        if run.backwards and _tangled(run):
            self._paint_layers(stream, run, origin)
            return
        edge = _start_of(run)
        ink = next((glyph for _, glyphs in run.clusters for glyph in glyphs), None)
        for text, glyphs in run.clusters:
            for unit in cut(text, glyphs):
                if not unit.glyphs:
                    if ink is not None:
                        edge += -_STEP if run.backwards else _STEP
                        self._paint_unseen(stream, (origin[0] + edge, origin[1]), codes.code(ink.number, unit.text))
                    continue
                together = len(unit.glyphs) > 1
                if together:
                    stream.stream += ["/Span", pydyf.Dictionary({"ActualText": pydyf.String(unit.text)}), b"BDC"]
                for place, glyph in enumerate(unit.glyphs):
                    x = glyph.x
                    if run.backwards and place == 0:
                        # Two letters in one place would be taken for one, or in the wrong order.
                        x = edge = min(x, edge - _STEP) if abs(x - edge) < 2 * _STEP else x
                    ink = glyph if glyph.width else ink
                    _place(stream, origin[0] + x, origin[1] + glyph.y)
                    stream.stream.append(f"<{codes.code(glyph.number, _text_of(unit, place)):04x}> Tj")
                if together:
                    stream.stream.append(b"EMC")

    def _paint_layers(self, stream: Any, run: _Run, origin: tuple[float, float]) -> None:
        """Paints a run of Nastaliq, whose letters hang over each other and whose dots are glyphs of their own.

        No order of such glyphs is an order of letters. So the letters stand there
        unseen, each in its share of the line, as in a scanned page that was read by machine; the glyphs are painted
        over them as a picture that says nothing.
        """
        codes = self.codes[run.font.hash]
        glyphs = [glyph for _, cluster in run.clusters for glyph in cluster]
        ink = max(glyphs, key=lambda glyph: glyph.width)
        right = max(glyph.pen + glyph.advance for glyph in glyphs)
        stream.stream.append("3 Tr")
        for text, cluster in run.clusters:
            letters = spoken(text)
            left = min((glyph.pen for glyph in cluster), default=right - _STEP * len(letters))
            share = max(right - left, _STEP * len(letters)) / (len(letters) or 1)
            stretch = max(share * 100_000 / (ink.width * run.size), _NARROW)
            for letter in letters:
                right -= share
                _place(stream, origin[0] + right, origin[1])
                stream.stream.append(f"{stretch:.2f} Tz <{codes.code(ink.number, letter):04x}> Tj")
        stream.stream.append("100 Tz 0 Tr")
        # The picture begins at the left end, behind the last letter: there its one blank does not part a word.
        stream.stream += ["/Span", pydyf.Dictionary({"ActualText": pydyf.String(FILLER)}), b"BDC"]
        for glyph in sorted(glyphs, key=lambda glyph: glyph.x):
            _place(stream, origin[0] + glyph.x, origin[1] + glyph.y)
            stream.stream.append(f"<{codes.code(glyph.number, FILLER):04x}> Tj")
        stream.stream.append(b"EMC")

    @staticmethod
    def _paint_unseen(stream: Any, place: tuple[float, float], code: int) -> None:
        """A letter that is heard but not seen, just beside the last one.

        pdfium passes over text that covers nothing, so it is a glyph with ink, in the mode that paints nothing,
        and so narrow that poppler does not take it for something printed over its neighbour.
        """
        _place(stream, *place)
        stream.stream.append(f"3 Tr {_NARROW} Tz <{code:04x}> Tj 100 Tz 0 Tr")

    def _hollow(self, stream: Any, run: _Run, letters: str) -> int:
        """A glyph of the font that paints nothing: something to hang a letter on that must not be seen.

        The first of ``letters`` that the font has and leaves blank; best without width, so that it covers nothing.
        """
        key = (run.font.hash, letters)
        if key not in self._hollows:
            found = ffi.new("hb_codepoint_t *")
            for letter in letters:
                if harfbuzz.hb_font_get_nominal_glyph(run.font.hb_font, ord(letter), found):
                    number = int(found[0])
                    pango.pango_font_get_glyph_extents(run.pango_font, number, stream.ink_rect, stream.logical_rect)
                    if stream.ink_rect.width == 0:
                        width = round(stream.logical_rect.width * 1000 * FROM_UNITS / run.size)
                        run.font.widths.setdefault(number, width)
                        self.codes[run.font.hash].code(number, letter)
                        self._hollows[key] = number
                        break
            else:
                raise TaggingError(
                    f"the font {run.font.family} has no blank glyph", "Choose another font in the templates."
                )
        return self._hollows[key]

    def _paint_gap(self, stream: Any, runs: list[_Run], first_line: Any, origin: tuple[float, float], gap: str) -> None:
        """The space at which the line was broken: unseen, but words of two lines must not run together."""
        run = runs[-1]
        number = self._hollow(stream, run, " \u00a0")
        extents = ffi.new("PangoRectangle *")
        pango.pango_layout_line_get_extents(first_line, ffi.NULL, extents)
        x = origin[0] + (0 if run.backwards else extents.width * FROM_UNITS)
        stream.set_font_size(run.font.hash, run.size)
        _place(stream, x, origin[1])
        stream.stream.append(f"<{self.codes[run.font.hash].code(number, gap):04x}> Tj")


class _Line:
    """Glyphs in reading order, collected into as few operators as their heights allow."""

    def __init__(self, stream: Any, origin: tuple[float, float], size: float) -> None:
        self._stream = stream
        self._origin = origin
        self._size = size
        self._pen = 0.0
        self._rise = 0.0
        self._parts: list[str] = []
        self._hex: list[str] = []

    def add(self, glyph: Glyph, code: int) -> None:
        if not self._parts and not self._hex:
            self._begin(glyph)
        elif glyph.y != self._rise:
            self.end()
            self._begin(glyph)
        shift = round((self._pen - glyph.x) * 1000 / self._size)
        if shift:
            if self._hex:
                self._parts.append(f"<{''.join(self._hex)}>")
                self._hex = []
            self._parts.append(str(shift))
            self._pen -= shift * self._size / 1000
        self._hex.append(f"{code:04x}")
        self._pen += glyph.width * self._size / 1000

    def _begin(self, glyph: Glyph) -> None:
        self._rise = glyph.y
        self._pen = glyph.x
        _place(self._stream, self._origin[0] + glyph.x, self._origin[1] + glyph.y)

    def end(self) -> None:
        if self._hex:
            self._parts.append(f"<{''.join(self._hex)}>")
        if self._parts:
            self._stream.stream.append(f"[{''.join(self._parts)}] TJ")
        self._parts, self._hex = [], []


def _clusters(
    item: Any, glyphs: Sequence[Glyph | None], encoded: bytes, *, backwards: bool
) -> Iterator[tuple[str, tuple[Glyph, ...]]]:
    """Clusters of a run in reading order: the text and its glyphs from left to right."""
    offset, length = item.item.offset, item.item.length
    logical = item.glyphs.log_clusters
    groups: dict[int, list[Glyph]] = {}
    for index, glyph in enumerate(glyphs):
        group = groups.setdefault(logical[index], [])
        if glyph is not None:
            group.append(glyph)
    starts = list(groups)
    if backwards:
        starts.reverse()
        # A mark belongs to its letter: which of the two stands further right decides who is painted first.
        letters: list[int] = []
        for start in starts:
            if letters and groups[start] and not any(glyph.width for glyph in groups[start]):
                groups[letters[-1]] += groups[start]
            else:
                letters.append(start)
        starts = letters
    for start, end in zip(starts, [*starts[1:], length], strict=True):
        yield encoded[offset + start : offset + end].decode(), tuple(groups[start])


def _tangled(run: _Run) -> bool:
    """Whether many letters of a run have several glyphs, or stand off the line: so it is in Nastaliq."""
    odd = sum(len(glyphs) != 1 or bool(glyphs[0].y) for _, glyphs in run.clusters)
    return odd * _MANY > len(run.clusters)


def _start_of(run: _Run) -> float:
    xs = [glyph.x for _, glyphs in run.clusters for glyph in glyphs]
    return (max(xs) if run.backwards else min(xs)) if xs else 0.0


def _text_of(unit: Unit, place: int) -> str:
    return unit.text if place == 0 and unit.text else FILLER


def _place(stream: Any, x: float, y: float) -> None:
    stream.stream.append(f"1 0 0 -1 {x:.3f} {y:.3f} Tm")
