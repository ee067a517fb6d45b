"""Two builds at once, builds that were killed, and folders that lead elsewhere."""

import datetime
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from tests.projects.two_leaflets import Folder
from tests.workers import tricks

from polyleaf.building import build as build_module
from polyleaf.building.build import build
from polyleaf.building.manifest import MANIFEST, read_manifest
from polyleaf.building.plan import BuildRequest
from polyleaf.building.product import is_whole
from polyleaf.building.staging import staging
from polyleaf.workspace import Workspace

TODAY = datetime.date(2027, 1, 1)
ROOT = Path(__file__).parents[2]


class Watcher:
    def __init__(self):
        self.notes = []

    def found(self, findings): ...
    def started(self, total, unchanged): ...
    def finished(self, outcome, findings): ...
    def refused(self, failed): ...

    def note(self, text):
        self.notes.append(text)


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path / "project")


@pytest.fixture
def run(folder, monkeypatch):
    monkeypatch.setattr(build_module, "make", tricks.print_page)

    def run(*leaflets, watcher=None, **wishes):
        request = BuildRequest(**{"out": folder.out, "jobs": 1, "leaflets": leaflets, **wishes})
        return build(Workspace(folder.read(), TODAY), request, watcher or Watcher())

    return run


def on_disk(out):
    return sorted(path.relative_to(out).as_posix() for path in out.rglob("*.pdf"))


def test_a_build_that_ends_inside_another_is_not_forgotten(folder, run, monkeypatch):
    """Both read the manifest, both write it: each must find what the other wrote."""

    def make(job):
        if job.steps[0].item.leaflet == "eyes" and not on_disk(folder.out):
            assert len(run("teeth").built) == 6
        return tricks.print_page(job)

    monkeypatch.setattr(build_module, "make", make)
    assert len(run("eyes").built) == 6
    known, trouble = read_manifest(folder.out)
    assert not trouble
    assert sorted(known) == on_disk(folder.out)
    assert len(known) == 12
    assert len(run().unchanged) == 12


def test_of_two_builds_of_one_file_the_manifest_has_the_one_that_is_there(folder, run, monkeypatch):
    """The other build publishes after this one, and writes its lines before."""
    other = []

    def make(job):
        made = tricks.print_page(job)
        if not other:
            other.append(job)
            run("eyes", force=True)
        return made

    monkeypatch.setattr(build_module, "make", make)
    run("eyes")
    known, _ = read_manifest(folder.out)
    assert all(is_whole(folder.out / path, artifact.sha256) for path, artifact in known.items())


def forget(folder, name):
    """Take a line out of the manifest, as if the build had been killed before it wrote it."""
    manifest = folder.out / MANIFEST
    told = json.loads(manifest.read_text())
    told["artifacts"] = [one for one in told["artifacts"] if one["path"] != name]
    manifest.write_text(json.dumps(told))
    return folder.out / name


def test_a_file_that_no_manifest_knows_is_removed_or_made_anew(folder, run):
    run()
    known, _ = read_manifest(folder.out)
    lost, other = "teeth/pl/teeth-pl-clear.pdf", "eyes/pl/eyes-pl-clear.pdf"
    mine = folder.write("dist/teeth/pl/notes.pdf", "mine")
    for name in (lost, other):
        forget(folder, name)
    watcher = Watcher()
    report = run("eyes", watcher=watcher)
    assert [artifact.path for artifact in report.built] == [other]
    assert watcher.notes == ["removed 1 file in dist/ that a build left when it was stopped"]
    assert on_disk(folder.out) == sorted({*known, "teeth/pl/notes.pdf"} - {lost})
    assert mine.read_text() == "mine"
    assert [artifact.path for artifact in run("teeth").built] == [lost]


def test_nothing_is_removed_while_another_build_is_at_work_or_without_a_manifest(folder, run):
    run()
    lost = forget(folder, "teeth/pl/teeth-pl-clear.pdf")
    with staging(folder.out):
        run("eyes")
        assert lost.exists()
    text = (folder.out / MANIFEST).read_text()
    for broken in (None, "{"):
        (folder.out / MANIFEST).unlink()
        if broken:
            (folder.out / MANIFEST).write_text(broken)
        run("eyes")
        assert len(on_disk(folder.out)) == 12
        (folder.out / MANIFEST).write_text(text)
    run("eyes")
    assert not lost.exists()


def test_the_first_build_of_all_leaves_a_manifest_even_if_it_is_killed(folder, run, monkeypatch):
    seen = []

    def make(job):
        seen.append(read_manifest(folder.out) == ({}, "") and (folder.out / MANIFEST).is_file())
        return tricks.print_page(job)

    monkeypatch.setattr(build_module, "make", make)
    run("eyes")
    assert all(seen)


def test_a_linked_folder_that_leads_out_is_not_followed(folder, run, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "eyes-pl-clear.pdf").write_bytes(b"precious")
    (folder.out / "eyes").mkdir(parents=True)
    (folder.out / "eyes/pl").symlink_to(elsewhere)
    report = run("eyes")
    assert {failed.reason for failed in report.failed} == {"eyes/pl in dist/ is a link to a place outside of it"}
    assert {artifact.locale for artifact in report.built} == {"en_GB"}
    assert [path.read_bytes() for path in elsewhere.iterdir()] == [b"precious"]


PROGRAM = """
import datetime, sys
sys.path[:0] = sys.argv[1:3]
from pathlib import Path
from tests.building.test_two_builds import Watcher
from polyleaf.building import build as build_module
from polyleaf.building.plan import BuildRequest
from polyleaf.source.reader import read_project
from polyleaf.workspace import Workspace
from tests.workers import tricks
build_module.make = tricks.slow_page
project = read_project(Path(sys.argv[3]))
request = BuildRequest(project.root / "dist", tuple(sys.argv[5:]), jobs=int(sys.argv[4]), force=True)
build_module.build(Workspace(project, datetime.date(2027, 1, 1)), request, Watcher())
"""


def begun(folder, *leaflets, jobs=1):
    call = [sys.executable, "-c", PROGRAM, str(ROOT / "src"), str(ROOT), str(folder.root), str(jobs), *leaflets]
    return subprocess.Popen(call, stderr=subprocess.PIPE, start_new_session=True)


def litter(folder, temp):
    found = [path for path in folder.root.rglob(".*") if path.name != ".gitattributes"]
    return [*found, *temp.glob("pymp-*"), *temp.glob("polyleaf-*")]


@pytest.mark.slow
def test_twenty_rounds_of_three_builds_at_once(folder):
    for _ in range(20):
        builds = [begun(folder, "eyes"), begun(folder, "teeth"), begun(folder, "eyes", "teeth")]
        for process in builds:
            assert process.wait(120) == 0, process.stderr.read()
            process.stderr.close()
        known, trouble = read_manifest(folder.out)
        assert not trouble
        assert sorted(known) == on_disk(folder.out)
        assert all(is_whole(folder.out / path, artifact.sha256) for path, artifact in known.items())
    assert not litter(folder, folder.root / "nowhere")


@pytest.fixture
def short():
    """A folder for temporary files whose name is short enough for sockets."""
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        yield Path(folder)


@pytest.mark.slow
@pytest.mark.parametrize("jobs", [1, 2])
def test_forty_kills_leave_nothing_that_the_next_run_does_not_clear_away(folder, short, monkeypatch, jobs):
    temp = short
    monkeypatch.setenv("TMPDIR", str(temp))
    whole = begun(folder, jobs=jobs)
    start = time.monotonic()
    assert whole.wait(120) == 0, whole.stderr.read()
    whole.stderr.close()
    took = time.monotonic() - start
    for number in range(40):
        process = begun(folder, jobs=jobs)
        time.sleep(took * (number % 20) / 20)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        process.stderr.close()
        for path in on_disk(folder.out):
            assert (folder.out / path).read_bytes().startswith(b"%PDF"), "whole, or not there"
    last = begun(folder, jobs=max(jobs, 2))
    assert last.wait(120) == 0
    last.stderr.close()
    known, trouble = read_manifest(folder.out)
    assert not trouble
    assert sorted(known) == on_disk(folder.out)
    assert not litter(folder, temp)
