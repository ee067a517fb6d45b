"""What stands in the margins of pages is set once, for the layout that is printed.

A page whose breaks are planned, or whose tables were too wide, is laid out more than once; WeasyPrint sets the boxes of
the margins (our foot) and the backgrounds each time, after the text, which they do not change. An ``unfinished``
layout lacks them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

import weasyprint
from weasyprint import layout
from weasyprint.document import Page

from polyleaf.render.breaks import torn
from polyleaf.render.insides import Seams, check_seams

SEAMS: Seams = {
    "weasyprint.layout.make_margin_boxes": ("context", "page", "state"),
    "weasyprint.layout.layout_backgrounds": ("page", "get_image_from_uri"),
}
"""The functions we stand in for, as WeasyPrint 70.0 has them."""

_set_margins: Any = getattr(layout, "make_margin_boxes", None)
_set_backgrounds: Any = getattr(layout, "layout_backgrounds", None)


@dataclass(slots=True)
class _Open:
    """A page that is not finished."""

    context: Any
    page: Any
    state: Any
    number: int
    get_image: Any = None


_now: list[list[_Open]] = []
"""The layout that is being made, if what stands in its margins comes later."""

_waiting: WeakKeyDictionary[Any, list[_Open]] = WeakKeyDictionary()
"""Layouts that are not finished."""

_contexts: list[Any] = []
"""What WeasyPrint keeps while it lays out; it holds on to itself."""


def make_margin_boxes(context: Any, page: Any, state: Any) -> Any:
    """WeasyPrint's function of the same name, or nothing yet."""
    if not _now:
        return _set_margins(context, page, state)
    _now[-1].append(_Open(context, page, state, context.current_page))
    return ()


def layout_backgrounds(page: Any, get_image_from_uri: Any) -> None:
    """WeasyPrint's function of the same name, or nothing yet."""
    if not _now:
        _set_backgrounds(page, get_image_from_uri)
        return
    _now[-1][-1].get_image = get_image_from_uri


def unfinished(page: weasyprint.HTML, **how: Any) -> weasyprint.Document:
    """The layout of a page without margins and backgrounds.

    Args:
        page: The page.
        how: What ``HTML.render`` is to know.
    """
    _install()
    _now.append([])
    try:
        document = page.render(**how)
        _waiting[document] = _now[-1]
    finally:
        _contexts.extend(one.context for one in _now.pop()[:1])
    return document


def finish(document: weasyprint.Document, pages: int | None = None) -> None:
    """Set what a layout lacks.

    Args:
        document: The layout.
        pages: How many pages it says there are; as many as were laid out if None.
    """
    waiting = _waiting.pop(document, ())
    if waiting:
        torn.close_up(document.pages, waiting[0].context)
    for one in waiting:
        if pages is not None:
            one.state[1]["pages"] = [pages]
        one.context.current_page = one.number
        one.page.children = (*one.page.children, *_set_margins(one.context, one.page, one.state))
        _set_backgrounds(one.page, one.get_image)
    document.pages[:] = [Page(page._page_box) for page in document.pages]


def let_go() -> None:
    """Forget what is kept of layouts that nobody needs any more: garbage would be looked for in all of it."""
    for context in _contexts:
        for style in context.style_for.get_computed_styles().values():
            if (anonymous := vars(style).pop("anonymous_style", None)) is not None:
                vars(anonymous).pop("specified", None)
        vars(context).clear()
    _contexts.clear()


def _install() -> None:
    if layout.make_margin_boxes is make_margin_boxes:
        return
    check_seams(SEAMS)
    layout.make_margin_boxes = make_margin_boxes
    layout.layout_backgrounds = layout_backgrounds
