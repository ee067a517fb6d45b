"""Forms on the page: boxes to tick, lines to write on, references with their pages, square codes."""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import tinyhtml5
import weasyprint
from tests.projects.folder import Clinic

from polyleaf.building.documents import Documents
from polyleaf.building.fonts import families
from polyleaf.building.printed import printed_document
from polyleaf.checks.run import run
from polyleaf.model.edition import Edition
from polyleaf.model.finding import Location, Severity
from polyleaf.model.inline import plain
from polyleaf.model.leaflet import Heading
from polyleaf.model.tag_tree import PAGE
from polyleaf.render.forms import parts_to_fill
from polyleaf.render.order import RenderOrder
from polyleaf.render.page import render_html
from polyleaf.render.render import render
from polyleaf.source.reader import read_project
from polyleaf.starter.rooms import template_rooms
from polyleaf.workspace import Workspace

PROJECT = Path(__file__).parents[1] / "projects" / "everything"
FRONT = """---
title: Ticks
code: TST-903
version: "1.0"
published: 2026-11-20
review_by: 2099-11-20
owner: Test ward
---
"""


def an_order(locale: str = "en_GB", *, twin: bool = False, target: Path = Path("x.pdf"), **edition: Any) -> RenderOrder:
    project = read_project(PROJECT)
    documents = Documents(Workspace(project, datetime.date(2026, 11, 20)))
    return RenderOrder(
        documents.document("everything", locale, beside_source=twin),
        replace(Edition("test", 14.0, "A4"), **edition),
        template_rooms(PROJECT),
        {},
        target,
        source=documents.document("everything", "en_GB") if twin else None,
        families=families(project.config, locale),
    )


def page(order: RenderOrder) -> Any:
    return tinyhtml5.parse(render_html(order), namespace_html_elements=False)


def of_class(root: Any, name: str) -> list[Any]:
    return [one for one in root.iter() if name in (one.get("class") or "").split()]


def words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def test_boxes_and_lines_are_cut_out_of_their_words() -> None:
    assert list(parts_to_fill("Weight: ____ kg. ☐ yes ☐no")) == [
        ("words", "Weight: "),
        ("line", "____"),
        ("words", " kg. "),
        ("tick", "☐"),
        ("words", "\u00a0yes "),
        ("tick", "☐"),
        ("words", "no"),
    ]
    for behind in ("", " (please tick)"):
        assert "".join(part for _, part in parts_to_fill(f"Yes ☐ No ☐{behind}")) == f"Yes\u00a0☐ No\u00a0☐{behind}"
    assert "".join(part for _, part in parts_to_fill("Smoker? ☐ ")) == "Smoker? ☐\u00a0", "before stressed words"


@pytest.mark.parametrize("locale", ["en_GB", "ar"])
def test_every_place_to_fill_in_says_what_it_is(locale: str) -> None:
    root = page(an_order(locale))
    fields = [one for one in root.iter() if one.get("data-field")]
    assert {one.get("data-field") for one in fields} == {"cb", "tv"}
    assert all(one.get("aria-label") or one.get("title") for one in fields)
    ticked = of_class(root, "tick")
    assert len(ticked) == 4
    assert all(words(one).startswith("☐") for one in ticked)
    (table,) = root.iter("table")
    assert len([one for one in table.iter() if one.get("data-room")]) == 6


def test_only_headings_that_are_referred_to_have_names() -> None:
    order = an_order("ar")
    root = page(replace(order, document=replace(order.document, contents=False)))
    named = {one.get("id"): words(one) for one in root.iter() if one.get("id")}
    assert named == {"what-you-sign": "ما توقّع عليه", "your-notes": "ملاحظاتك"}
    links = [one for one in root.iter("a") if one.get("href").startswith("#")]
    assert [one.get("href") for one in links] == ["#what-you-sign", "#your-notes"]
    assert [words(one) for one in of_class(root, "page-of")] == ["(صفحة )", "(صفحة )"]
    assert links[1].get("title") == "في هذه النشرة: ملاحظاتك"


def test_a_reference_of_a_translation_to_nothing_is_printed_as_words() -> None:
    order = an_order("ar")
    blocks = tuple(one for one in order.document.blocks if not isinstance(one, Heading))
    root = page(replace(order, document=replace(order.document, blocks=blocks)))
    assert not [one for one in root.iter("a") if one.get("href").startswith("#")]
    assert not of_class(root, "page-of")
    assert "ملاحظاتك" in words(root)


def test_a_square_code_leads_where_the_words_do() -> None:
    (box,) = of_class(page(an_order("zh_Hans")), "scan")
    (code,) = [one for one in box.iter("img") if one.get("src").startswith("polyleaf:code/")]
    (link,) = box.iter("a")
    assert code.get("src") == "polyleaf:code/https%3A%2F%2Fwww.example.org%2Ffilm"
    assert link.get("href") == "https://www.example.org/film"
    assert code.get("alt").endswith("www.example.org/film")


def test_two_languages_have_one_place_to_write() -> None:
    alone, twin = page(an_order("ar")), page(an_order("ar", twin=True))
    for name in ("room", "scan-square", "cut", "fields"):
        assert len(of_class(twin, name)) == len(of_class(alone, name)), name
    assert [words(one) for one in of_class(twin, "page-of")] == ["(page )", "(page )", "(صفحة )", "(صفحة )"]
    labels = [words(one) for one in twin.iter("dt")][:2]
    assert labels == ["Date", "Time"]
    assert [words(one) for one in of_class(twin, "field-name")][:2] == ["التاريخ", "الوقت"]


def test_a_slip_is_cut_off_above_and_below() -> None:
    """What comes behind it is whom to call, which nobody may cut off with it."""
    html = render_html(an_order())
    slip = f'{html[: html.index("<main>")]}<div class="box slip">Yes</div>'
    (laid_out,) = weasyprint.HTML(string=slip, url_fetcher=lambda *_: {"string": ""}).render().pages
    box = next(
        box
        for box in laid_out._page_box.descendants()
        if box.element is not None and box.element.get("class") == "box slip"
    )
    assert box.style["border_bottom_style"] == "dashed"


def test_a_page_of_notes_has_as_many_lines_as_its_paper() -> None:
    boxes = (of_class(page(an_order(paper=paper)), "page")[0] for paper in ("A5", "A4"))
    small, large = (sum(1 for _ in box.iter("img")) for box in boxes)
    assert small < large


CASES = [("en_GB", False), ("ar", False), ("ur", False), ("zh_Hans", False), ("ar", True), ("zh_Hans", True)]


def test_boxes_to_tick_in_the_middle_of_a_text_do_not_touch_the_line_above(tmp_path: Path) -> None:
    clinic = Clinic(tmp_path / "clinic")
    text = "Days with pain: " + "[ ] " * 60
    clinic.write("leaflets/ticks/leaflet.md", f"{FRONT}{text}\n")
    project = read_project(clinic.root)
    document = Documents(Workspace(project, datetime.date(2026, 11, 20))).document("ticks", "en_GB")
    edition, fonts = Edition("large", 18.0, "A4"), families(project.config, "en_GB")
    order = RenderOrder(document, edition, template_rooms(clinic.root), {}, tmp_path / "x.pdf", families=fonts)
    printed = printed_document(order, order.target, "x.pdf", "", render(order).pages)
    assert not [one for one in run((printed,)) if one.check == "page/lines-too-close"]


@pytest.mark.slow
@pytest.mark.parametrize("standard", ["pdf/ua-1", "pdf/ua-2"])
@pytest.mark.parametrize(("locale", "twin"), CASES)
def test_the_page_has_no_errors_and_its_references_are_right(
    tmp_path: Path, standard: str, locale: str, twin: bool
) -> None:
    order = replace(an_order(locale, twin=twin, target=tmp_path / "x.pdf"), accessible=standard)
    done = render(order)
    printed = printed_document(order, order.target, "x.pdf", standard, done.pages)
    errors = [one for one in run((printed,)) if one.severity is Severity.ERROR and one.check != "page/form-split"]
    assert not errors
    assert printed.tags is not None
    heads = [text.inlines for text in (block.text for block in order.document.blocks if isinstance(block, Heading))]
    names = [plain(inlines) for inlines in heads][-2:]
    pages = [one.pages[0] for one in printed.tags.root.walk() if one.role == "H2" and one.text in names]
    told = [int("".join(filter(str.isdecimal, one.text))) for one in printed.tags.root.walk() if one.title == PAGE]
    assert told == pages * (2 if twin else 1)


@pytest.mark.slow
def test_forms_in_the_largest_print_are_told_with_their_line(tmp_path: Path) -> None:
    order = an_order("ar", target=tmp_path / "x.pdf", size=44.0)
    done = render(order)
    printed = printed_document(order, order.target, "x.pdf", "", done.pages)
    found = [one for one in run((printed,)) if one.check == "page/form-split"]
    assert "44 pt" in found[0].fault.message
    assert found[0].fault.origin == Location("leaflets/everything/leaflet.md", 18)


@pytest.mark.slow
@pytest.mark.parametrize("standard", ["pdf/ua-1", "pdf/ua-2"])
@pytest.mark.parametrize("locale", ["en_GB", "ar"])
def test_a_form_for_the_screen_has_a_field_over_each_place(tmp_path: Path, standard: str, locale: str) -> None:
    order = replace(an_order(locale, target=tmp_path / "x.pdf", fields=True), accessible=standard)
    done = render(order)
    printed = printed_document(order, order.target, "x.pdf", standard, done.pages)
    assert not [one for one in run((printed,)) if one.severity is Severity.ERROR]
    with pikepdf.open(order.target) as pdf:
        fields = list(pdf.Root.AcroForm.Fields)
        names = [str(one.TU) for one in fields]
        kinds = Counter(str(one.FT) for one in fields)
        widgets = [one for page in pdf.pages for one in page.get("/Annots", []) if one.Subtype == "/Widget"]
        trim = pdf.pages[0].mediabox
        assert all(0 <= one.Rect[0] < one.Rect[2] <= trim[2] and 0 <= one.Rect[1] < one.Rect[3] for one in widgets)
    assert len(widgets) == len(fields)
    assert kinds == {"/Btn": 6, "/Tx": 18}
    assert ("التاريخ" if locale == "ar" else "Date") in names


def test_a_page_has_no_fields_unless_its_edition_asks() -> None:
    assert page(an_order()).get("data-fields") is None
    assert page(an_order(fields=True)).get("data-fields") == "yes"
