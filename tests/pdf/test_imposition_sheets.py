"""Imposed files: the pages as they were, in the places they belong."""

import shutil
import subprocess
from xml.etree import ElementTree as ET

import pikepdf
import pypdfium2
import pytest
from tests.pdf.press_samples import pressed, typeset

from polyleaf.errors import ExitCode, UsageError
from polyleaf.model.press_file import MM
from polyleaf.pdf.imposition.impose import impose
from polyleaf.pdf.imposition.order import ImposeOrder
from polyleaf.pdf.imposition.picture import picture
from polyleaf.pdf.imposition.schemes import Binding, Scheme
from polyleaf.pdf.imposition.source import NotImposable
from polyleaf.pdf.unreadable import UnreadablePdf

PAGES = 13


def leaflet(words, pages=PAGES):
    return "".join(f"<p style='break-before: {'auto' if n == 1 else 'page'}'>{words} {n}x" for n in range(1, pages + 1))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("imposition")


@pytest.fixture(scope="module")
def english(folder):
    return typeset(leaflet("Page"), folder / "en.pdf")


@pytest.fixture(scope="module")
def arabic(folder):
    return typeset(leaflet("صفحة"), folder / "ar.pdf", attributes="lang=ar dir=rtl")


def put(source, folder, scheme=Scheme.BOOKLET, sheet="SRA3", binding=None, thickness=0.0):
    target = folder / "out.pdf"
    return target, impose(source, source.name, ImposeOrder(scheme, sheet, binding, thickness), target)


def numbers_on(path):
    """For each side of a sheet, the page numbers printed on it with their places: (across, number)."""
    document = pypdfium2.PdfDocument(path)
    sides = []
    for side in document:
        text, found = side.get_textpage(), []
        for index in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(index)
            words = text.get_text_bounded(left - 1, bottom - 1, right + 1, top + 1)
            digits = "".join(letter for letter in words if letter.isdigit())
            if digits:
                found.append((left, int(digits)))
        sides.append(sorted(set(found)))
    document.close()
    return sides


def test_a_booklet_reads_in_order(english, tmp_path):
    path, result = put(english, tmp_path)
    assert result.layout.binding is Binding.LEFT
    assert (result.blanks, len(result.sheets), result.flip) == (3, 4, "short")
    sides = [[number for _, number in side] for side in numbers_on(path)]
    assert sides == [[13, 1], [2], [3], [4], [12, 5], [6, 11], [10, 7], [8, 9]]


def test_an_arabic_booklet_is_bound_at_the_right(arabic, tmp_path):
    path, result = put(arabic, tmp_path)
    assert result.layout.binding is Binding.RIGHT
    assert "read from the right" in result.binding_why
    assert (result.sheets[0].front, result.sheets[0].back) == ((1, 13), (None, 2))
    middle = result.layout.sheet[0] / 2
    first = numbers_on(path)[0]
    assert [number for across, number in first if across < middle] == [1]


def test_the_binding_can_be_chosen(arabic, english, tmp_path):
    assert put(arabic, tmp_path, binding=Binding.LEFT)[1].layout.binding is Binding.LEFT
    assert "by itself it would be right" in put(arabic, tmp_path, binding=Binding.LEFT)[1].binding_why
    assert put(english, tmp_path, binding=Binding.RIGHT)[1].sheets[0].front == (1, 13)


@pytest.mark.parametrize(
    ("language", "direction", "edge"),
    [
        ("ar", None, "right"),
        ("fa-AF", None, "right"),
        ("ur-PK", None, "right"),
        ("pa-Arab", None, "right"),
        ("pa", None, "left"),
        ("zh-Hans", None, "left"),
        ("he-Latn", None, "left"),
        ("en", "/R2L", "right"),
        ("ar", "/L2R", "left"),
        (None, None, "left"),
        ("xx-\x00nonsense" * 50, None, "left"),
    ],
)
def test_the_edge_follows_direction_then_language(english, tmp_path, language, direction, edge):
    with pikepdf.open(english) as pdf:
        del pdf.Root["/Lang"]
        if language:
            pdf.Root.Lang = pikepdf.String(language)
        pdf.Root.ViewerPreferences = pikepdf.Dictionary({"/Direction": pikepdf.Name(direction)} if direction else {})
        pdf.save(tmp_path / "x.pdf")
    assert put(tmp_path / "x.pdf", tmp_path)[1].layout.binding == edge


def test_creep_moves_the_inner_pages_by_the_stated_amount(english, tmp_path):
    flat, _ = put(english, tmp_path)
    before = numbers_on(flat)
    moved, result = put(english, tmp_path, thickness=0.5)
    assert result.creep == pytest.approx(1.5)
    middle = result.layout.sheet[0] / 2
    for side, (old, new) in enumerate(zip(before, numbers_on(moved), strict=True)):
        for (x, number), (x_new, same) in zip(old, new, strict=True):
            assert number == same
            towards = 1 if x < middle else -1
            assert x_new - x == pytest.approx(towards * (side // 2) * 0.5 * MM, abs=0.02)


def test_text_stays_text_and_nothing_is_lost(english, tmp_path):
    path, _ = put(english, tmp_path, Scheme.TWO_UP)
    found = sorted(number for side in numbers_on(path) for _, number in side)
    assert found == list(range(1, PAGES + 1))
    with pikepdf.open(path) as pdf, pikepdf.open(english) as source:
        forms = {form.objgen: form for page in pdf.pages for form in page.obj.Resources.XObject.values()}
        assert len(forms) == PAGES
        contents = {form.read_bytes().strip() for form in forms.values()}
        assert contents == {page.Contents.read_bytes().strip() for page in source.pages}
        assert not any(thing.get("/Subtype") == "/Image" for thing in pdf.objects if isinstance(thing, pikepdf.Stream))
        fonts = [
            thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font"
        ]
        assert len(fonts) == 2, "a font that pages share is there once"


def test_what_a_sheet_says_of_itself(english, tmp_path):
    path, result = put(english, tmp_path)
    with pikepdf.open(path) as pdf:
        assert pdf.Root.ViewerPreferences.Duplex == "/DuplexFlipShortEdge"
        assert pdf.Root.ViewerPreferences.PrintScaling == "/None"
        assert str(pdf.docinfo.Title) == "A title (booklet)"
        assert not {"/StructTreeRoot", "/MarkInfo", "/Names", "/AcroForm"} & set(pdf.Root.keys())
        page = pdf.pages[0].obj
        assert [float(side) / MM for side in page.MediaBox] == pytest.approx([0, 0, 450, 320], abs=0.01)
        assert [float(side) / MM for side in page.TrimBox] == pytest.approx([15, 11.5, 435, 308.5], abs=0.01)
        assert page.CropBox == page.MediaBox
        assert "/Annots" not in page
    assert result.layout.has_marks


def test_equal_input_gives_equal_bytes(english, tmp_path):
    first = put(english, tmp_path)[0].read_bytes()
    assert put(english, tmp_path)[0].read_bytes() == first


def test_a_press_file_keeps_its_intent_and_loses_its_marks(tmp_path):
    source, _ = pressed(tmp_path / "press", leaflet("Page", 4))
    path, result = put(source, tmp_path)
    assert result.layout.page == pytest.approx((210 * MM, 297 * MM))
    assert result.layout.bleed == pytest.approx(3 * MM)
    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.OutputIntents[0].OutputConditionIdentifier) == "FOGRA39"
        assert pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes()[16:20] == b"CMYK"
    document = pypdfium2.PdfDocument(path)
    assert "RAD-014" not in document[0].get_textpage().get_text_bounded(*result.layout.block)


@pytest.mark.parametrize(("rotate", "unit"), [(0, 1), (90, 1), (180, 1), (270, 1), (90, 1.5)])
def test_turned_pages_stand_upright(tmp_path, rotate, unit):
    """A mark in the upper left corner, as readers see it, is there on the sheet too."""
    pdf = pikepdf.new()
    for _ in range(2):
        pdf.add_blank_page(page_size=(300, 400))
        page = pdf.pages[-1].obj
        page.Rotate, page.UserUnit = rotate, unit
        corner = {0: (10, 350), 90: (10, 10), 180: (250, 10), 270: (250, 350)}[rotate]
        page.Contents = pikepdf.Stream(pdf, f"{corner[0]} {corner[1]} 40 40 re f".encode())
    pdf.save(tmp_path / "x.pdf")
    path, result = put(tmp_path / "x.pdf", tmp_path)
    width, height = (400, 300) if rotate % 180 else (300, 400)
    assert result.layout.page == (width * unit, height * unit)
    sheet = pypdfium2.PdfDocument(path)[0].render(scale=1).to_pil().convert("L")
    cell = next(
        cell
        for cell, number in zip(result.layout.cells(front=True), result.sheets[0].front, strict=True)
        if number == 1
    )
    left, top = cell.box[0], result.layout.sheet[1] - cell.box[3]
    inside = (left + 15 * unit, top + 15 * unit, left + 45 * unit, top + 45 * unit)
    assert sheet.crop(tuple(map(round, inside))).getextrema() == (0, 0)


def change(english, tmp_path, how):
    with pikepdf.open(english) as pdf:
        how(pdf)
        pdf.save(tmp_path / "changed.pdf")
    return tmp_path / "changed.pdf"


def form(pdf):
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([pikepdf.Dictionary(FT=pikepdf.Name.Tx)]))


def signed(pdf):
    pdf.Root.AcroForm = pikepdf.Dictionary(SigFlags=3, Fields=pikepdf.Array([pikepdf.Dictionary(FT=pikepdf.Name.Sig)]))


def certified(pdf):
    pdf.Root.Perms = pikepdf.Dictionary(DocMDP=pikepdf.Dictionary())


def hidden_layers(pdf):
    pdf.Root.OCProperties = pikepdf.Dictionary(D=pikepdf.Dictionary(OFF=pikepdf.Array([pikepdf.Dictionary()])))


def two_sizes(pdf):
    pdf.pages[3].obj.TrimBox = pikepdf.Array([0, 0, 300, 400])


def no_size(pdf):
    pdf.pages[3].obj.TrimBox = pikepdf.Array([0, 0, 0, 0])


@pytest.mark.parametrize(
    ("how", "reason", "way_out"),
    [
        (form, "it is a form", "Print it to a new PDF first"),
        (signed, "it is signed", "before it is signed"),
        (certified, "it is signed", "before it is signed"),
        (hidden_layers, "hidden layers", "Print it to a new PDF first"),
        (two_sizes, "page 4 is 106 by 141 mm, page 1 is 210 by 297 mm", "one size"),
        (no_size, "page 4 has no size", "Export it again"),
    ],
)
def test_files_that_are_refused(english, tmp_path, how, reason, way_out):
    source = change(english, tmp_path, how)
    with pytest.raises(NotImposable) as caught:
        put(source, tmp_path)
    assert reason in caught.value.message
    assert caught.value.message.startswith("changed.pdf cannot be imposed")
    assert way_out in caught.value.hint
    assert caught.value.exit_code is ExitCode.FINDINGS
    assert not (tmp_path / "out.pdf").exists()


def test_a_locked_file_is_refused(english, tmp_path):
    with pikepdf.open(english) as pdf:
        pdf.save(tmp_path / "x.pdf", encryption=pikepdf.Encryption(owner="secret", user=""))
    with pytest.raises(NotImposable, match="locked against changes"):
        put(tmp_path / "x.pdf", tmp_path)
    with pikepdf.open(english) as pdf:
        pdf.save(tmp_path / "x.pdf", encryption=pikepdf.Encryption(owner="secret", user="secret"))
    with pytest.raises(UnreadablePdf, match="password"):
        put(tmp_path / "x.pdf", tmp_path)


def test_too_many_pages_for_three_panels(english, tmp_path):
    with pytest.raises(NotImposable, match="13 pages, and a sheet in three panels holds 6") as caught:
        put(english, tmp_path, Scheme.TRIFOLD)
    assert "booklet" in caught.value.hint


def test_pages_that_do_not_fit(english, tmp_path):
    with pytest.raises(UsageError, match="do not fit on A4") as caught:
        put(english, tmp_path, sheet="A4")
    assert "--sheet A3" in caught.value.hint
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n%%EOF", b"%PDF-1.7\n" + b"\x00" * 1000, b"not a pdf"])
def test_what_is_no_pdf(tmp_path, data):
    (tmp_path / "x.pdf").write_bytes(data)
    with pytest.raises(UnreadablePdf):
        put(tmp_path / "x.pdf", tmp_path)


def test_cut_off_files_end_in_words(english, tmp_path):
    whole = english.read_bytes()
    for part in range(1, 20):
        (tmp_path / "x.pdf").write_bytes(whole[: len(whole) * part // 20])
        with pytest.raises((UnreadablePdf, NotImposable)):
            put(tmp_path / "x.pdf", tmp_path)


def test_qpdf_finds_no_fault(arabic, tmp_path):
    qpdf = shutil.which("qpdf") or pytest.skip("qpdf is not installed")
    path, _ = put(arabic, tmp_path, thickness=0.11)
    done = subprocess.run([qpdf, "--check", path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_picture_names_every_page(arabic, tmp_path):
    for scheme in (Scheme.BOOKLET, Scheme.TWO_UP):
        _, result = put(arabic, tmp_path, scheme)
        drawing = ET.fromstring(picture(result, "<a & b>"))  # noqa: S314 - our own drawing
        words = [text.text for text in drawing.iter("{http://www.w3.org/2000/svg}text")]
        assert words[0] == f"<a & b>: {scheme}, bound at the right edge"
        assert {str(page) for page in range(1, PAGES + 1)} <= set(words)
        assert words.count("blank") == result.blanks


def test_notes_tell_what_to_mind(tmp_path):
    many = typeset(leaflet("Page", 52), tmp_path / "many.pdf")
    with pikepdf.open(many, allow_overwriting_input=True) as pdf:
        stamp = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Stamp, Rect=[0, 0, 9, 9])
        pdf.pages[0].obj.Annots = pikepdf.Array([stamp])
        pdf.save(many)
    notes = " ".join(put(many, tmp_path, sheet="A3", thickness=0.5)[1].notes)
    assert "no room for marks" in notes
    assert "1 notes or stamps" in notes
    assert "52 pages are many to staple" in notes
    assert "move by 6.0 mm" in notes
