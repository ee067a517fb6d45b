"""Reads tables: rows of cells, the lines and lists inside a cell, and what the first column is."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from markdown_it.tree import SyntaxTreeNode

from polyleaf.manuscript.faults import FaultLog
from polyleaf.model.leaflet import Table
from polyleaf.model.message import Text
from polyleaf.source.nodes import content_of, line_of
from polyleaf.source.paragraphs import split_cells
from polyleaf.source.tabbed import ROWS

_LINE_END = re.compile(r"[ \t]*<br[ \t]*/?>[ \t]*", re.IGNORECASE)
"""How a line ends inside a cell in every Markdown that has tables: the row itself is one line."""

_ITEM = re.compile(r"^[ \t]*(?:[-*+•·▪●]|[–—](?=[ \t]))[ \t]+(?=\S)", re.MULTILINE)

PLAIN, CARDS, WRITE = "plain", "cards", "write"
"""Marks of a table box: its first column holds no names of rows; each row is a card in every edition; every empty cell
is one to write in."""


def read_table(
    node: SyntaxTreeNode, lines: Sequence[str], text: Callable[[str, int], Text], log: FaultLog
) -> Table[Text]:
    """A table of Markdown; what is odd about it is noted in ``log``.

    Args:
        node: The table.
        lines: Of the leaflet.
        text: Makes a text of Markdown and its line.
        log: Takes the faults.
    """
    rows = [row for part in node.children for row in part.children]
    cells = [tuple(text(as_lines(content_of(cell)), line_of(row)) for cell in row.children) for row in rows]
    header = cells[0]
    if not any(cell.msgid for cell in header):
        log.add("The first row of this table is empty", line_of(rows[0]), "It says what each column holds")
    for at, cell in enumerate(header[1:], 2):
        if any(one.msgid for one in header[1:]) and not cell.msgid and any(row[at - 1].msgid for row in cells[1:]):
            hint = "Name each column, | Week 1, morning | Week 1, evening |: no cell reaches over two of them"
            log.add(f"Column {at} of this table has no name", line_of(rows[0]), hint)
            break
    if len(rows) == 1:
        hint = "Write them under the line of dashes; empty cells | | | leave room to write in"
        log.add("This table has no rows under its first one", line_of(rows[0]), hint)
        cells.append(tuple(text("", line_of(rows[0])) for _ in header))
    for at, row in enumerate(rows[1:], 1):
        written = split_cells(lines[line_of(row) - 1])
        if len(written) > len(header):  # the parser drops what is too much
            rest = " ".join(written[len(header) - 1 :])
            cells[at] = (*cells[at][:-1], text(as_lines(rest), line_of(row)))
        open_row = not lines[line_of(row) - 1].lstrip().startswith("|")  # so a | at its end parts two cells
        if len(written) != len(header) and not (open_row and len(written) == len(header) - 1 and _ends(lines, row)):
            log.add(
                f"This row has {len(written)} cells, the table has {len(header)} columns",
                line_of(row),
                "Each row has as many | as the first; a | inside text is written \\|",
            )
    return table_of(cells)


def _ends(lines: Sequence[str], row: SyntaxTreeNode) -> bool:
    return lines[line_of(row) - 1].rstrip().endswith("|")


def read_tabbed(node: SyntaxTreeNode, text: Callable[[str, int], Text]) -> Table[Text]:
    """A table whose columns were made with tabs; the arguments are those of ``read_table``."""
    return table_of([tuple(text(cell, at + 1) for cell in row) for at, row in node.meta[ROWS]])


def table_of(rows: Sequence[tuple[Text, ...]]) -> Table[Text]:
    """A table of its rows: the first names the columns, and first cells name the rows if any of them says something."""
    header, *others = rows
    return Table(header, tuple(others), len(header) > 1 and any(row[0].msgid for row in others))


def as_lines(cell: str) -> str:
    """Markdown of a cell with its lines as lines: ``<br>`` ends one, and marks of lists become bullets."""
    lines = _LINE_END.split(cell)
    if len(lines) == 1:
        return cell
    return "\\\n".join(_ITEM.sub("• ", line) for line in lines if line.strip())


def marked(table: Table[Text], marks: Sequence[str]) -> Table[Text]:
    """A table as the marks of its box say."""
    names_rows = table.names_rows and PLAIN not in marks
    return replace(table, names_rows=names_rows, cards=CARDS in marks, write=WRITE in marks)
