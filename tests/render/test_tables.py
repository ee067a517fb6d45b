"""Tables as patients get them: names of rows, lines and lists in cells, room to write, cards on narrow paper."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

import pytest
import tinyhtml5
from tests.projects.folder import Clinic

from polyleaf.building.documents import Documents
from polyleaf.building.fonts import families
from polyleaf.building.printed import printed_document
from polyleaf.checks.run import run
from polyleaf.model.finding import Severity
from polyleaf.model.tag_tree import outline
from polyleaf.render.identity import filled
from polyleaf.render.order import RenderOrder
from polyleaf.render.page import render_html
from polyleaf.render.render import render
from polyleaf.source.reader import read_project
from polyleaf.starter.rooms import template_rooms
from polyleaf.workspace import Workspace

FRONT = """---
title: Tables
code: TST-900
version: "1.0"
published: 2026-11-20
review_by: 2099-11-20
owner: Test ward
---
"""
WEEK = """| Medicine | Monday | Tuesday | Wednesday | Thursday | Friday | Saturday | Sunday |
| --- | --- | --- | --- | --- | --- | --- | --- |
| Hydroxychloroquine | yes | yes | yes | yes | yes | no | no |
| Methotrexate | no | no | no | no | no | yes | yes |
"""
CORNER = "|  | Before | After |\n| --- | --- | --- |\n| Food | no | yes |\n| Water | yes | yes |\n"


def an_order(tmp_path, markdown, *, locale="en_GB", edition="large", twin=False):
    clinic = Clinic(tmp_path / "clinic")
    clinic.write("leaflets/tables/leaflet.md", FRONT + markdown)
    project = read_project(clinic.root, ["tables"])
    assert not project.broken, project.broken
    documents = Documents(Workspace(project, datetime.date(2026, 11, 20)))
    return RenderOrder(
        documents.document("tables", locale, beside_source=twin),
        project.config.editions[edition],
        template_rooms(clinic.root),
        {},
        tmp_path / "x.pdf",
        source=documents.document("tables", "en_GB") if twin else None,
        families=families(project.config, locale),
    )


def page(order, cards=frozenset()):
    return tinyhtml5.parse(render_html(order, None, cards), namespace_html_elements=False)


def cells(root):
    return [
        (one.tag, one.get("scope") or "", " ".join("".join(one.itertext()).split()))
        for one in next(root.iter("table")).iter()
        if one.tag in ("th", "td")
    ]


def judged(order):
    rendered = render(order)
    printed = printed_document(order, order.target, "x.pdf", "", rendered.pages)
    return printed, [one for one in run((printed,), ()) if one.severity is Severity.ERROR], run((printed,), ())


def test_an_empty_corner_still_names_rows(tmp_path):
    found = cells(page(an_order(tmp_path, CORNER)))
    assert found[3:] == [("th", "row", "Food"), ("td", "", "no"), ("td", "", "yes"), ("th", "row", "Water"), *found[7:]]
    assert [tag for tag, *_ in found[7:]] == ["td", "td"]


@pytest.mark.parametrize(
    ("markdown", "names"),
    [
        ("| Bring |\n|---|\n| Your pills |\n", 0),
        ("| Date | Pain |\n|---|---|\n| | |\n| | |\n", 0),
        ("| Medicine | When |\n|---|---|\n| Aspirin | now |\n| | later |\n", 1),
        (":::{table plain}\n| Do | Do not |\n|---|---|\n| Walk | Lift |\n:::\n", 0),
    ],
)
def test_the_first_column_names_rows_only_where_it_does(tmp_path, markdown, names):
    assert sum(scope == "row" for _, scope, _ in cells(page(an_order(tmp_path, markdown)))) == names


def test_lines_and_lists_stand_in_cells(tmp_path):
    markdown = (
        "| Take | How |\n|---|---|\n| Morning | With food<br>and water |\n"
        "| Night | Take:<br>- one **red** one<br>- two blue |\n"
    )
    order = an_order(tmp_path, markdown)
    printed, errors, _ = judged(order)
    assert not errors
    tree = "\n".join(outline(printed.tags.root))
    assert "'With food and water'" in tree
    assert re.search(r"LBody\n +P\n +'one red one'", tree)


def test_a_column_without_text_has_room_to_write(tmp_path):
    root = page(an_order(tmp_path, "| Day | Pain | Notes |\n|---|---|---|\n| 1 May | | |\n| 2 May | | bad |\n"))
    blank = [
        ("".join(one.itertext()).strip(), one.tag) for one in root.iter() if "to-write" in (one.get("class") or "")
    ]
    assert blank == [("Pain", "th"), ("", "td"), ("", "td")]


@pytest.mark.parametrize("locale", ["en_GB", "ar"])
def test_a_table_too_wide_becomes_cards_and_says_so(tmp_path, locale):
    order = an_order(tmp_path, WEEK, locale=locale)
    printed, errors, findings = judged(order)
    assert not errors
    (note,) = [one for one in findings if one.check == "page/table-as-cards"]
    assert note.severity is Severity.NOTE
    assert (note.fault.place.path, note.fault.place.line) == ("leaflets/tables/leaflet.md", 9)
    said = printed.tags.root.text
    assert said.count("Wednesday") == 2
    assert said.index("Hydroxychloroquine") < said.index("Methotrexate")
    assert "Table" not in {one.role for one in printed.tags.root.walk()}


def test_the_code_of_a_print_does_not_hang_on_the_form_of_its_tables(tmp_path):
    order = an_order(tmp_path, WEEK)
    identity, html = filled(order)
    assert render_html(order, identity) == html
    assert identity.code in render_html(order, identity, frozenset({1}))


def test_cards_can_be_asked_for_and_keep_empty_headings(tmp_path):
    markdown = ":::{table cards}\n| | Morning | Lunch |\n|---|---|---|\n| Aspirin | 75 mg | |\n:::\n"
    root = page(an_order(tmp_path, markdown))
    assert not list(root.iter("table"))
    (card,) = [one for one in root.iter("ul") if one.get("class") == "cards"]
    said = "".join(card.itertext()).replace("\u2060", "")
    assert " ".join(said.split()) == "Aspirin Morning 75 mg Lunch"


def test_cards_stand_in_both_languages(tmp_path):
    html = render_html(an_order(tmp_path, WEEK, locale="ar", twin=True), None, frozenset({1}))
    assert "<table" not in html
    assert html.count("Hydroxychloroquine") == 1


def test_a_long_table_breaks_between_rows_and_leaves_no_page_empty(tmp_path):
    rows = "".join(f"| Exercise {number} | Ten times | Morning and evening |\n" for number in range(30))
    order = an_order(tmp_path, f"Begin slowly.\n\n| What | How often | When |\n|---|---|---|\n{rows}")
    printed, errors, _ = judged(order)
    assert not errors
    first = " ".join(run.text for run in printed.facts.pages[0].runs)
    assert "Exercise 3" in first


def test_a_card_is_not_torn_by_a_page_break(tmp_path):
    order = an_order(tmp_path, f"{'Words before the table. ' * 30}\n\n{WEEK}")
    printed, errors, _ = judged(order)
    assert not errors
    cards = [one for one in printed.tags.root.walk() if one.role == "LI" and "Hydroxychloroquine" in one.text]
    pages = {page for card in cards for one in card.walk() for page in one.pages}
    assert len(pages) == 1


def test_a_form_in_two_languages_keeps_its_headings_on_narrow_paper(tmp_path):
    order = an_order(tmp_path, "| Date | Pain |\n|---|---|\n| | |\n| | |\n", locale="ar", twin=True)
    html = render_html(order, None, frozenset({1}))
    assert (html.count(">Date<"), html.count(">Pain<"), html.count('data-field="tv"')) == (2, 2, 4)


MEDICINES = """:::{doses cards}
| medicine | for | looks | morning | noon | evening | bed |
|---|---|---|---|---|---|---|
| Aspirin | To keep your blood from getting thick | White, round, with a line | one | one | one | two |
| Ramipril | To keep your blood pressure low by day | Yellow, long, with a letter | one | half | half | one |
:::
"""


@pytest.mark.parametrize(("locale", "twin"), [("en_GB", False), ("ar", True)])
def test_no_dose_of_a_medicine_stands_overleaf(tmp_path, locale, twin):
    text = "Take your tablets at the same time of each day, with a glass of water, and never two at once. " * 3
    order = an_order(tmp_path, f"{text}\n\n{MEDICINES}", locale=locale, twin=twin)
    order = replace(order, edition=replace(order.edition, size=24))
    printed, _, _ = judged(order)
    cards = [
        {page for part in one.walk() for page in part.pages}
        for one in printed.tags.root.walk()
        if one.role in ("LI", "Div") and one.text.lstrip("0123456789 ").startswith("Medicine")
    ]
    assert cards
    assert all(len(pages) == 1 for pages in cards), cards
