"""Heads of arrows and other marks on the corners of lines, turned as browsers turn them (SVG 2, 13.6).

WeasyPrint 70.0 takes the direction of a curve from its two handles, of an arc from its middle and of a quadratic curve
from nothing, has those of polylines upside down, and forgets the ends of all paths but the last: arrows that begin or
bend pointed the wrong way. It also draws no mark at all where an angle has a unit.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from math import atan2, degrees, hypot, isclose, pi
from typing import Any

from weasyprint import svg
from weasyprint.svg.utils import parse_url

from polyleaf.render.quick_paths import Noted

_PLACES = ("marker", "marker-start", "marker-mid", "marker-end")
_DEGREES = {"deg": 1.0, "grad": 0.9, "rad": degrees(1), "turn": 360.0}
_SAME = 1e-6
"""Part of a length that is no difference."""

Point = tuple[float, float]

real_markers: Any = svg.SVG.draw_markers


@dataclass(frozen=True, slots=True)
class _Step:
    """A piece of a line from one corner to the next, and its directions there; (0, 0) if it has none."""

    start: Point
    leaving: Point
    arriving: Point
    end: Point


def draw_markers(picture: Any, node: Any, font_size: float, fill_stroke: Any) -> None:
    """WeasyPrint's method of the same name, which is told the right directions."""
    names = [parse_url(node.get(place)).fragment for place in _PLACES if node.get(place)]
    if node.vertices and names:
        for marker in filter(None, map(picture.markers.get, names)):
            _plain(marker)
        node.vertices = deque(_corners(_lines(picture, node, font_size)))
    real_markers(picture, node, font_size, fill_stroke)


def _plain(marker: Any) -> None:
    """Write the angle of a mark as a number, as the engine reads it."""
    angle = marker.get("orient", "0").strip()
    unit = next((unit for unit in sorted(_DEGREES, key=len, reverse=True) if angle.endswith(unit)), "")
    if unit:
        marker.attrib["orient"] = str(float(angle.removesuffix(unit)) * _DEGREES[unit])


def _lines(picture: Any, node: Any, font_size: float) -> Iterator[tuple[list[_Step], bool]]:
    """The steps of each line of a shape, and whether it is closed."""
    stream, picture.stream, node.vertices = picture.stream, Noted(), deque[Any]()
    try:
        svg.TAGS[node.tag](picture, node, font_size)
    finally:
        notes, picture.stream = picture.stream, stream
    ends = deque(_points(node.vertices))
    steps: list[_Step] = []
    here, is_cut = (0.0, 0.0), False
    for name, numbers in notes.calls:
        route = list(zip(numbers[::2], numbers[1::2], strict=True)) or [steps[0].start if steps else here]
        end = route[-1]
        if name == "move_to":
            yield from [(steps, False)] if steps else []
            steps = []
        else:
            if not steps and ends and _is_same(here, ends[0]):
                ends.popleft()
            step = _step(steps[-1] if steps else None, here, *route)
            if is_cut:  # an arc is drawn in up to three pieces, which have no corners between them
                step = replace(step, start=steps[-1].start, leaving=steps.pop().leaving)
            steps.append(step)
        here = end
        if name == "close":
            yield steps, True
            steps, is_cut = [], False
            continue
        at_corner = not ends or _is_same(end, ends[0])
        is_cut = name != "move_to" and not at_corner
        if ends and at_corner:
            ends.popleft()
    yield from [(steps, False)] if steps else []


def _step(before: _Step | None, *route: Point) -> _Step:
    """A step by its points and handles; one of no length goes where the one before it went."""
    start, end = route[0], route[-1]
    here = before.arriving if before else (0.0, 0.0)
    leaving = next((_from(start, one) for one in route if one != start), here)
    return _Step(start, leaving, next((_from(one, end) for one in reversed(route) if one != end), here), end)


def _corners(lines: Iterator[tuple[list[_Step], bool]]) -> Iterator[Any]:
    """Corners and angles as the engine wants them: it takes the middle of two angles that are told beside a corner."""
    found: list[tuple[Point, float]] = []
    for steps, closed in lines:
        around = _angle(steps[-1].arriving, steps[0].leaving)
        found.append((steps[0].start, around if closed else _angle(steps[0].leaving)))
        found += ((one.end, _angle(one.arriving, after.leaving)) for one, after in pairwise(steps))
        found.append((steps[-1].end, around if closed else _angle(steps[-1].arriving)))
    if not found:
        return
    last = found[-1][1]
    for number, (corner, angle) in enumerate(found[:-1]):
        yield corner
        yield (last + pi - 2 * angle if number else pi - angle), last
    yield found[-1][0]


def _points(vertices: deque[Any]) -> Iterator[Point]:
    """The corners among what the engine keeps of a shape: a corner, angles, a corner, and None between two lines."""
    corner = True
    for one in vertices:
        if corner and one is not None:
            yield one
        corner = one is None or not corner


def _from(one: Point, other: Point) -> Point:
    """The direction from one point to another, 1 long."""
    across, down = other[0] - one[0], other[1] - one[1]
    far = hypot(across, down)
    return (across / far, down / far) if far else (0.0, 0.0)


def _angle(*directions: Point) -> float:
    """The angle half way between directions."""
    across, down = (float(sum(one)) for one in zip(*directions, strict=True))
    if not across and not down:
        across, down = directions[-1]
    return atan2(down, across)


def _is_same(one: Point, other: Point) -> bool:
    return all(isclose(a, b, rel_tol=_SAME, abs_tol=_SAME) for a, b in zip(one, other, strict=True))


def install() -> None:
    """Put it in place; again does nothing."""
    svg.SVG.draw_markers = draw_markers
