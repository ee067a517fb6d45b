"""What changed between two wordings of a sentence, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

from polyleaf.catalog.progress.status import count_words

_TOKEN = re.compile(r"\{\w+\}|\w+(?:['’-]\w+)*|\s+|[^\w\s]")

_MOST = 3_000
"""Tokens of a text that are compared; the cost grows with the square. Longer texts are told whole."""


class Part(Enum):
    """What became of some words."""

    SAME = "same"
    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words that share a fate."""

    part: Part
    text: str


def word_diff(before: str, now: str) -> tuple[Piece, ...]:
    """The pieces of both texts in reading order: those that are the same or out make the first, same or in the second.

    A placeholder such as ``{fasting_food}`` is one word.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(now)
    if max(len(old), len(new)) > _MOST:
        return _pieces(((Part.OUT, before), (Part.IN, now)))
    found: list[tuple[Part, str]] = []
    for name, start, end, from_, to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if name == "equal":
            found.append((Part.SAME, "".join(old[start:end])))
        else:
            found += [(Part.OUT, "".join(old[start:end])), (Part.IN, "".join(new[from_:to]))]
    return _pieces(found)


def _pieces(found: Iterable[tuple[Part, str]]) -> tuple[Piece, ...]:
    return tuple(Piece(part, text) for part, text in found if text)


def marked(pieces: Iterable[Piece]) -> str:
    """The difference as plain text, in the marks of wdiff: ``Stop [-5-]{+6+} days before``."""
    marks = {Part.SAME: ("", ""), Part.OUT: ("[-", "-]"), Part.IN: ("{+", "+}")}
    return "".join(f"{marks[piece.part][0]}{piece.text}{marks[piece.part][1]}" for piece in pieces)


def words_in(pieces: Iterable[Piece]) -> int:
    """How many words came in."""
    return sum(count_words(piece.text) for piece in pieces if piece.part is Part.IN)
