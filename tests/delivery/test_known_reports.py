"""What was judged before is not judged again, unless anything is different."""

from dataclasses import replace
from pathlib import Path

import pytest

from polyleaf.cache.local_store import LocalStore
from polyleaf.cache.store import Store
from polyleaf.delivery import known_reports
from polyleaf.delivery.known_reports import KnownReports
from polyleaf.inspecting.preflight import PreflightOrder
from polyleaf.model.finding import Fault, Finding, Location, Severity
from polyleaf.model.preflight import PreflightReport, Sheet
from polyleaf.model.preset import SHEETFED

ORDER = PreflightOrder(Path("/a/eyes-press.pdf"), "press/eyes-press.pdf", SHEETFED, pictures=True, leaflet="eyes")
FINDING = Finding("press/hairline", Severity.WARNING, Fault("thin", Location("x", page=1, area=(0.0, 1.0, 2.0, 3.0))))
REPORT = PreflightReport(
    path=ORDER.shown_as,
    preset="sheetfed",
    pages=(Sheet(1, (0.0, 0.0, 10.0, 10.0), (1.0, 1.0, 9.0, 9.0)),),
    summary=(("Title", "Eyes"),),
    findings=(FINDING,),
    notes=("not drawn",),
    pictures={1: b"\x89PNG"},
)
SHA256 = "a" * 64


@pytest.fixture
def known(tmp_path):
    return lambda: KnownReports(Store(LocalStore(tmp_path, 10**6), None))


def test_a_report_comes_back(known):
    assert known().of(ORDER, SHA256) is None
    known().keep(ORDER, SHA256, REPORT)
    assert known().of(ORDER, SHA256) == REPORT
    assert known().of(replace(ORDER, path=Path("/b/eyes-press.pdf"), scratch=Path("/b")), SHA256) == REPORT


def test_whatever_is_different_is_judged(known, monkeypatch):
    known().keep(ORDER, SHA256, REPORT)
    assert known().of(ORDER, "b" * 64) is None
    for other in (
        replace(ORDER, preset=replace(SHEETFED, name="own")),
        replace(ORDER, pictures=False),
        replace(ORDER, locale="pl"),
        replace(ORDER, shown_as="elsewhere.pdf"),
    ):
        assert known().of(other, SHA256) is None
    monkeypatch.setattr(known_reports, "_program", lambda: ("another Ghostscript",))
    assert known().of(ORDER, SHA256) is None


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b'{"path": 1, "preset": 2, "pages": [[1]]}', b"\xff"])
def test_what_cannot_be_understood_is_judged(tmp_path, known, data):
    store = Store(LocalStore(tmp_path, 10**6), None)
    store.keep(known()._key(ORDER, SHA256), "report.json", data, b"")
    assert known().of(ORDER, SHA256) is None
