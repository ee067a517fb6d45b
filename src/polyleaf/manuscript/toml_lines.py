"""Finds the line of a key in TOML text; tomllib tells none.

A small scan, not a second parser: it runs on text that tomllib has accepted, and when it cannot
tell (keys inside inline tables) it answers with the line of the nearest key around.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

_PART = r"\"[^\"\n]*\"|'[^'\n]*'|[A-Za-z0-9_-]+"
_DOTTED = rf"(?:{_PART})(?:\s*\.\s*(?:{_PART}))*"
_HEADER = re.compile(rf"\s*(\[\[?)\s*({_DOTTED})\s*\]\]?\s*(?:#.*)?")
_KEY = re.compile(rf"\s*({_DOTTED})\s*=")
_TOKEN = re.compile(r'"""|\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*|[\[\]{},\n]')

Path = tuple[str | int, ...]


class TomlLines:
    """The lines of the keys of one TOML file."""

    def __init__(self, text: str) -> None:
        self._text = text

    def find(self, path: Sequence[str | int]) -> int:
        """The line, from 1, where ``path`` (keys and list indexes) stands; else its nearest parent's, else 1."""
        keys = tuple(path)
        for end in range(len(keys), 0, -1):
            if (line := self._found.get(keys[:end])) is not None:
                index = keys[end] if end < len(keys) else None
                return self._element(line, index) if isinstance(index, int) else line
        return 1

    @cached_property
    def _found(self) -> dict[Path, int]:
        """The line of each path; most files have no fault, and nobody asks."""
        found: dict[Path, int] = {}
        table: Path = ()
        counts: dict[Path, int] = {}
        quote = ""
        for number, line in enumerate(self._text.split("\n"), start=1):
            inside = quote
            for mark in re.findall(r'"""|\'\'\'', line):
                quote = "" if quote == mark else quote or mark
            if inside:
                continue
            if match := _HEADER.fullmatch(line):
                table = _parts(match[2])
                if match[1] == "[[":
                    counts[table] = counts.get(table, -1) + 1
                    found.setdefault(table, number)
                    table = (*table, counts[table])
                _note(found, table, number)
            elif match := _KEY.match(line):
                _note(found, (*table, *_parts(match[1])), number)
        return found

    def _element(self, line: int, index: int) -> int:
        """The line of element ``index`` of the list that begins on ``line``."""
        start = sum(len(part) + 1 for part in self._text.split("\n")[: line - 1])
        first, depth, seen = line, 0, 0
        for match in _TOKEN.finditer(self._text, self._text.find("=", start)):
            mark = match[0]
            if mark == "\n":
                line += 1
            elif mark == "," and depth == 1:
                seen += 1
            elif depth == 1 and seen == index and mark[0] not in "]}#":
                return line
            else:
                depth += (mark in "[{") - (mark in "]}")
                if depth == 0 and mark in "]}":
                    break
        return first


def _note(found: dict[Path, int], path: Path, number: int) -> None:
    for end in range(1, len(path) + 1):
        found.setdefault(path[:end], number)


def _parts(dotted: str) -> Path:
    return tuple(part.strip("\"'") for part in re.findall(_PART, dotted))
