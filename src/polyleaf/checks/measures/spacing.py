"""Measures of the space put between letters."""

from __future__ import annotations

from collections.abc import Iterator

from polyleaf.checks.measures.layout import FileLayout, Spot, Spots
from polyleaf.checks.measures.writing import is_joined

_FEW = 3
"""Letters; spacing is not told from fewer."""

_KERNED, _SOME = 0.05, 8
"""In ems: what kerning may take from, or give to, each gap of a run of fewer letters (AV, VA; Hebrew)."""


def letter_space(layout: FileLayout) -> Spots:
    """What is added between letters that stand by themselves, or taken away, in ems."""
    yield from (spot._replace(value=abs(spot.value)) for spot, joined in _spacing(layout) if not joined)


def joined_letter_space(layout: FileLayout) -> Spots:
    """What is added between letters that join, in ems; they may well overlap."""
    yield from (spot._replace(value=max(spot.value, 0.0)) for spot, joined in _spacing(layout) if joined)


def _spacing(layout: FileLayout) -> Iterator[tuple[Spot, bool]]:
    for page in layout.pages:
        for run in page.runs:
            letters = run.glyphs - len(run.text) + len(run.text.strip())  # a blank of another font at its end is moved
            if letters >= _FEW and (letters >= _SOME or abs(run.letter_space) > _KERNED):
                yield Spot(run.letter_space, page.number, page.words(run)), is_joined(run.text)
