"""Reads an order list: a CSV file of how many copies of which leaflet, as spreadsheets save it."""

from __future__ import annotations

import csv
import datetime
import io
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from polyleaf.errors import UsageError, nearest
from polyleaf.files import read_bounded, undecodable_line
from polyleaf.manuscript.faults import ContentError, FaultLog
from polyleaf.model.project import Project

MOST_BYTES = 8 * 1024 * 1024
"""Of the file: some 100,000 rows."""

MOST_COPIES = 10_000_000
_NEEDED = ("leaflet", "locale", "edition", "copies")
_OPTIONAL = ("stock", "finishing", "job", "delivery", "wanted")
_HEADER = ",".join((*_NEEDED, *_OPTIONAL))
_COPIES = re.compile(r"[0-9]{1,8}")
_LONGEST = 200

Key = tuple[str, str, str]
"""Leaflet, locale and edition."""


@dataclass(frozen=True, slots=True)
class CopyRequest:
    """One row.

    Attributes:
        copies: How many.
        stock, finishing: Other than what the project says, or "".
        job: The number that the organisation orders under, or "".
        delivery: Where to, or "".
        wanted: The date it is needed by, ISO 8601, or "".
        line: In the file.
    """

    copies: int
    stock: str = ""
    finishing: str = ""
    job: str = ""
    delivery: str = ""
    wanted: str = ""
    line: int = field(default=0, compare=False)


def read_copies(path: Path, project: Project) -> dict[Key, CopyRequest]:
    """What a file asks for, by leaflet, locale and edition.

    Args:
        path: The file: UTF-8, with commas, semicolons or tabs.
        project: Says which leaflets, locales and editions there are.

    Raises:
        ContentError: It holds faults; all of them, with their lines.
        MachineError: It cannot be read.
        UsageError: It is not there, no file, or too large.
    """
    log = FaultLog(str(path))
    try:
        text = read_bounded(path, MOST_BYTES).decode("utf-8-sig")
    except FileNotFoundError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}", "Check its name.") from error
    except UnicodeDecodeError as error:
        log.add("this line is not UTF-8 text", undecodable_line(error), 'Save it as "CSV UTF-8".')
        raise ContentError(log.faults) from None
    found = _CopyList(project, log).read(text)
    if log.faults:
        raise ContentError(log.faults)
    return found


class _CopyList:
    """The rows of one file as they are judged."""

    def __init__(self, project: Project, log: FaultLog) -> None:
        broken = [leaflet.name for leaflet in project.broken]
        self._known: Mapping[str, list[str]] = {
            "leaflet": [*project.leaflets, *broken],
            "locale": list(project.config.locales),
            "edition": list(project.config.editions),
        }
        self._log = log
        self._found: dict[Key, CopyRequest] = {}
        self._lines: dict[Key, int] = {}

    def read(self, text: str) -> dict[Key, CopyRequest]:
        """Every row; faults go to the log."""
        first = text.lstrip("\r\n").partition("\n")[0]
        delimiter = max(",;\t", key=first.count)
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        columns: list[str] | None = None
        try:
            for row in rows:
                cells = [cell.strip() for cell in row]
                if not any(cells):
                    continue
                if columns is None:
                    columns = self._columns(cells, rows.line_num)
                    if columns is None:
                        return {}
                else:
                    self._row(dict(zip(columns, cells, strict=False)), len(cells) - len(columns), rows.line_num)
        except csv.Error as error:
            self._log.add(f"this is not CSV: {error}", max(1, rows.line_num), "Save it as CSV in a spreadsheet.")
        if columns is None and not self._log.faults:
            self._log.add("the file is empty", 1, f"Its first line is: {_HEADER}")
        elif not self._found and not self._log.faults:
            self._log.add("the file orders nothing", 1, "Write a line for each leaflet, language and edition.")
        return self._found

    def _columns(self, cells: list[str], line: int) -> list[str] | None:
        found = [cell.casefold() for cell in cells]
        unknown = [cell for cell in found if cell not in (*_NEEDED, *_OPTIONAL)]
        missing = [name for name in _NEEDED if name not in found]
        if unknown or missing or len(set(found)) < len(found):
            what = (
                f"`{missing[0]}` is missing" if missing else f"{(unknown or found)[0][:40]!r} is no column, or is twice"
            )
            self._log.add(f"the first line does not name the columns: {what}", line, f"It is: {_HEADER}")
            return None
        return found

    def _row(self, row: Mapping[str, str], surplus: int, line: int) -> None:
        before = len(self._log.faults)
        if surplus > 0:
            self._log.add(f"{surplus} cells more than columns", line, "Quote cells that hold the separator.")
        for column in _NEEDED[:3]:
            self._name(column, row.get(column, ""), line)
        copies = row.get("copies", "")
        if not _COPIES.fullmatch(copies) or not copies.isascii() or not 0 < int(copies) <= MOST_COPIES:
            self._log.add(
                f"`copies` is {copies[:40]!r}", line, f"Write a whole number from 1 to {MOST_COPIES}, digits only"
            )
        for column in _OPTIONAL:
            self._words(column, row.get(column, ""), line)
        self._date(row.get("wanted", ""), line)
        key = (row.get("leaflet", ""), row.get("locale", ""), row.get("edition", ""))
        if all(key) and key in self._lines:
            self._log.add(
                f"{' '.join(key)[:120]} stands in line {self._lines[key]} already", line, "Add up the copies."
            )
        self._lines.setdefault(key, line)
        if len(self._log.faults) == before:
            self._found[key] = CopyRequest(
                int(copies), line=line, **{column: row.get(column, "") for column in _OPTIONAL}
            )

    def _name(self, column: str, word: str, line: int) -> None:
        known = self._known[column]
        if word in known:
            return
        near = nearest(word, known)
        hint = f"Did you mean {near}?" if near else f"There {'is' if len(known) == 1 else 'are'}: {', '.join(known)}"
        self._log.add(f"there is no {column} called {word[:80]!r}" if word else f"`{column}` is empty", line, hint)

    def _date(self, words: str, line: int) -> None:
        try:
            found = datetime.date.fromisoformat(words).isoformat() if words else ""
        except ValueError:
            found = ""
        if found != words:
            self._log.add(f"`wanted` is {words[:40]!r}", line, "Write a date as 2026-12-24: year, month, day")

    def _words(self, column: str, words: str, line: int) -> None:
        if len(words) > _LONGEST or any(unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn") for char in words):
            self._log.add(f"`{column}` is too long or holds control characters", line, f"At most {_LONGEST} letters")
