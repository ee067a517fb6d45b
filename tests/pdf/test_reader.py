"""What is read from a PDF is what is on its pages."""

import contextlib
import threading
import time
import zlib
from pathlib import Path

import pikepdf
import pytest

from polyleaf.pdf.fonts import family_of
from polyleaf.pdf.reader import read_pdf
from polyleaf.pdf.tag_tree import read_both, read_tags
from polyleaf.pdf.unreadable import UnreadablePdf

STYLE = """
@page { size: 210mm 297mm; margin: 25mm }
body { margin: 0; font: 18pt/1.5 'Noto Sans', 'Noto Naskh Arabic', 'Noto Sans CJK SC' }
p { margin: 0 0 1em }
"""


@pytest.fixture(scope="session")
def typeset(tmp_path_factory):
    """Sets HTML with the real engine; equal pages are set once."""
    weasyprint = pytest.importorskip("weasyprint")
    folder = tmp_path_factory.mktemp("typeset")
    made = {}

    def typeset(body, attributes="lang=en", style=""):
        key = (body, attributes, style)
        if key not in made:
            made[key] = folder / f"{len(made)}.pdf"
            page = f"<html {attributes}><title>A title</title><style>{STYLE}{style}</style>{body}"
            weasyprint.HTML(string=page).write_pdf(made[key], pdf_variant="pdf/ua-1")
        return made[key]

    return typeset


def test_what_the_file_says_of_itself(typeset):
    facts = read_pdf(typeset("<p>Hello <b>there</b></p>", "lang=en-GB"), "dist/hello.pdf")
    assert facts.path == "dist/hello.pdf"
    assert (facts.title, facts.language, facts.tagged, facts.version) == ("A title", "en-GB", True, "1.7")
    assert "WeasyPrint" in facts.info["Producer"]
    assert [(font.name, font.family) for font in facts.fonts] == [
        ("Noto-Sans", "Noto Sans"),
        ("Noto-Sans-Bold", "Noto Sans"),
    ]
    assert all(font.embedded and font.kind == "Type0/CIDFontType2" for font in facts.fonts)
    (page,) = facts.pages
    assert page.media == pytest.approx((0, 0, 595.276, 841.89), abs=0.01)
    assert page.sheet == page.media
    assert [run.text for run in page.runs] == ["Hello ", "there"]
    assert [run.font for run in page.runs] == [0, 1]


@pytest.mark.parametrize(
    ("text", "attributes", "family"),
    [
        ("Żółć 0800 111 222", "lang=pl", "Noto Sans"),
        ("您的手术安排在星期一", "lang=zh-Hans", "Noto Sans CJK SC"),
        ("Ваша процедура", "lang=uk", "Noto Sans"),
    ],
)
def test_text_family_and_place(typeset, text, attributes, family):
    facts = read_pdf(typeset(f"<p>{text}</p>", attributes), "x.pdf")
    (run,) = facts.pages[0].runs
    assert run.text == text
    assert facts.fonts[run.font].family == family
    assert run.size == pytest.approx(18, abs=0.01)
    assert run.missing == 0
    left, bottom, right, top = run.box
    assert left == pytest.approx(70.87, abs=0.1)  # the margin of 25 mm
    assert right > left + 5 * len(text)
    assert 841.89 - 70.87 - 27 - 1 < bottom < top < 841.89 - 70.87 + 5


def test_right_to_left_text_ends_at_the_margin(typeset):
    facts = read_pdf(typeset("<p>مرحبا بكم</p>", "lang=ar dir=rtl"), "x.pdf")
    runs = facts.pages[0].runs
    assert max(run.box[2] for run in runs) == pytest.approx(595.28 - 70.87, abs=0.5)
    assert {facts.fonts[run.font].family for run in runs} <= {"Noto Naskh Arabic", "Noto Sans"}


def test_boxes_are_as_wide_as_the_engine_sets_them(typeset):
    """Letters of equal width: the box must be as wide as so many of them."""
    narrow, wide = (
        read_pdf(typeset(f"<p style='letter-spacing:{spacing}'>{'n' * 20}</p>"), "x").pages[0].runs[0].box
        for spacing in ("0", "3pt")
    )
    assert (wide[2] - wide[0]) - (narrow[2] - narrow[0]) == pytest.approx(60, abs=3.5)


def test_text_outside_the_page_is_found_outside(typeset):
    facts = read_pdf(typeset("<p style='white-space:nowrap'>" + "a long line " * 20 + "</p>"), "x")
    page = facts.pages[0]
    assert max(run.box[2] for run in page.runs) > page.sheet[2]


def test_missing_glyphs_are_counted(typeset):
    facts = read_pdf(typeset("<p>ok \U000f1234\U000f1235 ok</p>", style="body { font-family: 'Noto Sans' }"), "x")
    assert sum(run.missing for run in facts.pages[0].runs) == 2


def test_transformed_text_keeps_its_true_size(typeset):
    facts = read_pdf(typeset("<p style='transform:scale(0.5) rotate(90deg)'>Turned</p>"), "x")
    (run,) = facts.pages[0].runs
    assert run.size == pytest.approx(9, abs=0.01)
    assert run.box[3] - run.box[1] > run.box[2] - run.box[0]


def test_a_page_takes_little_time(typeset):
    path = typeset("<p>Tell us if you take blood thinners, for example warfarin. </p>" * 120)
    start = time.process_time()
    facts = read_pdf(path, "x")
    assert len(facts.pages) >= 7
    assert (time.process_time() - start) / len(facts.pages) < 0.025


# Pages written by hand.


def write(path, content=b"", *, resources="<<>>", objects=(), page="", catalog="", pages="/Count 1 /Kids [3 0 R]"):
    """A PDF of one page; ``objects`` get the numbers from 10."""
    parts = {
        1: f"<</Type/Catalog/Pages 2 0 R {catalog}>>".encode(),
        2: f"<</Type/Pages {pages} /MediaBox [0 0 200 100] /Resources {resources}>>".encode(),
        3: f"<</Type/Page/Parent 2 0 R{'' if '/Contents' in page else '/Contents 4 0 R'} {page}>>".encode(),
        4: stream(content),
        **{number: part if isinstance(part, bytes) else part.encode() for number, part in enumerate(objects, 10)},
    }
    data = bytearray(b"%PDF-1.6\n")
    places = {}
    for number, part in parts.items():
        places[number] = len(data)
        data += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    start = len(data)
    data += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        data += b"%d 1\n%010d 00000 n \n" % (number, place)
    data += b"trailer\n<</Root 1 0 R/Size 99999>>\nstartxref\n%d\n%%%%EOF\n" % start
    path.write_bytes(data)
    return path


def stream(content, more=""):
    return f"<<{more}/Length {len(content)}>>\nstream\n".encode() + content + b"\nendstream"


HELVETICA = (
    "<</Font<</F <</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 97/Widths[500 600]>>>>"
    "/XObject<</X 10 0 R/Y 11 0 R>>>>"
)


def runs(path):
    return read_pdf(path, "x").pages[0].runs


def test_every_way_of_moving_text(tmp_path):
    content = b"""
    BT /F 10 Tf 12 TL 20 80 Td (ab) Tj T* (a) Tj 5 -3 TD (a) Tj (a) ' 2 1 (a) "
    1 0 0 1 100 50 Tm 200 Tz 4 Ts [(a) -1000 (b)] TJ ET
    """
    found = runs(write(tmp_path / "a.pdf", content, resources=HELVETICA))
    assert [run.box[0] for run in found] == pytest.approx([20, 20, 25, 25, 25, 100])
    assert [run.box[2] for run in found] == pytest.approx([31, 25, 30, 30, 31, 146])
    assert [round(run.box[1] + 2) for run in found] == [80, 68, 65, 62, 59, 54]
    assert not read_pdf(tmp_path / "a.pdf", "x").fonts[0].embedded
    assert all(run.text == "" for run in found)


def test_graphics_state_and_forms(tmp_path):
    form = stream(b"BT /F 10 Tf (a) Tj ET 5 0 0 5 0 0 cm", "/Subtype/Form/Matrix[2 0 0 2 10 0]")
    picture = stream(b"BT /F 10 Tf (a) Tj ET", "/Subtype/Image")
    content = b"q 1 0 0 1 20 30 cm /X Do Q /Y Do BT /F 10 Tf (b) Tj ET"
    inner, after = runs(write(tmp_path / "a.pdf", content, resources=HELVETICA, objects=[form, picture]))
    assert inner.box == pytest.approx((30, 26, 40, 46))
    assert inner.size == 20
    assert after.box == pytest.approx((0, -2, 6, 8))


def test_artifacts_and_invisible_text(tmp_path):
    content = b"""BT /F 9 Tf /P <</MCID 0>> BDC (a) Tj EMC /Artifact BMC /Span BMC (a) Tj EMC (a) Tj EMC (a) Tj
    EMC EMC 3 Tr (a) Tj ET"""
    found = runs(write(tmp_path / "a.pdf", content, resources=HELVETICA))
    assert [(run.artifact, run.glyphs) for run in found] == [(False, 1), (True, 2), (False, 1)]


def test_page_boxes(tmp_path):
    page = "/TrimBox [190 90 10 10] /BleedBox [5 5 195 95] /Rotate -90"
    facts = read_pdf(write(tmp_path / "a.pdf", page=page), "x").pages[0]
    assert facts.trim == facts.sheet == (10, 10, 190, 90)
    assert (facts.media, facts.crop, facts.bleed) == ((0, 0, 200, 100), None, (5, 5, 195, 95))
    assert facts.rotate == 270


def test_an_unpacked_font_by_another_program(tmp_path):
    names = "/Type/Font/BaseFont/ABCDEF+Lato-BoldItalic"
    cid_font = f"<<{names}/Subtype/CIDFontType2/DW 250/W[1[500] 2 4 700]/CIDToGIDMap 12 0 R>>"
    font = f"<</Font<</F <<{names}/Subtype/Type0/Encoding/Identity-H/DescendantFonts[{cid_font}]>>>>>>"
    objects = [stream(b""), stream(b""), stream(b"\0\0\0\1\0\0\0\3")]
    path = write(tmp_path / "a.pdf", b"BT /F 10 Tf <000100020003000400> Tj ET", resources=font, objects=objects)
    facts = read_pdf(path, "x")
    (run,) = facts.pages[0].runs
    assert run.box[2] == pytest.approx(26)
    assert run.missing == 2  # CID 2 is sent to glyph 0, CID 4 to none
    assert (facts.fonts[0].family, facts.fonts[0].name) == ("Lato", "Lato-BoldItalic")


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Noto-Sans-Bold", "Noto Sans"),
        ("Noto-Sans-CJK-SC-Bold", "Noto Sans CJK SC"),
        ("Noto-Nastaliq-Urdu", "Noto Nastaliq Urdu"),
        ("Noto-Sans-Semi-Bold-Italic", "Noto Sans"),
        ("Arial,BoldItalic", "Arial"),
        ("Arial-BoldMT", "Arial"),
        ("Helvetica", "Helvetica"),
        ("Bold", "Bold"),
    ],
)
def test_the_family_in_a_name(name, family):
    assert family_of(name) == family


# Files that are broken or mean harm.


def refused(path, *words):
    start = time.process_time()  # a quadratic reader would take minutes
    with pytest.raises(UnreadablePdf) as caught:
        read_pdf(path, "dist/x.pdf")
    assert time.process_time() - start < 20
    assert caught.value.message.startswith("dist/x.pdf ")
    assert caught.value.hint
    for word in words:
        assert word in caught.value.message
    assert str(path) not in caught.value.message


@pytest.mark.parametrize(
    "data", [b"", b"Hello", b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n" + bytes(1000), b"%PDF-1.7\n" + b"<" * 100_000]
)
def test_no_pdf(tmp_path, data):
    path = tmp_path / "no.pdf"
    path.write_bytes(data)
    refused(path, "is no PDF or is damaged")


def test_no_file(tmp_path):
    refused(tmp_path / "none.pdf", "cannot be opened: No such file")
    refused(tmp_path, "cannot be opened: Is a directory")


def test_truncated(typeset, tmp_path):
    whole = typeset("<p>Hello <b>there</b></p>", "lang=en-GB").read_bytes()
    for part in range(1, 20):
        path = tmp_path / "part.pdf"
        path.write_bytes(whole[: len(whole) * part // 20])
        refused(path)


def test_flipped_bytes_never_escape(typeset, tmp_path):
    whole = bytearray(typeset("<p>Hello <b>there</b></p>", "lang=en-GB").read_bytes())
    path = tmp_path / "flipped.pdf"
    for place in range(0, len(whole), max(1, len(whole) // 150)):
        damaged = bytearray(whole)
        damaged[place] ^= 0x15
        path.write_bytes(damaged)
        with contextlib.suppress(UnreadablePdf):
            read_pdf(path, "x")


def test_locked(tmp_path):
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(user="secret", owner="secret"))
    refused(tmp_path / "locked.pdf", "locked with a password")


def test_a_form_that_draws_itself(tmp_path):
    form = stream(b"/X Do", "/Subtype/Form")
    refused(write(tmp_path / "a.pdf", b"/X Do", resources=HELVETICA, objects=[form, form]), "inside")


def test_forms_that_multiply(tmp_path):
    def laughs(next_one):
        return stream(f"/X{next_one} Do ".encode() * 50 + b" " * 50_000, "/Subtype/Form")

    names = "".join(f"/X{n} {n} 0 R" for n in range(10, 20))
    objects = [laughs(n + 1) for n in range(10, 20)]
    refused(write(tmp_path / "a.pdf", b"/X10 Do", resources=f"<</XObject<<{names}>>>>", objects=objects), "drawing")


def test_a_stream_that_unfolds(tmp_path):
    bomb = zlib.compress(bytes(100 * 1024 * 1024), 9)
    assert len(bomb) < 200_000
    objects = [stream(bomb, "/Filter/FlateDecode")]
    refused(write(tmp_path / "bomb.pdf", objects=objects, page="/Contents 10 0 R"), "page 1")


def test_a_stream_of_streams(tmp_path):
    parts = "10 0 R " * 3000
    path = write(tmp_path / "a.pdf", objects=[stream(b" " * 20_000)], page=f"/Contents [{parts}]")
    refused(path, "page 1 is larger than 32 MB")


def test_more_text_than_any_leaflet(tmp_path):
    refused(write(tmp_path / "a.pdf", b"BT /F 1 Tf " + b"(a)Tj " * 210_000, resources=HELVETICA), "pieces of text")


def test_too_many_pages(tmp_path):
    kids = " ".join(f"{number} 0 R" for number in range(10, 10_010))
    pages = ["<</Type/Page/Parent 2 0 R>>"] * 10_000
    refused(write(tmp_path / "many.pdf", pages=f"/Count 1 /Kids [{kids}]", objects=pages), "10000 pages")


def test_one_page_many_times(tmp_path):
    refused(write(tmp_path / "many.pdf", pages="/Count 1 /Kids [" + "3 0 R " * 10_000 + "]"), "damaged")


@pytest.mark.parametrize(
    "parts",
    [
        {"pages": "/Count 1 /Kids [2 0 R]"},
        {"pages": "/Count 0 /Kids []"},
        {"pages": "/Count 1 /Kids [3 0 R] /Parent 2 0 R", "page": "/MediaBox 5", "content": b""},
        {"page": "/MediaBox [0 0 (a) null]"},
        {"page": "/MediaBox [0 0 1" + "0" * 400 + " 1]"},
        {"content": b"q " * 2000},
        {
            "content": b"BT /F 1e5 Tf 1" + b"0" * 300 + b" 0 0 1" + b"0" * 300 + b" 0 0 cm /F 9 Tf (a) Tj",
            "resources": HELVETICA,
        },
        {"content": b"BT /F 9 Tf (a) Tj", "resources": "<</Font 5>>"},
        {
            "content": b"BT /F 9 Tf (a) Tj",
            "resources": "<</Font<</F<</Subtype/Type0/DescendantFonts 7/W 3/Encoding 9/ToUnicode/x>>>>>>",
        },
        {
            "content": b"BT /F 9 Tf (a) Tj",
            "resources": "<</Font<</F<</Subtype/Type3/FontMatrix[0 0]/Widths[[]]/FirstChar(a)/Encoding[]>>>>>>",
        },
        {"content": b"Tf Tj TJ ' \" Td Tm cm Tc Tz BDC EMC EMC Q Q Do /X Do T* [ ( TJ", "resources": HELVETICA},
        {"catalog": "/Lang 5 /MarkInfo [] /Metadata 3 0 R /StructTreeRoot 7"},
        {"page": "/Contents [4 0 R 5 null (a)]"},
        {"page": "/Rotate /North /CropBox [1] /TrimBox (a)"},
    ],
)
def test_odd_objects_never_escape(tmp_path, parts):
    content = parts.get("content", b"")
    path = write(tmp_path / "odd.pdf", content, **{key: part for key, part in parts.items() if key != "content"})
    with contextlib.suppress(UnreadablePdf):
        assert len(read_pdf(path, "x").pages) == 1


def test_a_width_table_without_end(tmp_path):
    table = "0 65535 500 " * 20_000
    cid_font = f"<</Subtype/CIDFontType2/BaseFont/A/W[{table}]>>"
    font = f"<</Font<</F <</Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[{cid_font}]>>>>>>"
    path = write(tmp_path / "a.pdf", b"BT /F 10 Tf <0001> Tj ET", resources=font)
    start = time.process_time()  # a quadratic reader would take minutes
    assert runs(path)[0].box[2] == pytest.approx(5)
    assert time.process_time() - start < 20


def test_threads_may_read_at_the_same_time(typeset):
    path = typeset("<p>Hello <b>there</b></p>", "lang=en-GB")
    found = []
    threads = [threading.Thread(target=lambda: found.append(read_pdf(Path(path), "x"))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [found[0]] * 4


@pytest.mark.parametrize("page", [5, True, pikepdf.Name("/x"), pikepdf.String("x"), pikepdf.Array([1])])
def test_a_tag_that_names_no_page(typeset, tmp_path, page):
    with pikepdf.open(typeset("<p>Knees</p>")) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/Pg" in thing:
                thing.Pg = page
        pdf.save(tmp_path / "x.pdf")
    tags = read_tags(tmp_path / "x.pdf", "x.pdf")
    assert tags.root.text == ""


def test_a_font_that_is_not_there_is_noted(typeset, tmp_path):
    source, target = typeset("<p>Hello <b>there</b></p>", "lang=en-GB"), tmp_path / "x.pdf"
    assert read_pdf(source, "x.pdf").pages[0].missing == ()
    with pikepdf.open(source) as pdf:
        fonts = pdf.pages[0].Resources.Font
        del fonts[next(iter(fonts))]
        pdf.save(target)
    (missing,) = read_pdf(target, "x.pdf").pages[0].missing
    assert missing.startswith("Font /")


@pytest.mark.parametrize("bound", [4 * 1024 * 1024, 0])
def test_one_pass_reads_what_two_do(typeset, monkeypatch, bound):
    monkeypatch.setattr("polyleaf.pdf.reader._LISTED", bound)
    page = "<h1>Eyes</h1><p>Hello <b>there</b></p><p dir=rtl lang=ar>مرحبا بكم</p><ul><li>One<li>Two</ul>"
    path = typeset(page, "lang=en-GB")
    facts, tags = read_both(path, "x.pdf")
    assert facts == read_pdf(path, "x.pdf")
    assert tags == read_tags(path, "x.pdf")
    assert "Hello there" in tags.root.text
