"""The runs of a line, as Pango shaped them: letters in clusters, and the glyphs of each in their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from weasyprint.draw import text as draw_text_module
from weasyprint.text.ffi import FROM_UNITS, ffi, pango

from polyleaf.model.spoken import UNSPOKEN
from polyleaf.render.font_files import has_postscript_outlines
from polyleaf.render.tagging.units import JOINERS, Glyph

Cluster = tuple[str, tuple[Glyph, ...]]
"""A text and its glyphs from left to right."""

_FIELDS = ffi.sizeof("PangoGlyphInfo") // ffi.sizeof("int")
"""Numbers in the record of a glyph: the glyph, its advance, its offset across and down, and flags."""
_NBSP = "\u00a0"
_MANY = 3
"""One letter in so many: more, and a line is tangled."""
_HUNG_OVER = 200
"""Width of a blank, in thousandths of the type size, over which letters may hang."""
_SPECIAL = UNSPOKEN | JOINERS
_SIZES_ARE_WRONG = pango.pango_version() < 14802  # noqa: PLR2004 - see WeasyPrint: the first that is right is 1.48.2


@dataclass(frozen=True, slots=True)
class PlainRun:
    """A left-to-right piece of a line in one font in which every letter is one glyph, as in most scripts of Europe.

    Attributes:
        offset: Where it begins in the line, in bytes.
        font, pango_font: WeasyPrint's font and Pango's.
        size: Of the type, in px.
        letters: Its text.
        glyphs: The glyph of each letter.
        places: Where each glyph stands, in px.
    """

    offset: int
    font: Any
    pango_font: Any
    size: float
    letters: str
    glyphs: Sequence[int]
    places: Sequence[float]

    @property
    def backwards(self) -> bool:
        """Whether it is read from right to left."""
        return False


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line in one font and one direction.

    Attributes:
        offset: Where it begins in the line, in bytes.
        backwards: Whether it is read from right to left.
        font, pango_font: WeasyPrint's font and Pango's.
        size: Of the type, in px.
        start: Place of the pen at its left end, in px.
        clusters: Its clusters in reading order.
    """

    offset: int
    backwards: bool
    font: Any
    pango_font: Any
    size: float
    start: float
    clusters: tuple[Cluster, ...]

    @property
    def tangled(self) -> bool:
        """Whether letters stand off the line (marks may), hang over blanks, or have several glyphs: as in Nastaliq."""
        if any(glyph.y and glyph.width for _, glyphs in self.clusters for glyph in glyphs):
            return True
        if any(text == " " and glyphs and glyphs[0].width < _HUNG_OVER for text, glyphs in self.clusters):
            return True  # pdfium drops a blank that a letter covers
        return sum(len(glyphs) != 1 for _, glyphs in self.clusters) * _MANY > len(self.clusters)


def read_runs(stream: Any, first_line: Any, text: str, style_size: float) -> list[PlainRun | Run] | None:
    """The runs of a line in reading order; None if a font needs WeasyPrint's own painting (emoji)."""
    encoded = text.encode()
    runs: list[PlainRun | Run] = []
    pen = 0.0
    node = first_line.runs[0]
    while node != ffi.NULL:
        item = node.data
        node = node.next
        pango_font = item.item.analysis.font
        font, size = stream.add_font(pango_font)
        if font.bitmap or font.png or font.svg or font.colr:
            return None
        run, pen = _Reader(stream, font, pango_font, style_size if _SIZES_ARE_WRONG else size).read(item, encoded, pen)
        runs.append(run)
    return sorted(runs, key=lambda run: run.offset)


class _Reader:
    """Reads runs of one font."""

    def __init__(self, stream: Any, font: Any, pango_font: Any, size: float) -> None:
        self._stream = stream
        self._font = font
        self._pango_font = pango_font
        self._size = size

    def read(self, item: Any, encoded: bytes, pen: float) -> tuple[PlainRun | Run, float]:
        """The run of a glyph item and the place of the pen behind it."""
        string = item.glyphs
        count = string.num_glyphs
        fields = ffi.unpack(ffi.cast("int *", string.glyphs), count * _FIELDS)
        numbers, advances, across, down = (fields[field::_FIELDS] for field in range(4))
        logical = ffi.unpack(string.log_clusters, count)
        offset = item.item.offset
        letters = encoded[offset : offset + item.item.length].decode()
        # A second text of the blank would cost fonts with PostScript outlines their plain encoding (``fonts.py``).
        one_blank = _NBSP in letters and has_postscript_outlines(self._font)
        backwards = bool(item.item.analysis.level % 2)
        if not backwards and not any(down) and self._is_plain(letters, numbers, logical):
            places = []
            for advance, shift in zip(advances, across, strict=True):
                places.append(pen + shift * FROM_UNITS)
                pen += advance * FROM_UNITS
            letters = letters.replace(_NBSP, " ") if one_blank else letters
            return PlainRun(offset, self._font, self._pango_font, self._size, letters, numbers, places), pen
        start = pen
        glyphs: list[Glyph | None] = []
        widths = self._font.widths
        for number, advance, shift, rise in zip(numbers, advances, across, down, strict=True):
            moves = advance * FROM_UNITS
            if number in widths:  # all but the first of its kind: neither empty nor unknown
                glyph = Glyph(number, pen + shift * FROM_UNITS, rise * FROM_UNITS, widths[number], pen, moves)
                glyphs.append(glyph)
            else:
                glyphs.append(self._glyph(number, advance, shift, rise, pen))
            pen += moves
        clusters = tuple(_clusters(logical, glyphs, encoded[offset : offset + item.item.length]))
        if one_blank:
            clusters = tuple((text.replace(_NBSP, " "), shaped) for text, shaped in clusters)
        return Run(offset, backwards, self._font, self._pango_font, self._size, start, clusters), pen

    def _is_plain(self, letters: str, numbers: Sequence[int], logical: Sequence[int]) -> bool:
        if not (
            0 < len(letters) == len(numbers) == len(set(logical))
            and max(numbers) < pango.PANGO_GLYPH_EMPTY
            and _SPECIAL.isdisjoint(letters)
        ):
            return False
        widths = self._font.widths
        for number in numbers:
            if number not in widths:
                self._measure(number)
            if not widths[number]:
                return False  # a mark
        return True

    def _glyph(self, number: int, advance: int, shift: int, rise: int, pen: float) -> Glyph | None:
        if number == pango.PANGO_GLYPH_EMPTY:
            return None
        if number & pango.PANGO_GLYPH_UNKNOWN_FLAG:
            number = self._missing(number - pango.PANGO_GLYPH_UNKNOWN_FLAG, advance * FROM_UNITS)
        elif number not in self._font.widths:
            self._measure(number)
        x = pen + shift * FROM_UNITS
        return Glyph(number, x, rise * FROM_UNITS, self._font.widths[number], pen, advance * FROM_UNITS)

    def _measure(self, number: int) -> None:
        stream = self._stream
        pango.pango_font_get_glyph_extents(self._pango_font, number, stream.ink_rect, stream.logical_rect)
        self._font.widths[number] = round(stream.logical_rect.width * 1000 * FROM_UNITS / self._size)

    def _missing(self, codepoint: int, advance: float) -> int:
        font = self._font
        draw_text_module.LOGGER.warning(
            '.notdef glyph rendered for Unicode string unsupported by fonts: "%s" (U+%04X)', chr(codepoint), codepoint
        )
        number: int = font.get_unused_glyph_id(codepoint)
        font.widths[number] = round(advance * 1000 / self._size)
        font.widths.setdefault(0, font.widths[number])
        return number


def _clusters(logical: Sequence[int], glyphs: Sequence[Glyph | None], encoded: bytes) -> Iterator[Cluster]:
    """Clusters of a run in reading order."""
    whole = [glyph for glyph in glyphs if glyph is not None and glyph.width]
    if whole and len(whole) == len(glyphs) == len(set(logical)):
        pairs = sorted(zip(logical, whole, strict=True))
        for (start, inked), (end, _) in pairwise([*pairs, (len(encoded), whole[0])]):
            yield encoded[start:end].decode(), (inked,)
        return
    groups: dict[int, list[Glyph]] = {}
    for start, glyph in zip(logical, glyphs, strict=True):
        group = groups.setdefault(start, [])
        if glyph is not None:
            group.append(glyph)
    starts: list[int] = []
    for start in sorted(groups):
        # A mark belongs to its letter: which of the two stands further right decides who is painted first.
        if starts and groups[start] and not any(glyph.width for glyph in groups[start]):
            groups[starts[-1]] += groups[start]
        else:
            starts.append(start)
    for start, end in zip(starts, [*starts[1:], len(encoded)], strict=True):
        yield encoded[start:end].decode(), tuple(groups[start])
