"""The lists of a Word file: which mark a paragraph has, counted as Word counts."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from polyleaf.importing.gathered import Mark
from polyleaf.importing.glyphs import as_signs, private_as_signs
from polyleaf.importing.word.counting import numeral
from polyleaf.importing.word.parts import Node, Parts, W, child, indent_of, value
from polyleaf.importing.word.styles import font_of_signs

_BULLETS = ("bullet", "none")
_MEANT = ("✓", "✔", "✗", "✘", "☐", "☑", "☒")
"""Bullets that say yes, no, or "tick here"."""

_PLACE = re.compile(r"%(\d)")
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Numbered:
    """The mark of a paragraph.

    Attributes:
        mark: The mark.
        words: What stands round its number, such as "Step 1:", if that has letters.
        style: How it is written: ``bullet``, ``decimal``, ``lowerLetter`` …
        indent: How far its paragraphs are moved in, in pt.
        sign: A bullet that says something, such as a tick or a cross; "" for a mere mark.
        is_legal: Whether its number counts the lists round it too: 1.1.
    """

    mark: Mark
    words: str = ""
    style: str = ""
    indent: float = 0
    sign: str = ""
    is_legal: bool = False


class Numbering:
    """The lists of one file."""

    def __init__(self, parts: Parts) -> None:
        self._lists: dict[str, Node] = {}
        self._abstract: dict[str, Node] = {}
        self._counts: dict[tuple[str, int], int] = defaultdict(int)
        self._started: set[str] = set()
        part = next(parts.related(parts.main, "numbering"), "")
        if not part:
            return
        root = parts.xml(part)
        self._lists = {node.get(f"{W}numId", ""): node for node in root.iterfind(f"{W}num")}
        self._abstract = {node.get(f"{W}abstractNumId", ""): node for node in root.iterfind(f"{W}abstractNum")}
        linked = {link: node for node in self._abstract.values() if (link := value(node, "styleLink"))}
        for key, node in tuple(self._abstract.items()):
            if (link := value(node, "numStyleLink")) in linked:
                self._abstract[key] = linked[link]

    def mark(self, list_id: str, depth: int) -> Numbered | None:
        """The mark of the next paragraph of a list; None if the file does not know the list."""
        depth = min(depth, _DEEPEST)
        numbered = self._lists.get(list_id)
        key = value(numbered, "abstractNumId") or ""
        level = self._level(numbered, key, depth)
        if level is None:
            return None
        kind = value(level, "numFmt") or "decimal"
        shape = value(level, "lvlText") or ""
        if kind in _BULLETS:
            font = font_of_signs((child(level, "rPr"),))
            sign = as_signs(font, shape) if font else private_as_signs(shape)
            words = _PLACE.sub("", shape).strip() if kind == "none" or len(shape.strip()) > 1 else ""
            has_words = not font and any(char.isalnum() for char in words)
            return Numbered(
                Mark(ordered=False, depth=depth), words if has_words else "", kind, indent_of(level),
                sign.strip() if sign.strip() in _MEANT else "",
            )  # fmt: skip
        self._restart(list_id, numbered, key)
        start = value(level, "start") or ""
        first = int(start) if start.isdecimal() else 1
        count = self._counts[key, depth] = self._counts.get((key, depth), first - 1) + 1
        for deeper in range(depth + 1, _DEEPEST + 1):
            self._counts.pop((key, deeper), None)

        def number(match: re.Match[str]) -> str:
            of = int(match[1]) - 1
            own = self._level(numbered, key, of)
            return numeral(self._counts.get((key, of), 1), value(own, "numFmt") or "decimal")

        label = _PLACE.sub(number, shape).strip()
        has_letters = any(char.isalpha() for char in _PLACE.sub("", shape))
        return Numbered(
            Mark(ordered=True, depth=depth, number=count), label if has_letters else "", kind, indent_of(level),
            is_legal=len(_PLACE.findall(shape)) > 1,
        )  # fmt: skip

    def _level(self, numbered: Node, key: str, depth: int) -> Node:
        if numbered is None:
            return None
        for override in numbered.iterfind(f"{W}lvlOverride"):
            if override.get(f"{W}ilvl") == str(depth) and (found := child(override, "lvl")) is not None:
                return found
        abstract = self._abstract.get(key)
        levels = () if abstract is None else abstract.iterfind(f"{W}lvl")
        return next((level for level in levels if level.get(f"{W}ilvl") == str(depth)), None)

    def _restart(self, list_id: str, numbered: Node, key: str) -> None:
        """A list that says where it starts counts anew when it is first met."""
        if list_id in self._started:
            return
        self._started.add(list_id)
        for override in numbered.iterfind(f"{W}lvlOverride"):
            start, depth = value(override, "startOverride") or "", override.get(f"{W}ilvl", "")
            if start.isdecimal() and depth.isdecimal():
                self._counts[key, int(depth)] = int(start) - 1
