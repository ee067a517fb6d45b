"""What page breaks do: paragraphs that they tear, what stands at the foot of a page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from polyleaf.checks.measures.layout import FileLayout, PageLayout
from polyleaf.checks.measures.text_blocks import Block, ancestors
from polyleaf.checks.measures.writing import folded, readings
from polyleaf.model.pdf_facts import Paint

_SHAPES = ("Form", "Figure")

SAME_LINE = 1.0
"""In pt: baselines no farther apart are those of one line."""


def torn(layout: FileLayout) -> Iterator[tuple[PageLayout, Block, Block]]:
    """Paragraphs cut by a page break: the page, what stands at its foot, what stands on the next page."""
    for upper, lower in pairwise(layout.pages):
        before, after = lowest_block(upper), _highest(lower)
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
        elif goes_on(before, after, layout):
            yield upper, before, after


def goes_on(before: Block, after: Block, layout: FileLayout) -> bool:
    """Whether two blocks are the beginning and the end of one text of the document."""
    starts = readings("".join(folded(line.text) for line in before.lines))
    ends = readings("".join(folded(line.text) for line in after.lines))
    return any(start and end and start + end in layout.texts for start, end in zip(starts, ends, strict=False))


def lowest_block(page: PageLayout) -> Block | None:
    """What stands at the foot of a page, or None; on a line of several, the last of them: a name, then its number."""
    lowest = min((block.lines[-1].baseline for block in page.body), default=0.0)
    return next((one for one in reversed(page.body) if one.lines[-1].baseline < lowest + SAME_LINE), None)


def _highest(page: PageLayout) -> Block | None:
    return max(page.body, key=lambda block: block.lines[0].baseline, default=None)


def in_table_head(block: Block, layout: FileLayout) -> bool:
    """Whether a block stands in the head of a table, which is repeated on each page."""
    return any(layout.role(one) == "THead" for one in ancestors(block.element, layout.subject.facts.elements))


def heads_blank_row(block: Block, layout: FileLayout) -> bool:
    """Whether a block stands in the head of a table whose next row is empty, to be written in."""
    elements = layout.subject.facts.elements
    around = [tuple(ancestors(one, elements)) for one in range(len(elements))]
    table = next((one for one in ancestors(block.element, elements) if elements[one].role == "Table"), None)
    heads = {one for one, above in enumerate(around) if any(elements[up].role == "THead" for up in above)}
    rows = (one for one, above in enumerate(around) if elements[one].role == "TR" and table in above)
    first = next((one for one in rows if one not in heads), None)
    filled = {up for page in layout.pages for run in page.runs if run.element is not None for up in around[run.element]}
    return first is not None and first not in filled


def heads_shapes(block: Block, page: PageLayout, layout: FileLayout) -> bool:
    """Whether a picture, or lines to write on, stand below a block on its page: they may have no letters."""
    foot = block.lines[-1].baseline
    return any(layout.role(shape.element) in _SHAPES and shape.box[3] < foot for shape in page.facts.shapes)


def has_picture(page: PageLayout, layout: FileLayout) -> bool:
    """Whether a page has a picture or a drawing."""
    return any(shape.paint is Paint.PICTURE or layout.role(shape.element) == "Figure" for shape in page.facts.shapes)
