"""Ink on squares of 15 mm by running sums, held against adding up every square."""

import random

import pytest
from PIL import Image

from polyleaf.pdf.press.coverage import _squares


@pytest.mark.parametrize(("columns", "rows"), [(1, 1), (5, 9), (6, 6), (7, 3), (23, 17)])
def test_running_sums_are_sums(columns, rows):
    picture = Image.frombytes("CMYK", (columns, rows), random.Random(columns).randbytes(4 * columns * rows))  # noqa: S311 - any picture will do
    bands = [band.tobytes() for band in picture.split()]
    for y, line in enumerate(_squares(picture)):
        for x, found in enumerate(line):
            cells = [(i, j) for j in range(y, min(y + 6, rows)) for i in range(x, min(x + 6, columns))]
            assert found == sum(band[j * columns + i] for band in bands for i, j in cells)
