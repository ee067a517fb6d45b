"""Quotations that are boxes: ``> [!WARNING]``, as GitHub, Obsidian and others write them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from polyleaf.importing.gathered import Element, Frame, Line, Run

_MARK = re.compile(r"\s*\[!(\w{2,20})\][+-]?[ \t]*([^\n]{0,90})(?=\n|$)")
"""What begins one: its kind and, on the same line, its title."""


def admonition(words: str) -> re.Match[str] | None:
    """The mark of a box at the beginning of a quotation; None if it is a mere quotation."""
    return _MARK.match(words)


def boxed(elements: Iterable[Element], mark: re.Match[str], place: str) -> Frame:
    """The box that a quotation with such a mark is."""
    title = Line((Run(mark[2].strip() or mark[1].capitalize(), bold=True),), place)
    return Frame((title, *_without(iter(elements), len("".join(mark[0].split())))), place, mark[1])


def _without(elements: Iterator[Element], signs: int) -> Iterator[Element]:
    """The elements without their first signs, white space not counted: the mark and the title of the box."""
    for element in elements:
        if signs and isinstance(element, Line):
            runs: list[Run] = []
            for run in element.runs:
                cut = 0
                while signs and cut < len(run.text):
                    signs -= not run.text[cut].isspace()
                    cut += 1
                runs.append(replace(run, text=run.text[cut:].lstrip() if cut else run.text))
            element = replace(element, runs=tuple(runs))  # noqa: PLW2901 - the same without its mark
            if not element.text.strip():
                continue
        yield element
