"""Telephones, addresses, doses, times and ranges of the starter in right-to-left languages, as people copy them."""

import datetime
import shutil
from pathlib import Path

import pytest
from bench.readers import mupdf, numbers, paragraphs, pdfium, poppler

from polyleaf.building.documents import Documents
from polyleaf.building.item import Item
from polyleaf.model.spoken import words
from polyleaf.pdf.tag_tree import read_tags
from polyleaf.render.render import render
from polyleaf.source.reader import read_project
from polyleaf.workspace import Workspace

ROOT = Path(__file__).parents[2]
LEAFLETS = sorted(path.parent.name for path in ROOT.glob("leaflets/*/leaflet.md"))
QUICK = ("vertebroplasty-at-a-glance", "ar")
READERS = [pdfium, poppler, *([mupdf] if shutil.which("mutool") else [])]


@pytest.mark.parametrize(("leaflet", "locale"), [
    pytest.param(leaflet, locale, marks=() if (leaflet, locale) == QUICK else pytest.mark.slow)
    for leaflet in LEAFLETS for locale in ("ar", "fa", "ur")
])  # fmt: skip
def test_every_number_and_address_comes_back_as_often_as_it_is_printed(
    tmp_path: Path, leaflet: str, locale: str
) -> None:
    target = tmp_path / "x.pdf"
    documents = Documents(Workspace(read_project(ROOT, [leaflet]), datetime.date(2026, 11, 20)))
    render(documents.render_order(Item(leaflet, locale, "large"), documents.document(leaflet, locale), target))
    tree = read_tags(target, "x.pdf")
    assert tree is not None
    expected = numbers(list(paragraphs(tree.root)))
    assert len(expected) > len(LEAFLETS)
    for read in READERS:
        pages = read(target)
        assert not any("\u200b" in page for page in pages), read.__name__
        told = " ".join(map(words, pages))
        lost = {piece: times for piece, times in expected.items() if told.count(words(piece)) < times}
        assert not lost, read.__name__


@pytest.mark.slow
@pytest.mark.parametrize("locale", read_project(ROOT, []).config.locales)
def test_no_reader_finds_a_sign_that_says_where_a_line_may_end(tmp_path: Path, locale: str) -> None:
    """Screen readers spell words that have it in them."""
    target = tmp_path / "x.pdf"
    documents = Documents(Workspace(read_project(ROOT, [QUICK[0]]), datetime.date(2026, 11, 20)))
    render(documents.render_order(Item(QUICK[0], locale, "large"), documents.document(QUICK[0], locale), target))
    for read in READERS:
        assert not any("\u200b" in page for page in read(target)), read.__name__
