"""Numbers that right-to-left text prints in another order than they were typed in, or whose first end nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from polyleaf.locales.bidi import levels
from polyleaf.locales.whole_numbers import levels_as_meant, telephones
from polyleaf.model.wording import quote

_GROUPS = re.compile(
    r"""(?<![\w.,:/])(?:\+\d+|\d+(?:[ \u00a0\-‐‑–]\d+)+)(?:[ \u00a0\-‐‑–]\d+)*
    (?:[ \u00a0-]?\(\d+\))?(?:[ \u00a0]?\+(?!\d))?""",
    re.VERBOSE,
)
_PIECE = re.compile(r"\d+|\(\d+\)|\+|[^\d+()]+")
_RANGE = re.compile(r"(\d+)([–-])(\d+)")
_LEAST = 7
"""Digits from which groups of digits are one number; "2-3" is a range, and is read from the right."""


def turned(text: str) -> Iterator[tuple[str, str]]:
    """What is wrong with a telephone number or date of a right-to-left paragraph, and what to type in its place.

    Some people type a number from its last group, as then their editor shows it the right way round.
    """
    if not any(map(str.isdecimal, text)):
        return
    found = levels_as_meant(text, 1)
    for match in _GROUPS.finditer(text):
        number = match[0]
        if sum(map(str.isdecimal, number)) < _LEAST or not _runs_back(found, match):
            continue
        dialled = _from_its_end(number)
        if _is_dialled(dialled):
            yield f"{quote(number)} is typed from its last group", f"type it as it is dialled, {quote(dialled)}"
        elif not _is_range(number):
            yield (
                f"{quote(number)} would be printed with its groups in reverse order",
                "write its digits without spaces",
            )


def unsure(text: str) -> Iterator[str]:
    """Telephone numbers that are printed as typed, and would be right from either end: 020 7946 0123."""
    found = telephones(text)
    plain = levels(text, 1) if found else ()
    for match in found:
        other = _from_its_end(match[0])
        if other != match[0] and _is_dialled(other) and _runs_back(plain, match):
            yield match[0]


def _runs_back(found: tuple[int, ...], match: re.Match[str]) -> bool:
    return any(level % 2 for level in found[match.start() : match.end()])


def _is_dialled(number: str) -> bool:
    return [found[0] for found in telephones(number)] == [number]


def _from_its_end(number: str) -> str:
    return "".join(reversed(_PIECE.findall(number)))


def _is_range(number: str) -> bool:
    """Whether it is read as from one number to another: 500–1000, but not 555-1234."""
    match = _RANGE.fullmatch(number)
    if match is None:
        return False
    first, last = int(match[1]), int(match[3])
    if not int(match[1][0]) or not int(match[3][0]):
        return False  # 01632-960100
    return first < last and (match[2] == "–" or first % 10 == last % 10 == 0)
