"""What lies under text: the colours painted before it at its place (ISO 32000-1, 8.4 and 11.3)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from polyleaf.checks.measures.lines import baseline
from polyleaf.model.pdf_facts import PageFacts, Paint, Rgb, Shape, TextRun

PAPER: Rgb = (1.0, 1.0, 1.0)

_ACROSS = (0.02, 0.26, 0.5, 0.74, 0.98)
"""Where along a piece of text the ground under it is looked at."""

MIDDLE = 0.3
"""In ems above the baseline: the middle of small letters."""


class Ground(NamedTuple):
    """What a piece of text stands on at one point.

    Attributes:
        colour: The colour, or None where a picture or a gradient shows.
        known: Whether every colour could be told.
    """

    colour: Rgb | None
    known: bool = True


class Grounds:
    """What is under the text of a page; several measures ask for it.

    Args:
        page: The page.
    """

    def __init__(self, page: PageFacts) -> None:
        self._filled = [shape for shape in page.shapes if shape.paint is not Paint.STROKE]
        self._found: dict[int, tuple[Ground, ...]] = {}

    def under(self, run: TextRun) -> tuple[Ground, ...]:
        """What is under a piece of text of the page, looked at in several places along it."""
        found = self._found.get(id(run))
        if found is None:
            found = self._found[id(run)] = self._under(run)
        return found

    def _under(self, run: TextRun) -> tuple[Ground, ...]:
        left, _, right, _ = run.box
        height = baseline(run) + MIDDLE * run.size
        under = [shape for shape in self._filled if shape.order < run.order]
        if run.look.turn or not under:
            return (_ground((left + right) / 2, height, under),)
        beside = [shape for shape in under if shape.box[1] <= height <= shape.box[3]]
        if not beside:
            return (Ground(PAPER),) * len(_ACROSS)
        return tuple(_ground(left + part * (right - left), height, beside) for part in _ACROSS)


def _ground(x: float, y: float, shapes: Sequence[Shape]) -> Ground:
    """What shows at a point once everything is painted in order."""
    seen: list[tuple[Rgb, float]] = []
    base: Ground = Ground(PAPER)
    for shape in reversed(shapes):
        if not covers(shape, x, y):
            continue
        if shape.paint is not Paint.FILL:
            return Ground(None)
        if shape.colour.rgb is None:
            return Ground(PAPER, known=False)
        seen.append((shape.colour.rgb, shape.opacity))
        if shape.opacity >= 1:
            break
    colour = base.colour
    for paint, opacity in reversed(seen):
        colour = blended(paint, opacity, colour)
    return Ground(colour)


def covers(shape: Shape, x: float, y: float) -> bool:
    """Whether a filled shape covers a point."""
    left, bottom, right, top = shape.box
    if not (left <= x <= right and bottom <= y <= top):
        return False
    if not shape.outline:
        return True
    turns = crossings = 0
    for part in filter(None, shape.outline):
        ends = (*part[1:], part[0])
        for (x0, y0), (x1, y1) in zip(part, ends, strict=True):
            if (y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0):
                crossings += 1
                turns += 1 if y1 > y0 else -1
    return crossings % 2 == 1 if shape.even_odd else turns != 0


def blended(paint: Rgb | None, opacity: float, ground: Rgb | None) -> Rgb | None:
    """A colour seen through on a ground."""
    if paint is None or ground is None:
        return None
    if opacity == 1:
        return paint
    red, green, blue = (opacity * top + (1 - opacity) * below for top, below in zip(paint, ground, strict=True))
    return (red, green, blue)
