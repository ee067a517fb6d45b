"""What is filled in by hand, as PDF/UA asks of forms that are none for a keyboard (Matterhorn 24-001)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pydyf

from polyleaf.render.forms import has_words
from polyleaf.render.tagging.roles import FIELD, INLINE
from polyleaf.render.tagging.tree import Node

FIELDS = "data-fields"
"""Attribute of the page if what is filled in by hand is to be filled in on a screen, too."""

ROOM = "data-room"
"""Attribute of an empty cell of a table that people write in: what is said for it."""


def field_node(
    element: Any, kind: str, said: str, described: str = "", about: Iterable[str] = (), *, modern: bool = False
) -> Node:
    """The node of a field.

    Args:
        element: Its HTML element; None if it has no content, as an empty cell.
        kind: ``tv`` to write in, ``cb`` to tick (ISO 32000-1, table 348).
        said: What is said in the place of its content; "" if that speaks for itself.
        described: What it is; what is said if it has no such words.
        about: What it asks for, in the words around it: they are a part of its name.
        modern: Whether the file is PDF 2.0.
    """
    checked = {"Checked" if modern else "checked": "/off"} if kind == "cb" else {}
    name = ": ".join(filter(None, (described or said, *about)))
    node = Node("Form", element, alternative=said)
    node.attributes["PrintField"] = {"Role": f"/{kind}", **checked, "Desc": pydyf.String(name)}
    return node


def asked(field: Any, parents: Mapping[Any, Any]) -> str:
    """What a field on a line of text asks for: boxes on one line must not all be called the same.

    That is the text behind it, up to the next field ("☐ yes ☐ no"). Where the last one has none or an aside, as in
    "Yes ☐ No ☐ (please tick)", it is the text before each; for a line to write on it is that, if there is any.

    Args:
        field: Its HTML element.
        parents: The element around each element.
    """
    block = parents[field]
    while block.tag in INLINE and block in parents:
        block = parents[block]
    texts, here, last = [""], 0, 0
    for piece in _pieces(block):
        if isinstance(piece, str):
            texts[-1] += piece
            continue
        here = len(texts) if piece is field else here
        last = len(texts) if piece.get(FIELD) == field.get(FIELD) else last
        texts.append("")
    before, behind = (" ".join(text.split()).rstrip(" :") for text in (texts[here - 1], texts[here]))
    if field.get(FIELD) == "cb" and has_words(texts[last]):
        return behind
    return before or behind


def _pieces(element: Any) -> Iterator[Any]:
    """The fields of a block and the texts around them, in order; blocks in it have their own."""
    yield element.text or ""
    for child in element:
        if child.get(FIELD):
            yield child
        elif child.tag in INLINE or child.tag == "a":
            yield from _pieces(child)
        yield child.tail or ""
