"""Shapes and lines as a press sees them."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot, isfinite

from polyleaf.model.pdf_facts import Rect
from polyleaf.model.press_facts import PathPaint
from polyleaf.pdf.drawing import Drawing
from polyleaf.pdf.library import Library
from polyleaf.pdf.marks import Mark
from polyleaf.pdf.paths import Path, common
from polyleaf.pdf.state import State


@dataclass(slots=True)
class PressState(State):
    """The graphics state with what a press asks besides.

    Attributes:
        overprint, overprint_stroke: For what is filled, and for lines.
        overprint_mode: 0 or 1.
    """

    overprint: bool = False
    overprint_stroke: bool = False
    overprint_mode: int = 0


class Shapes(Drawing):
    """The shapes of one page.

    Attributes:
        paths: In the order of painting.
    """

    def __init__(self, library: Library) -> None:
        super().__init__(library)
        self.paths: list[PathPaint] = []

    def paint(
        self,
        state: State,
        mark: Mark,  # noqa: ARG002 - tags are no matter of the press
        order: int,  # noqa: ARG002
        *,
        fill: bool,
        stroke: bool,
        even_odd: bool,  # noqa: ARG002
    ) -> None:
        """Paint the path, make it a clip if it is to be one, and begin a new one."""
        box = self.path.bounds()
        if box is not None:
            if (fill or stroke) and isinstance(state, PressState):
                self._take(state, box, fill=fill, stroke=stroke)
            if self.clips:
                state.clip = common(state.clip, box)
        self.path, self.clips = Path(), False

    def _take(self, state: PressState, box: Rect, *, fill: bool, stroke: bool) -> None:
        seen = common(box, state.clip) or box
        width = state.width * hypot(*state.ctm[:2]) if stroke else 0.0
        if seen[2] < seen[0] or seen[3] < seen[1] or not isfinite(width):
            return
        if not self._library.spend_shape():
            self.crowded = True
            return
        self.paths.append(
            PathPaint(
                box=seen,
                fill=state.fill if fill else None,
                stroke=state.stroke if stroke else None,
                width=width,
                overprint=state.overprint if fill else state.overprint_stroke,
            )
        )
