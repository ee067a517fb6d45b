"""Tables of other programs as tables of a leaflet: rows of cells with words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from polyleaf.importing.gathered import Cell, Element, Frame, Grid, Line, Notice
from polyleaf.importing.tabbed import KIND
from polyleaf.importing.texts import text_of
from polyleaf.importing.walk import lines_in, pictures_in
from polyleaf.model.block_texts import texts
from polyleaf.model.leaflet import Block, ListBlock, ListItem, Paragraph, Table
from polyleaf.model.message import Text
from polyleaf.source.tables import table_of

_MOST_COLUMNS = 12
_LONGEST_NAME = 40
_LONGEST_TITLE = 100
_MOST_HEADS = 4
_MOST_ROWS = 40
"""Empty rows below each other: more fill a page."""

BLANK = "_" * 12
"""A place to write in, where a table has no empty cell for it."""

Inner = Callable[[Sequence[Element]], tuple[Block[Text], ...]]


def plain_table(grid: Grid, inner: Inner, notices: list[Notice]) -> Table[Text] | None:
    """A table; None if it only puts things side by side.

    Args:
        grid: The table as it was.
        inner: Makes blocks of what stands in a cell.
        notices: Takes what is not as it was.
    """
    rows = _rows(grid)
    is_headed = bool(rows) and (grid.is_headed or _is_bold(rows[0]))
    if not rows or _is_layout(rows, is_headed=is_headed):
        return None
    width = min(max(sum(cell.across for cell in row) for row in rows), _MOST_COLUMNS)
    notices += [Notice(told, grid.place) for told in _told(rows, width)]
    done: list[list[str]] = []
    heads = _heads(grid, rows)
    if heads > 1:
        notices.append(Notice("The heading of this table had several rows: they are one now", grid.place))
        done.append(_head(rows[:heads], width, inner))
        is_headed = True
    for row in rows[heads:] if heads > 1 else rows:
        plain = [_not_bold(cell) for cell in row] if is_headed and not done else row
        done.append(_row(plain, width, done[-1] if done else [], inner))
    to_write = [at for at in range(width) if not any(row[at] for row in done) and _is_own(rows, at)]
    if to_write and len(to_write) < width:
        told = "An empty column of this table was kept: people write into it"
        notices.append(Notice(told, grid.place))
        if not is_headed or sum(map(bool, done[0])) == 1:  # the first row is one to fill in, too
            done[0] = [BLANK if at in to_write else words for at, words in enumerate(done[0])]
    kept = [at for at in range(width) if at in to_write or any(row[at] for row in done)]
    done = [[row[at] for at in kept] for row in done]
    if grid.kind == KIND:
        notices.append(Notice("Lines with tabs were taken for a table: look whether they are one", grid.place))
    if not is_headed:
        told = "The first row of this table is taken for one that names the columns: look whether it does"
        notices.append(Notice(told, grid.place))
    return table_of([tuple(text_of(cell, grid.place) for cell in row) for row in done])


def _rows(grid: Grid) -> list[tuple[Cell, ...]]:
    """The rows with words or beside a merged cell, and empty ones: two or more, or all below the first, are a form."""
    said = [
        any(True for cell in row for _ in _words(cell)) or len({cell.continues for cell in row}) > 1
        for row in grid.rows
    ]
    last = max((at for at, has_words in enumerate(said) if has_words), default=-1)
    rows = [row for row, has_words in zip(grid.rows, said, strict=True) if has_words]
    below = list(grid.rows[last + 1 :]) if rows else []
    is_form = len(below) > 1 or (len(rows) == 1 and below)
    return [*rows, *below[:_MOST_ROWS]] if is_form and len(rows[0]) > 1 and _names_columns(rows[0]) else rows


def _names_columns(row: Sequence[Cell]) -> bool:
    """Whether each cell of a row has one short line: the heading of a column."""
    lines = [list(_words(cell)) for cell in row]
    return all(len(one) == 1 and len(one[0].strip()) <= _LONGEST_NAME for one in lines)


def _holds_table(elements: Sequence[Element]) -> bool:
    """Whether a table stands in a cell, or in a box in it."""
    return any(isinstance(one, Grid) or (isinstance(one, Frame) and _holds_table(one.elements)) for one in elements)


def _is_own(rows: Sequence[tuple[Cell, ...]], at: int) -> bool:
    """Whether a column has a cell of its own in each row: no gap, and no part of a merged cell."""
    return all(len(row) > at and all(cell.across == 1 for cell in row) for row in rows)


def is_layout(grid: Grid) -> bool:
    """Whether a table only puts things in their places."""
    rows = _rows(grid) or list(grid.rows)
    several = sum(map(len, rows)) > 1  # one cell alone is a box
    return several and _is_layout(rows, is_headed=grid.is_headed or _is_bold(rows[0]))


def _told(rows: Sequence[Sequence[Cell]], width: int) -> Iterator[str]:
    """What in a table cannot be as it was."""
    cells = [cell for row in rows for cell in row]
    if any(cell.across > 1 or cell.continues for cell in cells):
        yield (
            "Cells were merged: what stood in one over many rows is repeated in each, "
            "and what stood in one over many columns is in the first"
        )
    if any(_holds_table(cell.elements) for cell in cells):
        yield "A table stood in a cell of another: its words are lines of the cell now"
    if max(sum(cell.across for cell in row) for row in rows) > width:
        yield f"This table has more than {_MOST_COLUMNS} columns: the last ones stand together, split it into several"
    if any(line.mark and line.mark.depth for cell in cells for line in lines_in(cell.elements)):
        yield "An inner list in a cell of this table is one list with the outer one now"


def titled(grid: Grid) -> Grid:
    """The table with a first row of one cell over all columns as the title that it is."""
    words = [line.text.strip() for cell in grid.rows[0] for line in lines_in(cell.elements)] if grid.rows else []
    width = max((sum(cell.across for cell in row) for row in grid.rows), default=0)
    is_over = len(grid.rows) > 2 and len(grid.rows[0]) == 1 and grid.rows[0][0].across == width > 1  # noqa: PLR2004 - names of columns and a row
    if grid.title or not is_over or len(words) != 1 or not 0 < len(words[0]) <= _LONGEST_TITLE:
        return grid
    return replace(grid, rows=grid.rows[1:], title=words[0], heads=max(grid.heads - 1, 1))


def _heads(grid: Grid, rows: Sequence[tuple[Cell, ...]]) -> int:
    """How many rows name the columns: those marked so, or the first two if a heading stands over several others."""
    if grid.heads > 1:
        return min(grid.heads, len(rows) - 1, _MOST_HEADS)
    over = len(rows) > 2 and any(cell.across > 1 for cell in rows[0]) and len(rows[0]) > 1  # noqa: PLR2004 - and one below
    return 2 if over and any(cell.continues for cell in rows[1]) and not any(cell.continues for cell in rows[0]) else 1


def _head(rows: Sequence[Sequence[Cell]], width: int, inner: Inner) -> list[str]:
    """Several rows that name the columns as one: what stands over several columns is said for each."""
    names: list[list[str]] = [[] for _ in range(width)]
    for row in rows:
        at = 0
        for cell in row:
            words = "" if cell.continues else " ".join(_lines(_not_bold(cell), inner)).replace("\\\n", " ")
            for column in names[at : at + cell.across]:
                if words and words not in column:
                    column.append(words)
            at += cell.across
    return [": ".join(parts) for parts in names]


def _words(cell: Cell) -> Iterator[str]:
    yield from (line.text for line in lines_in(cell.elements) if line.text.strip())


def _is_layout(rows: Sequence[tuple[Cell, ...]], *, is_headed: bool) -> bool:
    """Whether a table is there to put things in their places: one row, one column with much in it, pictures."""
    if not is_headed and any(True for row in rows for cell in row for _ in pictures_in(cell.elements)):
        return True
    if max(map(len, rows)) == 1:
        return any(len(list(_words(cell))) > 1 for row in rows for cell in row)
    return len(rows) == 1


def _is_bold(row: Sequence[Cell]) -> bool:
    lines = [line for cell in row for line in lines_in(cell.elements) if line.text.strip()]
    return bool(lines) and all(line.is_bold for line in lines)


def _not_bold(cell: Cell) -> Cell:
    """A cell that names a column: it is bold by itself."""
    return replace(
        cell,
        elements=tuple(
            replace(one, runs=tuple(replace(run, bold=False) for run in one.runs)) if isinstance(one, Line) else one
            for one in cell.elements
        ),
    )


def _row(row: Sequence[Cell], width: int, above: Sequence[str], inner: Inner) -> list[str]:
    cells: list[str] = []
    for cell in row:
        at = len(cells)
        words = above[at] if cell.continues and at < len(above) else "\\\n".join(_lines(cell, inner))
        if at >= width:  # more columns than a leaflet has: nothing is lost
            cells[-1] = "\\\n".join(part for part in (cells[-1], words) if part)
            continue
        cells += [words, *[""] * (min(cell.across, width - at) - 1)]
    return [*cells, *[""] * (width - len(cells))]


def _lines(cell: Cell, inner: Inner) -> Iterator[str]:
    """The lines of a cell: items of lists have their marks."""
    flat = [one for one in cell.elements if isinstance(one, Line)]
    others = [one for one in cell.elements if not isinstance(one, Line)]
    for block in inner(flat):
        yield from _block_lines(block)
    for one in others:
        for line in lines_in((one,)):
            for block in inner((line,)):
                yield from _block_lines(block)


def _is_amount(items: Sequence[ListItem[Text]]) -> bool:
    """Whether a list is one amount: behind a bullet it would be read as one below zero."""
    first = next((text.msgid for text in texts(items[0].blocks)), "") if len(items) == 1 else ""
    return first[:1].isdecimal()


def _block_lines(block: Block[Text], mark: str = "") -> Iterator[str]:
    match block:
        case Paragraph(text):
            yield f"{mark}{text.msgid}"
        case ListBlock(ordered=ordered, start=start, items=items):
            for index, item in enumerate(items):
                own = f"{start + index}. " if ordered else "" if _is_amount(items) else "• "
                for at, inside in enumerate(item.blocks):
                    yield from _block_lines(inside, own if at == 0 else "")
        case _:
            yield from (text.msgid for text in texts((block,)))
