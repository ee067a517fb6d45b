"""Folds, nests and cuts imposed sheets as hands would, to see what a reader finds: the proof of a page order.

It knows nothing of how the order was made.
"""

from __future__ import annotations

from collections.abc import Sequence

from polyleaf.pdf.imposition.schemes import GRID, Binding, Page, Scheme, SheetPages, mirrored


def reading_order(scheme: Scheme, sheets: Sequence[SheetPages], binding: Binding) -> tuple[Page, ...]:
    """The pages as a reader meets them, from the front cover to the back."""
    columns, rows = GRID[scheme]
    # Whoever reads from the right sees everything in a mirror.
    seen = [
        sheet if binding is Binding.LEFT else SheetPages(mirrored(sheet.front, columns), mirrored(sheet.back, columns))
        for sheet in sheets
    ]
    if scheme is Scheme.BOOKLET:
        return _nested(seen)
    if scheme is Scheme.TRIFOLD:
        (sheet,) = seen
        # The cover; it opens to the left on the panel behind it; then the flap is turned out; then the back of it.
        return (sheet.front[2], *sheet.back, sheet.front[0], sheet.front[1])
    if scheme is Scheme.ZFOLD:
        (sheet,) = seen
        return (*sheet.front, *sheet.back)
    piles = ([(sheet.front[cell], _behind(sheet, cell, columns)) for sheet in seen] for cell in range(columns * rows))
    return tuple(page for pile in piles for leaf in pile for page in leaf)


def crossings(scheme: Scheme, sheets: Sequence[SheetPages]) -> list[tuple[Page, Page]]:
    """Each cell of the fronts with what is printed behind it."""
    columns = GRID[scheme][0]
    return [(page, _behind(sheet, cell, columns)) for sheet in sheets for cell, page in enumerate(sheet.front)]


def _behind(sheet: SheetPages, cell: int, columns: int) -> Page:
    """What lies behind a cell of the front when the sheet is turned from left to right."""
    row, column = divmod(cell, columns)
    return sheet.back[row * columns + columns - 1 - column]


def _nested(sheets: Sequence[SheetPages]) -> tuple[Page, ...]:
    """The outermost sheet lies front down, the next one in it; all are folded and read leaf by leaf."""
    first_half = [page for sheet in sheets for page in (sheet.front[1], sheet.back[0])]
    second_half = [page for sheet in reversed(sheets) for page in (sheet.back[1], sheet.front[0])]
    return (*first_half, *second_half)
