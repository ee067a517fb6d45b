"""What a print says of itself follows from what is printed, and from nothing else."""

import dataclasses
import re
from datetime import date

import pypdfium2
import pytest
import segno

from polyleaf.checks.samples.printed import printed
from polyleaf.locales.table import LANGUAGES
from polyleaf.model.document import Phrases
from polyleaf.model.edition import Edition
from polyleaf.model.language import Direction
from polyleaf.model.leaflet import Layout
from polyleaf.model.press_file import MM
from polyleaf.model.print_code import read_code, series_of
from polyleaf.pdf.reader import read_pdf
from polyleaf.render import identity as identity_module
from polyleaf.render.identity import filled, identify, series
from polyleaf.render.order import RenderOrder
from polyleaf.render.page import render_html
from polyleaf.render.printed_text import printed_text
from polyleaf.render.qr import LONGEST, qr_svg, qr_width
from polyleaf.render.render import render
from polyleaf.starter.rooms import template_rooms

ADDRESS = "https://leaflets.example.org/v/"


def order(tmp_path, size=14.0, address="", **changes):
    document = dataclasses.replace(printed().document, **changes)
    edition = Edition("clear", size, "A4")
    return RenderOrder(document, edition, template_rooms(tmp_path), {}, tmp_path / "x.pdf", address=address)


def test_it_is_the_same_whenever_and_wherever_it_is_computed(tmp_path):
    one, other = identify(order(tmp_path)), identify(order(tmp_path / "elsewhere"))
    assert one == other
    assert read_code(one.code) == one.code
    assert series_of(one.code) == series(one.leaflet, one.locale, "clear")


@pytest.mark.parametrize(
    "change",
    [
        {"version": "1.1"},
        {"owner": "Another ward"},
        {"published_text": "2 January 2026"},
        {"code": "RAD-002"},
        {"draft": True},
        {"organisation": "Example Hospital."},
    ],
    ids=str,
)
def test_a_change_of_what_is_printed_gives_another_code(tmp_path, change):
    one, other = identify(order(tmp_path)), identify(order(tmp_path, **change))
    assert one.code != other.code
    assert series_of(one.code) == series_of(other.code)


def test_another_edition_is_another_print(tmp_path):
    large = dataclasses.replace(order(tmp_path), label="bilingual-clear")
    assert series_of(identify(order(tmp_path)).code) != series_of(identify(large).code)


def test_another_look_is_the_same_print(tmp_path):
    css = tmp_path / "templates" / "css" / "project.css"
    before = identify(order(tmp_path))
    css.parent.mkdir(parents=True)
    css.write_text("h1 { color: #000; }")
    assert template_rooms(tmp_path) != template_rooms(tmp_path / "none")
    assert identify(order(tmp_path)) == before


CUTS = """{% extends "built-in/leaflet.html" %}{% block colophon %}
{{ identity.code[:4] }}|{{ identity.code|replace("-", " ") }}
{% for letter in identity.code %}<b>{{ letter }}</b>{% endfor %}
{{ identity.code.split("-")[1] }}|{{ identity.code|reverse }}|{{ identity.code|length }}
{{ identity.scanned|urlencode }}
<a href="{{ identity.address ~ identity.code }}" title="{{ identity.code|center(30) }}">{{ identity.text }}</a>
<style>p::after { content: "{{ identity.code|wordwrap(5) }}" }</style>{% endblock %}"""


@pytest.mark.parametrize("template", [None, CUTS], ids=["built-in", "own"])
@pytest.mark.parametrize("locale", ["en_GB", "ar", "zh_Hans"])
def test_a_page_is_filled_once_and_says_what_it_would_if_its_code_were_known(tmp_path, monkeypatch, template, locale):
    if template:
        (tmp_path / "templates").mkdir()
        (tmp_path / "templates" / "leaflet.html").write_text(template)
    asked = order(tmp_path, language=LANGUAGES[locale], address=ADDRESS)
    fillings = []
    monkeypatch.setattr(identity_module, "render_html", lambda *a: fillings.append(a) or render_html(*a))
    identity, html = filled(asked)
    assert len(fillings) == 1
    assert html == render_html(asked, identity)
    assert not re.search("[\U00100000-\U0010ffff]|%F4", html)
    assert identity.code in html


def test_words_of_the_templates_count(tmp_path):
    document = printed().document
    phrases = Phrases(document.language, document.phrases.source, {("", "About this leaflet"): "Imprint"})
    assert identify(order(tmp_path)).code != identify(order(tmp_path, phrases=phrases)).code


def test_pictures_count_by_their_content():
    html = '<p>A <img src="one" alt="spine"> b</p>'
    assert printed_text(html, {"one": "d1"}.__getitem__) != printed_text(html, {"one": "d2"}.__getitem__)
    assert "spine" in printed_text(html, lambda _: "")


def test_only_what_is_printed_counts():
    text = printed_text("<head><title>t</title><style>p{}</style></head><p class=x>A\u200b b\n <b>c</b></p>", str)
    assert text == "A b c"


def test_the_page_shows_the_code_left_to_right_and_says_what_the_square_holds(tmp_path):
    arabic = LANGUAGES["ar"]
    assert arabic.direction is Direction.RTL
    asked = order(tmp_path, language=arabic, address=ADDRESS)
    identity = identify(asked)
    html = render_html(asked, identity)
    assert f'<bdi dir="ltr" class="fact">{identity.code}</bdi>' in html
    assert f"QR code: {ADDRESS}{identity.code}" in html
    assert "Scan this code" in html
    assert "Scan this code" not in render_html(asked, dataclasses.replace(identity, address=""))


@pytest.mark.parametrize(("size", "in_foot"), [(14.0, True), (24.0, False)])
def test_the_code_stands_at_the_foot_where_there_is_room(tmp_path, size, in_foot):
    asked = order(tmp_path, size=size, language=LANGUAGES["pl"])
    identity = identify(asked)
    foot = re.search(r'<div class="foot-start">.*?</div>', render_html(asked, identity), re.DOTALL)
    assert foot
    assert (identity.code in foot[0]) is in_foot


def test_the_square_is_one_black_shape_with_white_around_it():
    svg = qr_svg(ADDRESS + "K7QM-9F3-X2P").decode()
    assert svg.count("<path") == 1
    assert set(re.findall(r'fill="([^"]*)"', svg)) == {"#000"}
    side = int(re.search(r'width="(\d+)"', svg)[1])
    across = [int(x) for x in re.findall(r"M(\d+) ", svg)]
    assert min(across) == 4
    assert max(int(x) + int(w) for x, w in re.findall(r"M(\d+) \d+h(\d+)v", svg)) == side - 4


@pytest.mark.parametrize("content", ["K7QM-9F3-X2P", ADDRESS + "K7QM-9F3-X2P", "x" * LONGEST])
def test_the_square_is_large_enough(content):
    modules = segno.make(content, error="m", micro=False, boost_error=False).symbol_size(border=0)[0]
    module = qr_width(content) / (modules + 8)
    assert module * modules >= 20
    assert module >= 0.6


def test_too_long_an_address_is_refused():
    with pytest.raises(ValueError, match="too long"):
        qr_svg("x" * (LONGEST + 1))


@pytest.mark.parametrize("locale", ["en_GB", "ur"])
def test_every_module_can_be_read_from_the_page_at_150_dpi(tmp_path, locale):
    asked = order(tmp_path, language=LANGUAGES[locale], address=ADDRESS, published=date(2026, 1, 1))
    identity = identify(asked)
    rendered = render(asked)
    assert rendered.code == identity.code
    facts = read_pdf(asked.target, "x.pdf")
    assert facts.info["Keywords"] == identity.code
    matrix = segno.make(ADDRESS + identity.code, error="m", micro=False, boost_error=False).matrix
    (points,) = [
        [point for part in shape.outline for point in part]
        for shape in facts.pages[-1].shapes
        if len(shape.outline) > 100
    ]
    left, right = min(x for x, _ in points if x), max(x for x, _ in points)
    top = max(y for _, y in points)
    assert right - left >= 20 / 25.4 * 72
    picture = pypdfium2.PdfDocument(asked.target)[len(facts.pages) - 1].render(scale=150 / 72).to_pil().convert("L")
    module = (right - left) / len(matrix)
    for row, line in enumerate(matrix):
        for column, dark in enumerate(line):
            x = (left + (column + 0.5) * module) * 150 / 72
            y = picture.height - (top - (row + 0.5) * module) * 150 / 72
            assert (picture.getpixel((int(x), int(y))) < 128) == bool(dark)


@pytest.mark.parametrize(("locale", "other", "size"), [("en_GB", "ar", 18), ("ar", "en_GB", 18), ("ar", "ur", 24)])
def test_no_name_of_a_language_stands_on_the_square_of_a_sheet(tmp_path, locale, other, size):
    """Names of languages that run the other way begin at the side of the square."""
    languages = LANGUAGES[locale], LANGUAGES[other]
    made = order(tmp_path, size, language=languages[0], languages=languages, layout=Layout.SHEET, draft=False)
    made = dataclasses.replace(made, edition=dataclasses.replace(made.edition, margin=20.0))
    render(made)
    page = read_pdf(made.target, "x.pdf").pages[-1]
    dark = [shape.box for shape in page.shapes if 15 < (shape.box[2] - shape.box[0]) / MM < 40]
    left, bottom, right, top = dark[-1]
    boxes = {run.text: run.box for run in page.runs}
    on_it = [
        text for text, (x, y, end, high) in boxes.items() if x < right and left < end and y < top and bottom < high
    ]
    assert on_it == []


def test_below_its_square_a_sheet_is_as_wide_as_the_page(tmp_path):
    made = order(tmp_path, language=LANGUAGES["en_GB"], layout=Layout.SHEET, owner="Interventional Radiology")
    render(made)
    places = {run.text: run.box for page in read_pdf(made.target, "x.pdf").pages for run in page.runs}
    first, second = (next(box for text, box in places.items() if word in text) for word in ("Owner", "Next review"))
    assert first[1] == pytest.approx(second[1], abs=1)


@pytest.mark.parametrize(("size", "below"), [(12.0, False), (24.0, True)])
def test_beside_the_square_a_date_has_room_or_the_square_stands_below(tmp_path, size, below):
    panel = dataclasses.replace(order(tmp_path), edition=Edition("tri", size, "A4", margin=15.0, fold="trifold"))
    (imprint,) = re.findall(r'<section class="(imprint[^"]*)"([^>]*)>', filled(panel)[1])
    assert ("narrow" in imprint[0]) == below
    assert ("padding-inline-end" in imprint[1]) != below
