"""Every command: its help, its words and its exit status, as the README promises them."""

import datetime
import json
import os
import time

import click
import pytest

from polyleaf import __version__
from polyleaf.checks.registry import CHECKS
from polyleaf.cli.main import polyleaf as root_command
from polyleaf.errors import ExitCode


def commands(group=root_command, path=()):
    """Every command with the words that call it."""
    yield path, group
    for name, command in getattr(group, "commands", {}).items():
        yield from commands(command, (*path, name))


EVERY = dict(commands())


@pytest.mark.parametrize("path", EVERY, ids=" ".join)
def test_help_says_what_it_does_and_gives_an_example(polyleaf, path):
    told = polyleaf(*path, "--help", inside=False)
    assert told.code == ExitCode.OK
    assert told.out.startswith(f"Usage: polyleaf {' '.join(path)}".rstrip())
    command = EVERY[path]
    assert command.help
    if not isinstance(command, click.Group):
        assert "Example:" in told.out
        assert f"polyleaf {' '.join(path)}" in told.out.split("Example:")[1]
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name


def test_exit_statuses_are_a_contract():
    assert {code.name: int(code) for code in ExitCode} == {
        "OK": 0,
        "FINDINGS": 1,
        "USAGE": 2,
        "ENVIRONMENT": 3,
        "INTERNAL": 4,
        "INTERRUPTED": 130,
    }


def test_version(polyleaf):
    assert polyleaf("--version", inside=False).out == f"polyleaf, version {__version__}\n"


def test_no_command_shows_what_there_is(polyleaf):
    told = polyleaf(inside=False)
    assert told.code == ExitCode.USAGE
    assert "build" in told.all


def test_init_then_the_next_step(polyleaf, tmp_path):
    told = polyleaf("init", tmp_path / "mine", inside=False)
    assert told.code == ExitCode.OK
    assert told.out.endswith(f"Next:  polyleaf build -C {tmp_path / 'mine'}\n")
    again = polyleaf("init", tmp_path / "mine", inside=False)
    assert again.code == ExitCode.USAGE
    assert polyleaf("check", "vertebroplasty", "-l", "pl", "-C", tmp_path / "mine", inside=False).code == ExitCode.OK


@pytest.mark.parametrize("hours", [14, -12])
def test_a_new_leaflet_has_the_day_of_the_place(clinic, polyleaf, monkeypatch, hours):
    """In Kiribati it is tomorrow while it is still yesterday on Howland Island; in Greenwich it is neither, or one."""
    monkeypatch.setenv("TZ", f"HERE{-hours:+}")
    time.tzset()
    try:
        assert polyleaf("new", "hip").code == ExitCode.OK
    finally:
        monkeypatch.undo()
        time.tzset()
    here = datetime.datetime.now(tz=datetime.timezone(datetime.timedelta(hours=hours))).date()
    assert f"published: {here}" in (clinic.root / "leaflets/hip/leaflet.md").read_text()


def test_new_then_the_next_step(clinic, polyleaf):
    told = polyleaf("new", "hip-replacement")
    assert told.code == ExitCode.OK
    assert told.out.startswith("made leaflets/hip-replacement/leaflet.md\n")
    assert "polyleaf build hip-replacement" in told.out
    findings = json.loads(polyleaf("check", "hip-replacement", "-l", "pl", "--format", "json").out)["findings"]
    assert {one["check"] for one in findings if one["severity"] == "error"} == {
        "translation/missing",
        "source/skeleton-left",
    }
    assert "1 PDF file is not built" in polyleaf("check", "hip-replacement", "-l", "pl").out
    assert (clinic.root / "leaflets/hip-replacement/images").is_dir()


def test_explain_knows_every_check_that_can_be_told(polyleaf):
    listed = polyleaf("explain", inside=False).out
    assert [line.split()[0] for line in listed.splitlines()] == [check.id for check in CHECKS]
    for check in ("engine/layout-complaint", "page/text-outside-page", "translation/number-mismatch"):
        told = polyleaf("explain", check, inside=False)
        assert told.code == ExitCode.OK
        assert told.out.startswith(check)
    told = polyleaf("explain", "number-mismatch", inside=False)
    assert told.code == ExitCode.USAGE
    assert "translation/number-mismatch" in told.err


def test_a_command_works_from_a_folder_inside_the_project(clinic, polyleaf, monkeypatch):
    monkeypatch.chdir(clinic.root / "leaflets/eyes/images")
    told = polyleaf("catalog", "status", "eyes", "--format", "json", inside=False)
    assert told.code == ExitCode.OK
    rows = json.loads(told.out)["catalogs"]
    assert [(row["leaflet"], row["locale"], row["complete"]) for row in rows] == [
        ("eyes", "pl", True),
        ("eyes", "ar", True),
    ]


def test_an_update_tells_what_it_did_and_keeps_everything(clinic, polyleaf):
    clinic.change("eyes", "Do not eat for {fasting} before the test.", "Do not eat for {fasting} before your test.")
    told = polyleaf("catalog", "update", "eyes")
    assert told.code == ExitCode.OK
    assert "1 changed (now fuzzy)" in told.out
    assert "Nie jedz przez {fasting} przed badaniem." in clinic.path("eyes.pl").read_text()
    assert "2 unchanged" in polyleaf("catalog", "update", "eyes").out


@pytest.mark.usefixtures("quick_press")
def test_a_build_in_a_pipe_has_plain_lines(clinic, polyleaf):
    told = polyleaf("build", "teeth", "-e", "large")
    assert "\x1b" not in told.out
    assert "building 3 PDF files" in told.out
    assert "built teeth/pl/teeth-pl-large.pdf (1 page, 1 sheet)" in told.out
    assert "3 built, 0 unchanged, 0 failed" in told.out
    assert told.err == ""
    again = polyleaf("build", "teeth")
    assert "0 built, 3 unchanged, 0 failed" in again.out
    assert "Everything is unchanged." in again.out


@pytest.mark.usefixtures("quick_press")
def test_pruning_removes_what_is_gone(clinic, polyleaf):
    polyleaf("build")
    clinic.change("toml", '"pl", "ar"', '"pl"')
    assert "2 removed" in polyleaf("build", "--prune").out
    assert not [name for name in clinic.pdfs() if "/ar/" in name]


@pytest.mark.usefixtures("quick_press")
def test_a_release_refuses_what_nobody_approved(clinic, polyleaf):
    polyleaf("catalog", "approve", "teeth", "-l", "en_GB", "--clinician", "Dr Ewa Zych")
    told = polyleaf("build", "teeth", "--release")
    assert told.code == ExitCode.FINDINGS
    assert "failed teeth pl: " in told.out
    assert "approve" in told.out
    assert list(clinic.pdfs()) == ["dist/teeth/en_GB/teeth-en_GB-large.pdf"]


def test_the_console_gets_no_colour_if_it_wants_none(clinic, polyleaf, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    assert "\x1b" not in polyleaf("catalog", "status").out
    assert os.environ["NO_COLOR"] == "1"
