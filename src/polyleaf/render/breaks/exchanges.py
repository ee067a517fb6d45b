"""Figures that may stand before the paragraph that they follow, where that saves a page or an empty half of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from polyleaf.render.breaks.pieces import KEPT, Flow, Piece, heights_of, joint_between
from polyleaf.render.breaks.plan import cheapest

_WORTH = 5.0
"""What is saved at least, as plans count: a page, or one under half full. Else a figure stays where it was written."""

_MOST = 16
"""Figures that are tried: each takes as long as a plan."""

_LEADS_ON = (":", "\uff1a", "\u061b", "\u1366", "\u055d")
"""Ends of a text that needs what follows it."""

_HEADINGS = ("h1", "h2", "h3", "h4")


@dataclass(frozen=True)
class Exchange:
    """A paragraph and the figure after it, neither of which is bound to its place.

    Attributes:
        parent, place: Their element, and where in it the paragraph is.
        first, figure, end: First piece of the paragraph and of the figure, and the first one after them.
    """

    parent: Any
    place: int
    first: int
    figure: int
    end: int


def worthwhile(flow: Flow) -> tuple[Exchange, ...]:
    """The exchanges with which a layout is likely to take fewer pages."""
    found: list[Exchange] = []
    cost = cheapest(flow)[0]
    for one in _possible(flow)[:_MOST]:
        other = _exchanged(flow, one)
        price = cheapest(other)[0]
        if price < cost - _WORTH:
            flow, cost = other, price
            found.append(one)
    return tuple(found)


@contextmanager
def made(exchanges: Sequence[Exchange]) -> Iterator[None]:
    """Change the order of the elements, and back again."""
    _turn(exchanges)
    try:
        yield
    finally:
        _turn(exchanges)


def _turn(exchanges: Sequence[Exchange]) -> None:
    for one in exchanges:
        one.parent[one.place : one.place + 2] = reversed(one.parent[one.place : one.place + 2])


def _possible(flow: Flow) -> list[Exchange]:
    found = []
    for number, piece in enumerate(flow.pieces):
        depth = _figure(piece)
        if depth is None or number == 0 or _figure(flow.pieces[number - 1]) is not None:
            continue
        figure, parent = piece.around[depth], piece.around[depth - 1].element
        paragraph = flow.pieces[number - 1].around[-1]
        if parent is None or not _may_follow(parent, paragraph, figure):
            continue
        first = next(place for place, one in enumerate(flow.pieces) if one.around[-1].element is paragraph.element)
        ends = (place for place in range(number, len(flow.pieces)) if not _stands_in(flow.pieces[place], figure))
        end = next(ends, len(flow.pieces))
        if end < len(flow.pieces):
            found.append(Exchange(parent, list(parent).index(paragraph.element), first, number, end))
    return found


def _figure(piece: Piece) -> int | None:
    """Where among the boxes of a piece its figure is."""
    tags = [getattr(box.element, "tag", "") for box in piece.around]
    return tags.index("figure") if "figure" in tags[1:] else None


def _stands_in(piece: Piece, figure: Any) -> bool:
    return any(box.element is figure.element for box in piece.around)


def _may_follow(parent: Any, paragraph: Any, figure: Any) -> bool:
    """Whether a paragraph may stand behind the figure that follows it in their parent."""
    siblings = list(parent)
    place = next((place for place, one in enumerate(siblings) if one is paragraph.element), -1)
    if paragraph.element_tag != "p" or place < 1 or place + 1 == len(siblings):
        return False
    text = "".join(paragraph.element.itertext()).strip()
    bound = KEPT & {paragraph.style["break_after"], paragraph.style["break_before"], figure.style["break_before"]}
    led_on = text.endswith(_LEADS_ON) or siblings[place - 1].tag in _HEADINGS
    return siblings[place + 1] is figure.element and not bound and not led_on


def _exchanged(flow: Flow, one: Exchange) -> Flow:
    """The flow with the figure first; gaps are those that are there, since style sheets see the new order later."""
    pieces, joints = list(flow.pieces), list(flow.joints)
    heights, apart = heights_of(pieces), pieces[-1].page + 1
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
