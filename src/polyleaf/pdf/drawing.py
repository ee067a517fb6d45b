"""What is painted on a page besides text: filled and stroked paths, pictures, gradients."""

from __future__ import annotations

from math import hypot

from polyleaf.model.pdf_facts import Paint, Rect, Shape
from polyleaf.pdf.library import Library
from polyleaf.pdf.limits import SHAPES
from polyleaf.pdf.marks import Mark
from polyleaf.pdf.matrix import bounds
from polyleaf.pdf.paths import Path, common
from polyleaf.pdf.state import State

_ON_A_PAGE = SHAPES // 4


class Drawing:
    """The shapes of one page.

    Attributes:
        shapes: In the order of painting.
        crowded: Whether there are more.
        path: The path that is being built.
        clips: Whether it becomes a clip when it is painted.
    """

    def __init__(self, library: Library) -> None:
        self.shapes: list[Shape] = []
        self.crowded = False
        self.path = Path()
        self.clips = False
        self._library = library

    def paint(self, state: State, mark: Mark, order: int, *, fill: bool, stroke: bool, even_odd: bool) -> None:
        """Paint the path, make it a clip if it is to be one, and begin a new one."""
        box = self.path.bounds()
        if box is not None:
            if fill:
                paint = Paint.PATTERN if state.fill.space == "Pattern" else Paint.FILL
                self._note(paint, box, state, mark, order, even_odd=even_odd, width=0.0)
            if stroke:
                width = state.width * hypot(*state.ctm[:2])
                grown = (box[0] - width / 2, box[1] - width / 2, box[2] + width / 2, box[3] + width / 2)
                self._note(Paint.STROKE, grown, state, mark, order, even_odd=False, width=width)
            if self.clips:
                state.clip = common(state.clip, box)
        self.path, self.clips = Path(), False

    def picture(self, state: State, mark: Mark, order: int) -> None:
        """A picture on the unit square."""
        self._note(Paint.PICTURE, bounds(state.ctm, 0, 0, 1, 1), state, mark, order, even_odd=False, width=0.0)

    def shading(self, state: State, mark: Mark, order: int, page: Rect) -> None:
        """A gradient over all that the clip leaves."""
        self._note(Paint.PATTERN, page, state, mark, order, even_odd=False, width=0.0)

    def _note(
        self, paint: Paint, box: Rect, state: State, mark: Mark, order: int, *, even_odd: bool, width: float
    ) -> None:
        seen = common(box, state.clip) or box
        colour, opacity = state.stroke_ink if paint is Paint.STROKE else state.fill_ink
        if seen[2] < seen[0] or seen[3] < seen[1] or not opacity > 0:
            return
        if len(self.shapes) >= _ON_A_PAGE or not self._library.spend_shape():
            self.crowded = True
            return
        outline = () if paint is Paint.PICTURE else self.path.outline(whole=paint is Paint.STROKE)
        self.shapes.append(Shape(paint, seen, outline, even_odd, colour, opacity, width, order, mark.element))
