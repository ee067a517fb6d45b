"""Walks through what was gathered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from polyleaf.importing.gathered import Element, Frame, Grid, Line, Picture, Run


def joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Runs that are alike as one; facts stay apart."""
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        if (
            last
            and not run.fact
            and (last.bold, last.stressed, last.href, last.fact) == (run.bold, run.stressed, run.href, "")
        ):
            found[-1] = replace(last, text=last.text + run.text)
        elif run.text or run.fact:
            found.append(run)
    return tuple(found)


def lines_in(elements: tuple[Element, ...]) -> Iterator[Line]:
    """Every line, in reading order."""
    for element in elements:
        match element:
            case Line():
                yield element
            case Frame(elements=inner):
                yield from lines_in(inner)
            case Grid(rows=rows):
                for row in rows:
                    for cell in row:
                        yield from lines_in(cell.elements)
            case _:
                pass


def pictures_in(elements: tuple[Element, ...]) -> Iterator[Picture]:
    """Every picture, in reading order."""
    for element in elements:
        match element:
            case Picture():
                yield element
            case Frame(elements=inner):
                yield from pictures_in(inner)
            case Grid(rows=rows):
                for cell in (cell for row in rows for cell in row):
                    yield from pictures_in(cell.elements)
            case _:
                pass
