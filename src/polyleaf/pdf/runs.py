"""Joins what is shown into runs: the letters of one line in one font and look, however many operators show them.

Typesetters show a line of Nastaliq letter by letter, each at its own height, and right-to-left text perhaps from
right to left. What is measured on a run is measured over all of them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from math import atan2, degrees, hypot, isfinite

from polyleaf.model.pdf_facts import Colour, Look, Rect, TextRun, around
from polyleaf.pdf.fonts import Font
from polyleaf.pdf.library import Library
from polyleaf.pdf.marks import Mark
from polyleaf.pdf.matrix import Matrix, bounds
from polyleaf.pdf.open_run import OpenRun
from polyleaf.pdf.shown import Shown
from polyleaf.pdf.unreadable import UnreadablePdf

_LINE = 1.4
"""In ems: glyphs of one line lie no further apart, from the lowest to the highest."""


class Runs:
    """The runs of one page."""

    def __init__(self, library: Library) -> None:
        self._done: list[tuple[TextRun, int]] = []
        self._heights: dict[int, Counter[float]] = {}
        self._certain: dict[int, set[float]] = {}
        self._library = library
        self._open: OpenRun | None = None
        self._looks = Looks()

    def add(
        self,
        piece: Shown,
        font: Font,
        size: float,
        rise: float,
        matrix: Matrix,
        *,
        ink: tuple[Colour, float],
        mark: Mark,
        says: str | None,
        clip: Rect | None,
        order: int,
        text_object: int,
    ) -> None:
        """Take in what an operator showed.

        Args:
            piece: What it showed.
            font: Its font.
            size: In text space.
            rise: In text space.
            matrix: From text space (stretched as ``Tz`` says) to the page, at the place of the pen.
            ink: Colour and opacity.
            mark: The marked content it stands in.
            says: What it says by ``ActualText``, or None.
            clip: The clip.
            order: Its place in the order of painting, if it begins a run.
            text_object: Number of the text object (``BT``) it stands in.

        Raises:
            UnreadablePdf: It stands outside every coordinate system, or there is too much text.
        """
        self._library.spend_run()
        look, height = self._looks.of(matrix, ink)
        ems = size * height
        box = bounds(
            matrix, piece.left * size, rise + font.descent * size, piece.right * size, rise + font.ascent * size
        )
        if not isfinite(box[0] + box[1] + box[2] + box[3] + ems):
            raise UnreadablePdf("it places text outside every coordinate system")
        base = round(matrix[5], 2)
        key = (font, size, look, mark, clip, text_object, height)
        run = self._open
        if run is None or run.key != key or not run.takes(box, base, abs(ems)):
            self._close()
            run = self._open = OpenRun(
                key, font, abs(ems), look, mark, clip, order, text_object, box, box, not look.turn, piece.blank, Shown()
            )
        else:
            run.note_gap(box, piece)
            if run.blank == piece.blank:
                run.box = around(run.box, box)
            elif run.blank:
                run.box, run.blank = box, False
        run.last = box
        total = run.all
        total.codes += piece.codes
        total.gaps += piece.gaps
        total.tight += piece.tight
        total.spaces += piece.spaces
        total.widened += piece.widened
        heights = run.heights
        heights[base] = heights.get(base, 0) + len(piece.codes)
        run.ink.append(_ink(piece, font, size, rise, matrix))
        run.texts.append(font.text(piece.codes) if says is None else says)

    def stand(self, text_object: int, height: float) -> None:
        """Note that a text object has its baseline at this height for certain."""
        self._certain.setdefault(text_object, set()).add(height)

    def finish(self) -> tuple[TextRun, ...]:
        """All runs, in the order of painting.

        Words whose letters all stand above their line (Nastaliq) have their baseline from others: from hidden text
        of the same text object, or from all its letters if they lie as close as on one line.
        """
        self._close()
        return tuple(self._settled(run, text_object) for run, text_object in self._done)

    def _settled(self, run: TextRun, text_object: int) -> TextRun:
        own = run.baseline if run.baseline is not None else 0.0
        near = [one for one in self._certain.get(text_object, ()) if abs(one - own) <= _LINE * run.size]
        heights = self._heights[text_object]
        if near:
            base = min(near, key=lambda one: abs(one - own))
        elif len(heights) > 1 and max(heights) - min(heights) <= _LINE * run.size:
            base = _most(heights)
        else:
            return run
        facts = self._library.shown[run.font]
        # What the font asks for above and below its line holds room for letters that stand off it.
        box = (run.box[0], base + facts.descent * run.size, run.box[2], base + facts.ascent * run.size)
        return replace(run, baseline=base, box=run.box if run.look.turn else box)

    def _close(self) -> None:
        """Close the run that is open, if one is."""
        run, self._open = self._open, None
        if run is None:
            return
        font, total = run.font, run.all
        thin = sum(map(font.thin.__contains__, total.codes)) if font.thin else 0
        self._heights.setdefault(run.text_object, Counter()).update(run.heights)
        self._done.append(
            (
                TextRun(
                    font=self._library.place(font),
                    size=run.size,
                    box=run.box,
                    missing=sum(map(font.is_missing, total.codes)),
                    text="".join(run.texts),
                    artifact=run.mark.artifact,
                    look=run.look,
                    baseline=_most(run.heights),
                    glyphs=len(total.codes) - thin,
                    word_space=font.space_width + total.widened / total.spaces if total.spaces else None,
                    letter_space=_added(total.gaps, total.tight),
                    clip=run.clip if run.clip is not None and _cuts(run.clip, run.box) else None,
                    order=run.order,
                    element=run.mark.element,
                    ink=tuple(filter(None, run.ink)) if run.upright and all(run.ink) else (),
                ),
                run.text_object,
            )
        )


def _ink(piece: Shown, font: Font, size: float, rise: float, matrix: Matrix) -> Rect | None:
    """A rectangle around the ink of a piece; None if nobody knows."""
    box = font.glyphs and font.glyphs.around(piece.codes)
    if not box:
        return None
    left, bottom, right, top = box
    if len(piece.codes) > 1:
        left, right = piece.left, piece.right
    return bounds(matrix, left * size, rise + bottom * size, right * size, rise + top * size)


def _most(heights: Counter[float]) -> float:
    """The height most glyphs stand at, the lowest of those."""
    number = max(heights.values())
    return min(height for height, times in heights.items() if times == number)


def _cuts(clip: Rect, box: Rect) -> bool:
    return clip[0] > box[0] or clip[1] > box[1] or clip[2] < box[2] or clip[3] < box[3]


def _added(gaps: list[float], tight: int) -> float:
    """What is added between nearly all letters; ``tight`` more gaps are nothing.

    Kerning moves some letters, spacing moves all: what three quarters of the gaps have in common.
    """
    if tight > len(gaps) or not gaps:
        return 0.0
    ordered = sorted([*gaps, *[0.0] * tight])
    least, most = ordered[len(ordered) // 4], ordered[3 * len(ordered) // 4]
    return round(max(least, 0.0) + min(most, 0.0), 4)


class Looks:
    """The looks of one page, each worked out once."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], tuple[Look, float]] = {}

    def of(self, matrix: Matrix, ink: tuple[Colour, float]) -> tuple[Look, float]:
        """How letters of this matrix stand, and the height of an em of 1 pt."""
        key = (matrix[:4], ink)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = _look(matrix, *ink)
        return found


def _look(matrix: Matrix, colour: Colour, opacity: float) -> tuple[Look, float]:
    a, b, c, d = matrix[:4]
    along, up, area = hypot(a, b), hypot(c, d), a * d - b * c
    if not along or not up or not isfinite(area):
        return Look(colour=colour, opacity=opacity), up
    height = abs(area) / along  # of an em, square to the baseline
    lean = degrees(atan2(a * c + b * d, abs(area)))
    return (
        Look(
            turn=round(degrees(atan2(b, a)), 2) + 0.0,
            slant=round(lean, 2) + 0.0,
            stretch=round(along / height, 3) if height else 1.0,
            mirrored=area < 0,
            colour=colour,
            opacity=round(opacity, 3),
        ),
        up,
    )
