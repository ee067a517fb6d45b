"""Words of which the text says one and the translation its opposite."""

from __future__ import annotations

from collections.abc import Iterator

from polyleaf.checks.translation_parts.entries import translated_entries
from polyleaf.checks.translation_parts.sentence_pairs import aligned
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Fault
from polyleaf.model.language import Language
from polyleaf.model.wording import quote
from polyleaf.reading.words.negation import negation
from polyleaf.reading.words.turned import opposites, turned

_HINT = "Compare the two sentences; waive this if the translation says the same in another way"


_ALLOWED = "allowed_forbidden"


def _denies(text: str, language: Language) -> bool:
    words = negation(language)
    return words is not None and words.surely(text)


def turned_round(catalog: CatalogView, *, critical: bool) -> Iterator[Fault]:
    """A fault for every sentence in which an opposite stands; in critical blocks, or in all others."""
    here, there = opposites(catalog.source_language), opposites(catalog.language)
    for entry in translated_entries(catalog):
        if (entry.translation.message.key in catalog.critical) is not critical:
            continue
        for source, target in aligned(entry):
            for one in turned(source, target, here, there):
                if (
                    one.kind == _ALLOWED
                    and _denies(one.wanted, catalog.source_language)
                    and _denies(target, catalog.language)
                ):
                    continue  # "must not", "darf … nicht"
                yield Fault(
                    f"{quote(one.wanted)} of {quote(source)} has become {quote(one.found)} in {quote(target)}",
                    entry.location,
                    _HINT,
                )
