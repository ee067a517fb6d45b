"""Functions of WeasyPrint that are called a hundred thousand times a document, shorter: the same answers sooner.

- ``ComputedStyle.__missing__`` looks up each property of each element once, over a hundred lines for the few that
  need them; most are the parent's or the initial value.
- ``resolve_percentages`` makes 13 lengths of a box each time it is placed; nearly all are pixels.
- ``strut`` makes a text of fifteen properties to find a line's height.

``tests/render/test_quick.py`` holds each against the original, in whole documents.
"""

from __future__ import annotations

import sys
from math import inf
from operator import itemgetter
from types import ModuleType
from typing import Any

from weasyprint import css
from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
from weasyprint.css.functions import check_math
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES, Dimension
from weasyprint.formatting_structure import boxes
from weasyprint.layout import percent
from weasyprint.text import line_break

from polyleaf.render.insides import Seams, check_seams

SEAMS: Seams = {
    "weasyprint.layout.percent.resolve_percentages": ("box", "containing_block"),
    "weasyprint.layout.percent.resolve_one_percentage": ("box", "property_name", "refer_to"),
    "weasyprint.text.line_break.strut": ("style",),
}
"""The functions we stand in for, as WeasyPrint 70.0 has them; ``ComputedStyle`` has its own test."""

_real_missing: Any = css.ComputedStyle.__missing__
_real_strut: Any = line_break.strut
_real_percentages: Any = percent.resolve_percentages

_OWN_WAYS = frozenset(
    name
    for name in INITIAL_VALUES
    if name in ("float", "display", "position", "page") or name.startswith("text_decoration_")
)
_SIMPLE = {
    name: value
    for name, value in INITIAL_VALUES.items()
    if name not in INHERITED and name not in INITIAL_NOT_COMPUTED and name not in _OWN_WAYS and not check_math(value)
}
"""Initial values that are used as they are."""
_FROM_PARENT = frozenset(INHERITED) - _OWN_WAYS
_LOGICAL = {
    name: {way: function(block="ttb", inline=way) for way in ("ltr", "rtl")}
    for name, function in PHYSICAL_FUNCTIONS.items()
}
"""Properties that may be said of the start and end of a line as well, and how."""


def missing(self: Any, key: str) -> Any:
    """WeasyPrint's ``ComputedStyle.__missing__``."""
    if key in self.cascaded or (key in _LOGICAL and _LOGICAL[key][self["direction"]] in self.cascaded):
        return _real_missing(self, key)
    if key in _SIMPLE:
        value = self[key] = _SIMPLE[key]
        return value
    if key in _FROM_PARENT and self.parent_style is not None:
        value = self.parent_style[key]
        if type(value) in (str, int, float) or not check_math(value):
            self[key] = value
            return value
    return _real_missing(self, key)


_ACROSS = ("margin_left", "margin_right", "padding_left", "padding_right", "width", "min_width", "max_width")
_DOWN = ("margin_top", "margin_bottom", "padding_top", "padding_bottom")
_BORDERS = tuple(f"border_{side}_width" for side in ("top", "right", "bottom", "left"))
_HEIGHTS = ("height", "min_height", "max_height")
_LEAST = ("min_width", "min_height")


def _used(style: Any, name: str, whole: Any) -> Any:
    value = style[name]
    if type(value) is Dimension and value.unit == "px":
        return value.value
    found = value if value is None or value == "auto" else percent.percentage(value, style, whole)
    return 0 if found == "auto" and name in _LEAST else found


def resolve_percentages(box: Any, containing_block: Any) -> None:
    """WeasyPrint's function of the same name."""
    if isinstance(containing_block, boxes.Box):
        width, height = containing_block.width, containing_block.height
    else:
        width, height = containing_block
    down = height if isinstance(box, boxes.PageBox) else width
    style, found = box.style, vars(box)
    for name in _ACROSS:
        found[name] = _used(style, name, width)
    for name in _DOWN:
        found[name] = _used(style, name, down)
    if height == "auto":
        own = style["height"]
        found["height"] = "auto" if own == "auto" or check_math(own) or own.unit == "%" else own.value
        found["min_height"] = _used(style, "min_height", 0)
        found["max_height"] = _used(style, "max_height", inf)
    else:
        for name in _HEIGHTS:
            found[name] = _used(style, name, height)
    collapse = style["border_collapse"] == "collapse"
    for name in _BORDERS:
        if not (collapse and hasattr(box, name)):
            found[name] = style[name]
    if style["box_sizing"] != "content-box":
        percent.adjust_box_sizing(box, "width")
        percent.adjust_box_sizing(box, "height")


_STRUT = itemgetter(
    *("font_family", "font_style", "font_stretch", "font_weight", "font_variant_ligatures", "font_variant_position"),
    *("font_variant_caps", "font_variant_numeric", "font_variant_alternates", "font_variant_east_asian"),
    *("font_feature_settings", "font_variation_settings", "font_language_override", "lang", "font_size", "line_height"),
)
"""What ``strut`` keeps its answers by."""


def strut(style: Any) -> Any:
    """WeasyPrint's function of the same name."""
    known = vars(style.font_config).setdefault("polyleaf_struts", {})
    key = _STRUT(style)
    found = known.get(key)
    if found is None:
        found = known[key] = _real_strut(style)
    return found


def install() -> None:
    """Put them in place; again does nothing.

    Raises:
        UnknownEngine: A function has moved or takes other arguments.
    """
    if css.ComputedStyle.__missing__ is missing:
        return
    check_seams(SEAMS)
    css.ComputedStyle.__missing__ = missing
    for function, real, ours in (
        ("resolve_percentages", _real_percentages, resolve_percentages),
        ("strut", _real_strut, strut),
    ):
        for _, module in weasyprint_modules():
            if getattr(module, function, None) is real:
                setattr(module, function, ours)


def weasyprint_modules() -> list[tuple[str, ModuleType]]:
    """WeasyPrint's modules by name: many have taken a function into their own."""
    return [(name, module) for name, module in list(sys.modules.items()) if name.startswith("weasyprint.")]
