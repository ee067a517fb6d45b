"""Files from outside: broken, hostile, huge. Each is refused with its place, and nothing is opened or run."""

from __future__ import annotations

import io
import os
import time
import tracemalloc
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.catalog.exchange_samples import Folder

from polyleaf.catalog.exchange.formats import read_reply
from polyleaf.catalog.exchange.reply_unit import ReplyError
from polyleaf.errors import MachineError
from polyleaf.translating.receiving import ImportOrder, receive
from polyleaf.translating.sending import export

UNIT = '<trans-unit id="1"><source>a</source><target>{}</target></trans-unit>'
XLIFF = (
    '<xliff version="1.2"><file original="eyes" source-language="en" target-language="pl" datatype="plaintext">'
    "<body>{}</body></file></xliff>"
)
XLIFF2 = (
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="pl"><file id="eyes">{}'
    "</file></xliff>"
)
TMX = '<tmx version="1.4"><header srclang="en"/><body>{}</body></tmx>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12))
    + "]>"
)


@pytest.fixture
def sheet(tmp_path):
    path = tmp_path / "sheet.xlsx"
    export(Folder(tmp_path / "project").exchange(), "eyes", "pl", "xlsx", path)
    return path.read_bytes()


def read(tmp_path: Path, data: bytes | str):
    path = tmp_path / "reply"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_reply(path, "reply")


def repacked(data: bytes, changes: dict[str, str | bytes | None], more: dict[str, str] | None = None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = changes.get(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
        for name, content in (more or {}).items():
            new.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize("document", [XLIFF, XLIFF2, TMX])
@pytest.mark.parametrize(
    "start", [OUTSIDE, LAUGHS, '<!DOCTYPE xliff SYSTEM "http://localhost:9/x.dtd">', "<!DOCTYPE xliff>"]
)
def test_a_document_type_is_refused(tmp_path, document, start):
    with pytest.raises(ReplyError, match="document type"):
        read(tmp_path, start + document.format("&e;"))


def test_only_tmx_may_name_its_dtd_and_it_is_never_read(tmp_path):
    named = '<!DOCTYPE tmx SYSTEM "http://localhost:9/tmx14.dtd">'
    pair = '<tu><tuv xml:lang="en"><seg>a</seg></tuv><tuv xml:lang="pl"><seg>{}</seg></tuv></tu>'
    assert read(tmp_path, named + TMX.format(pair.format("b"))).answers[0].text == "b"
    with pytest.raises(ReplyError, match="entity"):
        read(tmp_path, named + TMX.format(pair.format("&from-the-dtd;")))
    with pytest.raises(ReplyError, match="document type"):
        read(tmp_path, named.replace(">", ' [<!ENTITY % p SYSTEM "http://localhost:9/p">%p;]>') + TMX.format(""))


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (XLIFF.format("<trans-unit>"), "not well-formed XML"),
        (XLIFF.format(UNIT.format("b"))[:-20], "not well-formed XML"),
        (XLIFF.format(UNIT.format("&nbsp;")), "not well-formed XML"),
        ('<?xml version="1.0" encoding="utf-7"?>' + XLIFF.format(""), "encoding"),
        ('<?xml version="1.0" encoding="klingon"?>' + XLIFF.format(""), "encoding"),
        ('<xliff version="1.2"></xliff>', "without a <file>"),
        ('<xliff version="2.1"></xliff>', "without a <file>"),
        ("<html/>", "a web page"),
        ("<tmx/>", "no complete TMX"),
        (TMX.replace(' srclang="en"', "").format(""), "which language"),
        (XLIFF.format(UNIT.format('<x id="7"/>')), "an inline element without content"),
        (XLIFF2.format('<unit id="1"><segment><source>a<ph id="9"/></source></segment></unit>'), "stands for nothing"),
        (XLIFF.format("<group>" * 100 + "</group>" * 100), "more elements"),
        (TMX.format(""), "holds no translation"),
        ("", "is empty"),
        ("some words\n", "none of the formats"),
        (b"\x00\x01\x02" * 50, "none of the formats"),
        ("Source text,Translation\rKeep it dry.,Halten Sie ihn trocken.\r", "saved as text"),
        ("Source;Translation\nKeep;Halten\n".encode("utf-16"), "saved as text"),
        ('msgid ""\nmsgstr "Language: pl\\n"\n\nmsgid “a”\n', "no part of a catalog"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Excel"),
        (b"PK\x03\x04 and nothing else", "cannot be unpacked"),
        ('msgid "a"\nmsgstr "b', "quotation mark"),
        ('msgid ""\nmsgstr "Language: pl\\n"\n', "holds no texts"),
    ],
)
def test_what_is_broken_is_refused_with_its_place(tmp_path, data, told):
    with pytest.raises(ReplyError, match=told) as error:
        read(tmp_path, data)
    assert error.value.faults[0].location.path.startswith("reply")
    assert error.value.faults[0].hint


@pytest.mark.parametrize(("part", "told"), [("word/document.xml", "a Word document"), ("content.xml", "OpenDocument")])
def test_documents_of_office_programs_are_called_by_their_names(tmp_path, part, told):
    with zipfile.ZipFile(tmp_path / "reply.zip", "w") as file:
        file.writestr(part, "<x/>")
    with pytest.raises(ReplyError, match=told) as error:
        read(tmp_path, (tmp_path / "reply.zip").read_bytes())
    assert ".xlsx" in error.value.faults[0].hint


def test_what_is_not_a_file_is_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for name in ("pipe", "."):
        with pytest.raises(ReplyError, match="not a file"):
            read_reply(tmp_path / name, name)
    with pytest.raises(MachineError, match="cannot read"):
        read_reply(tmp_path / "none", "none")


@pytest.mark.parametrize("start", [b"<xliff>", b"PK\x03\x04", b'msgid ""\n'])
def test_200_megabytes_are_refused_at_once(tmp_path, start):
    path = tmp_path / "huge"
    with path.open("wb") as file:
        file.write(start)
        file.truncate(200 * 2**20)
    tracemalloc.start()
    begun = time.process_time()
    with pytest.raises(ReplyError, match="larger than 32 MB"):
        read_reply(path, "huge")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert time.process_time() - begun < 20
    assert peak < 80 * 2**20


def test_a_sheet_that_grows_when_unpacked_is_refused(tmp_path, sheet):
    bomb = repacked(sheet, {"xl/worksheets/sheet1.xml": b"<a>" + b" " * 40 * 2**20 + b"</a>"})
    assert len(bomb) < 2**20
    with pytest.raises(ReplyError, match="unpacked, the file is larger than 32 MB"):
        read(tmp_path, bomb)
    with pytest.raises(ReplyError, match="unpacked"):
        read(tmp_path, repacked(sheet, {}, {f"part{n}": "" for n in range(600)}))


def test_a_sheet_that_lies_about_its_size_is_refused(tmp_path, sheet):
    bomb = bytearray(repacked(sheet, {"xl/worksheets/sheet1.xml": b"<a>" + b" " * 2**20 + b"</a>"}))
    size = (2**20 + 7).to_bytes(4, "little")
    assert size in bomb
    with pytest.raises(ReplyError, match=r"unpacked|well-formed"):
        read(tmp_path, bytes(bomb.replace(size, (9).to_bytes(4, "little"))))


@pytest.mark.parametrize(
    ("changes", "more", "told"),
    [
        ({"xl/worksheets/sheet1.xml": OUTSIDE + "<worksheet>&e;</worksheet>"}, {}, "document type"),
        ({"xl/worksheets/sheet1.xml": "<worksheet><sheetData><row><c/></row></sheetData></worksheet>"}, {}, "place"),
        ({"xl/worksheets/sheet1.xml": None}, {}, "lacks its part"),
        ({"xl/worksheets/sheet1.xml": "<worksheet/>"}, {}, "no sheet with a translation"),
        ({"xl/workbook.xml": "<workbook"}, {}, "well-formed"),
        ({"_rels/.rels": None}, {}, "no workbook"),
        ({}, {"xl/vbaProject.bin": "macro"}, "macros"),
        ({}, {"xl/externalLinks/externalLink1.xml": "<x/>"}, "other workbooks"),
    ],
)
def test_a_bad_sheet_is_refused(tmp_path, sheet, changes, more, told):
    with pytest.raises(ReplyError, match=told):
        read(tmp_path, repacked(sheet, changes, more))


def test_a_sheet_with_a_password_is_refused(tmp_path, sheet):
    data = bytearray(sheet)
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        start = 0
        while (start := data.find(mark, start)) >= 0:
            data[start + offset] |= 1
            start += 4
    with pytest.raises(ReplyError, match="password"):
        read(tmp_path, bytes(data))


def test_links_out_of_a_sheet_are_not_followed(tmp_path, sheet):
    with zipfile.ZipFile(io.BytesIO(sheet)) as book:
        rels = book.read("xl/_rels/workbook.xml.rels").decode()
    out = rels.replace("<Relationship ", '<Relationship TargetMode="External" ')
    with pytest.raises(ReplyError, match="lacks its part"):
        read(tmp_path, repacked(sheet, {"xl/_rels/workbook.xml.rels": out}))


def test_remarks_in_balloons_and_in_columns_of_their_own_are_read(tmp_path, sheet):
    with zipfile.ZipFile(io.BytesIO(sheet)) as book:
        first = book.read("xl/worksheets/sheet1.xml").decode()
    own = '<c r="Z{}" t="inlineStr"><is><r><t>{}</t></r><r><t>{}</t></r></is></c></row>'
    rows = first.split("</row>")
    rows[0], rows[1] = rows[0] + own.format(1, "My", " view")[:-6], rows[1] + own.format(2, "not", " good")[:-6]
    rels = '<Relationships><Relationship Id="c" Type="http://x/comments" Target="../comments1.xml"/></Relationships>'
    balloon = '<comment ref="D2"><text><r><t>Dr Khan:\nwrong word</t></r></text></comment>'
    balloon = f"<comments><commentList>{balloon}</commentList></comments>"
    data = repacked(
        sheet,
        {"xl/worksheets/sheet1.xml": "</row>".join(rows)},
        {"xl/worksheets/_rels/sheet1.xml.rels": rels, "xl/comments1.xml": balloon},
    )
    assert read(tmp_path, data).answers[0].comments == ("My view: not good", "Dr Khan:", "wrong word")


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_no_damage_ends_in_a_crash(data, tmp_path_factory):
    path = tmp_path_factory.getbasetemp() / "damaged"
    kind = data.draw(st.sampled_from(sorted(DAMAGED)))
    content = bytearray(DAMAGED[kind])
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at : at + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=6))
    if kind == "cells":
        content = bytearray(repacked(DAMAGED["xlsx"], {"xl/worksheets/sheet1.xml": bytes(content)}))
    path.write_bytes(bytes(content))
    with suppress(ReplyError):
        read_reply(path, "damaged")


DAMAGED: dict[str, bytes] = {}


@pytest.fixture(scope="module", autouse=True)
def _samples(tmp_path_factory):
    root = tmp_path_factory.mktemp("samples")
    exchange = Folder(root / "project").exchange()
    for style in ("xliff", "xliff2", "xlsx", "po"):
        export(exchange, "eyes", "pl", style, root / style)
        DAMAGED[style] = (root / style).read_bytes()
    with zipfile.ZipFile(root / "xlsx") as book:
        DAMAGED["cells"] = book.read("xl/worksheets/sheet1.xml")


def test_a_reply_cannot_speak_to_the_terminal(tmp_path):
    folder = Folder(tmp_path / "project")
    out = tmp_path / "out.xlf"
    export(folder.exchange(), "eyes", "pl", "xliff", out)
    escape = "Rest_x001B_[2Jfor\u200ca day."
    out.write_text(out.read_text(encoding="utf-8").replace(">Rest for a day.<", f">{escape}<"), encoding="utf-8")
    report = receive(folder.exchange(), ImportOrder(out, "out.xlf"))
    assert "\x1b" not in report.refused[0].message
    assert "Rest\ufffd[2Jfor\u200ca day." in report.refused[0].message
