"""What is judged of a leaflet whose front matter is not whole."""

import datetime

from tests.projects.folder import Clinic

from polyleaf.checks.run import run
from polyleaf.checks.subjects import source_subjects
from polyleaf.source.reader import read_project


def test_its_text_is_judged_at_once_as_if_it_were(tmp_path):
    clinic = Clinic(tmp_path / "clinic")
    path = clinic.root / "leaflets/eyes/leaflet.md"
    text = path.read_text(encoding="utf-8").replace("code: EYE-1\n", "") + "\n## Later\n\n> Said.\n\nWait 25 minutes.\n"
    path.write_text(text, encoding="utf-8")
    found = run(source_subjects(read_project(clinic.root, ["eyes"]), datetime.date(2026, 11, 20)), (), partial=True)
    told = [one.check for one in found if str(one.fault.location).startswith("leaflets/eyes/leaflet.md")]
    assert told.count("source/front-matter-missing") == 1
    assert told.count("source/faulty-markup") == 1
    assert "source/number-not-a-fact" in told
