"""Tables of a Word file: rows, cells, what was merged."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from polyleaf.importing.gathered import Cell, Element, Grid
from polyleaf.importing.word.changes import Tracked
from polyleaf.importing.word.parts import Node, W, child, local, value


def grid(table: Node, place: str, tracked: Tracked, inside: Callable[[Node], tuple[Element, ...]]) -> Grid:
    """A table.

    Args:
        table: Its element.
        place: Where it stands.
        tracked: Decides on rows that were put in or taken out.
        inside: Reads what stands in a cell.
    """
    rows: list[tuple[Cell, ...]] = []
    heads = 0
    for row in _rows(table):
        if tracked.drops_row(row):
            continue
        heads += heads == len(rows) and child(row, "trPr", "tblHeader") is not None
        before = value(row, "trPr", "gridBefore") or ""
        gap = (Cell((), int(before)),) if before.isdecimal() and int(before) else ()
        rows.append((*gap, *(_cell(cell, inside) for cell in _cells(row))))
    look = child(table, "tblPr", "tblLook")
    styled = value(table, "tblPr", "tblStyle") is not None and look is not None
    first = look is not None and (look.get(f"{W}firstRow") in ("1", "true"))
    kind = value(table, "tblPr", "tblDescription") or ""
    return Grid(tuple(rows), place, heads > 0 or (styled and first), kind, heads=max(heads, 1))


def _cell(cell: Node, inside: Callable[[Node], tuple[Element, ...]]) -> Cell:
    span = value(cell, "tcPr", "gridSpan") or "1"
    merged = child(cell, "tcPr", "vMerge")
    continues = merged is not None and merged.get(f"{W}val", "continue") == "continue"
    return Cell(inside(cell), int(span) if span.isdecimal() else 1, continues)


def _rows(table: Node) -> Iterator[Node]:
    """The rows of a table, also those in content controls."""
    for node in table:
        if local(node) == "tr":
            yield node
        elif local(node) in ("sdt", "sdtContent", "customXml", "ins", "del"):
            yield from _rows(node)


def _cells(row: Node) -> Iterator[Node]:
    for node in row:
        if local(node) == "tc":
            yield node
        elif local(node) in ("sdt", "sdtContent", "customXml"):
            yield from _cells(node)
