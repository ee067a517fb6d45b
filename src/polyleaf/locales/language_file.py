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
from polyleaf.locales.keys import Spot, table
from polyleaf.locales.print_facts import Head, PrintFacts
from polyleaf.locales.words import SECTIONS
from polyleaf.manuscript.faults import ContentError, FaultLog
from polyleaf.manuscript.plain_file import read_plain
from polyleaf.manuscript.toml_file import load_toml
from polyleaf.manuscript.toml_lines import Path as Keys
from polyleaf.manuscript.toml_lines import TomlLines
from polyleaf.model.finding import Fault, Location

T = TypeVar("T")

LIMIT = 1024 * 1024
"""Most bytes of a language file."""

_HEADER = re.compile(r"^\[([A-Za-z_]+)", re.MULTILINE)
_EXAMPLE = 'english = "Polish"'
_PRINT = "print"
_TABLES: Mapping[str, type] = {_PRINT: PrintFacts, **SECTIONS}


class LanguageFile:
    """A language file.

    Args:
        path: The file; it is called as its locale.
        shown_as: How faults name it.
    """

    def __init__(self, path: Path, shown_as: str) -> None:
        self.path = path
        self.shown_as = shown_as
        self.locale = path.stem

    @cached_property
    def head(self) -> Head:
        """What the language is.

        Raises:
            ContentError: The file, or this part of it, cannot be used.
        """
        return self._read(Head, "")

    @cached_property
    def print_facts(self) -> PrintFacts:
        """How it is printed.

        Raises:
            ContentError: As ``head``.
        """
        return self._read(PrintFacts, _PRINT)

    def has(self, name: str) -> bool:
        """Whether a table stands in the file, if only an empty one."""
        return name in self._pieces

    def section(self, kind: type[T], name: str) -> T:
        """One of the tables of ``words.SECTIONS``.

        Raises:
            ContentError: As ``head``.
        """
        return self._read(kind, name)

    def faults(self) -> tuple[Fault, ...]:
        """Everything that is wrong with the file, by line."""
        try:
            self._whole()
        except ContentError as error:
            return error.faults
        return ()

    def at(self, *keys: str) -> Location:
        """The place of a key in the file."""
        return Location(self.shown_as, self._lines.find(keys))

    @cached_property
    def _text(self) -> str:
        return read_plain(self.path, self.shown_as, LIMIT)

    @cached_property
    def _pieces(self) -> Mapping[str, str]:
        """The head ("") and each table with its sub-tables, as text."""
        headers = list(_HEADER.finditer(self._text))
        ends = [header.start() for header in headers] + [len(self._text)]
        pieces = {"": self._text[: ends[0]]}
        for header, end in zip(headers, ends[1:], strict=True):
            pieces[header[1]] = pieces.get(header[1], "") + self._text[header.start() : end]
        return pieces

    @cached_property
    def _lines(self) -> TomlLines:
        return TomlLines(self._text)

    def _line_of(self, path: Keys) -> int:
        return self._lines.find(path)

    def _read(self, kind: type[T], name: str) -> T:
        log = FaultLog(self.shown_as)
        try:
            content = tomllib.loads(self._pieces.get(name, ""))
        except (ValueError, RecursionError):
            content = load_toml(self._text, log, _EXAMPLE)
            if not name:
                content = {key: value for key, value in content.items() if not isinstance(value, dict)}
        spot = Spot(log, self._line_of, (name,) if name else ())
        found = table(kind)(content.get(name, {}) if name else content, spot)
        if log.faults or found is None:
            raise ContentError(log.faults)
        return found

    def _whole(self) -> None:
        log = FaultLog(self.shown_as)
        content = load_toml(self._text, log, _EXAMPLE)
        spot = Spot(log, self._line_of)
        head = {key: value for key, value in content.items() if not isinstance(value, dict)}
        table(Head)(head, spot)
        for name, value in content.items():
            if name in _TABLES:
                table(_TABLES[name])(value, spot.inside(name))
            elif isinstance(value, dict):
                near = nearest(name, _TABLES)
                hint = f"Did you mean [{near}]?" if near else f"Known: {', '.join(_TABLES)}"
                spot.inside(name).fault("is an unknown table", hint)
        if _PRINT not in content:
            log.add("The table [print] is missing", None, 'It needs at least quotes = ["“", "”", "‘", "’"]')
        if log.faults:
            raise ContentError(log.faults)
