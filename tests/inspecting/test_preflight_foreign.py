"""Files from elsewhere: damaged, cut off, with faults hidden where nobody looks. Each is judged for what it is."""

from __future__ import annotations

import multiprocessing.forkserver
import multiprocessing.util
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pikepdf
import pytest
from tests.inspecting.conftest import QUICK, checks_of
from tests.pdf.broken_again import AGAIN, AGAIN_FILES
from tests.pdf.broken_foreign import BY_BYTES, BY_OBJECTS, HARMLESS, ONLY_GHOSTSCRIPT, changed, damaged
from tests.pdf.broken_thrice import DRAWN, FILES, THRICE
from tests.pdf.press_samples import pressed

from polyleaf.inspecting import apart
from polyleaf.inspecting import preflight as module
from polyleaf.inspecting.apart import NotPreflighted, preflight
from polyleaf.inspecting.preflight import PreflightOrder
from polyleaf.model.finding import Severity
from polyleaf.model.preset import PRESETS, SHEETFED
from polyleaf.pdf.imposition.impose import impose
from polyleaf.pdf.imposition.order import ImposeOrder
from polyleaf.pdf.imposition.schemes import Scheme
from polyleaf.pdf.imposition.source import NotImposable
from polyleaf.pdf.press import ghostscript
from polyleaf.pdf.unreadable import UnreadablePdf

ERRORS = ("press/damaged", "press/pages-missing", "press/picture-broken", "press/resource-missing", "press/font-broken")
needs_ghostscript = pytest.mark.skipif(not ghostscript.is_installed(), reason="Ghostscript is not installed")


@pytest.mark.parametrize("name", BY_OBJECTS)
def test_the_rule_is_named(clean, judge, name):
    rule, change = BY_OBJECTS[name]
    report = judge(changed(clean, change))
    assert rule in checks_of(report)
    (first, *_) = [finding for finding in report.findings if finding.check == rule]
    assert first.fault.hint
    if rule in ERRORS:
        assert not report.passed
    assert len(checks_of(report)) <= 4


def test_sixty_files_and_more():
    assert len(BY_OBJECTS) + len(BY_BYTES) + len(ONLY_GHOSTSCRIPT) >= 60


@pytest.mark.parametrize("name", [*FILES, *AGAIN_FILES])
def test_each_rule_is_named_three_ways_more(clean, judge, name):
    rule, change = {**FILES, **AGAIN_FILES}[name]
    found = [finding for finding in judge(changed(clean, change)).findings if finding.check == rule]
    assert found
    assert found[0].fault.hint


def test_three_ways_a_rule():
    assert len(THRICE) > 22
    assert min(map(len, THRICE.values())) > 2
    assert len(AGAIN) > 20
    assert min(map(len, AGAIN.values())) > 2


@needs_ghostscript
@pytest.mark.slow
@pytest.mark.parametrize("name", DRAWN)
def test_what_ghostscript_sees_is_named(clean, judge, name):
    rule, change = DRAWN[name]
    assert rule in checks_of(judge(changed(clean, change), SHEETFED))


@pytest.mark.parametrize("name", HARMLESS)
def test_what_is_in_order_has_no_finding(clean, judge, name):
    assert judge(changed(clean, HARMLESS[name]), SHEETFED).findings == ()


@pytest.mark.parametrize("name", BY_BYTES)
def test_damage_is_never_passed(clean, judge, name):
    try:
        report = judge(damaged(clean, BY_BYTES[name]))
    except UnreadablePdf:
        return
    assert not report.passed
    assert checks_of(report) & set(ERRORS)


@pytest.mark.parametrize("name", BY_BYTES)
def test_damage_is_not_imposed(clean, tmp_path, name):
    (tmp_path / "file.pdf").write_bytes(damaged(clean, BY_BYTES[name]))
    order = ImposeOrder(Scheme.BOOKLET, "A3", None, 0.11)
    with pytest.raises((NotImposable, UnreadablePdf)):
        impose(tmp_path / "file.pdf", "file.pdf", order, tmp_path / "sheets.pdf")
    assert not (tmp_path / "sheets.pdf").exists()


@pytest.mark.parametrize("name", [name for name in BY_BYTES if "than are" in name or "number" in name])
def test_a_wrong_number_of_pages_is_told_as_such(clean, judge, name):
    assert checks_of(judge(damaged(clean, BY_BYTES[name]))) == {"press/pages-missing"}


def test_content_that_is_not_there(clean, judge):
    report = judge(damaged(clean, BY_BYTES["content that is not there"]))
    (found,) = [finding for finding in report.findings if finding.check == "press/resource-missing"]
    assert "Contents" in found.fault.message


def test_one_wrong_offset_is_told_as_what_it_is(clean, judge):
    """The page is not read, and the others still are."""
    report = judge(damaged(clean, BY_BYTES["one offset wrong"]))
    assert dict(report.summary)["Pages"] == "1"
    (found,) = [finding for finding in report.findings if finding.check == "press/damaged"]
    assert "file.pdf" not in found.fault.message
    assert "object" in found.fault.message


def test_a_fault_in_a_pattern_is_placed_where_it_is_painted(clean, judge):
    report = judge(changed(clean, BY_OBJECTS["a hairline in a pattern"][1]))
    (found,) = report.findings
    assert found.fault.location.area == (200.0, 300.0, 300.0, 400.0)


@needs_ghostscript
@pytest.mark.parametrize("name", ONLY_GHOSTSCRIPT)
def test_what_ghostscript_cannot_draw(clean, judge, name):
    data = changed(clean, ONLY_GHOSTSCRIPT[name])
    for preset in (SHEETFED, PRESETS["gwg-digital"]):
        report = judge(data, preset)
        (found,) = [finding for finding in report.findings if finding.check == "press/cannot-be-drawn"]
        assert found.severity is Severity.ERROR
    assert "press/cannot-be-drawn" not in checks_of(judge(data, QUICK))


@needs_ghostscript
@pytest.mark.parametrize("name", ["a cut JPEG", "no such picture", "half a TrueType font"])
def test_one_fault_is_told_once(clean, judge, name):
    rule, change = BY_OBJECTS[name]
    report = judge(changed(clean, change), SHEETFED)
    assert checks_of(report) == {rule}


@needs_ghostscript
def test_the_clean_file_can_be_drawn(clean, judge):
    assert judge(clean, SHEETFED).findings == ()


@needs_ghostscript
def test_text_that_nobody_sees_needs_no_font(clean, judge):
    """A scan with its words behind it, as programs that read scans write it (ISO 15930-7: fonts of what is shown)."""

    def words(pdf):
        plain = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Courier)
        pdf.pages[0].obj.Resources.Font["/Unseen"] = plain
        pdf.pages[0].contents_add(b"BT 3 Tr /Unseen 12 Tf 60 500 Td (Knees) Tj ET")

    assert judge(changed(clean, words), SHEETFED).findings == ()


# Ghostscript is a guest: it has less time than we have, and leaves nothing behind.


@pytest.fixture(autouse=True)
def sockets_of_workers():
    """Where they stand is chosen once a process: before a test moves the folder for temporary files elsewhere."""
    multiprocessing.util.get_temp_dir()


@pytest.fixture
def own_forkserver():
    """Workers with the environment of this test: a server that is running already has that of an earlier one."""
    multiprocessing.forkserver._forkserver._stop()
    yield
    multiprocessing.forkserver._forkserver._stop()


def slow_ghostscript(folder, monkeypatch, seconds=60):
    """A Ghostscript that does nothing for long, and notes its number."""
    program = folder / "bin/gs"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\necho $$ > {folder}/pid\necho x > "$TMPDIR/left-over"\nexec sleep {seconds}\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    return folder / "pid"


def gone(number):
    for _ in range(100):
        try:
            os.kill(number, 0)
        except ProcessLookupError:
            return True
        if Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.1)
    return False


def number_in(path):
    for _ in range(200):
        if path.exists() and path.read_text().strip():
            return int(path.read_text())
        time.sleep(0.1)
    raise AssertionError("it did not begin")


def test_its_limit_is_shorter_than_ours():
    assert ghostscript.SECONDS <= apart.SECONDS - 15


def test_without_its_answer_the_rest_is_judged(clean, tmp_path, monkeypatch, judge):
    number = slow_ghostscript(tmp_path, monkeypatch)
    monkeypatch.setattr(ghostscript, "SECONDS", 1.0)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(module.tempfile, "tempdir", str(scratch))
    report = judge(changed(clean, BY_OBJECTS["a hairline in a form"][1]), SHEETFED)
    assert checks_of(report) == {"press/hairline"}
    assert "was not done after 1 seconds" in report.notes[0]
    assert gone(number_in(number))
    assert list(scratch.glob("polyleaf-*")) == []


@pytest.mark.slow
@pytest.mark.usefixtures("own_forkserver")
def test_it_ends_with_us_and_its_folder_goes(clean, tmp_path, monkeypatch):
    """Our own process is killed in the middle: for time, for memory, or by somebody."""
    if shutil.which("setpriv") is None:
        pytest.skip("nobody tells the kernel to end it with us")
    number = slow_ghostscript(tmp_path, monkeypatch)
    monkeypatch.setattr(apart, "SECONDS", 12.0)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(module.tempfile, "tempdir", str(scratch))
    path = tmp_path / "file.pdf"
    path.write_bytes(clean)
    with pytest.raises(NotPreflighted, match="after 12 seconds"):
        preflight(PreflightOrder(path, "file.pdf", SHEETFED))
    assert gone(number_in(number))
    assert list(scratch.glob("polyleaf-*")) == []


def test_a_kill_from_outside_ends_it_too(clean, tmp_path, monkeypatch):
    if shutil.which("setpriv") is None:
        pytest.skip("nobody tells the kernel to end it with us")
    number = slow_ghostscript(tmp_path, monkeypatch)
    path = tmp_path / "file.pdf"
    path.write_bytes(clean)
    code = (
        "from pathlib import Path; from polyleaf.inspecting.preflight import *; "
        "from polyleaf.model.preset import SHEETFED; "
        f"judged(PreflightOrder(Path({str(path)!r}), 'x', SHEETFED))"
    )
    source = str(Path(module.__file__).parents[2])
    ours = subprocess.Popen(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": source, "TMPDIR": str(tmp_path)}
    )
    guest = number_in(number)
    ours.send_signal(signal.SIGKILL)
    ours.wait()
    assert gone(guest)


def test_black_rules_over_tints_overprint_in_our_own_files(tmp_path, judge):
    """What we ask of others we do ourselves."""
    rows = "<tr><th>Time</th><td>Eat</td></tr>" * 3
    style = "table { border-collapse: collapse } th { background: #d0e0f0 } td, th { border-bottom: .6pt solid #000 }"
    path, _ = pressed(tmp_path / "table", f"<table>{rows}</table>", style)
    assert checks_of(judge(path.read_bytes())) & {"press/line-not-overprinting"} == set()
