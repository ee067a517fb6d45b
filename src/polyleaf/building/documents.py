"""Leaflets in one language each, with the words of the templates, ready for the render room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from polyleaf.catalog.localizing.pseudo import PSEUDO, pseudo_document
from polyleaf.catalog.localizing.translate import localize
from polyleaf.catalog.messages.phrases import phrases, template_language
from polyleaf.catalog.po.faults import CatalogError
from polyleaf.catalog.signoff.ledger import Ledger, read_ledger
from polyleaf.model.approval import Approval
from polyleaf.model.document import LocalizedDocument, Offer, Phrases
from polyleaf.model.project import Project
from polyleaf.render.words import template_messages
from polyleaf.starter.rooms import template_rooms

_OFFER = ("offer", "Ask us for this leaflet in English.")
"""Context and msgid of the sentence in ``words.html``; every language says it of itself."""


class Documents:
    """Localizes the leaflets of a project; the words of the templates are read once for each language.

    Args:
        project: The project.
        translation_rooms: Folders like ``translations/`` that are asked after the project's own.
        ledger: The sign-offs of the project, if they were read already.
    """

    def __init__(self, project: Project, translation_rooms: Sequence[Path], ledger: Ledger | None = None) -> None:
        self._project = project
        self._ledger = read_ledger(project) if ledger is None else ledger
        self._rooms = tuple(translation_rooms)
        self._phrases: dict[str, Phrases | CatalogError] = {}
        self._offers: tuple[Offer, ...] | None = None

    def document(
        self, leaflet: str, locale: str, *, released: bool = False, beside_source: bool = False
    ) -> LocalizedDocument:
        """A leaflet in one language.

        Args:
            leaflet: Name of the leaflet.
            locale: The language; a pseudo locale is made from the source on the fly.
            released: Whether this translation may be handed out; else its pages say "draft".
            beside_source: Whether each text is printed beside its source: then a critical block that was changed
                after its sign-off is shown all the same.

        Raises:
            CatalogError: Its catalog, or that of the templates, cannot be used.
        """
        if locale in PSEUDO:
            words = template_messages(template_rooms(self._project.root))
            return pseudo_document(self.document(leaflet, self._project.config.source), locale, words)
        own, source = self.phrases(locale), self.phrases(self._project.config.source)
        entry = None if beside_source else self._ledger.entries.get((leaflet, locale))
        localized = localize(
            self._project,
            self._project.leaflets[leaflet],
            locale,
            own,
            source,
            approval=entry if isinstance(entry, Approval) else None,
            released=released,
        )
        return replace(localized, offers=self.offers())

    def phrases(self, locale: str) -> Phrases:
        """The words of the templates in one language.

        Raises:
            CatalogError: The catalog cannot be used.
        """
        if locale not in self._phrases:
            try:
                self._phrases[locale] = phrases(self._project, locale, self._rooms)
            except CatalogError as error:
                self._phrases[locale] = error
        found = self._phrases[locale]
        if isinstance(found, CatalogError):
            raise found
        return found

    def offers(self) -> tuple[Offer, ...]:
        """The sentence that offers the leaflet, of every language that has it."""
        if self._offers is None:
            offers = (self._offer(locale) for locale in self._project.config.locales)
            self._offers = tuple(offer for offer in offers if offer is not None)
        return self._offers

    def _offer(self, locale: str) -> Offer | None:
        try:
            words = self.phrases(locale)
        except CatalogError:
            return None  # the documents of that language fail and say why
        written = _OFFER[1] if words.language.locale == template_language(self._project).locale else None
        text = words.texts.get(_OFFER, written)
        return Offer(words.language, text) if text else None
