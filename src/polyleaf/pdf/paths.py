"""Paths: built corner by corner, then filled, stroked or made a clip (ISO 32000-1, 8.5)."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

from polyleaf.model.pdf_facts import Point, Rect
from polyleaf.pdf.limits import OUTLINE
from polyleaf.pdf.matrix import Matrix

_STEPS = (0.25, 0.5, 0.75, 1.0)
"""Where a curve is cut into straight lines: a disc of 1 cm stays true to 0.1 mm."""


class Path:
    """The current path, in page space."""

    def __init__(self) -> None:
        self._parts: list[list[Point]] = []
        self._corners = 0
        self._box: Rect | None = None

    def move(self, ctm: Matrix, x: float, y: float) -> None:
        """Begin a part."""
        self._parts.append([])
        self._add(_placed(ctm, x, y))

    def line(self, ctm: Matrix, x: float, y: float) -> None:
        """A straight line."""
        if self._parts:
            self._add(_placed(ctm, x, y))

    def curve(self, ctm: Matrix, numbers: Sequence[float], *, from_pen: bool = False) -> None:
        """A cubic curve: two control points and the end.

        With two points only, the pen is the first control point (``from_pen``), or the end is the second.
        """
        if not self._parts or not self._parts[-1]:
            return
        start = self._parts[-1][-1]
        points = [_placed(ctm, x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=False)]
        if len(points) == 2:  # noqa: PLR2004
            points.insert(0, start) if from_pen else points.append(points[-1])
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = start, *points
        for t in _STEPS:
            a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
            self._add((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))

    def rectangle(self, ctm: Matrix, x: float, y: float, width: float, height: float) -> None:
        """A closed rectangle."""
        self._parts.append([])
        for corner in ((x, y), (x + width, y), (x + width, y + height), (x, y + height)):
            self._add(_placed(ctm, *corner))

    def close(self) -> None:
        """Back to the beginning of the part."""
        if self._parts and self._parts[-1]:
            first = self._parts[-1][0]
            self._add(first)
            self._parts.append([first])

    def bounds(self) -> Rect | None:
        """The upright rectangle around it; None if there is nothing or it lies outside every coordinate system."""
        return self._box if self._box is not None and all(map(isfinite, self._box)) else None

    def outline(self, *, whole: bool) -> tuple[tuple[Point, ...], ...]:
        """Its parts; () if it has more corners than are kept, or is one upright rectangle and ``whole`` is not set."""
        if self._corners > OUTLINE:
            return ()
        parts = tuple(tuple(part) for part in self._parts if len(part) > 1)
        return () if not whole and len(parts) == 1 and _is_upright(parts[0]) else parts

    def _add(self, point: Point) -> None:
        self._corners += 1
        x, y = point
        left, bottom, right, top = self._box or (x, y, x, y)
        if not (left <= x <= right and bottom <= y <= top):
            self._box = (min(left, x), min(bottom, y), max(right, x), max(top, y))
        elif self._box is None:
            self._box = (x, y, x, y)
        if self._corners <= OUTLINE:
            self._parts[-1].append(point)
        else:  # the pen must still be known
            self._parts[-1][-1:] = [point]


def common(one: Rect | None, other: Rect | None) -> Rect | None:
    """What two rectangles have in common, perhaps nothing of it (right < left); None stands for everywhere."""
    if one is None or other is None:
        return one or other
    return (max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3]))


def _placed(ctm: Matrix, x: float, y: float) -> Point:
    a, b, c, d, e, f = ctm
    return (a * x + c * y + e, b * x + d * y + f)


def _is_upright(part: tuple[Point, ...]) -> bool:
    corners = part[:-1] if len(part) == 5 and part[0] == part[-1] else part  # noqa: PLR2004 - closed, it comes back
    if len(corners) != 4:  # noqa: PLR2004 - the corners of a rectangle
        return False
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = corners
    lying = y0 == y1 and x1 == x2 and y2 == y3 and x3 == x0
    standing = x0 == x1 and y1 == y2 and x2 == x3 and y3 == y0
    return lying or standing
