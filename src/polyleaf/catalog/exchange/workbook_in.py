"""The cells of an XLSX file (ECMA-376) from outside: bounded, nothing run, nothing fetched.

Read here and not with openpyxl: that one takes ``_x005F_`` out of shared strings, so that a text with ``_x000D_`` in it
would come back as another, and it meets a broken file with whatever exception comes first.
"""

from __future__ import annotations

import io
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from polyleaf.catalog.exchange.pieces import unhide
from polyleaf.catalog.exchange.reply_unit import broken
from polyleaf.catalog.exchange.xml_in import Node, read_xml
from polyleaf.model.foreign import one_line
from polyleaf.zipped import UnzipError, Zip

_MOST_PARTS = 500
_MOST_UNPACKED = 32 * 1024 * 1024
"""Bytes of all parts together once they are unpacked; a leaflet's sheet has one or two million."""

_PLAIN = "Save it as a plain .xlsx workbook, without a password."
_OTHERS = (
    ("word/document.xml", "a Word document", "Copy its translations into the sheet (.xlsx) that polyleaf wrote."),
    ("content.xml", "a file of OpenDocument (.ods, .odt)", "Save it as an Excel workbook (.xlsx)."),
)
_REPLIES = (".xlf", ".xliff", ".xlsx", ".tmx", ".po", ".sdlxliff", ".mqxliff", ".mxliff")
_MOST_COLUMNS = 60
_REF = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_TEXTS = ("s", "inlineStr", "str")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with something in it.

    Attributes:
        text: Its text; for a number or a formula what is stored.
        oddity: "a formula" or "a number, a date or a yes/no" if it is no text, else "".
        struck: Whether some of it is struck out.
    """

    text: str
    oddity: str = ""
    struck: bool = False


@dataclass(frozen=True, slots=True)
class SheetIn:
    """A sheet.

    Attributes:
        name: Its name.
        rows: Row number -> column letters -> cell; empty cells are left out.
        remarks: Row number -> what people noted in comment balloons on its cells.
    """

    name: str
    rows: Mapping[int, Mapping[str, Cell]]
    remarks: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


def read_workbook(data: bytes, path: str) -> tuple[SheetIn, ...]:
    """The sheets of a workbook.

    Args:
        data: The file.
        path: The file as people see it.

    Raises:
        ReplyError: It is no workbook, is damaged, locked with a password, too large once unpacked, holds macros, or
            takes values from other workbooks.
    """
    try:
        file = Zip(io.BytesIO(data), path, _PLAIN, most_files=_MOST_PARTS, most_bytes=_MOST_UNPACKED)
        return _Workbook(file, path).sheets()
    except UnzipError as error:
        raise broken(error.reason, path, hint=error.hint) from error


class _Workbook:
    def __init__(self, file: Zip, path: str) -> None:
        self._file = file
        self._path = path
        for part, what, hint in _OTHERS:
            if part in file.names:
                raise broken(what, path, hint=hint)
        for name in file.names:
            if name.lower().endswith("vbaproject.bin"):
                raise broken("the workbook holds macros", path, hint=_PLAIN)
            if name.lower().startswith("xl/externallinks/"):
                what = "the workbook takes values from other workbooks"
                raise broken(what, path, hint="Paste them as plain text, and break the links.")

    def sheets(self) -> tuple[SheetIn, ...]:
        root = self._related("", "/officeDocument")
        if not root:
            packed = [name for name in self._file.names if name.lower().endswith(_REPLIES)]
            if packed:
                what = f"a zip file with a reply in it: {one_line(packed[0], 60)}"
                raise broken(what, self._path, hint="Unpack it, and take in each file by itself.")
            raise broken("the file is no workbook", self._path)
        shared, struck = self._shared(root[0]), self._struck(root[0])
        parts = self._relations(root[0])
        found = []
        for node in self._part(root[0]).walk("sheet"):
            relation = next((value for name, value in node.attributes.items() if name.endswith(" id")), "")
            part = parts.get(relation, ("", ""))[1]
            found.append(SheetIn(node.get("name"), self._rows(part, shared, struck), self._remarks(part)))
        return tuple(found)

    def _part(self, name: str) -> Node:
        if name not in self._file.names:
            raise broken(f"the workbook lacks its part {name[:80]!r}", self._path)
        return read_xml(self._file.read(name), f"{self._path}: {name}")

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Relation -> its type and the part it leads to; links out of the file are left out."""
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if rels not in self._file.names:
            return {}
        return {
            node.get("Id"): (node.get("Type"), posixpath.normpath(posixpath.join("/", folder, node.get("Target")))[1:])
            for node in self._part(rels).children("Relationship")
            if node.get("TargetMode") != "External"
        }

    def _related(self, part: str, kind: str) -> list[str]:
        return [name for type_, name in self._relations(part).values() if type_.endswith(kind)]

    def _shared(self, root: str) -> list[Cell]:
        strings = self._related(root, "/sharedStrings")
        return [_rich(node) for node in self._part(strings[0]).children("si")] if strings else []

    def _struck(self, root: str) -> frozenset[str]:
        """The cell formats whose whole text is struck out, by their numbers."""
        found = self._related(root, "/styles")
        styles = self._part(found[0]) if found else None
        fonts, formats = (styles and styles.child(name) for name in ("fonts", "cellXfs"))
        if not fonts or not formats:
            return frozenset()
        struck = {str(number) for number, font in enumerate(fonts.children("font")) if _is_struck(font)}
        return frozenset(str(n) for n, one in enumerate(formats.children("xf")) if one.get("fontId") in struck)

    def _rows(self, part: str, shared: list[Cell], struck: frozenset[str]) -> dict[int, dict[str, Cell]]:
        rows: dict[int, dict[str, Cell]] = {}
        for row in self._part(part).walk("row"):
            for node in row.children("c"):
                match = _REF.fullmatch(node.get("r"))
                if match is None:
                    raise broken("a cell without its place", f"{self._path}: {part}", node.line)
                cell = _cell(node, shared)
                if node.get("s") in struck:
                    cell = replace(cell, struck=True)
                cells = rows.setdefault(int(match[2]), {})
                if (cell.text or cell.oddity) and len(cells) < _MOST_COLUMNS:
                    cells[match[1]] = cell
        return rows

    def _remarks(self, part: str) -> dict[int, tuple[str, ...]]:
        found: dict[int, tuple[str, ...]] = {}
        for name in self._related(part, "/comments"):
            for node in self._part(name).walk("comment"):
                match, text = _REF.fullmatch(node.get("ref")), node.child("text")
                if match and text is not None:
                    row = int(match[2])
                    found[row] = (*found.get(row, ()), *_rich(text).text.split("\n"))
        return found


def _cell(node: Node, shared: list[Cell]) -> Cell:
    kind, value = node.get("t"), node.child("v")
    stored = value.text if value is not None else ""
    formula = node.child("f")
    if formula is not None:
        return Cell(formula.text or stored, "a formula")
    if kind == "inlineStr":
        inline = node.child("is")
        return _rich(inline) if inline is not None else Cell("")
    if kind == "s":
        index = int(stored) if stored.isascii() and stored.isdecimal() and len(stored) < 8 else len(shared)  # noqa: PLR2004 - ten million strings
        return shared[index] if index < len(shared) else Cell("", "a string that is not there")
    return Cell(unhide(stored), "" if kind in _TEXTS or not stored else "a number, a date or a yes/no")


def _rich(node: Node) -> Cell:
    """The text of a string, its formatted runs joined; the reading aids of Japanese are left out."""
    runs = tuple(_runs(node))
    return Cell(unhide("".join(text for text, _ in runs)), struck=any(struck and text.strip() for text, struck in runs))


def _runs(node: Node, *, struck: bool = False) -> Iterator[tuple[str, bool]]:
    for child in node.children():
        if child.tag == "t":
            yield child.text, struck
        elif child.tag == "r":
            look = child.child("rPr")
            yield from _runs(child, struck=look is not None and _is_struck(look))


def _is_struck(look: Node) -> bool:
    """Whether a font, or the look of a run, strikes its letters out."""
    strike = look.child("strike")
    return strike is not None and strike.get("val") not in ("0", "false")
