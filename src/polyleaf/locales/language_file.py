"""One language file: read when it is needed, table by table, its faults named with their lines.

A file grows with what is known of its language, and most commands need a few lines of most files. So the text is cut
at its table headers, and only the pieces asked for are parsed; where a cut would not do, the whole file is.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from polyleaf.errors import nearest
from polyleaf.locales.keys import read_table
from polyleaf.locales.print_facts import Head, PrintFacts
from polyleaf.locales.shared import LIMIT
from polyleaf.locales.spot import Spot
from polyleaf.locales.words import SECTIONS
from polyleaf.manuscript.faults import ContentError, FaultLog
from polyleaf.manuscript.plain_file import read_plain
from polyleaf.manuscript.toml_file import load_toml
from polyleaf.manuscript.toml_lines import TomlLines
from polyleaf.model.finding import Fault, Location

T = TypeVar("T")

_HEADER = re.compile(r"^\[([A-Za-z_]+)", re.MULTILINE)
_RESPELLS = re.compile(r"^respells\b", re.MULTILINE)
_EXAMPLE = 'english = "Polish"'
TABLES: Mapping[str, type] = {"": Head, "print": PrintFacts, **SECTIONS}
"""The tables of a file by name; the first is the lines above all others."""

_NAMES = {kind: name for name, kind in TABLES.items()}


class LanguageFile:
    """A language file.

    Args:
        path: The file; it is called as its locale.
        shown_as: How faults name it.
    """

    def __init__(self, path: Path, shown_as: str) -> None:
        self.path, self.shown_as, self.locale = path, shown_as, path.stem
        self._read: dict[type, object] = {}

    @property
    def head(self) -> Head:
        """What the language is.

        Raises:
            ContentError: As ``table``.
        """
        return self.table(Head)

    def has(self, kind: type) -> bool:
        """Whether a table stands in the file, if only an empty one."""
        return _NAMES[kind] in self._pieces

    def table(self, kind: type[T]) -> T:
        """One of the ``TABLES``.

        Raises:
            ContentError: The file, or this part of it, cannot be used.
        """
        found = self._read.get(kind)
        if not isinstance(found, kind):
            found = self._read[kind] = self._table(kind, _NAMES[kind])
        return found

    def faults(self) -> tuple[Fault, ...]:
        """Everything that is wrong with the file, by line."""
        try:
            log = FaultLog(self.shown_as)
            content = load_toml(self._text, log, _EXAMPLE)
        except ContentError as error:
            return error.faults
        spot = Spot(log, self._lines.find)
        read_table(Head, _above(content), spot)
        try:
            self._spelled if not log.faults else ""  # noqa: B018 - it must be there
        except ContentError as error:
            return error.faults
        for name, value in content.items():
            if name in SECTIONS or (isinstance(value, dict) and name in TABLES):
                read_table(TABLES[name], value, spot.inside(name))
            elif isinstance(value, dict):
                near = nearest(name, TABLES)
                hint = f"Did you mean [{near}]?" if near else f"Known:{', '.join(TABLES)}"
                spot.inside(name).fault("is an unknown table", hint)
        return log.faults

    def at(self, name: str) -> Location:
        """The place of a key above the tables."""
        return Location(self.shown_as, self._lines.find((name,)))

    @cached_property
    def _text(self) -> str:
        return read_plain(self.path, self.shown_as, LIMIT)

    @cached_property
    def _lines(self) -> TomlLines:
        return TomlLines(self._text)

    @cached_property
    def _spelled(self) -> str:
        """The file of the same language in other letters, in the letters of this one; "" if there is none."""
        if not _RESPELLS.search(self._own_pieces[""]):
            return ""
        path = self.path.with_name(f"{self.head.respells}.toml")
        if not path.is_file():
            told = "`respells` names no file beside this one"
            raise ContentError((Fault(told, self.at("respells"), "Write the name of a file in this folder"),))
        return read_plain(path, path.name, LIMIT).translate({ord(old): new for old, new in self.head.spelling.items()})

    @cached_property
    def _own_pieces(self) -> Mapping[str, str]:
        return _cut(self._text)

    @cached_property
    def _pieces(self) -> Mapping[str, str]:
        """The head and each table as text: its own, else those of the file that it spells anew."""
        return {**{name: piece for name, piece in _cut(self._spelled).items() if name in SECTIONS}, **self._own_pieces}

    def _table(self, kind: type[T], name: str) -> T:
        log = FaultLog(self.shown_as)
        try:
            content = tomllib.loads((self._pieces if name else self._own_pieces).get(name, ""))
        except (ValueError, RecursionError):
            content = load_toml(self._text if name in self._own_pieces else self._spelled, log, _EXAMPLE)
        spot = Spot(log, self._lines.find)
        if name:
            found = read_table(kind, content.get(name, {}), spot.inside(name))
        else:
            found = read_table(kind, _above(content), spot)
        if log.faults or found is None:
            raise ContentError(log.faults)
        return found


def _cut(text: str) -> dict[str, str]:
    """The head of a file and each table with its sub-tables, as text."""
    headers = list(_HEADER.finditer(text))
    ends = [header.start() for header in headers] + [len(text)]
    pieces = {"": text[: ends[0]]}
    for header, end in zip(headers, ends[1:], strict=True):
        pieces[header[1]] = pieces.get(header[1], "") + text[header.start() : end]
    return pieces


def _above(content: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in content.items() if not isinstance(value, dict)}
