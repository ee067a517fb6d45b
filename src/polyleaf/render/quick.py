"""Functions of WeasyPrint that are called a hundred thousand times a document, shorter: the same answers sooner.

Beside those of ``quick_styles``, ``quick_boxes``, ``quick_paths``, ``quick_bytes`` and ``quick_types``: ``strut``
makes a text of fifteen properties to find a line's height.

``tests/render/test_quick.py`` holds each against the original, in whole documents.
"""

from __future__ import annotations

import sys
from operator import itemgetter
from types import ModuleType
from typing import Any

from weasyprint import css
from weasyprint.css import functions
from weasyprint.draw import color
from weasyprint.text import line_break

from polyleaf.render import (
    font_files,
    known_layouts,
    markers,
    paints,
    quick_boxes,
    quick_bytes,
    quick_paths,
    quick_styles,
    quick_types,
)
from polyleaf.render.insides import Seams, check_seams

SEAMS: Seams = {
    "weasyprint.layout.percent.resolve_percentages": ("box", "containing_block"),
    "weasyprint.layout.percent.resolve_one_percentage": ("box", "property_name", "refer_to"),
    "weasyprint.text.line_break.strut": ("style",),
    "weasyprint.draw.color.get_color": ("style", "key"),
    "weasyprint.css.functions.check_math": ("token",),
    "weasyprint.css._resolve_calc_sum": ("computed", "tokens", "property_name", "refer_to"),
}
"""The functions we stand in for, as WeasyPrint 70.0 has them; methods have their own tests."""

real_strut: Any = line_break.strut
real_color: Any = color.get_color

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
        found = known[key] = real_strut(style)
    return found


def get_color(style: Any, key: str) -> Any:
    """WeasyPrint's function of the same name: a colour need not say that it is no word."""
    value = style[key]
    return style["color"] if type(value) is str and value == "currentcolor" else value


STANDING = (
    ("resolve_percentages", quick_boxes.real_percentages, quick_boxes.resolve_percentages),
    ("strut", real_strut, strut),
    ("get_color", real_color, get_color),
    ("check_math", functions.check_math, quick_styles.check_math),
)
"""Functions that many modules have taken into their own: the name, WeasyPrint's and ours."""


def install() -> None:
    """Put them in place; again does nothing.

    Raises:
        UnknownEngine: A function has moved or takes other arguments.
    """
    if css.ComputedStyle.__missing__ is quick_styles.missing:
        return
    check_seams({**SEAMS, **quick_paths.SEAMS, **paints.SEAMS, **quick_bytes.SEAMS, **font_files.SEAMS})
    quick_styles.install()
    quick_boxes.install()
    quick_paths.install()
    paints.install()
    markers.install()
    quick_bytes.install()
    known_layouts.install()
    font_files.install()
    quick_types.install()
    for name, real, ours in STANDING:
        for _, module in weasyprint_modules():
            if getattr(module, name, None) is real:
                setattr(module, name, ours)


def weasyprint_modules() -> list[tuple[str, ModuleType]]:
    """WeasyPrint's modules by name: many have taken a function into their own."""
    return [(name, module) for name, module in list(sys.modules.items()) if name.startswith("weasyprint.")]
