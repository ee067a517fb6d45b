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

_BOUNDS, _CLOSER = (0.4, 2.5), (0.5, 2.0)
"""Bounds of a usual length (standards: pofilter's long and short), and those of a long text. Of 22,600 right sentences
one in a thousand is below 0.46 or above 2.05 of its source, and from a hundred letters on below 0.57 or above 1.75."""

_LONG = 100
"""Letters of a source from which the closer bounds hold."""

LEAST = 20
"""Letters of a source from which a length means anything: "Yes" is "Tak", "نعم" or "Waa hagaag"."""

_WEIGHT = {
    "Hans": 3.2, "Hant": 3.2, "Kore": 2.3, "Jpan": 2.2, "Ethi": 1.6, "Tibt": 1.4, "Guru": 1.35, "Hebr": 1.35,
    "Gujr": 1.3, "Sinh": 1.3, "Deva": 1.25, "Thai": 1.25, "Orya": 1.2, "Telu": 1.2, "Knda": 1.2, "Mlym": 1.2,
    "Laoo": 1.2, "Arab": 1.1, "Beng": 1.1, "Khmr": 1.1, "Taml": 0.9, "Geor": 0.9, "Grek": 0.87,
}  # fmt: skip
"""What one letter of a script is worth in letters of English: medians of right translations of TICO-19, of leaflets and
of the Declaration of Human Rights. Vowels that are signs or are not written make a text short."""

_FACT = 5
"""What a fact counts: it prints about so much in any language."""


def size(inlines: tuple[Inline, ...], language: Language) -> float:
    """Letters and digits of a text, weighted by script; vowel signs above and below a letter count nothing."""
    words = written_words(inlines)
    plain, others = _letters(words)
    return plain + others * _WEIGHT.get(language.script, 1.0) + words.count("￼") * _FACT


@lru_cache(maxsize=8192)
def _letters(words: str) -> tuple[int, int]:
    """Letters and digits of ASCII, which are worth the same in a text of any script, and all others."""
    plain = sum(char.isascii() and char.isalnum() for char in words)
    kinds = Counter(map(unicodedata.category, words))
    return plain, sum(many for kind, many in kinds.items() if kind[0] in "LN" or kind == "Mc") - plain


def ratio(entry: Entry, catalog: CatalogView) -> float:
    """Size of a translation by that of its source."""
    return size(entry.target, catalog.language) / max(1.0, size(entry.source, catalog.source_language))


def is_usual(entry: Entry, catalog: CatalogView) -> bool:
    """Whether a translation is about as long as its source; a short one may be of any length."""
    letters = size(entry.source, catalog.source_language)
    lowest, highest = _CLOSER if letters >= _LONG else _BOUNDS
    return letters < LEAST or lowest <= ratio(entry, catalog) <= highest


def usual_ratio(catalog: CatalogView) -> float:
    """Median of the ratios of a catalog's longer texts; 1 if there are few."""
    found = [
        ratio(entry, catalog)
        for entry in printed_entries(catalog)
        if size(entry.source, catalog.source_language) >= LEAST
    ]
    return median(found) if len(found) >= 10 else 1.0  # noqa: PLR2004 - below, a median is chance
