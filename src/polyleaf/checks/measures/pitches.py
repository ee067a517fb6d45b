"""How far lines under each other stand apart, over their size and over what their letters need."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import starmap
from math import inf
from operator import add, itemgetter
from typing import NamedTuple

from polyleaf.checks.measures.layout import FileLayout, PageLayout, Spot, Spots
from polyleaf.checks.measures.lines import Line

_OVERLAP = 0.2
"""In ems: lines that lie above each other by less do not meet."""

_TALL = 1.5
"""In ems: what every line has. Fonts that ask for more ask it for their tallest words, and need it where those are."""

_AIR = 0.1
"""In ems: least distance between the ink of two lines, measured with a rectangle around each letter."""

_COLUMN = 0.7
"""In pt: width of the columns in which ink is compared."""

_COLUMNS = 4000
"""Most columns of a line, those of A0: a file may say that a letter is as wide as the sky."""

_EQUAL = 0.02
"""Share by which type sizes may differ and still be the same."""


def pitch_over_size(layout: FileLayout) -> Spots:
    """Distance of the baselines of lines of one size under each other, over that size."""
    for page in layout.pages:
        for upper, lower in _neighbours(page):
            if abs(upper.size - lower.size) <= _EQUAL * upper.size:
                yield Spot((upper.baseline - lower.baseline) / upper.size, page.number, lower.text)


def pitch_over_need(layout: FileLayout) -> Spots:
    """Distance of the baselines of lines under each other, over what they need: as much as their fonts ask for.

    Tall fonts ask for more than most of their words need. Lines of them need 1.5 ems, and that their ink stands clear.
    """
    known: dict[int, _Outline] = {}

    def outline(line: Line) -> _Outline:
        if id(line) not in known:
            known[id(line)] = _outline(line)
        return known[id(line)]

    for page in layout.pages:
        for upper, lower in _neighbours(page):
            signs = [line for line in (upper, lower) if len(line.text) == 1 and not line.text.isalnum()]
            if (needed := _needed(upper, lower, outline)) > 0 and not signs:  # a bullet fills no line of its font
                yield Spot((upper.baseline - lower.baseline) / needed, page.number, lower.text)


class _Outline(NamedTuple):
    """How far the ink of a line reaches below and above its baseline, column by column; -inf where it has none.

    Attributes:
        first: Number of the first column.
        below, above: In pt.
    """

    first: int
    below: list[float]
    above: list[float]


def _needed(upper: Line, lower: Line, outline: Callable[[Line], _Outline]) -> float:
    """The distance of baselines that two lines need, in pt."""
    asked, size = upper.below + lower.above, min(upper.size, lower.size)
    if asked <= _TALL * size:
        return asked
    foot, head = outline(upper), outline(lower)
    first = max(foot.first, head.first)
    shared = zip(foot.below[first - foot.first :], head.above[first - head.first :], strict=False)
    met = max(starmap(add, shared), default=-inf)
    needed = max(_TALL * size, (0.0 if met == -inf else met) + _AIR * size)
    return needed if all(run.ink for run in (*upper.runs, *lower.runs)) else min(asked, needed)


def _outline(line: Line) -> _Outline:
    """The outline of a line; where nobody knows, its ink reaches as far as the font says."""
    start = int((line.left - line.size) // _COLUMN)
    end = start + _COLUMNS
    reaches = []
    for run in line.runs:
        for left, bottom, right, top in run.ink or (run.box,):
            if right > left:
                columns = max(int(left // _COLUMN), start), min(int(right // _COLUMN) + 1, end)
                reaches.append((*columns, line.baseline - bottom, top - line.baseline))
    reaches = [reach for reach in reaches if reach[0] < reach[1]]
    first = min((reach[0] for reach in reaches), default=0)
    many = max((reach[1] for reach in reaches), default=0) - first
    sides = []
    for which in (2, 3):
        side = [-inf] * many
        for reach in sorted(reaches, key=itemgetter(which)):  # the furthest last: it is what stays
            side[reach[0] - first : reach[1] - first] = [reach[which]] * (reach[1] - reach[0])
        sides.append(side)
    return _Outline(first, *sides)


def _neighbours(page: PageLayout) -> Iterator[tuple[Line, Line]]:
    """Every line with the nearest one beneath it."""
    for place, upper in enumerate(page.lines):
        for lower in page.lines[place + 1 :]:
            shared = min(upper.right, lower.right) - max(upper.left, lower.left)
            if shared > _OVERLAP * upper.size:
                if lower.baseline < upper.baseline:
                    yield upper, lower
                break
