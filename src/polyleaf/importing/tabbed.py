"""Tables that somebody made with tabs: lines of the same number of short parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from polyleaf.importing.gathered import Cell, Element, Grid, Line, Role, Run

KIND = "tabs"
"""Kind of a table that was made of lines."""

_LEAST_COLUMNS = 3
"""Two parts may be a label and what belongs to it."""

_LEAST_ROWS, _LONGEST = 2, 80
_TAB = re.compile(r"[ \u00a0]*\t[\t \u00a0]*")
_SAID = re.compile(r"[^\W_]")
"""A line to write on says nothing."""


def tabled(elements: Sequence[Element]) -> Iterator[Element]:
    """The elements, with lines that stand in columns by tabs as tables."""
    for width, group in groupby(elements, _columns):
        lines = list(group)
        if width < _LEAST_COLUMNS or len(lines) < _LEAST_ROWS:
            yield from lines
            continue
        rows = tuple(tuple(_cells(line)) for line in lines if isinstance(line, Line))
        yield Grid(rows, rows[0][0].elements[0].place, kind=KIND)


def _columns(element: Element) -> int:
    """Parts of a line between tabs; 0 if it is no row of a table."""
    if not isinstance(element, Line) or element.mark or element.level or element.role is not Role.TEXT:
        return 0
    parts = _TAB.split(element.text.strip())
    return len(parts) if all(_SAID.search(part) and len(part) <= _LONGEST for part in parts) else 0


def _cells(line: Line) -> Iterator[Cell]:
    """The parts of a line, each as it looks."""
    parts: list[list[Run]] = [[]]
    for run in line.runs:
        first, *others = run.text.split("\t")
        parts[-1].append(replace(run, text=first))
        for other in others:
            if any(one.text.strip() for one in parts[-1]):
                parts.append([])
            parts[-1].append(replace(run, text=other))
    for runs in parts:
        if any(run.text.strip() for run in runs):
            yield Cell((replace(line, runs=tuple(runs)),))
