"""A run that may go on: what was joined so far."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from polyleaf.model.pdf_facts import Look, Rect
from polyleaf.pdf.fonts import Font
from polyleaf.pdf.marks import Mark
from polyleaf.pdf.shown import Shown

_LEVEL = 0.05
"""In ems: letters whose baselines differ by less stand on one line."""

_STACK = 1.0
"""In ems: how far letters of one piece of marked content may stand above and below each other (Nastaliq stacks)."""

_APART = 1.0
"""In ems: letters further apart are two runs."""

_BACK = 2.0
"""In ems: how far a letter may reach back over the ones before it (marks, Nastaliq)."""


@dataclass(slots=True)
class OpenRun:
    """A run that may go on."""

    key: tuple[object, ...]
    font: Font
    size: float
    look: Look
    mark: Mark
    clip: Rect | None
    order: int
    text_object: int
    box: Rect
    last: Rect
    """Box of the piece added last."""
    upright: bool
    blank: bool
    all: Shown
    heights: Counter[float] = field(default_factory=Counter)
    ink: list[Rect | None] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def takes(self, box: Rect, base: float, size: float) -> bool:
        """Whether a piece goes on with the run: on its line, beside it."""
        if not self.upright:
            return False
        drop = _STACK if self.mark.marked else _LEVEL
        if abs(base - next(iter(self.heights))) > drop * size:
            return False
        after, before = box[0] - self.last[2], self.last[0] - box[2]
        return -_BACK * size < max(after, before) < _APART * size

    def note_gap(self, box: Rect, piece: Shown) -> None:
        """Note what lies between the piece and the one before it."""
        gap = max(box[0] - self.last[2], self.last[0] - box[2]) / self.size if self.size else 0.0
        spaces = self.font.spaces
        if piece.codes[0] in spaces or self.all.codes[-1] in spaces:
            self.all.widened += gap
        else:
            self.all.gaps.append(gap)
