"""Link annotations: how far they reach, where they lead, what a screen reader says for them."""

from __future__ import annotations

from typing import Any

import pydyf

from polyleaf.render.tagging.tree import Annotation, Node


def cover(link: Any, inner: Any) -> None:
    """Let a link annotation reach as far as one inside it: a block in a link is higher than the line it stands in."""
    left, top, right, bottom = zip(link["Rect"], inner["Rect"], strict=True)
    link["Rect"] = pydyf.Array((min(left), max(top), max(right), min(bottom)))


def leads_to(link: Any) -> Any:
    """Where a link annotation leads: an address of the web, or a place in the file."""
    return link["A"]["URI"].string if "A" in link else link["Dest"].string


def name_links(root: Node) -> None:
    """``/Contents`` of every link: its title, which templates write in the reader's language."""
    for node in root.walk():
        for kid in node.kids:
            if isinstance(kid, Annotation):
                words = node.element.get("title") or " ".join("".join(node.element.itertext()).split())
                kid.annotation["Contents"] = pydyf.String(words)
