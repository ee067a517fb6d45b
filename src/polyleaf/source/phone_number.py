"""Telephone numbers as authors write them: each is one that somebody answers."""

from __future__ import annotations

import re

from polyleaf.locales.telephone import without_extension
from polyleaf.manuscript.faults import Refusal
from polyleaf.source.values import shown

_PHONE = re.compile(r"\+?[0-9()][0-9() ./\-\u2010-\u2013\u00a0]{1,38}")
_APART = re.compile(r"\s+[/\-\u2010-\u2013]\s+")
_TO_THE_LAST = re.compile(r"\d\s*\u2013\s*\d{1,2}$")


def telephone(text: str) -> str:
    """A telephone number, perhaps with an extension, kept exactly as written."""
    main, _ = without_extension(text)
    if not _PHONE.fullmatch(main) or not 3 <= sum(map(str.isdigit, main)) <= 20:  # noqa: PLR2004 - 999 to E.164 and more
        raise Refusal(
            f"is {shown(text)}, which is not a telephone number",
            "Use digits, spaces, + ( ) and -, and behind them ext. 12 for an extension; other words go into a note",
        )
    if _two_numbers(main):
        raise Refusal(f"is {shown(text)}, which is two numbers", "Write one; the other goes into a note or a contact")
    return text


def _two_numbers(text: str) -> bool:
    """Whether somebody who dials all of it reaches nobody: 01632 960 100 / 101, 960100/960101, 999/112, 960 100–9."""
    spaced = [sum(map(str.isdigit, part)) for part in _APART.split(text)]
    close = [sum(map(str.isdigit, part)) for part in text.split("/")]
    if sum(spaced) > 15 or (len(spaced) > 1 and min(spaced) > 1):  # noqa: PLR2004 - E.164 has 15 digits at most
        return True
    return _TO_THE_LAST.search(text) is not None or (len(close) > 1 and (close[0] == close[-1] or min(close) > 5))  # noqa: PLR2004 - an area code has 5
