"""Which structure element each bookmark leads to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from polyleaf.render.tagging.roles import TaggingError
from polyleaf.render.tagging.tree import Node

_TOLD = 3
_LENGTH = 60


def bookmarked(root: Node, pages: Sequence[Any]) -> tuple[Node, ...]:
    """The nodes that WeasyPrint's bookmarks stand for, in the order of the bookmarks.

    A style sheet may leave headings out of the bookmarks, call them otherwise or add other elements.

    Args:
        root: The finished tree.
        pages: Page boxes in order.

    Raises:
        TaggingError: A bookmark stands for what is hidden, stands on several pages, or is no part of the text.
    """
    nodes = {node.element: node for node in root.walk() if node.element is not None and node.kids}
    hidden: list[str] = []
    repeated: list[str] = []
    found: dict[Any, Node] = {}
    for page in pages:
        for element, label in _bookmarks(page):
            node = next((nodes[one] for one in element.iter() if one in nodes), None)
            if element in found:
                repeated.append(label)
            elif node is None:
                hidden.append(label)
            else:
                found[element] = node
    if hidden:
        raise TaggingError(
            f"{_names(hidden)} would not be read out: a style sheet hides it, or moves it out of the text",
            "Leave headings in place (position), and visible (visibility, font-size, transform).",
        )
    if repeated:
        raise TaggingError(
            f"{_names(repeated)} would be among the bookmarks again and again: a style sheet repeats it on each page",
            "Leave headings in the text (position), or keep them out of the bookmarks (bookmark-level: none).",
        )
    return tuple(found.values())


def _bookmarks(box: Any) -> Iterator[tuple[Any, str]]:
    """Elements with the label of their bookmark, as ``weasyprint.anchors.gather_anchors`` comes upon them."""
    if box.bookmark_label and box.style["bookmark_level"] != "none":
        yield box.element, box.bookmark_label
    for child in box.all_children():
        yield from _bookmarks(child)


def _names(labels: Sequence[str]) -> str:
    labels = list(dict.fromkeys(labels))
    names = ", ".join(f"“{' '.join(label.split())[:_LENGTH]}”" for label in labels[:_TOLD])
    more = f" and {len(labels) - _TOLD} more" if len(labels) > _TOLD else ""
    return f"the heading {names}{more}"
