"""A layout whose page breaks are planned, where that is better than what the engine met."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from polyleaf.render.breaks.exchanges import made, worthwhile
from polyleaf.render.breaks.pieces import Flow, fills, read_flow
from polyleaf.render.breaks.plan import FULL, HALF, PagePlan, Pages
from polyleaf.render.breaks.styles import PlannedStyles

_TRIES = 4
"""The engine does not keep to a plan everywhere; it gets a second one that avoids the page where it did not."""

_LITTLE = 0.25
"""Part of the last page from which it is no worry."""


def planned(first: Any, again: Callable[[], Any]) -> Any:
    """The best layout.

    Args:
        first: WeasyPrint's document.
        again: Lays out the same elements, whose ``style`` attributes or order were changed.

    Returns:
        ``first``, or a layout with fewer or fuller pages.
    """
    flow = read_flow(first.pages)
    filled = fills(first.pages, flow)
    pages = Pages(flow)
    is_full = all(fill >= FULL for fill in filled[:-1]) and (len(filled) == 1 or filled[-1] >= _LITTLE)
    if is_full and (len(filled) == 1 or len(pages.best()) >= len(filled)):
        return first
    best, least = _best(first, again, pages)
    if exchanges := worthwhile(pages):
        with made(exchanges):
            turned = again()
            other, waste = _best(turned, again, Pages(read_flow(turned.pages)))
        if waste < least and len(read_flow(other.pages).pieces) >= len(flow.pieces):
            return other
    return best


def _best(first: Any, again: Callable[[], Any], pages: Pages) -> tuple[Any, tuple[int, int, float]]:
    """The best layout of elements in one order, and how bad it is."""
    flow = pages.flow
    best, least = first, _waste(fills(first.pages, flow))
    refused: set[tuple[int, int]] = set()
    for _ in range(_TRIES):
        plan = pages.best(refused)
        styles = PlannedStyles(flow, plan)
        styles.write()
        laid_out = again()
        styles.take_back()
        found = read_flow(laid_out.pages)
        waste = _waste(fills(laid_out.pages, found))
        if waste < least and len(found.pieces) >= len(flow.pieces):
            best, least = laid_out, waste
        if (other := _not_made(plan, found)) is None:
            break
        refused.add((other.first, other.end))
    return best, least


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
