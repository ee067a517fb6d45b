"""Places, sizes and gradients that the layout engine reads in another way than a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from tinycss2.color3 import RGBA, parse_color

from polyleaf.drawings.geometry import length, transformation
from polyleaf.drawings.styles import Declarations
from polyleaf.drawings.svg import local_name

_LETTERS = ("text", "tspan", "textPath", "a")
_LENGTHS = ("x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "x1", "y1", "x2", "y2", "stroke-width")
_UNITLESS = re.compile(r"(?:translate|rotate|skew)[XY]?\([^)]*?(?<![\w.])-?(?!0*\.?0*[,\s)])[\d.]+\s*[,)]")
_NO_STEP = re.compile(r"[^MmZzLlHhVvCcSsQqTtAaEe\d\s,.+-]")
_OF_A_FONT = ("ex", "ch")
"""Units that only the font knows."""
_NOWHERE = "goes nowhere (a gradient without length): it is drawn in another colour"
_CHAIN = 8
_WHITE = 0.97
"""Share of light from which a ground is paper."""


def misread(element: ET.Element, declared: Declarations, root: ET.Element) -> Iterator[str]:
    """Places and sizes that the engine does not know; those of words are told with the words."""
    name = local_name(element)
    own = {**element.attrib, **declared}
    for key in () if name in _LETTERS else _LENGTHS:
        value = own.get(key, "")
        unknown = length(value or None) is None or value.endswith(_OF_A_FONT) or (key in ("rx", "ry") and "%" in value)
        if unknown and value != "auto" and element is not root:
            yield f"has a {key} that is not understood ({value[:30]})"
    moved = declared.get("transform", "")
    if (transformation(moved) is None or "%" in moved) and name != "text":
        yield f"has a transformation that is not understood ({moved[:30]})"
    elif moved != element.get("transform", "") and _UNITLESS.search(moved):
        yield f"has a transformation without units in its style ({moved[:30]}): browsers pass over it"
    origin = declared.get("transform-origin", "").split()
    if moved and any(length(part) is None or "%" in part for part in origin[:2]):
        yield f"turns around a place that is not understood ({' '.join(origin)[:30]})"
    if element.get("pathLength") and own.get("stroke-dasharray", "none") != "none":
        yield "has dashes in parts of its length (pathLength): they are drawn in another length"
    if name == "path" and _NO_STEP.search(element.get("d", "")):
        yield "has a path with a fault in it: browsers draw it up to there"
    if element is root:
        yield from _whole(declared)


def _whole(declared: Declarations) -> Iterator[str]:
    """What the style of the whole drawing does that the engine does not."""
    for key in ("background", "background-color"):
        found = [parse_color(part) for part in declared.get(key, "").replace(", ", ",").split()]
        if any(isinstance(one, RGBA) and one.alpha and min(one[:3]) < _WHITE for one in found):
            yield f"has a ground in its style ({key}): it is drawn without"
    if declared.get("transform", "none") != "none":
        yield "is moved as a whole (transform): it is drawn unmoved"
    if any(
        key.startswith(("border", "padding")) and not value.startswith(("0", "none")) for key, value in declared.items()
    ):
        yield "has a frame or margins in its style: it is drawn without"


def misled(paint: ET.Element, by_id: dict[str, ET.Element]) -> str:
    """What the engine makes wrong of a gradient, with what it has from others; "" for nothing."""
    known: dict[str, str] = {}
    for _ in range(_CHAIN):
        known = {**paint.attrib, **known}
        if (target := by_id.get(href(paint))) is None:
            break
        paint = target
    if known.get("spreadMethod", "pad") != "pad" and known.get("gradientTransform"):
        return "repeats and is turned (spreadMethod, gradientTransform): it ends too early"
    if "x1" in known and known["x1"] == known.get("x2") and known.get("y1", "0%") == known.get("y2", "0%"):
        return _NOWHERE
    if known.get("r", "").rstrip("%") == "0":
        return _NOWHERE
    return ""


def href(element: ET.Element) -> str:
    """The place in the drawing that an element refers to; "" for none."""
    target = element.get("href") or element.get("{http://www.w3.org/1999/xlink}href") or ""
    return target.removeprefix("#") if target.startswith("#") else ""
