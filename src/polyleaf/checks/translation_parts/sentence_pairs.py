"""Sentences of a translation beside those of its source."""

from __future__ import annotations

import re

from polyleaf.checks.once_each import once_each
from polyleaf.checks.translation_parts.entries import written_words
from polyleaf.model.catalog_view import Entry
from polyleaf.reading.agreement import LONGEST
from polyleaf.reading.sentences import sentences

_PART = re.compile(r"[;；؛]")

Pairs = tuple[tuple[str, str], ...]


@once_each(2048)
def aligned(entry: Entry) -> Pairs:
    """Source and translation sentence by sentence if there are equally many, else both as a whole."""
    source, target = written_words(entry.source)[:LONGEST], written_words(entry.target)[:LONGEST]
    wanted, found = sentences(source), sentences(target)
    pairs = zip(wanted, found, strict=True) if len(wanted) == len(found) else ((source, target),)
    return tuple(part for pair in pairs for part in _parts(*pair))


def _parts(source: str, target: str) -> Pairs:
    """What stands between the semicolons of a sentence and of its translation, if there are equally many."""
    here, there = (tuple(filter(None, map(str.strip, _PART.split(text)))) for text in (source, target))
    return tuple(zip(here, there, strict=True)) if len(here) == len(there) else ((source, target),)
