"""Diagrams: an SVG with its labels translated and set in the page's font at body size."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from polyleaf.model.document import LocalizedText
from polyleaf.model.inline import plain
from polyleaf.model.language import Direction

_SVG = "http://www.w3.org/2000/svg"


def relabel(svg: bytes, labels: Sequence[LocalizedText], size: float) -> bytes:
    """The SVG with the text of its ``<text>`` elements replaced, in document order.

    Args:
        svg: A file that ``source.images`` found safe.
        labels: One label for each ``<text>`` element.
        size: Type size in user units, so that the label prints at the size of body text.

    Returns:
        The new file. ``text-anchor`` start and end keep their side of the picture in
        right-to-left labels, because a drawing of the body is not mirrored.
    """
    ET.register_namespace("", _SVG)
    root = ET.fromstring(svg)  # noqa: S314 - refused before if it has a DOCTYPE or entities
    for element, label in zip(root.iter(f"{{{_SVG}}}text"), labels, strict=False):
        for child in list(element):
            element.remove(child)
        element.text = plain(label.inlines)
        element.set("font-family", ", ".join(label.language.families))
        element.set("font-size", f"{size:.2f}")
        element.set("font-weight", "600")
        element.set(f"{{{'http://www.w3.org/XML/1998/namespace'}}}lang", label.language.tag)
        if label.language.direction is Direction.RTL:
            element.set("direction", "rtl")
    relabelled: bytes = ET.tostring(root, encoding="utf-8")
    return relabelled


def view_width(svg: bytes) -> float:
    """Width of the drawing in user units: of the viewBox, else the width; 0 if there is none."""
    root = ET.fromstring(svg)  # noqa: S314 - refused before if it has a DOCTYPE or entities
    box = (root.get("viewBox") or "").replace(",", " ").split()
    text = box[2] if len(box) == 4 else (root.get("width") or "0").removesuffix("px")  # noqa: PLR2004 - min-x min-y width height
    try:
        return float(text)
    except ValueError:
        return 0.0
