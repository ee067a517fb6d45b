"""Sentences of a translation beside those of its source."""

from __future__ import annotations

from polyleaf.checks.once_each import once_each
from polyleaf.checks.translation_parts.entries import written_words
from polyleaf.model.catalog_view import Entry
from polyleaf.reading.agreement import LONGEST
from polyleaf.reading.sentences import sentences

Pairs = tuple[tuple[str, str], ...]


@once_each(2048)
def aligned(entry: Entry) -> Pairs:
    """Source and translation sentence by sentence if there are equally many, else both as a whole."""
    source, target = written_words(entry.source)[:LONGEST], written_words(entry.target)[:LONGEST]
    wanted, found = sentences(source), sentences(target)
    return tuple(zip(wanted, found, strict=True)) if len(wanted) == len(found) else ((source, target),)
