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
        if last and not (run.fact or last.fact) and replace(last, text=run.text) == run:
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


def label_lines(elements: tuple[Element, ...]) -> Iterator[str]:
    """The lines in which a document says what it is: the cells of a row stand in one, and those below their labels."""
    for element in elements:
        match element:
            case Line():
                yield element.text
            case Frame(elements=inner):
                yield from label_lines(inner)
            case Grid(rows=rows):
                table = [[" ".join(line.text for line in lines_in(cell.elements)) for cell in row] for row in rows]
                yield from ("\t".join(row) for row in table)
                if len(table) == 2 and len(table[0]) == len(table[1]) > 1:  # noqa: PLR2004 - labels, and what they say
                    yield from (f"{label}: {words}" for label, words in zip(*table, strict=True))
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
