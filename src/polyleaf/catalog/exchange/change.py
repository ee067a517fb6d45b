"""An entry of the catalog after an answer, and the whole catalog after many."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from polyleaf.catalog.exchange.fitting import MSGCAT
from polyleaf.catalog.exchange.reply_unit import ReplyUnit
from polyleaf.catalog.po.catalog import FUZZY, Catalog, CatalogEntry

_CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]+")


def answered(entry: CatalogEntry, answer: ReplyUnit, text: str, *, fuzzy: bool) -> CatalogEntry:
    """The entry with a text and a state; the remarks of the answer follow its own comments.

    Args:
        entry: The entry as it is.
        answer: The answer; only its remarks, and what it says of the earlier text, are taken.
        text: The translation to write.
        fuzzy: Whether it still has to be looked at.
    """
    comments = (*entry.comments, *new_remarks(entry, answer))
    was_fuzzy = FUZZY in entry.flags
    if text == entry.text and (fuzzy == was_fuzzy or not text):
        return entry if comments == entry.comments else replace(entry, comments=comments)
    flags = tuple(flag for flag in entry.flags if flag != FUZZY)
    previous = (entry.previous or answer.previous) if fuzzy else None
    return replace(
        entry,
        text=text,
        flags=(FUZZY, *flags) if fuzzy else flags,
        previous=previous if previous != entry.key else None,
        comments=comments,
        raw=(),
    )


def new_remarks(entry: CatalogEntry, answer: ReplyUnit) -> tuple[str, ...]:
    """Remarks that the catalog does not have yet, fit for one comment line each."""
    known = {line.strip() for line in entry.comments}
    said = (line for line in answer.comments if not MSGCAT.match(line.strip()))
    lines = dict.fromkeys(_CONTROL.sub(" ", line).strip() for line in said)
    return tuple(line for line in lines if line and line not in known)


def with_changes(catalog: Catalog, changes: Mapping[tuple[str, str], CatalogEntry]) -> Catalog:
    """The catalog with some current entries in new form; order, comments and obsolete entries stay."""
    entries = tuple(entry if entry.obsolete else changes.get(entry.key, entry) for entry in catalog.entries)
    return replace(catalog, entries=entries)
