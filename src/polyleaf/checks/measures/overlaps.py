"""Measures of text that cannot be seen whole: cut off by a clip, or set over other text."""

from __future__ import annotations

from collections.abc import Iterator

from polyleaf.checks.measures.layout import Layout, Spot
from polyleaf.checks.measures.lines import baseline
from polyleaf.model.pdf_facts import Rect, TextRun

_EDGE = 1.0
"""In pt: what may be cut off from an advance without touching the letter."""

_BODY = (-0.15, 0.6)
"""In ems: what must be seen of letters below and above the baseline."""

_LETTERS = (0.05, 0.45)
"""In ems: small letters reach from here to here."""

_SHARED = (0.3, 0.1)
"""In ems: text overlaps from so much across and up."""


def clipped(layout: Layout) -> Iterator[Spot]:
    """Every piece of text of which a part is cut off."""
    for page in layout.pages:
        for run in page.runs:
            if run.clip is not None and _is_cut(run, run.clip):
                yield Spot(1, page.number, page.words(run))


def text_over_text(layout: Layout) -> Iterator[Spot]:
    """Every line whose letters are set over those of another."""
    for page in layout.pages:
        for place, line in enumerate(page.lines):
            for other in page.lines[place + 1 :]:
                size = min(line.size, other.size)
                if line.baseline - other.baseline > max(line.size, other.size):
                    break
                across = min(line.right, other.right) - max(line.left, other.left)
                up = min(line.baseline + _LETTERS[1] * line.size, other.baseline + _LETTERS[1] * other.size)
                up -= max(line.baseline + _LETTERS[0] * line.size, other.baseline + _LETTERS[0] * other.size)
                if across > _SHARED[0] * size and up > _SHARED[1] * size:
                    yield Spot(1, page.number, line.text)


def _is_cut(run: TextRun, clip: Rect) -> bool:
    low, high = (baseline(run) + part * run.size for part in _BODY)
    return (
        clip[0] > run.box[0] + _EDGE or clip[2] < run.box[2] - _EDGE or clip[1] > low + _EDGE or clip[3] < high - _EDGE
    )
