"""A leaflet in one language: each text translated if a person has done so, else as written, and marked."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from polyleaf.catalog.localizing.fallback import Fallback, signed_by
from polyleaf.catalog.localizing.setting import Setting
from polyleaf.catalog.messages.extract import is_message
from polyleaf.catalog.messages.phrases import template_language
from polyleaf.catalog.po.catalog import CatalogEntry, Key
from polyleaf.catalog.po.paths import catalog_path
from polyleaf.catalog.po.reader import load
from polyleaf.locales.numbers import format_date, numbering_system
from polyleaf.locales.table import language as language_of
from polyleaf.model.approval import Approval
from polyleaf.model.block_texts import map_texts
from polyleaf.model.document import LocalizedContact, LocalizedDocument, LocalizedText, Phrases
from polyleaf.model.finding import Location
from polyleaf.model.language import Language
from polyleaf.model.leaflet import NO_DATE, Leaflet
from polyleaf.model.message import Text, TextState
from polyleaf.model.project import Contact, Project
from polyleaf.source.inline import parse_inline


def localize(
    project: Project,
    leaflet: Leaflet,
    locale: str,
    phrases: Phrases,
    source_phrases: Phrases | None = None,
    *,
    approval: Approval | None = None,
    released: bool = False,
) -> LocalizedDocument:
    """The leaflet in one language, every number formatted.

    A missing or fuzzy text is printed as written: in the source language, its numbers as that language writes them.

    Args:
        project: The project.
        leaflet: One of its leaflets.
        locale: The language.
        phrases: Words of the templates in that language.
        source_phrases: The same in the source language, for numbers in texts that are not translated; those of the
            templates as written if None.
        approval: The last sign-off of the translation: critical blocks that differ from it are printed as written.
        released: Whether somebody made sure that this text may be handed out; else the page says "draft".

    Raises:
        CatalogError: The catalog cannot be used.
        UsageError: The locale is unknown.
    """
    localizer = _localizer(project, leaflet, locale, phrases, source_phrases)
    language, digits = localizer.target.phrases.language, localizer.target.digits
    fallback = localizer.fallback(project.config.critical, approval)
    return LocalizedDocument(
        leaflet=leaflet.name,
        path=leaflet.path,
        language=language,
        source_language=localizer.source.phrases.language,
        organisation=project.config.organisation,
        title=localizer.text(leaflet.title),
        source_title=localizer.as_written(leaflet.title, TextState.SOURCE),
        summary=None if leaflet.summary is None else localizer.text(leaflet.summary),
        code=leaflet.code,
        version=leaflet.version,
        owner=leaflet.owner,
        published=leaflet.published,
        review_by=leaflet.review_by,
        published_text=_day(leaflet.published, language, digits),
        review_by_text=_day(leaflet.review_by, language, digits),
        blocks=fallback.blocks(tuple(map_texts(block, localizer.text) for block in leaflet.blocks)),
        contacts={contact.id: localizer.contact(contact) for contact in project.config.contacts.values()},
        closing_contacts=tuple(id for id in leaflet.contacts if id in project.config.contacts),  # noqa: A001 - an id is an id
        references=tuple(localizer.reference(reference) for reference in leaflet.references),
        languages=tuple(map(language_of, project.config.locales)),
        phrases=phrases,
        digits=digits,
        draft=not released,
        layout=leaflet.layout,
        contents=leaflet.contents,
        fit=leaflet.fit,
    )


def _day(day: datetime.date, language: Language, digits: str) -> str:
    return "[date]" if day == NO_DATE else format_date(day, language, digits)


def _localizer(
    project: Project, leaflet: Leaflet, locale: str, phrases: Phrases, source_phrases: Phrases | None
) -> _Localizer:
    source = language_of(project.config.source)
    rule = project.config.digits
    written = source_phrases or Phrases(source, template_language(project), {})
    is_source = locale == source.locale
    catalog = None if is_source else load(project, locale, leaflet.name)
    return _Localizer(
        target=Setting(leaflet.facts, phrases, numbering_system(phrases.language, rule)),
        source=Setting(leaflet.facts, phrases if is_source else written, numbering_system(source, rule)),
        entries=catalog.by_key() if catalog else {},
        references_at=leaflet.locations.get("references", Location(leaflet.path)),
        catalog_at=Location(project.relative(catalog_path(project.root, locale, leaflet.name)), locale=locale),
    )


@dataclass(frozen=True, slots=True)
class _Localizer:
    """Localizes one text after the other.

    Attributes:
        target: How texts of the wanted language are set.
        source: How texts of the source language are set.
        entries: The translations.
        references_at: Where the leaflet's references stand.
        catalog_at: Where the translations stand.
    """

    target: Setting
    source: Setting
    entries: Mapping[tuple[str, str], CatalogEntry]
    references_at: Location
    catalog_at: Location

    @property
    def _language(self) -> Language:
        return self.target.phrases.language

    @property
    def _is_source(self) -> bool:
        return self._language.locale == self.source.phrases.language.locale

    def text(self, text: Text) -> LocalizedText:
        """A text of the leaflet."""
        if self._is_source:
            return self.as_written(text, TextState.SOURCE)
        if not is_message(text):
            # A lone number or an empty cell: nothing to translate, so it is right in any language.
            return LocalizedText(self.target.set(text.inlines), self._language, TextState.TRANSLATED, text)
        entry = self.entries.get((text.context, text.msgid))
        if entry is None or entry.state is not TextState.TRANSLATED:
            return self.as_written(text, entry.state if entry else TextState.MISSING)
        return replace(self._translated(text, entry.text), written=replace(self.catalog_at, line=entry.line))

    def as_written(self, text: Text, state: TextState) -> LocalizedText:
        """The text in the source language."""
        return LocalizedText(self.source.set(text.inlines), self.source.phrases.language, state, text)

    def fallback(self, critical: Iterable[str], approval: Approval | None) -> Fallback:
        """How blocks go back to the source language."""

        def translation(key: Key) -> str:
            entry = self.entries.get(key)
            return entry.text if entry is not None and entry.state is TextState.TRANSLATED else ""

        is_signed = signed_by(None if self._is_source else approval, self.source.facts, translation)
        return Fallback(lambda text, state: self.as_written(text.source, state), frozenset(critical), is_signed)

    def contact(self, contact: Contact) -> LocalizedContact:
        """A contact: its words come from the templates' catalog, the rest stays as written."""
        return LocalizedContact(
            id=contact.id,
            name=self._phrase(contact.name),
            phone=contact.phone,
            email=contact.email,
            web=contact.web,
            hours=None if contact.hours is None else self._phrase(contact.hours),
            note=None if contact.note is None else self._phrase(contact.note),
        )

    def reference(self, reference: str) -> LocalizedText:
        """A source the leaflet rests on; titles of publications are not translated."""
        text = Text(reference, self.references_at, parse_inline(reference), "reference")
        return self.as_written(text, TextState.SOURCE)

    def _phrase(self, text: Text) -> LocalizedText:
        if self._is_source:
            return self.as_written(text, TextState.SOURCE)
        words = self.target.phrases.texts.get((text.context, text.msgid))
        return self._translated(text, words) if words else self.as_written(text, TextState.MISSING)

    def _translated(self, text: Text, words: str) -> LocalizedText:
        return LocalizedText(self.target.set(parse_inline(words)), self._language, TextState.TRANSLATED, text)
