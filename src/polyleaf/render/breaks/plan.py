"""The best page breaks for a flow: as few pages as its rules allow, none of them mostly empty."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from math import inf
from typing import NamedTuple

from polyleaf.render.breaks.gaps import LEAST_GAP, MOST_GAP
from polyleaf.render.breaks.pieces import Flow, Joint
from polyleaf.render.breaks.scales import between

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


class PagePlan(NamedTuple):
    """One page.

    Attributes:
        first, end: Its pieces: from ``first`` up to, but not with, ``end``.
        way: How far its gaps and pictures go towards the most (1) or the least (-1) that they may be.
    """

    first: int
    end: int
    way: float

    @property
    def stretch(self) -> float:
        """What its gaps are multiplied by."""
        return between(self.way, LEAST_GAP, MOST_GAP)


class Pages:
    """The pages that a flow can have. What can begin with a piece is worked out once.

    Args:
        flow: What is to be printed.
    """

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self._known: dict[int, _Beginnings] = {}

    def best(self, refused: AbstractSet[tuple[int, int]] = frozenset()) -> tuple[PagePlan, ...]:
        """The pages that cost least; equal flows give equal pages."""
        return self.cheapest(refused)[1]

    def cheapest(self, refused: AbstractSet[tuple[int, int]] = frozenset()) -> tuple[float, tuple[PagePlan, ...]]:
        """What the pages cost that cost least, and these pages.

        Each page costs, more if it is empty, if what is kept together breaks, if its gaps close up.

        Args:
            refused: First pieces and ends of pages that the engine did not make.
        """
        many = len(self.flow.pieces)
        cost = [inf] * many + [0.0]
        chosen: dict[int, PagePlan] = {}
        for first in reversed(range(many)):
            for page, asked in self._beginning_with(first).pages:
                price = asked + cost[page.end] + (_REFUSED if (page.first, page.end) in refused else 0.0)
                if price < cost[first] - _EQUAL:
                    cost[first], chosen[first] = price, page
        pages = []
        place = 0
        while place < many:
            pages.append(chosen[place])
            place = chosen[place].end
        return cost[0], tuple(pages)

    def changed(self, flow: Flow, first: int, end: int) -> Pages:
        """The pages of a flow that differs from ``first`` up to, but not with, ``end``, and in the joints there."""
        others = Pages(flow)
        others._known = {place: found for place, found in self._known.items() if place > end or found.seen < first - 1}
        return others

    def _beginning_with(self, first: int) -> _Beginnings:
        if first not in self._known:
            self._known[first] = _pages(self.flow, first)
        return self._known[first]


class _Beginnings(NamedTuple):
    """The pages that can begin with a piece, with their prices, and the last piece and joint that were looked at."""

    pages: list[tuple[PagePlan, float]]
    seen: int


def _pages(flow: Flow, first: int) -> _Beginnings:
    willing: list[tuple[PagePlan, float]] = []
    unwilling: list[tuple[PagePlan, float]] = []
    used = flow.joints[first - 1].head if first else flow.start
    slack = less = more = 0.0
    natural: tuple[PagePlan, float] | None = None
    pieces, joints, room = flow.pieces, flow.joints, flow.room
    for place in range(first, len(pieces)):
        if place > first:
            used += joints[place - 1].gap
            slack += joints[place - 1].slack
        piece = pieces[place]
        height = piece.bottom - piece.top
        used += height
        less += height * (1 - piece.scales[0])
        more += height * (piece.scales[1] - 1)
        least, most = slack * (1 - LEAST_GAP) + less, slack * (MOST_GAP - 1) + more
        joint = joints[place] if place < len(joints) else _END
        whole = used + joint.tail
        if natural and joint.may_break and _breaks_here(flow, natural[0], joint):
            if whole + natural[0].way * (most if natural[0].way > 0 else least) > room:
                willing.append(natural)
            natural = None
        if place > first and used - least > room - _SPARE:
            break
        if place > first and whole - least > room - _SPARE:
            continue
        page = PagePlan(first, place + 1, _way(room - whole, least, most))
        price = _price(flow, page, (used + page.way * (most if page.way > 0 else least)) / room)
        if joint.must_break:
            return _Beginnings([*willing, (page, price)], place)
        if not joint.may_break:
            unwilling.append((page, price + _UNWILLING))
        elif joint.natural:
            natural = page, price
        else:
            willing.append((page, price))
    return _Beginnings(([*willing, natural] if natural else willing) or unwilling, place)


def _breaks_here(flow: Flow, page: PagePlan, joint: Joint) -> bool:
    """Whether the engine would go on and break at a joint, instead of at the end of a page that it ends by itself."""
    torn = {id(box) for box in flow.joints[page.end - 1].relaxed}
    return all(id(box) in torn for box in joint.relaxed)


def _way(left: float, least: float, most: float) -> float:
    """How far a page with so much left goes, which may take so much less or more."""
    if left > _SPARE:
        return min(max(left - _AIR, 0.0) / most, 1.0) if most else 0.0
    return max((left - _SPARE) / least, -1.0) if least else 0.0


def _price(flow: Flow, page: PagePlan, fill: float) -> float:
    price = _PAGE + (_TIGHT if page.way < 0 else 0.0)
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
