"""The best page breaks for a flow: as few pages as its rules allow, none of them mostly empty."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from math import inf

from polyleaf.render.breaks.gaps import LEAST_GAP, MOST_GAP
from polyleaf.render.breaks.pieces import Flow, Joint

FULL, HALF, MOSTLY_EMPTY = 0.75, 0.5, 0.4
"""Parts of the text area: fuller pages need no plan, emptier ones are to be avoided."""

_SPARE = 0.5
"""In px: what the engine may round."""
_AIR = 6.0
"""In px: what gaps that open leave free, so that no page is lost to a rounding."""
_PAGE = 10.0
_EMPTY, _FIRST = 4.0, 2.0
"""What a page costs if it is empty; the first one, which answers first, costs so many times as much."""
_UNDER_HALF, _UNDER_FORTY = 6.0, 8.0
_TORN, _TIGHT, _UNWILLING = 0.4, 0.3, 60.0
_REFUSED = 100.0
_EQUAL = 1e-9
_FEW_LINES, _FEW = 8.0, 3

_END = Joint(
    gap=0.0,
    slack=0.0,
    tail=0.0,
    head=0.0,
    may_break=True,
    must_break=False,
    relaxed=(),
    common=(),
    closing=(),
    opening=(),
    natural=False,
)
"""After the last piece."""


@dataclass(frozen=True, slots=True)
class PagePlan:
    """One page.

    Attributes:
        first, end: Its pieces: from ``first`` up to, but not with, ``end``.
        stretch: What its gaps are multiplied by.
    """

    first: int
    end: int
    stretch: float


def best_breaks(flow: Flow, refused: AbstractSet[tuple[int, int]] = frozenset()) -> tuple[PagePlan, ...]:
    """The pages that cost least; equal flows give equal pages."""
    return cheapest(flow, refused)[1]


def cheapest(flow: Flow, refused: AbstractSet[tuple[int, int]] = frozenset()) -> tuple[float, tuple[PagePlan, ...]]:
    """What the pages cost that cost least, and these pages.

    Each page costs, more if it is empty, if what is kept together breaks, if its gaps close up.

    Args:
        flow: What is to be printed.
        refused: First pieces and ends of pages that the engine did not make.
    """
    many = len(flow.pieces)
    cost = [inf] * many + [0.0]
    chosen: dict[int, PagePlan] = {}
    for first in reversed(range(many)):
        for page, asked in _pages(flow, first):
            price = asked + cost[page.end] + (_REFUSED if (page.first, page.end) in refused else 0.0)
            if price < cost[first] - _EQUAL:
                cost[first], chosen[first] = price, page
    pages = []
    place = 0
    while place < many:
        pages.append(chosen[place])
        place = chosen[place].end
    return cost[0], tuple(pages)


def _pages(flow: Flow, first: int) -> list[tuple[PagePlan, float]]:
    """The pages that can begin with a piece, with their prices."""
    willing: list[tuple[PagePlan, float]] = []
    unwilling: list[tuple[PagePlan, float]] = []
    used = flow.joints[first - 1].head if first else flow.start
    slack = 0.0
    natural: tuple[PagePlan, float] | None = None
    for place in range(first, len(flow.pieces)):
        if place > first:
            used += flow.joints[place - 1].gap
            slack += flow.joints[place - 1].slack
        used += flow.pieces[place].bottom - flow.pieces[place].top
        joint = flow.joints[place] if place < len(flow.joints) else _END
        whole = used + joint.tail
        if natural and joint.may_break and _breaks_here(flow, natural[0], joint):
            if whole + slack * (natural[0].stretch - 1) > flow.room:
                willing.append(natural)
            natural = None
        if place > first and used - slack * (1 - LEAST_GAP) > flow.room - _SPARE:
            break
        if place > first and whole - slack * (1 - LEAST_GAP) > flow.room - _SPARE:
            continue
        page = PagePlan(first, place + 1, _stretch(flow.room - whole, slack))
        priced = page, _price(flow, page, (used + slack * (page.stretch - 1)) / flow.room)
        if joint.must_break:
            return [*willing, priced]
        if not joint.may_break:
            unwilling.append((page, priced[1] + _UNWILLING))
        elif joint.natural:
            natural = priced
        else:
            willing.append(priced)
    return ([*willing, natural] if natural else willing) or unwilling


def _breaks_here(flow: Flow, page: PagePlan, joint: Joint) -> bool:
    """Whether the engine would go on and break at a joint, instead of at the end of a page that it ends by itself."""
    torn = {id(box) for box in flow.joints[page.end - 1].relaxed}
    return all(id(box) in torn for box in joint.relaxed)


def _stretch(left: float, slack: float) -> float:
    if slack <= 0:
        return 1.0
    if left > _SPARE:
        return min(max(1 + (left - _AIR) / slack, 1.0), MOST_GAP)
    return max(1 + (left - _SPARE) / slack, LEAST_GAP)


def _price(flow: Flow, page: PagePlan, fill: float) -> float:
    price = _PAGE + (_TIGHT if page.stretch < 1 else 0.0)
    if page.end == len(flow.pieces):
        few = page.end - page.first < _FEW and page.first > 0
        return price + (_FEW_LINES if few else 0.0)
    joint = flow.joints[page.end - 1]
    price += _TORN * len(joint.relaxed)
    price += _EMPTY * max(1 - fill, 0.0) ** 2 * (_FIRST if page.first == 0 else 1.0)
    if fill < HALF:
        price += _UNDER_HALF
    if fill < MOSTLY_EMPTY:
        price += _UNDER_FORTY
    return price
