"""Gaps between two pieces of a layout: the margins, paddings and rules of the boxes that end and begin between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

LEAST_GAP, MOST_GAP = 0.8, 1.15
"""How far gaps close up and open."""


@dataclass(frozen=True)
class Edge:
    """One side of a gap, from a piece outwards.

    Attributes:
        inner: Paddings, rules, and the margins inside of them.
        margin: The margin outside of all of them; it collapses with that of the other side.
    """

    inner: float
    margin: float

    @staticmethod
    def between(upper: Edge, lower: Edge) -> float:
        """The gap that two edges make."""
        return upper.inner + lower.inner + max(upper.margin, lower.margin)


def bottom_edge(closing: Sequence[Any], *, inside: bool) -> Edge:
    """The edge below a piece with which some boxes, from the outside in, end.

    Args:
        closing: The boxes.
        inside: Whether the piece stands in the last of them; else it is it.
    """
    return _edge([(_inset(box, "bottom"), length(box, "margin_bottom")) for box in reversed(closing)], inside)


def top_edge(opening: Sequence[Any], *, inside: bool) -> Edge:
    """The edge over a piece with which some boxes, from the outside in, begin; arguments as above."""
    return _edge([(_inset(box, "top"), length(box, "margin_top")) for box in reversed(opening)], inside)


def insets(around: Iterable[Any], side: str) -> float:
    """Paddings and rules of boxes at one side, ``top`` or ``bottom``."""
    return sum(_inset(box, side) for box in around)


def length(box: Any, name: str) -> float:
    """A length of a box as its style sheets say, in px: on the box itself it is 0 where a page breaks it."""
    value = box.style[name]
    if isinstance(value, int | float):
        return float(value)
    return float(value.value) if getattr(value, "unit", "") == "px" else 0.0


def _inset(box: Any, side: str) -> float:
    return length(box, f"padding_{side}") + length(box, f"border_{side}_width")


def _edge(sides: Sequence[tuple[float, float]], inside: bool) -> Edge:
    inner = margin = 0.0
    for place, (inset, outside) in enumerate(sides):
        if inset and (place or inside):
            inner, margin = inner + margin + inset, 0.0
        margin = max(margin, outside)
    return Edge(inner, margin)


def kept_free(box: Any, *, ends: bool) -> float:
    """What the engine keeps free below a box that has its paddings on each page, beside its paddings themselves."""
    inset, margin = insets((box,), "bottom"), length(box, "margin_bottom")
    if ends:
        return max(inset, margin)
    return margin + (inset if inset > margin else 0.0)


def counted_twice(box: Any) -> float:
    """What the engine keeps free below a box that ends: its paddings once more, so that its last line has room."""
    return 0.0 if is_clone(box) else insets((box,), "bottom")


def is_clone(box: Any) -> bool:
    """Whether a box has its paddings and rules on each page."""
    return bool(box.style["box_decoration_break"] == "clone")
