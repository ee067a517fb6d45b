"""Measures of page breaks: what is torn apart, what is left alone, pages with next to nothing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from polyleaf.checks.measures.layout import Layout, PageLayout, Spot
from polyleaf.checks.measures.text_blocks import Block, ancestors
from polyleaf.checks.measures.writing import folded, readings
from polyleaf.model.pdf_facts import Paint

_BACKGROUND = 0.5
"""A fill of more than this share of the page is its background."""


def lines_before_break(layout: Layout) -> Iterator[Spot]:
    """Lines of a paragraph at the foot of a page when it goes on over the page."""
    for upper, first, _ in _torn(layout):
        yield Spot(len(first.lines), upper.number, first.text)


def lines_after_break(layout: Layout) -> Iterator[Spot]:
    """Lines of a paragraph at the head of a page when it began on the page before."""
    for upper, _, rest in _torn(layout):
        yield Spot(len(rest.lines), upper.number + 1, rest.text)


def headings_at_foot(layout: Layout) -> Iterator[Spot]:
    """Every page but the last that ends with a heading, or with the head of a table."""
    for page in layout.pages[:-1]:
        lowest = _lowest(page)
        if lowest is not None and (lowest.heading or _in_table_head(lowest, layout)):
            yield Spot(1, page.number, lowest.text)


def torn_rows(layout: Layout) -> Iterator[Spot]:
    """Every row of a table that begins on one page and ends on the next."""
    for upper, lower in pairwise(layout.pages):
        rows, below = _rows(upper, layout), _rows(lower, layout)
        torn = rows.keys() & below.keys()
        if not torn and rows and below:  # a tree may have two rows where the page has one
            last, first = rows[max(rows)], below[min(below)]
            torn = {max(rows)} if any(_goes_on(cell, rest, layout) for cell in last for rest in first) else set()
        for row in torn:
            yield Spot(1, upper.number, " ".join(cell.text for cell in rows[row]))


def _rows(page: PageLayout, layout: Layout) -> dict[int, list[Block]]:
    """The cells of each row on a page; rows of a table's head are repeated and do not count."""
    found: dict[int, list[Block]] = {}
    for block in page.body:
        row = layout.row(block)
        if row is not None and not _in_table_head(block, layout):
            found.setdefault(row, []).append(block)
    return found


def lines_on_last_page(layout: Layout) -> Iterator[Spot]:
    """Lines of the leaflet on its last page, if it has more than one and no picture there."""
    if len(layout.pages) > 1 and not _has_picture(layout.pages[-1], layout):
        page = layout.pages[-1]
        lines = {round(line.baseline) for line in page.body_lines}
        yield Spot(len(lines), page.number, page.body_lines[0].text if page.body_lines else "")


def empty_pages(layout: Layout) -> Iterator[Spot]:
    """Every page with neither text nor a picture."""
    for page in layout.pages:
        if not page.body_lines and not _has_picture(page, layout) and not any(_is_drawn(page)):
            yield Spot(1, page.number, "")


def _torn(layout: Layout) -> Iterator[tuple[PageLayout, Block, Block]]:
    """Paragraphs cut by a page break: the page, what stands at its foot, what stands on the next page."""
    for upper, lower in pairwise(layout.pages):
        before, after = _lowest(upper), _highest(lower)
        known = {block.element: block for block in lower.body if block.element is not None}
        same = [
            (block, known[block.element])
            for block in upper.body
            if block.element in known and layout.row(block) is None and layout.role(block.element) != "Figure"
        ]
        if same:
            yield from ((upper, first, rest) for first, rest in same)
        elif before is None or after is None or layout.row(before) is not None:
            continue
        elif _goes_on(before, after, layout):
            yield upper, before, after


def _goes_on(before: Block, after: Block, layout: Layout) -> bool:
    """Whether two blocks are the beginning and the end of one text of the document."""
    starts = readings("".join(folded(line.text) for line in before.lines))
    ends = readings("".join(folded(line.text) for line in after.lines))
    return any(start and end and start + end in layout.texts for start, end in zip(starts, ends, strict=False))


def _lowest(page: PageLayout) -> Block | None:
    return min(page.body, key=lambda block: block.lines[-1].baseline, default=None)


def _highest(page: PageLayout) -> Block | None:
    return max(page.body, key=lambda block: block.lines[0].baseline, default=None)


def _in_table_head(block: Block, layout: Layout) -> bool:
    return any(layout.role(one) == "THead" for one in ancestors(block.element, layout.subject.facts.elements))


def _has_picture(page: PageLayout, layout: Layout) -> bool:
    return any(shape.paint is Paint.PICTURE or layout.role(shape.element) == "Figure" for shape in page.facts.shapes)


def _is_drawn(page: PageLayout) -> Iterator[bool]:
    """Whether each shape is more than a background: a page of lines to write on is not empty."""
    left, bottom, right, top = page.facts.sheet
    area = (right - left) * (top - bottom)
    for shape in page.facts.shapes:
        covered = (shape.box[2] - shape.box[0]) * (shape.box[3] - shape.box[1])
        yield covered < _BACKGROUND * area
