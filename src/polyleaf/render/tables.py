"""What the templates ask of a table: what stands in a cell, where to write, and how it would fill a page."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from polyleaf.model.box_words import TIMES
from polyleaf.model.document import LocalizedText
from polyleaf.model.inline import Inline, LineBreak, Words, plain
from polyleaf.model.leaflet import Box, Table
from polyleaf.render.style import MM_PER_PT, Style

_BULLET = "• "
_LETTER = 0.55
"""Width of an average letter over the type size."""
_LABEL_LETTER = 0.62
_LONGEST_LABEL = 9.0
"""In ems. Labels up to here stand beside what they are about; longer ones above it."""
_PART_OF_A_PAGE = 0.5
"""A table higher than this may break between its rows."""
_MEDICINE_OF_A_PAGE = 0.8
"""The card of a medicine higher than this may break: a dose overleaf is a dose that is not taken."""
_MOST_OF_A_PAGE = 0.7
"""Tables of one box that are higher than this together may stand on different pages."""


@dataclass(frozen=True, slots=True)
class CellPart:
    """Some lines of a cell.

    Attributes:
        is_list: Whether they are items of a list.
        lines: The lines, without the bullets of items.
    """

    is_list: bool
    lines: tuple[tuple[Inline, ...], ...]


def cell_parts(inlines: Sequence[Inline]) -> tuple[CellPart, ...]:
    """The content of a cell: lists, and lines that are none."""
    return tuple(
        CellPart(is_list, tuple(_without_bullet(line) if is_list else line for line in lines))
        for is_list, lines in groupby(_lines(inlines), key=_is_item)
    )


def written_in(table: Table[LocalizedText]) -> tuple[bool, ...]:
    """Which columns have a heading and nothing else: people write in them."""
    return tuple(not any(row[at].inlines for row in table.rows) for at in range(len(table.header)))


def left_out(table: Table[LocalizedText], at: int, row: Sequence[LocalizedText]) -> bool:
    """Whether a card has no line for the cell in column ``at``: a time at which this medicine is not taken."""
    is_time = bool(table.words) and table.words[at] in TIMES
    return is_time and not row[at].inlines and not written_in(table)[at]


def to_write(table: Table[LocalizedText], row: Sequence[LocalizedText], column: int) -> bool:
    """Whether people write in a cell: it is empty, and so is its column or its row, or its table asks for it."""
    if row[column].inlines:
        return False
    return table.write or written_in(table)[column] or not any(cell.inlines for cell in row)


def is_of_medicines(table: Table[LocalizedText]) -> bool:
    """Whether columns of a table are the times at which medicines are taken."""
    return bool(set(table.words) & set(TIMES))


def label_width(table: Table[LocalizedText]) -> float:
    """Room in ems for the headings of columns where each row is a card; 0 if they stand above."""
    longest = max((len(plain(cell.inlines)) for cell in table.header), default=0)
    width = round(longest * _LABEL_LETTER + 0.5, 2)
    return width if width <= _LONGEST_LABEL else 0.0


def may_break(table: Table[LocalizedText], measures: Style) -> bool:
    """Whether a table would fill so much of a page that it has to break between rows."""
    return _height(table, measures) > measures.text_height * _PART_OF_A_PAGE


def are_long(boxes: Sequence[Box[LocalizedText]], measures: Style) -> bool:
    """Whether the tables of some boxes would fill so much of a page that they may stand on different pages."""
    tables = (block for box in boxes for block in box.blocks if isinstance(block, Table))
    return sum(_height(table, measures) for table in tables) > measures.text_height * _MOST_OF_A_PAGE


def _height(table: Table[LocalizedText], measures: Style) -> float:
    """About how high a table is, in mm."""
    rows = [[len(plain(cell.inlines)) for cell in row] for row in (table.header, *table.rows)]
    columns = [math.sqrt(sum(column) or 1) for column in zip(*rows, strict=True)]
    per_line = measures.text_width / MM_PER_PT / (measures.size * _LETTER)
    room = [max(per_line * column / sum(columns), 1) for column in columns]
    lines = sum(1 + max(letters // wide for letters, wide in zip(row, room, strict=True)) + 0.5 for row in rows)
    return lines * measures.line * measures.size * MM_PER_PT


def card_may_break(table: Table[LocalizedText], row: Sequence[LocalizedText], measures: Style) -> bool:
    """Whether a row, its cells below each other, would fill so much of a page that it has to break."""
    label = label_width(table)
    per_line = measures.text_width / MM_PER_PT / (measures.size * _LETTER) - label / _LETTER
    cells = row if label else (*table.header, *row)
    lines = sum(1 + len(plain(cell.inlines)) // per_line for cell in cells)
    most = _MEDICINE_OF_A_PAGE if is_of_medicines(table) else _PART_OF_A_PAGE
    return lines * measures.line * measures.size * MM_PER_PT > measures.text_height * most


def _lines(inlines: Sequence[Inline]) -> Iterator[tuple[Inline, ...]]:
    line: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, LineBreak):
            yield tuple(line)
            line = []
        else:
            line.append(inline)
    if line:
        yield tuple(line)


def _is_item(line: Sequence[Inline]) -> bool:
    return bool(line) and isinstance(line[0], Words) and line[0].text.startswith(_BULLET)


def _without_bullet(line: tuple[Inline, ...]) -> tuple[Inline, ...]:
    first, *rest = line
    text = first.text.removeprefix(_BULLET) if isinstance(first, Words) else ""
    return (Words(text), *rest) if text else tuple(rest)
