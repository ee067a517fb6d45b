"""What Trados, memoQ and Phrase say of a translation beside the states of XLIFF 1.2, and where a proposal came from."""

from __future__ import annotations

from polyleaf.catalog.exchange.xml_in import Node

_TRADOS = ("Translated", "ApprovedTranslation", "ApprovedSignOff")
"""``conf`` of a segment that somebody has done; every other one is a draft, was rejected, or was never opened."""

_PROPOSED = ("fuzzy-match", "leveraged-mt", "mt-suggestion")
"""Where a text comes from that nobody has confirmed (``state-qualifier``); those that begin with rejected- are too."""

_CONFIRMED = ("signed-off", "final")


def says_unfinished(unit: Node, target: Node | None) -> bool:
    """Whether the program that wrote a ``trans-unit`` says that its translation is not done."""
    own = {name.rpartition(" ")[2]: value for name, value in unit.attributes.items() if " " in name}
    if any(seg.get("conf") not in _TRADOS for seg in unit.walk("seg")):
        return True
    status = own.get("status", "Confirmed")
    if own.get("confirmed") == "0" or not (status.endswith("Confirmed") or status == "Proofread"):
        return True
    if target is None or unit.get("approved") == "yes" or target.get("state") in _CONFIRMED:
        return False
    return target.get("state-qualifier") in _PROPOSED or target.get("state-qualifier").startswith("rejected-")
