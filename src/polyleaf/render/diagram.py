"""Diagrams: the drawing without its words, and where each word goes.

WeasyPrint sets SVG text letter by letter, which tears joined and stacked scripts apart. So the words are taken out
of the drawing and set by the page, in its own font at body size, over the place they had.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from xml.etree import ElementTree as ET

from polyleaf.drawings.labels import Label, read_words
from polyleaf.drawings.svg import SVG, parse_svg


@dataclass(frozen=True, slots=True)
class Diagram:
    """A drawing.

    Attributes:
        drawing: The SVG without its words.
        ratio: Width over height; 0 if the file does not say.
        spots: Its labels, where they stand.
    """

    drawing: bytes
    ratio: float
    spots: tuple[Label, ...]


@lru_cache(maxsize=16)
def read_diagram(svg: bytes) -> Diagram:
    """Takes the words out of a drawing.

    Args:
        svg: A file that was found safe.
    """
    drawing = parse_svg(svg)
    words = read_words(drawing)
    parents = {child: parent for parent in drawing.root.iter() for child in parent}
    for element in list(drawing.root.iter(f"{{{SVG}}}text")):
        parents[element].remove(element)
    ET.register_namespace("", SVG)
    written: bytes = ET.tostring(drawing.root, encoding="utf-8")
    return Diagram(written, words.ratio, words.labels)
