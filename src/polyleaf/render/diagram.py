"""Diagrams: the drawing without its words, and where each word goes.

WeasyPrint sets SVG text letter by letter, which tears joined and stacked scripts apart. So the words are taken out
of the drawing and set by the page, in its own font at body size, over the place they had.
"""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree as ET

SVG = "http://www.w3.org/2000/svg"
_PARTS_OF_A_BOX = 4


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a label goes, as shares of the drawing.

    Attributes:
        across: Where the anchor stands from the left edge, 0 to 1. Left is left in every language: a drawing
            of the body is not mirrored.
        above: Height of the baseline over the lower edge, 0 to 1.
        anchor: ``start`` (the label begins there), ``middle`` or ``end``.
    """

    across: float
    above: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Diagram:
    """A drawing.

    Attributes:
        drawing: The SVG without its words.
        ratio: Width over height; 0 if the file does not say.
        spots: A spot for each ``<text>`` element, in document order.
    """

    drawing: bytes
    ratio: float
    spots: tuple[Spot, ...]


def read_diagram(svg: bytes) -> Diagram:
    """Takes the words out of a drawing.

    Args:
        svg: A file that ``source.svg`` found safe.
    """
    ET.register_namespace("", SVG)
    root = ET.fromstring(svg)  # noqa: S314 - refused before if it has a DOCTYPE or entities
    left, top, width, height = _view(root)
    spots = []
    parents = {child: parent for parent in root.iter() for child in parent}
    for element in list(root.iter(f"{{{SVG}}}text")):
        if width and height:
            across = (_number(element.get("x")) - left) / width
            above = 1 - (_number(element.get("y")) - top) / height
            spots.append(Spot(across, above, element.get("text-anchor") or "start"))
        parents[element].remove(element)
    drawing: bytes = ET.tostring(root, encoding="utf-8")
    return Diagram(drawing, width / height if height else 0.0, tuple(spots))


def _view(root: ET.Element) -> tuple[float, float, float, float]:
    box = (root.get("viewBox") or "").replace(",", " ").split()
    if len(box) == _PARTS_OF_A_BOX:
        left, top, width, height = map(_number, box)
        return left, top, width, height
    return 0.0, 0.0, _number(root.get("width")), _number(root.get("height"))


def _number(text: str | None) -> float:
    try:
        return float((text or "0").strip().removesuffix("px"))
    except ValueError:
        return 0.0
