"""A catalog beside its source, both parsed, for the checks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from polyleaf.catalog.localizing.glossary import read_glossary
from polyleaf.catalog.messages.domains import Domain
from polyleaf.catalog.messages.extract import combined, config_messages, leaflet_messages, source_printing
from polyleaf.catalog.messages.phrases import template_language
from polyleaf.catalog.po.paths import TEMPLATES, catalog_path
from polyleaf.catalog.po.reader import load
from polyleaf.catalog.signoff.content import critical_keys
from polyleaf.locales.numbers import numbering_system
from polyleaf.locales.table import language
from polyleaf.model.catalog_view import CatalogView, Entry
from polyleaf.model.facts import Fact
from polyleaf.model.finding import Location
from polyleaf.model.inline import Inline
from polyleaf.model.language import Language
from polyleaf.model.leaflet import Leaflet
from polyleaf.model.message import Message, TextState, Translation
from polyleaf.model.project import Project
from polyleaf.source.inline import parse_inline


def catalog_view(project: Project, leaflet: Leaflet, locale: str) -> CatalogView:
    """The catalog of a leaflet in one locale; without a catalog file every entry is missing.

    Raises:
        CatalogError: The catalog cannot be used.
        UsageError: The locale is unknown.
    """
    messages = leaflet_messages(leaflet, source_printing(project.config))
    view = _view(project, Domain(leaflet.name, messages), locale, language(project.config.source), leaflet.facts)
    return replace(view, critical=critical_keys(leaflet, project.config.critical))


def templates_view(project: Project, template_words: Sequence[Message], locale: str) -> CatalogView:
    """The catalog of the words of the templates and of the contacts in one locale.

    Raises:
        CatalogError: The catalog cannot be used.
        UsageError: The locale is unknown.
    """
    messages = combined((*template_words, *config_messages(project.config)))
    return _view(project, Domain(TEMPLATES, messages), locale, template_language(project), {})


@lru_cache(maxsize=1024)
def _source(msgid: str) -> tuple[Inline, ...]:
    """The inline content of a text; it is the same beside every language."""
    return parse_inline(msgid)


def _view(project: Project, domain: Domain, locale: str, source: Language, facts: Mapping[str, Fact]) -> CatalogView:
    catalog = load(project, locale, domain.name)
    known = catalog.by_key() if catalog else {}
    path = project.relative(catalog_path(project.root, locale, domain.name))
    entries = []
    for message in domain.messages:
        entry = known.get(message.key)
        text = entry.text if entry else ""
        place = Location(path, entry.line if entry else None, locale=locale)
        translation = Translation(message, text, entry.state if entry else TextState.MISSING, place)
        entries.append(Entry(translation, _source(message.msgid), parse_inline(text) if text.strip() else ()))
    target = language(locale)
    return CatalogView(
        domain.name,
        target,
        source,
        path,
        tuple(entries),
        facts,
        exists=catalog is not None,
        glossary=read_glossary(project, locale),
        digits=numbering_system(target, project.config.digits),
    )
