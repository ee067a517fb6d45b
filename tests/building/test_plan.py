"""What is asked for becomes a list of files; what is not there is named, with the nearest that is."""

from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyleaf.building import ahead
from polyleaf.building.ahead import begin_workers_ahead
from polyleaf.building.item import Item, item_of
from polyleaf.building.plan import BuildRequest, plan
from polyleaf.errors import UsageError
from polyleaf.model.output import PRESS
from polyleaf.workers.pool import SERIAL


def test_all_or_a_part(folder):
    project = folder.read()
    everything = plan(project, BuildRequest(Path("dist")))
    assert len(everything) == 2 * 2 * 3
    assert everything[0] == Item("eyes", "en_GB", "clear")
    part = plan(project, BuildRequest(Path("dist"), ("teeth", "teeth"), ("pl",), ("giant", "large")))
    assert part == (Item("teeth", "pl", "large"), Item("teeth", "pl", "giant"))


@pytest.mark.parametrize(
    ("wishes", "words", "hint"),
    [
        ({"leaflets": ("eye",)}, "no leaflet called 'eye'", "eyes"),
        ({"locales": ("en-gb",)}, "no locale called 'en-gb'", "en_GB"),
        ({"editions": ("Large",)}, "no edition called 'Large'", "large"),
        ({"editions": ("qqqq",)}, "no edition called 'qqqq'", "clear, large, giant"),
    ],
)
def test_unknown_words(folder, wishes, words, hint):
    with pytest.raises(UsageError) as caught:
        plan(folder.read(), BuildRequest(Path("dist"), **wishes))
    assert words in caught.value.message
    assert hint in caught.value.hint


@pytest.mark.parametrize(
    ("wishes", "begun"),
    [
        ({}, False),
        ({"editions": ("clear", "large", "giant")}, True),
        ({"editions": ("clear", "large")}, False),
        ({"locales": ("pl", "en_GB")}, True),
        ({"locales": ("pl", "en_GB"), "jobs": 1}, False),
        ({"locales": ("pl", "en_GB"), "release": True}, False),
        ({"locales": ("pl", "en_GB"), "scheduler": "tcp://host:8786"}, False),
        ({"locales": ("pl", "en_GB"), "is_built": True}, False),
        ({"locales": ("pl", "en_GB"), "is_built": True, "force": True}, True),
        ({"locales": ("\0", "/.."), "leaflets": ("[", "../..")}, True),
    ],
)
def test_workers_begin_before_the_project_is_read_where_several_files_are_missing(folder, monkeypatch, wishes, begun):
    started = []
    monkeypatch.setattr(ahead, "warm_up", lambda _, count: started.append(count > SERIAL))
    if wishes.pop("is_built", False):
        folder.write("dist/manifest.json", "{}")
    begin_workers_ahead(folder.root, BuildRequest(**{"out": folder.root / "dist", "jobs": 2, **wishes}))
    assert (True in started) is begun


WORD = st.lists(st.text("aBz09_", min_size=1, max_size=5), min_size=1, max_size=3).map("-".join)


@given(WORD, WORD, WORD)
def test_a_path_gives_its_item_back(leaflet, locale, edition):
    item = Item(leaflet, locale, edition)
    assert item_of(PurePosixPath(item.path)) == item
    for_press = Item(leaflet, locale, edition, output=PRESS)
    assert for_press.path == item.path.replace(".pdf", "-press.pdf")
    assert item_of(PurePosixPath(for_press.path)) == for_press
    assert for_press.source == item


@pytest.mark.parametrize(
    "path", ["a/b/c.pdf", "a/b/a-b-.pdf", "a/b/a-b-c.txt", "../b/..-b-c.pdf/x", "/a/b/a-b-c.pdf", "a-b-c.pdf"]
)
def test_other_files_are_not_ours(path):
    assert item_of(PurePosixPath(path)) is None
