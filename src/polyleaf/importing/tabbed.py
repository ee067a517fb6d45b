"""Tables that somebody made with tabs: lines of the same number of short parts; labels and what belongs to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from polyleaf.importing.gathered import Cell, Element, Grid, Line, Role, Run

KIND = "tabs"
"""Kind of a table that was made of lines."""

_LEAST_COLUMNS = 3
"""Two parts are a label and what belongs to it: a price, a meaning, a number to ring."""

_LEAST_ROWS, _LONGEST, _LONGEST_LABEL = 2, 80, 40
_LABELLED = 2
_TAB = re.compile(r"[ \u00a0]*\t[\t \u00a0]*")
_SAID = re.compile(r"[^\W_]")
"""A line to write on says nothing."""


def tabled(elements: Sequence[Element]) -> Iterator[Element]:
    """The elements, with lines that stand in columns by tabs as tables."""
    for width, group in groupby(elements, _columns):
        lines = list(group)
        if width < _LEAST_COLUMNS or len(lines) < _LEAST_ROWS:
            is_labelled = width == _LABELLED and len(lines) >= _LEAST_ROWS
            for line in lines:
                gaps = _gaps(line) if isinstance(line, Line) else []
                yield _labelled(line, gaps) if isinstance(line, Line) and (is_labelled or len(gaps) > 1) else line
            continue
        rows = tuple(tuple(_cells(line)) for line in lines if isinstance(line, Line))
        yield Grid(rows, rows[0][0].elements[0].place, kind=KIND)


def _columns(element: Element) -> int:
    """Parts of a line between tabs; 0 if it is no row of a table."""
    if not isinstance(element, Line) or element.mark or element.level or element.role is not Role.TEXT:
        return 0
    parts = _TAB.split(element.text.strip())
    short = parts[:1] if len(parts) == _LABELLED else parts
    longest = _LONGEST_LABEL if len(parts) == _LABELLED else _LONGEST
    return len(parts) if all(map(_SAID.search, parts)) and all(len(part) <= longest for part in short) else 0


def _gaps(line: Line) -> list[tuple[int, int]]:
    """Where labels end in a line, and what belongs to them begins; [] if one of its lines has more than two parts."""
    found: list[tuple[int, int]] = []
    start = 0
    for part in line.text.split("\n"):
        gaps = [gap for gap in _TAB.finditer(part.rstrip()) if part[: gap.start()].strip()]
        if len(gaps) > 1 or (gaps and _columns(replace(line, runs=(Run(part),))) != _LABELLED):
            return []
        found += [(start + gap.start(), start + gap.end()) for gap in gaps]
        start += len(part) + 1
    return found


def _labelled(line: Line, gaps: Sequence[tuple[int, int]]) -> Line:
    """Labels and what belongs to them, with a colon between them unless a sign ends the label."""
    for begin, end in reversed(gaps):
        last = line.text[begin - 1]
        between = ": " if last.isalnum() or last in ")”’" else " "
        runs: list[Run] = []
        at = 0
        for run in line.runs:
            kept = run.text[: max(begin - at, 0)] + run.text[max(end - at, 0) :]
            if 0 <= begin - at < len(run.text):
                kept = run.text[: begin - at] + between + run.text[max(end - at, 0) :]
            at += len(run.text)
            runs.append(replace(run, text=kept))
        line = replace(line, runs=tuple(runs))
    return line


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
