"""A line that was shaped to find its width is not shaped again to be painted.

WeasyPrint gives up what Pango worked out for a line as soon as its width is known, and has it worked out again by
whoever paints or measures it. Here it stays with the text box, if it is certain to come out the same: the line was
found by ``known_lines``, so its text and all of its style that Pango reads are those of the box; nothing is stretched;
and all of its text is on one line, so it does not matter that a width was asked for.
"""

from __future__ import annotations

from typing import Any

from weasyprint.text.ffi import ffi, pango
from weasyprint.text.line_break import Layout

real_reactivate: Any = Layout.reactivate


def deactivate(layout: Any) -> None:
    """WeasyPrint's method; what Pango worked out to find a width is put aside (``found``) first."""
    state = vars(layout)
    pointer = state.pop("layout")
    if "kept" not in state:
        state["found"] = state["text"], pointer
    del state["language"], state["style"]


def keep(layout: Any) -> None:
    """What Pango worked out for a layout stands for the text in its box, if that is all of one line."""
    text, pointer = vars(layout).pop("found", ("", None))  # the engine's own method leaves nothing
    if pointer is not None and pango.pango_layout_get_line_readonly(pointer, 1) == ffi.NULL:
        layout.kept = text, pointer


def give_up(layout: Any) -> None:
    """What Pango worked out for a layout is of no more use."""
    vars(layout).pop("found", None)


def reactivate(layout: Any, style: Any) -> None:
    """WeasyPrint's method; what was kept is taken."""
    state = vars(layout)
    kept = state.setdefault("kept")
    if kept is not None and kept[0] == state["text"] and not state["justification_spacing"]:
        state.update(layout=kept[1], language=None, style=style)
        return
    state["kept"] = None
    give_up(layout)
    real_reactivate(layout, style)


def first_line(layout: Any, *, changed: bool = False) -> Any:
    """The line of a layout that was called upon, in one piece whatever separators stand in its text.

    Args:
        layout: WeasyPrint's, which is active.
        changed: Whether it will be given other texts: then it must be nobody else's.
    """
    if changed and layout.kept is not None:
        layout.kept = None
        layout.reactivate(layout.style)
    if layout.kept is None:
        pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
    return layout.get_first_line()[0]


def install() -> None:
    """Put them in place."""
    Layout.deactivate = deactivate
    Layout.reactivate = reactivate
