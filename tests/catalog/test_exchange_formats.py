"""The list of formats: a new one is a module and its place in the list, and every safety holds for it at once."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from tests.catalog import json_format
from tests.catalog.exchange_samples import CATALOG, Folder, catalogs, package
from tests.catalog.test_exchange_round_trip import emptied, plain, taken

from polyleaf.catalog.exchange import formats
from polyleaf.catalog.exchange.decision import Outcome
from polyleaf.catalog.exchange.reply_unit import ReplyError
from polyleaf.cli.main import run
from polyleaf.errors import ExitCode
from polyleaf.translating.receiving import ImportOrder, receive
from polyleaf.translating.sending import export

LENIENT = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture
def json_known(monkeypatch):
    monkeypatch.setattr(formats, "FORMATS", (*formats.FORMATS, json_format.FORMAT))


@pytest.fixture
def folder(tmp_path, json_known):
    return Folder(tmp_path / "project")


def reply(folder, tmp_path, change):
    """The file as it comes back after somebody worked on it."""
    path = tmp_path / "reply"
    export(folder.exchange(), "eyes", "pl", "json", path, force=True)
    said = json.loads(path.read_bytes())
    for unit in said["units"]:
        change(unit)
    path.write_text(json.dumps(said), encoding="utf-8")
    return path


def take(folder, path, **options):
    return receive(folder.exchange(), ImportOrder(path, path.name, **options))


def test_every_format_has_a_name_of_its_own_and_says_what_it_is():
    names = [one.name for one in formats.FORMATS]
    assert len(set(names)) == len(names)
    assert all(one.title for one in formats.FORMATS)
    assert all(one.audience for one in formats.outgoing())


def test_each_file_is_told_by_its_content(tmp_path):
    folder = Folder(tmp_path / "project")
    for one in formats.outgoing():
        export(folder.exchange(), "eyes", "pl", one.name, tmp_path / one.name)
        assert formats.read_reply(tmp_path / one.name, "reply").kind == one.title


@pytest.mark.usefixtures("json_known")
@LENIENT
@given(catalog=catalogs)
def test_a_catalog_comes_back_from_a_new_format(catalog, tmp_path_factory):
    path = tmp_path_factory.getbasetemp() / "reply.json"
    path.write_bytes(formats.writer("json")(package(catalog)))
    found = formats.read_reply(path, "reply")
    assert found.kind == "JSON"
    assert plain(taken(emptied(catalog), found)) == plain(catalog)
    assert taken(catalog, found) == catalog


def test_the_commands_know_it(folder, tmp_path, capsys):
    place = ["-C", str(folder.root)]
    out = tmp_path / "out"
    assert run(["catalog", "export", "eyes", "-l", "pl", "--format", "json", "-o", str(out), *place]) == ExitCode.OK
    assert run(["catalog", "import", str(out), *place]) == ExitCode.OK
    said = capsys.readouterr().out
    assert "7 texts, 5 to do" in said
    assert "JSON, leaflet" in said
    assert folder.said == CATALOG
    assert run(["catalog", "export", "--help"]) == ExitCode.OK
    assert "json (JSON) for programs" in " ".join(capsys.readouterr().out.split())
    (tmp_path / "other").write_bytes(b"none of them")
    assert run(["catalog", "import", str(tmp_path / "other"), *place]) == ExitCode.USAGE
    assert "TMX, PO, JSON" in capsys.readouterr().err


def test_what_it_brings_is_checked_like_any_reply(folder, tmp_path):
    def lose_a_number(unit):
        if "{fasting}" in unit["source"]:
            unit.update(text="Nie wolno jeść.", finished=True)

    report = take(folder, reply(folder, tmp_path, lose_a_number))
    assert report.refused
    assert not report.taken
    assert folder.said == CATALOG


def test_it_never_replaces_newer_or_fuller_work(folder, tmp_path):
    path = reply(folder, tmp_path, lambda unit: unit.update(text="Oko" if unit["source"] == "Eyes" else ""))
    newer = CATALOG.replace('"Oczy"', '"Oczy i wzrok"')
    folder.catalog.write_text(newer, encoding="utf-8")
    report = take(folder, path)
    told = {one.answer.source: one.outcome for one in report.decisions}
    assert told["Eyes"] is Outcome.OLDER
    assert told["Bring your **glasses**."] is Outcome.EMPTY
    assert folder.said == newer


def test_a_broken_one_is_refused(folder, tmp_path):
    path = reply(folder, tmp_path, lambda _: None)
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(ReplyError, match="damaged"):
        take(folder, path)
    assert folder.said == CATALOG
