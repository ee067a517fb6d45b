"""Measures of type: size, line pitch, characters in a line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from polyleaf.checks.measures.layout import Layout, PageLayout, Spot
from polyleaf.checks.measures.lines import Line
from polyleaf.checks.measures.writing import wide_letters
from polyleaf.checks.pdf_subjects import is_blank

_OVERLAP = 0.2
"""In ems: lines that lie above each other by less do not meet."""

_EQUAL = 0.02
"""Share by which type sizes may differ and still be the same."""


def smallest_text(layout: Layout) -> Iterator[Spot]:
    """Size of every piece of text in pt: labels, page numbers, all of it."""
    for page in layout.pages:
        for run in page.facts.runs:
            if not is_blank(run):
                yield Spot(run.size, page.number, page.words(run))


def pitch_over_size(layout: Layout) -> Iterator[Spot]:
    """Distance of the baselines of lines of one size under each other, over that size."""
    for page in layout.pages:
        for upper, lower in _neighbours(page):
            if abs(upper.size - lower.size) <= _EQUAL * upper.size:
                yield Spot((upper.baseline - lower.baseline) / upper.size, page.number, lower.text)


def pitch_over_need(layout: Layout) -> Iterator[Spot]:
    """Distance of the baselines of lines under each other, over what their fonts ask for: each by its own font."""
    for page in layout.pages:
        for upper, lower in _neighbours(page):
            if (needed := upper.below + lower.above) > 0:
                yield Spot((upper.baseline - lower.baseline) / needed, page.number, lower.text)


def pitch_in_paragraphs(layout: Layout) -> Iterator[Spot]:
    """Distance of the baselines inside one paragraph or list item (not a heading), over its size."""
    for page in layout.pages:
        for block in page.body:
            if not block.heading:
                for upper, lower in pairwise(block.lines):
                    size = max(upper.size, lower.size)
                    yield Spot((upper.baseline - lower.baseline) / size, page.number, lower.text)


def letters_in_line(layout: Layout) -> Iterator[Spot]:
    """Letters and spaces of each line in scripts of narrow letters."""
    for page in layout.pages:
        for line in page.body_lines:
            if not _is_wide(line):
                yield Spot(line.letters, page.number, line.text)


def wide_letters_in_line(layout: Layout) -> Iterator[Spot]:
    """Characters of each line in Chinese, Japanese and Korean; two narrow letters count as one."""
    for page in layout.pages:
        for line in page.body_lines:
            if _is_wide(line):
                wide = wide_letters(line.text)
                yield Spot(wide + max(line.letters - wide, 0) / 2, page.number, line.text)


def _is_wide(line: Line) -> bool:
    return 2 * wide_letters(line.text) > len(line.text)


def _neighbours(page: PageLayout) -> Iterator[tuple[Line, Line]]:
    """Every line with the nearest one beneath it."""
    for place, upper in enumerate(page.lines):
        for lower in page.lines[place + 1 :]:
            shared = min(upper.right, lower.right) - max(upper.left, lower.left)
            if shared > _OVERLAP * upper.size:
                if lower.baseline < upper.baseline:
                    yield upper, lower
                break
