"""Logos on pages: pictures of the leaflet whose file is called so, where the tag tree shows them on the pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from polyleaf.checks.measures.layout import FileLayout, PageLayout
from polyleaf.checks.measures.text_blocks import ancestors
from polyleaf.model.block_texts import walk_blocks
from polyleaf.model.document import LocalizedDocument, LocalizedText
from polyleaf.model.inline import plain
from polyleaf.model.leaflet import Figure
from polyleaf.model.pdf_facts import Rect, Shape
from polyleaf.model.spoken import words


class Logo(NamedTuple):
    """A logo on a page.

    Attributes:
        page: The page.
        alternative: What a blind reader hears of it.
        shapes: What it is drawn of.
        box: What they reach.
        element: Its place in the tag tree.
    """

    page: PageLayout
    alternative: str
    shapes: tuple[Shape, ...]
    box: Rect
    element: int


def logo_files(document: LocalizedDocument) -> tuple[str, ...]:
    """The pictures of a leaflet whose file is called a logo, each as often as it is shown."""
    return tuple(figure.image for figure in _figures(document))


def _figures(document: LocalizedDocument) -> Iterator[Figure[LocalizedText]]:
    for block in walk_blocks(document.blocks):
        if isinstance(block, Figure) and "logo" in PurePosixPath(block.image).stem.lower():
            yield block


def logos_on(layout: FileLayout) -> Iterator[Logo]:
    """Every logo, page by page."""
    elements = layout.subject.facts.elements
    named = {words(plain(figure.alt.inlines)) for figure in _figures(layout.subject.document) if figure.alt}
    own = {place for place, one in enumerate(elements) if one.role == "Figure" and words(one.alternative) in named}
    for page in layout.pages:
        found: dict[int, list[Shape]] = {}
        for shape in page.facts.shapes:
            for place in own.intersection(ancestors(shape.element, elements)):
                found.setdefault(place, []).append(shape)
        for place, shapes in found.items():
            boxes = [shape.box for shape in shapes]
            left, bottom = min(box[0] for box in boxes), min(box[1] for box in boxes)
            right, top = max(box[2] for box in boxes), max(box[3] for box in boxes)
            yield Logo(page, elements[place].alternative, tuple(shapes), (left, bottom, right, top), place)
