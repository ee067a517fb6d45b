"""A localized document: the leaflet in one language, every number formatted, ready to set."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from polyleaf.model.block_texts import map_texts
from polyleaf.model.finding import Location
from polyleaf.model.inline import Inline
from polyleaf.model.language import Language
from polyleaf.model.leaflet import Block, Layout, Promise
from polyleaf.model.message import Text, TextState


@dataclass(frozen=True, slots=True)
class LocalizedText:
    """One text as it will be printed.

    Attributes:
        inlines: Its content; no ``FactMark`` is left.
        language: The language it is really in: a missing translation is in the source language.
        state: Whether it is source, translated, missing or fuzzy.
        source: The text it comes from.
        written: Where its translation stands, if it is one from a catalog.
        faulty: Whether a check found an error in it: a draft has a mark beside it.
    """

    inlines: tuple[Inline, ...]
    language: Language
    state: TextState
    source: Text
    written: Location | None = None
    faulty: bool = False


TextChange = Callable[[LocalizedText], LocalizedText]


@dataclass(frozen=True, slots=True)
class LocalizedContact:
    """A contact as it will be printed; the empty string means absent."""

    id: str
    name: LocalizedText
    phone: str
    email: str
    web: str
    hours: LocalizedText | None
    note: LocalizedText | None

    def with_texts(self, change: TextChange) -> LocalizedContact:
        """The contact with each of its texts changed."""
        hours, note = self.hours and change(self.hours), self.note and change(self.note)
        return replace(self, name=change(self.name), hours=hours, note=note)


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words of the templates in one language.

    Attributes:
        language: Language of the document.
        source: Language of a phrase that has no translation.
        texts: ``(msgctxt, msgid)`` -> translation; absent if missing or fuzzy.
    """

    language: Language
    source: Language
    texts: Mapping[tuple[str, str], str]

    def find(self, msgid: str, context: str = "") -> tuple[str, Language]:
        """The phrase and the language it is in."""
        text = self.texts.get((context, msgid))
        if text:
            return text, self.language
        return msgid, self.language if self.language.locale == self.source.locale else self.source


@dataclass(frozen=True, slots=True)
class Offer:
    """The sentence that offers the leaflet in one language, in that language."""

    language: Language
    text: str


@dataclass(frozen=True, slots=True)
class LocalizedDocument:
    """A leaflet in one language.

    Attributes:
        leaflet: Name of the leaflet.
        path: Path of its source.
        language: Language of the translation.
        source_language: Language it was written in.
        organisation: Name of the organisation, in the source language.
        title: Title in this language.
        source_title: Title as written, printed on translations so that staff know what they hold.
        summary: Summary or None.
        code, version, owner: As written.
        published, review_by: Dates.
        published_text, review_by_text: The dates as printed in this language.
        blocks: The body.
        contacts: Contacts by id, all of the project's.
        closing_contacts: Ids of those printed at the end.
        references: Sources, in the source language.
        languages: Every language of the project, for the line that offers them.
        phrases: The words of the templates.
        digits: Numbering system of printed numbers (``latn``, ``beng``).
        draft: Whether the page must say that it is a draft.
        layout: Whether it is set generously, or so that it fits on one sheet if it can.
        offers: "Ask us for this leaflet in ..." in each language that has the sentence.
        contents: Whether its headings are listed on the first page; None where its length decides.
        fit: The pages it is meant to fit in clear print; None if nothing was promised.
    """

    leaflet: str
    path: str
    language: Language
    source_language: Language
    organisation: str
    title: LocalizedText
    source_title: LocalizedText
    summary: LocalizedText | None
    code: str
    version: str
    owner: str
    published: datetime.date
    review_by: datetime.date
    published_text: str
    review_by_text: str
    blocks: tuple[Block[LocalizedText], ...]
    contacts: Mapping[str, LocalizedContact]
    closing_contacts: tuple[str, ...]
    references: tuple[LocalizedText, ...]
    languages: tuple[Language, ...]
    phrases: Phrases
    digits: str
    draft: bool
    offers: tuple[Offer, ...] = ()
    layout: Layout = Layout.FULL
    contents: bool | None = None
    fit: Promise | None = None

    @property
    def is_translation(self) -> bool:
        """Whether it is in another language than it was written in."""
        return self.language.tag != self.source_language.tag

    def with_texts(self, change: TextChange) -> LocalizedDocument:
        """The document with every text of it changed."""
        return replace(
            self,
            title=change(self.title),
            source_title=change(self.source_title),
            summary=self.summary and change(self.summary),
            blocks=tuple(map_texts(block, change) for block in self.blocks),
            contacts={name: contact.with_texts(change) for name, contact in self.contacts.items()},
            references=tuple(map(change, self.references)),
        )
