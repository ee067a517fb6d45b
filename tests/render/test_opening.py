"""The first page answers first: key points, whom to call, and what stands on which page."""

import datetime
import re
from dataclasses import replace

import pikepdf
import pytest
import tinyhtml5
from tests.projects.folder import Clinic

from polyleaf.building.documents import Documents
from polyleaf.model.leaflet import Layout
from polyleaf.pdf.tag_tree import read_tags
from polyleaf.render.estimates import page_style
from polyleaf.render.length import pages
from polyleaf.render.order import RenderOrder
from polyleaf.render.page import render_html
from polyleaf.render.render import render
from polyleaf.source.reader import read_project
from polyleaf.starter.rooms import template_rooms
from polyleaf.workspace import Workspace

TOML = """
[contacts.emergency]
name = "Ambulance"
phone = "999"

[contacts.desk]
name = "Front desk"
email = "desk@example.org"
"""
FRONT = """---
title: Tooth check
code: TOOTH-1
version: "1.0"
published: 2026-01-01
review_by: 2099-01-01
owner: Tooth ward
contacts: [desk, ward, emergency]
contents: {contents}
key:
  - Brush your teeth.
---
"""
BODY = "".join(f"## Part {number}\n\n{'Brush your teeth. ' * 45}\n\n" for number in (1, 2, 3))


@pytest.fixture
def order(tmp_path):
    """An order for the leaflet of teeth with other words."""
    clinic = Clinic(tmp_path / "clinic")
    clinic.write("toml", clinic.path("toml").read_text(encoding="utf-8") + TOML)

    def order(body=BODY, contents="true", locale="en_GB"):
        clinic.write("teeth", FRONT.format(contents=contents) + body)
        project = read_project(clinic.root, ["teeth"])
        document = Documents(Workspace(project, datetime.date(2026, 11, 20))).document("teeth", locale)
        rooms = template_rooms(clinic.root)
        return RenderOrder(document, project.config.editions["large"], rooms, {}, clinic.root / "x.pdf")

    return order


def page(order):
    return tinyhtml5.parse(render_html(order), namespace_html_elements=False)


def classes(root):
    return [name for one in root.iter() for name in (one.get("class") or "").split()]


def said(element):
    return " ".join("".join(element.itertext()).replace("\u200b", "").split())


def test_key_points_calls_and_contents_come_before_the_text(order):
    named = classes(page(order()))
    places = [named.index(name) for name in ("lead", "key-points", "call", "contents", "contacts") if name in named]
    assert len(places) == 4  # it has no summary
    assert places == sorted(places)


def test_the_emergency_contact_is_called_first_then_the_first_with_a_number(order):
    calls = [said(one) for one in page(order()).iter("div") if one.get("class") == "call"]
    assert calls == ["Ambulance 999", "Day ward 01632 960 100"]


def test_a_sheet_has_its_contacts_in_sight_already(order):
    made = order()
    root = page(replace(made, document=replace(made.document, layout=Layout.SHEET, contents=None)))
    assert not {"call", "contents"} & set(classes(root))


def test_a_contact_of_the_text_is_not_printed_in_full_again(order):
    full = "Day ward 01632 960 100"
    root = page(order(f"{BODY}\n:::{{contact}} desk\n:::\n"))
    cards = [one for one in root.iter("div") if "contact" in (one.get("class") or "").split()]
    assert [(said(one), "again" in one.get("class")) for one in cards] == [
        ("Front desk desk@example.org", False),
        ("Front desk desk@example.org", True),  # it has no number: its address is how to reach it
        (full, False),
        ("Ambulance 999", False),
    ]


@pytest.mark.parametrize(("contents", "times", "listed"), [
    ("true", 1, True), ("false", 40, False), ("", 1, False), ("", 40, True),
])  # fmt: skip
def test_long_leaflets_say_what_is_where_unless_their_author_decides(order, contents, times, listed):
    assert ("contents" in classes(page(order(BODY * times, contents)))) is listed


def test_the_length_of_a_leaflet_grows_with_its_words_and_its_type(order):
    short, long = order(BODY), order(BODY * 3)
    found = [pages(one.document, page_style(one.document, one.edition)) for one in (short, long)]
    giant = replace(short.edition, size=28.0)
    assert found[0] < found[1]
    assert found[0] < pages(short.document, page_style(short.document, giant))


@pytest.mark.parametrize("locale", ["en_GB", "ar"])
def test_the_contents_tell_the_pages_that_headings_stand_on(order, locale):
    made = order(locale=locale)
    render(made)
    tags = read_tags(made.target, "x.pdf").root
    stands = {one.text: one.pages[0] for one in tags.walk() if one.role == "H2"}
    (table,) = [one for one in tags.walk() if one.role == "TOC"]
    entries = [one.text for one in table.walk() if one.role == "Link"]
    assert [one.role for one in table.kids] == ["TOCI"] * 4
    for entry in entries:
        words, number = re.fullmatch(r"(.*\S)\s+([0-9]+)", entry).groups()
        assert stands[words] == int(number)
    assert len({int(entry.split()[-1]) for entry in entries}) > 1


def test_in_pdf_2_the_contents_lead_to_elements_of_the_tree(order):
    made = replace(order(), accessible="pdf/ua-2")
    render(made)
    with pikepdf.open(made.target) as pdf:
        links = [
            link for one in pdf.pages for link in one.get("/Annots", []) if link.get("/A", {}).get("/S") == "/GoTo"
        ]
        assert [link.A.SD[0].S for link in links] == ["/H2"] * 4
        entries = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/TOCI"]
        assert [one.Ref[0].S for one in entries] == ["/H2"] * 4
        assert not [link for link in links if "/Dest" in link]
