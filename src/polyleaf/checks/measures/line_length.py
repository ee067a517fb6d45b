"""Measures of how long lines are."""

from __future__ import annotations

import re

from polyleaf.checks.measures.layout import FileLayout, Spot, Spots
from polyleaf.checks.measures.lines import Line
from polyleaf.checks.measures.writing import wide_letters

_TO_WRITE_ON = re.compile(r"\.{4,}|…{2,}|_{2,}")
"""What is written on, and not read."""


def letters_in_line(layout: FileLayout) -> Spots:
    """Letters and spaces of each line in scripts of narrow letters."""
    for page in layout.pages:
        for line in page.body_lines:
            if not is_wide(line):
                dots = sum(len(row) - 1 for row in _TO_WRITE_ON.findall(line.text))
                yield Spot(line.letters - dots, page.number, line.text)


def is_wide(line: Line) -> bool:
    """Whether most of its letters are as wide as they are high."""
    return 2 * wide_letters(line.text) > len(line.text)
