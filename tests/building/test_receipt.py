"""A build with nothing to do is over at once, and only then."""

import datetime
import time

import pytest

from polyleaf.building.outcome import BuildReport, Failed
from polyleaf.building.receipt import Receipt
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
