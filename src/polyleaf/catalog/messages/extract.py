"""From a leaflet to the messages a translator gets, in document order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from polyleaf.catalog.messages.sections import walk_texts
from polyleaf.locales.facts import format_fact
from polyleaf.locales.numbers import numbering_system
from polyleaf.locales.table import language as language_of
from polyleaf.model.document import Phrases
from polyleaf.model.facts import Fact
from polyleaf.model.inline import Link, Words, walk
from polyleaf.model.leaflet import Leaflet
from polyleaf.model.message import Message, Text
from polyleaf.model.project import Config


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


_BRITISH = "en_GB"


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
