"""A kind of box is one row: what it says of itself is read, printed, announced and told, for kinds not yet made too."""

import datetime
import pickle
import re
from dataclasses import dataclass, replace

import pytest
import tinyhtml5
from tests.projects.drops import ARABIC, LEAFLET, add_drops, write_drops
from tests.projects.folder import Clinic

from polyleaf.building.documents import Documents
from polyleaf.catalog.messages.extract import leaflet_messages, walk_texts
from polyleaf.errors import UsageError
from polyleaf.manuscript.faults import FaultLog
from polyleaf.model.block_texts import walk_blocks
from polyleaf.model.box_kind import BoxKind, Content
from polyleaf.model.boxes import BOXES, MARKABLE
from polyleaf.model.leaflet import Box, Figure
from polyleaf.render.order import RenderOrder
from polyleaf.render.page import render_html
from polyleaf.render.tagging.roles import ROLES
from polyleaf.render.words import template_messages
from polyleaf.source.markdown import read_body
from polyleaf.source.reader import read_project
from polyleaf.starter.rooms import starter_root, template_rooms
from polyleaf.workspace import Workspace

TOY = BoxKind(
    name="toy",
    purpose="For play.",
    example=":::{toy}\nPlay.\n:::",
    title="Play time",
    note="stands over a game.",
    paragraph="Paragraph in a toy box",
    item="Turn",
    role="note",
    has_sign=True,
)
TITLED = [name for name, kind in BOXES.items() if kind.title]


@pytest.fixture
def clinic(tmp_path, monkeypatch):
    """The clinic with the leaflet of eye drops, and one more kind of box."""
    monkeypatch.setitem(BOXES, "toy", TOY)
    clinic = Clinic(tmp_path / "clinic")
    add_drops(clinic)
    words = clinic.path("templates.ar").read_text(encoding="utf-8")
    clinic.write("templates.ar", f'{words}\nmsgid "Play time"\nmsgstr "وقت اللعب"\n')
    return clinic


def an_order(clinic, box, *, locale="ar", twin=False):
    clinic.write("leaflets/drops/leaflet.md", LEAFLET.replace(":::{important}", f":::{{{box}}}"))
    project = read_project(clinic.root, ["drops"])
    documents = Documents(Workspace(project, datetime.date(2026, 11, 20)))
    return RenderOrder(
        documents.document("drops", locale, beside_source=twin),
        project.config.editions["large"],
        template_rooms(clinic.root),
        {},
        clinic.root / "x.pdf",
        source=documents.document("drops", "en_GB") if twin else None,
    )


def the_box(order, name):
    root = tinyhtml5.parse(render_html(order), namespace_html_elements=False)
    (found,) = [one for one in root.iter("div") if name in (one.get("class") or "").split()]
    return found


def titles(box):
    return ["".join(one.itertext()) for one in box.iter("p") if "box-title" in (one.get("class") or "").split()]


def title_of(clinic, name, locale="ar"):
    return (
        Documents(Workspace(read_project(clinic.root), datetime.date(2026, 11, 20)))
        .phrases(locale)
        .find({**BOXES, "toy": TOY}[name].title)[0]
    )


@pytest.mark.parametrize("name", [*TITLED, "toy"])
def test_a_box_says_its_word_in_the_reader_s_language(clinic, name):
    word, kind = title_of(clinic, name), BOXES[name]
    assert word != kind.title
    box = the_box(an_order(clinic, name), name)
    assert titles(box) == [word]
    assert box.get("role", "") == kind.role
    assert titles(the_box(an_order(clinic, f"{name}}} {{daily"), name)) != [word]  # it has a title of its own


@pytest.mark.parametrize("name", [*TITLED, "toy"])
def test_a_box_that_waits_keeps_its_frame_and_its_word(clinic, name):
    waiting = ("Do not use the drops if the bottle is open for a month.", "Throw the bottle away.")
    write_drops(clinic, "ar", {msgid: text for msgid, text in ARABIC.items() if msgid not in waiting})
    box = the_box(an_order(clinic, name), name)
    assert titles(box) == [title_of(clinic, name)]
    assert "waiting-box" in box.get("class").split()
    assert "Throw the bottle away." in "".join(box.itertext())


@pytest.mark.parametrize("name", [*TITLED, "toy"])
def test_a_box_in_two_languages_says_its_word_in_both(clinic, name):
    assert titles(the_box(an_order(clinic, name, twin=True), name)) == [BOXES[name].title, title_of(clinic, name)]


def test_a_new_row_brings_its_words_to_translators_and_its_sign_to_the_page(clinic):
    (message,) = [one for one in template_messages(template_rooms(clinic.root)) if one.msgid == "Play time"]
    assert message.comments == ("stands over a game.",)
    order = an_order(clinic, "toy")
    leaflet = read_project(clinic.root, ["drops"]).leaflets["drops"]
    told = {text.msgid: comment for text, comment in walk_texts(leaflet)}
    assert told["Throw the bottle away."].startswith("Paragraph in a toy box")
    assert all(one.msgid for one in leaflet_messages(leaflet))
    assert '.box.toy > .box-title { background-image: url("polyleaf:room/signs/toy.svg")' in render_html(order)


def test_an_item_of_a_list_is_what_its_box_says(clinic):
    clinic.write("leaflets/drops/leaflet.md", LEAFLET + "\n:::{toy}\n- Throw.\n:::\n\n:::{tip}\n- Rest.\n:::\n")
    told = {text.msgid: comment for text, comment in walk_texts(read_project(clinic.root).leaflets["drops"])}
    assert told["Throw."].startswith("Turn")
    assert told["Rest."].startswith("List item")


@pytest.mark.parametrize(("template", "twin"), [("blocks.html", False), ("pairs.html", True)])
def test_a_block_without_a_macro_stops_the_page(clinic, template, twin):
    built_in = (starter_root() / "templates" / template).read_text(encoding="utf-8")
    cut, times = re.subn(r" *{%- elif kind == \"TermList\".*\n", "", built_in)
    assert times == 1
    clinic.write(f"templates/{template}", cut)
    with pytest.raises(UsageError, match="no macro prints a TermList"):
        render_html(an_order(clinic, "tip", twin=twin))


@dataclass(frozen=True)
class Strange:
    """Nobody wrote a macro for it."""


def test_an_inline_without_a_macro_stops_the_page(clinic):
    order = an_order(clinic, "tip")
    paragraph = order.document.blocks[1]
    stranger = replace(paragraph, text=replace(paragraph.text, inlines=(Strange(),)))
    with pytest.raises(UsageError, match="no macro prints a Strange"):
        render_html(replace(order, document=replace(order.document, blocks=(stranger,))))


def read(markdown):
    log = FaultLog("leaflet.md")
    return read_body(markdown, log, {"ward": None}, lambda _: ()), log.faults


@pytest.mark.parametrize("kind", BOXES.values(), ids=str)
def test_every_row_is_whole(kind):
    assert re.fullmatch("[a-z][a-z-]*", kind.name)
    assert str(kind) == kind.name
    assert kind.role in ("", *ROLES)
    assert all(part == part.strip() for part in (kind.purpose, kind.detail, kind.title, kind.note, kind.paragraph))
    assert bool(kind.note) == bool(kind.title)
    if kind.has_sign:
        sign = (starter_root() / f"templates/signs/{kind}.svg").read_text(encoding="utf-8")
        assert sign.startswith("<svg ")
        assert "<text" not in sign
    if not kind.content.is_raw:
        assert kind.paragraph.startswith("Paragraph ")


@pytest.mark.parametrize("kind", BOXES.values(), ids=str)
def test_the_example_of_a_row_is_read_as_that_box(kind):
    (block,), faults = read(kind.example)
    assert not faults
    if kind.content is Content.FIGURE:
        assert isinstance(block, Figure)
    elif not kind.content.is_raw:
        assert isinstance(block, Box)
        assert block.kind is kind


@pytest.mark.parametrize("name", MARKABLE)
def test_every_box_with_text_can_be_critical(clinic, name):
    toml = clinic.path("toml").read_text(encoding="utf-8")
    clinic.write("toml", f'{toml}\n[checks]\ncritical = ["{name}"]\n')
    assert read_project(clinic.root).config.critical == (name,)


@pytest.mark.parametrize(("name", "hint"), [("figure", "Boxes: "), ("importnat", "Did you mean")])
def test_no_other_box_can(clinic, name, hint):
    toml = clinic.path("toml").read_text(encoding="utf-8")
    clinic.write("toml", f'{toml}\n[checks]\ncritical = ["{name}"]\n')
    with pytest.raises(UsageError) as caught:
        read_project(clinic.root)
    assert name in caught.value.message
    assert hint in caught.value.hint


def test_a_box_is_itself_again_after_it_was_sent_to_a_worker():
    box = Box(BOXES["risks"], None, ())
    again = pickle.loads(pickle.dumps(box))  # noqa: S301 - our own bytes
    assert again == box
    assert again.kind.content is Content.RISKS
    assert list(walk_blocks((again,))) == [box]


def test_the_word_of_a_sign_is_heard_where_the_author_wrote_a_title(clinic):
    """Who does not see the sign would not know that the box is important."""
    box = the_box(an_order(clinic, "toy} A game\nPlay.\n:::\n\n:::{tip", locale="en_GB"), "toy")
    assert [one.text for one in box.iter("p") if one.get("class") == "spoken"] == ["Play time"]
    assert not [
        one for one in the_box(an_order(clinic, "toy", locale="en_GB"), "toy").iter("p") if one.get("class") == "spoken"
    ]
