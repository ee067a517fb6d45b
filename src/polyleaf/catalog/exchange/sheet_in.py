"""A sheet that came back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from polyleaf.catalog.exchange.format import Format, Incoming
from polyleaf.catalog.exchange.reply_unit import Reply, ReplyError, ReplyUnit, broken
from polyleaf.catalog.exchange.sheet import (
    ABOUT,
    CHECK,
    CONTEXT,
    DONE,
    EARLIER,
    EARLIER_CONTEXT,
    FROM,
    HEADINGS,
    ID,
    INTO,
    LEAFLET,
    PATH,
    REMARKS,
    SOURCE,
    STATUS,
    TEXT,
    TO_DO,
    write_sheet,
)
from polyleaf.catalog.exchange.workbook_in import Cell, SheetIn, read_workbook
from polyleaf.model.finding import Fault, Location
from polyleaf.model.foreign import one_line

_ZIP, _OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_FINISHED = {DONE: True, CHECK: False, TO_DO: None, "": None}
_READ = (SOURCE, TEXT, STATUS, REMARKS, ID, CONTEXT, EARLIER_CONTEXT, EARLIER)
"""Columns that must hold text; the others are not read back."""


def read_sheet(file: Incoming) -> Reply:
    """A reply in XLSX.

    Raises:
        ReplyError: It is no sheet of polyleaf, is broken, or holds formulas or numbers where words are due; each cell
            is named.
    """
    path = file.path
    if file.data.startswith(_OLD_EXCEL):
        what = "an old Excel file (.xls), or one that is locked with a password"
        raise broken(what, path, hint="Save it without a password, as an Excel workbook (.xlsx).")
    sheets = read_workbook(file.data, path)
    facts = {label: words for sheet in sheets if sheet.name == ABOUT for label, words in _facts(sheet)}
    found: list[tuple[str, tuple[ReplyUnit, ...]]] = []
    for sheet in sheets:
        columns, head = _columns(sheet)
        if columns:
            faults: list[Fault] = []
            found.append((sheet.name, tuple(_answers(sheet, columns, head, path, faults))))
            if faults and len(found) == 1:
                raise ReplyError(tuple(faults))
    if not found:
        hint = f'Its first row must hold the headings "{SOURCE}" and "{TEXT}", as polyleaf wrote them.'
        raise broken("no sheet with a translation in it", path, hint=hint)
    (first, answers), *others = found
    for name, answers_there in others:
        if _words(answers_there) - _words(answers):
            what = f'two sheets with translations: "{one_line(first, 40)}" and "{one_line(name, 40)}"'
            raise broken(what, path, hint="Keep the sheet that is meant, and delete the other.")
    names = tuple(facts[label] for label in (LEAFLET, PATH) if label in facts)
    return Reply(path, names, facts.get(FROM, ""), facts.get(INTO, ""), answers)


def _words(answers: tuple[ReplyUnit, ...]) -> set[tuple[str, str]]:
    """What a sheet says of each text; a copy of the sheet says nothing more."""
    return {(one.id or one.source, one.text.strip()) for one in answers if one.text.strip()}


def _facts(sheet: SheetIn) -> Iterator[tuple[str, str]]:
    for cells in sheet.rows.values():
        if {"A", "B"} <= cells.keys():
            yield cells["A"].text, cells["B"].text


def _columns(sheet: SheetIn) -> tuple[dict[str, str], int]:
    """Column letters -> heading, and the row they stand in; headings of others are kept as they are."""
    for row in sorted(sheet.rows)[:10]:
        found = {letter: _heading(cell.text) for letter, cell in sheet.rows[row].items()}
        if {SOURCE, TEXT} <= set(found.values()):
            return found, row
    return {}, 0


def _heading(text: str) -> str:
    return next((heading for heading in HEADINGS if text == heading or text.startswith(f"{heading} (")), text)


def _answers(
    sheet: SheetIn, columns: Mapping[str, str], head: int, path: str, faults: list[Fault]
) -> Iterator[ReplyUnit]:
    for row in sorted(row for row in sheet.rows.keys() | sheet.remarks.keys() if row > head):
        cells = sheet.rows.get(row, {})
        here = Location(path, row)
        words: dict[str, str] = {}
        for letter, cell in cells.items():
            heading = columns.get(letter, "")
            if cell.oddity and heading in _READ:
                faults.append(_odd(cell, f"{letter}{row}", here))
            elif cell.struck and heading == TEXT and cell.text.strip():
                what = f'cell {letter}{row} holds struck-out words: "{one_line(cell.text, 40)}"'
                faults.append(Fault(what, here, "Delete what is struck out, or take the strike-through away."))
            words.setdefault(heading, cell.text)
        if not any(words.get(heading) for heading in _READ) and not sheet.remarks.get(row):
            continue
        status = words.get(STATUS, "").strip().casefold()
        if status not in _FINISHED:
            hint = f"Choose one of: {TO_DO}, {CHECK}, {DONE}."
            faults.append(Fault(f'row {row} has a status that is none: "{one_line(status, 40)}"', here, hint))
        yield ReplyUnit(
            source=words.get(SOURCE, ""),
            text=words.get(TEXT, ""),
            place=here,
            context=words.get(CONTEXT, "") if CONTEXT in columns.values() else None,
            id=words.get(ID, ""),
            finished=_FINISHED.get(status),
            previous=(words.get(EARLIER_CONTEXT, ""), words[EARLIER]) if words.get(EARLIER) else None,
            comments=tuple(_remarks(words, cells, columns, sheet.remarks.get(row, ()))),
        )


def _odd(cell: Cell, place: str, here: Location) -> Fault:
    words = f' "{one_line(cell.text, 40)}"' if cell.text else ""
    hint = "Format the cell as text and type the words again: nothing in a sheet is ever calculated."
    return Fault(f"cell {place} holds {cell.oddity}{words}, not words", here, hint)


def _remarks(
    words: Mapping[str, str], cells: Mapping[str, Cell], columns: Mapping[str, str], balloons: tuple[str, ...]
) -> Iterator[str]:
    """Everything people noted: the column for it, columns they added, balloons on cells."""
    if words.get(REMARKS):
        yield from words[REMARKS].split("\n")
    for letter, cell in cells.items():
        heading = columns.get(letter, letter)
        if heading not in HEADINGS and cell.text:
            yield f"{heading}: " + " ".join(cell.text.split())
    yield from balloons


FORMAT = Format(
    name="xlsx",
    title="XLSX",
    sniff=lambda file: file.data.startswith((_ZIP, _OLD_EXCEL)),
    read=read_sheet,
    write=write_sheet,
    audience="for clinicians",
    endings=(".xlsx",),
)
