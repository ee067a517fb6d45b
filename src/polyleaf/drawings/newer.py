"""What newer programs and pages of the web write into a drawing, put as the layout engine knows it.

Variables and colours for light and dark screens (draw.io), a size of the whole drawing in its style (D3), links,
values that are none: a browser resolves them or passes over them, and the engine draws something else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET

import tinycss2
from tinycss2.ast import FunctionBlock, Node

from polyleaf.drawings.geometry import length, view_box
from polyleaf.drawings.styles import COLOURS, SCREEN_COLOURS, Styles, is_paint

_ASKING = re.compile(r"(?:var|light-dark)\(", re.IGNORECASE)
_PAGE = re.compile(r"url\(\s*[\"']?https?://[^\"')\s#]*#([^\"')\s]+)[\"']?\s*\)")
_MOST_STEPS = 8
"""Variables that are made of variables."""
_LONGEST = 2_000
"""Letters of a value: variables can double themselves."""
_FALLBACK = re.compile(r"(url\(\s*[\"']?#([^\"')]+)[\"']?\s*\))\s+(\S.*)", re.DOTALL)
_UNIT = re.compile(r"\d\s*(?:px|pt|mm|cm|em|rem|%|deg|rad|turn)\b")
_LINKS = ("http://", "https://", "mailto:", "tel:")
_XLINK = "{http://www.w3.org/1999/xlink}href"


def put_plainly(root: ET.Element) -> None:
    """Resolves in a drawing what only browsers of today understand, as they do."""
    _keep_inside(root)
    styles = Styles(root)
    _size(root, styles)
    _Resolver(root, styles).visit(root, {})
    for element in root.iter():
        if isinstance(element.tag, str):
            _put_plainly(element)


def _put_plainly(element: ET.Element) -> None:
    """What a browser makes of the attributes of one element, by their names alone."""
    if element.tag.endswith("}a"):
        for key in ("href", _XLINK):
            if element.get(key, "").startswith(_LINKS):
                del element.attrib[key]  # paper leads nowhere
    if "href" in element.attrib:  # of two addresses the newer one counts
        element.attrib.pop(_XLINK, None)
    if element.tag.endswith("}ellipse") and ("rx" in element.attrib) != ("ry" in element.attrib):
        element.set("ry" if "rx" in element.attrib else "rx", element.get("rx") or element.get("ry") or "0")
    if _UNIT.search(element.get("transform", "")):
        del element.attrib["transform"]  # units are for styles: browsers pass over it


def _keep_inside(root: ET.Element) -> None:
    """Addresses of the page that a drawing was saved from, with a place of the drawing, are that place.

    Programs in browsers, such as Google Sheets, write them so.
    """
    places = {element.get("id") for element in root.iter()}
    for element in root.iter():
        for key, value in element.attrib.items():
            if "url(" in value:
                element.set(key, _PAGE.sub(lambda one: f"url(#{one[1]})" if one[1] in places else one[0], value))


def _size(root: ET.Element, styles: Styles) -> None:
    """A size in the style of the whole drawing beats its attributes; else its view box is its size."""
    declared, box = styles.declared(root), view_box(root)
    if not declared.keys() & {"width", "height"}:
        return
    told = [declared.get(key) or root.get(key) or "" for key in ("width", "height")]
    lengths = [None if "%" in one else length(one or "?") for one in told]
    if not all(lengths):
        if box is None:
            return
        lengths = list(box[2:])
    for key, size in zip(("width", "height"), lengths, strict=True):
        root.set(key, f"{size:.4f}")
        _overrule(root, key, f"{size:.4f}px")


class _Resolver:
    """Visits a drawing; what it finds goes into the style of each element, which counts most."""

    def __init__(self, root: ET.Element, styles: Styles) -> None:
        self._styles = styles
        self._ids = {name for one in root.iter() if (name := one.get("id"))}

    def visit(self, element: ET.Element, around: Mapping[str, str]) -> None:
        """An element and what is inside.

        Args:
            element: The element.
            around: Variables that are known there.
        """
        declared = self._styles.declared(element)
        if "overflow" in declared:
            element.set("overflow", declared["overflow"])
        known = {**around, **{key: value for key, value in declared.items() if key.startswith("--")}}
        attributes = {
            key: value for key, value in element.attrib.items() if key not in ("style", "class", "id", "d") and value
        }
        for key, value in {**attributes, **declared}.items():
            if key.startswith("--"):
                continue
            if _ASKING.search(value):
                self._put(element, key, _resolved(value, known))
            elif key in COLOURS:
                self._paint(element, key, value)
        refused = self._styles.refused(element)
        for key in COLOURS:
            if key in refused or (key in element.attrib and not is_paint(element.attrib[key])):
                element.attrib.pop(key, None)
                _overrule(element, key, declared.get(key, "black" if key == "stop-color" else "inherit"))
        for child in element:
            if isinstance(child.tag, str):
                self.visit(child, known)

    def _put(self, element: ET.Element, key: str, value: str | None) -> None:
        if value is not None:
            element.attrib.pop(key, None)
            _overrule(element, key, value)

    def _paint(self, element: ET.Element, key: str, value: str) -> None:
        """A colour that stands behind a paint counts where that paint is not there."""
        if value.lower() == "currentcolor" and value != "currentColor":
            self._put(element, key, "currentColor")
        elif value.lower() in SCREEN_COLOURS:
            self._put(element, key, SCREEN_COLOURS[value.lower()])
        elif match := _FALLBACK.fullmatch(value.strip()):
            self._put(element, key, match[1] if match[2] in self._ids else match[3])


def _overrule(element: ET.Element, key: str, value: str) -> None:
    element.set("style", f"{element.get('style', '')};{key}:{value}!important")


def _resolved(value: str, known: Mapping[str, str], steps: int = 0) -> str | None:
    """A value with its variables put in, and of two colours the one for paper; None where a variable has no value."""
    if steps > _MOST_STEPS or len(value) > _LONGEST:
        return None
    parts = [_part(one, known, steps) for one in tinycss2.parse_component_value_list(value)]
    return None if None in parts else "".join(one for one in parts if one is not None).strip()


def _part(node: Node, known: Mapping[str, str], steps: int) -> str | None:
    if not isinstance(node, FunctionBlock) or not _ASKING.search(text := node.serialize()):
        return str(node.serialize())
    first, _, other = (one.strip() for one in _halves(text))
    match node.lower_name:
        case "var":
            value = known.get(first, other)
            return _resolved(value, known, steps + 1) if value else None
        case "light-dark":
            return _resolved(first, known, steps + 1)
        case _:
            inner = _resolved(text.partition("(")[2].removesuffix(")"), known, steps + 1)
            return None if inner is None else f"{node.name}({inner})"


def _halves(text: str) -> tuple[str, str, str]:
    """What stands in the brackets of a function, before and after the first comma that is not in brackets itself."""
    inside, depth = text.partition("(")[2].removesuffix(")"), 0
    for at, sign in enumerate(inside):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if sign == "," and not depth:
            return inside[:at], ",", inside[at + 1 :]
    return inside, "", ""
