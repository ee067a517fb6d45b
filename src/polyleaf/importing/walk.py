"""Walks through what was gathered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
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


def lines_in(elements: Iterable[Element]) -> Iterator[Line]:
    """Every line, in reading order."""
    return (one for one in _all(elements) if isinstance(one, Line))


def pictures_in(elements: Iterable[Element]) -> Iterator[Picture]:
    """Every picture, in reading order."""
    return (one for one in _all(elements) if isinstance(one, Picture))


def _all(elements: Iterable[Element]) -> Iterator[Element]:
    """The elements, each before those that stand in it."""
    for element in elements:
        yield element
        match element:
            case Frame(elements=inner):
                yield from _all(inner)
            case Grid(rows=rows):
                for cell in (cell for row in rows for cell in row):
                    yield from _all(cell.elements)
            case _:
                pass


def with_inner(element: Element, change: Callable[[tuple[Element, ...]], tuple[Element, ...]]) -> Element:
    """An element with what stands in it changed; a line or picture as it is."""
    match element:
        case Frame(elements=inner):
            return replace(element, elements=change(inner))
        case Grid(rows=rows):
            cells = (tuple(replace(cell, elements=change(cell.elements)) for cell in row) for row in rows)
            return replace(element, rows=tuple(cells))
        case _:
            return element


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
