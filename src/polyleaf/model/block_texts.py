"""The texts of blocks, and the blocks inside blocks: the one walk through a leaflet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol, TypeVar, assert_never

from polyleaf.model.form import Blank, FieldList
from polyleaf.model.leaflet import (
    Block,
    Box,
    ContactCard,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Table,
    TermItem,
    TermList,
)

T = TypeVar("T")
U = TypeVar("U")


def map_texts(block: Block[T], change: Callable[[T], U]) -> Block[U]:  # noqa: C901, PLR0911 - one case a block type
    """The same block with every text changed by ``change``; the tree is kept."""

    def inside(blocks: tuple[Block[T], ...]) -> tuple[Block[U], ...]:
        return tuple(map_texts(child, change) for child in blocks)

    def maybe(text: T | None) -> U | None:
        return None if text is None else change(text)

    match block:
        case Heading(level, text):
            return Heading(level, change(text))
        case Paragraph(text):
            return Paragraph(change(text))
        case ListBlock(ordered, start, items):
            return ListBlock(ordered, start, tuple(ListItem(inside(item.blocks)) for item in items))
        case TermList(entries, kind, drawn):
            inner = (TermItem(change(entry.term), inside(entry.blocks), entry.fact) for entry in entries)
            return TermList(tuple(inner), kind, drawn)
        case Table(header, rows, names_rows, cards, words, write):
            changed = tuple(tuple(map(change, row)) for row in (header, *rows))
            return Table(changed[0], changed[1:], names_rows, cards, words, write)
        case Figure(image, alt, caption, labels, location, width, left, right):
            sides = maybe(left), maybe(right)  # first: they stand above the picture
            return Figure(image, maybe(alt), maybe(caption), tuple(map(change, labels)), location, width, *sides)
        case Box(kind, title, blocks, critical):
            return Box(kind, maybe(title), inside(blocks), critical)
        case FieldList():
            return block.with_texts(change)
        case ContactCard() | Blank():
            return block
        case _:
            assert_never(block)


def texts(blocks: tuple[Block[T], ...]) -> Iterator[T]:
    """Every text of the blocks in reading order."""
    found: list[T] = []

    def note(text: T) -> T:
        found.append(text)
        return text

    for block in blocks:
        map_texts(block, note)
    yield from found


class Written(Protocol[T]):
    """A leaflet as its author wrote it, or in one language."""

    @property
    def title(self) -> T:
        """Its title."""

    @property
    def summary(self) -> T | None:
        """Its summary, or None."""

    @property
    def blocks(self) -> tuple[Block[T], ...]:
        """Its body."""


def every_text(leaflet: Written[T]) -> Iterator[T]:
    """Every text of a leaflet: title, summary, then the body. The same number is the same text in every language."""
    yield leaflet.title
    if leaflet.summary is not None:
        yield leaflet.summary
    yield from texts(leaflet.blocks)


def walk_blocks(blocks: tuple[Block[T], ...]) -> Iterator[Block[T]]:
    """Every block, parents before children, in reading order."""
    for block in blocks:
        yield block
        match block:
            case ListBlock(items=items) | TermList(items=items):
                for item in items:
                    yield from walk_blocks(item.blocks)
            case Box(blocks=inner):
                yield from walk_blocks(inner)
            case Heading() | Paragraph() | Table() | Figure() | ContactCard() | FieldList() | Blank():
                pass
            case _:
                assert_never(block)
