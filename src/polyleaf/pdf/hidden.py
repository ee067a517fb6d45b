"""Text that is not painted: rendering modes 3 and 7 (ISO 32000-1, 9.3.6).

polyleaf paints the glyphs of joined and stacked scripts without text and hangs the letters, unseen, under them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import isfinite

from polyleaf.model.pdf_facts import Rect, TextRun
from polyleaf.pdf.fonts import Font
from polyleaf.pdf.library import Library
from polyleaf.pdf.marks import Mark
from polyleaf.pdf.matrix import Matrix, bounds
from polyleaf.pdf.shown import Shown

NO_FONT = -1
"""Number of the font of hidden text: what is not seen needs none."""

_MARKS = str.maketrans("", "", "\u200a\u200b\u200e\u200f\u2060")
"""What steers programs that read a line, beside it: it has no place on the page."""


@dataclass(slots=True)
class _Open:
    key: tuple[Mark, int, float]
    size: float
    order: int
    box: Rect
    texts: list[str] = field(default_factory=list)
    glyphs: int = 0
    silent: bool = True
    placed: bool = False


class Hidden:
    """The hidden text of one page, by text object and baseline.

    Attributes:
        done: What is closed.
    """

    def __init__(self, library: Library) -> None:
        self.done: list[TextRun] = []
        self._library = library
        self._open: _Open | None = None

    def add(
        self,
        piece: Shown,
        font: Font,
        size: float,
        matrix: Matrix,
        mark: Mark,
        says: str | None,
        order: int,
        place: int,
    ) -> None:
        """Take in what an operator shows unseen; ``matrix`` leads to the page, ``place`` is the text object's number.

        Raises:
            UnreadablePdf: There is too much text.
        """
        self._library.spend_run()
        left, bottom, right, top = bounds(matrix, piece.left * size, 0.0, piece.right * size, size)
        if not (isfinite(left + right) and isfinite(bottom + top)):
            return  # nobody sees where it stands
        key = (mark, place, round(matrix[5], 2))
        run = self._open
        if run is None or run.key != key:
            self.close()
            run = self._open = _Open(key, top - bottom, order, (left, bottom, right, top))
        text = font.text(piece.codes) if says is None else says
        box, placed = run.box, bool(text.translate(_MARKS) if text else says is None)
        if placed and not run.placed:
            run.box, run.placed = (left, bottom, right, top), True
        elif placed == run.placed:
            run.box = (min(box[0], left), min(box[1], bottom), max(box[2], right), max(box[3], top))
        run.texts.append(text)
        run.glyphs += len(piece.codes)
        run.silent &= says == ""

    def close(self) -> None:
        """Close what is open."""
        run, self._open = self._open, None
        if run is not None and not run.silent:  # what says nothing only tells viewers where lines begin
            mark, _, baseline = run.key
            self.done.append(
                TextRun(
                    font=NO_FONT,
                    size=run.size,
                    box=run.box,
                    missing=0,
                    text="".join(run.texts),
                    artifact=mark.artifact,
                    baseline=baseline,
                    glyphs=run.glyphs,
                    order=run.order,
                    element=mark.element,
                )
            )
