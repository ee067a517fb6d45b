"""A verdict that is remembered, or had in another process, is the one that was given here."""

import datetime
import subprocess
import sys
from pathlib import Path

import pytest

from polyleaf.building import verdicts
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
    assert not remembering
    monkeypatch.setenv("POLYLEAF_CACHE_LIMIT", "10")
    assert found(project) == here
    judged = len(remembering)
    assert judged > 0
    assert found(project) == here
    assert len(remembering) == judged, "nothing was judged again"


def test_it_is_the_same_in_several_processes(project, monkeypatch):
    monkeypatch.setattr(verdicts, "_FEW", 1)
    assert found(project, jobs=2) == found(project, jobs=1)


def test_a_catalog_that_changed_is_judged_again(project, remembering):
    assert any(finding.check == "translation/number-mismatch" for finding in found(project))
    judged = len(remembering)
    project.write("translations/pl/LC_MESSAGES/eyes.po", WRONG.replace("9", "5"))
    assert not any(finding.check == "translation/number-mismatch" for finding in found(project))
    assert judged < len(remembering) <= judged + 2, "the catalog, and all of its language together"


def test_other_tables_of_a_language_are_another_judge(project, remembering):
    found(project)
    judged = len(remembering)
    project.write("languages/pl.toml", (ROOT / "src/polyleaf/languages/pl.toml").read_text(encoding="utf-8") + "\n")
    found(project)
    assert len(remembering) == 2 * judged


def test_a_key_is_the_same_in_every_process():
    """Sets have another order in each."""
    program = (
        "from polyleaf.building.verdicts import _bytes_of\n"
        "import hashlib\n"
        "print(hashlib.sha256(_bytes_of(({'a', 'b', 'c', 'd'}, frozenset(('x', 'y', 'z')), 'a'))).hexdigest())\n"
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
    assert verdicts._bytes_of({1}) != verdicts._bytes_of({2})
