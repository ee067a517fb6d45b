"""Ink on the page, measured by Ghostscript: how much lies on any square of 15 mm (GWG 2022, R0026)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from operator import sub
from pathlib import Path

from PIL import Image

from polyleaf.model.press_facts import PressPage
from polyleaf.model.press_file import MM, InkArea
from polyleaf.pdf.press.ghostscript import DPI
from polyleaf.pdf.validators.programs import ProgramFailed

_SIDE = 6
"""Pixels: the side of the square."""

_FULL = 2.55
"""Of a pixel value, for one per cent of ink."""


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
    sums = _squares(inks)
    left, bottom, right, top = page.printed
    pixel = 72 / DPI
    first, last = round((left - page.media[0]) / pixel), round((right - page.media[0]) / pixel)
    above, below = round((page.media[3] - top) / pixel), round((page.media[3] - bottom) / pixel)
    most, where = 0, (first, above)
    for row in range(above, max(below - _SIDE, above) + 1):
        line = sums[row][first : max(last - _SIDE, first) + 1] if row < len(sums) else ()
        fullest = max(line, default=0)
        if fullest > most:
            most, where = fullest, (first + line.index(fullest), row)
    x, y = page.media[0] + where[0] * pixel, page.media[3] - where[1] * pixel
    return InkArea(page.number, (x, y - 15 * MM, x + 15 * MM, y), most / (_FULL * _SIDE * _SIDE))


def _squares(inks: Image.Image) -> list[list[int]]:
    """Ink on the square to the right of and below each pixel, of 255 an ink and pixel; running sums, so in no time.

    A square over the edge has the ink that is still on the picture.
    """
    columns, rows = inks.size
    values = [band.tobytes() for band in inks.split()]
    lines: list[list[int]] = []
    for row in range(rows):
        inked = map(sum, zip(*(value[row * columns : (row + 1) * columns] for value in values), strict=True))
        lines.append(_windows(inked))
    upright = [_windows(column) for column in zip(*lines, strict=True)]
    return [list(line) for line in zip(*upright, strict=True)]


def _windows(values: Iterable[int]) -> list[int]:
    """The sum of each value and those after it, ``_SIDE`` in all."""
    total = list(accumulate(values, initial=0))
    total += [total[-1]] * (_SIDE - 1)
    return list(map(sub, total[_SIDE:], total))
