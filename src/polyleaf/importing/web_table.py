"""Tables of web pages."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import html

from polyleaf.importing.gathered import Cell, Element, Grid

_MOST_SPAN = 50


def grid_of(node: html.HtmlElement, flow: Callable[[html.HtmlElement], tuple[Element, ...]], place: str) -> Grid:
    """A table.

    Args:
        node: Its element.
        flow: Reads what stands in a cell.
        place: Where it stands.
    """
    below: dict[int, int] = {}
    own = [row for row in node.iter("tr") if next(row.iterancestors("table")) is node]
    rows = tuple(_row([cell for cell in row if cell.tag in ("td", "th")], below, flow) for row in own)
    caption = node.find("caption")
    title = "" if caption is None else " ".join(caption.text_content().split())
    is_headed = [all(cell.tag != "td" for cell in row) for row in own]
    heads = is_headed.index(False) if False in is_headed else 1
    return Grid(rows, place, bool(own) and is_headed[0], title=title, heads=max(heads, 1))


def _row(
    given: list[html.HtmlElement], below: dict[int, int], flow: Callable[[html.HtmlElement], tuple[Element, ...]]
) -> tuple[Cell, ...]:
    """The cells of a row, with those that go on from above; ``below`` says for each column how many rows they have."""
    cells: list[Cell] = []
    at = 0
    while given or any(column >= at and rest for column, rest in below.items()):
        if below.get(at, 0) > 0:
            below[at] -= 1
            cells.append(Cell((), 1, continues=True))
            at += 1
            continue
        if not given:
            cells.append(Cell(()))
            at += 1
            continue
        cell = given.pop(0)
        across, down = (_span(cell.get(name)) for name in ("colspan", "rowspan"))
        cells.append(Cell(flow(cell), across))
        below.update(dict.fromkeys(range(at, at + across), down - 1))
        at += across
    return tuple(cells)


def _span(written: str | None) -> int:
    return min(max(int(written), 1), _MOST_SPAN) if written and re.fullmatch(r"\d{1,3}", written) else 1
