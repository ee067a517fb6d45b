"""Facts of one kind that stand in another order than in the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from polyleaf.model.catalog_view import Entry
from polyleaf.model.facts import Fact, Quantity
from polyleaf.model.inline import placeholders


def facts_turned(entry: Entry, facts: Mapping[str, Fact]) -> Iterator[tuple[str, str]]:
    """Two names of facts of one kind in the order of the source, if the translation has them in the other order."""
    wanted, found = list(dict.fromkeys(placeholders(entry.source))), list(dict.fromkeys(placeholders(entry.target)))
    both = [name for name in wanted if name in found and name in facts]
    for place, one in enumerate(both):
        for other in both[place + 1 :]:
            if found.index(other) < found.index(one) and _alike(facts[one], facts[other]):
                yield one, other
                return


def _alike(one: Fact, other: Fact) -> bool:
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return one.unit == other.unit
    return type(one) is type(other)
