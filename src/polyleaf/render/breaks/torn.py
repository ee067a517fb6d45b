"""Boxes that go on overleaf end where their words end: the engine gives their ground and frame the rest of the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from weasyprint.formatting_structure import boxes

_AROUND = 3
"""Boxes around the text of a page: ``html``, ``body``, ``main``."""


def close_up(pages: Sequence[Any], context: Any) -> None:
    """End the torn boxes of some pages at their last line, with their padding below it.

    Args:
        pages: WeasyPrint's pages, before their backgrounds are set.
        context: What it knows of them: where each page goes on.
    """
    for page, (goes_on, *_) in zip(pages, context.page_maker[1:], strict=False):
        for box in reversed([*islice(_around_the_end(page._page_box), _depth(goes_on))][_AROUND:]):
            if box.style["height"] == "auto":
                last = _in_flow(box)[-1]
                box.height = last.border_box_y() + last.border_height() - box.content_box_y()


def _depth(goes_on: Any) -> int:
    """How many boxes, one in the other, go on overleaf: the place is the child of each in which the page begins."""
    return 0 if goes_on is None else 1 + _depth(next(iter(goes_on.values())))


def _around_the_end(page: Any) -> Iterator[Any]:
    """The boxes in which the last line of a page stands, from the outside in."""
    box = page.children[0]
    while isinstance(box, boxes.BlockBox) and not isinstance(box, boxes.BlockReplacedBox) and (inner := _in_flow(box)):
        yield box
        box = inner[-1]


def _in_flow(box: Any) -> list[Any]:
    return [child for child in box.children if child.is_in_normal_flow()]
