"""Words and ranges that a PDF or an editor has parted at the ends of lines."""

from __future__ import annotations

import re
from collections.abc import Collection

from polyleaf.manuscript.faults import FaultLog
from polyleaf.source.values import shown

_HYPHENS = "-‐"
_SOFT = "\u00ad"
_PARTED = re.compile(rf"{_SOFT}$|\d[-–‑]$|[^\W\d_][-‐–—/]$")
"""Ends of lines behind which no space is meant, if the next line goes on as they do."""

_RANGE = re.compile(r"\d ?[^\W\d_]{0,4} [-–—]$")
_RANGE_ENDS = re.compile(r"\d")
"""Ends of a range with a blank before its dash, and how the next line goes on: "8 -", "12 hours"."""

_FRAGMENT = re.compile(r"[^\W\d_]{2,}")
_CONSONANTS = re.compile(r"[b-df-hj-np-tv-xz]+", re.IGNORECASE)
"""An abbreviation, bzw. or vs, and no end of a word."""


def closed_up(content: str, line: int, log: FaultLog, joining: Collection[str]) -> str:
    """A paragraph in which lines that part a word or a range are one line: no line was meant to end there.

    A word that may have a hyphen of its own or not is noted: nobody can know.

    Args:
        content: Raw Markdown of the paragraph.
        line: Line of the file it begins on.
        log: Takes the faults.
        joining: Words for "and" and "or", casefolded: the hyphen of "pre- and post-natal" has a space behind it.
    """
    done: list[str] = []
    for at, typed in enumerate(content.split("\n")):
        words = typed.lstrip(" \t")
        piece = words.partition(" ")[0]
        first = done[-1].rstrip(" \t") if done else ""
        if _RANGE.search(first) and _RANGE_ENDS.match(piece):
            done[-1] = f"{first} {words}"
            continue
        if not piece or not _parted(first, piece, joining):
            done.append(typed)
            continue
        done[-1] = first + words
        if first[-1] in _HYPHENS and first[-2].isalpha() and piece[0].islower():
            log.add(
                f"A word is divided at the end of this line: {shown(first.split()[-1] + piece)}",
                line + at - 1,
                "Write it in one piece: without the hyphen, or, if it has one of its own, with it",
            )
    return "\n".join(done)


def _parted(first: str, piece: str, joining: Collection[str]) -> bool:
    """Whether the first word of a line belongs to the last one of the line above."""
    if not _PARTED.search(first):
        return False
    if first[-1] == _SOFT:
        return True
    if first[-2].isdigit():
        return piece[0].isdigit()
    if first[-1] == "/":
        return piece[0].isalpha() and "." not in first.rsplit(maxsplit=1)[-1]
    word = _FRAGMENT.match(piece)
    return word is not None and word[0].casefold() not in joining and not _CONSONANTS.fullmatch(word[0])
