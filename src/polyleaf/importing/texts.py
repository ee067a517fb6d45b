"""Texts of a leaflet in the making: they have a place in the document that they came from."""

from __future__ import annotations

from collections.abc import Callable

from polyleaf.locales.digits import fold_digits
from polyleaf.model.finding import Location
from polyleaf.model.message import Text
from polyleaf.source.inline import parse_inline

_ENOUGH = 40
"""Letters by which people find a paragraph."""


def letter_for_letter(text: str, small: Callable[[str], str] = str.casefold) -> str:
    """Text in small letters and Western digits, each character in its place.

    Args:
        text: The text.
        small: Makes a letter small; one that becomes several, or none, stays as it is.
    """
    return fold_digits("".join(low if len(low := small(char)) == 1 else char for char in text))


def paragraph_place(number: int, words: str) -> str:
    """Where a paragraph stands, for people: its number, and how it begins."""
    start = " ".join(words.split())
    quoted = f", “{start[:_ENOUGH]}{'…' if len(start) > _ENOUGH else ''}”" if start else ""
    return f"paragraph {number}{quoted}"


def text_of(markdown: str, place: str, context: str = "") -> Text:
    """A text; ``place`` is where it stood in the document."""
    return Text(markdown, Location(place), parse_inline(markdown), context)
