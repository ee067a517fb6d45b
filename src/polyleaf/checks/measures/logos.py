"""Measures of logos: pictures of the leaflet whose file is called so, where the tag tree shows them on the pages."""

from __future__ import annotations

from collections.abc import Iterator
from math import hypot
from pathlib import PurePosixPath
from typing import NamedTuple

from polyleaf.checks.measures.alignment import room
from polyleaf.checks.measures.layout import Layout, PageLayout, Spot
from polyleaf.checks.measures.text_blocks import ancestors
from polyleaf.checks.pdf_subjects import MM
from polyleaf.model.document import LocalizedDocument, LocalizedText
from polyleaf.model.inline import plain
from polyleaf.model.leaflet import Figure, walk_blocks
from polyleaf.model.pdf_facts import Paint, Rect, Rgb, Shape
from polyleaf.model.spoken import words

_SHADE = 2.5 / 255
"""Difference of colour parts that nobody sees."""


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


def logo_width(layout: Layout) -> Iterator[Spot]:
    """Width of every logo in mm."""
    for logo in _logos(layout):
        yield Spot((logo.box[2] - logo.box[0]) / MM, logo.page.number, logo.alternative)


def room_around_logo(layout: Layout) -> Iterator[Spot]:
    """Distance in mm from every logo to the nearest text or picture beside it, or to the edge of the page."""
    elements = layout.subject.facts.elements
    for logo in _logos(layout):
        near = [
            (room(logo.box, logo.page.facts.sheet), ""),
            *(
                (_apart(logo.box, run.box), logo.page.words(run))
                for run in logo.page.runs
                if logo.element not in ancestors(run.element, elements)
            ),
            *(
                (_apart(logo.box, shape.box), "")
                for shape in logo.page.facts.shapes
                if shape.paint is Paint.PICTURE and shape not in logo.shapes
            ),
        ]
        distance, beside = min(near)
        yield Spot(distance / MM, logo.page.number, beside)


def other_colours(layout: Layout) -> Iterator[Spot]:
    """Every logo with a colour that is none of its own; the colours inside photographs are not looked at."""
    allowed = [_rgb(colour) for colour in layout.subject.logo.colours]
    for logo in _logos(layout):
        drawn = (shape for shape in logo.shapes if shape.paint is not Paint.PICTURE)
        if any(not _is_one_of(shape.colour.rgb, allowed) for shape in drawn):
            yield Spot(1, logo.page.number, logo.alternative)


def _figures(document: LocalizedDocument) -> Iterator[Figure[LocalizedText]]:
    for block in walk_blocks(document.blocks):
        if isinstance(block, Figure) and "logo" in PurePosixPath(block.image).stem.lower():
            yield block


def _logos(layout: Layout) -> Iterator[Logo]:
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


def _apart(one: Rect, other: Rect) -> float:
    """Distance of two rectangles; 0 if they overlap."""
    across = max(one[0] - other[2], other[0] - one[2], 0.0)
    up = max(one[1] - other[3], other[1] - one[3], 0.0)
    return hypot(across, up)


def _rgb(colour: str) -> Rgb:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _is_one_of(rgb: Rgb | None, allowed: list[Rgb]) -> bool:
    return rgb is not None and any(
        all(abs(part - wanted) <= _SHADE for part, wanted in zip(rgb, colour, strict=True)) for colour in allowed
    )
