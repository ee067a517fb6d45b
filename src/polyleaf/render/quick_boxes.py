"""What WeasyPrint asks its boxes again and again, sooner: the same answers.

- ``is_in_normal_flow`` and ``page_values`` are asked of each child of a box each time it is placed.
- ``resolve_percentages`` makes 13 lengths of a box each time it is placed; nearly all are pixels, and nearly all boxes
  are placed more than once, as copies with the same style.

``tests/render/test_quick.py`` holds each against the original, in whole documents.
"""

from __future__ import annotations

from math import inf
from typing import Any

from weasyprint.css.functions import check_math
from weasyprint.css.properties import Dimension
from weasyprint.formatting_structure import boxes
from weasyprint.layout import percent

real_percentages: Any = percent.resolve_percentages
real_in_flow: Any = boxes.Box.is_in_normal_flow
real_page_values: Any = boxes.ParentBox.page_values

_STATIC = ("static", "relative")
_OUT_OF_FLOW = ("absolute", "fixed")
_ELSEWHERE = ("running()", "note()")
_NO_FLOATS = ("left", "right", "inline-start", "inline-end", "footnote")

_ACROSS = ("margin_left", "margin_right", "padding_left", "padding_right", "width", "min_width", "max_width")
_DOWN = ("margin_top", "margin_bottom", "padding_top", "padding_bottom")
_BORDERS = tuple(f"border_{side}_width" for side in ("top", "right", "bottom", "left"))
_HEIGHTS = ("height", "min_height", "max_height")
_LEAST = ("min_width", "min_height")
_SET = (*_ACROSS, *_DOWN, *_BORDERS, *_HEIGHTS)


def is_in_normal_flow(self: Any) -> bool:
    """WeasyPrint's method of the same name."""
    style = self.style
    if style["float"] in _NO_FLOATS:
        return False
    position = style["position"]
    return position in _STATIC or (position not in _OUT_OF_FLOW and position[0] not in _ELSEWHERE)


def page_values(self: Any) -> tuple[Any, Any]:
    """WeasyPrint's method of the same name."""
    own = self.style["page"]
    first = next((child for child in self.children if child.is_in_normal_flow() or child.is_floated()), None)
    if first is None:
        return own, own
    last = next(child for child in reversed(self.children) if child.is_in_normal_flow() or child.is_floated())
    begin = first.page_values()
    end = begin if last is first else last.page_values()
    return begin[0] or own, end[1] or own


def resolve_percentages(box: Any, containing_block: Any) -> None:
    """WeasyPrint's function of the same name, which remembers with the style."""
    if isinstance(containing_block, boxes.Box):
        width, height = containing_block.width, containing_block.height
    else:
        width, height = containing_block
    down = height if isinstance(box, boxes.PageBox) else width
    style, found = box.style, vars(box)
    if style["border_collapse"] == "collapse":
        _resolve(box, style, found, width, height, down)
        return
    known = vars(style).setdefault("polyleaf_lengths", {})
    key = (width, height, down)
    lengths = known.get(key)
    if lengths is None:
        _resolve(box, style, found, width, height, down)
        known[key] = {name: found[name] for name in _SET}
    else:
        found.update(lengths)


def _resolve(box: Any, style: Any, found: dict[str, Any], width: Any, height: Any, down: Any) -> None:
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


def _used(style: Any, name: str, whole: Any) -> Any:
    value = style[name]
    if type(value) is Dimension and value.unit == "px":
        return value.value
    found = value if value is None or value == "auto" else percent.percentage(value, style, whole)
    return 0 if found == "auto" and name in _LEAST else found


def install() -> None:
    """Put the methods in place."""
    boxes.Box.is_in_normal_flow = is_in_normal_flow
    boxes.ParentBox.page_values = page_values
