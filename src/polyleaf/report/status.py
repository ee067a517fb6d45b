"""How far translations are and who owes what, as a table and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from rich.cells import cell_len
from rich.console import Console

from polyleaf.catalog.progress.status import TRANSLATOR, StatusRow
from polyleaf.locales.table import LANGUAGES
from polyleaf.model.approval import Standing
from polyleaf.model.artifact import Artifact
from polyleaf.model.foreign import shown_safely
from polyleaf.model.language import Language
from polyleaf.model.wording import count
from polyleaf.reading.coverage import lacking
from polyleaf.reading.coverage import told as told_lacking
from polyleaf.report.console import console
from polyleaf.translating.survey import Review, Survey

_HEADINGS = ("leaflet", "language", "translated", "fuzzy", "missing", "words to do", "signed off", "owes")
_SHORT_HEADINGS = ("", "language", "done", "fuzzy", "missing", "words", "signed off", "owes")
_GAP = 2
_MOST_STYLED = 500
"""Lines that are told in colour; the library would take ten seconds for the twenty thousand of a large hospital."""

_NUMBERS = range(2, 6)
"""Columns of numbers."""


def status_json(survey: Survey, due: int = 0, prints: Sequence[Artifact] = ()) -> str:
    """``{"catalogs": [...], "reviews": [...], ...}``, a list for each field.

    Args:
        survey: The state of the project.
        due: Reviews that are due within so many days are told; those that are overdue always are.
        prints: Built files, whose pages and sheets of paper are told.
    """
    told: dict[str, list[Any]] = {
        "catalogs": [_row_json(row) for row in survey.rows],
        "sources": [_row_json(row) for row in survey.sources],
        "reviews": [_review_json(review) for review in survey.due(due)],
        "broken": [str(fault) for broken in survey.broken for fault in broken.faults],
        "faults": list(map(str, survey.faults)),
        "languages": [
            {"locale": language.locale, "no_words_for": lacking(language)} for language in _languages(survey)
        ],
        "prints": [_print_json(one) for one in prints],
        "refused": [str(fault) for own in survey.refused for fault in own.faults],
    }
    return "{\n" + ",\n".join(f"{json.dumps(key)}: {_list(values)}" for key, values in told.items()) + "\n}"


def _list(values: Sequence[Any]) -> str:
    """A list with one entry a line: as easy to read as indented JSON, and ten times as fast to write."""
    lines = (json.dumps(value, ensure_ascii=False) for value in values)
    return "[]" if not values else "[\n  " + ",\n  ".join(lines) + "\n]"


def _row_json(row: StatusRow) -> dict[str, Any]:
    approval = row.approval
    return {
        "leaflet": row.leaflet,
        "locale": row.locale,
        "translated": row.translated,
        "fuzzy": row.fuzzy,
        "missing": row.missing,
        "critical": row.critical,
        "words_to_translate": row.words_to_translate,
        "exists": row.exists,
        "path": row.path,
        "faults": list(map(str, row.faults)),
        "complete": row.complete,
        "standing": row.standing.value,
        "approval": None
        if approval is None
        else {
            "date": approval.date.isoformat(),
            "version": approval.version,
            "translator": approval.translator,
            "reviser": approval.reviser,
            "clinician": approval.clinician,
            "machine_translated": approval.machine_translated,
        },
        "reasons": list(row.reasons),
        "owes": list(row.owes),
    }


def _review_json(review: Review) -> dict[str, Any]:
    return {
        "leaflet": review.leaflet,
        "code": review.code,
        "title": review.title,
        "owner": review.owner,
        "review_by": review.review_by.isoformat(),
        "days": review.days,
    }


def _print_json(one: Artifact) -> dict[str, Any]:
    return {
        "path": one.path,
        "leaflet": one.leaflet,
        "locale": one.locale,
        "edition": one.edition,
        "pages": one.pages,
        "sheets": one.sheets,
    }


def status_table(survey: Survey, due: int = 0, out: Console | None = None, prints: Sequence[Artifact] = ()) -> None:
    """One line a leaflet and language, then what stands in the way, reviews by owner, paper, then a summary."""
    out = out or console()
    lines = _wide(survey.rows)
    if out.is_terminal and max(cell_len(line) for line, _ in lines) > out.width:
        lines = _narrow(survey.rows)
    if out.is_terminal and len(lines) <= _MOST_STYLED:
        for line, is_done in lines:
            out.print(line, style="" if is_done else "bold", markup=False, highlight=False, soft_wrap=True)
        lines = []
    told = [line for line, _ in lines]
    for row in survey.rows:
        told += map(str, row.faults)
    told += [str(fault) for broken in survey.broken for fault in broken.faults]
    told += [str(fault) for own in survey.refused for fault in own.faults]
    told += [f"{fault}; this sign-off does not count" for fault in survey.faults]
    told += _unsigned(survey.sources)
    for row in (*survey.sources, *survey.rows):
        told += _void(row)
    told += filter(None, map(told_lacking, _languages(survey)))
    told += _reviews(survey.due(due), due)
    if prints:
        pages, sheets = sum(one.pages for one in prints), sum(one.sheets for one in prints)
        told.append(f"On paper: {count(len(prints), 'file')}, {count(pages, 'page')}, {count(sheets, 'sheet')}")
    told.append(_summary(survey))
    out.file.write(shown_safely("\n".join(told)) + "\n")


_Lines = list[tuple[str, bool]]
"""Lines, each with whether all that it tells is done."""


def _languages(survey: Survey) -> list[Language]:
    """The languages that are translated into, each once."""
    return [LANGUAGES[locale] for locale in dict.fromkeys(row.locale for row in survey.rows) if locale in LANGUAGES]


def _wide(rows: Sequence[StatusRow]) -> _Lines:
    """One line a leaflet and language, whole in itself: easy to sort and to search."""
    cells = [_HEADINGS, *map(_cells, rows)]
    return list(zip(_laid(cells), (True, *(not row.owes for row in rows)), strict=True))


def _narrow(rows: Sequence[StatusRow]) -> _Lines:
    """For a terminal that is too small: each leaflet is a heading, and its languages stand below it."""
    cells = [_SHORT_HEADINGS, *(("", *_cells(row)[1:]) for row in rows)]
    head, *laid = _laid(cells)
    lines: _Lines = [(head, True)]
    for leaflet, group in groupby(zip(rows, laid, strict=True), lambda one: one[0].leaflet):
        lines.append((leaflet, True))
        lines += [(line, not row.owes) for row, line in group]
    return lines


def _laid(cells: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(cell_len(row[column]) for row in cells) for column in range(len(_HEADINGS))]
    return [_line(row, widths) for row in cells]


def _cells(row: StatusRow) -> tuple[str, ...]:
    counts = (row.translated, row.fuzzy, row.missing, row.words_to_translate)
    return (row.leaflet, row.locale, *map(str, counts), _standing(row), _owes(row))


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    parts = []
    for column, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        space = " " * (width - cell_len(cell))
        parts.append(space + cell if column in _NUMBERS else cell + space)
    return (" " * _GAP).join(parts).rstrip()


def _standing(row: StatusRow) -> str:
    if row.approval is None:
        return "-"
    return "void" if row.standing is Standing.VOID else row.approval.date.isoformat()


def _owes(row: StatusRow) -> str:
    if row.faults:
        return "cannot be read"
    if not row.exists:
        return "no catalog yet: polyleaf catalog update"
    owes = ", ".join(row.owes) or "nothing"
    if TRANSLATOR in row.owes and row.critical:
        owes += f" ({row.critical} critical)"
    return owes


def _unsigned(sources: Sequence[StatusRow]) -> Iterable[str]:
    """The leaflets that nobody has signed off as they were written: without that there is no release either."""
    waiting = [row.leaflet for row in sources if row.owes and row.approval is None]
    if waiting:
        yield f"as written, in {sources[0].locale}, a clinician has still to sign: {', '.join(waiting)}"


def _void(row: StatusRow) -> Iterable[str]:
    """Who signed what is void now, and why it is."""
    if not row.reasons:
        return
    if row.approval is None:
        yield f"{row.leaflet} {row.locale}: {'; '.join(row.reasons)}"
        return
    people = f"clinician {row.approval.clinician}"
    people = people if row.as_written else f"reviser {row.approval.reviser}, {people}"
    yield f"{row.leaflet} {row.locale}: signed off on {row.approval.date} ({people}), void since:"
    yield from (f"    {reason}" for reason in row.reasons)


def _reviews(reviews: Sequence[Review], due: int) -> Iterable[str]:
    if not reviews:
        return
    yield f"reviews overdue or due within {due} days:" if due else "reviews overdue:"
    for owner, group in groupby(sorted(reviews, key=lambda one: (one.owner, one.review_by)), lambda one: one.owner):
        yield f"  {owner}"
        for one in group:
            when = f"{-one.days} days overdue" if one.days < 0 else "today" if not one.days else f"in {one.days} days"
            yield f"    {one.review_by}  {one.code}  {one.leaflet}: {when}"


def _summary(survey: Survey) -> str:
    rows = survey.rows
    words = sum(row.words_to_translate for row in rows)
    complete = sum(row.complete for row in rows)
    signed = sum(row.standing is Standing.APPROVED for row in rows)
    void = sum(row.standing is Standing.VOID for row in rows)
    unread = f"; {count(len(survey.broken), 'leaflet')} cannot be read" if survey.broken else ""
    return (
        f"{complete} of {count(len(rows), 'catalog')} complete; {count(words, 'word')} to translate; "
        f"{signed} signed off, {void} void; {_overdue(len(survey.due(0)))}{unread}"
    )


def _overdue(number: int) -> str:
    return f"{count(number, 'review')} overdue"
