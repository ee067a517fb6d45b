"""The risks of the long leaflet, counted on its finished pages: every language, every edition, screen and press."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from tests.pictures.shapes import counted, figures

from polyleaf.model.block_texts import walk_blocks
from polyleaf.model.facts import Risk
from polyleaf.model.icon_array import TOTALS, drawn_among, people
from polyleaf.model.leaflet import TermList
from polyleaf.source.reader import read_project

ROOT = Path(__file__).parents[2]
LEAFLET = "vertebroplasty"
PROJECT = read_project(ROOT)


def wanted():
    """Filled and empty shapes of each picture, as the facts say."""
    numbers = []
    for block in walk_blocks(PROJECT.leaflets[LEAFLET].blocks):
        if isinstance(block, TermList) and block.drawn:
            total = drawn_among(item.fact for item in block.items)
            drawn = [people(item.fact, total) for item in block.items if isinstance(item.fact, Risk)]
            numbers += [(number, total - number) for number in drawn]
    return numbers


def drawn(path, press):
    """The same, counted in the pixels of both files."""
    arrays = [(page, box) for _, page, box in figures(path) if is_array(*box)]
    with pikepdf.open(press) as document:
        corner = float(document.pages[0].trimbox[0]) - float(document.pages[0].mediabox[0])
    # A square code is as high as it is wide, too; it stands last.
    for page, box in arrays[: len(wanted())]:
        yield counted(path, page, box).numbers, counted(press, page, box, shift=corner).numbers


def is_array(left, bottom, right, top):
    return any(abs((right - left) / (top - bottom) - columns / rows) < 0.01 for columns, rows in TOTALS.values())


@pytest.mark.slow
@pytest.mark.parametrize("locale", PROJECT.config.locales)
def test_every_picture_shows_its_fact(locale, tmp_path):
    command = [sys.executable, ROOT / "cli.py", "build", LEAFLET, "-C", ROOT, "-l", locale, "--output", "all", "-o"]
    subprocess.run([*command, tmp_path, "-j", "2"], check=True, capture_output=True)
    assert wanted() == [(100, 900), (2, 998), (1, 999), (1, 999)]
    for edition in PROJECT.config.editions:
        file = tmp_path / LEAFLET / locale / f"{LEAFLET}-{locale}-{edition}.pdf"
        pictures = list(drawn(file, file.with_name(f"{file.stem}-press.pdf")))
        assert pictures == [(numbers, numbers) for numbers in wanted()], edition
