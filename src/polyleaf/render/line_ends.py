"""Mends a fault of WeasyPrint 70.0, a word alone on a line before a fact, and notes what the line-breaker does.

When a text that ends with a space fills a line to within the width of that space, and an inline element follows,
``split_first_line`` takes the line for too long, tries to hyphenate its first word, and leaves that word alone on
the line. The mend asks again with room for the space; it holds only if the whole text then fits.
A right-to-left line paints no space at its end: it would stand at the left, in the margin if there was no room for it.
``tests/render/test_line_ends.py`` says when a new version no longer needs it.

A space at which a line breaks is painted nowhere, so nobody would hear it: "ward" and "now" would become one word.
The notes stand on the layout of the text box, where the painter of the tagging finds them:

- ``gap``: what stood where the line was broken behind this text.
- ``lead``: a space before this text was dropped, because a line begins with it.
- ``added``: how many letters at its end are a hyphen that the author did not write.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline, preferred
from weasyprint.text import line_break

from polyleaf.render.insides import Seams, check_seams
from polyleaf.render.known_lines import split_first_line as _split

BREAK = "line"
"""Class of a line break that an author asked for; those of the templates part what is heard apart anyway."""

_BREAK_TAG = "br"
_COLLAPSING = ("normal", "nowrap", "pre-line")
_HYPHENS = (b"-", "\u2010".encode())

_next_line: Any = getattr(inline, "get_next_linebox", None)
_remove_space: Any = getattr(inline, "remove_last_whitespace", None)


def split_first_line(
    text: str, style: Any, context: Any, max_width: float | None, justification_spacing: float, **options: Any
) -> Any:
    """WeasyPrint's function of the same name, without the lonely word."""
    found = _split(text, style, context, max_width, justification_spacing, **options)
    layout, length, resume = found[:3]
    if resume is not None and layout is not None:
        encoded = text.encode()
        if encoded[length:resume].isspace():
            layout.gap = " "
        elif encoded[:resume].endswith(_HYPHENS):
            layout.gap = "\u2060"  # viewers drop a hyphen at the end of a line: something silent must stand behind it
        hyphen: str = style["hyphenate_character"]
        if layout.text.endswith(hyphen) and len(layout.text.encode()) == length + len(hyphen.encode()):
            layout.added = len(hyphen)
    if resume is None and layout is not None and text.endswith(" ") and not layout.text.endswith(" "):
        layout.gap = " "  # there was room for all but the last space
    if resume is None or not max_width or not text.endswith(" "):
        return found
    if " " in text.encode()[:length].decode().strip() or " " not in text.strip():
        return found  # more than one word on the line: not the fault
    roomier = _split(text, style, context, max_width + style["font_size"] / 2, justification_spacing, **options)
    if (
        roomier[2] is None
        and _split(text.rstrip(" "), style, context, max_width, justification_spacing, **options)[2] is None
    ):
        return roomier
    return found


def get_next_linebox(
    context: Any, linebox: Any, position_y: float, bottom_space: float, skip_stack: Any, *others: Any
) -> Any:
    """WeasyPrint's function of the same name; notes the spaces that are dropped at either end of the line."""
    line, resume = _next_line(context, linebox, position_y, bottom_space, skip_stack, *others)
    texts = [box for box in line.descendants() if isinstance(box, boxes.TextBox)] if line is not None else []
    painted = [box for box in texts if box.text.strip()]
    if painted and skip_stack is not None and _begins_with_space(linebox, skip_stack):
        painted[0].pango_layout.lead = True
    if painted and resume is not None and (texts[-1] is not painted[-1] or _ends_in_break(line)):
        painted[-1].pango_layout.gap = " "  # the blank box behind it was emptied, or is a line break that was asked for
    return line, resume


def remove_last_whitespace(context: Any, line: Any) -> None:
    """WeasyPrint's function of the same name, which keeps the space in what is painted, and makes up for it."""
    before, ends = line.width, list(_ends(line))
    _remove_space(context, line)
    space = before - line.width
    if not space:
        return
    last = ends[-1]
    if not last.text or last.pango_layout.first_line_direction % 2 == 0:
        return
    bare = inline.split_text_box(context, last, None, 0)[0].pango_layout
    bare.gap, bare.lead = " ", getattr(last.pango_layout, "lead", False)
    last.pango_layout = bare
    for box in ends:
        box.position_x += space


def _ends(line: Any) -> Iterator[Any]:
    """The last box of a line, the last one in it, and so on."""
    box = line
    while isinstance(box, boxes.LineBox | boxes.InlineBox) and box.children:
        box = box.children[-1]
        yield box


def _ends_in_break(line: Any) -> bool:
    """Whether an author broke the line."""
    breaks = (box for box in line.descendants() if box.element_tag.startswith(_BREAK_TAG) and box.element is not None)
    return any(box.element.get("class") == BREAK for box in breaks)


def _begins_with_space(box: Any, skip_stack: Any) -> bool | None:
    """Whether the text from WeasyPrint's ``skip_stack`` on begins with a space; None if there is no text."""
    ((index, inner),) = skip_stack.items() if skip_stack is not None else ((0, None),)
    if isinstance(box, boxes.TextBox):
        passed, rest = box.text.encode()[:index], box.text.encode()[index:]
        if not rest:
            return None
        # A space alone at the end of the line before is in no box; behind a word it is that word's ``gap``.
        return passed.isspace() or (rest.startswith(b" ") and box.style["white_space"] in _COLLAPSING)
    if not isinstance(box, boxes.LineBox | boxes.InlineBox):
        return False
    for child in box.children[index:]:
        found = _begins_with_space(child, inner)
        if found is not None:
            return found
        inner = None
    return None


_SPLIT = ("text", "style", "context", "max_width", "justification_spacing", "is_line_start", "minimum")
SEAMS: Seams = {
    "weasyprint.layout.inline.get_next_linebox": (
        *("context", "linebox", "position_y", "bottom_space", "skip_stack", "containing_block"),
        *("absolute_boxes", "fixed_boxes", "first_letter_style", "first_line_style"),
    ),
    "weasyprint.layout.inline.remove_last_whitespace": ("context", "line"),
    "weasyprint.layout.inline.split_first_line": _SPLIT,
    "weasyprint.layout.preferred.split_first_line": _SPLIT,
    "weasyprint.text.line_break.split_first_line": _SPLIT,
}
"""Functions we stand in for."""


def install() -> None:
    """Puts the mend and the notes in place; again does nothing.

    Raises:
        UnknownEngine: A function has moved or takes other arguments.
    """
    if getattr(inline, "split_first_line", None) is split_first_line:
        return
    check_seams(SEAMS)
    inline.get_next_linebox = get_next_linebox
    inline.remove_last_whitespace = remove_last_whitespace
    line_break.split_first_line = split_first_line
    inline.split_first_line = split_first_line
    preferred.split_first_line = _split
