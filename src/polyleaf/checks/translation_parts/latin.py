"""Latin words that may stand in a text of another script, and foreign words that may stand in any text."""

from __future__ import annotations

import re
from functools import lru_cache

from polyleaf.checks.translation_parts.entries import written_words
from polyleaf.model.catalog_view import CatalogView, Entry
from polyleaf.model.facts import Term
from polyleaf.reading.addresses import without_addresses
from polyleaf.reading.letters import by_script

_WORD = re.compile(r"[^\W\d_]+(?:['’.\-][^\W\d_]+)*")
_ABBREVIATION = 6
"""Letters of the longest abbreviation: "NHS", "CT", "PALS"."""


def kept_words(catalog: CatalogView, entry: Entry) -> frozenset[str]:
    """Words, in small letters, that a translation may have as they are.

    Terms of the glossary that stay as they are, terms among the facts, abbreviations and names of the source (a word
    with a capital that does not begin a sentence).
    """
    kept = [word for term in (catalog.glossary.terms if catalog.glossary else ()) for word in term.translations]
    kept += [fact.value for fact in catalog.facts.values() if isinstance(fact, Term)]
    kept += _names(written_words(entry.source))
    return frozenset(part.casefold() for words in kept for part in (words, *_WORD.findall(words)))


def is_abbreviation(word: str) -> bool:
    """Whether a word is in capitals and short: its letters are its name in any language."""
    return word.isupper() and len(word) <= _ABBREVIATION


def words_of(entry: Entry) -> list[str]:
    """The words of a translation, addresses left out; Latin letters beside others are a word of their own."""
    return list(_words_of(written_words(entry.target)))


@lru_cache(maxsize=1024)
def _words_of(text: str) -> tuple[str, ...]:
    return tuple(part for word in _WORD.findall(without_addresses(text)) for part in _by_script(word))


def _by_script(word: str) -> list[str]:
    return [word] if word.isascii() else by_script(word)


def _names(text: str) -> list[str]:
    """Abbreviations, and words with a capital behind a word, number or comma: "14 Mill Street, Leeds"."""
    words = _WORD.findall(text)
    later = re.findall(r"(?<=[\w,] )[^\W\d_]+(?:['’.\-][^\W\d_]+)*", text)
    return [word for word in words if is_abbreviation(word)] + [word for word in later if word[:1].isupper()]
