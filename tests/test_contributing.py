"""The examples of CONTRIBUTING.md are real: they are run here, each by what holds for all of its kind."""

from __future__ import annotations

import datetime
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from tests.building.test_press import Quiet
from tests.catalog.exchange_samples import CATALOG, Folder
from tests.projects.folder import Clinic

from polyleaf.building.build import build
from polyleaf.building.plan import BuildRequest
from polyleaf.catalog.exchange import formats
from polyleaf.checks.registry import check_of
from polyleaf.checks.run import run as run_checks
from polyleaf.cli.command_pages import commands_markdown
from polyleaf.cli.main import polyleaf, run
from polyleaf.drawings.svg import parse_svg
from polyleaf.errors import ExitCode
from polyleaf.locales.table import language, use_folder
from polyleaf.manuscript.faults import FaultLog
from polyleaf.model import boxes
from polyleaf.model import output as outputs
from polyleaf.model.leaflet import Box
from polyleaf.reading.amounts import amounts_in
from polyleaf.source.markdown import read_body
from polyleaf.source.reader import read_project
from polyleaf.workspace import Workspace

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
FILES = dict(re.findall(r"^`(\S+)`[^\n]*:\n\n```\w+\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))
"""The example files of the page, by their places."""
PYTHON = [place for place in FILES if place.endswith(".py") and not (ROOT / place).exists()]


def loaded(place: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """An example file as the module it would be."""
    module = ModuleType(place.removeprefix("src/").removesuffix(".py").replace("/", "."))
    monkeypatch.setitem(sys.modules, module.__name__, module)
    exec(compile(FILES[place], place, "exec"), module.__dict__)  # noqa: S102 - our own page
    return module


@pytest.mark.parametrize("place", PYTHON)
def test_examples_are_written_as_the_code_is(place: str) -> None:
    ruff = [sys.executable, "-m", "ruff"]
    for command in (["check", "--no-cache", "--ignore", "ARG"], ["format", "--diff"]):
        done = subprocess.run(
            [*ruff, *command, "--stdin-filename", str(ROOT / place), "-"],
            input=FILES[place],
            capture_output=True,
            text=True,
            check=False,
            cwd=ROOT,
        )
        assert done.returncode == 0, done.stdout + done.stderr


def test_places_that_are_named_exist() -> None:
    named = re.findall(r"`((?:src|tests|docs|templates|translations)/[\w./-]*)`", PAGE)
    assert not [place for place in named if place not in FILES and not (ROOT / place).exists()]


def test_lines_that_change_are_lines_of_the_code() -> None:
    named = [ROOT / place for place in re.findall(r"`(src/polyleaf/[\w/]+\.py)`", PAGE)]
    lines = {line for path in named if path.exists() for line in path.read_text(encoding="utf-8").splitlines()}
    diffs = "".join(re.findall(r"^```diff\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))
    kept = re.findall(r"^[- ](.*)$", diffs, re.MULTILINE)
    assert kept
    assert not [line for line in kept if line not in lines]


def test_the_check(monkeypatch: pytest.MonkeyPatch) -> None:
    check = check_of(loaded("src/polyleaf/checks/source/capital_letters.py", monkeypatch), "source")
    assert [finding.fault.hint for finding in check.run(check.bad())]
    assert not list(check.run(check.good()))
    assert not run_checks([check.good()])


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """The folder of a project's language files, which is forgotten after the test."""
    made = tmp_path / "languages"
    made.mkdir()
    yield made
    use_folder(None)


def test_the_language(folder: Path) -> None:
    (folder / "af.toml").write_text(FILES["src/polyleaf/languages/af.toml"], encoding="utf-8")
    assert not use_folder(folder).faults("af")
    afrikaans = language("af")
    assert afrikaans.english == "Afrikaans"
    (amount,) = amounts_in("Moenie vir twee ure eet nie.", afrikaans)
    assert (amount.value, set(amount.units)) == (2, {"hour"})


def test_the_box(monkeypatch: pytest.MonkeyPatch) -> None:
    (row,) = re.findall(r"^\+    (BoxKind\(.*?^\+    \)),$", PAGE, re.MULTILINE | re.DOTALL)
    kind = eval(row.replace("\n+", "\n"), vars(boxes))  # noqa: S307 - our own page
    monkeypatch.setitem(boxes.BOXES, kind.name, kind)
    log = FaultLog("leaflet.md")
    (box,) = read_body(kind.example, log, {}, lambda _: ())
    assert not log.faults
    assert isinstance(box, Box)
    assert box.kind is kind
    assert parse_svg(FILES[f"templates/signs/{kind.name}.svg"].encode()).root.tag.endswith("svg")
    assert f".box.{kind.name} " in PAGE


def test_the_output(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    loaded("src/polyleaf/building/notes.py", monkeypatch)
    (row,) = re.findall(r"^\+NOTES = (.*)$", PAGE, re.MULTILINE)
    output = eval(row, vars(outputs))  # noqa: S307 - our own page
    monkeypatch.setitem(outputs.OUTPUTS, output.name, output)
    clinic = Clinic(tmp_path / "clinic")
    workspace = Workspace(read_project(clinic.root), datetime.date(2027, 1, 1))
    request = BuildRequest(
        out=clinic.out, leaflets=("eyes",), locales=("pl",), editions=("large",), jobs=1, output="notes"
    )
    (artifact,) = build(workspace, request, Quiet()).built
    assert artifact.path == "eyes/pl/eyes-pl-large-notes.txt"
    assert "Badanie oczu\n" in (clinic.out / artifact.path).read_text(encoding="utf-8")


def test_the_exchange_format(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    module = loaded("src/polyleaf/catalog/exchange/json_lines.py", monkeypatch)
    monkeypatch.setattr(formats, "FORMATS", (*formats.FORMATS, module.FORMAT))
    folder, out = Folder(tmp_path / "project"), tmp_path / "out"
    place = ["-C", str(folder.root)]
    assert run(["catalog", "export", "eyes", "-l", "pl", "--format", "jsonl", "-o", str(out), *place]) == ExitCode.OK
    assert run(["catalog", "import", str(out), *place]) == ExitCode.OK
    assert folder.said == CATALOG
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    (row,) = [line for line in lines if line[2] == "At home"]
    row[3:] = "W domu", True
    out.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    assert run(["catalog", "import", str(out), *place]) == ExitCode.OK
    assert 'msgid "At home"\nmsgstr "W domu"' in folder.said
    out.write_bytes(out.read_bytes()[:-20])
    assert run(["catalog", "import", str(out), *place]) == ExitCode.USAGE


def test_the_command(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(polyleaf.commands, "facts", loaded("src/polyleaf/cli/facts.py", monkeypatch).facts)
    assert run(["init", str(tmp_path / "mine")]) == ExitCode.OK
    capsys.readouterr()
    assert run(["facts", "vertebroplasty-at-a-glance", "-C", str(tmp_path / "mine")]) == ExitCode.OK
    assert "vertebroplasty-at-a-glance: fasting_food = 6 hour\n" in capsys.readouterr().out
    section = commands_markdown().partition("### `polyleaf facts`\n")[2]
    assert "polyleaf facts hip-replacement" in section
