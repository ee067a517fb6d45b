"""Paints left-to-right runs: glyphs in one piece, each with a code of its own text.

Where letters and glyphs do not pair off one to one, or a mark stands over its letter, readers of the page come to
another order or see two words. There the letters of the cluster are ``/ActualText`` of a ``Span`` around its glyphs:
poppler looks for it in no other mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from polyleaf.render.tagging.blanks import Blanks
from polyleaf.render.tagging.codes import FILLER, FontCodes
from polyleaf.render.tagging.runs import PlainRun, Run
from polyleaf.render.tagging.units import JOINERS, Glyph, spoken
from polyleaf.render.tagging.words import actual_text, place_at

_CLOSE = 0.01
"""In parts of the type size: a glyph that ends so near the pen ends there."""


def paint_plain(stream: Any, codes: FontCodes, run: PlainRun, origin: tuple[float, float]) -> None:
    """Paints a run in which every letter is one glyph."""
    size, widths, places = run.size, run.font.widths, run.places
    pen = places[0]
    painted = [place_at(origin[0] + pen, origin[1]), "\n[<"]
    for glyph, letter, place in zip(run.glyphs, run.letters, places, strict=True):
        shift = round((pen - place) * 1000 / size)
        if shift:
            painted.append(f">{shift}<")
            pen -= shift * size / 1000
        painted.append(codes.hex(glyph, letter))
        pen += widths[glyph] * size / 1000
    painted.append(">] TJ")
    stream.stream.append("".join(painted))


def paint_run(
    stream: Any, codes: FontCodes, run: Run, origin: tuple[float, float], blanks: Blanks, *, spans: bool = True
) -> None:
    """Paints a run of clusters; ``spans``: those that need one get a ``Span`` (but not inside that of the run)."""
    line = _Line(run.size)
    for text, glyphs in _pieces(run):
        if len(glyphs) == 1 and not glyphs[0].y and glyphs[0].width and JOINERS.isdisjoint(text):
            line.add(glyphs[0].x, glyphs[0].width, codes.hex(glyphs[0].number, text))
            continue
        if spans:
            line.open(text)
        blank = blanks.of(stream, run)
        _paint_cluster(line, codes, run, text, glyphs, (run.font.widths[blank], codes.hex(blank, FILLER)))
        if spans:
            line.close()
    if painted := line.painted(origin):
        stream.stream.append(painted)


def _paint_cluster(
    line: _Line, codes: FontCodes, run: Run, text: str, glyphs: Sequence[Glyph], anchor: tuple[float, str]
) -> None:
    """Paints the glyphs of a cluster; ``anchor`` is width and code of a blank that says nothing."""
    if not glyphs:  # joiners alone in their run
        line.add(run.start, 0.0, anchor[1])
        return
    ordered = _in_order(glyphs)
    for place, glyph in enumerate(ordered):
        last = place == len(ordered) - 1
        letters = text[place:] if last else text[place : place + 1]
        if line.rise(-glyph.y):
            # pdfium sorts pieces by where they begin, and reads a text twice that is torn apart: begin at home.
            line.add(ordered[0].x, *anchor)
        line.add(glyph.x, glyph.width, codes.hex(glyph.number, letters or FILLER))
    right = max(glyph.pen + glyph.advance for glyph in glyphs)
    if abs(line.pen - right) > _CLOSE * run.size:
        # Poppler takes the last glyph's end for the end of the text: a blank brings it to where it is.
        if line.rise(0.0):
            line.add(ordered[0].x, *anchor)
        line.add(right - anchor[0] * run.size / 1000, *anchor)
    line.rise(0.0)


def _pieces(run: Run) -> Iterator[tuple[str, tuple[Glyph, ...]]]:
    """The clusters, with what has no glyph or no letter put to its neighbour."""
    text = ""
    glyphs: tuple[Glyph, ...] = ()
    for written, painted in run.clusters:
        letters = spoken(written)
        if text and glyphs and letters and painted:
            yield text, glyphs
            text, glyphs = "", ()
        text, glyphs = text + letters, (*glyphs, *painted)
    if text or glyphs:
        yield text, glyphs


def _in_order(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Glyphs from left to right, but one that moves the pen first: it stands on the line, and there the text begins."""
    first = next((glyph for glyph in glyphs if glyph.width and not glyph.y), glyphs[0])
    return [first, *(glyph for glyph in glyphs if glyph is not first)]


class _Line:
    """Operators of a run: glyphs in reading order, in as few as can be."""

    def __init__(self, size: float) -> None:
        self.pen = 0.0
        self._size = size
        self._start: float | None = None
        self._rise = 0.0
        self._done: list[str] = []
        self._array: list[str] = []

    def add(self, x: float, width: float, code: str) -> None:
        """A glyph at a place; its width is in thousandths of the type size."""
        if self._start is None:
            self._start = self.pen = x
        shift = round((self.pen - x) * 1000 / self._size)
        if shift:
            self._array.append(f">{shift}<")
            self.pen -= shift * self._size / 1000
        self._array.append(code)
        self.pen += width * self._size / 1000

    def rise(self, height: float) -> bool:
        """What follows stands so high over the line; whether it begins a new piece."""
        if height == self._rise:
            return False
        self._flush()
        self._rise = height
        self._done.append(f"{height:.3f} Ts")
        return True

    def open(self, text: str) -> None:
        """What follows is read as this text."""
        self._flush()
        self._done.append(f"/Span <</ActualText {actual_text(text)}>> BDC")

    def close(self) -> None:
        """End of what is read so."""
        self.rise(0.0)
        self._flush()
        self._done.append("EMC")

    def painted(self, origin: tuple[float, float]) -> str:
        """The operators; "" if there is no glyph."""
        self._flush()
        if self._start is None:
            return ""
        return "\n".join((place_at(origin[0] + self._start, origin[1]), *self._done))

    def _flush(self) -> None:
        if self._array:
            self._done.append(f"[<{''.join(self._array)}>] TJ".replace("<>", ""))
            self._array = []
