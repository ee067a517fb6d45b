"""Paints left-to-right runs: glyphs in one piece, each with a code of its own text.

Where letters and glyphs do not pair off one to one, or a mark stands over its letter, readers of the page come to
another order or see two words. There the letters of the cluster are ``/ActualText`` of a ``Span`` around its glyphs:
poppler looks for it in no other mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any
from unicodedata import category

from polyleaf.render.tagging.blanks import Blanks
from polyleaf.render.tagging.codes import FILLER, FontCodes
from polyleaf.render.tagging.runs import Cluster, PlainRun, Run
from polyleaf.render.tagging.units import JOINERS, Glyph, spoken
from polyleaf.render.tagging.words import actual_text, place_at

_MARK = "Mn"
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
    line = _Line(run.size, origin)
    pieces = list(_opened([*_pieces(run)]))
    last = max((place for place, (text, _) in enumerate(pieces) if text == " "), default=-1)
    lags = False  # whether pdf.js takes the pen to be elsewhere than it is: a blank gets a place of its own
    following = iter(enumerate(pairwise([*pieces, ("", ())])))
    for place, ((text, glyphs), (after, more)) in following:
        # pdfium drops a blank at the end of a run that a letter with a mark hangs over: both stand in one ``Span``.
        ends = spans and after == " " and place + 2 == len(pieces) and _has_mark(text)
        if len(glyphs) == 1 and not glyphs[0].y and glyphs[0].width and JOINERS.isdisjoint(text) and not ends:
            if text == " " and (lags or place == last):
                line.begin(glyphs[0].x)
            lags = lags and text != " " and _has_mark(text)
            line.add(glyphs[0].x, glyphs[0].width, codes.hex(glyphs[0].number, text))
            continue
        blank = more[0] if spans and after == " " and len(more) == 1 else None
        if spans:
            line.open(text + after if blank else text)
        number = blanks.of(stream, run)
        cluster = _Cluster(text, glyphs, run.font.widths[number] * run.size / 1000, codes.hex(number, FILLER))
        lags = _paint_cluster(line, codes, run, cluster, ends=blank is not None)
        if blank is not None:
            next(following)
            if lags or place + 1 == last:
                line.begin(blank.x)
            lags = False
            line.add(blank.x, blank.width, codes.hex(blank.number, after))
        if spans:
            line.close()
    if painted := line.painted():
        stream.stream.append(painted)


def _opened(pieces: Sequence[Cluster]) -> Iterator[Cluster]:
    """The pieces, such that no word begins with a glyph whose text has a mark in it.

    pdf.js takes such a glyph for one without width, and sees the blank before it once more behind it ("pr ocess").
    So the first glyph has the first letters, and the rest of its text begins that of the next.
    """
    starts, rest = True, ""
    for (text, glyphs), (following, _) in pairwise([*pieces, (" ", ())]):
        told, rest = rest + text, ""
        if starts and len(glyphs) == 1 and not following.isspace():
            mark = next((place for place, letter in enumerate(text) if category(letter) == _MARK), 0)
            if mark:
                told, rest = text[:mark], text[mark:]
        starts = text.isspace()
        yield told, glyphs


@cache
def _has_mark(text: str) -> bool:
    return any(category(letter) == _MARK for letter in text)


@dataclass(frozen=True, slots=True)
class _Cluster:
    """A text, its glyphs, and an anchor: the width in px and the code of a blank that says nothing."""

    text: str
    glyphs: Sequence[Glyph]
    width: float
    anchor: str


def _paint_cluster(line: _Line, codes: FontCodes, run: Run, cluster: _Cluster, *, ends: bool) -> bool:
    """Paints the glyphs of a cluster; ``ends``: a blank follows in the same mark.

    Returns:
        Whether pdf.js, which passes over anchors, takes the pen to be elsewhere than it is.
    """
    if not cluster.glyphs:  # joiners alone in their run
        line.add(run.start, 0.0, cluster.anchor)
        return False
    ordered = _in_order(cluster.glyphs)
    home, lags, before = ordered[0].x, False, 1.0
    for place, glyph in enumerate(ordered):
        letters = cluster.text[place:] if place == len(ordered) - 1 else cluster.text[place : place + 1]
        if line.rise(-glyph.y) or not (before or glyph.width):
            # pdfium sorts pieces by where they begin, and reads a text twice that is torn apart: begin behind home.
            # pdfminer begins a new line where two glyphs without width meet, MuPDF sees a blank in a gap.
            line.anchor(max(home, glyph.x - cluster.width), cluster)
            lags = True
        line.add(glyph.x, glyph.width, codes.hex(glyph.number, letters or FILLER))
        before = glyph.width
    right = max(glyph.pen + glyph.advance for glyph in cluster.glyphs)
    line.rise(0.0)
    if not ends and abs(line.pen - right) > _CLOSE * run.size:
        # Poppler takes the last glyph's end for the end of the text: a blank brings it to where it is.
        line.anchor(max(home, right - cluster.width), cluster)
        lags = True
    return lags


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

    def __init__(self, size: float, origin: tuple[float, float]) -> None:
        self.pen = 0.0
        self._size = size
        self._origin = origin
        self._begun = False
        self._rounded = 0.0
        self._rise = 0.0
        self._done: list[str] = []
        self._array: list[str] = []

    def begin(self, x: float) -> None:
        """What follows stands at a place, wherever a reader takes the pen to be: where ``TJ`` would bring it."""
        if not self._begun:
            self._start(x)
            return
        self._flush()
        self.pen -= self._shift(x) * self._size / 1000
        self._done.append(place_at(self._origin[0] + self.pen + self._rounded, self._origin[1], digits=6))

    def anchor(self, x: float, cluster: _Cluster) -> None:
        """A blank that says nothing."""
        self.add(x, cluster.width * 1000 / self._size, cluster.anchor)

    def add(self, x: float, width: float, code: str) -> None:
        """A glyph at a place; its width is in thousandths of the type size."""
        if not self._begun:
            self._start(x)
        if shift := self._shift(x):
            self._array.append(f">{shift}<")
            self.pen -= shift * self._size / 1000
        self._array.append(code)
        self.pen += width * self._size / 1000

    def _start(self, x: float) -> None:
        place = self._origin[0] + x
        self._done.insert(0, place_at(place, self._origin[1]))
        self._begun, self.pen, self._rounded = True, x, round(place, 3) - place

    def _shift(self, x: float) -> int:
        """How far back the pen moves, in the unit of ``TJ``."""
        return round((self.pen - x) * 1000 / self._size)

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

    def painted(self) -> str:
        """The operators; "" if there is no glyph."""
        self._flush()
        return "\n".join(self._done) if self._begun else ""

    def _flush(self) -> None:
        if self._array:
            self._done.append(f"[<{''.join(self._array)}>] TJ".replace("<>", ""))
            self._array = []
