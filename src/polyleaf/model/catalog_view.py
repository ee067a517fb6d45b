"""A catalog as the checks see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from polyleaf.model.facts import Fact
from polyleaf.model.finding import Location
from polyleaf.model.glossary import Glossary
from polyleaf.model.inline import Inline
from polyleaf.model.language import Language
from polyleaf.model.letters import ANY_LETTERS, Letters
from polyleaf.model.message import Translation


@dataclass(frozen=True, slots=True)
class Entry:
    """A translation beside its source, both parsed.

    Attributes:
        translation: The catalog entry with its source message.
        source: Inline content of the msgid.
        target: Inline content of the msgstr; () when missing.
    """

    translation: Translation
    source: tuple[Inline, ...]
    target: tuple[Inline, ...]

    @property
    def msgid(self) -> str:
        """The source text, as Markdown."""
        return self.translation.message.msgid

    @property
    def context(self) -> str:
        """What tells the text apart from the same words elsewhere: ``title``, ``side``, or ""."""
        return self.translation.message.context

    @property
    def location(self) -> Location:
        """Where the translation stands."""
        return self.translation.location


@dataclass(frozen=True, slots=True)
class CatalogView:
    """One leaflet's catalog in one locale.

    Attributes:
        leaflet: Name of the leaflet, or ``templates``.
        language: Language of the translations.
        source_language: Language of the msgids.
        path: Path of the catalog, relative to the project.
        entries: Every current message, in document order (obsolete entries left out).
        facts: Facts of the leaflet.
        exists: Whether there is a catalog file at all.
        glossary: Approved terms of the language, if there are any.
        critical: Context and msgid of the messages in critical blocks.
        digits: Numbering system that facts are printed in (``latn``, ``beng``); "" if it is not known.
        letters: What the fonts of the project have.
    """

    leaflet: str
    language: Language
    source_language: Language
    path: str
    entries: tuple[Entry, ...]
    facts: Mapping[str, Fact]
    exists: bool = True
    glossary: Glossary | None = None
    digits: str = ""
    letters: Letters = ANY_LETTERS
    critical: frozenset[tuple[str, str]] = frozenset()
