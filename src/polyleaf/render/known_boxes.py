"""Lines that were set before in this document are set again as copies, with all that stands in them.

A page is laid out two times and more (line pitches, planned breaks), and most of its lines come out as before: they
depend on what stands in them, the width there is, where they begin, and what floats beside them. Each is kept as it
was before anybody else saw it, and ends with the page. Where anything else may come in (footnotes, numbers of pages,
what stands outside of the text, tables, leaders), the line is set anew.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from weasyprint.css import AnonymousStyle
from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.text.line_break import Layout

from polyleaf.render.changed_styles import own_mark, passed_mark
from polyleaf.render.line_ends import get_next_linebox as _next_line

_MOST = 4_000
"""Lines that are kept: those of some hundred pages."""

_SIMPLE = (
    *(boxes.LineBox, boxes.TextBox, boxes.InlineBox, boxes.InlineBlockBox, boxes.BlockBox, boxes.InlineReplacedBox),
    boxes.BlockReplacedBox,
)
"""Kinds of boxes that are the same wherever they stand."""

_BOUND = (
    *("missing_link", "footnote", "note_call", "first_letter_style", "first_line_style", "is_leader"),
    *("bookmark_label", "string_set", "is_table_wrapper", "is_flex_item", "is_grid_item"),
)
"""What ties a box to others, or makes it another one in another place."""


def get_next_linebox(
    context: Any,
    linebox: Any,
    position_y: float,
    bottom_space: float,
    skip_stack: Any,
    containing_block: Any,
    absolute_boxes: Any,
    fixed_boxes: Any,
    first_letter_style: Any,
    first_line_style: Any,
) -> Any:
    """WeasyPrint's function of the same name, which remembers."""
    others = containing_block, absolute_boxes, fixed_boxes, first_letter_style, first_line_style
    signature = None
    if not (first_letter_style or first_line_style or context.footnotes):
        signature = vars(linebox).get("polyleaf_signature", False)
        if signature is False:
            signature = linebox.polyleaf_signature = _signature(linebox)
    if signature is None:
        return _next_line(context, linebox, position_y, bottom_space, skip_stack, *others)
    known = vars(context.style_for).setdefault("polyleaf_boxes", {})
    left, width = containing_block.content_box_x(), containing_block.width
    place = left, width, containing_block.height, linebox.text_indent, containing_block.style["direction"]
    key = signature, _hashable(skip_stack), place, _beside(context.excluded_shapes, position_y)
    found = known.get(key)
    if found is not None:
        line, resume_at, before = found
        again = _copy(line)
        again.translate(0, position_y - before)
        if line.position_y == before:
            again.position_y = position_y  # to the last bit
        return again, _unhashable(resume_at)
    line, resume_at = _next_line(context, linebox, position_y, bottom_space, skip_stack, *others)
    if line is not None and len(known) < _MOST:
        known[key] = _copy(line), _hashable(resume_at), position_y
    return line, resume_at


def _signature(box: Any) -> Hashable:
    """What tells a box and all in it from others; None if it may come out another way each time."""
    if type(box) not in _SIMPLE or not box.is_in_normal_flow() or any(getattr(box, name, None) for name in _BOUND):
        return None
    own = type(box), box.element, box.element_tag, _mark(box.style)
    if isinstance(box, boxes.TextBox):
        return (*own, box.text, box.justification_spacing)
    if isinstance(box, boxes.ReplacedBox):
        return (*own, box.replacement)
    inner = tuple(_signature(child) for child in box.children)
    return None if None in inner else (*own, inner)


def _mark(style: Any) -> Hashable:
    """What tells a style from others; that of an anonymous box is what it inherits."""
    depth = 0
    while isinstance(style, AnonymousStyle):
        style, depth = style.parent_style, depth + 1
    return (depth, passed_mark(style)) if depth else own_mark(style)


def _beside(shapes: Any, top: float) -> Hashable:
    """The floats that a line may meet from its top on, relative to it; None if there were none at all."""
    if not shapes:
        return None
    return tuple(
        (shape.position_x, round(shape.position_y - top, 6), shape.margin_width(), shape.margin_height(), side)
        for shape in shapes
        if shape.position_y + shape.margin_height() > top
        for side in (shape.style["float"],)
    )


def _copy(box: Any) -> Any:
    """A box with all in it; what is noted on the copy, or moves it, does not reach the other."""
    found = box.copy()
    if isinstance(box, boxes.TextBox):
        layout = found.pango_layout = object.__new__(Layout)
        vars(layout).update(vars(box.pango_layout))
    elif box.children:
        found.children = type(box.children)(_copy(child) for child in box.children)
    return found


def _hashable(skip_stack: Any) -> Hashable:
    return skip_stack and tuple((index, _hashable(inner)) for index, inner in skip_stack.items())


def _unhashable(skip_stack: Any) -> Any:
    return skip_stack and {index: _unhashable(inner) for index, inner in skip_stack}


def install() -> None:
    """Put it in place; again does nothing. What it stands in for is held against what we know by ``line_ends``."""
    inline.get_next_linebox = get_next_linebox
