"""What a translation counts beside its source: each difference belongs to one check."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from polyleaf.checks.once_each import once_each
from polyleaf.checks.translation_parts.entries import differing, translated_entries, written_words
from polyleaf.model.catalog_view import CatalogView, Entry
from polyleaf.model.finding import Fault
from polyleaf.model.wording import listed, quote
from polyleaf.reading.agreement import NOTHING, agreement
from polyleaf.reading.amount import Agreement, Amount, Kind

_OWNERS = (Kind.PHONE, Kind.DATE, Kind.TIME, Kind.NUMBER)
"""A difference is told once, by the check on the most special kind of amount in it."""


@dataclass(frozen=True, slots=True)
class Counted:
    """An entry, and how what it counts differs from its source."""

    entry: Entry
    agreement: Agreement

    @property
    def kind(self) -> Kind | None:
        """Kind of the check that tells it; None if nothing is lost and nothing is extra."""
        kinds = {one.kind for one in (*self.agreement.lost, *self.agreement.extra)}
        return next((kind for kind in _OWNERS if kind in kinds), None)


@once_each(4)
def counted(catalog: CatalogView) -> tuple[Counted, ...]:
    """Every printed translation that counts something, with what it counts."""
    here, there = catalog.source_language, catalog.language
    found = (
        Counted(entry, agreement(written_words(entry.source), here, written_words(entry.target), there))
        for entry in translated_entries(catalog)
    )
    return tuple(one for one in found if one.agreement is not NOTHING)


def differences(catalog: CatalogView, *kinds: Kind, hint: str) -> Iterator[Fault]:
    """A fault for every translation whose amounts of these kinds are not those of its source."""
    for one in counted(catalog):
        if one.kind not in kinds:
            continue
        wrong = differing(_shown(one.agreement.lost), _shown(one.agreement.extra), "not in the text")
        yield Fault(f"{wrong}: translation of {quote(one.entry.msgid)}", one.entry.location, hint)


def _shown(amounts: tuple[Amount, ...]) -> str:
    return listed(quote(str(one)).strip("“”") for one in amounts)
