"""Sentences of a translation beside those of its source."""

from __future__ import annotations

from functools import lru_cache

from polyleaf.checks.translation_parts.entries import Itself, written_words
from polyleaf.model.catalog_view import Entry
from polyleaf.reading.agreement import LONGEST
from polyleaf.reading.sentences import sentences

Pairs = tuple[tuple[str, str], ...]


def aligned(entry: Entry) -> Pairs:
    """Source and translation sentence by sentence if there are equally many, else both as a whole."""
    return _aligned(Itself(entry))


@lru_cache(maxsize=2048)
def _aligned(known: Itself[Entry]) -> Pairs:
    entry = known.value
    source, target = written_words(entry.source)[:LONGEST], written_words(entry.target)[:LONGEST]
    wanted, found = sentences(source), sentences(target)
    return tuple(zip(wanted, found, strict=True)) if len(wanted) == len(found) else ((source, target),)
