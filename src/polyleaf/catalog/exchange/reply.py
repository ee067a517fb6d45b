"""A file from outside, whatever its format, as a reply."""

from __future__ import annotations

import stat
from pathlib import Path

from polyleaf.catalog.exchange.answer import Reply, ReplyError, broken, shown
from polyleaf.catalog.exchange.po import read_po
from polyleaf.catalog.exchange.sheet_in import read_sheet
from polyleaf.catalog.exchange.tmx import read_tmx, tmx_reply
from polyleaf.catalog.exchange.xliff12 import read_xliff12
from polyleaf.catalog.exchange.xliff21 import read_xliff21
from polyleaf.catalog.exchange.xml_in import MOST_BYTES, read_xml
from polyleaf.catalog.po.faults import CatalogError
from polyleaf.catalog.po.reader import read_catalog
from polyleaf.errors import MachineError

_ZIP, _OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_XML = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe<\x00", b"\xfe\xff\x00<")


def read_reply(path: Path, shown_as: str, target: str = "") -> Reply:
    """What a file says; its kind is told by its content, not by its name.

    Args:
        path: The file.
        shown_as: The file as people see it.
        target: Language tag that is wanted of a TMX file with many languages; "" if it must have one only.

    Raises:
        ReplyError: It is none of the formats, is broken, or larger than 32 MB.
        MachineError: It cannot be read.
    """
    data = read_bounded(path, shown_as)
    if data.startswith(_ZIP):
        return read_sheet(data, shown_as)
    if data.startswith(_OLD_EXCEL):
        hint = "Save it without a password, as an Excel workbook (.xlsx)."
        raise broken("an old Excel file (.xls), or one that is locked with a password", shown_as, hint=hint)
    if data.lstrip(b" \t\r\n").startswith(_XML):
        return _read_markup(data, shown_as, target)
    if b"msgid" not in data:
        hint = "polyleaf reads XLIFF 1.2 and 2.1, its own XLSX sheets, TMX and PO files."
        raise broken("the file is none of the formats that polyleaf reads", shown_as, hint=hint)
    try:
        return read_po(read_catalog(path, None, shown_as), shown_as)
    except CatalogError as error:
        raise ReplyError(error.faults) from error


def read_bounded(path: Path, shown_as: str) -> bytes:
    """The bytes of a file from outside.

    Raises:
        ReplyError: It is no file, or larger than 32 MB; no more than that is read of it.
        MachineError: It cannot be read.
    """
    try:
        # Opening a pipe or device would wait for ever, so the kind of file is asked first.
        if not stat.S_ISREG(path.stat().st_mode):
            raise broken("this is not a file", shown_as, hint="Name the file that came back.")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        hint = "Check its name, and that you may read it."
        raise MachineError(f"cannot read {shown_as}: {error.strerror}", hint) from error
    if len(data) > MOST_BYTES:
        hint = "No leaflet has so many words: ask for the translation of one leaflet in one file."
        raise broken(f"the file is larger than {MOST_BYTES // 2**20} MB", shown_as, hint=hint)
    return data


def _read_markup(data: bytes, path: str, target: str) -> Reply:
    root = read_xml(data, path, doctype="tmx")
    if root.tag == "xliff" and root.get("version").startswith("2"):
        return read_xliff21(root, path)
    if root.tag == "xliff":
        return read_xliff12(root, path)
    if root.tag == "tmx":
        return tmx_reply(read_tmx(root, path), path, target)
    hint = "polyleaf reads XLIFF 1.2 and 2.1, and TMX."
    raise broken(f"an XML file of another kind: <{shown(root.tag, 40)}>", path, root.line, hint)
