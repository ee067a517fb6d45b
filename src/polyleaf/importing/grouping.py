"""Which elements become one block together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from polyleaf.importing.gathered import Element, Grid, Line, Picture, Remark, Role

_LONGEST_CAPTION = 200


def groups(elements: Sequence[Element]) -> Iterator[tuple[Element, ...]]:
    """Elements that become one block: the lines of a list, those in one frame, a picture and its caption."""
    rest = list(elements)
    while rest:
        count = _together(rest)
        yield tuple(rest[:count])
        rest = rest[count:]


def _together(rest: Sequence[Element]) -> int:
    first = rest[0]
    if isinstance(first, Line) and first.frame:
        return next((at for at, one in enumerate(rest) if not _in_frame(one, first.frame)), len(rest))
    if isinstance(first, Line) and first.mark:
        return next((at for at, one in enumerate(rest) if not _in_list(rest, at)), len(rest))
    if isinstance(first, Picture) and len(rest) > 1 and _is_caption(rest[1]):
        return 2
    if _is_caption(first) and len(rest) > 1 and isinstance(rest[1], Picture | Grid):
        return 2
    return 1


def _in_frame(element: Element, frame: str) -> bool:
    """Whether an element belongs to the frame: pictures and remarks between its lines do."""
    return element.frame == frame if isinstance(element, Line) else False


def _in_list(rest: Sequence[Element], at: int) -> bool:
    element = rest[at]
    if isinstance(element, Line):
        return bool(element.mark) or element.item >= 0
    following = next((one for one in rest[at:] if isinstance(one, Line)), None)
    return isinstance(element, Remark) and following is not None and bool(following.mark)


def _is_caption(element: Element) -> bool:
    return isinstance(element, Line) and element.role is Role.CAPTION and len(element.text) <= _LONGEST_CAPTION
