"""Which tables of laid-out pages are wider than their column, or have rows as high as half a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes

NUMBER = "data-table"
"""Attribute with the number of a table."""
_NEARLY = 0.5
"""In px; columns are rounded."""
_PART_OF_A_PAGE = 0.5


def wide_tables(pages: Any) -> frozenset[int]:
    """The numbers of the tables that cannot be read as tables on this paper.

    Args:
        pages: Pages of a WeasyPrint document.
    """
    return frozenset(
        number for page in pages for number in _wide(page._page_box, page._page_box.width, page._page_box.height)
    )


def _wide(box: Any, room: float, height: float) -> Iterator[int]:
    if isinstance(box, boxes.TableBox) and box.element is not None and (number := box.element.get(NUMBER)):
        rows = (row for row in box.descendants() if isinstance(row, boxes.TableRowBox))
        if box.border_width() > room + _NEARLY or any(row.height > height * _PART_OF_A_PAGE for row in rows):
            yield int(number)
    inner = room if getattr(box, "is_table_wrapper", False) else box.width
    for child in getattr(box, "children", ()):
        yield from _wide(getattr(child, "_box", child), inner if isinstance(inner, float | int) else room, height)
