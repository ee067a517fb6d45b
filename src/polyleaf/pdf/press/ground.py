"""What was painted before: whether a line or letter lies on ink, so that overprinting it makes a difference."""

from __future__ import annotations

from polyleaf.model.pdf_facts import Point, Rect

_LOOKS = 2_000_000
"""Comparisons on one page; beyond them nothing is said to lie on ink. About 1 s of work."""

_SAMPLES = (1 / 6, 1 / 2, 5 / 6)

Outline = tuple[tuple[Point, ...], ...]


class Ground:
    """The inked areas of one page so far."""

    def __init__(self) -> None:
        self._areas: list[tuple[Rect, Outline, bool]] = []
        self._left = _LOOKS

    def lay(self, box: Rect, outline: Outline = (), *, even_odd: bool = False) -> None:
        """Note an area; without outline it is the whole box."""
        self._areas.append((box, outline, even_odd))

    def is_under(self, box: Rect) -> bool:
        """Whether anything noted so far lies under some of the box."""
        left, bottom, right, top = box
        for area, outline, even_odd in self._areas:
            self._left -= 1 + 9 * sum(map(len, outline)) // 20
            if self._left < 0:
                return False
            x0, y0, x1, y1 = max(left, area[0]), max(bottom, area[1]), min(right, area[2]), min(top, area[3])
            if x0 > x1 or y0 > y1 or (x0 == x1 and y0 == y1):
                continue
            points = [(x0 + (x1 - x0) * across, y0 + (y1 - y0) * up) for across in _SAMPLES for up in _SAMPLES]
            if not outline or any(_inside(point, outline, even_odd=even_odd) for point in points):
                return True
        return False


def _inside(point: Point, outline: Outline, *, even_odd: bool) -> bool:
    """Whether a point lies inside an outline, by the rule it is filled with (ISO 32000-1, 8.5.3.3)."""
    x, y = point
    turns = crossings = 0
    for part in outline:
        for (x0, y0), (x1, y1) in zip(part, (*part[1:], part[0]), strict=True):
            if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
                crossings += 1
                turns += 1 if y1 > y0 else -1
    return bool(crossings % 2) if even_odd else turns != 0
