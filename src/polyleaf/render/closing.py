"""What the end of a leaflet needs few lines for: contacts that the text has, sentences in many languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from polyleaf.model.block_texts import walk_blocks
from polyleaf.model.document import LocalizedDocument, Offer
from polyleaf.model.language import Direction
from polyleaf.model.leaflet import ContactCard
from polyleaf.render.style import Style

_LEAST_PITCH = 1.5


@dataclass(frozen=True, slots=True)
class OfferRun:
    """Sentences that are written in one direction, so that they can run on, one after the other.

    Attributes:
        direction: The direction.
        pitch: Line pitch that every script among them has room in, as a multiple of the page's type size.
        offers: The sentences; at least one.
    """

    direction: Direction
    pitch: float
    offers: tuple[Offer, ...]


def told_in_text(document: LocalizedDocument) -> frozenset[str]:
    """Ids of the contacts that the text prints in full."""
    return frozenset(block.contact for block in walk_blocks(document.blocks) if isinstance(block, ContactCard))


def offer_runs(document: LocalizedDocument, measures: Style) -> Iterator[OfferRun]:
    """The sentences that offer the leaflet in other languages, those of the page's own direction first."""
    own = document.language
    pitches = {face.tag: face.line * face.scale for face in measures.faces}
    for direction in sorted(Direction, key=lambda one: one is not own.direction):
        offers = tuple(
            offer
            for offer in document.offers
            if offer.language.tag != own.tag and offer.language.direction is direction
        )
        if offers:
            pitch = max(_LEAST_PITCH, *(pitches.get(offer.language.tag, 0.0) for offer in offers))
            yield OfferRun(direction, round(pitch, 3), offers)
