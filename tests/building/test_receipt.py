"""A build with nothing to do is over at once, and only then."""

import datetime
import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import asdict, replace

import pytest
from tests.projects.two_leaflets import LEAFLET

from polyleaf.building.manifest import MANIFEST, read_manifest, write_manifest
from polyleaf.building.outcome import BuildReport, Failed
from polyleaf.building.receipt import Receipt
from polyleaf.model.artifact import Artifact, State
from polyleaf.model.finding import Fault, Finding, Location, Severity

DAY = datetime.date(2027, 1, 1)
FINDING = Finding(
    "page/widow-line",
    Severity.WARNING,
    Fault(
        "a line", Location("a.md", 3, 1, "pl", (1.0, 2.0, 3.0, 4.0)), "Mend it", Location("b"), None, (Location("c"),)
    ),
)


@pytest.fixture
def receipt(folder, monkeypatch):
    """Of a project whose files are all old."""
    later = time.time_ns() + 3_600_000_000_000
    monkeypatch.setattr("polyleaf.cache.scan.clock", lambda: later)
    folder.write("dist/manifest.json", "{}")

    def receipt(asked=(), day=DAY):
        return Receipt(folder.root, folder.out, asked, day)

    return receipt


def report(failed=(), findings=(FINDING,)):
    return BuildReport((), (), failed, findings, (), 0.0)


def test_it_says_what_the_build_said(receipt):
    assert receipt().settled() is None
    receipt().keep(report(), ())
    known = receipt().settled()
    assert (known.files, known.findings) == (0, (FINDING,))


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: folder.leaflet("eyes", "Come early."),
        lambda folder: folder.write("translations/pl/LC_MESSAGES/teeth.po", ""),
        lambda folder: folder.write("templates/css/tokens.css", ":root {}"),
        lambda folder: folder.write("languages/pl.toml", ""),
        lambda folder: folder.write("dist/eyes/pl/eyes-pl-large.pdf", ""),
        lambda folder: (folder.out / "manifest.json").unlink(),
        lambda folder: (folder.root / "polyleaf.toml").touch(),
    ],
    ids=["leaflet", "catalog", "template", "language", "file", "manifest gone", "touched"],
)
def test_any_change_is_looked_at_by_a_build(folder, receipt, change):
    receipt().keep(report(), ())
    change(folder)
    assert receipt().settled() is None


def test_another_wish_or_day_is_another_build(receipt, monkeypatch):
    receipt().keep(report(), ())
    assert receipt(asked=("pl",)).settled() is None
    assert receipt(day=DAY + datetime.timedelta(1)).settled() is None
    monkeypatch.setenv("FONTCONFIG_FILE", "/elsewhere")
    assert receipt().settled() is None


def test_an_edit_during_the_build_is_not_overlooked(folder, receipt):
    """The receipt is of what was there when the build began to read."""
    begun = receipt()
    folder.leaflet("eyes", "Come early.")
    begun.keep(report(), ())
    assert receipt().settled() is None


def test_there_is_none_for_what_must_be_told_again(receipt):
    receipt().keep(report(failed=(Failed("eyes", None, None, "it is broken"),)), ())
    receipt().keep(report(), ("this sign-off does not count",))
    assert receipt().settled() is None


def test_there_is_none_in_doubt(folder, receipt, monkeypatch):
    monkeypatch.setattr("polyleaf.cache.scan.clock", time.time_ns)
    folder.leaflet("eyes", "Come early.")
    receipt().keep(report(), ())
    assert receipt().settled() is None


def test_a_font_that_is_added_is_seen(folder, receipt, monkeypatch):
    receipt().keep(report(), ())
    font = folder.write("../font.ttf", "glyphs")
    monkeypatch.setattr("polyleaf.building.receipt.listed", lambda _: [f"{font}\tNew"])
    assert receipt().settled() is None


def on(path, page=None):
    return Finding("page/widow-line", Severity.WARNING, Fault("a line", Location(path, page=page)))


OF_EYES = (on("leaflets/eyes/leaflet.md"), on("translations/pl/LC_MESSAGES/eyes.po"), on("dist/eyes/pl/eyes.pdf", 1))
OF_TEETH = (on("leaflets/teeth/leaflet.md"), on("dist/teeth/pl/teeth-pl-large.pdf", 2))


def artifact(leaflet, edition="large"):
    path = f"{leaflet}/pl/{leaflet}-pl-{edition}.pdf"
    return Artifact(path, leaflet, "1.0", "pl", edition, "accessible", 1, "", "", State.DRAFT)


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: folder.leaflet("eyes", "Come early."),
        lambda folder: folder.write("leaflets/eyes/more.svg", ""),
        lambda folder: folder.write("translations/pl/LC_MESSAGES/eyes.po", ""),
        lambda folder: (folder.root / "translations/pl/LC_MESSAGES/eyes.po").unlink(),
        lambda folder: folder.write("translations/eyes.pot", ""),
    ],
    ids=["leaflet", "picture", "catalog", "catalog gone", "template catalog"],
)
def test_a_leaflet_that_has_changed_is_looked_at_alone(folder, receipt, change):
    made = tuple(map(artifact, ("eyes", "eyes", "teeth")))
    receipt().keep(replace(report(findings=(*OF_EYES, *OF_TEETH)), unchanged=made), ())
    assert receipt().changed() is None
    change(folder)
    assert receipt().settled() is None
    changed = receipt().changed()
    assert (changed.names, changed.files, changed.findings) == (("eyes",), {"teeth": 1}, OF_TEETH)
    again = changed.with_others(replace(report(findings=OF_EYES[:1]), built=made[:2]))
    assert (again.current, set(again.findings)) == (1, {OF_EYES[0], *OF_TEETH})
    receipt().keep(again, ())
    known = receipt().settled()
    assert (known.files, set(known.findings)) == (3, {OF_EYES[0], *OF_TEETH})


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: folder.write("leaflets/eyes/leaflet.md", LEAFLET.format(title="Eyes", code="X-9", more="")),
        lambda folder: folder.leaflet("ears"),
        lambda folder: shutil.rmtree(folder.root / "leaflets" / "teeth"),
        lambda folder: folder.write("translations/pl/LC_MESSAGES/templates.po", ""),
        lambda folder: folder.write("translations/pl/LC_MESSAGES/glossary.po", ""),
        lambda folder: folder.write("translations/pl/LC_MESSAGES/gone.po", ""),
        lambda folder: folder.write("translations/pl/approved.toml", ""),
        lambda folder: folder.write("templates/css/tokens.css", ":root {}"),
        lambda folder: folder.write("dist/eyes/pl/eyes-pl-large.pdf", ""),
        lambda folder: (folder.root / "polyleaf.toml").touch(),
    ],
    ids=["code", "new", "gone", "words", "glossary", "no leaflet's", "approval", "style", "built file", "settings"],
)
def test_whatever_concerns_others_too_is_looked_at_by_a_whole_build(folder, receipt, change):
    receipt().keep(report(findings=OF_TEETH), ())
    folder.leaflet("eyes", "Come early.")
    assert receipt().changed() is not None
    change(folder)
    assert receipt().changed() is None


def test_what_was_found_on_no_leaflet_may_have_changed_too(folder, receipt):
    for found in (on("polyleaf.toml"), on(""), on("translations/pl/LC_MESSAGES/templates.po"), on("leaflets/eyes")):
        receipt().keep(report(findings=(*OF_TEETH, found)), ())
        folder.leaflet("eyes", found.fault.location.path)
        assert receipt().changed() is None


def test_the_manifest_is_written_as_json_does(tmp_path):
    made = replace(artifact("eyes"), version='1 "ü"\n\u2028', print_code="x\\y")
    (tmp_path / made.path).parent.mkdir(parents=True)
    (tmp_path / made.path).touch()
    for listed in ((), (made,), (made, artifact("teeth"))):
        write_manifest(tmp_path, listed)
        entries = [asdict(one) for one in listed if one.leaflet == "eyes"]
        whole = {"format": 1, "artifacts": entries}
        assert (tmp_path / MANIFEST).read_text() == json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
        assert [*read_manifest(tmp_path)[0].values()] == [one for one in listed if one.leaflet == "eyes"]


def test_where_nothing_has_changed_nothing_of_the_project_is_read():
    done = subprocess.run(
        [sys.executable, "-c", "import sys, polyleaf.building.receipt; print(*sys.modules)"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {name for name in done.stdout.split() if name.startswith(("polyleaf.source.", "yaml", "markdown_it"))}
    assert loaded <= {"polyleaf.source.root"}
