"""Files that are none, or are made to do harm: each is told in words, and costs little."""

import io
import os
import re
import subprocess
import sys
import zipfile
import zlib

import pytest
from tests.importing.raw_word import p, word
from tests.importing.word_files import with_parts, word_file
from tests.projects.two_leaflets import Folder

from polyleaf.importing.bringing import gathered_from
from polyleaf.importing.opening import ImportRefusal
from polyleaf.importing.word.changes import Changes

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def packed(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def changed(name, old, new):
    """A good Word file with one part changed."""
    with zipfile.ZipFile(io.BytesIO(word_file("simple_table"))) as file:
        parts = {one: file.read(one) for one in file.namelist()}
    parts[name] = parts[name].replace(old, new, 1)
    return packed(parts)


def locked():
    data = bytearray(word_file("simple_table"))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as file:
        for info in file.infolist():
            data[info.header_offset + 6] |= 1
    at = -1
    while (at := data.find(b"PK\x01\x02", at + 1)) >= 0:
        data[at + 8] |= 1
    return bytes(data)


def bomb():
    """A file that says that it unpacks to a gigabyte."""
    data = bytearray(packed({"[Content_Types].xml": "<x/>", "word/document.xml": bytes(2**20)}))
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = (2**30).to_bytes(4, "little")
    return bytes(data)


DEEP = b"<w:body>" + b"<w:tbl><w:tr><w:tc>" * 4000 + b"</w:tc></w:tr></w:tbl>" * 4000
ENTITY = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document'
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document'

LEAFLET = b'---\ntitle: x\ncode: y\nversion: "1"\nreview_by: 2028-01-01\n---\nText\n'

ODF = "application/vnd.oasis.opendocument"
FILES = {
    "old.doc": (OLE + "WordDocument".encode("utf-16-le"), "old kind (.doc)"),
    "locked.docx": (OLE + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
    "nothing.docx": (b"", "is empty"),
    "zeros.docx": (bytes(400), "is empty"),
    "text.docx": (b"Hello, this is text.", "no Word document"),
    "rich.rtf": (b"{\\rtf1 hello}", "RTF"),
    "print.pdf": (b"%PDF-1.7 ...", "PDF"),
    "photo.docx": (b"\x89PNG\r\n", "picture"),
    "leaflet.md": (LEAFLET, "leaflet of polyleaf already"),
    "music.mp3": (b"ID3\x03" + bytes(range(256)), "is no text"),
    "what.xyz": (b"hello", "of a kind that is not brought in"),
    "zip-locked.docx": (locked, "locked with a password"),
    "bomb.docx": (bomb, "larger than 300 MB"),
    "cut.docx": (lambda: word_file("simple_table")[:4000], "cannot be used"),
    "macros.docm": (lambda: with_parts(word_file("simple_table"), {"word/vbaProject.bin": b"x"}), "holds macros"),
    "sheet.docx": (lambda: packed({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}), "Excel"),
    "folder.docx": (lambda: packed({"a.txt": "hello"}), "no Word document"),
    "no-text.docx": (lambda: packed({"[Content_Types].xml": "<x/>", "_rels/.rels": "<x/>"}), "no text in it"),
    "sum.odt": (lambda: packed({"mimetype": f"{ODF}.spreadsheet"}), "no text document"),
    "secret.odt": (
        lambda: packed({"mimetype": f"{ODF}.text", "META-INF/manifest.xml": "<x><encryption-data/></x>"}),
        "locked with a password",
    ),
    "entities.docx": (lambda: changed("word/document.xml", b"<w:document", ENTITY), "document type"),
    "outside.docx": (lambda: changed("word/document.xml", b"<w:document", OUTSIDE), "document type"),
    "broken.docx": (lambda: changed("word/document.xml", b"</w:body>", b""), "is no XML"),
    "deep.docx": (lambda: changed("word/document.xml", b"<w:body>", DEEP), "is no XML"),
}


@pytest.mark.parametrize("name", FILES)
def test_it_is_refused_in_words(tmp_path, name):
    data, reason = FILES[name]
    (tmp_path / name).write_bytes(data if isinstance(data, bytes) else data())
    with pytest.raises(ImportRefusal, match=re.escape(reason)) as told:
        gathered_from(tmp_path / name, name, Changes.ACCEPT)
    assert told.value.hint
    assert name in told.value.message


def test_a_file_of_400_mb_is_refused_unread(tmp_path):
    path = tmp_path / "huge.docx"
    with path.open("wb") as file:
        file.truncate(400 * 2**20)
    with pytest.raises(ImportRefusal, match="larger than 100 MB"):
        gathered_from(path, "huge.docx", Changes.ACCEPT)


def test_a_folder_and_a_pipe_are_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe.docx")
    for name in (".", "pipe.docx", "nowhere.docx"):
        with pytest.raises(ImportRefusal):
            gathered_from(tmp_path / name, name, Changes.ACCEPT)


def test_a_part_that_says_less_than_it_unpacks_to(tmp_path):
    """The header says 10 bytes."""
    body = zlib.compress(bytes(2**20))[2:-4]
    data = bytearray(packed({"[Content_Types].xml": b"<x/>", "word/document.xml": body}))
    (tmp_path / "liar.docx").write_bytes(data)
    with pytest.raises(ImportRefusal):
        gathered_from(tmp_path / "liar.docx", "liar.docx", Changes.ACCEPT)


def test_pictures_elsewhere_are_not_fetched(tmp_path):
    (tmp_path / "secret.png").write_bytes(b"x")
    page = tmp_path / "page" / "a.html"
    page.parent.mkdir()
    page.write_text(
        '<p>Hi</p><img src="../secret.png" alt="one"><img src="file:///etc/passwd"><img src="http://example.org/x.png">'
    )
    found = gathered_from(page, "a.html", Changes.ACCEPT)
    assert [one.what for one in found.notices if "not beside the page" in one.what] != []
    assert len([one for one in found.notices if "not beside the page" in one.what]) == 3


TAKEN = """
import datetime, sys
from pathlib import Path
from polyleaf.errors import UsageError
from polyleaf.importing import taking
from polyleaf.importing.looking import LookOrder
root, path = map(Path, sys.argv[1:])
taking._MOST_MEMORY = 24 * 2**20
try:
    taking.take(LookOrder(root, path, path.name, "accept", datetime.date(2026, 11, 30)))
except UsageError as error:
    print(error)
"""
"""In a process of its own: one that has done other things has memory left from them."""


def test_what_needs_more_memory_than_a_leaflet_is_told(tmp_path):
    folder = Folder(tmp_path / "project")
    path = tmp_path / "large.docx"
    path.write_bytes(word(p(*("<w:r><w:t>a</w:t></w:r>" for _ in range(120_000)))))
    done = subprocess.run(
        [sys.executable, "-c", TAKEN, str(folder.root), str(path)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "needs more memory" in done.stdout, done.stderr
