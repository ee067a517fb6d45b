"""Every text of a leaflet with what it is and where it stands, in words for the translator."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from polyleaf.model.boxes import BOXES
from polyleaf.model.form import Blank, FieldList
from polyleaf.model.inline import plain
from polyleaf.model.leaflet import (
    Block,
    Box,
    ContactCard,
    Figure,
    Heading,
    Leaflet,
    ListBlock,
    Paragraph,
    Table,
    TermList,
)
from polyleaf.model.message import Text


def walk_texts(leaflet: Leaflet) -> Iterator[tuple[Text, str]]:
    """Every text with its comment (``List item, under "After your procedure"``): title, summary, then the body.

    A figure gives its alternative text, its caption, then its labels.
    """
    yield leaflet.title, "Title of the leaflet"
    if leaflet.summary is not None:
        yield leaflet.summary, "Summary under the title"
    headings: list[tuple[int, str]] = []
    for text, kind, level in _inside(leaflet.blocks, "Paragraph"):
        if level:
            while headings and headings[-1][0] >= level:
                headings.pop()
        under = f', under "{headings[-1][1]}"' if headings else ""
        yield text, kind + under
        if level:
            headings.append((level, " ".join(plain(text.inlines).split())))


_Found = tuple[Text, str, int]
"""A text, its kind, and its level if it is a heading, else 0."""


def _inside(blocks: tuple[Block[Text], ...], paragraph: str, listed: str = "") -> Iterator[_Found]:  # noqa: C901, PLR0912 - one case a block type
    """The texts of some blocks; ``paragraph`` is what a paragraph among them is, ``listed`` an item of a list."""
    for block in blocks:
        match block:
            case Heading(level, text):
                yield text, "Heading", level
            case Paragraph(text):
                yield text, paragraph, 0
            case ListBlock(ordered=ordered, items=items):
                kind = listed or ("Numbered list item" if ordered else "List item")
                for item in items:
                    yield from _inside(item.blocks, kind, listed)
            case TermList(items=entries, kind=name):
                for entry in entries:
                    yield entry.term, BOXES[name].term, 0
                    yield from _inside(entry.blocks, BOXES[name].entry, listed)
            case Table(header, rows):
                yield from ((cell, "Table column heading", 0) for cell in header)
                yield from ((cell, "Table cell", 0) for row in rows for cell in row)
            case Figure():
                yield from _figure(block)
            case Box(kind=kind, title=title, blocks=inner):
                if title is not None:
                    yield title, f"Title of the {kind} box", 0
                yield from _inside(inner, kind.paragraph, kind.item)
            case FieldList(fields):
                for field in fields:
                    yield from ((text, "Label of a field in a form", 0) for text in (field.label,) if text is not None)
                    yield from (
                        (text, "What stands in a field of a form", 0) for text in (field.value,) if text is not None
                    )
            case ContactCard() | Blank():
                pass
            case _:
                assert_never(block)


def _figure(figure: Figure[Text]) -> Iterator[_Found]:
    for side, words in (("left", figure.left), ("right", figure.right)):
        if words is not None:
            yield words, f"Stands above picture {figure.image} at its {side} side, in every language", 0
    if figure.alt is not None:
        yield figure.alt, f"Alternative text of picture {figure.image}, read aloud to people who cannot see it", 0
    if figure.caption is not None:
        yield figure.caption, f"Caption of picture {figure.image}", 0
    yield from ((label, f"Label inside picture {figure.image}; keep it short", 0) for label in figure.labels)
