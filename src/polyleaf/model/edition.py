"""Editions: a readability profile times a paper."""

from __future__ import annotations

from dataclasses import dataclass, field

PAPERS: dict[str, tuple[float, float]] = {
    "A3": (297.0, 420.0),
    "A4": (210.0, 297.0),
    "A5": (148.0, 210.0),
    "DL": (99.0, 210.0),
    "Letter": (215.9, 279.4),
    "Legal": (215.9, 355.6),
}
"""Paper sizes in mm, width by height, portrait."""

AMERICAN = frozenset({"Letter", "Legal"})
"""Papers with rules of their own (ACB large print guidelines: margins of an inch)."""

SLENDER = frozenset({"DL"})
"""Papers as narrow as the panels of a sheet folded in three: A4 in three is DL."""

FOLDS = {"trifold": 3, "zfold": 3, "booklet": 2}
"""How many pages stand side by side on a side of the sheet, by the name of the fold (a scheme of imposing)."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One way of printing a leaflet.

    Attributes:
        name: Key in ``[editions.<name>]``; part of the file name.
        size: Smallest text on the page, in pt (before the script's size correction).
        paper: Name of the paper, a key of ``PAPERS``: of the sheet, if it is folded.
        margin: Side margin in mm.
        fold: How the sheet is folded, a key of ``FOLDS``; "" if it is not. Its pages are the panels.
        fields: Whether what is filled in by hand can be filled in on a screen, too.
        line: Where ``polyleaf.toml`` names the fold, or else the margin, or else the size; None if it does not.
    """

    name: str
    size: float
    paper: str
    margin: float = 25.0
    fold: str = ""
    fields: bool = False
    line: int | None = field(default=None, compare=False, repr=False)

    @property
    def is_slender(self) -> bool:
        """Whether its pages are panels, or as narrow as some: margins of 20 mm would leave them no line."""
        return bool(self.fold) or self.paper in SLENDER

    @property
    def sheet(self) -> tuple[float, float]:
        """Width and height of the paper in mm; it lies if it is folded."""
        width, height = PAPERS[self.paper]
        return (height, width) if self.fold else (width, height)

    @property
    def width(self) -> float:
        """Trim width of a page in mm; a sheet that is folded lies."""
        return self.sheet[0] / FOLDS.get(self.fold, 1)

    @property
    def height(self) -> float:
        """Trim height of a page in mm."""
        return self.sheet[1]

    @property
    def pages_of_a_sheet(self) -> int:
        """How many pages, or panels of a fold, a sheet of paper has on both sides."""
        return 2 * FOLDS.get(self.fold, 1)
