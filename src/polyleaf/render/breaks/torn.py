"""Boxes that go on overleaf end where their words end: the engine gives their ground and frame the rest of the page."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import pairwise
from typing import Any

from weasyprint.formatting_structure import boxes

from polyleaf.render.breaks.pieces import key

_AROUND = 3
"""Boxes around the text of a page: ``html``, ``body``, ``main``."""


def close_up(pages: Sequence[Any], behind: Any = None) -> None:
    """End the torn boxes of some pages at their last line, with their padding below it.

    Args:
        pages: WeasyPrint's pages, before their backgrounds are set.
        behind: Where the page behind the last one begins, in the engine's way (``resume_at``), if it was not laid out.
    """
    for page, after in pairwise(page._page_box for page in pages):
        _close(page, {key(box) for box in _outer(after, 0)})
    depth = 0
    while behind:
        (behind,) = behind.values()
        depth += 1
    if depth:
        last = pages[-1]._page_box
        _close(last, {key(box) for box in [*_outer(last, -1)][:depth]})


def _close(page: Any, going_on: Container[Any]) -> None:
    for box in reversed([*_outer(page, -1)][_AROUND:]):
        if key(box) in going_on and box.style["height"] == "auto":
            last = _in_flow(box)[-1]
            box.height = last.border_box_y() + last.border_height() - box.content_box_y()


def _outer(page: Any, place: int) -> Iterator[Any]:
    """The boxes in which the first (0) or the last (-1) line of a page stands, from the outside in."""
    box = page.children[0]
    while isinstance(box, boxes.BlockBox) and not isinstance(box, boxes.BlockReplacedBox) and (inner := _in_flow(box)):
        yield box
        box = inner[place]


def _in_flow(box: Any) -> list[Any]:
    return [child for child in box.children if child.is_in_normal_flow()]
