"""What is read of a page besides words: looks, spaces, shapes, links, the tag tree, hidden text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pdf.test_reader import HELVETICA, STYLE, stream, write

from polyleaf.model.pdf_facts import Paint
from polyleaf.pdf.colours import DEVICE
from polyleaf.pdf.limits import ELEMENT_DEPTH, OUTLINE
from polyleaf.pdf.matrix import IDENTITY
from polyleaf.pdf.paths import Path as Outline
from polyleaf.pdf.paths import common
from polyleaf.pdf.reader import read_pdf
from polyleaf.pdf.structure import read_structure
from polyleaf.pdf.unreadable import UnreadablePdf


@pytest.fixture
def page(tmp_path):
    """The facts of a page with this content."""

    def page(content, resources=HELVETICA, **parts):
        return read_pdf(write(tmp_path / "a.pdf", content, resources=resources, **parts), "x").pages[0]

    return page


@pytest.fixture(scope="session")
def typeset(tmp_path_factory):
    weasyprint = pytest.importorskip("weasyprint")
    folder = tmp_path_factory.mktemp("typeset")

    def typeset(body, attributes="lang=en", style=""):
        html = f"<html {attributes}><title>A title</title><style>{STYLE}{style}</style>{body}"
        path = folder / f"{len(list(folder.iterdir()))}.pdf"
        weasyprint.HTML(string=html).write_pdf(path, pdf_variant="pdf/ua-1")
        return read_pdf(path, "x")

    return typeset


TEXT = b"BT /F 10 Tf %s (ab) Tj ET"


def text(before=b""):
    return TEXT % before


# How letters stand.


@pytest.mark.parametrize(
    ("matrix", "look"),
    [
        (b"1 0 0 1 9 9 Tm", (0, 0, 1, False)),
        (b"0 1 -1 0 9 9 Tm", (90, 0, 1, False)),
        (b"-1 0 0 -1 9 9 Tm", (180, 0, 1, False)),
        (b"1 0 .3 1 9 9 Tm", (0, 16.7, 1, False)),
        (b"2 0 0 1 9 9 Tm", (0, 0, 2, False)),
        (b"1 0 0 -1 9 9 Tm", (0, 0, 1, True)),
        (b"50 Tz", (0, 0, 0.5, False)),
        (b".7071 .7071 -.7071 .7071 9 9 Tm", (45, 0, 1, False)),
        (b"0 0 0 0 9 9 Tm", (0, 0, 1, False)),
    ],
)
def test_looks(page, matrix, look):
    (run,) = page(text(matrix)).runs
    found = run.look
    assert (found.turn, found.slant, found.stretch, found.mirrored) == pytest.approx(look, abs=0.01)


@pytest.mark.parametrize(
    ("paint", "space", "rgb"),
    [
        (b"0.5 g", "DeviceGray", (0.5, 0.5, 0.5)),
        (b"1 0 0 rg", "DeviceRGB", (1, 0, 0)),
        (b"0 0 0 1 k", "DeviceCMYK", (0, 0, 0)),
        (b"0 1 1 0 k", "DeviceCMYK", (1, 0, 0)),
        (b"/DeviceRGB cs 0 1 0 sc", "DeviceRGB", (0, 1, 0)),
        (b"/Icc cs 0 0 1 scn", "ICCBased", (0, 0, 1)),
        (b"/Lab cs 100 0 0 scn", "Lab", (1, 1, 1)),
        (b"/Spot cs 1 scn", "Separation", (0, 0, 1)),
        (b"/Spot cs 0 scn", "Separation", (1, 1, 1)),
        (b"/Odd cs 1 scn", "DeviceN", None),
        (b"/Pattern cs /P scn", "Pattern", None),
        (b"/Nowhere cs 1 scn", "Nowhere", None),
        (b"1 Tr 1 0 0 RG", "DeviceRGB", (1, 0, 0)),
        (b"5 9 rg", "DeviceRGB", None),
    ],
)
def test_colours(page, paint, space, rgb):
    spaces = (
        "/ColorSpace<</Icc [/ICCBased 10 0 R] /Lab [/Lab <</WhitePoint [.95 1 1.09]>>]"
        "/Odd [/DeviceN [/A] /DeviceRGB 9]"
        "/Spot [/Separation /Blue /DeviceRGB <</FunctionType 2 /C0 [1 1 1] /C1 [0 0 1] /N 1>>]>>"
    )
    resources = HELVETICA.replace("/XObject", f"{spaces}/XObject")
    (run,) = page(text(paint), resources=resources, objects=[stream(b"", "/N 3")]).runs
    assert run.look.colour.space == space
    assert run.look.colour.rgb == (None if rgb is None else pytest.approx(rgb, abs=0.01))


@given(st.sampled_from(sorted(DEVICE)), st.lists(st.floats(allow_nan=False), max_size=5))
def test_any_components_are_a_colour_or_none(space, values):
    rgb = DEVICE[space].colour(values).rgb
    assert rgb is None or all(0 <= part <= 1 for part in rgb)


def test_opacity_of_text_and_of_the_group_around_it(page):
    form = stream(b"/Half gs " + text(), "/Subtype/Form/Group<</S/Transparency>>/Resources 12 0 R")
    states = "/ExtGState<</Half <</ca .5>>>>"
    resources = HELVETICA.replace("/XObject", f"{states}/XObject")
    found = page(text(b"/Half gs") + b" /X Do", resources=resources, objects=[form, stream(b""), resources])
    assert [run.look.opacity for run in found.runs] == [0.5, 0.25]


# What is measured on runs.


def test_one_run_however_many_operators_show_it(page):
    content = b"BT /F 10 Tf /P <</MCID 0>> BDC 20 50 Td (ab) Tj 4 Ts (b) Tj 0 Ts [(a) -40 (b)] TJ EMC ET"
    (run,) = page(content).runs
    assert run.glyphs == 5
    assert run.baseline == 50, "most letters stand there"
    assert run.box[0] == 20
    assert run.box[2] == pytest.approx(20 + 5 + 6 + 6 + 5 + 0.4 + 6)


def test_what_lies_apart_or_looks_different_is_another_run(page):
    shows = [b"(ab) Tj", b"30 0 Td (ab) Tj", b"0 -12 Td (ab) Tj", b"1 0 0 rg (ab) Tj", b"/F 11 Tf (ab) Tj"]
    content = b"BT /F 10 Tf /P <</MCID 0>> BDC 20 50 Td " + b" ".join(shows) + b" EMC ET BT /F 10 Tf (ab) Tj ET"
    assert len(page(content).runs) == len(shows) + 1


def test_spaces_at_the_ends_are_not_part_of_the_box(typeset):
    (one,), (two,) = (typeset(f"<p style='white-space:pre'>{words}</p>").pages[0].runs for words in ("word", " word  "))
    assert two.box[2] - two.box[0] == pytest.approx(one.box[2] - one.box[0])
    assert (two.text, two.glyphs) == (" word  ", 7)


def test_word_and_letter_space(typeset):
    def run(style, body="Tell us if you take blood thinners"):
        return typeset(f"<p style='{style}'>{body}</p>").pages[0].runs[0]

    plain, spaced, wide = run(""), run("letter-spacing:1.8pt"), run("word-spacing:9pt")
    assert (plain.letter_space, wide.letter_space) == (0, 0)
    assert plain.word_space == pytest.approx(0.26, abs=0.005)
    assert spaced.letter_space == pytest.approx(0.1, abs=0.003)
    assert wide.word_space == pytest.approx(0.76, abs=0.01)
    assert run("letter-spacing:-1.8pt").letter_space == pytest.approx(-0.1, abs=0.003)
    assert run("", "word").word_space is None


def test_character_and_word_spacing_operators(page):
    resources = HELVETICA.replace("/FirstChar 97/Widths[500 600]", "/FirstChar 32/Widths[250]")
    (run,) = page(b"BT /F 10 Tf 2 Tc 5 Tw (a b) Tj ET", resources=resources).runs
    assert run.box[2] - run.box[0] == pytest.approx(0 + 2.5 + 0 + 3 * 2 + 5)
    assert run.word_space == pytest.approx(0.75)


def test_a_line_of_nastaliq_has_one_baseline(typeset):
    style = "html { font: 18pt/2.5 'Noto Nastaliq Urdu' }"
    facts = typeset("<p>پھیپھڑوں تک پہنچ جاتا ہے۔ آپ کو</p>", "lang=ur dir=rtl", style)
    runs = facts.pages[0].runs
    assert len(runs) <= 3
    assert len({run.baseline for run in runs}) == 1


# Hidden text.


def test_text_that_is_not_painted_is_kept_apart_and_gives_the_baseline(page):
    content = (
        b"BT /F 10 Tf /P <</MCID 0>> BDC 3 Tr 1 0 0 1 20 50 Tm (a) Tj 1 0 0 1 15 50 Tm (b) Tj"
        b" 0 Tr 1 0 0 1 20 57 Tm (a) Tj 1 0 0 1 15 54 Tm (b) Tj EMC ET"
    )
    found = page(content)
    (hidden,) = found.hidden
    assert (hidden.baseline, hidden.glyphs, hidden.box[0], hidden.box[2]) == (50, 2, 15, 25)
    (run,) = found.runs
    assert run.baseline == 50
    assert run.box[1] == 48


@pytest.mark.parametrize("mark", ["", "200F200F", "2060"])
def test_what_steers_readers_of_a_line_is_no_part_of_its_width(page, mark):
    """Direction marks beside a full line of Nastaliq: unseen, and still told to stand in the margin."""
    beside = b"/Span <</ActualText <FEFF%s>>> BDC 3 Tr 1 0 0 1 12 50 Tm (a) Tj EMC " % mark.encode()
    letters = b"3 Tr 1 0 0 1 20 50 Tm (a) Tj 1 0 0 1 15 50 Tm (b) Tj"
    for content in (letters + beside, beside + letters):
        (hidden,) = page(b"BT /F 10 Tf " + content + b" ET").hidden
        assert (hidden.box[0], hidden.box[2]) == (15, 25)


def test_actual_text(page):
    content = rb"""BT /F 10 Tf /Span <</ActualText (one\040two)>> BDC (a) Tj (b) Tj EMC
    /Span <</ActualText <FEFF0661>>> BDC (a) Tj EMC (a) Tj ET"""
    assert "".join(run.text for run in page(content).runs) == "one two\u0661"


# Shapes.


def test_shapes(page):
    content = b"""
    1 0 0 rg 10 10 50 20 re f
    q 0 0 30 30 re W n 0 0 1 rg 20 20 40 40 re f Q
    0 1 0 RG 3 w 10 60 m 60 60 l S
    0 g 10 70 m 20 70 l 15 80 l h B*
    """
    red, clipped, line, filled, drawn = page(content).shapes
    assert (red.paint, red.box, red.outline) == (Paint.FILL, (10, 10, 60, 30), ())
    assert red.colour.rgb == (1, 0, 0)
    assert clipped.box == (20, 20, 30, 30)
    assert (line.paint, line.width, line.box) == (Paint.STROKE, 3, (8.5, 58.5, 61.5, 61.5))
    assert line.outline == (((10, 60), (60, 60)),)
    assert (filled.paint, drawn.paint) == (Paint.FILL, Paint.STROKE)
    assert filled.even_odd
    assert filled.outline == (((10, 70), (20, 70), (15, 80), (10, 70)),)
    assert [shape.order for shape in (red, clipped, line, filled)] == sorted(
        shape.order for shape in (red, clipped, line, filled)
    )


def test_text_knows_what_was_painted_before_it_and_what_cuts_it(page):
    found = page(b"0 0 9 9 re f q 20 45 8 20 re W n BT /F 10 Tf 20 50 Td (ab) Tj ET Q 0 0 9 9 re f")
    before, after = found.shapes
    (run,) = found.runs
    assert before.order < run.order < after.order
    assert run.clip == (20, 45, 28, 65)
    (whole,) = page(b"q 0 0 90 90 re W n BT /F 10 Tf 20 50 Td (ab) Tj ET Q").runs
    assert whole.clip is None


def test_curves(page):
    (disc,) = page(b"10 20 m 10 26 14 30 20 30 c 26 30 30 26 30 20 c 20 10 v 10 20 20 20 y f").shapes
    assert disc.box[0] == 10
    assert disc.box[2] == pytest.approx(30)
    assert len(disc.outline[0]) == 17


def test_pictures_and_gradients(page):
    picture = stream(b"", "/Subtype/Image")
    content = b"q 40 0 0 20 10 30 cm /Y Do Q q 10 10 20 20 re W n /S sh Q /Pattern cs /P scn 1 2 3 4 re f"
    found = page(content + b" BI /W 1 ID \xff EI ", objects=[stream(b"", "/Subtype/Form"), picture])
    assert [(shape.paint, shape.box) for shape in found.shapes] == [
        (Paint.PICTURE, (10, 30, 50, 50)),
        (Paint.PATTERN, (10, 10, 30, 30)),
        (Paint.PATTERN, (1, 2, 4, 6)),
        (Paint.PICTURE, (0, 0, 1, 1)),
    ]
    (leaf,) = page(b"/Pattern cs /P scn 1 2 m 9 2 l 9 6 l f").shapes
    assert leaf.outline, "a gradient fills its path alone"


def test_what_cannot_be_seen_is_no_shape(page):
    resources = HELVETICA.replace("/XObject", "/ExtGState<</No <</ca 0>>>>/XObject")
    content = b"q 0 0 5 5 re W n 10 10 5 5 re f Q /No gs 1 1 5 5 re f 1 1 5 5 re n 9 9 l h f m l c S"
    assert [shape.box for shape in page(content, resources=resources).shapes if shape.paint is Paint.FILL] == []


def test_a_crowded_page_is_called_so(page):
    found = page(b"0 0 1 1 re f " * 26_000)
    assert len(found.shapes) == 25_000
    assert found.crowded
    assert not page(b"0 0 1 1 re f").crowded


def test_a_path_without_end_keeps_its_box(page):
    (shape,) = page(b"0 0 m " + b"9 9 l 3 1 l " * OUTLINE + b"f").shapes
    assert shape.outline == ()
    assert shape.box == (0, 0, 9, 9)


numbers = st.floats(-1000, 1000)


@given(st.lists(st.tuples(numbers, numbers, numbers, numbers), min_size=1, max_size=5))
def test_a_path_lies_in_its_bounds(rectangles):
    path = Outline()
    for rectangle in rectangles:
        path.rectangle(IDENTITY, *rectangle)
    left, bottom, right, top = path.bounds()
    for part in path.outline(whole=True):
        assert all(left <= x <= right and bottom <= y <= top for x, y in part)


def test_common():
    assert common(None, None) is None
    assert common((0, 0, 9, 9), None) == (0, 0, 9, 9)
    assert common((0, 0, 9, 9), (5, 5, 20, 20)) == (5, 5, 9, 9)


def test_links(page):
    annotations = "[<</Subtype/Link/Rect [9 9 1 1]>> <</Subtype/Text/Rect [0 0 1 1]>> <</Subtype/Link>> 5]"
    assert page(b"", page=f"/Annots {annotations}").links == ((1, 1, 9, 9),)


# The tag tree.


def test_the_tag_tree_of_an_engine(typeset):
    facts = typeset("<h2>Risks</h2><p>One <b>two</b></p><table><tr><th>A<td>B</table>")

    def roles(run):
        element, found = run.element, []
        while element is not None:
            found.append(facts.elements[element].role)
            element = facts.elements[element].parent
        return found

    by_text = {run.text.strip(): roles(run) for run in facts.pages[0].runs}
    assert "H2" in by_text["Risks"]
    assert "P" in by_text["two"]
    assert by_text["A"][0] == "TH" or by_text["A"][1] == "TH"
    assert "TR" in by_text["B"]
    assert all(found[-1] == "Document" for found in by_text.values())
    for number, element in enumerate(facts.elements):
        assert element.parent is None or element.parent < number


TREE = (
    "/StructTreeRoot <</RoleMap <</Paragraph /Text /Text /P /Loop /Loop>> /K [{}]>>",
    "<</S/Document /Pg 3 0 R /K [<</S/Paragraph /K 0>> <</S/Loop /K [1 <</MCID 2>>]>> <</Type/OBJR>> (a) null]>>",
)
MARKS = b"BT /F 10 Tf " + b" ".join(b"/P <</MCID %d>> BDC (a) Tj EMC" % number for number in range(4)) + b" ET"


def test_roles_and_references(tmp_path):
    facts = read_pdf(write(tmp_path / "a.pdf", MARKS, resources=HELVETICA, catalog=TREE[0].format(TREE[1])), "x")
    assert [(element.role, element.parent) for element in facts.elements] == [
        ("Document", None),
        ("P", 0),
        ("Loop", 0),
    ]
    assert [(run.element, run.glyphs) for run in facts.pages[0].runs] == [(1, 1), (2, 2), (None, 1)]


def test_marks_by_name(page):
    resources = HELVETICA.replace("/XObject", "/Properties<</A <</MCID 0>> /B 5>>/XObject")
    content = b"BT /F 10 Tf /P /A BDC (a) Tj EMC /P /B BDC (a) Tj EMC /P /C BDC (a) Tj EMC /P BDC EMC BDC EMC ET"
    assert all(run.element is None for run in page(content, resources=resources).runs)


def test_a_tree_that_stands_in_itself(tmp_path):
    path = write(
        tmp_path / "a.pdf", b"", catalog="/StructTreeRoot <</K 10 0 R>>", objects=["<</S/P/K [10 0 R 10 0 R]>>"]
    )
    start = time.process_time()  # a quadratic reader would take minutes
    with pytest.raises(UnreadablePdf, match=f"more than {ELEMENT_DEPTH} deep"):
        read_pdf(path, "x")
    assert time.process_time() - start < 20


@pytest.mark.parametrize(
    "tree", ["7", "<<>>", "<</K 7>>", "<</K [/P]>>", "<</K <</S 5 /K 0>>>>", "<</K [<</S/P/Pg 4 0 R/K 0>>]>>"]
)
def test_odd_trees(tmp_path, tree):
    facts = read_pdf(write(tmp_path / "a.pdf", MARKS, resources=HELVETICA, catalog=f"/StructTreeRoot {tree}"), "x")
    assert [run.element for run in facts.pages[0].runs] == [None]
    assert read_structure(None).elements == []
