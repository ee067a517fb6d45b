"""Measures of how long lines are."""

from __future__ import annotations

from polyleaf.checks.measures.layout import FileLayout, Spot, Spots
from polyleaf.checks.measures.lines import Line
from polyleaf.checks.measures.writing import wide_letters


def letters_in_line(layout: FileLayout) -> Spots:
    """Letters and spaces of each line in scripts of narrow letters."""
    for page in layout.pages:
        for line in page.body_lines:
            if not is_wide(line):
                yield Spot(line.letters, page.number, line.text)


def is_wide(line: Line) -> bool:
    """Whether most of its letters are as wide as they are high."""
    return 2 * wide_letters(line.text) > len(line.text)
