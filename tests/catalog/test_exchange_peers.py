"""Other programs agree: Translate Toolkit, run as programs, and openpyxl as a second reader and writer of sheets."""

from __future__ import annotations

import datetime
import io
import subprocess
from pathlib import Path

import pytest
from tests.catalog.exchange_samples import Folder
from tests.catalog.toolkit import needs, program

from polyleaf.catalog.exchange.decision import Outcome
from polyleaf.catalog.exchange.format import Incoming
from polyleaf.catalog.exchange.sheet import SOURCE, STATUS, TEXT, write_sheet
from polyleaf.catalog.exchange.sheet_in import read_sheet
from polyleaf.catalog.po.reader import load, read_catalog
from polyleaf.source.reader import read_project
from polyleaf.starter.rooms import starter_root
from polyleaf.translating.receiving import ImportOrder, receive
from polyleaf.translating.sending import ExchangeProject, export
from polyleaf.workspace import Workspace

NAME, LOCALE = "vertebroplasty", "ur"


def run(name: str, *arguments: str) -> str:
    done = subprocess.run([program(name), *arguments], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def exchange() -> ExchangeProject:
    return ExchangeProject(Workspace(read_project(starter_root(), (NAME,)), datetime.date(2026, 11, 20)))


def translations(exchange: ExchangeProject) -> list[tuple[str, str]]:
    catalog = load(exchange.project, LOCALE, NAME)
    return sorted((entry.msgid, entry.text) for entry in catalog.current)


@needs("xliff2po")
@pytest.mark.parametrize("signed", [True, False])
def test_the_toolkit_reads_our_xliff(exchange, tmp_path, signed):
    out = tmp_path / "out.xlf"
    export(exchange, NAME, LOCALE, "xliff", out, signed_off=lambda *_: signed)
    run("xliff2po", "--progress=none", str(out), str(tmp_path / "back.po"))
    back = read_catalog(tmp_path / "back.po", None, "back.po")
    assert sorted((entry.msgid, entry.text) for entry in back.current) == translations(exchange)
    # What nobody has signed off is no approved translation, and the toolkit knows no state between that and fuzzy.
    assert all(("fuzzy" in entry.flags) is not signed for entry in back.current)


@needs("po2xliff")
def test_we_read_the_xliff_of_the_toolkit(exchange, tmp_path):
    run("po2xliff", "--progress=none", str(exchange.project.root / f"translations/{LOCALE}/LC_MESSAGES/{NAME}.po"),
        str(tmp_path / f"{NAME}.xlf"))  # fmt: skip
    # The name of the leaflet comes from the header of no file: the toolkit writes the name of the PO file.
    report = receive(exchange, ImportOrder(tmp_path / f"{NAME}.xlf", "its.xlf", LOCALE, NAME, dry_run=True))
    assert {one.outcome for one in report.decisions} == {Outcome.SAME}
    assert len(report.decisions) == len(translations(exchange))
    assert report.absent == 0


@needs("xliff2po")
def test_a_way_through_both_converters_undoes_nothing(exchange, tmp_path):
    export(exchange, NAME, LOCALE, "xliff", tmp_path / "out.xlf")
    run("xliff2po", "--progress=none", str(tmp_path / "out.xlf"), str(tmp_path / "back.po"))
    report = receive(exchange, ImportOrder(tmp_path / "back.po", "back.po", LOCALE, NAME, dry_run=True))
    assert {one.outcome for one in report.decisions} == {Outcome.SAME}


@needs("po2tmx")
def test_we_read_the_memory_of_the_toolkit(exchange, tmp_path):
    po = exchange.project.root / f"translations/{LOCALE}/LC_MESSAGES/{NAME}.po"
    run("po2tmx", "--progress=none", "-l", LOCALE, str(po), str(tmp_path / "its.tmx"))
    report = receive(exchange, ImportOrder(tmp_path / "its.tmx", "its.tmx", LOCALE, NAME, dry_run=True))
    assert {one.outcome for one in report.decisions} == {Outcome.SAME}
    assert len(report.decisions) == len(translations(exchange))


@needs("pocount")
def test_the_toolkit_counts_what_we_count(tmp_path):
    folder = Folder(tmp_path / "project")
    export(folder.exchange(), "eyes", "pl", "xliff", tmp_path / "out.xlf", signed_off=lambda *_: True)
    counted = run("pocount", "--csv", str(tmp_path / "out.xlf")).splitlines()
    row = dict(zip(counted[0].split(","), counted[1].split(","), strict=False))
    # What is not translated has its own text for a target, so that OmegaT shows it; nobody takes that for done.
    assert (row["Translated Messages"], row["Fuzzy Messages"], row["Untranslated Messages"]) == ("2", "5", "0")


FILL_XLIFF2 = """
import sys
from translate.storage import xliff2
store = xliff2.Xliff2File.parsefile(sys.argv[1])
for unit in store.units:
    if unit.source == "At home":
        unit.target = "W domu"
        unit.marktranslated()
store.savefile(sys.argv[2])
"""


@needs("xliff2po")
def test_a_tool_can_fill_our_xliff_2(tmp_path):
    first = Path(program("xliff2po")).read_text(encoding="utf-8").partition("\n")[0]
    if not first.startswith("#!/") or " " in first:
        pytest.skip("cannot tell which Python the toolkit uses")
    folder = Folder(tmp_path / "project")
    exchange = folder.exchange()
    export(exchange, "eyes", "pl", "xliff2", tmp_path / "out.xlf")
    run(first[2:], "-c", FILL_XLIFF2, str(tmp_path / "out.xlf"), str(tmp_path / "filled.xlf"))
    report = receive(exchange, ImportOrder(tmp_path / "filled.xlf", "filled.xlf"))
    assert [one.answer.text for one in report.decisions if one.outcome is Outcome.NEW] == ["W domu"]
    assert 'msgid "At home"\nmsgstr "W domu"' in folder.said


def test_openpyxl_reads_and_writes_our_sheet(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    folder = Folder(tmp_path / "project")
    exchange = folder.exchange()
    package = export(exchange, "eyes", "pl", "xlsx", tmp_path / "out.xlsx").package
    book = openpyxl.load_workbook(tmp_path / "out.xlsx")
    sheet = book.worksheets[0]
    headings = [cell.value.partition(" (")[0] for cell in sheet[1]]
    source, text, status = (headings.index(name) for name in (SOURCE, TEXT, STATUS))
    assert [row[source].value for row in sheet.iter_rows(min_row=2)] == [unit.msgid for unit in package.units]
    for row in sheet.iter_rows(min_row=2):
        if row[source].value == "At home":
            row[text].value, row[status].value = "W domu", "done"
    out = io.BytesIO()
    book.save(out)
    reply = read_sheet(Incoming(out.getvalue(), "reply.xlsx"))
    assert [answer.text for answer in reply.answers if answer.source == "At home"] == ["W domu"]
    assert {answer.source: answer.id for answer in reply.answers} == {unit.msgid: unit.id for unit in package.units}


def test_cells_are_text_locked_and_shown_from_the_right(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    exchange = Folder(tmp_path / "project").exchange()
    package = export(exchange, "eyes", "ur", "xlsx", tmp_path / "out.xlsx").package
    sheet = openpyxl.load_workbook(io.BytesIO(write_sheet(package))).worksheets[0]
    assert sheet.sheet_view.rightToLeft
    assert sheet.protection.sheet
    headings = [cell.value.partition(" (")[0] for cell in sheet[1]]
    for row in sheet.iter_rows(min_row=2):
        for heading, cell in zip(headings, row, strict=True):
            assert cell.protection.locked is (heading not in (TEXT, STATUS, "Remarks"))
            assert (cell.number_format, cell.quotePrefix) == ("@", True)
    assert [next(iter(one.cells.ranges)).coord for one in sheet.data_validations.dataValidation] == ["E2:E8"]
