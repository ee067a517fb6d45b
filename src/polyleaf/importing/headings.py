"""Which lines are the title and the headings, and of which level: by styles, else as they look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from polyleaf.importing.gathered import Element, Frame, Line, Picture, Remark, Role
from polyleaf.importing.habits import LARGER, looks_like_heading, usual_size

_FIRST, _LAST = 2, 4
_LONGEST_TITLE = 150
_LONGEST_SUMMARY = 200
_FIRST_LINES = 6
_MUCH_LARGER = 1.5


@dataclass(frozen=True, slots=True)
class Headed:
    """Elements whose headings have levels from 2 to 4.

    Attributes:
        title: The line that is the title, or None.
        summary: The line below it, if it is one by its style, or None.
        elements: Everything else.
        guessed: Headings that were told by their look alone.
        lowered: Whether there were deeper levels than a leaflet has.
    """

    title: Line | None
    summary: Line | None
    elements: tuple[Element, ...]
    guessed: tuple[Line, ...] = ()
    lowered: bool = False


def headed(elements: Sequence[Element]) -> Headed:
    """Finds title and headings."""
    usual = usual_size(tuple(elements))
    elements = [_out_of_box(one, usual) for one in elements]
    ranked, guessed = _ranked(_with_title(elements, usual), usual)
    title, rest = _title(ranked)
    summary = next((one for one in rest if isinstance(one, Line) and one.role is Role.SUBTITLE), None)
    if summary is not None and (len(summary.text) > _LONGEST_SUMMARY or title is None):
        summary = None
    rest = [one for one in rest if one is not summary]
    levels = sorted({one.level for one in rest if isinstance(one, Line) and one.level})
    found: list[Element] = []
    before = _FIRST - 1
    for one in rest:
        if isinstance(one, Line) and one.level:
            wanted = min(_FIRST + levels.index(one.level), _LAST)
            before = min(wanted, before + 1)
            found.append(replace(one, level=before))
        else:
            found.append(one)
    return Headed(title, summary, tuple(found), guessed, len(levels) > _LAST - _FIRST + 1)


def _with_title(elements: Sequence[Element], usual: float) -> Sequence[Element]:
    """The elements, with a line of large letters in a box at the top as the title that it is."""
    first = next((one for one in elements if not isinstance(one, Remark | Picture)), None)
    inside = first.elements if isinstance(first, Frame) else ()
    line = inside[0] if len(inside) == 1 else None
    has_title = any(isinstance(one, Line) and one.role is Role.TITLE for one in elements)
    if (
        has_title
        or not isinstance(line, Line)
        or len(line.text) > _LONGEST_TITLE
        or not usual
        or line.size < usual * LARGER
    ):
        return elements
    return [replace(line, role=Role.TITLE, frame="") if one is first else one for one in elements]


def _out_of_box(element: Element, usual: float) -> Element:
    """A text box with one line of large, bold letters is a heading that was drawn."""
    line = element.elements[0] if isinstance(element, Frame) and len(element.elements) == 1 else None
    is_heading = isinstance(line, Line) and usual > 0 and line.size >= usual * LARGER and line.is_bold
    return line if is_heading and isinstance(line, Line) and looks_like_heading(line, usual) else element


def _ranked(elements: Sequence[Element], usual: float) -> tuple[list[Element], tuple[Line, ...]]:
    """The elements with a level for every line that looks like a heading: larger letters, higher level."""
    fakes = [
        one
        for at, one in enumerate(elements)
        if isinstance(one, Line) and not one.frame and looks_like_heading(one, usual) and _leads(elements, at)
    ]
    deepest = max((one.level for one in elements if isinstance(one, Line)), default=0)
    sizes = sorted({one.size for one in fakes}, reverse=True)
    levels = {id(one): deepest + 1 + sizes.index(one.size) for one in fakes}
    done = [
        replace(one, level=levels[id(one)]) if id(one) in levels and isinstance(one, Line) else one for one in elements
    ]
    return done, tuple(fakes)


def _before_text(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines before the first that is longer than a title."""
    for line in lines[:_FIRST_LINES]:
        if not line.level and len(line.text) > _LONGEST_TITLE / 2:
            return
        yield line


def _leads(elements: Sequence[Element], at: int) -> bool:
    """Whether something follows that a heading can stand over."""
    return at + 1 < len(elements)


def _largest(lines: Sequence[Line]) -> Line | None:
    """The line at the top whose letters are larger than all others, and much larger than those of the text."""
    largest = max((one.size for one in lines), default=0)
    at_top = [one for one in _before_text(lines) if one.size == largest and len(one.text) <= _LONGEST_TITLE]
    alone = sum(one.size == largest for one in lines) == 1
    return at_top[0] if at_top and alone and largest >= usual_size(tuple(lines)) * _MUCH_LARGER > 0 else None


def _topmost(lines: Sequence[Line]) -> Line | None:
    """The line at the top that alone has the highest level of all."""
    top = min((one.level for one in lines if one.level), default=0)
    first = next((one for one in _before_text(lines) if one.level == top), None)
    alone = sum(one.level == top for one in lines) == 1
    return first if first is not None and top and alone and len(first.text) <= _LONGEST_TITLE else None


def _title(elements: Sequence[Element]) -> tuple[Line | None, list[Element]]:
    lines = [one for one in elements if isinstance(one, Line)]
    title = next((one for one in lines if one.role is Role.TITLE), None)
    first = None if title is not None else _largest(lines) or _topmost(lines)
    if first is not None:
        title = first
        above = {id(one) for one in lines[: lines.index(first)]}
        # "Patient information" over the title says what the thing is, and is no part of it.
        elements = [replace(one, level=0) if isinstance(one, Line) and id(one) in above else one for one in elements]
    rest = [
        replace(one, role=Role.TEXT, level=one.level or 1) if isinstance(one, Line) and one.role is Role.TITLE else one
        for one in elements
        if one is not title
    ]
    return title, rest
