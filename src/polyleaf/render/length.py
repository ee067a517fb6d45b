"""About how many pages a leaflet fills, before anything is laid out.

What stands on a page may follow from this, and never from the pages that come of it: the words of a print give it its
code, so they have to be known first, and the same leaflet has to have the same words on every machine.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil
from typing import assert_never

from polyleaf.model.document import LocalizedDocument, LocalizedText
from polyleaf.model.facts import Risk
from polyleaf.model.form import Blank, FieldList
from polyleaf.model.inline import plain
from polyleaf.model.leaflet import (
    Block,
    Box,
    ContactCard,
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Table,
    TermList,
)
from polyleaf.render.style import MM_PER_PT, Style

_FULL = 0.93
"""Part of the text area that is filled where headings, boxes and pictures stay whole; measured over the starter."""
_TITLE, _CONTACT, _END = 8, 4, 11
"""Lines of the head of the first page, of a contact, and of what stands at the end of every leaflet."""
_WRITTEN, _PAGE_OF_LINES = 1.3, 20
"""Lines of text that a line to write on takes, and how many of them fill a page of notes."""
_DRAWN = 7
"""Lines that a picture of people fills with its words."""
_GAP = 0.65
"""Lines between two blocks."""


def pages(document: LocalizedDocument, measures: Style) -> int:
    """The pages of a leaflet, give or take one in ten."""
    pitch = measures.line * measures.size * MM_PER_PT
    per_line = measures.text_width / (document.language.letter_width * measures.size * MM_PER_PT)
    lines = _TITLE + _END + _CONTACT * len(document.closing_contacts) + len(document.offers) / 2
    lines += _lines(document.blocks, per_line, measures.picture_height / pitch)
    return ceil(lines * pitch / (measures.text_height * _FULL))


def _lines(blocks: Iterable[Block[LocalizedText]], per_line: float, picture: float) -> float:  # noqa: C901 - one case a block type
    """Lines that some blocks fill, with the gaps after them."""
    total = 0.0
    for block in blocks:
        total += _GAP
        match block:
            case Heading(level, text):
                total += _text(text, per_line / 1.35) * 1.3 + (1.6 if level == 2 else 1.0)  # noqa: PLR2004
            case Paragraph(text):
                total += _text(text, per_line)
            case ListBlock(items=items):
                total += sum(_lines(item.blocks, per_line * 0.95, picture) for item in items)
            case TermList(items=entries, drawn=drawn):
                total += sum(1.5 + _lines(entry.blocks, per_line * 0.95, picture) for entry in entries)
                total += _DRAWN * sum(drawn and isinstance(entry.fact, Risk) for entry in entries)
            case Table(header, rows):
                column = per_line / max(len(header), 1)
                total += sum(max((_text(cell, column) for cell in row), default=1) + 0.5 for row in (header, *rows))
            case Figure(caption=caption):
                total += picture + 1 + (_text(caption, per_line) if caption else 0)
            case Box(title=title, blocks=inner):
                total += 1.5 + (_text(title, per_line) if title else 1) + _lines(inner, per_line * 0.93, picture)
            case ContactCard():
                total += _CONTACT
            case FieldList() | Blank():
                total += _to_fill(block, per_line)
            case _:
                assert_never(block)
    return total


def _to_fill(block: FieldList[LocalizedText] | Blank, per_line: float) -> float:
    if isinstance(block, Blank):
        return _WRITTEN * (block.lines or _PAGE_OF_LINES)
    return sum(1.5 + (field.lines or _text(field.value or field.label, per_line)) for field in block.fields)


def _text(text: LocalizedText | None, per_line: float) -> int:
    return 1 if text is None else max(1, ceil(len(plain(text.inlines)) / max(per_line, 1)))
