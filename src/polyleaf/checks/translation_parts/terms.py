"""Which terms of the glossary a text has, and how its translation says them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from polyleaf.checks.once_each import once_each
from polyleaf.checks.translation_parts.entries import translated_entries, written_words
from polyleaf.model.catalog_view import CatalogView, Entry
from polyleaf.model.glossary import Term
from polyleaf.reading.addresses import without_addresses
from polyleaf.reading.words.stems import stands_in


@dataclass(frozen=True, slots=True)
class Use:
    """A term in a text, and what became of it.

    Attributes:
        entry: The entry.
        term: The term.
        missing: Whether none of its translations stands in the translation.
        lost: Whether nothing even like one of them does.
        forbidden: The forbidden words that do stand there.
    """

    entry: Entry
    term: Term
    missing: bool
    lost: bool
    forbidden: tuple[str, ...]


def uses(catalog: CatalogView, *, safety: bool) -> Iterator[Use]:
    """Every use of a term that is, or is not, a safety term."""
    yield from (use for use in _uses(catalog) if use.term.safety is safety)


@once_each(4)
def _uses(catalog: CatalogView) -> tuple[Use, ...]:
    if catalog.glossary is None:
        return ()
    found: list[Use] = []
    terms = sorted(catalog.glossary.terms, key=lambda term: -len(term.term))
    names = tuple(term.term for term in terms)
    for entry in translated_entries(catalog):
        target = written_words(entry.target)
        found += [_use(catalog, entry, terms[place], target) for place in _found(written_words(entry.source), names)]
    return tuple(found)


@lru_cache(maxsize=4096)
def _found(source: str, terms: tuple[str, ...]) -> tuple[int, ...]:
    """Places of the terms that a text has; each language and check asks for those of the same texts."""
    source = without_addresses(source)
    found: list[int] = []
    for place, term in enumerate(terms):
        source, times = pattern(term).subn(" ", source)
        if times:
            found.append(place)
    return tuple(found)


def _use(catalog: CatalogView, entry: Entry, term: Term, target: str) -> Use:
    language = catalog.language
    if term.kept:
        missing = lost = term.term not in target
    else:
        missing = bool(term.translations) and not any(stands_in(one, target, language) for one in term.translations)
        lost = missing and not any(stands_in(one, target, language, loosely=True) for one in term.translations)
    forbidden = tuple(
        word
        for word in term.forbidden
        if stands_in(word, target, language) and not any(word in allowed for allowed in term.translations)
    )
    return Use(entry, term, missing, lost, forbidden)


@lru_cache(maxsize=4096)
def pattern(term: str) -> re.Pattern[str]:
    """The term as a leaflet may have it: in the plural, with any case unless its own capitals tell it from a word."""
    words = r"[\s\-]+".join(map(re.escape, term.split()))
    named = any(char.isupper() for char in term[1:])
    return re.compile(rf"(?<![^\W_]){words}(?:'s|s|es)?(?![^\W_])", 0 if named else re.IGNORECASE)
