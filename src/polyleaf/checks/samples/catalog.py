"""Catalogs of the samples: a few entries, in Urdu if nothing else is said."""

from __future__ import annotations

from polyleaf.checks.samples.language import ENGLISH, URDU
from polyleaf.checks.samples.text import LEAFLET, inlines, markdown
from polyleaf.model.catalog_view import CatalogView, Entry
from polyleaf.model.finding import Location
from polyleaf.model.glossary import Glossary, Term
from polyleaf.model.inline import Inline, placeholders
from polyleaf.model.language import Language
from polyleaf.model.message import Message, TextState, Translation

CATALOG = "translations/ur/LC_MESSAGES/knee-scan.po"

GLOSSARY = "translations/glossary/ur.csv"

Parts = str | Inline | tuple[str | Inline, ...]


def _content(parts: Parts) -> tuple[Inline, ...]:
    return inlines(*parts) if isinstance(parts, tuple) else inlines(parts)


def an_entry(source: Parts, target: Parts, state: TextState = TextState.TRANSLATED, line: int = 30) -> Entry:
    """A message and its translation; "" as target for a missing one."""
    original = _content(source)
    translated = () if target == "" else _content(target)
    message = Message(markdown(original), "", (Location(LEAFLET, 20),), (), placeholders(original))
    place = Location(CATALOG, line, locale=URDU.locale)
    return Entry(Translation(message, markdown(translated), state, place), original, translated)


def a_catalog(
    *entries: Entry,
    exists: bool = True,
    language: Language = URDU,
    glossary: Glossary | None = None,
    digits: str = "",
    critical: frozenset[tuple[str, str]] = frozenset(),
) -> CatalogView:
    """A catalog of the sample leaflet."""
    return CatalogView(
        "knee-scan", language, ENGLISH, CATALOG, entries, {}, exists, glossary, digits, critical=critical
    )


def a_glossary(*terms: Term, locale: str = "ur") -> Glossary:
    """A glossary of these terms."""
    return Glossary(locale, GLOSSARY, terms)


def a_term(term: str, *translations: str, forbidden: tuple[str, ...] = (), safety: bool = False) -> Term:
    """A term of the glossary."""
    return Term(term, translations, forbidden, "", safety, Location(GLOSSARY, 2, locale=URDU.locale))
