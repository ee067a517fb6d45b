"""Mends one fault of WeasyPrint 70.0: a word alone on a line before a fact.

When a text that ends with a space fills a line to within the width of that space, and an inline element follows,
``split_first_line`` takes the line for too long, tries to hyphenate its first word, and leaves that word alone on
the line. The mend asks again with room for the space; it holds only if the whole text then fits.
``tests/render/test_render_line_ends.py`` says when a new version no longer needs it.
"""

from __future__ import annotations

from typing import Any

from weasyprint.layout import inline
from weasyprint.text import line_break

_HYPHENS = (b"-", "\u2010".encode())

_split = line_break.split_first_line


def split_first_line(
    text: str, style: Any, context: Any, max_width: float | None, justification_spacing: float, **options: Any
) -> Any:
    """WeasyPrint's function of the same name, without the lonely word."""
    found = _split(text, style, context, max_width, justification_spacing, **options)
    layout, length, resume = found[:3]
    if resume is not None and layout is not None:
        encoded = text.encode()
        if encoded[length:resume].isspace():
            layout.gap = " "  # the tag tree needs the space at which the line was broken
        elif encoded[:resume].endswith(_HYPHENS):
            layout.gap = "\u200b"  # viewers drop a hyphen at the end of a line: something silent must stand behind it
        hyphen: str = style["hyphenate_character"]
        if layout.text.endswith(hyphen) and len(layout.text.encode()) == length + len(hyphen.encode()):
            layout.added = len(hyphen)  # the tag tree must not say a hyphen that only the line has
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


def install() -> None:
    """Puts the mend in place; again does nothing."""
    line_break.split_first_line = split_first_line
    inline.split_first_line = split_first_line
