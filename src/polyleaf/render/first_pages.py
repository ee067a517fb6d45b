"""The first pages of a layout without the rest: what is looked at while somebody writes.

They are laid out as if the pages behind them were those of the last whole layout: as many, with the same breaks
planned, and named by the same numbers. If they are not, the whole file tells soon after.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

from weasyprint import layout

from polyleaf.render.insides import Seams, check_seams

SEAMS: Seams = {"weasyprint.layout.make_all_pages": ("context", "root_box", "html", "pages")}
"""The function we stand in for, as WeasyPrint 70.0 has it."""

_make_all_pages: Any = getattr(layout, "make_all_pages", None)


@contextmanager
def first_pages(number: int) -> Iterator[None]:
    """While it is open, so many pages of each document are laid out, and not more."""
    check_seams(SEAMS)

    def some_pages(context: Any, root_box: Any, html: Any, pages: Any) -> Iterator[Any]:
        made = 0
        for page in islice(_make_all_pages(context, root_box, html, pages), number):
            made += 1
            yield page
        if made < len(context.page_maker):
            context.page_maker[made][-1]["content_changed"] = False  # the page behind the last one is not wanted

    layout.make_all_pages = some_pages
    try:
        yield
    finally:
        layout.make_all_pages = _make_all_pages
