"""New projects and leaflets: whole or not at all, and right from the start."""

import datetime
import errno
import os

import pytest

from polyleaf import files
from polyleaf.checks.run import run
from polyleaf.checks.source.skeleton_left import SKELETON
from polyleaf.checks.subjects import source_subjects
from polyleaf.errors import MachineError, UsageError
from polyleaf.model.block_texts import every_text, walk_blocks
from polyleaf.model.finding import Severity
from polyleaf.model.inline import plain
from polyleaf.model.leaflet import Box
from polyleaf.source.reader import read_project
from polyleaf.starter import init as init_module
from polyleaf.starter.init import init
from polyleaf.starter.new_leaflet import new_leaflet
from polyleaf.starter.rooms import PAGE_WORDS, ROOMS, starter_root, template_rooms, translation_rooms

TODAY = datetime.date(2028, 2, 29)


def tree(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


@pytest.mark.parametrize("there", [False, True])
def test_a_new_project_is_the_starter_project(tmp_path, there):
    target = tmp_path / "a" / "leaflets of ours"
    if there:
        target.mkdir(parents=True)
    made = init(target)
    assert [path.name for path in made] == ["polyleaf.toml", "leaflets", "translations", "templates"]
    assert all(path.exists() for path in made)
    assert tree(tmp_path / "a") - {f"leaflets of ours/{name}" for name in tree(target)} == {"leaflets of ours"}
    project = read_project(target)
    assert project.broken == ()
    assert project.config == read_project(starter_root()).config
    assert all(leaflet.faults == () for leaflet in project.leaflets.values())
    assert template_rooms(target)[-1] == starter_root() / "templates"


def test_the_folder_one_is_in_can_become_a_project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    made = init(tmp_path.relative_to(tmp_path))
    assert os.listdir() != []  # noqa: PTH208 - of the folder this process is in, which must still be the same one
    assert all(path.exists() for path in made)


@pytest.mark.parametrize("content", ["file", "folder with a file", "hidden file"])
def test_nothing_is_ever_overwritten(tmp_path, content):
    target = tmp_path / "x"
    if content == "file":
        target.write_text("mine")
    else:
        target.mkdir()
        (target / (".hidden" if content == "hidden file" else "mine.txt")).write_text("mine")
    before = tree(tmp_path)
    with pytest.raises(UsageError) as caught:
        init(target)
    assert "already has something in it" in caught.value.message
    assert "polyleaf init" in caught.value.hint
    assert tree(tmp_path) == before


@pytest.mark.parametrize("there", [False, True])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_project_that_could_not_be_finished_leaves_nothing_behind(tmp_path, monkeypatch, there, error):
    target = tmp_path / "x"
    if there:
        target.mkdir()
    before = tree(tmp_path)

    def fail(*_, **__):
        raise error

    monkeypatch.setattr(init_module.shutil, "copyfile", fail)
    with pytest.raises((MachineError, KeyboardInterrupt)):
        init(target)
    assert tree(tmp_path) == before
    monkeypatch.undo()
    assert init(target)


def test_an_incomplete_installation_is_told(monkeypatch, tmp_path):
    monkeypatch.setattr("polyleaf.starter.rooms._PACKAGE", tmp_path / "a" / "b")
    with pytest.raises(MachineError) as caught:
        starter_root()
    assert "pip install" in caught.value.hint


@pytest.fixture
def root(tmp_path):
    (tmp_path / "polyleaf.toml").write_text(
        '[organisation]\nname = "X"\n[languages]\nsource = "en_GB"\ntargets = ["pl"]\n', encoding="utf-8"
    )
    return tmp_path


NAMES = ["hip-replacement", "x", "null", "true", "2026", "2026-01-01", "1e3", "yes", "a_b-c", "0x1f", "y" * 80]


@pytest.mark.parametrize("name", NAMES)
def test_the_skeleton_is_a_leaflet_without_an_error(root, name):
    path = new_leaflet(root, name, TODAY)
    assert path == root / "leaflets" / name / "leaflet.md"
    project = read_project(root)
    assert project.broken == ()
    leaflet = project.leaflets[name]
    assert leaflet.title.msgid.casefold().replace(" ", "-") == name.replace("_", "-")
    assert (leaflet.published, leaflet.review_by) == (TODAY, datetime.date(2030, 2, 28))
    findings = run(source_subjects(project, TODAY))
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    assert {finding.check for finding in errors} == {"source/skeleton-left"}, "the phrases to replace"
    if name == "hip-replacement":
        told = {finding.check for finding in findings if finding.severity > Severity.NOTE}
        assert told == {"source/no-contact", "source/skeleton-left"}, "what only the author can know"


def test_the_skeleton_has_one_of_each_kind_and_every_phrase_of_it_is_told(root):
    with (root / "polyleaf.toml").open("a") as config:
        config.write('[contacts.ward]\nname = "Ward"\nphone = "0800 000 000"\n')
    new_leaflet(root, "hip", TODAY)
    new_leaflet(root, "knee", TODAY)
    project = read_project(root)
    leaflet = project.leaflets["hip"]
    assert {project.leaflets[name].code for name in ("hip", "knee")} == {"NEW-001", "NEW-002"}
    assert leaflet.contacts == ("ward",)
    kinds = {type(block).__name__ for block in walk_blocks(leaflet.blocks)}
    assert kinds >= {"Heading", "Paragraph", "ListBlock", "Table", "Figure", "Box", "TermList"}
    boxes = {block.kind.name for block in walk_blocks(leaflet.blocks) if isinstance(block, Box)}
    assert boxes == {"important", "steps", "tip", "risks", "emergency"}
    findings = [one for one in run(source_subjects(project, TODAY)) if one.fault.location.path == leaflet.path]
    assert {one.check for one in findings if one.severity > Severity.NOTE} == {"source/skeleton-left"}
    said = {plain(text.inlines) for text in every_text(leaflet)} | {leaflet.owner}
    assert set(SKELETON) <= said, "every phrase that is told stands in it"


@pytest.mark.parametrize(
    "name", ["", "..", "a/b", "../a", "A", "é", "-a", "a b", "a\n", "templates", "glossary", "z" * 81]
)
def test_names_that_cannot_be_are_refused(root, name):
    before = tree(root)
    with pytest.raises(UsageError) as caught:
        new_leaflet(root, name, TODAY)
    assert caught.value.hint
    assert tree(root) == before


def test_a_leaflet_is_never_overwritten(root):
    path = new_leaflet(root, "hip", TODAY)
    path.write_text("mine")
    with pytest.raises(UsageError, match="already a leaflet"):
        new_leaflet(root, "hip", TODAY)
    assert path.read_text() == "mine"


def test_own_rooms_come_first(root):
    (root / "templates").mkdir()
    assert template_rooms(root) == (root / "templates", starter_root() / "templates")
    assert translation_rooms(root) == (starter_root() / "translations", PAGE_WORDS)
    for room in ROOMS:
        assert (starter_root() / room).is_dir()
    assert template_rooms(starter_root()) == (starter_root() / "templates",)


def test_a_full_disk_leaves_nothing_of_a_new_leaflet(tmp_path, monkeypatch):
    def full(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(files.os, "fsync", full)
        with pytest.raises(MachineError, match="disk is full"):
            new_leaflet(tmp_path, "knee", TODAY)
    assert tree(tmp_path) == set()
    assert new_leaflet(tmp_path, "knee", TODAY).is_file()


def test_a_full_disk_leaves_nothing_of_a_new_project_and_is_told_in_one_line(tmp_path, monkeypatch):
    def full(_, there):
        raise OSError(errno.ENOSPC, "No space left on device", str(there))

    copy = init_module.shutil.copyfile
    monkeypatch.setattr(
        init_module.shutil, "copyfile", lambda one, there, **_: (full if there.suffix == ".po" else copy)(one, there)
    )
    with pytest.raises(MachineError, match="the disk is full") as told:
        init(tmp_path / "ours")
    assert len(told.value.message) < 200
    assert tree(tmp_path) == set()


def test_a_new_leaflet_that_was_killed_can_be_begun_again(tmp_path):
    litter = tmp_path / "leaflets/knee/.leaflet.md.0123abcd.part"
    litter.parent.mkdir(parents=True)
    litter.write_text("---")
    assert new_leaflet(tmp_path, "knee", TODAY).is_file()
    assert not litter.exists()
