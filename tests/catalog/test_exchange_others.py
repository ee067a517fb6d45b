"""Replies that came back as something else, twice, or confirmed in the words of another program."""

from __future__ import annotations

import gzip
import io
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest
from tests.catalog.exchange_samples import Folder

from polyleaf.catalog.exchange.formats import read_reply
from polyleaf.catalog.exchange.reply_unit import ReplyError
from polyleaf.translating.receiving import ImportOrder, receive
from polyleaf.translating.sending import export

SRC = Path(__file__).parents[2] / "src"


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path / "project")


def taken(folder, data, name):
    path = folder.root.parent / name
    path.write_bytes(data)
    return receive(folder.exchange(), ImportOrder(path, name, "pl", "eyes"))


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is empty"),
        (b" \r\n", "is empty"),
        (gzip.compress(b'msgid ""', mtime=0), "packed file"),
        (b"%PDF-1.7\n", "a PDF file"),
        (b"{\\rtf1 At home}", "RTF"),
        (b"<!DOCTYPE html><html><body>At home</body></html>", "a web page"),
        (b"\xde\x12\x04\x95" + bytes(40), "compiled catalog"),
        (b"From: a@example.org\r\nSubject: Eyes\r\n\r\nHere it is", "mail"),
        (b'{"At home": "W domu"}', "JSON"),
        (b'sep=;\r\n"No.";"Text"\r\n"1";"W domu"\r\n', "CSV"),
        (b"\xef\xbb\xbfsep=;\nNo.;Text\n1;W domu\n", "CSV"),
    ],
)
def test_a_file_of_another_kind_is_named_with_a_way_out(tmp_path, data, told):
    path = tmp_path / "reply"
    path.write_bytes(data)
    with pytest.raises(ReplyError) as refused:
        read_reply(path, "reply")
    (fault,) = refused.value.faults
    assert told in fault.message
    assert fault.hint


def test_a_zip_file_with_a_reply_is_to_be_unpacked(tmp_path):
    path = tmp_path / "reply.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("for you/eyes.xlf", "<xliff/>")
    with pytest.raises(ReplyError, match=r"eyes\.xlf"):
        read_reply(path, "reply.zip")


def sheet(folder, change):
    out = folder.root.parent / "eyes.xlsx"
    export(
        folder.exchange(),
        "eyes",
        "pl",
        "xlsx",
        out,
    )
    book = openpyxl.load_workbook(out)
    page = book["Translation"]
    row = next(row for row in range(2, page.max_row + 1) if page.cell(row, 3).value == "At home")
    page.cell(row, 4).value, page.cell(row, 5).value = "W domu", "done"
    change(book, page, row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def test_a_copy_of_the_sheet_that_says_the_same_is_passed_over(folder):
    found = taken(folder, sheet(folder, lambda book, page, _: book.copy_worksheet(page)), "r.xlsx")
    assert not found.refused
    assert 'msgstr "W domu"' in folder.said


def test_a_second_sheet_with_other_words_is_told(folder):
    """Only the first was read: work in the second was lost without a word."""

    def change(book, page, row):
        book.copy_worksheet(page)
        page.cell(row, 4).value = None

    with pytest.raises(ReplyError, match="two sheets with translations"):
        taken(folder, sheet(folder, change), "r.xlsx")


FUZZY = """<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"
 xmlns:mq="MQXliff" xmlns:m="http://www.memsource.com/mxlf/2.0" version="1.2">
<file original="eyes" source-language="en-GB" target-language="pl" datatype="plaintext"><body>
<trans-unit id="1" {said}><source>Rest for a day.</source><target>Proszę odpoczywać przez jeden dzień.</target>{more}
</trans-unit></body></file></xliff>"""


@pytest.mark.parametrize(
    ("said", "more"),
    [
        ('mq:status="ManuallyConfirmed"', ""),
        ('m:confirmed="1"', ""),
        ("", '<sdl:seg-defs><sdl:seg id="1" conf="Translated"/></sdl:seg-defs>'),
    ],
)
def test_what_a_program_says_is_done_finishes_a_fuzzy_text_with_the_same_words(folder, said, more):
    """It stayed fuzzy, as "1 unchanged", and nobody knew why."""
    words = "Proszę odpoczywać przez jeden dzień."
    folder.catalog.write_text(folder.said.replace("Proszę odpoczywać przez dwa dni.", words), encoding="utf-8")
    before = folder.said
    found = taken(folder, FUZZY.format(said=said, more=more).encode(), "r.xlf")
    assert not found.refused
    assert before.count("fuzzy") - 1 == folder.said.count("fuzzy")


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of a process is read from /proc")
def test_a_sheet_of_rows_without_end_takes_little_memory(tmp_path, folder):
    path = tmp_path / "rows.xlsx"
    rows = b"".join(b'<row r="%d"><c r="A%d"/></row>' % (row, row) for row in range(20, 300_000))
    with zipfile.ZipFile(io.BytesIO(sheet(folder, lambda *_: None))) as old, zipfile.ZipFile(path, "w", 8) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data.replace(b"</sheetData>", rows + b"</sheetData>") if "sheet1.xml" in name else data)
    script = (
        "import re, sys; from pathlib import Path\n"
        "from polyleaf.catalog.exchange.formats import read_reply\n"
        "try: read_reply(Path(sys.argv[1]), 'rows.xlsx')\n"
        "except Exception as error: print(error)\n"
        "print(int(re.search(r'VmHWM:\\s*(\\d+)', Path('/proc/self/status').read_text())[1]) // 1024)"
    )
    command = [sys.executable, "-c", script, path]
    done = subprocess.run(command, cwd=SRC, capture_output=True, text=True, check=True, timeout=60)
    *_, told, used = done.stdout.splitlines()
    assert "more elements" in done.stdout
    assert int(used) < 200, told


def test_a_catalog_of_more_texts_than_any_leaflet_has_is_refused_at_once(tmp_path):
    path = tmp_path / "many.po"
    path.write_text("".join(f'msgid "x{one}"\nmsgstr "y"\n\n' for one in range(30_000)), encoding="utf-8")
    with pytest.raises(ReplyError, match="more than 20000 texts"):
        read_reply(path, "many.po")
