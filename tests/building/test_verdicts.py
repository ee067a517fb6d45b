"""A verdict that is remembered, or had in another process, is the one that was given here."""

import datetime
import subprocess
import sys
from pathlib import Path

import pytest

from polyleaf.building import verdicts
from polyleaf.building.steady import bytes_of
from polyleaf.inspecting.check import judge
from polyleaf.workspace import Workspace

TODAY = datetime.date(2027, 1, 1)
ROOT = Path(__file__).parents[2]
WRONG = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: pl\\n"

msgid "Take 5 drops."
msgstr "Weź 9 kropli."
"""


@pytest.fixture
def project(folder):
    folder.leaflet("eyes", "Take 5 drops.")
    folder.write("translations/pl/LC_MESSAGES/eyes.po", WRONG)
    return folder


@pytest.fixture
def remembering(monkeypatch, tmp_path):
    """How many subjects were really judged."""
    monkeypatch.setenv("POLYLEAF_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("POLYLEAF_CACHE_LIMIT", "10")
    asked = []
    real = verdicts.judged
    monkeypatch.setattr(verdicts, "judged", lambda work: asked.append(work) or real(work))
    return asked


def found(project, **wishes):
    return judge(Workspace(project.read(), TODAY), **wishes).findings


def test_it_is_the_same_remembered(project, remembering, monkeypatch):
    monkeypatch.setenv("POLYLEAF_CACHE_LIMIT", "0")
    here = found(project)
    assert any(finding.check == "translation/number-mismatch" for finding in here)
    remembering.clear()
    monkeypatch.setenv("POLYLEAF_CACHE_LIMIT", "10")
    assert found(project) == here
    judged = len(remembering)
    assert judged > 0
    assert found(project) == here
    assert len(remembering) == judged, "nothing was judged again"


@pytest.mark.parametrize("copied", [True, False])
def test_it_is_the_same_in_several_processes(project, monkeypatch, copied):
    monkeypatch.setattr(verdicts, "_FEW", 1)
    monkeypatch.setattr(verdicts, "can_be_copied", lambda: copied)
    assert found(project, jobs=2) == found(project, jobs=1)


def test_a_catalog_that_changed_is_judged_again(project, remembering):
    assert any(finding.check == "translation/number-mismatch" for finding in found(project))
    judged = len(remembering)
    project.write("translations/pl/LC_MESSAGES/eyes.po", WRONG.replace("9", "5"))
    assert not any(finding.check == "translation/number-mismatch" for finding in found(project))
    assert judged < len(remembering) <= judged + 2, "the catalog, and all of its language together"


def test_nothing_is_read_if_nothing_changed(project, remembering, monkeypatch):
    found(project)
    monkeypatch.setattr("polyleaf.inspecting.check.catalog_view", lambda *_: pytest.fail("a catalog was read"))
    found(project)


def test_what_a_catalog_is_judged_by_counts_too(project, remembering):
    """Its leaflet, the settings of the project, the templates, a glossary, and whether it is a link that leads out."""
    found(project)
    glossary = "term,translation,forbidden,note,safety\ndrop,pastylka,,,\n"
    for change in (
        lambda: project.write("translations/glossary/pl.csv", glossary),
        lambda: project.leaflet("eyes", "Take 9 drops."),
        lambda: project.write("templates/extra.html", '{{ _("Ask us.") }}'),
    ):
        before, many = found(project), len(remembering)
        change()
        assert found(project) != before
        assert len(remembering) > many
    catalog = project.root / "translations/pl/LC_MESSAGES/eyes.po"
    outside = project.root.parent / "eyes.po"
    catalog.rename(outside)
    catalog.symlink_to(outside)
    assert any("a place outside" in one.fault.message for one in found(project))


def test_other_tables_of_a_language_are_another_judge(project, remembering):
    found(project)
    judged = len(remembering)
    project.write("languages/pl.toml", (ROOT / "src/polyleaf/languages/pl.toml").read_text(encoding="utf-8") + "\n")
    found(project)
    assert len(remembering) == 2 * judged


def test_a_key_is_the_same_in_every_process():
    """Sets have another order in each."""
    program = (
        "from polyleaf.building.steady import bytes_of\n"
        "import hashlib\n"
        "print(hashlib.sha256(bytes_of(({'a', 'b', 'c', 'd'}, frozenset(('x', 'y', 'z')), 'a'))).hexdigest())\n"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1
    assert bytes_of({1}) != bytes_of({2})
