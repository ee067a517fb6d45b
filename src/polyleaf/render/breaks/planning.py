"""A layout whose page breaks are planned, where that is better than what the engine met."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from polyleaf.render.breaks.pieces import Flow, fills, read_flow
from polyleaf.render.breaks.plan import FULL, HALF, PagePlan, best_breaks
from polyleaf.render.breaks.styles import PlannedStyles

_TRIES = 2
"""The engine does not keep to a plan everywhere; it gets a second one that avoids the page where it did not."""

_LITTLE = 0.25
"""Part of the last page from which it is no worry."""


def planned(first: Any, again: Callable[[], Any]) -> Any:
    """The best layout.

    Args:
        first: WeasyPrint's document.
        again: Lays out the same elements, whose ``style`` attributes were changed.

    Returns:
        ``first``, or a layout with fewer or fuller pages.
    """
    flow = read_flow(first.pages)
    filled = fills(first.pages, flow)
    best, least = first, _waste(filled)
    if all(fill >= FULL for fill in filled[:-1]) and (len(filled) < _TRIES or filled[-1] >= _LITTLE):
        return best
    refused: set[tuple[int, int]] = set()
    for _ in range(_TRIES):
        plan = best_breaks(flow, refused)
        styles = PlannedStyles(flow, plan)
        styles.write()
        made = again()
        styles.take_back()
        found = read_flow(made.pages)
        waste = _waste(fills(made.pages, found))
        if waste < least and len(found.pieces) >= len(flow.pieces):
            best, least = made, waste
        if (other := _not_made(plan, found)) is None:
            break
        refused.add((other.first, other.end))
    return best


def _waste(filled: Sequence[float]) -> tuple[int, int, float]:
    """How bad pages are: those under half full, their number, and what is missing on those that a plan is for."""
    body = filled[:-1]
    return sum(fill < HALF for fill in body), len(filled), round(sum(max(FULL - fill, 0.0) for fill in body), 3)


def _not_made(plan: Sequence[PagePlan], found: Flow) -> PagePlan | None:
    """The first page of a plan that the engine made in another way; None if there is none."""
    starts: dict[int, int] = {}
    for place, piece in enumerate(found.pieces):
        starts.setdefault(piece.page, place)
    for number, page in enumerate(plan[:-1]):
        if starts.get(number + 1) != page.end:
            return page
    return None
