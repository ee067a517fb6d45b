"""Figures that may stand before the paragraphs that they follow, where that saves a page or an empty half of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from polyleaf.model.leaflet import PASSED
from polyleaf.render.breaks.pieces import KEPT, Flow, Heights, Piece, heights_of, joint_between
from polyleaf.render.breaks.plan import Pages

_WORTH = 5.0
"""What is saved at least, as plans count: a page, or one under half full. Else a figure stays where it was written."""

_MOST = 16
"""Figures that are tried: each takes as long as a plan."""

_LEADS_ON = (":", "\uff1a", "\u061b", "\u1366", "\u055d")
"""Ends of a text that needs what follows it."""

_HEADINGS = ("h1", "h2", "h3", "h4")


@dataclass(frozen=True)
class Exchange:
    """Paragraphs and the figure after them, none of which is bound to its place.

    Attributes:
        parent, place, many: Their element, where in it the first paragraph is, and how many there are.
        first, figure, end: First piece of the paragraphs and of the figure, and the first one after them.
    """

    parent: Any
    place: int
    many: int
    first: int
    figure: int
    end: int


def worthwhile(pages: Pages) -> tuple[Exchange, ...]:
    """The exchanges with which a layout is likely to take fewer pages."""
    found: list[Exchange] = []
    cost = pages.cheapest()[0]
    heights = heights_of(pages.flow.pieces)
    for ways in _possible(pages.flow)[:_MOST]:
        others = [pages.changed(_exchanged(pages.flow, one, heights), one.first, one.end) for one in ways]
        prices = [other.cheapest()[0] for other in others]
        if min(prices) < cost - _WORTH:
            cost = min(prices)
            best = prices.index(cost)
            pages = others[best]
            found.append(ways[best])
    return tuple(found)


@contextmanager
def made(exchanges: Sequence[Exchange]) -> Iterator[None]:
    """Change the order of the elements, and back again."""
    for one in exchanges:
        _move(one.parent, one.place + one.many, one.place)
    try:
        yield
    finally:
        for one in exchanges:
            _move(one.parent, one.place, one.place + one.many)


def _move(parent: Any, old: int, new: int) -> None:
    element = parent[old]
    del parent[old]
    parent.insert(new, element)


def _possible(flow: Flow) -> list[list[Exchange]]:
    """For each figure the exchanges that may be made with it: with one paragraph, with two, and so on."""
    found = []
    firsts: dict[Any, int] = {}
    for number, piece in enumerate(flow.pieces):
        firsts.setdefault(piece.around[-1].element, number)
        depth = _figure(piece)
        if depth is None or number == 0 or _figure(flow.pieces[number - 1]) is not None:
            continue
        figure, parent = piece.around[depth], piece.around[depth - 1].element
        ends = (place for place in range(number, len(flow.pieces)) if not _stands_in(flow.pieces[place], figure))
        end = next(ends, len(flow.pieces))
        if parent is None or end == len(flow.pieces) or figure.style["break_before"] in KEPT:
            continue
        siblings = list(parent)
        place = siblings.index(figure.element)
        ways = []
        for many in range(1, min(PASSED, place - 1) + 1):
            first = firsts.get(siblings[place - many])
            if first is None or not _may_follow(flow.pieces[first].around[-1], siblings[place - many - 1]):
                break
            ways.append(Exchange(parent, place - many, many, first, number, end))
        if ways:
            found.append(ways)
    return found


def _figure(piece: Piece) -> int | None:
    """Where among the boxes of a piece its figure is."""
    tags = [getattr(box.element, "tag", "") for box in piece.around]
    return tags.index("figure") if "figure" in tags[1:] else None


def _stands_in(piece: Piece, figure: Any) -> bool:
    return any(box.element is figure.element for box in piece.around)


def _may_follow(paragraph: Any, before: Any) -> bool:
    """Whether a figure may stand before a paragraph that it follows, and behind the element over that."""
    bound = KEPT & {paragraph.style["break_after"], paragraph.style["break_before"]}
    led_on = any("".join(one.itertext()).strip().endswith(_LEADS_ON) for one in (before, paragraph.element))
    return paragraph.element_tag == "p" and not bound and not led_on and before.tag not in _HEADINGS


def _exchanged(flow: Flow, one: Exchange, heights: Heights) -> Flow:
    """The flow with the figure first; gaps are those that are there, since style sheets see the new order later."""
    pieces, joints = list(flow.pieces), list(flow.joints)
    apart = pieces[-1].page + 1
    before, between, after = (joints[place - 1] for place in (one.first, one.figure, one.end))

    def joint(upper: int, lower: int, like: Any) -> Any:
        new = joint_between(pieces[upper], replace(pieces[lower], page=apart), None, heights, flow.room)
        return replace(new, gap=like.gap, slack=like.slack)

    joints[one.first - 1 : one.end] = [
        joint(one.first - 1, one.figure, before),
        *joints[one.figure : one.end - 1],
        joint(one.end - 1, one.first, between),
        *joints[one.first : one.figure - 1],
        joint(one.figure - 1, one.end, after),
    ]
    pieces[one.first : one.end] = [*pieces[one.figure : one.end], *pieces[one.first : one.figure]]
    return Flow(tuple(pieces), tuple(joints), flow.room, flow.start)
