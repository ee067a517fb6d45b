"""How long a translation is, beside its source and beside the other translations of its catalog."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from math import inf
from statistics import median

from polyleaf.checks.once_each import once_each
from polyleaf.checks.translation_parts.entries import printed_entries, written_words
from polyleaf.checks.translation_parts.sentence_pairs import aligned
from polyleaf.locales.letters_and_signs import Letters
from polyleaf.locales.table import words_of
from polyleaf.model.catalog_view import CatalogView, Entry
from polyleaf.model.inline import Inline
from polyleaf.model.language import Language
from polyleaf.reading.punctuation import clauses, ends_sentences

_BOUNDS = ((30, 0.42, 2.1), (40, 0.48, 1.9), (60, 0.52, 1.7), (80, 0.58, 1.6), (inf, 0.64, 1.5))
"""Letters of a source up to which a translation has at least and at most so much of the usual length. Of 9,000
sentences of TICO-19 and DEMETR 0.6 percent are outside, of 17,000 of leaflets and 155,000 texts of programs 0.1 and
0.5; more than half of those from which words between two commas were taken, half of those with such words added."""

_PART_LOST, _SOME = 0.68, 40
"""The least of one that has fewer clauses too, and letters of a source from which that is asked. More clauses say
nothing: many languages part by commas what English does not."""

_LEANS = 1.2
"""How much further they are for one sentence of several: each may leave to the one before what it need not say."""

_UNSURE, _UNKNOWN = 1.1, 1.2
"""How much further the bounds are where only the language tells what is usual, and where nothing does."""

_FEW, _TELLING = 10, 30
"""Texts below which their median is chance, and their letters; headings and buttons are longer in many languages."""

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
    return _size(written_words(inlines), language)


def _size(words: str, language: Language) -> float:
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


@dataclass(frozen=True, slots=True)
class Usual:
    """How long the translations of a catalog are.

    Attributes:
        ratio: Median of the ratios of its longer texts; where there are few, that of the language.
        room: What its bounds are multiplied and divided by; 1 if the catalog itself told the ratio.
    """

    ratio: float
    room: float


@once_each(4)
def usual(catalog: CatalogView) -> Usual:
    """What is usual in a catalog."""
    longer = [one for one in printed_entries(catalog) if size(one.source, catalog.source_language) >= _TELLING]
    found = [ratio(entry, catalog) for entry in longer]
    if len(found) >= _FEW:
        return Usual(median(found), 1.0)
    here, there = (words_of(one).section(Letters).expansion for one in (catalog.source_language, catalog.language))
    return Usual(there / here, _UNSURE) if here and there else Usual(1.0, _UNKNOWN)


def is_usual(entry: Entry, catalog: CatalogView) -> bool:
    """Whether a translation is about as long as others of its catalog are; a short one may be of any length."""
    letters, known = size(entry.source, catalog.source_language), usual(catalog)
    if letters < LEAST:
        return True
    *_, highest = next(bound for bound in _BOUNDS if letters < bound[0])
    found = ratio(entry, catalog) / known.ratio
    lowest = _lowest(letters, written_words(entry.source), written_words(entry.target), catalog)
    return lowest / known.room <= found <= highest * known.room**2  # polite forms and hints make a text longer


def short_sentence(entry: Entry, catalog: CatalogView) -> tuple[str, float] | None:
    """A sentence of a text of several, which has become far shorter, and how much of its length is left."""
    pairs, known = aligned(entry), usual(catalog)
    for source, target in pairs if len(pairs) > 1 else ():
        letters = _size(source, catalog.source_language)
        share = _size(target, catalog.language) / max(1.0, letters)
        lowest = _lowest(letters, source, target, catalog) / known.room / _LEANS
        if letters >= LEAST and share / known.ratio < lowest:
            return source, share
    return None


def _lowest(letters: float, source: str, target: str, catalog: CatalogView) -> float:
    """How short a translation may be, if its source has so many letters."""
    _, lowest, _ = next(bound for bound in _BOUNDS if letters < bound[0])
    if letters < _SOME or not ends_sentences(catalog.language) or clauses(target) >= clauses(source):
        return lowest
    return max(lowest, _PART_LOST)
