"""How much of its text area a page fills."""

from __future__ import annotations

from collections.abc import Iterator

from polyleaf.checks.measures.layout import FileLayout, PageLayout
from polyleaf.model.pdf_facts import Paint

_TO_FOOT = 13.0
"""In pt: from the text area to the words of the running foot."""
_EDGE = 0.25
"""Part of a page at its foot in which running words are the running foot."""


def filled(page: PageLayout, layout: FileLayout) -> float:
    """The part of the text area down to the lowest text, picture or line to write on of the leaflet: 0 to 1.

    The text area begins where text begins on any page, and ends above the running foot.
    """
    top = max(
        (line.baseline + line.above for one in layout.pages for line in one.body_lines), default=page.facts.sheet[3]
    )
    bottom = _text_end(page, top)
    lowest = min(_bottoms(page, layout), default=top)
    return max(0.0, min(1.0, (top - lowest) / (top - bottom))) if top > bottom else 1.0


def _text_end(page: PageLayout, top: float) -> float:
    low, high = page.facts.sheet[1], page.facts.sheet[3]
    foot = [
        line.baseline + line.above
        for block in page.furniture
        for line in block.lines
        if line.baseline < low + (high - low) * _EDGE
    ]
    return max(foot) + _TO_FOOT if foot else low + (high - top)


def _bottoms(page: PageLayout, layout: FileLayout) -> Iterator[float]:
    yield from (line.baseline - line.below for line in page.body_lines)
    for shape in page.facts.shapes:
        if shape.paint is Paint.PICTURE or layout.role(shape.element) in ("Figure", "Form"):
            yield shape.box[1]
