"""Files that were built before, anywhere, are taken from the store, and are the same."""

import datetime
import shutil
from dataclasses import replace

import pytest
from tests.projects.two_leaflets import Folder
from tests.workers import tricks

from polyleaf.building import build as build_module
from polyleaf.building.build import build
from polyleaf.building.finding_record import recalled, recorded
from polyleaf.building.manifest import read_manifest
from polyleaf.building.plan import BuildRequest
from polyleaf.model.finding import Fault, Finding, Location, Severity
from polyleaf.workspace import Workspace

TODAY = datetime.date(2027, 1, 1)


class Watcher:
    def __init__(self):
        self.notes = []
        self.told = []

    def found(self, findings): ...
    def started(self, total, unchanged): ...
    def finished(self, outcome, findings):
        self.told += findings

    def refused(self, failed): ...
    def note(self, text):
        self.notes.append(text)


@pytest.fixture
def presses(monkeypatch, tmp_path):
    """Names of the files that were really made."""
    monkeypatch.setenv("POLYLEAF_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("POLYLEAF_CACHE_LIMIT", "100")
    made = []

    def press(job):
        (found,) = tricks.print_page(job)
        (step,) = job.steps
        made.append(step.item.path)
        fault = Fault("a line alone", Location(step.shown_as, page=1), written=Location("leaflets/eyes/leaflet.md", 3))
        finding = Finding("page/widow-line", Severity.WARNING, fault)
        return (replace(found, findings=(finding,), code="c", page="p", files={"": found.sha256}),)

    monkeypatch.setattr(build_module, "make", press)
    return made


def run(folder, watcher=None, **wishes):
    return build(
        Workspace(folder.read(), TODAY), BuildRequest(**{"out": folder.out, "jobs": 1, **wishes}), watcher or Watcher()
    )


def bytes_of(folder):
    return {path.relative_to(folder.out): path.read_bytes() for path in folder.out.rglob("*") if path.is_file()}


def test_a_fresh_clone_takes_what_was_built_elsewhere(tmp_path, presses):
    first, clone = Folder(tmp_path / "first"), Folder(tmp_path / "elsewhere" / "clone")
    made = run(first)
    assert len(presses) == 12
    watcher = Watcher()
    report = run(clone, watcher)
    assert len(presses) == 12
    assert report.findings == made.findings, "those on the catalogs too"
    assert any(finding.check == "translation/missing" for finding in report.findings)
    assert len(report.built) == 12
    assert bytes_of(clone) == bytes_of(first), "the manifest too"
    assert {finding.fault.location.path for finding in watcher.told} == {f"dist/{one.path}" for one in report.built}
    assert watcher.notes == ["12 files taken from the store: made before, from the same"]
    assert len(run(clone).unchanged) == 12


def test_what_is_found_is_told_with_the_place_where_it_stands_now(tmp_path, folder, presses):
    run(folder)
    watcher, elsewhere = Watcher(), tmp_path / "outside"
    run(folder, watcher, out=elsewhere)
    assert {finding.fault.location.path.startswith(str(elsewhere)) for finding in watcher.told} == {True}
    assert {str(finding.fault.place) for finding in watcher.told} == {"leaflets/eyes/leaflet.md:3"}


def test_only_the_same_is_taken(folder, presses):
    run(folder)
    shutil.rmtree(folder.out)
    folder.leaflet("eyes", "Take 9 drops.")
    presses.clear()
    run(folder)
    assert len(presses) == 6
    assert all("eyes" in path for path in presses)


def test_force_makes_all_and_keeps_it(folder, presses):
    run(folder)
    run(folder, force=True)
    assert len(presses) == 24


@pytest.mark.parametrize("harm", ["flip", "swap", "other words", "empty"])
def test_a_store_that_is_wrong_gives_no_wrong_file(tmp_path, folder, presses, harm):
    run(folder)
    right, store = bytes_of(folder), tmp_path / "cache/store"
    entries = sorted(path for path in (store / "ac").rglob("*") if path.is_file())
    files = sorted(path for path in (store / "cas").rglob("*") if path.is_file())
    if harm == "flip":
        for path in files:
            data = bytearray(path.read_bytes())
            data[len(data) // 2] ^= 1
            path.write_bytes(data)
    if harm == "swap":  # each entry is whole, and another's
        contents = [path.read_bytes() for path in entries]
        for path, data in zip(entries, contents[1:] + contents[:1], strict=True):
            path.write_bytes(data)
    if harm == "other words":
        for path in entries:
            path.write_bytes(path.read_bytes().replace(b'"pages": 1', b'"pages": x'))
    if harm == "empty":
        for path in (*entries, *files):
            path.write_bytes(b"")
    shutil.rmtree(folder.out)
    presses.clear()
    run(folder)
    assert len(presses) == 12
    assert bytes_of(folder) == right


def test_a_release_asks_this_computer_alone(folder, presses, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "polyleaf.cache.store.Store.find", lambda store, key, here_only=False: asked.append(here_only) or None
    )
    monkeypatch.setattr("polyleaf.building.admission.Gate._refusal", lambda gate, item: None)
    monkeypatch.setattr("polyleaf.building.build._record", lambda *_: None)
    run(folder, release=True)
    assert set(asked) == {True}
    asked.clear()
    run(folder)
    assert False in asked


def test_a_finding_comes_back():
    place = Location("a.md", 3, 1, "pl", (1.0, 2.0, 3.0, 4.0))
    finding = Finding("page/x", Severity.ERROR, Fault("m", place, "h", Location("b"), None, (place,)))
    assert recalled(recorded(finding)) == finding
    for wrong in ({}, {"fault": None}, {**recorded(finding), "severity": 9}, {**recorded(finding), "check": 5}):
        with pytest.raises((KeyError, TypeError, ValueError)):
            recalled(wrong)


def test_nothing_of_a_build_is_outside_its_manifest(folder, presses):
    run(folder)
    shutil.rmtree(folder.out)
    run(folder)
    known, _ = read_manifest(folder.out)
    assert sorted(known) == [name for name in folder.outputs() if name.endswith(".pdf")]
