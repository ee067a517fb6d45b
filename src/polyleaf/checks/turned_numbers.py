"""Numbers that right-to-left text would print in another order than they were typed in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from polyleaf.locales.whole_numbers import levels_as_meant

_GROUPS = re.compile(r"(?<![\w.,:/])(?:\+\d+|\d+(?:[ \u00a0\-‐‑–]\d+)+)(?:[ \u00a0\-‐‑–]\d+)*")
_RANGE = re.compile(r"(\d+)([–-])(\d+)")
_LEAST = 7
"""Digits from which groups of digits are one number; "2-3" is a range, and is read from the right."""


def turned(text: str) -> Iterator[str]:
    """The telephone numbers and dates of a right-to-left paragraph whose groups would stand in reverse order."""
    if not any(map(str.isdecimal, text)):
        return
    found = levels_as_meant(text, 1)
    for match in _GROUPS.finditer(text):
        backwards = any(level % 2 for level in found[match.start() : match.end()])
        if backwards and sum(map(str.isdecimal, match[0])) >= _LEAST and not _is_range(match[0]):
            yield match[0]


def _is_range(number: str) -> bool:
    """Whether it is read as from one number to another: 500–1000, but not 555-1234."""
    match = _RANGE.fullmatch(number)
    if match is None:
        return False
    first, last = int(match[1]), int(match[3])
    if not int(match[1][0]) or not int(match[3][0]):
        return False  # 01632-960100
    return first < last and (match[2] == "–" or first % 10 == last % 10 == 0)
