"""A line that was broken before in this document is not broken again.

WeasyPrint asks Pango for the same line of text at the same width many times: for the least and the greatest width of
a box, for each try to place it, for the foot of each page, and for the second layout of a page whose breaks are
planned. What Pango answers depends on the text, the width and a part of the style alone. It is kept with the fonts of
the document (``FontConfiguration``, which keeps struts and features too) and ends with it. The layout that comes with
it is handed out as a copy: notes are made on it (``line_ends``), and its text may be cut.
"""

from __future__ import annotations

from operator import itemgetter
from typing import Any

from weasyprint.text import line_break

from polyleaf.render.known_layouts import give_up, keep

_READ = itemgetter(
    *("font_family", "font_size", "font_style", "font_stretch", "font_weight", "font_kerning"),
    *("font_variant_ligatures", "font_variant_position", "font_variant_caps", "font_variant_numeric"),
    *("font_variant_alternates", "font_variant_east_asian", "font_feature_settings", "font_variation_settings"),
    *("font_language_override", "lang", "direction", "white_space", "letter_spacing", "word_spacing", "tab_size"),
    *("overflow_wrap", "word_break", "hyphens", "hyphenate_limit_chars", "hyphenate_limit_zone"),
    "hyphenate_character",
)
"""What ``split_first_line`` and all that it calls read of a style, in WeasyPrint 70.0."""

_split: Any = getattr(line_break, "split_first_line", None)


def split_first_line(
    text: str,
    style: Any,
    context: Any,
    max_width: float | None,
    justification_spacing: float,
    is_line_start: bool = True,
    minimum: bool = False,
) -> Any:
    """WeasyPrint's function of the same name, which remembers."""
    kept = vars(style.font_config)
    known = kept.setdefault("polyleaf_lines", {})
    ways = kept.setdefault("polyleaf_ways", {})
    try:
        way = ways.setdefault(_READ(style), len(ways))
    except TypeError:  # a style that is no style of an element, with lists in it: the text of a drawing
        found = _split(text, style, context, max_width, justification_spacing, is_line_start, minimum)
        give_up(found[0])
        return found
    plain = style["text_decoration_line"] == "none"
    key = (text, max_width, justification_spacing, is_line_start, minimum, plain, way)
    found = known.get(key)
    if found is None:
        layout, *others = _split(text, style, context, max_width, justification_spacing, is_line_start, minimum)
        keep(layout)
        known[key] = (vars(layout).copy(), others)
        return (layout, *others)
    known[key] = known.pop(key)  # the lines used last stand last
    state, others = found
    layout = object.__new__(line_break.Layout)
    vars(layout).update(state)
    return (layout, *others)
