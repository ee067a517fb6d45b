"""Texts of the samples, written as words and inlines."""

from __future__ import annotations

from polyleaf.model.finding import Location
from polyleaf.model.inline import Emphasis, FactMark, FactWords, Inline, LineBreak, Link, Strong, Words
from polyleaf.model.message import Text

LEAFLET = "leaflets/knee-scan/leaflet.md"


def a_fact(name: str) -> FactMark:
    """``{name}``."""
    return FactMark(name)


def bold(*parts: str | Inline) -> Strong:
    """``**…**``."""
    return Strong(inlines(*parts))


def a_link(href: str, *parts: str | Inline) -> Link:
    """``[…](href)``."""
    return Link(href, inlines(*parts))


def inlines(*parts: str | Inline) -> tuple[Inline, ...]:
    """The parts, strings as ``Words``."""
    return tuple(Words(part) if isinstance(part, str) else part for part in parts)


def markdown(content: tuple[Inline, ...]) -> str:
    """The Markdown that reads as these inlines (no escapes: samples need none)."""
    parts: list[str] = []
    for inline in content:
        match inline:
            case Words(text) | FactWords(text=text):
                parts.append(text)
            case FactMark(name):
                parts.append(f"{{{name}}}")
            case Strong(children):
                parts.append(f"**{markdown(children)}**")
            case Emphasis(children):
                parts.append(f"*{markdown(children)}*")
            case Link(href, children):
                parts.append(f"[{markdown(children)}]({href})")
            case LineBreak():
                parts.append("\\\n")
    return "".join(parts)


def text(*parts: str | Inline, line: int = 20, context: str = "") -> Text:
    """A text of the sample leaflet."""
    content = inlines(*parts)
    return Text(markdown(content), Location(LEAFLET, line), content, context)
