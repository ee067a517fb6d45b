"""Ink on the page, measured by Ghostscript: how much lies on any square of 15 mm (GWG 2022, R0026)."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from polyleaf.model.press_facts import PressPage
from polyleaf.model.press_file import MM, InkArea
from polyleaf.pdf.validators.programs import Program, ProgramFailed

PROGRAM = "gs"
_SECONDS = 60.0
_OUTPUT = 1024 * 1024
_DPI = 25.4 / 2.5
"""A pixel is 2.5 mm wide: six of them are the square."""
_SIDE = 6
_WIDEST = 2_000.0
"""pt: a larger page is not measured."""


def is_installed() -> bool:
    """Whether Ghostscript is there."""
    return shutil.which(PROGRAM) is not None


def ink_areas(path: Path, pages: Sequence[PressPage]) -> tuple[InkArea, ...]:
    """The fullest square of each page.

    Args:
        path: The file, in inks.
        pages: Its pages.

    Raises:
        ProgramFailed: Ghostscript gave up, took too long, or wrote no picture.
    """
    if any(max(page.media[2] - page.media[0], page.media[3] - page.media[1]) > _WIDEST for page in pages):
        raise ProgramFailed("is not asked: the pages are too large")
    with tempfile.TemporaryDirectory(prefix="polyleaf-ink-") as folder:
        command = [
            PROGRAM,
            "-q",
            "-dSAFER",
            "-dBATCH",
            "-dNOPAUSE",
            "-dQUIET",
            "-sDEVICE=tiffscaled32",
            f"-r{4 * _DPI}",
        ]
        command += ["-dDownScaleFactor=4", "-dSimulateOverprint=true", "-dUseFastColor=true"]
        command += [f"-sOutputFile={folder}/%d.tif", "-f", str(path)]
        with Program(command) as program:
            ended = program.all_output(_SECONDS, _OUTPUT)
        if ended.status != 0:
            raise ProgramFailed(f"ended with status {ended.status}")
        return tuple(_fullest(Path(folder) / f"{page.number}.tif", page) for page in pages)


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
    pixel = 72 / _DPI
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
