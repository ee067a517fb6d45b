"""Fallback on the page: boxed once, explained in the reader's language, in its own language for a screen reader."""

import datetime
from dataclasses import replace

import pikepdf
import pytest
import tinyhtml5
import weasyprint
from tests.projects.drops import ARABIC, add_drops, write_drops
from tests.projects.folder import Clinic
from weasyprint.formatting_structure.boxes import BlockBox

from polyleaf.building.documents import Documents
from polyleaf.cli.main import run
from polyleaf.model.document import Phrases
from polyleaf.render.order import RenderOrder
from polyleaf.render.page import render_html
from polyleaf.source.reader import read_project
from polyleaf.starter.rooms import template_rooms
from polyleaf.workspace import Workspace

NOTE = "لم يُترجَم هذا الجزء بعد. اطلب من الموظفين مترجمًا شفويًا."


@pytest.fixture
def clinic(tmp_path):
    clinic = Clinic(tmp_path / "clinic")
    add_drops(clinic)
    return clinic


def order_of(clinic, *, twin=False, without=()):
    write_drops(clinic, "ar", {msgid: text for msgid, text in ARABIC.items() if msgid not in without})
    project = read_project(clinic.root, ["drops"])
    documents = Documents(Workspace(project, datetime.date(2026, 11, 20)))
    return RenderOrder(
        documents.document("drops", "ar", beside_source=twin),
        project.config.editions["large"],
        template_rooms(clinic.root),
        {},
        clinic.root / "x.pdf",
        source=documents.document("drops", "en_GB") if twin else None,
    )


@pytest.fixture
def page(clinic):
    """The tree of the Arabic page without some translations, and the parent of every element."""

    def page(*without, twin=False):
        html = render_html(order_of(clinic, twin=twin, without=without))
        root = tinyhtml5.parse(html, namespace_html_elements=False).find("body")
        return root, {child: parent for parent in root.iter() for child in parent}

    return page


def words(element):
    return " ".join("".join(element.itertext()).split())


def holders(root, text):
    """The innermost elements that hold a text."""
    return [
        element
        for element in root.iter()
        if isinstance(element.tag, str)
        and text in words(element)
        and not any(text in words(child) for child in element)
    ]


def inherited(element, parents, name):
    while element is not None and not element.get(name):
        element = parents.get(element)
    return "ar" if element is None and name == "lang" else element.get(name) if element is not None else "rtl"


def notes(root):
    return [element for element in root.iter("p") if words(element) == NOTE]


@pytest.mark.parametrize("missing", sorted(ARABIC))
def test_every_kind_of_text_says_its_own_language_and_is_explained(page, missing):
    root, parents = page(missing)
    shown = missing.replace("{daily}", "").split("  ")[0].strip(" .")
    (found,) = [one for one in holders(root, shown) if one.tag != "bdi" and one.get("class") != "row"][:1]
    assert (inherited(found, parents, "lang"), inherited(found, parents, "dir")) == ("en-GB", "ltr")
    assert len(notes(root)) == 1
    for note in notes(root):
        assert (inherited(note, parents, "lang"), inherited(note, parents, "dir")) == ("ar", "rtl")


def test_a_whole_translation_has_no_note(page):
    root, _ = page()
    assert not notes(root)
    assert not [one for one in root.iter() if "untranslated" in (one.get("class") or "")]


def test_neighbours_share_one_box_and_one_note(page):
    root, _parents = page("Every day", "Use the drops every {daily}.")
    (box,) = [one for one in root.iter("div") if one.get("class") == "waiting"]
    assert [child.tag for child in box] == ["p", "div"]
    assert [child.tag for child in box[1]] == ["h2", "p"]
    assert "4 hours" in words(box).replace("\N{NO-BREAK SPACE}", " ")
    assert len(notes(root)) == 1


def test_neighbouring_items_share_one_note(page):
    root, _ = page("Wash your hands.", "Lie down.")
    assert len(notes(root)) == 1
    one, _ = page("Wash your hands.", "Your eye stings.")
    assert len(notes(one)) == 2


def test_a_critical_box_keeps_its_frame_and_speaks_one_language(page):
    root, _parents = page("Throw the bottle away.")
    (box,) = [one for one in root.iter("div") if "important" in (one.get("class") or "").split()]
    assert words(box[0]) == "مهم"
    assert words(box[1]) == NOTE
    assert box[2].get("lang") == "en-GB"
    assert "Do not use the drops" in words(box[2])
    assert "لا تستعمل" not in words(box)


def test_two_languages_stand_point_by_point(page):
    root, parents = page(twin=True)
    pairs = [one for one in root.iter("div") if one.get("class") == "pair"]
    numbers = [[words(point) for point in pair.iter("p") if point.get("class") == "point"] for pair in pairs]
    assert numbers == [[str(at)] * 2 for at in range(1, len(pairs) + 1)]
    for pair in pairs:
        first, second = pair
        assert (first.get("lang"), first.get("dir")) == ("en-GB", "ltr")
        assert (inherited(second, parents, "lang"), inherited(second, parents, "dir")) == ("ar", "rtl")
    told = words(root)
    for english, arabic in ARABIC.items():
        assert english.split("{")[0] in told
        assert arabic.split("{")[0] in told
    assert not notes(root)


def test_a_missing_half_leaves_the_source_and_a_note(page):
    root, _ = page("Lie down.", "Throw the bottle away.", twin=True)
    pairs = [one for one in root.iter("div") if one.get("class") == "pair"]
    alone = [words(pair) for pair in pairs if len(pair) == 1]
    assert [text.split(" ", 1)[1] for text in alone] == [
        "Do not use the drops if the bottle is open for a month.",
        "Throw the bottle away.",
        "Lie down.",
    ]
    assert len(notes(root)) == 2


def languages(element, inherit, found):
    """Text tags of a file with the language each is in."""
    own = str(element.get("/Lang", inherit))
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            languages(kid, own, found)
    found.append((str(element.get("/S", "")), own))
    return found


@pytest.mark.parametrize("twin", [False, True])
def test_the_tags_of_the_file_say_it_too(clinic, twin):
    """One untranslated paragraph reads, in the tag tree, as Arabic with one English part."""
    write_drops(
        clinic, "ar", {msgid: text for msgid, text in ARABIC.items() if msgid != "Use the drops every {daily}."}
    )
    choice = ["--bilingual", "ar"] if twin else ["-l", "ar"]
    assert run(["build", "drops", *choice, "-j", "1", "-C", str(clinic.root)]) == 0
    name = "drops-ar-bilingual-large.pdf" if twin else "drops-ar-large.pdf"
    with pikepdf.open(clinic.out / "drops/ar" / name) as pdf:
        root = pdf.Root.StructTreeRoot
        kids = root.K if isinstance(root.K, pikepdf.Array) else [root.K]
        found = [one for kid in kids for one in languages(kid, str(pdf.Root.Lang), [])]
        assert str(pdf.Root.Lang) == "ar"
    english = [kind for kind, lang in found if lang == "en-GB" and kind == "/P"]
    arabic = [kind for kind, lang in found if lang == "ar" and kind == "/P"]
    if twin:
        assert len(english) >= 8
        assert len(arabic) >= 8
    else:
        assert len(english) == 2  # the name of the hospital, and the one paragraph


def laid_out(clinic, body):
    """The texts of some mark-up in the style of the Arabic page: the box of each, and its page."""
    html = render_html(order_of(clinic))
    pages = weasyprint.HTML(string=f"{html[: html.index('<main>')]}<main>{body}</main>").render().pages
    boxes = (
        (box, page)
        for page in pages
        for box in page._page_box.descendants()
        if box.element_tag in ("p", "h2") and isinstance(box, BlockBox)
    )
    return {words(box.element): (box, page) for box, page in boxes}


def test_signs_and_boxes_to_tick_keep_their_room_where_words_wait(clinic):
    tip = '<div class="box tip"><p class="box-title untranslated" dir="ltr">Shoes</p></div>'
    tick = '<ul><li class="tick"><p class="untranslated">I come.</p></li></ul>'
    found = laid_out(clinic, f'<div class="waiting">{tip}{tick}<p class="untranslated">Words.</p></div>')
    assert found["Shoes"][0].padding_left > 0
    assert found["I come."][0].padding_right > 0
    assert (found["Words."][0].padding_right, found["Words."][0].border_right_width) == (0, 0)


def test_a_note_below_whom_to_call_does_not_bind_what_follows(clinic):
    note = '<div class="call"><p>999</p><p class="untranslated-note">Ask</p></div>'
    found = laid_out(clinic, f'<p style="height: 100mm">Text</p>{note}<h2>Next</h2><p style="height: 200mm">Below</p>')
    assert found["Ask"][1] is found["Text"][1] is not found["Next"][1]


def test_an_imprint_whose_words_wait_runs_as_they_do(clinic):
    order = order_of(clinic)
    phrases = Phrases(order.document.language, order.document.source_language, {})
    assert '<section class="imprint" dir="ltr"' not in render_html(order)
    order = replace(order, document=replace(order.document, phrases=phrases))
    assert '<section class="imprint" dir="ltr"' in render_html(order)
