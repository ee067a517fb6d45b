"""A press file keeps the promises of PDF/X-4, seen by readers other than ours."""

import re
import shutil
import subprocess
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest
from PIL import Image
from tests.pdf.press_samples import EVERYTHING, ORDER, pressed, strip, typeset

from polyleaf.model.press_file import MM
from polyleaf.pdf.press.finish import finish
from polyleaf.pdf.press.profile import find_profile
from polyleaf.pdf.press.refusal import PressRefusal
from polyleaf.pdf.unreadable import UnreadablePdf

NOT_INKS = {"/DeviceRGB", "/CalRGB", "/CalGray", "/Lab", "/ICCBased", "/Separation", "/DeviceN"}
COLOUR_OPERATORS = {"rg", "RG", "g", "G", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("press")


@pytest.fixture(scope="module")
def everything(folder):
    return pressed(folder / "everything")[0]


@pytest.fixture(scope="module")
def black(folder):
    return pressed(folder / "black", black_only=True)[0]


def boxes_mm(page):
    return {
        key: [float(side) / MM for side in page.obj[key]] for key in ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox")
    }


@pytest.mark.parametrize(
    ("paper", "size", "bleed"), [("A4", (210, 297), 3.0), ("A5", (148, 210), 5.0), ("A5", (148, 210), 0.0)]
)
def test_boxes_are_exact(folder, paper, size, bleed):
    path, _ = pressed(
        folder / f"{paper}{bleed}",
        "<p>Hello<p style='break-before: page'>there",
        f"@page {{ size: {paper} }}",
        width=size[0],
        height=size[1],
        bleed=bleed,
    )
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == 2
        for page in pdf.pages:
            found = boxes_mm(page)
            margin = bleed + 12
            assert found["/TrimBox"] == pytest.approx([margin, margin, margin + size[0], margin + size[1]], abs=0.01)
            assert found["/BleedBox"] == pytest.approx(
                [12, 12, 12 + size[0] + 2 * bleed, 12 + size[1] + 2 * bleed], abs=0.01
            )
            assert found["/MediaBox"] == pytest.approx([0, 0, size[0] + 2 * margin, size[1] + 2 * margin], abs=0.01)
            assert found["/CropBox"] == found["/MediaBox"]
            assert not {"/Rotate", "/UserUnit", "/ArtBox", "/Annots", "/StructParents", "/Tabs", "/AA"} & set(
                page.obj.keys()
            )


def objects(pdf):
    return [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream)]


def contents(pdf):
    """Every stream that paints: pages, forms, patterns, letters."""
    for page in pdf.pages:
        yield page.obj
    for thing in objects(pdf):
        if isinstance(thing, pikepdf.Stream) and (thing.get("/Subtype") == "/Form" or "/PatternType" in thing):
            yield thing


def test_no_colour_of_a_screen_is_left(everything):
    with pikepdf.open(everything) as pdf:
        used = set()
        for content in contents(pdf):
            for instruction in pikepdf.parse_content_stream(content):
                operator = str(instruction.operator)
                if operator in COLOUR_OPERATORS:
                    used.add(operator)
                    if operator in ("cs", "CS"):
                        assert instruction.operands[0] == "/Pattern"
        assert {"rg", "RG", "g", "G"} & used <= {"g"}  # greys stand in soft masks only
        for thing in objects(pdf):
            assert not NOT_INKS & names_of(thing)


def names_of(thing, depth=0):
    """All names directly in an object."""
    found = set()
    values = thing.values() if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream) else thing
    for value in values:
        if isinstance(value, pikepdf.Name):
            found.add(str(value))
        elif isinstance(value, pikepdf.Dictionary | pikepdf.Array) and not value.is_indirect and depth < 6:
            found |= names_of(value, depth + 1)
    return found


def test_pictures_are_in_inks_or_greys(everything):
    with pikepdf.open(everything) as pdf:
        kinds = [
            (
                str(image.ColorSpace) if isinstance(image.ColorSpace, pikepdf.Name) else str(image.ColorSpace[1]),
                "/SMask" in image,
            )
            for image in objects(pdf)
            if image.get("/Subtype") == "/Image"
        ]
    assert {space for space, _ in kinds} == {"/DeviceCMYK", "/DeviceGray"}
    assert ("/DeviceCMYK", True) in kinds, "transparency is kept"


def test_the_intent_is_the_registered_one(everything):
    with pikepdf.open(everything) as pdf:
        (intent,) = pdf.Root.OutputIntents
        assert (intent.S, intent.OutputConditionIdentifier) == ("/GTS_PDFX", "FOGRA39")
        assert str(intent.RegistryName) == "http://www.color.org"
        profile = intent.DestOutputProfile
        assert profile.N == 4
        assert profile.read_bytes() == ORDER.profile.path.read_bytes()
        assert profile.read_bytes()[12:20] == b"prtrCMYK"


def test_what_the_file_says_of_itself(everything):
    with pikepdf.open(everything) as pdf:
        assert pdf.pdf_version == "1.6"
        assert not pdf.is_encrypted
        assert len(pdf.trailer.ID) == 2
        assert set(pdf.Root.keys()) == {"/Type", "/Pages", "/Lang", "/Metadata", "/OutputIntents", "/ViewerPreferences"}
        assert pdf.Root.ViewerPreferences.Direction == "/L2R"
        info = pdf.docinfo
        assert str(info.Title) == "Knees & <hips>"
        assert info.Trapped == "/False"
        assert str(info.CreationDate) == str(info.ModDate) == "D:20261120000000Z"
        with pdf.open_metadata() as xmp:
            assert xmp["{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"] == "PDF/X-4"
            assert xmp["dc:title"] == "Knees & <hips>"
            assert xmp["xmp:CreateDate"] == xmp["xmp:ModifyDate"] == xmp["xmp:MetadataDate"] == "2026-11-20T00:00:00Z"
            assert xmp["pdf:Trapped"] == "False"
            assert re.fullmatch(r"uuid:[0-9a-f-]{36}", xmp["xmpMM:DocumentID"])
        for font in objects(pdf):
            if font.get("/Type") == "/FontDescriptor":
                assert {"/FontFile2", "/FontFile3"} & set(font.keys())
        for page in pdf.pages:
            assert page.obj.Group.CS == "/DeviceCMYK"
        for thing in objects(pdf):
            if "/Group" in thing:
                assert thing.Group.get("/CS") in ("/DeviceCMYK", "/DeviceGray", None)


def test_the_reading_direction_is_kept(tmp_path):
    path, _ = pressed(tmp_path, "<p>مرحبا", attributes="lang=ar dir=rtl", language="ar", right_to_left=True)
    with pikepdf.open(path) as pdf:
        assert pdf.Root.ViewerPreferences.Direction == "/R2L"


def test_no_structure_is_left_in_the_content(everything):
    with pikepdf.open(everything) as pdf:
        for content in contents(pdf):
            operators = {str(instruction.operator) for instruction in pikepdf.parse_content_stream(content)}
            assert not {"BDC", "BMC", "EMC", "DP", "MP"} & operators


def test_equal_input_gives_equal_bytes(folder, everything):
    accessible, again = folder / "everything/page.pdf", folder / "again.pdf"
    finish(accessible, ORDER, folder / "everything/strip.pdf", again)
    assert again.read_bytes() == everything.read_bytes()
    finish(accessible, replace(ORDER, bleed=5.0), folder / "everything/strip.pdf", again)
    assert again.read_bytes() != everything.read_bytes()


def test_the_words_are_still_text(everything):
    document = pypdfium2.PdfDocument(everything)
    first, second = (document[number].get_textpage().get_text_range() for number in (0, 1))
    document.close()
    for word in ("Head", "link", "small print", "reversed", "RAD-014", "page 1 of 2"):
        assert word in first
    assert "page 2 of 2" in second


def test_links_and_scripts_stay_behind(everything):
    data = everything.read_bytes()
    with pikepdf.open(everything) as pdf:
        assert not any("/URI" in thing or thing.get("/S") == "/JavaScript" for thing in objects(pdf))
    assert b"/StructTreeRoot" not in data


def test_qpdf_finds_no_fault(everything, black):
    qpdf = shutil.which("qpdf") or pytest.skip("qpdf is not installed")
    for path in (everything, black):
        done = subprocess.run([qpdf, "--check", path], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def ghostscript(path, folder, device="tiff32nc", pages=1):
    """The inks of the first page, as Ghostscript lays them down: bands C, M, Y, K with 255 for full ink."""
    gs = shutil.which("gs") or pytest.skip("Ghostscript is not installed")
    target = folder / "plates.tif"
    options = ["-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", f"-dLastPage={pages}", "-r72"]
    subprocess.run([gs, *options, f"-sDEVICE={device}", f"-o{target}", path], check=True, capture_output=True)
    return Image.open(target)


def test_ghostscript_prints_text_in_black_ink_alone(folder):
    path, _ = pressed(folder / "black text", "<p style='font-size: 40pt'>IIIIIIII</p>")
    plates = ghostscript(path, folder)
    box = tuple(round(side * MM) for side in (15 + 18, 15 + 18, 15 + 192, 15 + 60))
    cyan, magenta, yellow, key = (plates.getchannel(band).crop(box) for band in "CMYK")
    assert key.getextrema()[1] == 255
    assert [plate.getextrema() for plate in (cyan, magenta, yellow)] == [(0, 0)] * 3


def test_ghostscript_prints_the_chosen_inks(folder):
    path, _ = pressed(folder / "brand", "<div style='background: #003087; height: 40mm'></div>")
    plates = ghostscript(path, folder)
    middle = plates.getpixel((plates.width // 2, round(50 * MM)))
    assert middle == pytest.approx((255, 191, 0, 46), abs=2)


def test_black_print_uses_no_other_ink(black):
    gs = shutil.which("gs") or pytest.skip("Ghostscript is not installed")
    done = subprocess.run([gs, "-q", "-o", "-", "-sDEVICE=inkcov", black], capture_output=True, text=True, check=True)
    lines = [line for line in done.stdout.splitlines() if "CMYK" in line]
    assert len(lines) == 2
    for line in lines:
        assert line.split()[:3] == ["0.00000"] * 3, line


def test_patterns_stand_where_they_stood(folder, everything):
    """Gradients and patterns are placed by the page, not by the content before them."""
    before, after = (
        pypdfium2.PdfDocument(path)[0].render(scale=1).to_pil().convert("L")
        for path in (folder / "everything/page.pdf", everything)
    )
    shift = round(15 * MM)
    left = after.crop((shift, shift, shift + before.width, shift + before.height))
    different = Image.frombytes(
        "L", before.size, bytes(abs(a - b) for a, b in zip(before.tobytes(), left.tobytes(), strict=True))
    )
    assert different.resize((30, 42), Image.Resampling.BOX).getextrema()[1] < 60


def test_a_page_of_another_size_is_refused(folder):
    with pytest.raises(PressRefusal, match=r"page 1 is 148\.0 by 210\.0 mm; 210 by 297 mm were ordered"):
        pressed(folder / "size", "<p>Hello", "@page { size: A5 }")
    assert not (folder / "size/press.pdf").exists()


def test_a_spot_colour_is_refused(folder, tmp_path):
    accessible = typeset("<p>Hello", tmp_path / "page.pdf")
    with pikepdf.open(accessible, allow_overwriting_input=True) as pdf:
        tint = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 1, 0, 0], N=1)
        pdf.pages[0].Resources.ColorSpace = pikepdf.Dictionary(
            Spot=pikepdf.Array([pikepdf.Name.Separation, pikepdf.Name("/Gold"), pikepdf.Name.DeviceCMYK, tint])
        )
        pdf.pages[0].Contents = pikepdf.Stream(pdf, b"/Spot cs 1 scn 0 0 50 50 re f")
        pdf.save(accessible)
    target = tmp_path / "press.pdf"
    with pytest.raises(PressRefusal, match="Separation") as caught:
        finish(accessible, ORDER, strip(tmp_path / "strip.pdf"), target)
    assert "#rrggbb" in caught.value.hint
    assert not target.exists()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"0 0 rg", "a colour has 2 parts where 3 belong"),
        (b"BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc EI", "inline image"),
        (b"(no end", "damaged"),
    ],
)
def test_content_that_cannot_be_followed_is_refused(tmp_path, content, reason):
    accessible = typeset("<p>Hello", tmp_path / "page.pdf")
    with pikepdf.open(accessible, allow_overwriting_input=True) as pdf:
        pdf.pages[0].Contents = pikepdf.Stream(pdf, content)
        pdf.save(accessible)
    with pytest.raises(PressRefusal, match=re.escape(reason)):
        finish(accessible, ORDER, strip(tmp_path / "strip.pdf"), tmp_path / "press.pdf")


def test_a_slug_without_digits_is_refused(tmp_path):
    accessible = typeset("<p>Hello", tmp_path / "page.pdf")
    with pytest.raises(PressRefusal, match="0123456789"):
        finish(
            accessible,
            ORDER,
            typeset("<p>a<p style='break-before: page'>b", tmp_path / "s.pdf"),
            tmp_path / "press.pdf",
        )
    with pytest.raises(PressRefusal, match="two pages"):
        finish(accessible, ORDER, typeset("<p>a", tmp_path / "s.pdf"), tmp_path / "press.pdf")


def test_what_is_no_pdf_is_refused(tmp_path):
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.7 nothing")
    with pytest.raises(UnreadablePdf):
        finish(tmp_path / "x.pdf", ORDER, strip(tmp_path / "strip.pdf"), tmp_path / "press.pdf")


def test_uncoated_paper_gets_its_own_intent(tmp_path):
    path, _ = pressed(tmp_path, "<p style='color: #a55bab'>Hello", profile=find_profile("built-in FOGRA29", tmp_path))
    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.OutputIntents[0].OutputConditionIdentifier) == "FOGRA29"


def test_marks_stand_outside_the_bleed(folder):
    """With an empty page, nothing is printed inside the bleed."""
    path, _ = pressed(folder / "empty", "<p style='visibility: hidden'>x")
    page = pypdfium2.PdfDocument(path)[0].render(scale=2).to_pil().convert("L")
    bleed = tuple(round(2 * side * MM) for side in (12, 12, 12 + 216, 12 + 303))
    assert page.crop(bleed).getextrema() == (255, 255)
    across, up = (round(2 * side * MM) for side in (15, 15))
    for mark in ((across - 2, 0, across + 2, bleed[1]), (0, up - 2, bleed[0], up + 2)):
        assert page.crop(mark).getextrema()[0] < 160, "a crop mark is there"


def test_a_colour_bar_only_when_colour_is_used(folder):
    def colours(name, body):
        path, _ = pressed(folder / name, body)
        page = pypdfium2.PdfDocument(path)[0].render(scale=1).to_pil()
        return len({pixel for _, pixel in page.crop((0, 0, page.width, round(12 * MM))).getcolors(100_000)})

    assert colours("coloured", "<p style='color: #c00'>Hello") > 8 + colours("plain", "<p>Hello")


def test_the_sample_is_rich():
    assert all(word in EVERYTHING for word in ("gradient", "mask", "pattern", "opacity", "lab(", "jpg", "png"))
