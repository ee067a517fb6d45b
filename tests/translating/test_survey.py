"""The survey: the same whether one process reads or many, and the same as the careful reader says."""

import datetime
import shutil

import pytest
from tests.projects.drops import POLISH, add_drops, write_drops
from tests.projects.folder import Clinic

from polyleaf.catalog.po import quick
from polyleaf.errors import UsageError
from polyleaf.model.approval import Standing
from polyleaf.source.reader import read_project, unread_project
from polyleaf.translating import survey as survey_module
from polyleaf.translating.approving import Signatures, approve
from polyleaf.translating.survey import survey
from polyleaf.workspace import Workspace

TODAY = datetime.date(2026, 6, 1)


@pytest.fixture
def clinic(tmp_path):
    clinic = Clinic(tmp_path / "clinic")
    add_drops(clinic)
    people = Signatures("Anna Nowak", "Jan Lis", "Dr Ewa Zych", False, TODAY)
    approve(Workspace(read_project(clinic.root, ["drops"]), TODAY), "drops", "ar", people)
    return clinic


def test_rows_and_reviews(clinic):
    write_drops(clinic, "pl", {**POLISH, "Throw the bottle away.": "", "Lie down.": ""})
    found = survey(Workspace(unread_project(clinic.root), TODAY))
    assert [(row.leaflet, row.locale) for row in found.rows][:3] == [
        ("templates", "pl"),
        ("templates", "ar"),
        ("drops", "pl"),
    ]
    rows = {(row.leaflet, row.locale): row for row in found.rows}
    polish, arabic = rows["drops", "pl"], rows["drops", "ar"]
    assert (polish.translated, polish.missing, polish.critical, polish.words_to_translate) == (10, 2, 1, 6)
    assert (polish.owes, polish.standing) == (("translator",), Standing.NONE)
    assert (arabic.owes, arabic.standing) == ((), Standing.APPROVED)
    assert rows["eyes", "pl"].owes == ("reviser", "clinician")
    # The words of the templates come with polyleaf; nobody signs them by themselves.
    assert rows["templates", "pl"].owes == ()
    assert [review.leaflet for review in found.due(40_000)] == ["drops", "eyes", "teeth"]
    assert found.due(0) == ()


@pytest.mark.parametrize(
    "choice", [{}, {"locales": ["pl"]}, {"leaflets": ["drops", "eyes"]}, {"leaflets": ["templates"]}]
)
def test_many_processes_say_what_one_says(clinic, monkeypatch, choice):
    alone = survey(Workspace(unread_project(clinic.root), TODAY), jobs=1, **choice)
    monkeypatch.setattr(survey_module, "_CATALOGS", 0)
    monkeypatch.setattr(survey_module, "_PART", 1)
    assert survey(Workspace(unread_project(clinic.root), TODAY), jobs=2, **choice) == alone


def test_the_fast_reader_changes_nothing(clinic, monkeypatch):
    fast = survey(Workspace(unread_project(clinic.root), TODAY))
    monkeypatch.setattr(quick, "quick_texts", lambda *_: None)
    assert survey(Workspace(unread_project(clinic.root), TODAY)) == fast


def test_what_cannot_be_read_is_told_and_the_rest_is_counted(clinic):
    clinic.write("leaflets/eyes/leaflet.md", "---\ntitle: [\n---\n")
    clinic.write("translations/pl/LC_MESSAGES/drops.po", "<<<<<<< HEAD\n")
    found = survey(Workspace(unread_project(clinic.root), TODAY))
    assert [broken.name for broken in found.broken] == ["eyes"]
    rows = {(row.leaflet, row.locale): row for row in found.rows}
    assert rows["drops", "pl"].faults
    assert rows["teeth", "pl"].complete
    assert ("eyes", "pl") not in rows


def test_wishes_that_cannot_be_met(clinic):
    with pytest.raises(UsageError, match="eye"):
        survey(Workspace(unread_project(clinic.root), TODAY), leaflets=["eye"])
    with pytest.raises(UsageError, match="eye"):
        survey(Workspace(unread_project(clinic.root), TODAY), leaflets=["drops", "eye"])
    with pytest.raises(UsageError, match="de"):
        survey(Workspace(unread_project(clinic.root), TODAY), locales=["de"])
    shutil.rmtree(clinic.root / "leaflets")
    assert {row.leaflet for row in survey(Workspace(unread_project(clinic.root), TODAY)).rows} == {"templates"}
