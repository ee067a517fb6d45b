"""The slug line: what it says, in every script, and that nothing in it can be code."""

from dataclasses import replace

import pikepdf
import pytest

from polyleaf.checks.samples.printed import printed
from polyleaf.errors import UsageError
from polyleaf.locales.table import LANGUAGES
from polyleaf.model.edition import Edition
from polyleaf.render.slug import SlugOrder, write_slug
from polyleaf.starter.rooms import template_rooms

pypdfium2 = pytest.importorskip("pypdfium2")


def slug(tmp_path, locale="ur", edition="large", **changes):
    document = replace(printed().document, language=LANGUAGES[locale], **changes)
    target = tmp_path / "slug.pdf"
    rooms = template_rooms(tmp_path)
    write_slug(
        SlugOrder(document, Edition("large", 18.0, "A4"), edition, rooms, "1a2b3c4d", "page {page} of {pages}", target)
    )
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(target)]
    return target, pages


def test_what_it_says(tmp_path):
    target, (line, letters) = slug(tmp_path, "pl")
    for word in ("RAD-001", "1.0", "Polish", "Polski", "large", "2026-01-01", "1a2b3c4d"):
        assert word in line
    assert "DRAFT" not in line
    assert set("page of 0123456789") <= set(letters)
    with pikepdf.open(target) as pdf:
        assert len(pdf.pages) == 2
        width, height = (float(side) / 72 * 25.4 for side in pdf.pages[0].obj.MediaBox[2:])
        assert (width, height) == (pytest.approx(210, abs=0.01), pytest.approx(6, abs=0.01))


@pytest.mark.parametrize("locale", ["ar", "ur", "bn", "zh_Hans", "ta", "am"])
def test_each_script_has_its_letters(tmp_path, locale):
    target, _ = slug(tmp_path, locale)
    with pikepdf.open(target) as pdf:
        fonts = " ".join(str(font.BaseFont) for font in pdf.pages[0].obj.Resources.Font.values())
    assert LANGUAGES[locale].families[0].replace(" ", "-") in fonts


def test_a_draft_says_so_and_one_name_is_enough(tmp_path):
    _, (line, _) = slug(tmp_path, "en_GB", draft=True)
    assert "DRAFT" in line
    assert line.count("English (UK)") == 1


def test_text_is_text(tmp_path):
    _, (line, _) = slug(tmp_path, "pl", code="<b>{{ 7*7 }}</b>", version="</p><p>")
    assert "<b>{{ 7*7 }}</b>" in line
    assert "</p><p>" in line


def test_a_long_line_stays_on_its_strip(tmp_path):
    target, pages = slug(tmp_path, "pl", code="X" * 500)
    assert len(pages) == 2
    assert len(target.read_bytes()) < 100_000


@pytest.mark.parametrize("text", ["\n{{ 1 / 0 }}", "\n{% if %}", b"\n\xff\xfe"])
def test_a_mistake_in_a_project_s_own_strip_is_told_with_its_place(tmp_path, text):
    own = tmp_path / "templates/press/slug.html"
    own.parent.mkdir(parents=True)
    own.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(UsageError, match=r"^templates/press/slug.html:2: "):
        slug(tmp_path)
