"""Ink on the page, measured by Ghostscript: how much lies on any square of 15 mm (GWG 2022, R0026)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from polyleaf.model.press_facts import PressPage
from polyleaf.model.press_file import MM, InkArea
from polyleaf.pdf.press.ghostscript import DPI
from polyleaf.pdf.validators.programs import ProgramFailed

_SIDE = 6
"""Pixels: the side of the square."""


def ink_areas(folder: Path, pages: Sequence[PressPage]) -> tuple[InkArea, ...]:
    """The fullest square of each page.

    Args:
        folder: Where Ghostscript drew the pages.
        pages: The pages.

    Raises:
        ProgramFailed: It drew no picture of a page.
    """
    return tuple(_fullest(folder / f"{page.number}.tif", page) for page in pages)


def _fullest(picture: Path, page: PressPage) -> InkArea:
    """The square of most ink on the printed part of one page."""
    try:
        with Image.open(picture) as opened:
            opened.load()
            inks = opened.convert("CMYK")
    except (OSError, ValueError, Image.DecompressionBombError) as error:
        raise ProgramFailed(f"wrote no picture of page {page.number}") from error
    columns, rows = inks.size
    total: list[list[float]] = [[0.0] * columns for _ in range(rows)]
    for band in inks.split():
        values = band.tobytes()
        for row in range(rows):
            line = values[row * columns : (row + 1) * columns]
            total[row] = [one + value / 2.55 for one, value in zip(total[row], line, strict=True)]
    left, bottom, right, top = page.printed
    pixel = 72 / DPI
    first, last = round((left - page.media[0]) / pixel), round((right - page.media[0]) / pixel)
    above, below = round((page.media[3] - top) / pixel), round((page.media[3] - bottom) / pixel)
    best, where = 0.0, (first, above)
    for row in range(above, max(below - _SIDE, above) + 1):
        for column in range(first, max(last - _SIDE, first) + 1):
            cells = [value for line in total[row : row + _SIDE] for value in line[column : column + _SIDE]]
            mean = sum(cells) / (_SIDE * _SIDE)
            if mean > best:
                best, where = mean, (column, row)
    x, y = page.media[0] + where[0] * pixel, page.media[3] - where[1] * pixel
    return InkArea(page.number, (x, y - 15 * MM, x + 15 * MM, y), best)
