"""Lines with marks of lists as lists inside lists."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from polyleaf.importing.gathered import Element, Line
from polyleaf.importing.inline_out import markdown_of
from polyleaf.importing.texts import text_of
from polyleaf.model.leaflet import Block, ListBlock, ListItem, Paragraph
from polyleaf.model.message import Text

_DEEPEST = 3
_STEP = 10.0
"""Points by which an inner list is moved in at least."""


def nested(
    elements: Sequence[Element], inner: Callable[[Sequence[Element]], tuple[Block[Text], ...]]
) -> tuple[Block[Text], ...]:
    """The lists that some lines are; the first of them has a mark.

    Args:
        elements: Lines with marks, lines that go on with an item, and whatever stands between them.
        inner: Makes blocks of what is no item.
    """
    elements = _by_indent(elements)
    depths = sorted({one.mark.depth for one in elements if isinstance(one, Line) and one.mark})
    place = {depth: min(at, _DEEPEST) for at, depth in enumerate(depths)}
    return tuple(_lists(elements, 0, place, inner))


def _by_indent(elements: Sequence[Element]) -> Sequence[Element]:
    """The lines with the depth that the eye sees, where all have one by their list but stand at several edges."""
    marks = [one.mark for one in elements if isinstance(one, Line) and one.mark]
    if len({mark.depth for mark in marks}) > 1:
        return elements
    edges: list[float] = []
    for indent in sorted({mark.indent for mark in marks}):
        if not edges or indent - edges[-1] >= _STEP:
            edges.append(indent)
    return [
        replace(one, mark=replace(one.mark, depth=sum(edge <= one.mark.indent for edge in edges) - 1))
        if isinstance(one, Line) and one.mark
        else one
        for one in elements
    ]


def _lists(
    elements: Sequence[Element],
    depth: int,
    place: dict[int, int],
    inner: Callable[[Sequence[Element]], tuple[Block[Text], ...]],
) -> list[Block[Text]]:
    """Lists of one depth; what is deeper belongs to the item before it."""
    done: list[ListBlock[Text]] = []
    at = 0
    while at < len(elements):
        end = at + 1
        while end < len(elements) and not _begins(elements[end], depth, place):
            end += 1
        first, rest = elements[at], elements[at + 1 : end]
        at = end
        if not isinstance(first, Line) or first.mark is None or place[first.mark.depth] > depth:
            # An item that stands deeper than the first of its list, or something between two items.
            blocks = tuple(_deeper([first, *rest], depth, place, inner))
            done = _with_item(done, ListItem(blocks), ordered=False, number=0)
            continue
        markdown = markdown_of(first.runs)
        own = (Paragraph(text_of(markdown, first.place)),) if markdown else ()
        item = ListItem((*own, *_deeper(rest, depth, place, inner)))
        if item.blocks:
            done = _with_item(done, item, ordered=first.mark.ordered, number=first.mark.number)
    return list(done)


def _deeper(
    elements: Sequence[Element],
    depth: int,
    place: dict[int, int],
    inner: Callable[[Sequence[Element]], tuple[Block[Text], ...]],
) -> list[Block[Text]]:
    """What belongs to an item besides its words: paragraphs, then lists of the next depth."""
    start = next((at for at, one in enumerate(elements) if isinstance(one, Line) and one.mark), len(elements))
    blocks: list[Block[Text]] = list(inner(elements[:start])) if start else []
    return [*blocks, *(_lists(elements[start:], depth + 1, place, inner) if start < len(elements) else ())]


def _begins(element: Element, depth: int, place: dict[int, int]) -> bool:
    return isinstance(element, Line) and element.mark is not None and place[element.mark.depth] <= depth


def _with_item(
    done: list[ListBlock[Text]], item: ListItem[Text], *, ordered: bool, number: int
) -> list[ListBlock[Text]]:
    """The lists with one item more: it goes on with the last list where its mark does."""
    if done and done[-1].ordered == ordered and (not ordered or number == done[-1].start + len(done[-1].items)):
        last = done[-1]
        return [*done[:-1], ListBlock(last.ordered, last.start, (*last.items, item))]
    return [*done, ListBlock(ordered, max(number, 0) if ordered else 1, (item,))]
