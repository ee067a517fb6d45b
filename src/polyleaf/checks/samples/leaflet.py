"""A leaflet of a few lines that every source check is content with, and what it can be changed to."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from polyleaf.checks.samples.text import LEAFLET, text
from polyleaf.model.boxes import BOXES
from polyleaf.model.facts import Fact
from polyleaf.model.finding import Location
from polyleaf.model.image import ImageFacts, ImageProblem
from polyleaf.model.inline import Inline
from polyleaf.model.leaflet import (
    Block,
    Box,
    Figure,
    Heading,
    Leaflet,
    ListBlock,
    ListItem,
    Paragraph,
    Table,
    TermItem,
    TermList,
)
from polyleaf.model.message import Text
from polyleaf.model.subject import DatedLeaflet, LeafletInProject

IMAGE = "images/knee.svg"


def a_paragraph(*parts: str | Inline, line: int = 20) -> Paragraph[Text]:
    """A paragraph."""
    return Paragraph(text(*parts, line=line))


def a_heading(level: int, *parts: str | Inline, line: int = 18) -> Heading[Text]:
    """A heading."""
    return Heading(level, text(*parts, line=line))


def bullets(*items: str) -> ListBlock[Text]:
    """A bulleted list with one paragraph an item."""
    return ListBlock(
        ordered=False,
        start=1,
        items=tuple(ListItem((a_paragraph(item, line=20 + number),)) for number, item in enumerate(items)),
    )


def risks(*numbers: Inline) -> Box[Text]:
    """A ``risks`` box with one entry a number."""
    return entries("risks", *numbers)


def entries(kind: str, *numbers: Inline) -> Box[Text]:
    """A box of facts with one entry a number."""
    found = tuple(
        TermItem(text(number, line=30 + 2 * place), (a_paragraph("will have a bruise.", line=31 + 2 * place),))
        for place, number in enumerate(numbers)
    )
    return Box(BOXES[kind], None, (TermList(found, kind),))


def options(*words: str) -> Box[Text]:
    """A ``compare`` box whose columns after the first have these words of polyleaf, or "" for one of their own."""
    header = tuple(text("" if word else f"Option {place}") for place, word in enumerate(("", *words)))
    row = tuple(text("Less pain", line=22) for _ in header)
    return Box(BOXES["compare"], None, (Table(header, (row,), words=("", *words)),))


def a_figure(alt: str | None = "A knee seen from the side") -> Figure[Text]:
    """A figure of ``IMAGE``."""
    words = None if alt is None else text(alt, line=25, context="alt")
    return Figure(IMAGE, words, None, (), Location(LEAFLET, 24))


def image(problem: ImageProblem | None = None) -> Mapping[str, ImageFacts]:
    """What is known of ``IMAGE``."""
    return {IMAGE: ImageFacts(IMAGE, f"leaflets/knee-scan/{IMAGE}", "svg", 400.0, 300.0, problem)}


def a_leaflet(*blocks: Block[Text], facts: Mapping[str, Fact] | None = None, **changes: Any) -> Leaflet:  # noqa: ANN401 - fields of many types
    """The sample leaflet with these blocks; ``changes`` are fields of ``Leaflet``."""
    fields: dict[str, Any] = {
        "name": "knee-scan",
        "path": LEAFLET,
        "title": text("Knee scan", line=2, context="title"),
        "summary": text("A picture of the inside of your knee.", line=3, context="summary"),
        "code": "RAD-001",
        "version": "1.0",
        "published": datetime.date(2026, 1, 1),
        "review_by": datetime.date(2028, 1, 1),
        "owner": "Radiology",
        "contacts": ("ward",),
        "references": (),
        "facts": facts or {},
        "fact_locations": {name: Location(LEAFLET, 12 + place) for place, name in enumerate(facts or {})},
        "blocks": blocks,
        "images": image(),
        "locations": {
            "title": Location(LEAFLET, 2),
            "review_by": Location(LEAFLET, 6),
            "contacts": Location(LEAFLET, 8),
        },
    }
    return Leaflet(**(fields | changes))


def dated(today: datetime.date, **changes: Any) -> DatedLeaflet:  # noqa: ANN401 - fields of many types
    """The sample leaflet (review by 1 January 2028) on a day."""
    return DatedLeaflet(a_leaflet(**changes), today)


def in_project(*blocks: Block[Text], **changes: Any) -> LeafletInProject:  # noqa: ANN401 - fields of many types
    """The sample leaflet in a project with the contacts ``ward`` and ``pals``."""
    own = {name: changes.pop(name) for name in ("words", "letters", "direction") if name in changes}
    return LeafletInProject(a_leaflet(*blocks, **changes), ("ward", "pals"), **own)
