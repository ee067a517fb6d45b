"""Releases, trial layouts and twins: which files are made, how they are called, and when they are made anew."""

import datetime
from pathlib import PurePosixPath

import pytest
from tests.projects.drops import POLISH, add_drops, write_drops
from tests.projects.folder import Clinic
from tests.workers import tricks

from polyleaf.building import build as build_module
from polyleaf.building.build import build
from polyleaf.building.item import Item, item_of
from polyleaf.building.manifest import read_manifest
from polyleaf.building.plan import BuildRequest, plan
from polyleaf.errors import UsageError
from polyleaf.model.artifact import State
from polyleaf.model.output import ACCESSIBLE, PRESS
from polyleaf.source.reader import read_project
from polyleaf.source.values import edition_name
from polyleaf.translating.approving import NotReadyError, Signatures, approve
from polyleaf.translating.impact import survey_impact
from polyleaf.workspace import Workspace

TODAY = datetime.date(2026, 6, 1)
PEOPLE = Signatures("Anna Nowak", "Jan Lis", "Dr Ewa Zych", False, TODAY)


class Quiet:
    def __init__(self):
        self.notes = []

    def found(self, findings): ...

    def started(self, total, unchanged): ...
    def finished(self, result, findings): ...
    def refused(self, failed): ...
    def note(self, text):
        self.notes.append(text)


@pytest.fixture
def clinic(tmp_path):
    clinic = Clinic(tmp_path / "clinic")
    add_drops(clinic)
    return clinic


@pytest.fixture
def run(clinic, monkeypatch):
    monkeypatch.setattr(build_module, "make", tricks.print_page)

    def run(**wishes):
        request = BuildRequest(**{"out": clinic.out, "jobs": 1, "leaflets": ("drops",), **wishes})
        return build(Workspace(read_project(clinic.root, ["drops"]), TODAY), request, Quiet())

    return run


def sign(clinic, locale="pl"):
    return approve(Workspace(read_project(clinic.root, ["drops"]), TODAY), "drops", locale, PEOPLE)


def paths(artifacts):
    return [artifact.path for artifact in artifacts]


def test_only_what_was_signed_is_released(clinic, run):
    sign(clinic)
    sign(clinic, "en_GB")
    report = run(release=True)
    assert sorted(artifact.locale for artifact in report.built) == ["en_GB", "pl"]
    assert {artifact.state for artifact in report.built} == {State.RELEASE}
    (failed,) = report.failed
    assert (failed.leaflet, failed.locale) == ("drops", "ar")
    assert len(run(release=True).unchanged) == 2
    assert {artifact.state for artifact in run().built} == {State.DRAFT}


def test_the_page_says_draft_until_it_is_released(clinic, run, monkeypatch):
    said = []

    def press(job):
        (step,) = job.steps
        said.append((step.item.locale, step.order.document.draft))
        return tricks.print_page(job)

    sign(clinic)
    sign(clinic, "en_GB")
    monkeypatch.setattr(build_module, "make", press)
    run(release=True)
    run()
    assert set(said) == {("en_GB", False), ("en_GB", True), ("pl", False), ("pl", True), ("ar", True)}


def test_a_sign_off_is_an_input(clinic, run):
    run()
    sign(clinic)
    assert paths(run().built) == ["drops/pl/drops-pl-large.pdf"]
    assert not run().built


def test_pseudo_languages_are_made_only_when_asked_for(clinic, run):
    assert not any("qps" in path for path in paths(run().built))
    report = run(locales=("qps-ploc", "qps-plocm"))
    assert paths(report.built) == [
        "drops/qps-ploc/drops-qps-ploc-large.pdf",
        "drops/qps-plocm/drops-qps-plocm-large.pdf",
    ]
    assert {artifact.state for artifact in report.built} == {State.DRAFT}
    assert not run(locales=("qps-ploc",), release=True).built
    assert len(run(locales=("pl", "qps-ploc")).unchanged) == 2
    assert run(prune=True).pruned == tuple(paths(report.built))


def test_pseudo_languages_are_no_languages_of_the_project(clinic):
    with pytest.raises(UsageError, match="language of this project"):
        approve(Workspace(read_project(clinic.root, ["drops"]), TODAY), "drops", "qps-ploc", PEOPLE)


def test_two_languages_have_files_of_their_own(clinic, run):
    report = run(bilingual=("ar", "pl"))
    assert paths(report.built) == [
        "drops/ar/drops-ar-bilingual-large.pdf",
        "drops/pl/drops-pl-bilingual-large.pdf",
    ]
    assert {artifact.output for artifact in report.built} == {"bilingual"}
    both = run(bilingual=("ar",), locales=("ar",))
    assert (paths(both.built), len(both.unchanged)) == (["drops/ar/drops-ar-large.pdf"], 1)
    assert not run(prune=True).pruned
    with pytest.raises(UsageError, match="de"):
        run(bilingual=("de",))
    with pytest.raises(UsageError, match="en_GB"):
        run(bilingual=("en_GB",))
    sign(clinic, "ar")
    assert len(run(bilingual=("ar", "pl"), release=True).built) == 1


def test_a_changed_source_or_translation_makes_the_twin_anew(clinic, run):
    run(bilingual=("pl",))
    write_drops(clinic, "pl", {**POLISH, "Lie down.": "Połóż się!"})
    assert len(run(bilingual=("pl",)).built) == 1
    text = clinic.path("leaflets/drops/leaflet.md").read_text()
    clinic.write("leaflets/drops/leaflet.md", text.replace("Lie down.", "Lie flat."))
    assert len(run(bilingual=("pl",)).built) == 1


@pytest.mark.parametrize(
    "item",
    [
        Item("a", "pl", "large"),
        Item("a", "pl", "large", twin=True),
        Item("a-b", "qps-plocm", "us-large"),
        Item("a", "zh_Hans", "large", twin=True, output=PRESS),
    ],
)
def test_the_name_says_what_a_file_is(item):
    assert item_of(PurePosixPath(item.path)) == item


def test_no_edition_can_be_taken_for_a_twin():
    with pytest.raises(ValueError, match="two languages"):
        edition_name("bilingual-large")
    assert edition_name("us-large") == "us-large"


def test_each_kind_has_its_own_name_in_the_manifest(clinic):
    kinds = {Item("a", "pl", "large", twin, output).kind for twin in (False, True) for output in (ACCESSIBLE, PRESS)}
    assert kinds == {"accessible", "press", "bilingual", "bilingual-press"}
    request = BuildRequest(clinic.out, bilingual=("pl",), output="all")
    items = plan(read_project(clinic.root), request)
    assert len({item.path for item in items}) == len(items) == 6


def test_errors_stand_in_the_way_of_a_release_that_was_signed(clinic, run):
    """A leaflet that is overdue was right on the day it was signed."""
    sign(clinic)
    request = BuildRequest(clinic.out, jobs=1, leaflets=("drops",), locales=("pl",), release=True)
    report = build(Workspace(read_project(clinic.root, ["drops"]), datetime.date(2100, 1, 1)), request, Quiet())
    assert not report.built
    assert "review" in report.failed[0].reason.casefold()


def test_nobody_signs_an_overdue_or_broken_leaflet(clinic):
    project = read_project(clinic.root, ["drops"])
    with pytest.raises(NotReadyError) as caught:
        approve(Workspace(project, datetime.date(2100, 1, 1)), "drops", "pl", PEOPLE)
    assert caught.value.faults
    clinic.write("leaflets/drops/leaflet.md", "---\ntitle: [\n---\n")
    with pytest.raises(NotReadyError):
        approve(Workspace(read_project(clinic.root, ["drops"]), TODAY), "drops", "pl", PEOPLE)


def test_files_of_an_older_text_are_named(clinic, run):
    sign(clinic)
    sign(clinic, "en_GB")
    run(release=True)
    run(locales=("ar",))
    assert len(read_manifest(clinic.out)[0]) == 3
    (before,) = survey_impact(Workspace(read_project(clinic.root, ["drops"]), TODAY))
    assert (before.matters, before.files) == (False, ())
    write_drops(clinic, "pl", {**POLISH, "Lie down.": "Połóż się!"})
    (after,) = survey_impact(Workspace(read_project(clinic.root, ["drops"]), TODAY))
    assert after.matters
    assert [(file.locale, file.state) for file in after.files] == [("pl", State.RELEASE)]
    (other,) = survey_impact(Workspace(read_project(clinic.root, ["drops"]), TODAY), ["ar"])
    assert other.files == ()


def test_a_faulty_entry_of_the_ledger_is_noted(clinic, monkeypatch):
    monkeypatch.setattr(build_module, "make", tricks.print_page)
    clinic.write("translations/approvals.toml", "[[approval]]\nleaflet = 3\n")
    watcher = Quiet()
    build(Workspace(read_project(clinic.root, ["drops"]), TODAY), BuildRequest(clinic.out, jobs=1), watcher)
    assert "translations/approvals.toml:1" in watcher.notes[0]
