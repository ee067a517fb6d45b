"""Inline content of one block: words, emphasis, links and facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Plain text."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Bold text (``**bold**``)."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed text (``*stress*``), printed semi-bold: italics are hard to read (UKAAF G003)."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link. Before localization ``href`` may hold ``{fact}``; after, it is a plain URL."""

    href: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A hard line break."""


@dataclass(frozen=True, slots=True)
class FactMark:
    """A placeholder ``{name}`` as it stands in source and catalogs."""

    name: str


@dataclass(frozen=True, slots=True)
class FactWords:
    """A fact as it is printed in one locale.

    Attributes:
        name: The fact's name.
        text: What is printed.
        isolate: Must keep left-to-right order inside right-to-left text (phone, address, code, dose).
        lang: BCP 47 tag if the text is in another language than its surroundings, else None.
        unbroken: Must not be broken across lines (a phone, a dose, "1 in 1,000").
    """

    name: str
    text: str
    isolate: bool = False
    lang: str | None = None
    unbroken: bool = True


@dataclass(frozen=True, slots=True)
class OneWay:
    """A stretch of text in which everything runs one way, wherever its lines break; made when a page is set.

    Attributes:
        direction: ``ltr`` or ``rtl``.
        children: What stands in it.
    """

    direction: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class PageOf:
    """Says behind a reference on which page its heading stands; made when a text is set. No word of it is the author's.

    Attributes:
        href: The reference, ``#risks``.
        before, after: What is printed around the number: " (page " and ")".
        lang: BCP 47 tag if these words are in another language than the text, else None.
    """

    href: str
    before: str
    after: str
    lang: str | None = None


Inline = Words | Strong | Emphasis | Link | LineBreak | FactMark | FactWords | OneWay | PageOf


_PARENTS = (Strong, Emphasis, Link, OneWay)


def walk(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    """Every inline, parents before children, in reading order."""
    for inline in inlines:
        yield inline
        if isinstance(inline, _PARENTS):
            yield from walk(inline.children)


def plain(inlines: tuple[Inline, ...]) -> str:
    """The text a reader sees, without markup; placeholders appear as ``{name}``."""
    parts: list[str] = []
    for inline in walk(inlines):
        match inline:
            case Words(text) | FactWords(text=text):
                parts.append(text)
            case FactMark(name):
                parts.append(f"{{{name}}}")
            case LineBreak():
                parts.append("\n")
            case _:
                pass
    return "".join(parts)


_PLACEHOLDER = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]*)\}")


def placeholders_in(text: str) -> tuple[str, ...]:
    """Names of the ``{name}`` placeholders of a plain text in order of appearance."""
    return tuple(_PLACEHOLDER.findall(text))


def placeholders(inlines: tuple[Inline, ...]) -> tuple[str, ...]:
    """Names of the facts in order of appearance; a link's address counts before its words."""
    names: list[str] = []
    for inline in walk(inlines):
        match inline:
            case FactMark(name) | FactWords(name=name):
                names.append(name)
            case Link(href):
                names.extend(placeholders_in(href))
            case _:
                pass
    return tuple(names)
