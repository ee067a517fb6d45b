"""The job sheet of an edit, as an agency or a colleague gets it: what changed, where, and how many words it is."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from polyleaf.catalog.exchange.pieces import hide
from polyleaf.catalog.exchange.sheet import need_openpyxl
from polyleaf.catalog.progress.impact import Edit, EditKind, Impact
from polyleaf.catalog.progress.word_diff import marked, word_diff
from polyleaf.model.language import Direction
from polyleaf.model.wording import count

_KINDS = {
    EditKind.CHANGED: "changed",
    EditKind.NEW: "new",
    EditKind.CHECK: "marked fuzzy",
}
_TOTALS = ("Language", "Leaflet", "Code", "Changed", "New", "Marked fuzzy", "Words", "Words that are new")
_ROWS = (
    "No.",
    "Leaflet",
    "Where it stands",
    "What to do",
    "Critical",
    "Earlier text",
    "Text now",
    "What changed",
    "Present translation",
    "Words",
)
_WIDTHS = (6, 20, 30, 14, 10, 44, 44, 44, 44, 8)
_LONGEST = 32_000
"""Characters that a cell holds, with room for escapes; a message has at most 20,000."""


def job_sheet_text(organisation: str, impacts: Sequence[Impact]) -> str:
    """The job sheet as plain text, one part a language; those without work are left out."""
    return "\n".join(_lines(organisation, impacts)) + "\n"


def _lines(organisation: str, impacts: Sequence[Impact]) -> Iterator[str]:
    yield f"{organisation}: texts to translate"
    yield "Words [-out-] are gone, words {+in+} are new. Copy placeholders such as {ward} letter for letter."
    for language, group in _by_language(impacts):
        parts = [one for one in group if one.edits]
        words, fresh = sum(one.words for one in parts), sum(one.words_new for one in parts)
        yield ""
        yield f"{language}: {count(words, 'word')}, {fresh} of them new"
        for one in parts:
            name = f"{one.leaflet.title.msgid} ({one.leaflet.code}, leaflet {one.leaflet.name})"
            yield f"  {name}: {count(one.words, 'word')}"
            for number, edit in enumerate(one.edits, start=1):
                yield from _edit_lines(number, edit)


def _edit_lines(number: int, edit: Edit) -> Iterator[str]:
    critical = ", CRITICAL" if edit.critical else ""
    yield f"    {number}. {_KINDS[edit.kind]}{critical}: {edit.where} ({count(edit.words, 'word')})"
    if edit.before:
        yield f"       {marked(word_diff(edit.before, edit.now))}"
    else:
        yield f"       {edit.now}"
    if edit.translation:
        yield f"       translation so far: {edit.translation}"


def job_sheet_xlsx(organisation: str, impacts: Sequence[Impact]) -> bytes:
    """The job sheet as XLSX: totals first, then a sheet for each language that has work. Every cell is text.

    Raises:
        MachineError: openpyxl is not installed.
    """
    workbook = need_openpyxl().Workbook()
    totals = workbook.active
    totals.title = "Totals"
    _row(totals, 1, (f"{organisation}: texts to translate",), bold=True)
    _row(totals, 2, _TOTALS, bold=True)
    row = 3
    for language, group in _by_language(impacts):
        parts = [one for one in group if one.edits]
        for one in parts:
            counts = (*(one.count(kind) for kind in EditKind), one.words, one.words_new)
            _row(totals, row, (language, one.leaflet.name, one.leaflet.code, *map(str, counts)))
            row += 1
        if parts:
            _language_sheet(workbook.create_sheet(parts[0].language.locale), parts)
    for column in "ABCDEFGH":
        totals.column_dimensions[column].width = 22
    workbook.properties.creator = "polyleaf"
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def _language_sheet(sheet: Any, parts: Sequence[Impact]) -> None:  # noqa: ANN401 - the library has no types
    _row(sheet, 1, _ROWS, bold=True)
    number = 0
    for one in parts:
        rtl = one.language.direction is Direction.RTL
        for edit in one.edits:
            number += 1
            diff = marked(word_diff(edit.before, edit.now)) if edit.before else ""
            critical = "critical" if edit.critical else ""
            start = (str(number), one.leaflet.name, edit.where, _KINDS[edit.kind], critical)
            _row(sheet, number + 1, (*start, edit.before, edit.now, diff, edit.translation, str(edit.words)))
            if rtl:
                _align(sheet.cell(number + 1, _ROWS.index("Present translation") + 1), rtl=True)
    for index, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[sheet.cell(1, index).column_letter].width = width
    sheet.freeze_panes = "A2"


def _row(sheet: Any, row: int, words: Sequence[str], *, bold: bool = False) -> None:  # noqa: ANN401 - the library has no types
    from openpyxl.styles import Font  # type: ignore[import-untyped]  # noqa: PLC0415 - an extra

    for column, text in enumerate(words, start=1):
        cell = sheet.cell(row, column)
        if text:
            cell.value = hide(text)[:_LONGEST]
            # A text that begins with "=" is a text, in the file and after somebody has edited the cell.
            cell.data_type = "s"
        cell.quotePrefix = True
        cell.number_format = "@"
        cell.font = Font(name="Arial", size=11, bold=bold)
        _align(cell)


def _align(cell: Any, *, rtl: bool = False) -> None:  # noqa: ANN401 - the library has no types
    from openpyxl.styles import Alignment  # noqa: PLC0415 - an extra

    side = "right" if rtl else "left"
    cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal=side, readingOrder=2 if rtl else 1)


def _by_language(impacts: Sequence[Impact]) -> Iterator[tuple[str, Iterator[Impact]]]:
    """The impacts language by language, in the order in which the languages come."""
    order = {one.language.locale: number for number, one in reversed(list(enumerate(impacts)))}
    ranked = sorted(impacts, key=lambda one: order[one.language.locale])
    return groupby(ranked, lambda one: f"{one.language.english} ({one.language.tag})")
