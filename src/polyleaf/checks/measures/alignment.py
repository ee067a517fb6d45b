"""Measures of the edges of the text: where lines begin and end, margins, columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from polyleaf.checks.measures.layout import Layout, PageLayout, Spot
from polyleaf.checks.measures.lines import Line
from polyleaf.checks.measures.text_blocks import Block
from polyleaf.checks.measures.writing import is_mixed
from polyleaf.checks.pdf_subjects import MM, is_blank
from polyleaf.model.language import Direction
from polyleaf.model.pdf_facts import Rect

_ENDS = 0.3
"""In pt: ends of justified lines agree to this; ragged ones differ by whole letters."""

_STRETCHED = 0.03
"""In ems: word spaces of one font that differ by more were stretched."""

_CAPITALS = 0.72
"""In ems: height of capitals above the baseline."""

_COLUMN_LINES = 3
"""So many lines make running text; fewer may stand beside each other (a name and a language)."""


def line_starts(layout: Layout) -> Iterator[Spot]:
    """How far, in ems, a line of a paragraph begins from where its paragraph begins."""
    for page in layout.pages:
        for block in page.body:
            if len(block.lines) > 1 and not block.heading:
                moves = min((_moves(block, right=side) for side in _sides(layout, block)), key=max)
                for line, move in zip(block.lines, moves, strict=True):
                    yield Spot(move, page.number, line.text)


def _sides(layout: Layout, block: Block) -> set[bool]:
    """At which side its lines may begin (True: at the right). Words of two scripts follow the one, or the page."""
    rtl = layout.subject.document.language.direction is Direction.RTL
    return {block.right_to_left, *((rtl,) if is_mixed(block.text) else ())}


def _moves(block: Block, *, right: bool) -> list[float]:
    """How far each line begins from where most begin, in ems."""
    starts = [line.right if right else line.left for line in block.lines]
    ((usual, _),) = Counter(round(start) for start in starts).most_common(1)
    edge = min(starts, key=lambda start: abs(start - usual))
    return [abs(start - edge) / line.size for line, start in zip(block.lines, starts, strict=True)]


def justified(layout: Layout) -> Iterator[Spot]:
    """Every paragraph whose lines end at one edge because the spaces in them were stretched."""
    uneven = _uneven_fonts(layout)
    for page in layout.pages:
        for block in page.body:
            lines = block.lines[:-1]
            # Where spaces vary by themselves it takes one more line to be sure.
            varies = block.right_to_left or block.lines[0].runs[0].font in uneven
            if len(lines) < (3 if varies else 2):
                continue
            rag = max(_rag(lines, right=not side) for side in _sides(layout, block))
            spaces = [space for line in block.lines if (space := _word_space(line)) is not None]
            if rag <= _ENDS and spaces and max(spaces) - min(spaces) > _STRETCHED:
                yield Spot(1, page.number, block.lines[0].text)


def _rag(lines: Sequence[Line], *, right: bool) -> float:
    """How far apart lines end at one side, in pt."""
    ends = [line.right if right else line.left for line in lines]
    return max(ends) - min(ends)


def _uneven_fonts(layout: Layout) -> set[int]:
    """Fonts whose spaces vary (kerning) where nothing stretches them: in the last lines of paragraphs."""
    found: dict[int, list[float]] = {}
    for page in layout.pages:
        for block in page.body:
            for run in block.lines[-1].runs:
                if run.word_space is not None:
                    found.setdefault(run.font, []).append(run.word_space)
    return {font for font, spaces in found.items() if max(spaces) - min(spaces) > _STRETCHED}


def margins(layout: Layout) -> Iterator[Spot]:
    """From the edge of the page to the text, in mm: at the sides for all text, above and below for the body."""
    for page in layout.pages:
        left, bottom, right, top = page.facts.sheet
        for line in page.lines:
            yield Spot(min(line.left - left, right - line.right) / MM, page.number, line.text)
        for line in page.body_lines:
            room = min(top - line.baseline - _CAPITALS * line.size, line.baseline - bottom)
            yield Spot(room / MM, page.number, line.text)


def beyond_margin(layout: Layout) -> Iterator[Spot]:
    """How far text stands in the side margins of its edition, in mm."""
    margin = layout.subject.edition.margin * MM
    for page in layout.pages:
        left, _, right, _ = page.facts.sheet
        for line in page.lines:
            yield Spot(max(left + margin - line.left, line.right - right + margin, 0.0) / MM, page.number, line.text)


def room_to_edge(layout: Layout) -> Iterator[Spot]:
    """From the edge of the page to any text, in mm; below 0 outside."""
    for page in layout.pages:
        for run in page.facts.runs:
            if not is_blank(run):
                yield Spot(room(run.box, page.facts.sheet) / MM, page.number, page.words(run))


def room(box: Rect, sheet: Rect) -> float:
    """The least distance in pt between a box and the edges around it; below 0 outside, NaN if it is nowhere."""
    left, bottom, right, top = box
    rooms = (left - sheet[0], bottom - sheet[1], sheet[2] - right, sheet[3] - top)
    return float("nan") if any(room != room for room in rooms) else min(rooms)  # noqa: PLR0124 - NaN


def columns(layout: Layout) -> Iterator[Spot]:
    """How many blocks of running text stand side by side, page by page; cells of tables are not running text."""
    for page in layout.pages:
        running = [block for block in page.body if len(block.lines) >= _COLUMN_LINES and not layout.in_table(block)]
        yield max((_beside(block, running, page) for block in running), default=Spot(1, page.number, ""))


def _beside(block: Block, others: Sequence[Block], page: PageLayout) -> Spot:
    left, bottom, right, top = _extent(block)
    number = 1
    for other in others:
        low = _extent(other)
        side_by_side = low[2] <= left or low[0] >= right
        if side_by_side and min(top, low[3]) - max(bottom, low[1]) > block.lines[0].size:
            number += 1
    return Spot(number, page.number, block.text)


def _extent(block: Block) -> Rect:
    return (
        min(line.left for line in block.lines),
        min(line.baseline for line in block.lines),
        max(line.right for line in block.lines),
        max(line.baseline for line in block.lines),
    )


def _word_space(line: Line) -> float | None:
    """The widest mean word space of its runs."""
    return max((run.word_space for run in line.runs if run.word_space is not None), default=None)
