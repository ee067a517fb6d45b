"""The source texts of a catalog, read before the catalogs of several languages are judged at once."""

from __future__ import annotations

from polyleaf.checks.translation_parts.entries import translated_entries, written_words
from polyleaf.checks.translation_parts.sentence_pairs import aligned
from polyleaf.model.catalog_view import CatalogView
from polyleaf.reading.agreement import agreement
from polyleaf.reading.words.negation import negation
from polyleaf.reading.words.turned import calendar, opposites, turned


def read_ahead(catalog: CatalogView) -> None:
    """Learn what the checks ask of the source, and remember it: the copies of this process need not learn it each.

    Args:
        catalog: That of any language.
    """
    language = catalog.source_language
    kinds, denied = (opposites(language), calendar(language)), negation(language)
    for entry in translated_entries(catalog):
        for text in dict.fromkeys((written_words(entry.source), *(source for source, _ in aligned(entry)))):
            agreement(text, language, text, language)
            for words in kinds:
                tuple(turned(text, text, words, words))
            if denied is not None:
                denied.denials(text)
