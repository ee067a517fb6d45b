"""Leaflets in one language each, with the words of the templates, ready for the render room."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import Path

from polyleaf.building.digests import engine
from polyleaf.building.fonts import families, letters_of
from polyleaf.building.item import Item
from polyleaf.building.legible import legible
from polyleaf.building.sound import sound
from polyleaf.catalog.localizing.pseudo import PSEUDO, pseudo_document
from polyleaf.catalog.localizing.translate import localize
from polyleaf.catalog.messages.phrases import OFFER, phrases, template_language
from polyleaf.catalog.po.faults import CatalogError
from polyleaf.locales.counted_words import amount_words
from polyleaf.model.approval import Approval
from polyleaf.model.artifact import State
from polyleaf.model.document import LocalizedDocument, Offer, Phrases
from polyleaf.render.order import RenderOrder
from polyleaf.workspace import Workspace


class Documents:
    """Localizes the leaflets of a project; the words of the templates are read once for each language.

    Args:
        workspace: The project, its rooms and sign-offs.
        phrases: Words of the templates that were read before and still are the same; those read now are added.

    Attributes:
        workspace: The same.
    """

    def __init__(self, workspace: Workspace, phrases: dict[str, Phrases | CatalogError] | None = None) -> None:
        self.workspace = workspace
        self._project = workspace.project
        self._phrases: dict[str, Phrases | CatalogError] = {} if phrases is None else phrases
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
            return pseudo_document(self.document(leaflet, self._project.config.source), locale, self.workspace.words)
        own, source = self.phrases(locale), self.phrases(self._project.config.source)
        as_written = beside_source or locale == self._project.config.source
        entry = None if as_written else self.workspace.ledger.entries.get((leaflet, locale))
        localized = localize(
            self._project,
            self._project.leaflets[leaflet],
            locale,
            own,
            source,
            approval=entry if isinstance(entry, Approval) else None,
            released=released,
        )
        printable = legible(localized, letters_of(self._project.config))
        return replace(printable if released else sound(printable), offers=self.offers())

    def of(self, item: Item, state: State) -> LocalizedDocument:
        """What a file says.

        Raises:
            CatalogError: Its catalog, or that of the templates, cannot be used.
        """
        return self.document(item.leaflet, item.locale, released=state is State.RELEASE, beside_source=item.twin)

    def render_order(self, item: Item, document: LocalizedDocument, target: Path) -> RenderOrder:
        """What the render room gets to make the pages of a file that says what ``document`` says."""
        project, logo = self._project, self._project.config.logo
        source = self.document(item.leaflet, project.config.source) if item.twin else None
        images = project.leaflets[item.leaflet].images
        return RenderOrder(
            document=document,
            edition=project.config.editions[item.edition],
            rooms=self.workspace.templates,
            images={name: project.root / facts.path for name, facts in images.items() if facts.problem is None},
            target=target,
            accessible=project.config.accessible,
            source=source,
            label=item.label,
            address=project.config.verify,
            logo=logo,
            look=project.config.look,
            families=families(project.config, item.locale),
            logo_file=project.root / logo.file if logo.file else None,
            engine=self._engine,
            amounts={one.language.locale: amount_words(one.language) for one in (document, source) if one is not None},
        )

    @cached_property
    def _engine(self) -> str:
        return engine(self.workspace)

    def phrases(self, locale: str) -> Phrases:
        """The words of the templates in one language.

        Raises:
            CatalogError: The catalog cannot be used.
        """
        if locale not in self._phrases:
            try:
                self._phrases[locale] = phrases(self._project, locale, self.workspace.fallbacks)
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
        written = OFFER[1] if words.language.locale == template_language(self._project).locale else None
        text = words.texts.get(OFFER, written)
        return Offer(words.language, text) if text else None
