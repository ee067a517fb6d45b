"""Which page stands where on which sheet. Pure arithmetic; pages are counted from 1, a blank is None.

A sheet is turned over like the page of a book, left to right: behind the left cell of the front lies the right cell
of the back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

Page = int | None

PANELS = 6
"""Panels of a sheet that is folded twice: three on each side."""


class Scheme(StrEnum):
    """A way of putting pages on sheets."""

    BOOKLET = "booklet"
    """Sheets folded once, nested, stapled through the fold (saddle stitch)."""
    TWO_UP = "2up"
    """Two single leaves beside each other, to be cut apart; the right pile goes below the left one."""
    FOUR_UP = "4up"
    """Four single leaves; the piles go below each other row by row."""
    TRIFOLD = "trifold"
    """One sheet in three panels; one flap is folded in, the other closes over it (letter fold)."""
    ZFOLD = "zfold"
    """One sheet in three panels, folded to and fro."""


class Binding(StrEnum):
    """The edge at which a leaflet is held together, seen from the front."""

    LEFT = "left"
    RIGHT = "right"


GRID = {
    Scheme.BOOKLET: (2, 1),
    Scheme.TWO_UP: (2, 1),
    Scheme.FOUR_UP: (2, 2),
    Scheme.TRIFOLD: (3, 1),
    Scheme.ZFOLD: (3, 1),
}
"""Columns and rows of one side."""

FOLDED = frozenset((Scheme.BOOKLET, Scheme.TRIFOLD, Scheme.ZFOLD))
"""Schemes whose inner lines are folds; those of the others are cuts."""


@dataclass(frozen=True, slots=True)
class SheetPages:
    """The pages of one sheet.

    Attributes:
        front, back: Cells from left to right, then from top to bottom, as one looks at that side.
    """

    front: tuple[Page, ...]
    back: tuple[Page, ...]


def panel_name(scheme: Scheme, page: Page, pages: int) -> str:
    """What a page is called that is seen when the sheet lies folded; "" for those inside.

    The back of a sheet in three panels that is folded to and fro is its fourth page: it lies behind the third.
    """
    if scheme not in (Scheme.TRIFOLD, Scheme.ZFOLD) or page is None:
        return ""
    last = PANELS // 2 + 1 if scheme is Scheme.ZFOLD else pages
    return "front panel" if page == 1 else "back panel" if page == last else ""


def sheets_of(scheme: Scheme, pages: int, binding: Binding) -> tuple[SheetPages, ...]:
    """The sheets that a file of so many pages takes.

    Raises:
        ValueError: There are no pages, or more than the folds have panels.
    """
    if pages < 1 or (scheme in (Scheme.TRIFOLD, Scheme.ZFOLD) and pages > PANELS):
        raise ValueError(pages)
    if scheme is Scheme.BOOKLET:
        sheets = _booklet(_filled(pages, 4))
    elif scheme is Scheme.TRIFOLD:
        one, two, three, four, five, six = _filled(pages, PANELS)
        sheets = [SheetPages((five, six, one), (two, three, four))]
    elif scheme is Scheme.ZFOLD:
        whole = [*range(1, pages + 1), *[None] * (PANELS - pages)]  # the last panel is not at the back: blanks go last
        sheets = [SheetPages(tuple(whole[:3]), tuple(whole[3:]))]
    else:
        sheets = _leaves(scheme, pages)
    if binding is Binding.LEFT:
        return tuple(sheets)
    columns = GRID[scheme][0]
    return tuple(SheetPages(mirrored(sheet.front, columns), mirrored(sheet.back, columns)) for sheet in sheets)


def mirrored(cells: Sequence[Page], columns: int) -> tuple[Page, ...]:
    """The cells with left and right changed in every row."""
    rows = [cells[start : start + columns] for start in range(0, len(cells), columns)]
    return tuple(page for row in rows for page in reversed(row))


def _filled(pages: int, multiple: int) -> list[Page]:
    """All pages and as many blanks as are needed, before the last page: that one is the back cover."""
    blanks: list[Page] = [None] * (-pages % multiple)
    if pages == 1:
        return [1, *blanks]
    return [*range(1, pages), *blanks, pages]


def _booklet(pages: list[Page]) -> list[SheetPages]:
    """Saddle stitch: the outermost sheet holds the first two and the last two pages, and so on inwards."""
    count = len(pages)
    return [
        SheetPages(
            (pages[count - 1 - 2 * sheet], pages[2 * sheet]), (pages[2 * sheet + 1], pages[count - 2 - 2 * sheet])
        )
        for sheet in range(count // 4)
    ]


def _leaves(scheme: Scheme, pages: int) -> list[SheetPages]:
    """Single leaves in piles: after the cut, the piles are put below each other and everything is in order."""
    columns, rows = GRID[scheme]
    cells = columns * rows
    sides = [*range(1, pages + 1), *[None] * (-pages % 2)]
    leaves = [(sides[place], sides[place + 1]) for place in range(0, len(sides), 2)]
    height = -(-len(leaves) // cells)
    leaves += [(None, None)] * (height * cells - len(leaves))
    sheets = []
    for level in range(height):
        pile = [leaves[cell * height + level] for cell in range(cells)]
        front, back = tuple(leaf[0] for leaf in pile), tuple(leaf[1] for leaf in pile)
        sheets.append(SheetPages(front, mirrored(back, columns)))
    return sheets
