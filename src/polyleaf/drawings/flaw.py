"""What is wrong with a drawing: which element, in which line, and what to do."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from polyleaf.drawings.svg import Drawing, local_name
from polyleaf.model.image import DrawingFlaw

_LONGEST = 60


def flaw(drawing: Drawing, element: ET.Element, what: str, hint: str, *, words: str = "") -> DrawingFlaw:
    """A flaw of an element; with ``words`` if it is a label that cannot be placed."""
    name = local_name(element)
    identifier = element.get("id")
    named = f'<{name} id="{identifier[:_LONGEST]}">' if identifier else f"<{name}>"
    return DrawingFlaw(named, drawing.lines.get(element, 1), what, hint, " ".join(words.split())[:_LONGEST])
