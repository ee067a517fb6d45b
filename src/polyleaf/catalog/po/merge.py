"""Merging: the sources have moved on, the translations come along.

The law: every translation that was there is there afterwards, under its own text, under the text that took its
place (fuzzy), or obsolete. And none is copied: two new texts never share one old translation.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from polyleaf.catalog.po.catalog import BRACE_FORMAT, FUZZY, Catalog, CatalogEntry, Key
from polyleaf.catalog.po.similar import pair
from polyleaf.model.finding import Location
from polyleaf.model.message import Message

_FORMATS = (BRACE_FORMAT, "python-format")
"""The flags that the source decides on. pybabel guesses the second from "75 % of", and msgfmt then refuses the file."""


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What a merge did, as keys (context, msgid) in document order.

    Attributes:
        kept: How many entries stayed as they were.
        added: New texts without a translation.
        changed: Changed texts that keep an old translation, now fuzzy.
        returned: Texts that came back and found their old translation.
        obsolete: Texts that are gone; their translations are kept at the end of the file.
    """

    kept: int = 0
    added: tuple[Key, ...] = ()
    changed: tuple[Key, ...] = ()
    returned: tuple[Key, ...] = ()
    obsolete: tuple[Key, ...] = ()


def merge(catalog: Catalog, messages: Sequence[Message]) -> tuple[Catalog, MergeReport]:
    """The catalog brought up to the messages, and what that meant.

    Args:
        catalog: The catalog as it was read; an empty one for a new catalog.
        messages: Messages of the source in document order, each (context, msgid) once.
    """
    current = catalog.by_key()
    shelf = {entry.key: entry for entry in catalog.obsolete}
    wanted = {message.key for message in messages}
    removed = [entry for entry in catalog.current if entry.key not in wanted]
    added = [message for message in messages if message.key not in current and message.key not in shelf]
    partners = pair(removed, added, [entry.key for entry in catalog.current], [message.key for message in messages])

    entries: list[CatalogEntry] = []
    changed, returned, new = [], [], []
    for message in messages:
        if (entry := current.get(message.key)) is not None:
            if not entry.text and message.key in shelf:
                entry = _back(entry, shelf.pop(message.key))
                returned.append(message.key)
        elif message.key in shelf:
            entry = replace(shelf.pop(message.key), obsolete=False, raw=())
            returned.append(message.key)
        elif (old := partners.get(message.key)) is not None:
            entry = _fuzzy(old, message)
            changed.append(message.key)
        else:
            entry = CatalogEntry(message.msgid, message.context)
            new.append(message.key)
        entries.append(_described(entry, message))

    moved = {entry.key for entry in partners.values()}
    gone = [_obsolete(entry) for entry in removed if entry.key not in moved and (entry.text or entry.comments)]
    rest = [entry for entry in catalog.obsolete if entry.key in shelf]
    report = MergeReport(
        kept=len(messages) - len(new) - len(changed) - len(returned),
        added=tuple(new),
        changed=tuple(changed),
        returned=tuple(returned),
        obsolete=tuple(entry.key for entry in gone),
    )
    return replace(catalog, entries=(*entries, *rest, *gone)), report


def template(messages: Iterable[Message]) -> Catalog:
    """The messages as a catalog template, without translations."""
    return Catalog(entries=tuple(_described(CatalogEntry(one.msgid, one.context), one) for one in messages))


def _described(entry: CatalogEntry, message: Message) -> CatalogEntry:
    """The entry with the references, comments and format flag that the source gives it today."""
    flags = [flag for flag in entry.flags if flag not in _FORMATS]
    if message.placeholders:
        flags.append(BRACE_FORMAT)
    return replace(
        entry,
        flags=tuple(flags) if set(flags) != set(entry.flags) else entry.flags,
        extracted=tuple(dict.fromkeys(folded for line in message.comments if (folded := " ".join(line.split())))),
        references=tuple(dict.fromkeys(Location(place.path) for place in message.locations)),
    )


def _fuzzy(old: CatalogEntry, message: Message) -> CatalogEntry:
    """The old translation under the changed text.

    A translation that was fuzzy already still belongs to the text it was made for: that stays the previous msgid.
    """
    previous = old.previous if old.previous is not None and FUZZY in old.flags else old.key
    return CatalogEntry(
        message.msgid,
        message.context,
        old.text,
        flags=(FUZZY, *(flag for flag in old.flags if flag != FUZZY)),
        comments=old.comments,
        # The author took the change back: nothing differs any more, yet a person must look at the words again.
        previous=None if previous == message.key else previous,
    )


def _back(entry: CatalogEntry, kept: CatalogEntry) -> CatalogEntry:
    """An empty entry filled from the obsolete one of the same text."""
    comments = tuple(dict.fromkeys((*entry.comments, *kept.comments)))
    return replace(entry, text=kept.text, flags=kept.flags, previous=kept.previous, comments=comments, raw=())


def _obsolete(entry: CatalogEntry) -> CatalogEntry:
    # The previous msgid goes: pybabel refuses the only form ("#~|") in which msgfmt allows it here.
    flags = tuple(flag for flag in entry.flags if flag != BRACE_FORMAT)
    return replace(entry, obsolete=True, flags=flags, extracted=(), references=(), previous=None, raw=())
