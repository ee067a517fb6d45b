"""A sheet (XLSX) that a clinician can read: source and translation side by side, and room for remarks.

Only translation, status and remarks can be written in. Every cell is text: a translation that begins with ``=`` is a
translation, never a formula.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from polyleaf.catalog.exchange.notes import FUZZY_NOTE, rules
from polyleaf.catalog.exchange.pieces import hide
from polyleaf.catalog.exchange.unit import Package, Stage, Unit
from polyleaf.errors import MachineError, UsageError
from polyleaf.model.language import Direction, Language

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet  # type: ignore[import-untyped]

SHEET, ABOUT = "Translation", "About"
NUMBER, WHERE, SOURCE, TEXT, STATUS, PRINTS, NOTES, REMARKS, *HIDDEN = HEADINGS = (
    "No.",
    "Where it stands",
    "Source text",
    "Translation",
    "Status",
    "What is filled in",
    "Notes",
    "Remarks",
    "Id",
    "Context",
    "Earlier context",
    "Earlier text",
)
ID, CONTEXT, EARLIER_CONTEXT, EARLIER = HIDDEN
_WIDTHS = dict(zip(HEADINGS, (5, 26, 52, 52, 10, 30, 36, 36, 8, 8, 8, 8), strict=True))
_OPEN = (TEXT, STATUS, REMARKS)
"""Columns that can be written in."""

TO_DO, CHECK, DONE = "to do", "check", "done"
_STATUS = {Stage.MISSING: TO_DO, Stage.FUZZY: CHECK}

LEAFLET, PATH, FROM, INTO = "Leaflet", "File", "Language of the source", "Language of the translation"

PICTURE = "Where it stands on the page"
_PICTURE_WIDTH = 900
"""Pixels of a picture, source and translation side by side."""
_TALLEST = 409.0
"""Points of a row; Excel knows no more."""

_HEAD_COLOUR, _OPEN_COLOUR = "D9E2EC", "FFFBE6"
_LONGEST = 32_767
"""Characters a cell holds; the library would cut the rest off without a word."""

_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def need_openpyxl() -> Any:  # noqa: ANN401 - the library has no types
    """The library that reads and writes sheets.

    Raises:
        MachineError: It is not installed.
    """
    try:
        import openpyxl  # type: ignore[import-untyped]  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MachineError(
            "sheets need the library openpyxl, which is not installed",
            'Install it with: pip install "polyleaf[xlsx]", or use --format xliff.',
        ) from error
    return openpyxl


def write_sheet(package: Package) -> bytes:
    """The package as an XLSX file; the same package gives the same bytes.

    Raises:
        MachineError: openpyxl is not installed.
    """
    workbook = need_openpyxl().Workbook()
    _translation(workbook.active, package)
    _about(workbook.create_sheet(ABOUT), package)
    workbook.properties.creator = "polyleaf"
    workbook.properties.title = f"{package.title}: {package.source.english} to {package.target.english}"
    workbook.properties.created = _noon(package)
    out = io.BytesIO()
    workbook.save(out)
    return _timeless(out.getvalue(), package)


def _translation(sheet: Worksheet, package: Package) -> None:
    sheet.title = SHEET
    # In a right-to-left sheet the first column stands at the right, as its readers expect.
    sheet.sheet_view.rightToLeft = package.target.direction is Direction.RTL
    languages = {SOURCE: package.source, TEXT: package.target}
    for column, heading in enumerate(HEADINGS, start=1):
        words = f"{heading} ({languages[heading].english})" if heading in languages else heading
        _write(sheet, 1, column, words, bold=True)
        dimension = sheet.column_dimensions[sheet.cell(1, column).column_letter]
        dimension.width = _WIDTHS[heading]
        dimension.hidden = heading in HIDDEN
    for number, unit in enumerate(package.units, start=1):
        for column, (heading, words) in enumerate(zip(HEADINGS, _row(number, unit), strict=True), start=1):
            language = languages.get(heading, package.target if heading == PRINTS else None)
            _write(sheet, number + 1, column, words, language, is_open=heading in _OPEN)
    if package.pictures:
        _pictures(sheet, package)
    _manners(sheet, len(package.units) + 1)


def _pictures(sheet: Worksheet, package: Package) -> None:
    """A column with the place of each text, behind all others: who reads the sheet back passes over it."""
    from openpyxl.drawing.image import Image  # type: ignore[import-untyped]  # noqa: PLC0415 - an extra

    column = len(HEADINGS) + 1
    _write(sheet, 1, column, PICTURE, bold=True)
    sheet.column_dimensions[sheet.cell(1, column).column_letter].width = _PICTURE_WIDTH / 7
    for row, unit in enumerate(package.units, start=2):
        data = package.pictures.get((unit.context, unit.msgid))
        if not data:
            continue
        picture = Image(io.BytesIO(data))
        picture.height = round(picture.height * _PICTURE_WIDTH / picture.width)
        picture.width = _PICTURE_WIDTH
        sheet.row_dimensions[row].height = min(picture.height * 0.75 + 6, _TALLEST)
        sheet.add_image(picture, sheet.cell(row, column).coordinate)


def _row(number: int, unit: Unit) -> tuple[str, ...]:
    notes = [FUZZY_NOTE] if unit.stage is Stage.FUZZY else []
    if unit.previous is not None:
        notes.append(f"Earlier text: {unit.previous[1]}")
    printed = [f"{{{one.name}}} = {one.target}" for one in unit.printed]
    status = _STATUS.get(unit.stage, DONE)
    where = "\n".join(unit.where)
    seen = (str(number), where, unit.msgid, unit.text, status, "\n".join(printed), "\n".join(notes))
    return (*seen, "\n".join(unit.comments), unit.id, unit.context, *(unit.previous or ("", "")))


def _write(
    sheet: Worksheet,
    row: int,
    column: int,
    words: str,
    language: Language | None = None,
    *,
    bold: bool = False,
    is_open: bool = False,
) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill, Protection  # type: ignore[import-untyped]  # noqa: PLC0415 - an extra

    cell = sheet.cell(row, column)
    if words:
        cell.value = _fitting(words)
        cell.data_type = "s"
    rtl = language is not None and language.direction is Direction.RTL
    cell.number_format = "@"
    # Without it Excel takes "=1+1" for a formula as soon as somebody edits the cell.
    cell.quotePrefix = True
    cell.font = Font(name="Arial", size=12, bold=bold)
    cell.alignment = Alignment(
        wrap_text=True,
        vertical="top",
        horizontal=("right" if rtl else "left"),
        readingOrder=0 if language is None else 2 if rtl else 1,
    )
    cell.protection = Protection(locked=not is_open)
    if bold or is_open:
        cell.fill = PatternFill("solid", start_color=_HEAD_COLOUR if bold else _OPEN_COLOUR)


def _fitting(words: str) -> str:
    # Sheets end lines with a line feed; a carriage return would come back as one.
    hidden = hide(words).replace("\r", "_x000D_")
    if len(hidden) > _LONGEST:
        raise UsageError(
            f"a text of more than {_LONGEST:,} characters does not fit a cell of a sheet", "Use --format xliff."
        )
    return hidden


def _manners(sheet: Worksheet, last: int) -> None:
    """What makes the sheet pleasant and safe: fixed headings, choices, locked cells, paper."""
    from openpyxl.worksheet.datavalidation import DataValidation  # type: ignore[import-untyped]  # noqa: PLC0415 - an extra

    sheet.freeze_panes = "C2"
    choice = DataValidation(type="list", formula1=f'"{TO_DO},{CHECK},{DONE}"', allow_blank=True, showErrorMessage=True)
    choice.errorTitle, choice.error = "Status", f"Choose one of: {TO_DO}, {CHECK}, {DONE}"
    choice.promptTitle, choice.prompt = "Status", f'Choose "{DONE}" when the translation fits the source text.'
    sheet.add_data_validation(choice)
    status, remarks = (sheet.cell(1, HEADINGS.index(one) + 1).column_letter for one in (STATUS, REMARKS))
    choice.add(f"{status}2:{status}{max(last, 2)}")
    sheet.protection.sheet = True
    # openpyxl's names say what is forbidden.
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False
    sheet.protection.autoFilter = False
    sheet.auto_filter.ref = f"A1:{remarks}{max(last, 2)}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"


def _about(sheet: Worksheet, package: Package) -> None:
    facts: Sequence[tuple[str, str]] = (
        (LEAFLET, package.leaflet),
        (PATH, package.path),
        (FROM, package.source.tag),
        (INTO, package.target.tag),
        ("Title", package.title),
        *(("", rule) for rule in rules(package)),
        ("", f'Write in the columns "{TEXT}", "{STATUS}" and "{REMARKS}"; the others are locked.'),
    )
    for row, (label, words) in enumerate(facts, start=1):
        _write(sheet, row, 1, label, bold=True)
        _write(sheet, row, 2, words)
    sheet.column_dimensions["A"].width = 30
    sheet.column_dimensions["B"].width = 90
    sheet.protection.sheet = True


def _noon(package: Package) -> Any:  # noqa: ANN401 - the library has no types
    import datetime  # noqa: PLC0415 - beside its only use

    return datetime.datetime.combine(package.date, datetime.time(12), datetime.UTC).replace(tzinfo=None)


def _timeless(data: bytes, package: Package) -> bytes:
    """The file with the date of the leaflet in place of the clock's."""
    stamp = f"{package.date}T12:00:00Z".encode()
    out = io.BytesIO()
    year = max(package.date.year, 1980)  # the first year a ZIP file knows
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _MODIFIED.sub(lambda match: match[1] + stamp, content)
            info = zipfile.ZipInfo(name, (year, package.date.month, package.date.day, 12, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, content)
    return out.getvalue()
