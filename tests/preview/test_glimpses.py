"""First pictures of pages that are being changed: the very pictures of the finished file, sooner."""

from functools import partial

import pytest
from tests.preview.conftest import TODAY, TOKEN, Quiet
from tests.projects.two_leaflets import Folder

from polyleaf.building import build as module
from polyleaf.building.documents import Documents
from polyleaf.building.item import Item
from polyleaf.building.plan import BuildRequest
from polyleaf.model.artifact import State
from polyleaf.pdf.page_picture import page_picture
from polyleaf.preview.glimpses import WIDTH, GlimpseOrder, carried_out, glimpse
from polyleaf.preview.reading import ReadingOrder, read
from polyleaf.preview.shelf import Shelf
from polyleaf.render.render import lay_out, prepare
from polyleaf.source.reader import read_project
from polyleaf.starter.rooms import starter_root
from polyleaf.workspace import Workspace

EYES = ("eyes", "pl", "large")


def whole(root, file, folder, keep=None):
    """The pictures of all pages of a file."""
    item, documents = Item(*file), Documents(Workspace(read_project(root, [file[0]]), TODAY))
    order = documents.render_order(item, documents.of(item, State.DRAFT), folder / "whole.pdf")
    made = lay_out(order, prepare(order))
    if keep is not None:
        keep.keep_outline(item, made.outline)
    return [page_picture(order.target, number, WIDTH, item.path) for number in range(1, made.pages + 1)]


def long_leaflet(root):
    folder = Folder(root)
    folder.leaflet("eyes", more="\n\n".join(f"## Part {n}\n\n{'Some words of this part. ' * 14}" for n in range(8)))
    return folder


def test_a_first_picture_is_that_of_the_finished_file(tmp_path):
    folder = long_leaflet(tmp_path / "project")
    kept = Shelf(tmp_path / "kept", folder.root)
    kept.folder.mkdir()
    before = whole(folder.root, EYES, tmp_path, kept)
    assert glimpse(kept, GlimpseOrder(folder.root, EYES, (1,), 0, TODAY, False)) == {1: before[0]}  # fonts stay
    path = folder.root / "leaflets/eyes/leaflet.md"
    path.write_text(path.read_text().replace("Some words of this part.", "Other words of this part.", 1))
    outline = kept.outline(Item(*EYES))
    assert outline.ends[1] < outline.ends[-1], "there is something to leave out"
    laid_out = glimpse(kept, GlimpseOrder(folder.root, EYES, (1, 2), 1, TODAY, False))
    after = whole(folder.root, EYES, tmp_path)
    assert before[0] != after[0]
    assert laid_out == {1: after[0], 2: after[1]}
    # With other elements than before, nothing is taken over, and all is laid out.
    path.write_text(path.read_text() + "\n\nOne more.\n")
    laid_out = glimpse(kept, GlimpseOrder(folder.root, EYES, (1, 99), 2, TODAY, True))
    assert list(laid_out) == [1]
    assert kept.outline(Item(*EYES)) != outline, "what it came to is kept: a file from the store brings no outline"


@pytest.mark.slow
@pytest.mark.parametrize("locale", ["en_GB", "ar", "ur", "zh_Hans", "ta"])
@pytest.mark.parametrize("edition", ["clear", "giant"])
@pytest.mark.parametrize("leaflet", ["vertebroplasty", "vertebroplasty-at-a-glance"])
def test_first_pictures_of_the_starter(leaflet, locale, edition, tmp_path):
    file = (leaflet, locale, edition)
    """Its first two pages; of pages far behind the engine makes another now and then, and the file corrects it."""
    shelf = Shelf(tmp_path, starter_root())
    pictures = whole(starter_root(), file, tmp_path, shelf)
    wanted = (1, 2)
    found = glimpse(shelf, GlimpseOrder(starter_root(), file, wanted, 1, TODAY, False))
    assert found == {number: pictures[number - 1] for number in wanted}


def test_a_first_picture_is_shown_until_the_file_is_there(built):
    live = built.desk.live
    of_the_file = built.see("picture/eyes/pl/large/1")
    live.glimpses = {EYES: {1: b"first"}}
    assert built.see("picture/eyes/pl/large/1").content == b"first"
    assert built.see("picture/eyes/en_GB/large/1").content != b"first"
    live._passed(EYES)
    assert built.see("picture/eyes/pl/large/1").content == of_the_file.content


def test_only_pages_of_files_that_are_looked_at_are_noted(built):
    live = built.desk.live
    live._feeds = {object(): (EYES,)}
    pages = [*(f"eyes/pl/large/{number}" for number in (9, 2, 1, 4, 2)), "teeth/pl/large/1"]
    strange = ["", "x", "eyes/pl/large/0", "eyes/pl/large/x", "eyes/pl/large/99999999", "a/b/c/d/e"]
    assert built.submit("sight", {"page": [*pages, *strange]}).status_code == 204
    assert live._in_sight == {EYES: (1, 2, 4)}
    assert built.post(f"/{TOKEN}/sight", data={"page": pages}).status_code == 403  # no page of the desk asks


def test_who_makes_a_file_lays_down_what_stands_where_in_it(built, tmp_path, monkeypatch):
    root, shelf = built.desk.root, Shelf(tmp_path / "shelf", built.desk.root)
    shelf.folder.mkdir()
    shelf.begin(TODAY)
    path = root / "leaflets/eyes/leaflet.md"
    path.write_text(path.read_text().replace("Do not eat.", "Do not drink."))
    work = partial(carried_out, shelf)
    monkeypatch.setattr(module, "make", work)
    request = BuildRequest(out=built.desk.out, leaflets=("eyes",), only=frozenset([EYES]), jobs=1)
    (made,) = module.build(built.desk.workspace("eyes"), request, Quiet()).built
    asked_for = read(ReadingOrder(root, EYES, built.desk.out / made.path, made.state, TODAY))
    assert shelf.reading(EYES, made.sha256) == asked_for
    assert len(asked_for.places) > 5
    assert shelf.reading(EYES, "0" * 64) is None
