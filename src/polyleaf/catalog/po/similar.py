"""Which removed text became which added one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from polyleaf.catalog.po.catalog import CatalogEntry, Key
from polyleaf.model.message import Message

_ALIKE = 0.6
"""Least similarity of a changed text, wherever it stands (the threshold of difflib and msgmerge)."""

_ALIKE_IN_PLACE = 0.4
"""Least similarity between the same two unchanged neighbours: there a rewritten sentence is still the same sentence."""

_SHORT = 80
"""Up to so many characters, texts are compared letter by letter ("Risk" and "Risks"); longer ones word by word, which
costs a hundredth."""

_MOST_WORDS = 400
"""Longer texts are compared by their beginnings; the cost grows with the square."""

_MOST_PAIRS = 4_000
"""Above it each text is only compared with those that stand at about the same place: sixty changed sentences are a
new leaflet."""

_WINDOW = 10
"""How far "about the same place" reaches, counted in changed texts."""


def pair(
    removed: Sequence[CatalogEntry], added: Sequence[Message], before: Sequence[Key], after: Sequence[Key]
) -> Mapping[Key, CatalogEntry]:
    """For each changed message the entry whose translation it inherits; every entry is given once.

    Args:
        removed: Entries whose text is gone.
        added: Messages whose text is new.
        before: Keys of all entries, in their order.
        after: Keys of all messages, in their order.

    Returns:
        Key of the message -> entry. The most alike come first; of equals, the nearest in reading order.
    """
    entries = [entry for entry in removed if entry.text]
    gaps_before, gaps_after = _gaps(before, set(after)), _gaps(after, set(before))
    window = _WINDOW if len(entries) * len(added) > _MOST_PAIRS else len(entries) + len(added)
    found: list[tuple[float, int, int, int]] = []
    for column, message in enumerate(added):
        for row in range(max(0, column - window), min(len(entries), column + window + 1)):
            entry = entries[row]
            here = gaps_before[entry.key] == gaps_after[message.key]
            if (score := _score(entry, message, _ALIKE_IN_PLACE if here else _ALIKE)) is not None:
                found.append((-score, not here, abs(row - column), row * len(added) + column))
    return _best(found, entries, added)


def _score(entry: CatalogEntry, message: Message, least: float) -> float | None:
    if entry.msgid == message.msgid or entry.previous == message.key:
        # The very words moved, or went back to those that the fuzzy translation was made for.
        return 2.0
    if entry.context != message.context:
        return None
    old, new = entry.msgid, message.msgid
    matcher = (
        SequenceMatcher(None, old, new, autojunk=False)
        if max(len(old), len(new)) <= _SHORT
        else SequenceMatcher(None, old.split()[:_MOST_WORDS], new.split()[:_MOST_WORDS], autojunk=False)
    )
    # The two cheap upper bounds first: most pairs have nothing in common.
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return None
    score = matcher.ratio()
    return score if score >= least else None


def _gaps(keys: Sequence[Key], shared: set[Key]) -> dict[Key, Key | None]:
    """For each key that is not shared, the last shared key before it."""
    last: Key | None = None
    gaps: dict[Key, Key | None] = {}
    for key in keys:
        if key in shared:
            last = key
        else:
            gaps[key] = last
    return gaps


def _best(
    found: list[tuple[float, int, int, int]], entries: Sequence[CatalogEntry], added: Sequence[Message]
) -> dict[Key, CatalogEntry]:
    partners: dict[Key, CatalogEntry] = {}
    taken: set[int] = set()
    for *_, place in sorted(found):
        row, column = divmod(place, len(added))
        if row not in taken and added[column].key not in partners:
            taken.add(row)
            partners[added[column].key] = entries[row]
    return partners
