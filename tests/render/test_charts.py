"""What is drawn from facts, and what is said of it; ``test_numbers.py`` counts it on finished pages."""

import datetime
import re
from dataclasses import replace
from decimal import Decimal

import pytest
import weasyprint
from tests.projects.drops import LEAFLET
from tests.projects.folder import Clinic

from polyleaf.building.documents import Documents
from polyleaf.model.facts import Number, Percent, Quantity, Risk
from polyleaf.model.icon_array import can_be_drawn, drawn_among, is_rare, people
from polyleaf.model.leaflet import Layout
from polyleaf.model.scales import drops, scale, temperature
from polyleaf.render.estimates import ems, stretches
from polyleaf.render.order import RenderOrder
from polyleaf.render.page import render_html
from polyleaf.render.pictograms import picture
from polyleaf.source.reader import read_project
from polyleaf.starter.rooms import template_rooms
from polyleaf.workspace import Workspace

FACTS = """
  rare: {risk: 3, in: 2500000}
  odd: {risk: 1, in: 300}
  some: {risk: 2, in: 1000}
  many: {risk: 23, in: 100}
  month: {risk: 7, in: 100, within: 30, unit: day}
"""
BOXES = """
:::{risks}
{rare}
: It is rare.

{some}
: Your eye is red.

{odd}
: Your eye is dry.

{many}
: Your eye stings.
:::

:::{risks}
{month}
: You need new drops.
:::

:::{risks words}
{some}
: In words.
:::
"""


def an_order(root, locale="en_GB", edition="large", **changes):
    project = read_project(root, ["drops"])
    documents = Documents(Workspace(project, datetime.date(2026, 11, 20)))
    where = (project.config.editions[edition], template_rooms(root), {}, root / f"{locale}.pdf")
    return RenderOrder(documents.document("drops", locale), *where, **changes)


@pytest.fixture(scope="module")
def clinic(tmp_path_factory):
    clinic = Clinic(tmp_path_factory.mktemp("charts") / "clinic")
    text = LEAFLET.replace("facts:\n", f"facts:{FACTS}") + BOXES
    clinic.write("leaflets/drops/leaflet.md", text)
    words = clinic.path("templates.ar").read_text(encoding="utf-8")
    happens = 'msgctxt "box"\nmsgid "It happens to {number} of {total} people."\nmsgstr "لدى {number} من {total}."\n'
    lost = 'msgctxt "box"\nmsgid "It does not happen to the other {rest}."\nmsgstr "لا يحدث لدى الباقين."\n'
    clinic.write("templates.ar", f"{words}\n{happens}\n{lost}")
    return clinic


def test_what_stands_under_a_risk(clinic):
    html = render_html(an_order(clinic.root))
    lines = [re.sub(r"<[^>]*>", "", line) for line in re.findall(r'<p class="key[^"]*">(.*?)</p>', html)]
    assert lines == [
        "It happens to 10 of 100 people.",
        "It does not happen to the other 90.",
        "It happens to 230 of 1,000 people.",
        "It does not happen to the other 770.",
        "It happens to 1 of 300 people.",
        "It does not happen to the other 299.",
        "It happens to 2 of 1,000 people.",
        "It does not happen to the other 998.",
        "Think of a city of 2,500,000 people.",
        "It happens to 3 of them.",
        "It happens to 7 of 100 people.",
        "It does not happen to the other 93.",
        "Time span: 30\xa0days",
    ]


def test_a_translation_that_lost_its_number_is_not_printed(clinic):
    html = render_html(an_order(clinic.root, "ar"))
    assert "لدى" in html
    assert "لا يحدث لدى الباقين" not in html
    assert "It does not happen to the other" in html


def test_one_picture_in_two_languages(clinic):
    documents = Documents(Workspace(read_project(clinic.root, ["drops"]), datetime.date(2026, 11, 20)))
    twin = render_html(an_order(clinic.root, "ar", source=documents.document("drops", "en_GB")))
    assert len(re.findall(r'<img src="polyleaf:drawn/people', twin)) == 4
    assert twin.count("It happens to") == 6
    assert twin.count("لدى") == 6


@pytest.mark.parametrize(("page", "number"), [("rtl", "ltr"), ("ltr", "rtl"), ("rtl", "rtl")])
def test_a_number_stands_apart_from_what_is_beside_it_on_a_sheet(clinic, page, number):
    """Without a gap, "1 in 1,000" beside "1 of 1,000" would be read as 11 in 1,000."""
    made = an_order(clinic.root, "ar" if page == "rtl" else "en_GB")
    sheet = replace(made.document, layout=Layout.SHEET)
    html = render_html(replace(made, document=sheet, edition=replace(made.edition, size=14)))
    risk = f'<div class="risk"><dt dir="{number}">one</dt><dd><p>other</p></dd></div>'
    head = html[: html.index("<main>")]
    (laid_out,) = weasyprint.HTML(string=f'{head}<dl class="risks words">{risk}{risk}</dl>').render().pages
    boxes = {box.text: box for box in laid_out._page_box.descendants() if getattr(box, "text", "") in ("one", "other")}
    left, right = sorted(boxes.values(), key=lambda box: box.position_x)
    assert right.position_x - left.position_x - left.width >= 14


@pytest.mark.parametrize(
    ("risk", "drawn", "rare", "of_1000"),
    [
        (Risk(1, 1000), True, False, 1),
        (Risk(1, 1001), False, True, None),
        (Risk(1, 8), True, False, 125),
        (Risk(1, 300), False, False, None),
        (Risk(0, 100), True, False, 0),
        (Risk(0, 10**9), True, False, 0),
        (Risk(7, 7), True, False, 1000),
    ],
)
def test_what_can_be_drawn(risk, drawn, rare, of_1000):
    assert (can_be_drawn(risk), is_rare(risk), people(risk, 1000)) == (drawn, rare, of_1000)


def test_risks_that_are_compared_have_one_denominator():
    assert drawn_among([Risk(1, 4), Risk(1, 100), None, Percent(Decimal("0.1"))]) == 100
    assert drawn_among([Risk(1, 4), Risk(1, 1000)]) == 1000
    assert drawn_among([Risk(1, 4), Risk(1, 10_000)]) == 100
    assert drawn_among([]) == 100


def test_the_most_frequent_comes_first(clinic):
    leaflet = read_project(clinic.root, ["drops"]).leaflets["drops"]
    box = leaflet.blocks[-3]
    assert [item.term.msgid for item in box.blocks[0].items] == ["{many}", "{odd}", "{some}", "{rare}"]
    assert leaflet.facts["month"] == Risk(7, 100, Quantity(Decimal(30), "day"))


@pytest.mark.parametrize(
    ("fact", "number"),
    [
        (Number(Decimal(4)), 4),
        (Number(Decimal(12)), 12),
        (Number(Decimal(13)), None),
        (Number(Decimal(0)), None),
        (Number(Decimal("1.5")), None),
        (Number(Decimal(1), Decimal(2)), None),
        (Risk(1, 2), None),
        (None, None),
    ],
)
def test_drops_are_whole_and_few(fact, number):
    assert drops(fact) == number


def test_temperatures_of_one_box_have_one_scale():
    fever, fridge = Quantity(Decimal("38.5"), "celsius"), Quantity(Decimal(2), "celsius", Decimal(8))
    freezer, dose = Quantity(Decimal(-20), "celsius"), Quantity(Decimal(4), "ml")
    assert [temperature(one) for one in (fever, fridge, freezer, dose)] == [(385, 385), (20, 80), (-200, -200), None]
    assert scale([fever]) == (360, 430)
    assert scale([fever, fridge, None]) == (0, 410)
    for low, high in ((385, 385), (20, 80)):
        assert picture(f"thermometer/{low}/{high}/0/410/rtl").count(b"<path") == 3


@pytest.mark.parametrize(
    "name",
    [
        "people/101/100/ltr",
        "people/1/10/ltr",
        "people/x/100/ltr",
        "people",
        "cat/1",
        "drops/13/ltr",
        "thermometer/5/4/0/9/ltr",
        "",
    ],
)
def test_no_other_picture_is_drawn(name):
    with pytest.raises(KeyError):
        picture(name)


def test_a_picture_is_three_objects():
    assert picture("people/3/1000/rtl").count(b"<path") == 3
    assert picture("people/0/100/ltr").count(b"<path") == 2


@pytest.mark.parametrize(
    ("fonts", "words"),
    [
        ("Noto Sans", "1,000 of 10,000"),
        ("Noto Sans", "Millionenstadt"),
        ("Noto Sans", "співвідношення"),
        ("Noto Naskh Arabic", "من كل 1,000 شخص"),
        ("Noto Nastaliq Urdu", "ہر 1,000 میں سے 100"),
        ("Noto Sans Tamil", "பேரில்"),
        ("Noto Sans CJK SC", "每一千人中有二人"),
        ("Noto Sans Bengali", "১০০০ জনের মধ্যে"),
    ],
)
def test_words_beside_a_picture_are_no_wider_than_they_are_taken_for(fonts: str, words: str) -> None:
    css = f'@page {{ size: 3000px }} p {{ font: 100px "{fonts}", "Noto Sans"; white-space: nowrap; float: left }}'
    (page,) = weasyprint.HTML(string=f"<style>{css}</style><p>{words}").render().pages
    width = max(box.width for box in page._page_box.descendants() if getattr(box, "text", ""))
    assert width / 100 <= ems(words) <= width / 100 * 1.6


def test_only_numbers_without_pictures_stand_beside_their_words_on_a_sheet(clinic):
    html = render_html(an_order(clinic.root))
    assert re.findall(r'<dl class="(risks.*?)"', html) == [*["risks"] * 3, "risks words"]
    sheet = next(
        room / "css" / "sheet.css" for room in template_rooms(clinic.root) if (room / "css/sheet.css").is_file()
    )
    rows = re.findall(r"^(dl\S+).*table-row", sheet.read_text(encoding="utf-8"), re.MULTILINE)
    assert rows == ["dl.risks.words"]


def test_chinese_words_beside_a_picture_break_beside_each_letter() -> None:
    assert stretches("每千人中") == ["", "每", "", "千", "", "人", "", "中", ""]
    assert stretches("to 2\u202fof them") == ["to", "2\u202fof", "them"]
