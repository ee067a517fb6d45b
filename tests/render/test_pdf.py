"""One small leaflet in Arabic, printed and read back: paper, fonts, words."""

import shutil
import subprocess

import pikepdf
import pypdfium2
import pytest
from tests.projects.folder import Clinic

from polyleaf.cli.main import run
from polyleaf.model.spoken import words


@pytest.fixture(scope="module")
def pdf(tmp_path_factory):
    clinic = Clinic(tmp_path_factory.mktemp("print") / "clinic")
    clinic.change("toml", '"A4"', '"Letter"')
    assert run(["build", "eyes", "-l", "ar", "-j", "1", "-C", str(clinic.root)]) == 0
    return clinic.out / "eyes/ar/eyes-ar-large.pdf"


def test_the_paper_is_what_was_asked_for(pdf):
    with pikepdf.open(pdf) as document:
        for page in document.pages:
            box = [float(edge) for edge in page.mediabox]
            assert box == pytest.approx([0, 0, 612, 792], abs=0.5)
            assert [float(edge) for edge in page.trimbox] == pytest.approx(box, abs=0.5)


def test_every_font_is_one_of_ours_embedded_and_cut_to_what_is_used(pdf):
    with pikepdf.open(pdf) as document:
        fonts = {
            str(font["/BaseFont"]): set(font["/DescendantFonts"][0]["/FontDescriptor"].keys())
            for page in document.pages
            for font in page.Resources.get("/Font", {}).values()
        }
    assert fonts
    for name, keys in fonts.items():
        subset, _, family = name.removeprefix("/").partition("+")
        assert (len(subset), subset.isupper()) == (6, True)
        assert family.replace("-", "").startswith("Noto")
        assert keys & {"/FontFile2", "/FontFile3"}
    assert any("Arab" in name for name in fonts)


def test_what_the_file_says_of_itself(pdf):
    with pikepdf.open(pdf) as document:
        assert str(document.Root.Lang) == "ar"
        assert "/Direction" not in document.Root.ViewerPreferences  # pdfium would turn numbers round
        assert document.Root.ViewerPreferences.DisplayDocTitle
        assert bool(document.Root.MarkInfo.Marked)
        assert str(document.docinfo["/Title"]) == "فحص العين"
        assert str(document.docinfo["/CreationDate"]).startswith("D:20260101")


def test_the_words_can_be_read_back(pdf):
    text = words(subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True).stdout)
    for piece in ("01632 960 100", "EYE-1", "Example Clinic"):
        assert piece in text
    letters = {char for char in text if "\u0600" <= char <= "\u06ff"}
    assert len(letters) > 20, "letters, not shapes"


def test_pdfium_reads_the_telephone_number_in_its_order(pdf):
    """What Chrome copies from an Arabic leaflet."""
    document = pypdfium2.PdfDocument(pdf)
    text = words("".join(page.get_textpage().get_text_range() for page in document))
    assert "01632 960 100" in text


def test_fonts_have_codes_that_every_reader_follows(pdf):
    """Glyphs with several texts have several codes: with an encoding CMap in the file, MuPDF and pypdf read rubbish."""
    with pikepdf.open(pdf) as document:
        fonts = {name: font for page in document.pages for name, font in page.Resources.Font.items()}
        mapped = 0
        for font in fonts.values():
            descendant = font.DescendantFonts[0]
            if descendant.Subtype == "/CIDFontType2":
                assert font.Encoding == "/Identity-H"
                mapped += isinstance(descendant.CIDToGIDMap, pikepdf.Stream)
    assert mapped


@pytest.mark.skipif(not shutil.which("mutool"), reason="mutool is not installed")
def test_mupdf_reads_words(pdf):
    command = ["mutool", "draw", "-q", "-F", "txt", pdf]
    text = words(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert "فحص العين" in text
    assert "01632 960 100" in text


def test_every_link_is_one_annotation(pdf):
    """The words of a contact stand in a box of their own inside the link, and a screen reader said each link twice."""
    with pikepdf.open(pdf) as document:
        links = [
            (number, str(link.A.URI), [round(float(side)) for side in link.Rect])
            for number, page in enumerate(document.pages)
            for link in page.get("/Annots", [])
        ]
    assert links
    for number, target, rect in links:
        same = [other for page, to, other in links if (page, to) == (number, target) and other[1::2] == rect[1::2]]
        assert len(same) == 1, target
