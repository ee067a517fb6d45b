"""Entries of a catalog as the checks read them."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Generic, TypeVar

from polyleaf.model.catalog_view import CatalogView, Entry
from polyleaf.model.inline import FactMark, FactWords, Inline, LineBreak, Link, Words, plain, walk
from polyleaf.model.language import Language
from polyleaf.model.message import TextState
from polyleaf.reading.encodings import encoding_of

T = TypeVar("T")

_INVISIBLE = ("Cc", "Cf", "Zs", "Zl", "Zp")


class Itself(Generic[T]):
    """A value that is the same only as itself: every check asks for the same, and to compare texts is slow."""

    __slots__ = ("value",)

    def __init__(self, value: T) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Itself) and self.value is other.value

    def __hash__(self) -> int:
        return id(self.value)


def in_translation(catalog: CatalogView) -> bool:
    """Whether the catalog translates: a catalog in the source language may stay empty."""
    return catalog.language.locale != catalog.source_language.locale


def is_missing(entry: Entry) -> bool:
    """Whether nothing would be printed: no translation, or one of blanks and invisible characters."""
    if entry.translation.state is TextState.MISSING:
        return True
    seen = plain(entry.target) + entry.translation.text
    return all(unicodedata.category(c) in _INVISIBLE for c in seen)


def printed_entries(catalog: CatalogView) -> Iterator[Entry]:
    """The translations that are printed: a missing or fuzzy one is not, and has a finding of its own."""
    for entry in catalog.entries:
        if entry.translation.state is TextState.TRANSLATED and not is_missing(entry):
            yield entry


def all_translated_entries(catalog: CatalogView) -> Iterator[Entry]:
    """The same of a catalog that translates; none of one in the source language."""
    return printed_entries(catalog) if in_translation(catalog) else iter(())


def translated_entries(catalog: CatalogView) -> Iterator[Entry]:
    """The same without those in another encoding than Unicode: they have a finding of their own, and say nothing."""
    return iter(_of_catalog(Itself(catalog)))


@lru_cache(maxsize=4)
def _of_catalog(known: Itself[CatalogView]) -> tuple[Entry, ...]:
    catalog = known.value
    return tuple(one for one in all_translated_entries(catalog) if not encoding_of_entry(one, catalog.language))


def encoding_of_entry(entry: Entry, language: Language) -> str:
    """The encoding of a translation if it is not Unicode, in words; else ""."""
    return encoding_of(written_words(entry.target), written_words(entry.source), language)


def written_words(inlines: tuple[Inline, ...]) -> str:
    """What a translator typed to be read: no facts, no addresses; each of them parts the words around it."""
    return _written(Itself(inlines))


@lru_cache(maxsize=8192)
def _written(same: Itself[tuple[Inline, ...]]) -> str:
    parts: list[str] = []
    for inline in walk(same.value):
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
