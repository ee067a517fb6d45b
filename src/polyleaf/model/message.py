"""Messages: what a translator translates, and the state of each translation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from polyleaf.model.finding import Location
from polyleaf.model.inline import Inline, placeholders


@dataclass(frozen=True, slots=True)
class Text:
    """One translatable text in the source: a heading, paragraph, list item, table cell, caption, alt text.

    Attributes:
        msgid: The source text with inline Markdown and ``{fact}`` placeholders, white space folded.
        location: File and line where it begins.
        inlines: The msgid parsed.
        context: ``msgctxt`` that keeps apart what must not share a translation
            (``alt``, ``caption``, ``diagram label``, ``title``, ``summary``); "" for running text.
    """

    msgid: str
    location: Location
    inlines: tuple[Inline, ...]
    context: str = ""

    @property
    def placeholders(self) -> tuple[str, ...]:
        """Names of the facts in it, in order of appearance; those of links included."""
        return placeholders(self.inlines)


@dataclass(frozen=True, slots=True)
class Message:
    """One entry of a catalog template.

    Attributes:
        msgid: Source text.
        context: ``msgctxt`` or "".
        locations: Every place the text stands (``#:``), in document order.
        comments: Lines for the translator (``#.``): the kind of block, the section, what each fact will print.
        placeholders: Names of the facts in it, in order of appearance.
    """

    msgid: str
    context: str
    locations: tuple[Location, ...]
    comments: tuple[str, ...] = ()
    placeholders: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """What makes the message one of its kind: context and msgid."""
        return (self.context, self.msgid)


class TextState(Enum):
    """Where a localized text comes from."""

    SOURCE = "source"
    """The document is in the source language itself."""
    TRANSLATED = "translated"
    MISSING = "missing"
    FUZZY = "fuzzy"
    WITHHELD = "withheld"
    """It is translated, but a text beside it is not: a critical block is never printed half translated."""


@dataclass(frozen=True, slots=True)
class Translation:
    """One entry of a locale's catalog, as the checks see it.

    Attributes:
        message: The source message.
        text: The translation; "" when missing.
        state: Translated, missing or fuzzy.
        location: File and line of the entry in the catalog, with its locale.
    """

    message: Message
    text: str
    state: TextState
    location: Location
