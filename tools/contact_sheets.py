"""Lays all pages of the starter leaflet in large print on one picture: ``tools/contact_sheets.py DIST PICTURE``.

DIST is a folder that polyleaf built, of this state or of an earlier one. Needs pdftoppm (Debian: poppler-utils).
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

LEAFLET, EDITION = "vertebroplasty", "large"
LOCALES = ("en_GB", "ar", "ur")
DPI = 17
ACROSS = 16
"""Pages of a row."""
GAP = 6
"""Pixels between two pages."""
COLOURS = 12
TABLE = "#8a8f98"
"""What the pages lie on."""


def main(dist: Path, picture: Path) -> None:
    """Lays the pages of each language in rows of their own."""
    rows: list[list[Image.Image]] = []
    for locale in LOCALES:
        pages = pictures(dist / LEAFLET / locale / f"{LEAFLET}-{locale}-{EDITION}.pdf")
        rows += [pages[first : first + ACROSS] for first in range(0, len(pages), ACROSS)]
    width, height = rows[0][0].size
    sheet = Image.new("RGB", (GAP + ACROSS * (width + GAP), GAP + len(rows) * (height + GAP)), TABLE)
    for line, row in enumerate(rows):
        for place, page in enumerate(row):
            sheet.paste(page, (GAP + place * (width + GAP), GAP + line * (height + GAP)))
    sheet.quantize(COLOURS, dither=Image.Dither.NONE).save(picture, optimize=True)
    sys.stdout.write(f"{picture}: {picture.stat().st_size // 1000} kB\n")


def pictures(pdf: Path) -> list[Image.Image]:
    """The pages of a file, small."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", str(DPI), "-png", str(pdf), f"{folder}/page"], check=True)
        return [Image.open(page).convert("RGB") for page in sorted(Path(folder).iterdir())]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
