"""Where cells, folds and marks stand on a sheet. Lengths in pt, origin bottom left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from polyleaf.errors import UsageError
from polyleaf.model.edition import PAPERS
from polyleaf.model.pdf_facts import Rect
from polyleaf.model.press_file import MM
from polyleaf.pdf.imposition.schemes import FOLDED, GRID, Binding, Scheme

SHEETS = {
    "A4": PAPERS["A4"],
    "A3": PAPERS["A3"],
    "SRA3": (320.0, 450.0),
    "Letter": PAPERS["Letter"],
    "Legal": PAPERS["Legal"],
    "A5": PAPERS["A5"],
}
"""Sheets in mm, portrait; those that are proposed first stand first."""

FLAP = 1.0 * MM
"""By how much the panel that is folded in is narrower than the others, so that it does not buckle."""

_TOLERANCE = 0.1 * MM
_GAP = 3.0 * MM
"""From the cut to where marks begin."""

_UNPRINTED = 4.0 * MM
"""What office printers leave blank at the edge."""

_SHORTEST, _LONGEST = 2.0 * MM, 5.0 * MM
"""Length of marks; where less is free there are none."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The place of one page.

    Attributes:
        box: The cell.
        window: Where the page may paint: the cell, and on the outer edges of the sheet the bleed.
        x, y: Where the lower left corner of the page's trim comes to stand.
    """

    box: Rect
    window: Rect
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Layout:
    """The cells of a sheet.

    Attributes:
        scheme, binding: How it is folded or cut.
        sheet: Width and height of the sheet.
        page: Width and height of a page.
        bleed: How far pages paint over their edges.
        marks_inside: Whether folds are marked in the margins of pages, if there is no room around them.
    """

    scheme: Scheme
    binding: Binding
    sheet: tuple[float, float]
    page: tuple[float, float]
    bleed: float = 0.0
    marks_inside: bool = False

    @property
    def widths(self) -> tuple[float, ...]:
        """Widths of the columns on the front, from left to right."""
        columns, _ = GRID[self.scheme]
        widths = [self.page[0]] * columns
        if self.scheme is Scheme.TRIFOLD:  # the flap is the panel farthest from the cover
            widths[0 if self.binding is Binding.LEFT else -1] -= FLAP
        return tuple(widths)

    @property
    def block(self) -> Rect:
        """What is left of the sheet when it is cut."""
        width, height = sum(self.widths), self.page[1] * GRID[self.scheme][1]
        left, bottom = (self.sheet[0] - width) / 2, (self.sheet[1] - height) / 2
        return (left, bottom, left + width, bottom + height)

    @property
    def lies(self) -> bool:
        """Whether the sheet is wider than high."""
        return self.sheet[0] > self.sheet[1]

    def lines(self, *, front: bool) -> tuple[list[float], list[float]]:
        """Where the columns and rows meet: upright lines from left to right, level lines from bottom to top."""
        left, bottom, _, _ = self.block
        across = [left]
        for width in self.widths if front else reversed(self.widths):
            across.append(across[-1] + width)
        return across, [bottom + row * self.page[1] for row in range(GRID[self.scheme][1] + 1)]

    def cells(self, *, front: bool, shift: float = 0.0) -> tuple[Cell, ...]:
        """The cells of a side, row by row from the top; ``shift`` moves pages towards the fold (creep)."""
        across, up = self.lines(front=front)
        columns, rows = len(across) - 1, len(up) - 1
        cells = []
        for row in reversed(range(rows)):
            for column in range(columns):
                box = (across[column], up[row], across[column + 1], up[row + 1])
                window = (
                    box[0] - (self.bleed if column == 0 else 0),
                    box[1] - (self.bleed if row == 0 else 0),
                    box[2] + (self.bleed if column == columns - 1 else 0),
                    box[3] + (self.bleed if row == rows - 1 else 0),
                )
                leftmost = column == 0
                x = box[2] - self.page[0] if leftmost else box[0]  # a narrower flap is cut at its outer edge
                cells.append(Cell(box, window, x + (shift if leftmost else -shift), box[1]))
        return tuple(cells)

    def marks(self, *, front: bool) -> Iterator[tuple[Rect, bool]]:
        """Marks outside the block: the ends of a line, and whether it is for a fold rather than a cut.

        Without room there, short marks for folds in the margins at the head and the foot of the pages, if they may.
        """
        left, bottom, right, top = self.block
        across, up = self.lines(front=front)
        free_across, free_up = left - _GAP, bottom - _GAP
        inner_folds = self.scheme in FOLDED
        if free_up >= _SHORTEST:
            length = min(free_up, _LONGEST)
            for x in across:
                fold = inner_folds and x not in (across[0], across[-1])
                yield (x, bottom - _GAP, x, bottom - _GAP - length), fold
                yield (x, top + _GAP, x, top + _GAP + length), fold
        elif self.marks_inside and inner_folds:
            for x in across[1:-1]:
                yield (x, bottom + _UNPRINTED, x, bottom + _UNPRINTED + _LONGEST), True
                yield (x, top - _UNPRINTED, x, top - _UNPRINTED - _LONGEST), True
        if free_across >= _SHORTEST:
            length = min(free_across, _LONGEST)
            for y in up:
                yield (left - _GAP, y, left - _GAP - length, y), False
                yield (right + _GAP, y, right + _GAP + length, y), False

    @property
    def has_marks(self) -> bool:
        """Whether there is room for any."""
        return next(self.marks(front=True), None) is not None


def lay_out(
    scheme: Scheme,
    sheet: str,
    binding: Binding,
    page: tuple[float, float],
    bleed: float,
    *,
    marks_inside: bool = False,
) -> Layout:
    """The layout of pages of a size on a sheet, which is turned as they need it.

    Raises:
        UsageError: They do not fit; the hint names a sheet that they fit on.
    """
    found = _fitting(scheme, sheet, binding, page, bleed)
    if found is not None:
        return replace(found, marks_inside=marks_inside)
    columns, rows = GRID[scheme]
    width, height = page[0] / MM, page[1] / MM
    larger = next((name for name in SHEETS if _fitting(scheme, name, binding, page, bleed)), "")
    hint = f"Use --sheet {larger}." if larger else "Impose an edition on smaller paper, such as A5."
    raise UsageError(
        f"{columns} by {rows} pages of {width:.0f} by {height:.0f} mm do not fit on {sheet} "
        f"({SHEETS[sheet][0]:.0f} by {SHEETS[sheet][1]:.0f} mm)",
        hint + " Pages are never scaled: the size of the text is what the reader needs.",
    )


def _fitting(scheme: Scheme, sheet: str, binding: Binding, page: tuple[float, float], bleed: float) -> Layout | None:
    width, height = (side * MM for side in SHEETS[sheet])
    for turned in ((height, width), (width, height)):
        layout = Layout(scheme, binding, turned, page, bleed)
        left, bottom, _, _ = layout.block
        if left >= -_TOLERANCE and bottom >= -_TOLERANCE:
            room = max(0.0, min(bleed, left, bottom))
            return Layout(scheme, binding, turned, page, room)
    return None
