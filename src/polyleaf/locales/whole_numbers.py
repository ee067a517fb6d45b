"""Numbers that people write in several pieces, in text that runs from right to left.

UAX #9 takes ½ and the space in 10 000 for signs between words, and would print ½1 and 000 10, and a telephone number
from its last group. People mean one number; a program that knows so may say it to the algorithm (HL3).
"""

from __future__ import annotations

import re

from polyleaf.locales.bidi import levels

_AND_A_PART = re.compile(r"(?<=\d)[ \u00a0\u202f]?(?:[¼½¾⅐-⅞](?!\d)|(?<!\d)\d{1,2}[/⁄]\d{1,2}(?![\d/⁄]))")
"""What stands behind a whole number and belongs to it: 1½, 1 1/2."""

_THOUSANDS = re.compile(r"(?<![\d.,:/+-])(?<!\d )[1-9]\d{0,2}(?:[ \u202f]\d{3})+(?![ \u202f]?\d)")
"""Groups of three digits: 10 000. A telephone number begins with 0 or +, or its groups are of other lengths."""

_DIGITS = r"\d++(?![.,:٫٬]\d)"
_HOURS = r"(?:[01]\d|2[0-4])[0-5]\d"
_TELEPHONE = re.compile(
    rf"""(?<![\d+.,:/]) (?<!\d[-‐‑–]) (?<![^\W\d_\u0590-\u08ff])
    (?! {_HOURS}[-‐‑–]{_HOURS}(?![\d-]) | \d\d[-‐‑–]\d\d[-‐‑–]\d)
    (?: \(?\+[ ]?{_DIGITS}\)?(?:[ -]?\(\d+\))?
      | \([0٠۰]\d+\) | [0٠۰][ ]?\(\d{{3}}\) | \(\d{{3}}\)(?=[ -]?\d{{3}}[ -]\d{{4}}(?!\d))
      | [0٠۰][ ]8\d\d(?!\d) | 1[ -][78]00(?!\d) | (?=[0٠۰]\d){_DIGITS} )
    (?>(?: (?:[ \u00a0\u202f\-‐‑/] | (?<!\d{{6}})– | (?<=\))) {_DIGITS} )*)
    (?! [ ]?\+(?!\d) | [ -]?\([0٠۰]\d*\) )""",
    re.VERBOSE,
)
"""A telephone number as it is dialled: it begins with 0, +, a code in brackets or 1 800. Not 0800-1700, not 05-12-2026;
an en dash behind six digits is that of a range, and a plus or code behind all is that of a number typed in reverse."""

_FEWEST, _MOST = 7, 17
"""Digits of a telephone number: E.164 has 15 at most, and two dial out of a country."""


def telephones(text: str) -> list[re.Match[str]]:
    """The telephone numbers of a text that are known by their form, typed from their first digit to their last."""
    return [found for found in _TELEPHONE.finditer(text) if _FEWEST <= sum(map(str.isdecimal, found[0])) <= _MOST]


def levels_as_meant(text: str, base: int) -> tuple[int, ...]:
    """The level of each character as ``bidi.levels`` gives it, if each number is one.

    Args:
        text: One paragraph.
        base: Level of the paragraph: 0 or 1.
    """
    if any(map(str.isnumeric, text)):
        for found in telephones(text):
            text = text[: found.start()] + "0" * len(found[0]) + text[found.end() :]
        text = _AND_A_PART.sub(lambda part: "0" * len(part[0]), text)
        text = _THOUSANDS.sub(lambda number: re.sub(r"\s", "0", number[0]), text)
    return levels(text, base)
