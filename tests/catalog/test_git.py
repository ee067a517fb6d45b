"""Two people work at the same time, each on a branch of their own: git puts their work together without a question."""

from __future__ import annotations

import shutil
import subprocess
import tomllib
from dataclasses import replace

import pytest
from tests.catalog.exchange_samples import LEAFLET, Folder
from tests.catalog.test_ledger import ONE
from tests.inspecting.test_verify import LINE

from polyleaf.building.prints_file import NAME, read_prints, record_prints
from polyleaf.catalog.messages.update import extract_all, update_all
from polyleaf.catalog.po.reader import load
from polyleaf.catalog.signoff.ledger import read_ledger, record
from polyleaf.model.print_code import spell
from polyleaf.source.reader import read_project

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")


class Repository(Folder):
    """A project in git, with two branches from the same start."""

    def git(self, *arguments: str) -> str:
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
        call = ["git", "-C", str(self.root), *who, *arguments]
        done = subprocess.run(call, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "work")

    def meet(self, mine, theirs) -> None:
        """Do two pieces of work side by side, and merge them."""
        self.git("checkout", "-q", "-b", "theirs")
        theirs()
        self.commit()
        self.git("checkout", "-q", "main")
        mine()
        self.commit()
        self.git("merge", "-q", "--no-edit", "theirs")

    @property
    def project(self):
        return read_project(self.root)


@pytest.fixture
def folder(tmp_path):
    folder = Repository(tmp_path / "project")
    folder.git("init", "-q", "-b", "main")
    extract_all(folder.project, (), ("eyes",))
    update_all(folder.project, (), ("pl",), ("eyes",))
    folder.commit()
    return folder


def test_an_edit_of_the_leaflet_and_a_translation_elsewhere_do_not_meet(folder):
    def author():
        folder.write("leaflets/eyes/leaflet.md", LEAFLET.replace("Bring your", "\n\n\nCome early.\n\nBring your"))
        extract_all(folder.project, (), ("eyes",))
        update_all(folder.project, (), ("pl",), ("eyes",))

    def translator():
        text = folder.said
        assert 'msgid "At home"\nmsgstr ""' in text
        path = folder.catalog
        path.write_text(
            text.replace('msgid "At home"\nmsgstr ""', 'msgid "At home"\nmsgstr "W domu"'), encoding="utf-8"
        )

    folder.meet(author, translator)
    texts = {entry.msgid: entry.text for entry in load(folder.project, "pl", "eyes").current}
    assert texts["At home"] == "W domu"
    assert texts["Come early."] == ""
    assert "leaflet.md:" not in folder.said


def test_two_authors_at_either_end_of_a_leaflet_do_not_meet_in_the_catalogs(folder):
    def edit(old, new):
        path = folder.root / "leaflets/eyes/leaflet.md"
        path.write_text(path.read_text("utf-8").replace(old, new), encoding="utf-8")
        extract_all(folder.project, (), ("eyes",))
        update_all(folder.project, (), ("pl",), ("eyes",))

    folder.meet(
        lambda: edit("Do not eat", "Come early.\n\nDo not eat"), lambda: edit("Rest for a day.", "Rest.\n\nSleep well.")
    )
    texts = {entry.msgid for entry in load(folder.project, "pl", "eyes").current}
    assert {"Come early.", "Rest.", "Sleep well."} <= texts


def test_sign_offs_of_different_languages_and_leaflets_do_not_meet(folder):
    def sign(*pairs):
        for leaflet, locale in pairs:
            record(folder.project, replace(ONE, leaflet=leaflet, locale=locale))

    folder.meet(lambda: sign(("eyes", "pl"), ("teeth", "ur")), lambda: sign(("eyes", "ur"), ("teeth", "pl")))
    found = read_ledger(folder.project)
    assert len(found.entries) == 4
    assert not found.faults


@pytest.mark.parametrize("before", [True, False])
def test_prints_of_both_are_kept(folder, before):
    def release(*numbers):
        for number in numbers:
            record_prints(folder.project, (replace(LINE, code=spell(3, number), sha256=(str(number),)),))

    if before:
        release(0)
        folder.commit()
    folder.meet(lambda: release(1, 2, 5), lambda: release(3, 4, 5))
    ledger = read_prints(folder.project)
    assert not ledger.faults
    assert {spell(3, number) for number in range(1, 6)} <= set(ledger.codes)
    assert len(tomllib.loads((folder.root / NAME).read_text("utf-8"))) == 5 + before
