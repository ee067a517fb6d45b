"""Measures of the edges of the text: margins, and the side at which lines begin."""

from __future__ import annotations

import re

from polyleaf.checks.measures.breaks import SAME_LINE
from polyleaf.checks.measures.layout import FileLayout, PageLayout, Spot, Spots
from polyleaf.checks.measures.text_blocks import Block
from polyleaf.checks.measures.writing import is_mixed
from polyleaf.checks.pdf_subjects import MM
from polyleaf.model.language import Direction
from polyleaf.model.pdf_facts import Rect, TextRun

_CAPITALS = 0.72
"""In ems: height of capitals above the baseline."""

_WORD = re.compile(r"(?<!\S)\W?[^\W\d_]+(?:[’'-][^\W\d_]+)*[.,;:!?)]?(?!\S)")
"""A word that is no part of an address."""
_PROSE = 3
"""Words in letters of the other direction that make a text of its own: fewer are names (``render/one_way.py``)."""


def sides(layout: FileLayout, block: Block) -> set[bool]:
    """At which side its lines may begin (True: at the right).

    Words of two scripts follow the one, or the page; numbers, signs, addresses and names alone, as in the cells of a
    table or in lines of contacts, the page.
    """
    rtl = layout.subject.document.language.direction is Direction.RTL
    follows = is_mixed(block.text) or len(_WORD.findall(block.text)) < _PROSE
    return {block.right_to_left, *((rtl,) if follows else ())}


def margins(layout: FileLayout) -> Spots:
    """From the edge of the page to the text, in mm: at the sides for all text, above and below for the body."""
    for page in layout.pages:
        left, bottom, right, top = page.facts.sheet
        for line in page.lines:
            yield Spot(min(line.left - left, right - line.right) / MM, page.number, line.text)
        for line in page.body_lines:
            room = min(top - line.baseline - _CAPITALS * line.size, line.baseline - bottom)
            yield Spot(room / MM, page.number, line.text)


def extent(run: TextRun) -> Rect:
    """Where letters stand: across as far as their advances, up and down as far as their ink.

    Tall fonts ask for room that few words fill. Where nobody knows of ink, it is what the font asks for.
    """
    left, _, right, _ = run.box
    if any(edge != edge for rect in run.ink for edge in rect):  # noqa: PLR0124 - NaN
        return run.box
    rects = [rect for rect in run.ink if rect[0] < rect[2] and rect[1] < rect[3]]
    return (left, min(rect[1] for rect in rects), right, max(rect[3] for rect in rects)) if rects else run.box


def room(box: Rect, sheet: Rect) -> float:
    """The least distance in pt between a box and the edges around it; below 0 outside, NaN if it is nowhere."""
    left, bottom, right, top = box
    rooms = (left - sheet[0], bottom - sheet[1], sheet[2] - right, sheet[3] - top)
    return float("nan") if any(room != room for room in rooms) else min(rooms)  # noqa: PLR0124 - NaN


def head_beside(block: Block, page: PageLayout) -> tuple[float, float] | None:
    """Left and right of the heading in whose line a block begins: that line begins where the heading does."""
    foot = block.lines[0].baseline
    heads = (one.lines[-1] for one in page.body if one.heading)
    return next(((line.left, line.right) for line in heads if abs(line.baseline - foot) < SAME_LINE), None)
