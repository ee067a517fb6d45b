"""What is filled in by hand, as PDF/UA asks of forms that are none for a keyboard (Matterhorn 24-001)."""

from __future__ import annotations

from typing import Any

import pydyf

from polyleaf.render.tagging.tree import Node

FIELDS = "data-fields"
"""Attribute of the page if what is filled in by hand is to be filled in on a screen, too."""

ROOM = "data-room"
"""Attribute of an empty cell of a table that people write in: what is said for it."""


def field_node(element: Any, kind: str, said: str, described: str = "", *, modern: bool = False) -> Node:
    """The node of a field.

    Args:
        element: Its HTML element; None if it has no content, as an empty cell.
        kind: ``tv`` to write in, ``cb`` to tick (ISO 32000-1, table 348).
        said: What is said in the place of its content; "" if that speaks for itself.
        described: Its name; what is said if it has none.
        modern: Whether the file is PDF 2.0.
    """
    checked = {"Checked" if modern else "checked": "/off"} if kind == "cb" else {}
    node = Node("Form", element, alternative=said)
    node.attributes["PrintField"] = {"Role": f"/{kind}", **checked, "Desc": pydyf.String(described or said)}
    return node
