"""Translation memory: a text that was translated in another leaflet is not paid for again.

Nothing comes in silently: every entry that is filled says where its words come from. Only words that were signed off
there are taken as a translation; everything else is a fuzzy proposal, which is never printed.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from polyleaf.catalog.po.catalog import FUZZY, Catalog, CatalogEntry
from polyleaf.model.message import TextState

MARK = "From memory: "
"""How the comment of a filled entry begins."""

_ALIKE = 0.75
"""Least similarity of a near match; below it, the tools of agencies offer none either."""

_MOST_CANDIDATES = 20
"""Texts with words in common that are compared letter by letter."""

_COMMON_WORD = 2_000
"""A word that stands in more texts tells nothing."""

_MOST_LETTERS = 1_000
_WORD = re.compile(r"\w+")


class Reach(StrEnum):
    """How far ``catalog update`` looks into the memory."""

    OFF = "off"
    EXACT = "exact"
    """The very same text."""
    NEAR = "near"
    """Also texts that are much alike."""


@dataclass(frozen=True, slots=True)
class Recall:
    """A translation that the memory knows.

    Attributes:
        context: ``msgctxt`` it stands under; None if not known.
        msgid: Its source text.
        text: The translation.
        origin: The leaflet it is from, or the file of a memory that was imported.
        approved: Whether it was signed off there.
    """

    context: str | None
    msgid: str
    text: str
    origin: str
    approved: bool


@dataclass(frozen=True, slots=True)
class Filled:
    """What the memory gave to a catalog, as numbers of entries.

    Attributes:
        exact: Filled with a translation that was signed off elsewhere.
        proposed: Filled, but fuzzy.
    """

    exact: int = 0
    proposed: int = 0


class Memory:
    """All that is known in one language.

    Args:
        recalls: Translations, those of leaflets before those of imported memories.
    """

    def __init__(self, recalls: Iterable[Recall]) -> None:
        self._exact: dict[str, list[Recall]] = defaultdict(list)
        for recall in recalls:
            self._exact[recall.msgid].append(recall)
        self._index: dict[str, list[str]] | None = None

    def exact(self, entry: CatalogEntry, leaflet: str) -> tuple[Recall, ...]:
        """Translations of the same text in other leaflets: those of the same context first, then signed-off ones."""
        found = (one for one in self._exact.get(entry.msgid, ()) if one.origin != leaflet)
        return tuple(sorted(found, key=lambda one: (one.context != entry.context, not one.approved)))

    def near(self, entry: CatalogEntry, leaflet: str) -> Recall | None:
        """The translation of the text most like this one, or None if none is alike enough."""
        best, least = None, _ALIKE
        for msgid in self._candidates(entry.msgid):
            recalls = [one for one in self._exact[msgid] if one.origin != leaflet]
            matcher = SequenceMatcher(None, entry.msgid[:_MOST_LETTERS], msgid[:_MOST_LETTERS], autojunk=False)
            if not recalls or matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
                continue
            if (score := matcher.ratio()) > least or (best is None and score >= least):
                best, least = min(recalls, key=lambda one: (one.context != entry.context, not one.approved)), score
        return best

    def _candidates(self, msgid: str) -> Sequence[str]:
        if self._index is None:
            self._index = defaultdict(list)
            for known in self._exact:
                for word in _words(known):
                    self._index[word].append(known)
        shared: Counter[str] = Counter()
        for word in sorted(_words(msgid)):
            texts = self._index.get(word, ())
            if len(texts) <= _COMMON_WORD:
                shared.update(texts)
        shared.pop(msgid, None)
        return [known for known, _ in shared.most_common(_MOST_CANDIDATES)]


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def fill(catalog: Catalog, memory: Memory, leaflet: str, reach: Reach) -> tuple[Catalog, Filled]:
    """The catalog with what the memory knows of its missing and changed texts; finished translations stay.

    Args:
        catalog: The catalog, brought up to the leaflet.
        memory: What is known in its language.
        leaflet: Its leaflet: its own words are no memory.
        reach: How far to look.
    """
    if reach is Reach.OFF:
        return catalog, Filled()
    entries = tuple(entry if entry.obsolete else _filled(entry, memory, leaflet, reach) for entry in catalog.entries)
    changed = [new for old, new in zip(catalog.entries, entries, strict=True) if new is not old]
    proposed = sum(FUZZY in entry.flags for entry in changed)
    return replace(catalog, entries=entries), Filled(len(changed) - proposed, proposed)


def _filled(entry: CatalogEntry, memory: Memory, leaflet: str, reach: Reach) -> CatalogEntry:
    if entry.state is TextState.TRANSLATED:
        return entry
    same = memory.exact(entry, leaflet)
    sure = _sure(entry, same)
    if sure is not None:
        told = f'{MARK}the same text in "{sure.origin}", signed off there.'
        # The words that were here are somebody's work too.
        before = (f"Before that: {_line(entry.text)}",) if entry.text.strip() and entry.text != sure.text else ()
        flags = tuple(flag for flag in entry.flags if flag != FUZZY)
        comments = _joined(entry.comments, (told, *before))
        return replace(entry, text=sure.text, flags=flags, previous=None, comments=comments, raw=())
    if entry.state is TextState.FUZZY:
        return entry
    if same:
        return _proposed(entry, same[0], _told(same))
    if reach is Reach.NEAR and (recall := memory.near(entry, leaflet)) is not None:
        told = f'{MARK}a text like this one in "{recall.origin}".'
        return replace(_proposed(entry, recall, (told,)), previous=(recall.context or "", recall.msgid))
    return entry


def _sure(entry: CatalogEntry, same: tuple[Recall, ...]) -> Recall | None:
    """The one signed-off translation of the very text in the very role; None if there are two opinions."""
    signed_off = [one for one in same if one.approved and one.context == entry.context]
    return signed_off[0] if len({one.text for one in signed_off}) == 1 else None


def _told(same: tuple[Recall, ...]) -> tuple[str, ...]:
    first = same[0]
    state = "signed off there, but in another place" if first.approved else "not signed off there"
    others = {one.text: one for one in same if one.text != first.text}
    if others and first.approved:
        state = "which has several translations"
    lines = [f'{MARK}the same text in "{first.origin}", {state}.']
    return (*lines, *(f'Also in "{one.origin}": {_line(one.text)}' for one in others.values()))


def _proposed(entry: CatalogEntry, recall: Recall, told: tuple[str, ...]) -> CatalogEntry:
    flags = (FUZZY, *(flag for flag in entry.flags if flag != FUZZY))
    return replace(entry, text=recall.text, flags=flags, comments=_joined(entry.comments, told), raw=())


def _joined(comments: tuple[str, ...], told: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*comments, *told)))


def _line(text: str) -> str:
    return " ".join(text.split())
