"""How far lines under each other stand apart, over their size and over what their letters need."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

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
    for page in layout.pages:
        for upper, lower in _neighbours(page):
            signs = [line for line in (upper, lower) if len(line.text) == 1 and not line.text.isalnum()]
            if (needed := _needed(upper, lower)) > 0 and not signs:  # a bullet fills no line of its font
                yield Spot((upper.baseline - lower.baseline) / needed, page.number, lower.text)


def _needed(upper: Line, lower: Line) -> float:
    """The distance of baselines that two lines need, in pt."""
    asked, size = upper.below + lower.above, min(upper.size, lower.size)
    if asked <= _TALL * size:
        return asked
    foot, head = _depths(upper), _depths(lower)
    met = max((foot[column][0] + head[column][1] for column in foot.keys() & head.keys()), default=0.0)
    needed = max(_TALL * size, met + _AIR * size)
    return needed if all(run.ink for run in (*upper.runs, *lower.runs)) else min(asked, needed)


def _depths(line: Line) -> dict[int, tuple[float, float]]:
    """For each column of a line, how far its ink reaches below and above the baseline.

    Where nobody knows, it reaches as far as the font says.
    """
    found: dict[int, tuple[float, float]] = {}
    start = int((line.left - line.size) // _COLUMN)
    end = start + _COLUMNS
    for run in line.runs:
        for left, bottom, right, top in run.ink or (run.box,):
            if right > left:
                for column in range(max(int(left // _COLUMN), start), min(int(right // _COLUMN) + 1, end)):
                    below, above = found.get(column, (-inf, -inf))
                    found[column] = max(below, line.baseline - bottom), max(above, top - line.baseline)
    return found


def _neighbours(page: PageLayout) -> Iterator[tuple[Line, Line]]:
    """Every line with the nearest one beneath it."""
    for place, upper in enumerate(page.lines):
        for lower in page.lines[place + 1 :]:
            shared = min(upper.right, lower.right) - max(upper.left, lower.left)
            if shared > _OVERLAP * upper.size:
                if lower.baseline < upper.baseline:
                    yield upper, lower
                break
