"""The tag tree as a value: elements of the document with the content that each page shows of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Content:
    """A piece of marked content: a text box or picture of a page (pages count from 0)."""

    page: int
    box: Any


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link annotation of a page."""

    page: int
    annotation: Any


@dataclass(slots=True)
class Node:
    """A structure element.

    Attributes:
        role: Its type (``P``).
        element: The HTML element it stands for, or None.
        language: BCP 47 tag if it differs from that of what surrounds it.
        kids: What it holds, in reading order.
        alternative: ``/Alt`` of a figure.
        title: ``/T``, the name of a group.
        identifier: ``/ID`` of a header cell.
        attributes: Attribute dictionaries by owner (``List``, ``Table``, ``Layout``).
    """

    role: str
    element: Any = None
    language: str = ""
    kids: list[Node | Content | Annotation] = field(default_factory=list)
    alternative: str = ""
    title: str = ""
    identifier: str = ""
    attributes: dict[str, dict[str, Any]] = field(default_factory=dict)

    def walk(self) -> Iterator[Node]:
        """The node and every node below it, parents first."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()


@dataclass(frozen=True, slots=True)
class TagTree:
    """The tree of a document and what is no part of it.

    Attributes:
        root: The ``Document`` element.
        furniture: Boxes that are repeated page by page: running foot, banner, headers of a continued table.
        bookmarks: The node that each bookmark leads to, in the order of the bookmarks.
        repeated: Link annotations inside others that lead to the same place.
        cells: Empty cells of tables that people write in, by their element: the page, and the box.
    """

    root: Node
    furniture: frozenset[Any]
    bookmarks: tuple[Node, ...] = ()
    repeated: tuple[Any, ...] = ()
    cells: Mapping[Any, tuple[int, Any]] = field(default_factory=dict)
