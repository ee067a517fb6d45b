#!/usr/bin/env python3
"""Makes the pictures of the README from pages that polyleaf builds: ``make pictures``.

Needs pdftoppm (Debian: poppler-utils). The pages are those of the starter leaflet in large print.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
LEAFLET, NUMBERS, BLOCKS = "vertebroplasty", "numbers", "everything"
_BLOCKS = ROOT / "tests" / "projects" / "everything"
PROJECTS = {LEAFLET: ROOT, NUMBERS: _BLOCKS, BLOCKS: _BLOCKS}
"""The leaflets that are shown, and the project of each."""
EDITION = "large"
DPI = 66
GAP = 16
"""Pixels between two pages."""
COLOURS = 24
"""Colours of a picture: black, white, the accent and the steps between them."""
TABLE = "#8a8f98"
"""What the pages lie on."""

FIRST_PAGE = -1
_ABOUT, _RISKS = 0, 6
"""Numbers of two chapters of the leaflet."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page to show.

    Attributes:
        locale: The language.
        chapter: Number of a chapter (from 0, the same in every language), or ``FIRST_PAGE``.
        after: How many pages after the one on which the chapter begins.
        leaflet: The leaflet.
    """

    locale: str
    chapter: int = FIRST_PAGE
    after: int = 0
    leaflet: str = LEAFLET


SHEETS = {
    "languages.png": (
        (Page("ur"), Page("bn"), Page("zh_Hans")),
        (Page("ar"), Page("pl"), Page("ta")),
    ),
    "forms.png": (
        (Page("en_GB", 0, leaflet=BLOCKS), Page("en_GB", 0, 1, leaflet=BLOCKS), Page("ar", 1, 1, leaflet=BLOCKS)),
    ),
    "inside.png": ((Page("en_GB", _RISKS, 1), Page("ur", _RISKS, 1), Page("ar", _ABOUT, 1)),),
    "risks.png": (
        (Page("en_GB", leaflet=NUMBERS), Page("ar", 0, leaflet=NUMBERS), Page("en_GB", 0, 2, leaflet=NUMBERS)),
    ),
    "data.png": ((Page("en_GB", 1, leaflet=NUMBERS), Page("ar", 2, leaflet=NUMBERS), Page("ar", 3, leaflet=NUMBERS)),),
}
"""Name of a picture -> its rows of pages."""


def main(folder: Path, names: Collection[str] = ()) -> None:
    """Builds the pages and lays them side by side in ``folder``; only pictures of these names, if there are any."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        out = Path(name)
        sheets = {name: rows for name, rows in SHEETS.items() if not names or name in names}
        for leaflet, project in PROJECTS.items():
            pages = (page for rows in sheets.values() for row in rows for page in row)
            build(out, leaflet, project, sorted({page.locale for page in pages if page.leaflet == leaflet}))
        for picture, rows in sheets.items():
            sheet = lay([[photograph(out, page) for page in row] for row in rows])
            sheet.quantize(COLOURS, dither=Image.Dither.NONE).save(folder / picture, optimize=True)
            sys.stdout.write(f"{folder / picture}: {(folder / picture).stat().st_size // 1000} kB\n")


def build(out: Path, leaflet: str, project: Path, locales: list[str]) -> None:
    """Builds a leaflet as anybody would."""
    where = ["-C", str(project), "-e", EDITION, "-o", str(out / leaflet)]
    command = [sys.executable, str(ROOT / "cli.py"), "build", leaflet, *where]
    if locales:
        subprocess.run([*command, *(f"--locale={locale}" for locale in locales)], check=True)


def photograph(out: Path, page: Page) -> Image.Image:
    """One page as a picture."""
    folder = out / page.leaflet / page.leaflet / page.locale
    pdf = folder / f"{page.leaflet}-{page.locale}-{EDITION}.pdf"
    number = 1 if page.chapter == FIRST_PAGE else page_of(pdf, page.chapter) + page.after
    target = folder / str(number)
    only = ["-f", str(number), "-l", str(number), "-singlefile"]
    subprocess.run(["pdftoppm", "-r", str(DPI), "-png", *only, str(pdf), str(target)], check=True)
    with Image.open(target.with_name(f"{target.name}.png")) as image:
        return image.convert("RGB")


def page_of(pdf: Path, chapter: int) -> int:
    """The page, from 1, on which a chapter begins: the bookmarks say so in every language."""
    with pikepdf.open(pdf) as document, document.open_outline() as outline:
        destination = outline.root[0].children[chapter].destination
        if not isinstance(destination, pikepdf.Array):
            raise TypeError(destination)
        return document.pages.index(pikepdf.Page(destination[0])) + 1


def lay(rows: list[list[Image.Image]]) -> Image.Image:
    """The pages of each row side by side, the rows one under the other."""
    width, height = rows[0][0].size
    across, down = len(rows[0]), len(rows)
    sheet = Image.new("RGB", (GAP + across * (width + GAP), GAP + down * (height + GAP)), TABLE)
    for line, row in enumerate(rows):
        for place, page in enumerate(row):
            sheet.paste(page, (GAP + place * (width + GAP), GAP + line * (height + GAP)))
    return sheet


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures", sys.argv[2:])
