"""Texts of a leaflet in the making: they have a place in the document that they came from."""

from __future__ import annotations

from polyleaf.model.finding import Location
from polyleaf.model.message import Text
from polyleaf.source.inline import parse_inline


def text_of(markdown: str, place: str, context: str = "") -> Text:
    """A text; ``place`` is where it stood in the document."""
    return Text(markdown, Location(place), parse_inline(markdown), context)
