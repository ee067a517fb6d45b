"""How long a translation is, beside its source and beside the other translations of its catalog."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache
from statistics import median

from polyleaf.checks.translation_parts.entries import printed_entries, written_words
from polyleaf.model.catalog_view import CatalogView, Entry
from polyleaf.model.inline import Inline
from polyleaf.model.language import Language

LOWEST, HIGHEST = 0.4, 2.5
"""Bounds of a usual length (standards: pofilter's long and short)."""

LEAST = 20
"""Letters of a source from which a length means anything: "Yes" is "Tak", "نعم" or "Waa hagaag"."""

_WEIGHT = {"Hans": 3.2, "Hant": 3.2, "Jpan": 2.2, "Kore": 1.9, "Ethi": 1.6, "Hebr": 1.2, "Arab": 1.1}
"""What one letter of a script is worth in letters of English."""

_FACT = 5
"""What a fact counts: it prints about so much in any language."""


def size(inlines: tuple[Inline, ...], language: Language) -> float:
    """Letters and digits of a text, weighted by script; vowel signs above and below a letter count nothing."""
    words = written_words(inlines)
    return _letters(words) * _WEIGHT.get(language.script, 1.0) + words.count("￼") * _FACT


@lru_cache(maxsize=8192)
def _letters(words: str) -> int:
    kinds = Counter(map(unicodedata.category, words))
    return sum(many for kind, many in kinds.items() if kind[0] in "LN" or kind == "Mc")


def ratio(entry: Entry, catalog: CatalogView) -> float:
    """Size of a translation by that of its source."""
    return size(entry.target, catalog.language) / max(1.0, size(entry.source, catalog.source_language))


def usual_ratio(catalog: CatalogView) -> float:
    """Median of the ratios of a catalog's longer texts; 1 if there are few."""
    found = [
        ratio(entry, catalog)
        for entry in printed_entries(catalog)
        if size(entry.source, catalog.source_language) >= LEAST
    ]
    return median(found) if len(found) >= 10 else 1.0  # noqa: PLR2004 - below, a median is chance
