"""Entries of a catalog as the checks read them."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator

from polyleaf.checks.once_each import once_each
from polyleaf.model.catalog_view import CatalogView, Entry
from polyleaf.model.inline import FactMark, FactWords, Inline, LineBreak, Link, Words, plain, walk
from polyleaf.model.language import Language
from polyleaf.model.message import TextState
from polyleaf.reading.encodings import encoding_of
from polyleaf.reading.letters import other_script

_INVISIBLE = ("Cc", "Cf", "Zs", "Zl", "Zp")


def in_translation(catalog: CatalogView) -> bool:
    """Whether the catalog translates: a catalog in the source language may stay empty."""
    return catalog.language.locale != catalog.source_language.locale


def is_missing(entry: Entry) -> bool:
    """Whether nothing would be printed: no translation, or one of blanks and invisible characters."""
    if entry.translation.state is TextState.MISSING:
        return True
    return _is_invisible(entry.translation.text) and _is_invisible(plain(entry.target))


def _is_invisible(text: str) -> bool:
    return all(unicodedata.category(char) in _INVISIBLE for char in text)


def printed_entries(catalog: CatalogView) -> Iterator[Entry]:
    """The translations that are printed: a missing or fuzzy one is not, and has a finding of its own."""
    return iter(_printed(catalog))


@once_each(4)
def _printed(catalog: CatalogView) -> tuple[Entry, ...]:
    return tuple(
        one for one in catalog.entries if one.translation.state is TextState.TRANSLATED and not is_missing(one)
    )


def all_translated_entries(catalog: CatalogView) -> Iterator[Entry]:
    """The same of a catalog that translates; none of one in the source language."""
    return printed_entries(catalog) if in_translation(catalog) else iter(())


def translated_entries(catalog: CatalogView) -> Iterator[Entry]:
    """The same without those in another encoding or script: they have a finding of their own, and say nothing."""
    return iter(_translated(catalog))


@once_each(4)
def _translated(catalog: CatalogView) -> tuple[Entry, ...]:
    known = catalog.language
    return tuple(
        one
        for one in all_translated_entries(catalog)
        if not encoding_of_entry(one, known) and not script_of_entry(one, known)
    )


@once_each(4)
def characters(catalog: CatalogView) -> frozenset[str]:
    """Every character of the translations: what none of them has need not be looked for in each."""
    return frozenset().union(*(written_words(entry.target) for entry in _translated(catalog)))


def encoding_of_entry(entry: Entry, language: Language) -> str:
    """The encoding of a translation if it is not Unicode, in words; else ""."""
    return encoding_of(written_words(entry.target), written_words(entry.source), language)


def script_of_entry(entry: Entry, language: Language) -> str:
    """The script of a translation if all of it is in another than its language; else ""."""
    return other_script(written_words(entry.target), written_words(entry.source), language)


@once_each(8192)
def written_words(inlines: tuple[Inline, ...]) -> str:
    """What a translator typed to be read: no facts, no addresses; each of them parts the words around it."""
    parts: list[str] = []
    for inline in walk(inlines):
        match inline:
            case Words(text):
                parts.append(text)
            case FactMark() | FactWords():
                parts.append(" ￼ ")
            case LineBreak():
                parts.append("\n")
            case _:
                pass
    return "".join(parts)


def addresses(inlines: tuple[Inline, ...]) -> Counter[str]:
    """How often each address is linked to."""
    return Counter(inline.href for inline in walk(inlines) if isinstance(inline, Link))


def differing(lost: str, extra: str, is_extra: str = "too many") -> str:
    """What a translation lacks and what it has besides, in words; "" for either if there is none."""
    return " and ".join(filter(None, (lost and f"{lost} missing", extra and f"{extra} {is_extra}")))
