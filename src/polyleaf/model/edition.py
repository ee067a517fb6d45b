"""Editions: a readability profile times a paper."""

from __future__ import annotations

from dataclasses import dataclass

PAPERS: dict[str, tuple[float, float]] = {
    "A3": (297.0, 420.0),
    "A4": (210.0, 297.0),
    "A5": (148.0, 210.0),
    "Letter": (215.9, 279.4),
    "Legal": (215.9, 355.6),
}
"""Paper sizes in mm, width by height, portrait."""

AMERICAN = frozenset({"Letter", "Legal"})
"""Papers with rules of their own (ACB large print guidelines: margins of an inch)."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One way of printing a leaflet.

    Attributes:
        name: Key in ``[editions.<name>]``; part of the file name.
        size: Smallest text on the page, in pt (before the script's size correction).
        paper: Name of the paper, a key of ``PAPERS``.
        margin: Side margin in mm.
    """

    name: str
    size: float
    paper: str
    margin: float = 25.0

    @property
    def width(self) -> float:
        """Trim width in mm."""
        return PAPERS[self.paper][0]

    @property
    def height(self) -> float:
        """Trim height in mm."""
        return PAPERS[self.paper][1]
