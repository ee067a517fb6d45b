"""What is asked of an imposition, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass

from polyleaf.pdf.imposition.layout import Layout
from polyleaf.pdf.imposition.schemes import Binding, Page, Scheme, SheetPages, panel_name


@dataclass(frozen=True, slots=True)
class ImposeOrder:
    """How pages go on sheets.

    Attributes:
        scheme: The scheme.
        sheet: A key of ``SHEETS``.
        binding: The edge; None to read it off the file.
        thickness: Of one sheet of paper in mm: by so much each nested sheet of a booklet creeps outwards.
        marks_inside: Whether marks for folds may stand in the margins of the pages, where the sheet has no room for
            them around the pages.
    """

    scheme: Scheme
    sheet: str
    binding: Binding | None = None
    thickness: float = 0.0
    marks_inside: bool = False


@dataclass(frozen=True, slots=True)
class Imposed:
    """An imposed file.

    Attributes:
        sheets: The sheets, in the order of printing; the outermost of a booklet first.
        layout: Their cells.
        pages: Pages of the source.
        binding_why: Why it is bound at that edge, in words.
        creep: By how much the innermost pages were moved towards the fold, in mm.
        notes: What somebody should know before printing.
    """

    sheets: tuple[SheetPages, ...]
    layout: Layout
    pages: int
    binding_why: str
    creep: float
    notes: tuple[str, ...]

    @property
    def blanks(self) -> int:
        """How many cells stay empty."""
        return sum(page is None for sheet in self.sheets for page in (*sheet.front, *sheet.back))

    @property
    def sides(self) -> tuple[str, ...]:
        """What stands where, from left to right: ``sheet 1, front: 5 | 6 (back panel) | 1 (front panel)``."""
        return tuple(
            f"sheet {number}, {side}: {' | '.join(map(self.told, cells))}"
            for number, sheet in enumerate(self.sheets, 1)
            for side, cells in (("front", sheet.front), ("back", sheet.back))
        )

    def told(self, page: Page) -> str:
        """A page with its name, as people are told of it."""
        name = panel_name(self.layout.scheme, page, self.pages)
        return "blank" if page is None else f"{page} ({name})" if name else str(page)

    @property
    def flip(self) -> str:
        """The edge over which the printer must turn the sheets: short or long."""
        return "short" if self.layout.lies else "long"
