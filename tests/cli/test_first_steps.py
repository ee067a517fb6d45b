"""A project of one's own from the first answer to the opened page."""

import io
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from rich.console import Console

from polyleaf.building.outcome import Failed
from polyleaf.cli.main import polyleaf as group
from polyleaf.cli.main import run
from polyleaf.errors import ExitCode
from polyleaf.model.artifact import Artifact
from polyleaf.report.progress import BuildTeller
from polyleaf.source.reader import read_project

ANSWERS = [
    'St Mary "Hospital"',
    "English (UK)",
    "Urdu, Klingon",
    "Urdu, Polish, English (UK)",
    "Day ward",
    "call us",
    "01632 960 100",
    "ward@example.org",
    "large, 99",
    "large, 16",
    "",
]


def wizard(monkeypatch, folder, answers, *options):
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n".join(answers) + "\n"))
    return run(["init", str(folder), "--wizard", *options])


def test_the_wizard_asks_again_and_writes_what_was_answered(tmp_path, monkeypatch, capsys):
    assert wizard(monkeypatch, tmp_path / "ours", ANSWERS) == ExitCode.OK
    out = capsys.readouterr().out
    assert "Klingon" in out
    assert "not a telephone number" in out
    assert "no size" in out
    config = read_project(tmp_path / "ours").config
    assert config.organisation == 'St Mary "Hospital"'
    assert (config.source, config.targets) == ("en_GB", ("ur", "pl"))
    assert config.contacts["ward"].phone == "01632 960 100"
    assert [(name, edition.size) for name, edition in config.editions.items()] == [("large", 18.0), ("p16", 16.0)]


def test_a_logo_comes_along(tmp_path, monkeypatch):
    logo = tmp_path / "Our Logo.SVG"
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><path d="M0 0h40v40H0Z"/></svg>')
    assert wizard(monkeypatch, tmp_path / "ours", ["", "", "", "", "", str(logo)]) == ExitCode.OK
    project = read_project(tmp_path / "ours")
    assert project.config.logo.file == "logo.svg"
    assert (project.root / "logo.svg").read_text() == logo.read_text()


def test_answers_that_stop_leave_nothing(tmp_path, monkeypatch, capsys):
    assert wizard(monkeypatch, tmp_path / "ours", ANSWERS[:3]) == ExitCode.INTERRUPTED
    assert not (tmp_path / "ours").exists()
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine").write_text("x")
    assert wizard(monkeypatch, tmp_path / "full", ANSWERS) == ExitCode.USAGE
    assert "already has something" in capsys.readouterr().err


def test_an_empty_project_says_what_comes_next(tmp_path, capsys):
    assert run(["init", str(tmp_path / "x"), "--empty"]) == ExitCode.OK
    assert run(["build", "-C", str(tmp_path / "x")]) == ExitCode.OK
    assert "There is no leaflet yet" in capsys.readouterr().out
    assert run(["new", "knee", "-C", str(tmp_path / "x")]) == ExitCode.OK
    assert read_project(tmp_path / "x").broken == ()


def test_a_leaflet_like_another(clinic, polyleaf):
    name = next(iter(read_project(clinic.root).leaflets))
    told = polyleaf("new", "like-it", "--like", name)
    assert told.code == ExitCode.OK
    old, new = (read_project(clinic.root).leaflets[one] for one in (name, "like-it"))
    assert [type(block) for block in new.blocks] == [type(block) for block in old.blocks]
    assert new.title.msgid == "Like it"
    assert new.code != old.code
    assert new.version == "0.1"
    assert new.images.keys() == old.images.keys()
    assert all(facts.problem is None for facts in new.images.values())
    told = polyleaf("new", "another", "--like", name[:-1])
    assert told.code == ExitCode.USAGE
    assert name in told.err


def test_open_names_the_file_or_the_command_that_makes_it(clinic, polyleaf, monkeypatch):
    name = next(iter(read_project(clinic.root).leaflets))
    told = polyleaf("open", name)
    assert told.code == ExitCode.USAGE
    assert f"polyleaf build {name}" in told.err
    edition = next(iter(read_project(clinic.root).config.editions))
    path = clinic.root / "dist" / name / "en_GB" / f"{name}-en_GB-{edition}.pdf"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"%PDF-1.7")
    opened = []
    monkeypatch.setattr(click, "launch", lambda address: opened.append(address) or 0)
    assert polyleaf("open", name, "--where").out.strip() == str(path)
    assert opened == []
    assert polyleaf("open", name).code == ExitCode.OK
    assert opened == [str(path)]
    assert polyleaf("open", name, "-l", "xx").code == ExitCode.USAGE
    assert polyleaf("open", name, "-e", "tiny").code == ExitCode.USAGE


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_printed_and_installed(shell, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setattr("click.shell_completion.BashComplete._check_version", lambda *_: None)
    assert run(["completion", shell]) == ExitCode.OK
    script = capsys.readouterr().out
    assert "_POLYLEAF_COMPLETE" in script
    assert run(["completion", shell, "--install"]) == ExitCode.OK
    (installed,) = (path for path in tmp_path.rglob("*polyleaf*") if path.is_file())
    assert installed.read_text() in script + "\n"


def test_leaflets_and_languages_are_completed(clinic, monkeypatch, capsys):
    monkeypatch.chdir(clinic.root)
    name = next(iter(read_project(clinic.root).leaflets))
    for words, wanted in ((f"polyleaf build {name[:2]}", name), ("polyleaf build -l en", "en_GB")):
        monkeypatch.setenv("COMP_WORDS", words)
        monkeypatch.setenv("COMP_CWORD", str(len(words.split()) - 1))
        monkeypatch.setenv("_POLYLEAF_COMPLETE", "bash_complete")
        assert run([]) == ExitCode.OK
        assert wanted in capsys.readouterr().out
    assert group.commands["completion"]


def told(**how):
    screen = io.StringIO()
    console = Console(file=screen, force_terminal=True, width=80, color_system=None)
    with BuildTeller(console, **how) as teller:
        teller.started(2, 0)
        teller.finished(Artifact("a/b.pdf", "a", "1.0", "pl", "clear", "accessible", 2, "", "", "draft"), ())
        teller.refused(Failed("c", "pl", None, "it broke", "mend it"))
    return screen.getvalue()


def test_a_screen_reader_gets_lines_and_no_bar():
    assert "\x1b[" in told()
    plain = told(plain=True)
    assert "\x1b[" not in plain
    assert "built a/b.pdf (2 pages" in plain
    quiet = told(quiet=True)
    assert "built" not in quiet
    assert "it broke" in quiet


def test_no_color_is_heeded(clinic):
    code = (
        "from polyleaf.report.console import console; c = console(); c._force_terminal = True; c.print('[bold red]x')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        env={**os.environ, "NO_COLOR": "1", "PYTHONPATH": "src", "FORCE_COLOR": ""},
        cwd=Path(__file__).parents[2],
    )
    assert b"\x1b[31" not in done.stdout


@pytest.mark.parametrize("holds", ["", "old.docx"])
def test_the_desk_begins_a_project_in_an_empty_folder_and_in_no_other(tmp_path, monkeypatch, capsys, holds):
    server = pytest.importorskip("polyleaf.preview.server")
    monkeypatch.setattr(server, "serve", lambda *_: None)
    if holds:
        (tmp_path / holds).write_bytes(b"")
    code = run(["serve", "-C", str(tmp_path), "--port", "0"])
    told = capsys.readouterr()
    if holds:
        assert (code, [one.name for one in tmp_path.iterdir()]) == (ExitCode.USAGE, [holds])
        assert "polyleaf init my-leaflets" in told.err
    else:
        assert code == ExitCode.OK
        assert "This folder was empty" in told.out
        assert read_project(tmp_path).leaflets == {}


def test_a_desk_for_reading_makes_no_project(tmp_path):
    assert run(["serve", "-C", str(tmp_path), "--port", "0", "--read-only"]) == ExitCode.USAGE
    assert list(tmp_path.iterdir()) == []
