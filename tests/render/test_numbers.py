"""Every block that is made from facts, on finished pages: counted in pixels, and as the golden tag tree.

After a change that is meant: ``pytest tests/render/test_numbers.py --update``, and read the difference.
"""

from __future__ import annotations

import datetime
import re
import shutil
from pathlib import Path

import pytest
from tests.pictures.shapes import counted, figures

from polyleaf.building.documents import Documents
from polyleaf.cli.main import run
from polyleaf.importing.blocks_out import markdown_lines
from polyleaf.manuscript.faults import FaultLog
from polyleaf.model.block_texts import map_texts
from polyleaf.model.print_code import PRINTED
from polyleaf.model.tag_tree import outline
from polyleaf.pdf.tag_tree import read_tags
from polyleaf.render.order import RenderOrder
from polyleaf.render.page import render_html
from polyleaf.render.render import render
from polyleaf.source.markdown import read_body
from polyleaf.source.reader import read_project
from polyleaf.starter.rooms import template_rooms
from polyleaf.workspace import Workspace

PROJECT = Path(__file__).parents[1] / "projects" / "everything"
GOLDEN = Path(__file__).parents[1] / "golden"
PEOPLE = [(12, 88), (3, 97), (45, 955), (2, 998)]
DROPS = [4, 2]


def an_order(locale, target=Path("x.pdf"), *, twin=False, edition="large", root=PROJECT):
    project = read_project(root, ["numbers"])
    documents = Documents(Workspace(project, datetime.date(2026, 11, 20)))
    document = documents.document("numbers", locale, beside_source=twin)
    source = documents.document("numbers", "en_GB") if twin else None
    where = (project.config.editions[edition], template_rooms(root), {}, target)
    return RenderOrder(document, *where, source=source)


@pytest.fixture(scope="module", params=["en_GB", "ar"])
def printed(request, tmp_path_factory):
    order = an_order(request.param, tmp_path_factory.mktemp("numbers") / "x.pdf")
    render(order)
    return request.param, order.target


def test_shapes_on_the_page_are_as_many_as_the_facts_say(printed):
    locale, path = printed
    found = [(alt, counted(path, page, box)) for alt, page, box in figures(path)]
    people, drops = found[: len(PEOPLE)], found[len(PEOPLE) : len(PEOPLE) + len(DROPS)]
    assert [shapes.numbers for _, shapes in people] == PEOPLE
    assert [shapes.numbers for _, shapes in drops] == [(number, 0) for number in DROPS]
    edge = min if locale == "en_GB" else max
    for alt, shapes in people:
        filled, empty = shapes.numbers
        said = [int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", alt)]
        assert said == [filled + empty, filled, empty]
        everyone = edge(shape.middle[0] for shape in (*shapes.filled, *shapes.empty))
        assert abs(edge(shape.middle[0] for shape in shapes.filled) - everyone) < 2, "filled where reading begins"
        assert max(shape.top for shape in shapes.filled) <= min(shape.bottom for shape in shapes.empty)


def test_the_tree_is_the_golden_one(printed, request):
    locale, path = printed
    golden = GOLDEN / f"numbers-{locale}.txt"
    told = PRINTED.sub("CODE", "\n".join(outline(read_tags(path, "x.pdf").root)) + "\n")
    if request.config.getoption("--update"):
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


def test_columns_are_named_in_the_reader_s_language():
    heads = re.findall(r'<th scope="col"[^>]*>([^<]+)</th>', render_html(an_order("zh_Hans")))
    assert heads[:6] == ["益处", "不治疗", "药片", "害处", "不治疗", "药片"]
    assert heads[-7:] == ["药名", "用途", "外观", "早上", "中午", "晚上", "睡前"]


def test_a_card_has_no_line_for_a_time_without_a_dose():
    cards = render_html(an_order("en_GB"), cards=frozenset({4}))
    first, second = re.findall(r"<li[^>]*>\s*<dl.*?</li>", cards, re.DOTALL)
    assert re.findall(r"<dt[^>]*>([^<]+)<", first) == ["Medicine", "What for", "Looks like", "Morning"]
    assert re.findall(r"<dt[^>]*>([^<]+)<", second)[3:] == ["Morning", "Noon", "Evening", "Bedtime"]


def test_two_languages():
    twin = render_html(an_order("ar", twin=True))
    assert len(re.findall(r'<img src="polyleaf:drawn/people', twin)) == len(PEOPLE)
    assert "polyleaf:drawn/people/12/100/rtl" in twin
    for words in ("Doing nothing", "عدم العلاج", "Bedtime", "عند النوم", "It happens to", "يحدث هذا لدى"):
        assert words in twin


def test_what_waits_for_translation_has_its_columns_in_the_language_of_its_words(tmp_path):
    shutil.copytree(PROJECT, tmp_path / "project")
    (tmp_path / "project/translations/ar/LC_MESSAGES/numbers.po").unlink()
    html = render_html(an_order("ar", root=tmp_path / "project"))
    assert '<th scope="col" lang="en-GB" dir="ltr">Bedtime</th>' in html
    assert html.count("polyleaf:drawn/people") == len(PEOPLE)
    assert "يحدث هذا لدى" in html  # what polyleaf says itself it says in the reader's language


def test_it_is_written_as_it_is_read():
    leaflet = read_project(PROJECT, ["numbers"]).leaflets["numbers"]
    log = FaultLog("leaflet.md")
    again = read_body("\n".join(markdown_lines(leaflet.blocks)), log, {}, lambda _: (), facts=leaflet.facts)

    def words(blocks):
        return [map_texts(block, lambda text: text.msgid) for block in blocks]

    assert words(again) == words(leaflet.blocks)
    assert not log.faults


@pytest.mark.slow
def test_every_edition_for_screen_and_press_in_black_and_beside_the_source(tmp_path):
    build = ["build", "numbers", "-C", str(PROJECT), "-j", "1"]
    colour = ["--output", "all", "-o", str(tmp_path / "colour")]
    assert run([*build, *colour, "-l", "en_GB", "-l", "ar", "-l", "zh_Hans"]) == 0
    assert run([*build, "-o", str(tmp_path / "twin"), "--bilingual", "ar", "-e", "large", "-e", "giant"]) == 0
    assert run([*build, "-o", str(tmp_path / "trial"), "-l", "qps-ploc", "-e", "large"]) == 0
    for path in sorted((tmp_path / "colour").rglob("*-giant.pdf")):
        arrays = [counted(path, page, box).numbers for _, page, box in figures(path)]
        assert arrays[: len(PEOPLE)] == PEOPLE
