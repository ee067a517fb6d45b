"""Every message has a picture of its place, and the text under the frame is that message."""

import csv
import datetime
import io
import re
import tempfile
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from tests.projects.two_leaflets import Folder

from polyleaf.building.documents import Documents
from polyleaf.building.item import Item
from polyleaf.catalog.exchange.format import Incoming
from polyleaf.catalog.exchange.sheet_in import FORMAT
from polyleaf.catalog.messages.extract import leaflet_messages
from polyleaf.model.inline import plain
from polyleaf.model.spoken import letters
from polyleaf.render.places import written_with_places
from polyleaf.source.reader import read_project
from polyleaf.starter.rooms import starter_root
from polyleaf.translating.context import Contexts
from polyleaf.translating.context_work import ContextOrder, all_contexts, written_context
from polyleaf.translating.sending import ExchangeProject, export
from polyleaf.workspace import Workspace

TODAY = datetime.date(2026, 6, 1)
MORE = """
Take **two** tablets
of {dose}.

| What | When |
|---|---|
| Drops and more | - in the morning<br>- in the evening |

:::{important} Mind this
- An item
  - an inner one
:::

:::{figure} images/eye.svg
:alt: An eye from the side
Your eye
:::
"""
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200"><circle cx="100" cy="100" r="60"/>'
    '<text x="200" y="100" font-size="20">A lens here</text></svg>'
)


def under_the_frame(path, spots):
    """The letters of a PDF in some areas; those of right-to-left text come in another order."""
    with pypdfium2.PdfDocument(path) as pdf:
        spots = [spot for spot in spots if spot.page <= len(pdf)]
        pages = [pdf[spot.page - 1].get_textpage() for spot in spots]
        found = [page.get_text_bounded(*spot.area) for page, spot in zip(pages, spots, strict=True)]
        for page in pages:
            page.close()
    return Counter(letters("".join(found)))


def framed(spot):
    """A place with the room that its frame leaves round it."""
    left, bottom, right, top = spot.area
    return replace(spot, area=(left - 4, bottom - 4, right + 4, top + 4))


def hold_the_law(workspace, leaflet, locale, path):
    documents = Documents(workspace)
    document = documents.document(leaflet, locale, beside_source=True)
    edition = next(iter(workspace.project.config.editions))
    placed = written_with_places(documents.render_order(Item(leaflet, locale, edition), document, path)).texts
    by_key = {}
    for one in placed:
        if one.spots:
            by_key.setdefault((one.text.source.context, one.text.source.msgid), one)
    for message in leaflet_messages(workspace.project.leaflets[leaflet]):
        one = by_key[message.key]
        seen = [spot for spot in one.spots if not spot.is_picture and not spot.is_listed]
        if message.context == "alt":
            assert any(spot.is_picture for spot in one.spots)
            continue
        said, there = Counter(letters(plain(one.text.inlines))), under_the_frame(path, seen)
        assert said <= there, message.msgid
        assert there.total() <= said.total() * 1.25 + 24, f"more than the message is framed: {message.msgid}"
    return placed


@pytest.fixture
def desk(tmp_path):
    folder = Folder(tmp_path / "project")
    folder.leaflet("eyes", MORE)
    path = folder.root / "leaflets/eyes/leaflet.md"
    path.write_text(path.read_text().replace("contacts:", "facts:\n  dose: {quantity: 2, unit: mg}\ncontacts:", 1))
    folder.write("leaflets/eyes/images/eye.svg", DRAWING)
    return folder


@pytest.fixture
def workspace(desk):
    return Workspace(read_project(desk.root, ["eyes"]), TODAY)


def test_the_text_under_the_frame_is_the_message(workspace, tmp_path):
    hold_the_law(workspace, "eyes", "en_GB", tmp_path / "eyes.pdf")


@pytest.mark.slow
def test_each_message_has_a_picture_named_by_it(workspace, tmp_path):
    with Contexts(workspace, "clear") as contexts:
        shown = contexts.of("eyes", "pl")
    messages = leaflet_messages(workspace.project.leaflets["eyes"])
    assert [one.message.key for one in shown] == [message.key for message in messages]
    assert all(one.picture for one in shown)
    assert len({one.name for one in shown}) == len(shown)
    heard = [one for one in shown if one.why]
    assert [one.message.context for one in heard] == ["alt"]
    with Image.open(io.BytesIO(shown[0].picture)) as picture:
        assert picture.width > picture.height, "source and translation side by side"
        assert picture.convert("RGB").getcolors(1 << 20)
        colours = {colour for _, colour in picture.convert("RGB").getcolors(1 << 20)}
    assert (204, 51, 0) in colours, "the frame"
    page = written_context(workspace, "eyes", "pl", shown, tmp_path / "out")
    text = page.read_text()
    assert "Zabierz okulary." in text
    assert "Not translated yet" in text
    folder = tmp_path / "out" / "eyes-pl"
    assert sorted(path.name for path in folder.glob("*.png")) == sorted(one.name for one in shown)
    rows = list(csv.DictReader((folder / "index.csv").open()))
    assert [row["source"].lstrip("'") for row in rows] == [one.message.msgid for one in shown]


def test_a_sheet_with_pictures_comes_back_like_any_other(workspace, tmp_path):
    picture = io.BytesIO()
    Image.new("P", (60, 20)).save(picture, "PNG")
    messages = leaflet_messages(workspace.project.leaflets["eyes"])
    pictures = {message.key: picture.getvalue() for message in messages[:3]}
    replies = []
    for seen in ({}, pictures):
        out = tmp_path / f"{len(seen)}.xlsx"
        export(ExchangeProject(workspace), "eyes", "pl", "xlsx", out, pictures=seen)
        with zipfile.ZipFile(out) as file:
            assert len([name for name in file.namelist() if name.startswith("xl/media/")]) == len(seen)
        replies.append(FORMAT.read(Incoming(out.read_bytes(), "x.xlsx")).answers)
    assert replies[0] == replies[1]


ALL = ["en_GB", "pl", "ro", "uk", "ar", "fa", "ur", "bn", "pa", "gu", "ta", "zh_Hans", "so"]


@pytest.mark.slow
@pytest.mark.parametrize("leaflet", ["vertebroplasty", "vertebroplasty-at-a-glance"])
@pytest.mark.parametrize("locale", ALL)
def test_every_message_of_the_starter_is_framed(leaflet, locale, tmp_path):
    workspace = Workspace(read_project(starter_root(), [leaflet]), TODAY)
    hold_the_law(workspace, leaflet, locale, tmp_path / "page.pdf")


@pytest.mark.slow
@pytest.mark.parametrize("locale", ["en_GB", "ar", "bn", "zh_Hans"])
def test_every_message_of_the_everything_leaflet_is_framed(locale, tmp_path):
    root = Path(__file__).parents[1] / "projects" / "constructs"
    hold_the_law(Workspace(read_project(root, ["everything"]), TODAY), "everything", locale, tmp_path / "page.pdf")


UNSEEN = {
    "Phone: {number}",
    "Email: {address}",
    "Website: {address}",
    "Room to write",
    "Box to tick",
    "QR code: {code}",
    "In this leaflet: {heading}",
    "Drops: {number}",
    "A thermometer shows {temperature}.",
    "A picture of {total} people. Filled in: {number}. Empty: {rest}.",
}
"""Words that are heard: what they tell of is framed."""


@pytest.mark.slow
@pytest.mark.parametrize("locale", ["pl", "ur", "zh_Hans"])
def test_every_word_of_the_templates_and_contacts_has_a_picture(locale, tmp_path, monkeypatch):
    """And what stands under its frame is that word, in the language."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    workspace = Workspace(read_project(starter_root(), ["vertebroplasty-at-a-glance"]), TODAY)
    with Contexts(workspace, "clear") as contexts:
        shown = contexts.of_templates(locale)
        assert all(one.picture for one in shown)
        assert {one.message.msgid for one in shown if one.why} == UNSEEN
        pdfs = [*tmp_path.rglob(f"*-{locale}.pdf")]
        for one in shown:
            if one.why or one.target is None:
                continue
            words = letters(re.sub(r"\{\w+\}|[()]", "", one.translation))  # pdfium turns brackets round
            assert any(Counter(words) <= under_the_frame(path, [framed(one.target)]) for path in pdfs), (
                one.message.msgid
            )
        alone = {one.message.msgid for one in shown if one.target is None}
        assert len(alone - {"Draft: do not hand out"}) <= 1, "the offer stands on the pages of others"


@pytest.mark.slow
def test_processes_share_the_languages(desk, tmp_path):
    order = ContextOrder(desk.root, ("eyes", "templates"), ("pl", "ur"), "clear", tmp_path / "out", TODAY)
    alone = {page.path.name: page for page in all_contexts(order, 1)}
    pictures = {path.name: path.read_bytes() for path in (tmp_path / "out").rglob("*.png")}
    shared = {page.path.name: page for page in all_contexts(order, 2)}
    assert alone == shared
    assert len(alone) == 4
    assert pictures == {path.name: path.read_bytes() for path in (tmp_path / "out").rglob("*.png")}
