"""Text on, under and across pictures and drawings."""

from __future__ import annotations

from itertools import pairwise

from polyleaf.checks.measures.grounds import MIDDLE, covers
from polyleaf.checks.measures.layout import FileLayout, Spot, Spots
from polyleaf.checks.measures.lines import baseline
from polyleaf.checks.measures.text_blocks import ancestors
from polyleaf.model.pdf_facts import PageFacts, Paint, Point, Rect, Shape, TextRun, around

_BODY = (0.05, 0.5)
"""In ems: small letters reach from here to here."""


_LINE = 2
"""Corners of a line."""


def over_pictures(layout: FileLayout) -> Spots:
    """Every piece of text on a picture or a gradient, under one, half on a drawing, or crossed by a line of it."""
    for page in layout.pages:
        figures = _figures(page.facts, layout)
        for run in page.runs:
            found = page.grounds.under(run)
            uneven = len(set(found)) > 1 or any(ground.colour is None for ground in found)
            over = uneven or _hidden(run, page.facts) or _crossed(run, page.facts, layout)
            if over or _on_figure(run, figures, layout):
                yield Spot(1, page.number, page.words(run))


def _figures(page: PageFacts, layout: FileLayout) -> dict[int, Rect]:
    """The area of each figure on a page that is drawn; a square code among them, without the ground around it."""
    areas: dict[int, Rect] = {}
    for shape in page.shapes:
        if shape.element is None or layout.role(shape.element) != "Figure":
            continue
        drawn = _drawn(shape)
        areas[shape.element] = around(areas.get(shape.element, drawn), drawn)
    return areas


def _drawn(shape: Shape) -> Rect:
    """The area of its parts that have one: a place that a path only begins at is not painted."""
    corners = [corner for part in shape.outline if len(part) > _LINE for corner in part]
    if not corners:
        return shape.box
    across, up = zip(*corners, strict=True)
    return min(across), min(up), max(across), max(up)


def _on_figure(run: TextRun, figures: dict[int, Rect], layout: FileLayout) -> bool:
    """Whether text that is no label of it stands in the area of a figure, by a third of its letters or more."""
    left, _, right, _ = run.box
    low, high = (baseline(run) + part * run.size for part in _BODY)
    elements = layout.subject.facts.elements
    for element, area in figures.items():
        wide = min(right, area[2]) - max(left, area[0])
        tall = min(high, area[3]) - max(low, area[1])
        if min(wide, tall) < (high - low) / 3:
            continue
        if element not in ancestors(run.element, elements):
            return True
    return False


def _hidden(run: TextRun, page: PageFacts) -> bool:
    """Whether something is painted over its middle later."""
    x, y = (run.box[0] + run.box[2]) / 2, baseline(run) + MIDDLE * run.size
    return any(
        shape.order > run.order and shape.paint is not Paint.STROKE and covers(shape, x, y) for shape in page.shapes
    )


def _crossed(run: TextRun, page: PageFacts, layout: FileLayout) -> bool:
    """Whether a line of a drawing runs through the letters."""
    left, _, right, _ = run.box
    low, high = (baseline(run) + part * run.size for part in _BODY)
    inset = 0.1 * run.size
    for shape in page.shapes:
        box = shape.box
        if shape.paint is not Paint.STROKE or box[0] > right or box[2] < left or box[1] > high or box[3] < low:
            continue
        if layout.role(shape.element) != "Figure":
            continue
        for part in shape.outline:
            for start, end in pairwise(part):
                if _meets(start, end, left + inset, low, right - inset, high):
                    return True
    return False


def _meets(start: Point, end: Point, left: float, bottom: float, right: float, top: float) -> bool:
    """Whether a straight line has a part inside a rectangle (Liang and Barsky)."""
    (x0, y0), (x1, y1) = start, end
    enter, leave = 0.0, 1.0
    for along, room in ((x0 - x1, x0 - left), (x1 - x0, right - x0), (y0 - y1, y0 - bottom), (y1 - y0, top - y0)):
        if along == 0:
            if room < 0:
                return False
            continue
        at = room / along
        if along < 0:
            enter = max(enter, at)
        else:
            leave = min(leave, at)
    return enter < leave
