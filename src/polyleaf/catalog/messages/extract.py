"""From a leaflet to the messages a translator gets, in document order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from polyleaf.locales.facts import format_fact
from polyleaf.locales.numbers import numbering_system
from polyleaf.locales.table import language as language_of
from polyleaf.model.boxes import BOXES
from polyleaf.model.document import Phrases
from polyleaf.model.facts import Fact
from polyleaf.model.form import Blank, FieldList
from polyleaf.model.inline import Link, Words, plain, walk
from polyleaf.model.leaflet import (
    Block,
    Box,
    ContactCard,
    Figure,
    Heading,
    Leaflet,
    ListBlock,
    Paragraph,
    Table,
    TermList,
)
from polyleaf.model.message import Message, Text
from polyleaf.model.project import Config

_BRITISH = "en_GB"
_Found = tuple[Text, str, int]
"""A text, its kind, and its level if it is a heading, else 0."""


@dataclass(frozen=True, slots=True)
class Printing:
    """How the facts of the source language are printed, for the comments.

    Attributes:
        phrases: Words of the templates in the source language.
        digits: Numbering system of the source language.
    """

    phrases: Phrases
    digits: str


def source_printing(config: Config) -> Printing:
    """How a project prints facts in its source language."""
    source = language_of(config.source)
    return Printing(Phrases(source, source, {}), numbering_system(source, config.digits))


def leaflet_messages(leaflet: Leaflet, printing: Printing | None = None) -> tuple[Message, ...]:
    """The messages of a leaflet: title, summary, then the body in reading order.

    The same text with the same context is one message with every place it stands. Texts without a word of their own
    (an empty table cell, a risk's number) are no messages: there is nothing to translate in them.

    Args:
        leaflet: The leaflet.
        printing: How its facts are printed in the comments; British English if None.
    """
    if printing is None:
        source = language_of(_BRITISH)
        printing = Printing(Phrases(source, source, {}), "latn")
    found: list[Message] = []
    for text, comment in walk_texts(leaflet):
        if is_message(text):
            prints = _prints(text.placeholders, leaflet.facts, printing)
            found.append(Message(text.msgid, text.context, (text.location,), (comment, *prints), text.placeholders))
    return combined(found)


def config_messages(config: Config) -> tuple[Message, ...]:
    """The messages of ``polyleaf.toml``: name, hours and note of each contact."""
    found = []
    for contact in config.contacts.values():
        for text, kind in ((contact.name, "Name"), (contact.hours, "Hours"), (contact.note, "Note")):
            if text is not None and is_message(text):
                comment = f"{kind} of the contact {contact.id}"
                found.append(Message(text.msgid, text.context, (text.location,), (comment,), text.placeholders))
    return combined(found)


def is_message(text: Text) -> bool:
    """Whether there is anything to translate: placeholders, dashes and ticks alone, or nothing, are no message.

    Nor is an address that links to itself, as below a square code.
    """
    match text.inlines:
        case (Link(href, (Words(words),)),) if href.partition("://")[2].rstrip("/") == words:
            return False
    return any(isinstance(inline, Words) and any(map(str.isalnum, inline.text)) for inline in walk(text.inlines))


def combined(messages: Iterable[Message]) -> tuple[Message, ...]:
    """Each (context, msgid) once, at its first place, with all locations and comments."""
    found: dict[tuple[str, str], Message] = {}
    for message in messages:
        if (known := found.get(message.key)) is not None:
            message = replace(  # noqa: PLW2901 - joined with its twin
                known,
                locations=tuple(dict.fromkeys((*known.locations, *message.locations))),
                comments=tuple(dict.fromkeys((*known.comments, *message.comments))),
            )
        found[message.key] = message
    return tuple(found.values())


def _prints(names: Iterable[str], facts: Mapping[str, Fact], printing: Printing) -> Iterator[str]:
    """What each placeholder will read in the source language, so that a translator can build the sentence round it."""
    for name in dict.fromkeys(names):
        if name in facts:
            words = format_fact(name, facts[name], printing.phrases, printing.digits)
            yield f"{{{name}}} prints: {words.text}"


def walk_texts(leaflet: Leaflet) -> Iterator[tuple[Text, str]]:
    """Every text with its comment (``List item, under "After your procedure"``): title, summary, then the body.

    A figure gives its alternative text, its caption, then its labels.
    """
    yield leaflet.title, "Title of the leaflet"
    if leaflet.summary is not None:
        yield leaflet.summary, "Summary under the title"
    headings: list[tuple[int, str]] = []
    for text, kind, level in _inside(leaflet.blocks, "Paragraph"):
        if level:
            while headings and headings[-1][0] >= level:
                headings.pop()
        under = f', under "{headings[-1][1]}"' if headings else ""
        yield text, kind + under
        if level:
            headings.append((level, " ".join(plain(text.inlines).split())))


def _inside(blocks: tuple[Block[Text], ...], paragraph: str, listed: str = "") -> Iterator[_Found]:  # noqa: C901, PLR0912 - one case a block type
    """The texts of some blocks; ``paragraph`` is what a paragraph among them is, ``listed`` an item of a list."""
    for block in blocks:
        match block:
            case Heading(level, text):
                yield text, "Heading", level
            case Paragraph(text):
                yield text, paragraph, 0
            case ListBlock(ordered=ordered, items=items):
                kind = listed or ("Numbered list item" if ordered else "List item")
                for item in items:
                    yield from _inside(item.blocks, kind, listed)
            case TermList(items=entries, kind=name):
                for entry in entries:
                    yield entry.term, BOXES[name].term, 0
                    yield from _inside(entry.blocks, BOXES[name].entry, listed)
            case Table(header, rows):
                yield from ((cell, "Table column heading", 0) for cell in header)
                yield from ((cell, "Table cell", 0) for row in rows for cell in row)
            case Figure():
                yield from _figure(block)
            case Box(kind=kind, title=title, blocks=inner):
                if title is not None:
                    yield title, f"Title of the {kind} box", 0
                yield from _inside(inner, kind.paragraph, kind.item)
            case FieldList(fields):
                for field in fields:
                    yield from ((text, "Label of a field in a form", 0) for text in (field.label,) if text is not None)
                    yield from (
                        (text, "What stands in a field of a form", 0) for text in (field.value,) if text is not None
                    )
            case ContactCard() | Blank():
                pass
            case _:
                assert_never(block)


def _figure(figure: Figure[Text]) -> Iterator[_Found]:
    for side, words in (("left", figure.left), ("right", figure.right)):
        if words is not None:
            yield words, f"Stands above picture {figure.image} at its {side} side, in every language", 0
    if figure.alt is not None:
        yield figure.alt, f"Alternative text of picture {figure.image}, read aloud to people who cannot see it", 0
    if figure.caption is not None:
        yield figure.caption, f"Caption of picture {figure.image}", 0
    yield from ((label, f"Label inside picture {figure.image}; keep it short", 0) for label in figure.labels)
