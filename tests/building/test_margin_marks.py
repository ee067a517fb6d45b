"""The place of an error has a mark in the margin of a draft."""

import datetime

import pytest
from tests.projects.folder import Clinic

from polyleaf.building.documents import Documents
from polyleaf.building.margin_marks import with_marks
from polyleaf.model.block_texts import texts
from polyleaf.model.finding import Fault, Finding, Location, Severity
from polyleaf.model.inline import plain
from polyleaf.source.reader import read_project
from polyleaf.workspace import Workspace

PATH = "leaflets/eyes/leaflet.md"


@pytest.fixture
def clinic_project(tmp_path):
    return Workspace(read_project(Clinic(tmp_path / "clinic").root), datetime.date(2027, 1, 1))


def _marked(document, *places, severity=Severity.ERROR):
    made = with_marks(document, [Finding("a/b", severity, Fault("x", place)) for place in places])
    found = [made.title, *filter(None, [made.summary]), *texts(made.blocks)]
    return [plain(text.inlines) for text in found if text.faulty]


def test_errors_are_marked_where_they_are(clinic_project):
    english = Documents(clinic_project).document("eyes", "en_GB")
    lines = {plain(text.inlines): text.source.location.line for text in texts(english.blocks)}
    picture = lines["An eye"] - 1
    assert _marked(english, Location(PATH, lines["How we see"])) == ["How we see"]
    assert _marked(english, Location(PATH, picture)) == ["An eye"]
    assert _marked(english, Location(PATH, 3)) == ["Eye test"], "of the front matter: at the title"
    assert _marked(english, Location("leaflets/teeth/leaflet.md", lines["How we see"])) == []
    assert _marked(english, Location(PATH, lines["How we see"]), severity=Severity.WARNING) == []
    assert with_marks(english, []) is english


def test_errors_of_a_translation_are_marked_in_it(clinic_project):
    polish = Documents(clinic_project).document("eyes", "pl")
    text = next(text for text in texts(polish.blocks) if text.written)
    assert text.written.path == "translations/pl/LC_MESSAGES/eyes.po"
    assert _marked(polish, text.written) == [plain(text.inlines)]


def test_an_error_of_a_box_is_marked_at_its_first_words(tmp_path):
    clinic = Clinic(tmp_path / "clinic")
    clinic.change("eyes", "## Before", "Some words.\n\n:::{warnign}\nInside.\n:::\n\n## Before")
    project = Workspace(read_project(clinic.root), datetime.date(2027, 1, 1))
    english = Documents(project).document("eyes", "en_GB")
    line = next(text.source.location.line for text in texts(english.blocks) if plain(text.inlines) == "Inside.")
    assert _marked(english, Location(PATH, line - 1)) == ["Inside."]
    assert _marked(english, Location(PATH, line)) == ["Inside."]
