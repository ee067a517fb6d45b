"""Photographs and drawings on the page: as wide as asked for, never too high, never left out in silence."""

from __future__ import annotations

import base64
import datetime
import io
import re
import zlib
from dataclasses import replace

import pytest
from PIL import Image
from tests.projects.folder import Clinic

from polyleaf.building.documents import Documents
from polyleaf.building.fonts import families
from polyleaf.building.printed import printed_document
from polyleaf.checks.run import run
from polyleaf.model.block_texts import walk_blocks
from polyleaf.model.finding import Severity
from polyleaf.model.image import ImageProblem, PictureWidth
from polyleaf.model.leaflet import Figure
from polyleaf.model.pdf_facts import Paint
from polyleaf.model.subject import LayoutComplaint
from polyleaf.pictures.pixels import seen_size
from polyleaf.render.order import RenderOrder
from polyleaf.render.page import render_html
from polyleaf.render.render import render
from polyleaf.source.reader import read_project
from polyleaf.starter.rooms import template_rooms
from polyleaf.workspace import Workspace

FRONT = """---
title: Pictures
code: TST-902
version: "1.0"
published: 2026-11-20
review_by: 2099-11-20
owner: Test ward
---
Look at the pictures.

"""
FIGURE = ":::{figure} images/a.jpg\n:alt: A green field.\nA field in spring.\n:::\n"


def photograph(width, height, kind="JPEG", **options):
    data = io.BytesIO()
    Image.new("RGB", (width, height), (30, 160, 60)).save(data, kind, **options)
    return data.getvalue()


def an_order(tmp_path, markdown, files, *, locale="en_GB", edition="large"):
    clinic = Clinic(tmp_path / "clinic")
    clinic.write("leaflets/pictures/leaflet.md", FRONT + markdown)
    for name, data in files.items():
        path = clinic.root / "leaflets/pictures/images" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    project = read_project(clinic.root, ["pictures"])
    assert not project.broken, project.broken
    leaflet = project.leaflets["pictures"]
    order = RenderOrder(
        Documents(Workspace(project, datetime.date(2026, 11, 20))).document("pictures", locale),
        project.config.editions[edition],
        template_rooms(clinic.root),
        {name: project.root / facts.path for name, facts in leaflet.images.items() if facts.problem is None},
        tmp_path / "x.pdf",
        families=families(project.config, locale),
    )
    return leaflet, order


def judged(order):
    rendered = render(order)
    printed = printed_document(order, order.target, "x.pdf", "", rendered.pages)
    complaints = (LayoutComplaint("pictures", one.message, one.location) for one in rendered.faults)
    return printed, [one for one in run((printed, *complaints), ()) if one.severity > Severity.NOTE]


def pictures(printed):
    shapes = ((shape, page.number) for page in printed.facts.pages for shape in page.shapes)
    return [(shape.box, page) for shape, page in shapes if shape.paint is Paint.PICTURE]


def wide(written):
    return FIGURE.replace("A field", f":width: {written}\nA field")


@pytest.mark.parametrize(("locale", "edition"), [("en_GB", "large"), ("ar", "large")])
def test_an_upright_photograph_leaves_room_for_heading_and_caption(tmp_path, locale, edition):
    data = photograph(900, 1600)
    _, order = an_order(tmp_path, f"## The spray\n\n{FIGURE}", {"a.jpg": data}, locale=locale, edition=edition)
    printed, findings = judged(order)
    assert findings == []
    ((left, bottom, right, top), _), *_ = pictures(printed)
    assert top - bottom <= 116 / 25.4 * 72
    assert (right - left) / (top - bottom) == pytest.approx(900 / 1600, rel=0.01)


def test_a_photograph_that_a_telephone_stored_lying_down_stands(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6
    data = photograph(1600, 900, exif=exif)
    assert seen_size(data) == (900, 1600)
    leaflet, order = an_order(tmp_path, FIGURE, {"a.jpg": data})
    assert (leaflet.images["images/a.jpg"].width, leaflet.images["images/a.jpg"].height) == (900, 1600)
    ((left, bottom, right, top), _), *_ = pictures(judged(order)[0])
    assert right - left < top - bottom <= 116 / 25.4 * 72


@pytest.mark.parametrize(
    ("written", "width"),
    [
        ("50%", PictureWidth(50, in_mm=False)),
        ("80 mm", PictureWidth(80, in_mm=True)),
        ("8cm", PictureWidth(80, in_mm=True)),
    ],
)
def test_a_picture_is_as_wide_as_its_author_says(tmp_path, written, width):
    _, order = an_order(tmp_path, wide(written), {"a.jpg": photograph(900, 600)})
    (figure,) = [one for one in walk_blocks(order.document.blocks) if isinstance(one, Figure)]
    assert figure.width == width
    padding = float(re.search(r'class="frame" style="padding: 0 ([\d.]+)mm"', render_html(order))[1])
    assert padding == pytest.approx((160 - width.of(160)) / 2, abs=6)


@pytest.mark.parametrize("written", ["huge", "0%", "400%", "2 mm", "50"])
def test_a_width_that_cannot_be_is_told_with_its_line(tmp_path, written):
    leaflet, _ = an_order(tmp_path, wide(written), {"a.jpg": photograph(900, 600)})
    (fault,) = leaflet.faults
    assert (fault.location.line, written in fault.message) == (13, True)


PAIR = f"::::{{pictures}}\n{FIGURE.replace('A field', 'Before')}{FIGURE.replace('A field', 'After')}::::\n"


@pytest.mark.parametrize("locale", ["en_GB", "ar"])
def test_two_pictures_stand_side_by_side_in_reading_order(tmp_path, locale):
    leaflet, order = an_order(tmp_path, PAIR, {"a.jpg": photograph(900, 700)}, locale=locale)
    assert leaflet.faults == ()
    printed, findings = judged(order)
    assert findings == []
    (first, page), (second, other) = pictures(printed)
    assert page == other
    assert first[1] == pytest.approx(second[1], abs=1)
    assert first[2] < second[0] or second[2] < first[0]
    said = printed.tags.root.text
    assert said.index("Before in spring") < said.index("After in spring")


def test_long_captions_in_large_print_stand_below_each_other(tmp_path):
    long = PAIR.replace(
        "in spring.", "in spring, with a great many words that need more than two lines of half a page."
    )
    _, order = an_order(tmp_path, long, {"a.jpg": photograph(900, 700)})
    assert '<div class="side-by-side">' not in render_html(order)


def test_a_box_of_pictures_holds_two(tmp_path):
    leaflet, _ = an_order(tmp_path, f"::::{{pictures}}\n{FIGURE}::::\n", {"a.jpg": photograph(900, 700)})
    assert [(fault.message, fault.location.line) for fault in leaflet.faults] == [
        ("A box of this kind (pictures) holds two figures", 11)
    ]


def drawing(raster, kind="png"):
    inside = base64.b64encode(raster).decode()
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 60"><rect width="98" height="58" fill="#cde"/>'
        f'<image x="10" y="10" width="40" height="40" href="data:image/{kind};base64,{inside}"/></svg>'
    ).encode()


@pytest.mark.parametrize("kind", ["png", "jpeg"])
def test_a_photograph_inside_a_drawing_is_drawn(tmp_path, kind):
    data = drawing(photograph(40, 40, kind), kind)
    leaflet, order = an_order(tmp_path, FIGURE.replace("a.jpg", "a.svg"), {"a.svg": data})
    assert leaflet.images["images/a.svg"].problem is None
    printed, findings = judged(order)
    assert findings == []
    assert pictures(printed)


def test_a_damaged_photograph_inside_a_drawing_is_refused(tmp_path):
    leaflet, _ = an_order(
        tmp_path, FIGURE.replace("a.jpg", "a.svg"), {"a.svg": drawing(photograph(40, 40, "PNG")[:90])}
    )
    assert leaflet.images["images/a.svg"].problem is ImageProblem.NOT_AN_IMAGE


def test_a_picture_whose_checksums_are_right_and_whose_pixels_are_not_is_told(tmp_path):
    def chunk(kind, data):
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    head = (100).to_bytes(4, "big") + (100).to_bytes(4, "big") + bytes((8, 2, 0, 0, 0))
    pixels = zlib.compress(b"\x09" * 301)[:-6]
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    leaflet, order = an_order(tmp_path, FIGURE.replace("a.jpg", "a.png"), {"a.png": data})
    assert leaflet.images["images/a.png"].problem is ImageProblem.NOT_AN_IMAGE
    assert [one for one in judged(order)[1] if one.severity is Severity.ERROR] == []


def test_a_picture_that_fails_to_load_is_an_error_at_its_line(tmp_path):
    _, order = an_order(tmp_path, FIGURE, {"a.jpg": photograph(900, 700)})
    order.images["images/a.jpg"].write_bytes(b"no picture any more")
    (error,) = [one for one in judged(order)[1] if one.check == "engine/picture-not-loaded"]
    assert (error.severity, error.fault.location.line) == (Severity.ERROR, 11)


LABELS = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><g transform="translate(100 0)">
<text x="10" y="40" font-size="6">Ribs</text><text x="60" y="70" text-anchor="middle" font-size="6">Hip</text></g>
<text style="text-anchor:end" x="90" y="70" font-size="6">Knee</text><text x="20" y="30" font-size="6">Ball of
<tspan x="20" dy="8">the foot</tspan></text></svg>"""


@pytest.mark.parametrize(("locale", "frame"), [("en_GB", 0.0), ("ar", 4.35)])
def test_labels_stand_on_the_page_where_they_stand_in_the_drawing(tmp_path, locale, frame):
    _, order = an_order(tmp_path, FIGURE.replace("a.jpg", "a.svg"), {"a.svg": LABELS.encode()}, locale=locale)
    printed, findings = judged(order)
    assert findings == []
    page = next(one for one in printed.facts.pages if any("Ribs" in run.text for run in one.runs))
    left = (20 + frame) / 25.4 * 72
    width = (210 - 40 - 2 * frame) / 25.4 * 72
    runs = {run.text.strip(): run for run in page.runs}
    assert (runs["Ribs"].box[0] - left) / width == pytest.approx(0.55, abs=0.02)
    assert (runs["Knee"].box[2] - left) / width == pytest.approx(0.45, abs=0.02)
    assert ((runs["Hip"].box[0] + runs["Hip"].box[2]) / 2 - left) / width == pytest.approx(0.8, abs=0.02)
    assert (runs["Ribs"].baseline - runs["Knee"].baseline) / width == pytest.approx(0.15, abs=0.02)
    assert (runs["Ball of"].box[0] - left) / width == pytest.approx(0.1, abs=0.02)
    assert runs["the foot"].box[0] == pytest.approx(runs["Ball of"].box[0], abs=1)


SIDES = FIGURE.replace("\n:alt:", "\n:left: Your back\n:right: Your front\n:alt:", 1)


@pytest.mark.parametrize("locale", ["en_GB", "ar"])
def test_what_is_left_of_a_picture_stands_at_its_left_in_every_language(tmp_path, locale):
    _, order = an_order(tmp_path, SIDES, {"a.jpg": photograph(900, 600)}, locale=locale)
    printed, findings = judged(order)
    assert findings == []
    page = next(one for one in printed.facts.pages if any("back" in run.text for run in one.runs))
    runs = {run.text.strip(): run for run in page.runs}
    left, right = runs["Your back"], runs["Your front"]
    assert left.box[2] < 105 / 25.4 * 72 < right.box[0]
    assert left.baseline == pytest.approx(right.baseline, abs=1)
    ((picture, _),) = pictures(printed)
    assert left.box[1] > picture[3]


def test_beside_the_source_the_words_of_a_figure_come_in_one_order(tmp_path):
    picture = {"a.jpg": photograph(900, 600)}
    _, english = an_order(tmp_path / "en", SIDES, picture)
    _, order = an_order(tmp_path / "ar", SIDES, picture, locale="ar")
    below = render_html(replace(order, source=english.document)).split("<figcaption>")[1]
    assert below.index("Your back") < below.index("Your front") < below.index("A field")  # as the checks read them


def test_a_figure_has_no_top_side(tmp_path):
    leaflet, _ = an_order(tmp_path, SIDES.replace(":left:", ":top:"), {"a.jpg": photograph(900, 600)})
    (fault,) = leaflet.faults
    assert ":left: and :right:" in fault.hint


def test_a_label_that_cannot_be_placed_is_an_error_with_both_lines(tmp_path):
    turned = LABELS.replace('<text x="10" y="40"', '<text transform="rotate(90)" x="10" y="40"')
    leaflet, _ = an_order(tmp_path, FIGURE.replace("a.jpg", "a.svg"), {"a.svg": turned.encode()})
    (error,) = [one for one in run((leaflet,), (), partial=True) if one.check == "source/label-not-placed"]
    assert error.severity is Severity.ERROR
    assert error.fault.location.line == 11
    assert "“Ribs” in line 2 of “images/a.svg”" in error.fault.message


def test_text_of_a_web_page_in_a_drawing_is_refused_by_its_name(tmp_path):
    foreign = LABELS.replace("</svg>", "\n<switch><foreignObject/><text>Bone</text></switch></svg>")
    leaflet, _ = an_order(tmp_path, FIGURE.replace("a.jpg", "a.svg"), {"a.svg": foreign.encode()})
    (error,) = [one for one in run((leaflet,), (), partial=True) if one.check == "source/image-unsafe"]
    assert "<foreignObject> in its line 5" in error.fault.message
    assert "draw.io" in error.fault.hint


def test_pictures_without_captions_hold_no_heading_below_them(tmp_path):
    """What they are not to part from is their caption: a heading after them begins the next page."""
    bare = ":::{figure} images/a.jpg\n:alt: A green field.\n:::\n\n"
    words = "Look at the picture. Then look again.\n\n"
    box = f":::{{important}}\n{words * 3}:::\n"
    _, order = an_order(tmp_path, words * 8 + bare * 2 + "## Then\n\n" + box, {"a.jpg": photograph(900, 1600)})
    _, findings = judged(order)
    assert not [finding for finding in findings if finding.check == "page/heading-at-page-foot"]
