"""Sentences of a text, by the full stops of every script."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from polyleaf.locales.shared import shared

_END = re.compile(
    # Scripts without a space after the stop, then those with one; closing marks belong to the sentence before.
    r"[。！？]+[”’」』）)]*|[.!?…।॥۔؟։።၊။។៕᱾᠃܀-܂]+[”’»\"'）)\]*]*(?=\s|$)"
)

_BEFORE = 16
"""Letters that are looked at before a point: the longest abbreviation with a number before it."""

_WORD = re.compile(r"(?<!\.)\s[aeiou]$")
"""A vowel alone is a word (Igbo "a", this), where it stands in no chain such as "u. a.", before a new sentence."""

_CLOCK = re.compile(r"\d\s?[ap]\.?\s?m$", re.IGNORECASE)
"""A time of day says all that its sentence says: "at 9 a.m. Bring your letter."""

_BEHIND = re.compile(r"\s*(\S)(\S?)")
_NUMBER = re.compile(r"\s*[(+]?\s*[\d\ufffc{]")
"""A number behind a point, or the fact that is one."""


@cache
def _abbreviated() -> re.Pattern[str]:
    """A letter, letters with points between them, or an abbreviation, at the end of a text."""
    # "Musterstr.": a street is written so in German, and no word of a language ends so.
    chain = r"(?:[^\W\d_]{1,2}\.){1,3}[^\W\d_]{1,3}|[a-zà-žа-яіїєґα-ω]"
    return re.compile(rf"(?:^|[\s(/])(?:{chain}|\w+str|{_any(shared().abbreviations)})$", re.IGNORECASE)


@cache
def _before_number() -> re.Pattern[str]:
    """An abbreviation that belongs to a number behind it, at the end of a text; behind a number "min" is a unit."""
    return re.compile(rf"(?:^|(?<![\s\d])[\s(/])(?:{_any(shared().before_numbers)})$", re.IGNORECASE)


def _any(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, words))


@lru_cache(maxsize=16_384)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of ``text`` with their stops; a text without any stop is one sentence."""
    found: list[str] = []
    start = 0
    for match in _END.finditer(text):
        if _goes_on(text, match):
            continue
        found.append(text[start : match.end()].strip())
        start = match.end()
    found.append(text[start:].strip())
    return tuple(one for one in found if any(map(str.isalnum, one)))


def _goes_on(text: str, stop: re.Match[str]) -> bool:
    """Whether a sentence goes on behind a stop: small letters (UAX #29, SB8), or an abbreviation before it."""
    behind = _BEHIND.match(text, stop.end())
    first = behind[1] if behind else ""
    if first.islower() and first.title() != first:  # Georgian letters are small, and have no capitals in a sentence
        return True
    if stop[0].startswith("...."):
        return True  # room to write in
    if stop[0][0] != ".":
        return False
    before = text[max(0, stop.start() - _BEFORE) : stop.start()]
    begins = behind is not None and first.isupper() and behind[2].islower()
    if begins and (_WORD.search(before) or _CLOCK.search(before)):
        return False
    if _abbreviated().search(before):
        return True
    return _NUMBER.match(text, stop.end()) is not None and _before_number().search(before) is not None
