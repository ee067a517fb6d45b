"""Pipes, sockets and devices in the place of files are refused at once, wherever a file is read."""

from __future__ import annotations

import os
import signal
import socket

import pytest

from polyleaf.errors import ExitCode

_SECONDS = 20


@pytest.fixture(autouse=True)
def _no_waiting():
    def late(*_):
        raise AssertionError("it waits for a pipe")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(_SECONDS)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def pipe(path):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    os.mkfifo(path)
    return path


@pytest.mark.parametrize(
    "arguments",
    [
        ("catalog", "import"),
        ("catalog", "memory", "import"),
        ("catalog", "glossary", "import", "-l", "pl"),
        ("preflight",),
        ("impose",),
        ("verify",),
        ("validate",),
        ("package", "-o", "job.zip", "--orders"),
        ("package", "-o", "job.zip", "--since"),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("kind", ["pipe", "socket", "device"])
def test_an_argument_that_is_no_file_is_refused_at_once(polyleaf, tmp_path, monkeypatch, arguments, kind):
    monkeypatch.chdir(tmp_path)
    suffix = ".csv" if "glossary" in arguments else ".zip" if "--since" in arguments else ".pdf"
    path = tmp_path / f"input{suffix}"
    with socket.socket(socket.AF_UNIX) as one:
        if kind == "pipe":
            pipe(path)
        elif kind == "socket":
            one.bind(path.name)
        else:
            path.symlink_to("/dev/zero")
        told = polyleaf(*arguments, path, inside="preflight" not in arguments and "impose" not in arguments)
    assert told.code in (ExitCode.FINDINGS, ExitCode.USAGE)
    assert path.name in told.all
    assert "file" in told.all


@pytest.mark.parametrize(
    "name",
    [
        "leaflets/eyes/leaflet.md",
        "translations/templates.pot",
        "translations/pl/LC_MESSAGES/eyes.po",
        "translations/pl/LC_MESSAGES/templates.po",
        "translations/glossary/pl.csv",
        "translations/memory/pl.tmx",
        "translations/approvals.toml",
        "translations/prints.toml",
        "templates/leaflet.html",
        "templates/css/project.css",
        "dist/manifest.json",
    ],
)
@pytest.mark.usefixtures("quick_press")
def test_a_pipe_in_the_project_stops_nobody(clinic, polyleaf, name):
    assert polyleaf("build").code == ExitCode.OK
    pipe(clinic.root / name)
    for command in (("check",), ("catalog", "extract"), ("catalog", "update"), ("catalog", "status"), ("build",)):
        assert polyleaf(*command).code in (ExitCode.OK, ExitCode.FINDINGS, ExitCode.USAGE)


@pytest.mark.usefixtures("quick_press")
def test_a_built_file_that_became_a_pipe_is_built_again(clinic, polyleaf):
    polyleaf("build")
    path = pipe(next(clinic.root.glob("dist/*/*/*.pdf")))
    assert polyleaf("build").code == ExitCode.OK
    assert path.is_file()


@pytest.mark.parametrize(
    "name",
    ["translations", "translations/pl", "translations/pl/LC_MESSAGES/eyes.po", "leaflets", "leaflets/eyes/leaflet.md"],
)
def test_a_link_to_itself_is_no_fault_of_the_tool(clinic, polyleaf, name):
    path = clinic.root / name
    path.rename(clinic.root / "kept")
    path.symlink_to(path.name)
    for command in (("check",), ("catalog", "extract"), ("catalog", "update"), ("catalog", "status")):
        told = polyleaf(*command)
        assert told.code != ExitCode.INTERNAL, told.all
        assert "of the tool" not in told.all


def test_an_argument_that_is_a_link_to_itself_is_told(polyleaf, tmp_path):
    loop = tmp_path / "loop.pdf"
    loop.symlink_to(loop.name)
    told = polyleaf("impose", loop, inside=False)
    assert told.code == ExitCode.ENVIRONMENT
    assert "leads back to itself" in told.all
