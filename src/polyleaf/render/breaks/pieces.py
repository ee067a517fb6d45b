"""What a finished layout is made of, in order: pieces that no page break may cut, and the joints between them.

Measures are px of CSS. A piece is a line of text, a row of a table, a picture, or what else the engine lays out as one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from weasyprint.formatting_structure import boxes

from polyleaf.render.breaks import gaps
from polyleaf.render.breaks.gaps import MOST_GAP, Edge, insets, is_clone, length
from polyleaf.render.breaks.scales import AS_IT_IS, scales_of

KEPT = {"avoid", "avoid-page"}
_FORCED = {"page", "left", "right", "recto", "verso", "always"}
WHOLE = "data-whole"
"""Attribute of a box that must stand on one page."""

_LONG = 0.45
"""Part of a page from which a box or a table may break."""
_LINES = 2
"""Least lines of one text on either side of a break (CCLVI, ACB: no widows and orphans)."""


@dataclass(frozen=True)
class Piece:
    """Something that is not cut.

    Attributes:
        page: Its page, from 0.
        top, bottom: On its page.
        around: The boxes it stands in and its own, from the outside in.
        is_line: Whether it is a line of text.
        repeated: Height of the head of its table, which stands on each page again.
        scales: How small and how large it may become, over its size: a picture that nobody asked to be as wide.
    """

    page: int
    top: float
    bottom: float
    around: tuple[Any, ...]
    is_line: bool
    repeated: float = 0.0
    scales: tuple[float, float] = AS_IT_IS


@dataclass(frozen=True)
class Joint:
    """What is between a piece and the next.

    Attributes:
        gap: Distance between them on one page.
        slack: The part of it that is margins, and may close up or open.
        tail: What follows the first piece at the foot of a page: paddings and rules.
        head: What stands over the second one at the head of a page.
        may_break: Whether a page may end here.
        must_break: Whether it has to, because a style sheet says so.
        relaxed: Boxes that are kept together and would have to break here; each is so long that it may, or it is an
            item of a list with lines enough on either side.
        common: The boxes that go on, from the outside in.
        closing, opening: The boxes that end and that begin here, from the outside in.
        natural: Whether the engine breaks here by itself or not at all: between lines of a text or rows of a table.
    """

    gap: float
    slack: float
    tail: float
    head: float
    may_break: bool
    must_break: bool
    relaxed: tuple[Any, ...]
    common: tuple[Any, ...]
    closing: tuple[Any, ...]
    opening: tuple[Any, ...]
    natural: bool


@dataclass(frozen=True)
class Flow:
    """A layout as one flow.

    Attributes:
        pieces: In order.
        joints: Between them: one fewer.
        room: Height of the text area.
        start: What stands over the first piece.
    """

    pieces: tuple[Piece, ...]
    joints: tuple[Joint, ...]
    room: float
    start: float


Heights = Mapping[tuple[int, str, type], float]


def key(box: Any) -> tuple[int, str, type]:
    """The same for all parts of a box that is broken over pages."""
    return id(box.element), box.element_tag, type(box)


def read_flow(pages: Sequence[Any]) -> Flow:
    """The flow of a layout.

    Args:
        pages: WeasyPrint's pages.
    """
    frames = [page._page_box for page in pages]
    pieces: list[Piece] = []
    for number, frame in enumerate(frames):
        known = {key(piece.around[-1]) for piece in pieces if isinstance(piece.around[-1], boxes.TableRowBox)}
        here = _pieces(frame.children[0], number, ())
        pieces += [piece for piece in here if key(piece.around[-1]) not in known]  # not the head of a table again
    room = min((frame.height for frame in frames), default=0.0)
    heights = heights_of(pieces)
    last_lines = _places_in_texts(pieces)
    joints = (
        joint_between(upper, lower, last_lines[place], heights, room)
        for place, (upper, lower) in enumerate(pairwise(pieces))
    )
    start = pieces[0].top - frames[0].content_box_y() if pieces else 0.0
    return Flow(tuple(pieces), tuple(joints), room, start)


def fills(pages: Sequence[Any], flow: Flow) -> list[float]:
    """How much of its text area each page fills, down to its lowest piece: 0 to 1, or a little more."""
    lowest = {piece.page: piece.bottom for piece in sorted(flow.pieces, key=lambda piece: piece.bottom)}
    tops = [(page._page_box.content_box_y(), page._page_box.height) for page in pages]
    return [(lowest.get(number, top) - top) / height for number, (top, height) in enumerate(tops)]


def _pieces(box: Any, page: int, around: tuple[Any, ...], repeated: float = 0.0) -> Iterator[Piece]:
    around = (*around, box)
    inner = [child for child in getattr(box, "children", ()) if child.is_in_normal_flow()]
    if isinstance(box, boxes.TableBox):
        head = box.children[0] if box.children and box.children[0].is_header else None
        for group in box.children:
            for row in group.children:
                high = 0.0 if head is None or group is head else head.height
                yield Piece(page, row.position_y, row.position_y + row.height, (*around, group, row), False, high)
    elif isinstance(box, boxes.BlockContainerBox) and inner and isinstance(inner[0], boxes.LineBox):
        for line in inner:
            if line.height:
                yield Piece(page, line.position_y, line.position_y + line.height, around, True, repeated)
    elif isinstance(box, boxes.BlockBox) and inner and not isinstance(box, boxes.BlockReplacedBox):
        for child in inner:
            yield from _pieces(child, page, around, repeated)
    else:
        top = box.border_box_y()
        yield Piece(page, top, top + box.border_height(), around, False, repeated, scales_of(around))


def heights_of(pieces: Sequence[Piece]) -> Heights:
    """Heights of all boxes, their parts on several pages together."""
    seen: set[int] = set()
    found: dict[tuple[int, str, type], float] = {}
    for piece in pieces:
        for box in piece.around:
            if id(box) not in seen:
                seen.add(id(box))
                found[key(box)] = found.get(key(box), 0.0) + box.border_height()
    return found


def _places_in_texts(pieces: Sequence[Piece]) -> list[tuple[int, int] | None]:
    """For each line the number of lines of its text up to it, and after it; None for other pieces."""
    found: list[tuple[int, int] | None] = []
    for (_, is_line), same in groupby(pieces, lambda piece: (key(piece.around[-1]), piece.is_line)):
        many = len(list(same))
        found += [(place + 1, many - place - 1) if is_line else None for place in range(many)]
    return found


def joint_between(
    upper: Piece,
    lower: Piece,
    place: tuple[int, int] | None,
    heights: Heights,
    room: float,
) -> Joint:
    """What is between two pieces; ``place``: lines of the text of the upper one up to it, and after it."""
    shared = sum(1 for _ in _shared(upper.around, lower.around))
    common, closing, opening = upper.around[:shared], upper.around[shared:], lower.around[shared:]
    in_text = place is not None and place[1] > 0
    if not closing and not opening and not in_text:
        closing, opening = upper.around[-1:], lower.around[-1:]
    below = gaps.bottom_edge(closing, inside=upper.is_line)
    above = gaps.top_edge(opening, inside=lower.is_line)
    gap = lower.top - upper.bottom if lower.page == upper.page else Edge.between(below, above)
    kept = tuple(box for box in common if box.style["break_inside"] in KEPT)
    asked = {box.style["break_after"] for box in closing} | {box.style["break_before"] for box in opening}
    forced, tied = bool(asked & _FORCED), bool(asked & KEPT)
    few = in_text and place is not None and min(place) < _LINES
    heads = isinstance(upper.around[-1], boxes.TableRowBox) and upper.around[-2].is_header
    long = all(
        heights[key(box)] > room * _kept_up_to(box) or (in_text and "list-item" in box.style["display"]) for box in kept
    )
    rigid = any((insets((box,), "bottom") or is_clone(box)) and length(box, "margin_bottom") for box in closing)
    ends = (box.border_box_y() + box.border_height() + gaps.counted_twice(box) for box in closing)
    end = max(ends, default=upper.bottom) - upper.bottom
    clones = [
        box
        for box in (*common, *closing)
        if is_clone(box) or (box.style["break_inside"] in KEPT and heights[key(box)] > room * _LONG)
    ]
    free = sum(gaps.kept_free(box, ends=box not in common) for box in clones)
    if common and closing and insets(common[-1:], "bottom"):  # the engine keeps room for a margin that it drops
        free += length(closing[0], "margin_bottom") * MOST_GAP
    going_on = [box for box in clones if box in common]
    return Joint(
        gap=gap,
        slack=max(Edge.between(below, above) - below.inner - above.inner, 0.0) if not in_text and not rigid else 0.0,
        tail=max(below.inner, end) + insets(going_on, "bottom") + free,
        head=above.inner + insets(going_on, "top") + lower.repeated,
        may_break=forced or (not tied and not few and not heads and long),
        must_break=forced,
        relaxed=kept,
        common=common,
        closing=closing,
        opening=opening,
        natural=in_text or not _can_begin_a_page(opening),
    )


def _shared(one: Sequence[Any], other: Sequence[Any]) -> Iterator[Any]:
    for box, same in zip(one, other, strict=False):
        if key(box) != key(same):
            return
        yield box


def _kept_up_to(box: Any) -> float:
    """The part of a page up to which a box stays whole: a slip, a medicine with its times."""
    return 1.0 if box.element is not None and box.element.get(WHOLE) else _LONG


def _can_begin_a_page(opening: Sequence[Any]) -> bool:
    """Whether the engine can be told to begin a page with the first of some boxes."""
    first = opening[0] if opening else None
    return (
        isinstance(first, boxes.BlockLevelBox) and first.element is not None and first.element_tag == first.element.tag
    )
