"""Which single translations are signed off: those that the ledger names, text by text, as they stand now."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from polyleaf.catalog.po.catalog import Key
from polyleaf.catalog.po.paths import TEMPLATES
from polyleaf.catalog.signoff.content import mark
from polyleaf.catalog.signoff.ledger import Ledger
from polyleaf.model.approval import Approval

SignedOff = Callable[[str, str, Key, str], bool]
"""Whether, for a leaflet (or ``templates``) and a locale, this translation of this (context, msgid) was signed off."""


def signed_off_by(ledger: Ledger) -> SignedOff:
    """What ``translations/approvals/`` says of single texts.

    A leaflet whose sign-off is void because one text changed still vouches for the others.
    """
    entries = ledger.entries

    @cache
    def marks(leaflet: str, locale: str) -> frozenset[str]:
        if leaflet == TEMPLATES:
            signed = (one for (_, other), one in entries.items() if other == locale)
            return frozenset(word for one in signed if isinstance(one, Approval) for word in one.words)
        approval = entries.get((leaflet, locale))
        return frozenset(approval.texts) if isinstance(approval, Approval) else frozenset()

    def signed_off(leaflet: str, locale: str, key: Key, text: str) -> bool:
        known = marks(leaflet, locale)
        return bool(known) and mark(key, text) in known

    return signed_off
