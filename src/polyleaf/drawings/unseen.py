"""Parts of a drawing that no browser shows, and the layout engine draws: what is no element, or stands on conditions.

Illustrator keeps its own file in one of them, programs of the web leave pieces of their pages.
"""

from __future__ import annotations

from xml.etree import ElementTree as ET

_SVG = "{http://www.w3.org/2000/svg}"
_EXTENSIONS = "requiredExtensions"
_CSS = "text/css"
_KNOWN = frozenset([
    "a", "animate", "animateMotion", "animateTransform", "circle", "clipPath", "defs", "desc", "ellipse", "filter",
    "foreignObject", "g", "image", "line", "linearGradient", "marker", "mask", "metadata", "path", "pattern",
    "polygon", "polyline", "radialGradient", "rect", "script", "set", "stop", "style", "svg", "switch", "symbol",
    "text", "textPath", "title", "tspan", "use", "view",
])  # fmt: skip
_JUDGED = frozenset([
    "flowRoot", "flowRegion", "flowRegionExclude", "flowPara", "flowSpan", "flowDiv", "flowLine", "textArea",
    "mesh", "meshgradient", "meshGradient", "meshrow", "meshpatch", "hatch", "hatchpath", "solidColor",
    "solidcolor", "animateColor", "tref", "altGlyph", "cursor", "color-profile",
])  # fmt: skip
"""What other modules name: it shows in the program that drew it."""


def drop_unseen(root: ET.Element) -> None:
    """Takes out of a drawing what a browser passes over together with all that is inside."""
    for parent in list(root.iter()):
        for child in list(parent):
            if isinstance(child.tag, str) and _is_unseen(child):
                _take_out(parent, child)


def _is_unseen(element: ET.Element) -> bool:
    if element.get(_EXTENSIONS) is not None or (
        element.tag == f"{_SVG}style" and element.get("type", _CSS).lower() != _CSS
    ):
        return True
    drawn = any(isinstance(one.tag, str) and one.tag.startswith(_SVG) for one in element.iter())
    if not drawn:
        return False
    name = element.tag.removeprefix(_SVG)
    if name == element.tag:
        return True
    return name not in _KNOWN | _JUDGED and not name.startswith("fe") and name.lower() not in ("script", "handler")


def _take_out(parent: ET.Element, child: ET.Element) -> None:
    siblings = list(parent)
    at = siblings.index(child)
    if child.tail:  # words behind it stay
        if at:
            siblings[at - 1].tail = (siblings[at - 1].tail or "") + child.tail
        else:
            parent.text = (parent.text or "") + child.tail
    parent.remove(child)
