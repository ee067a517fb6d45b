"""Both ends of a range of hours: one may say of the other that it is an hour, and of which half of the day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction

from polyleaf.model.language import Language
from polyleaf.reading.dial import NOON
from polyleaf.reading.gaps import in_range
from polyleaf.reading.words.clock import Clock, clock
from polyleaf.reading.words.units import unit_words

REACH = 20
"""Characters within which a word for a half of the day is looked for."""
_STOP = re.compile(r"[.;!?。！？।۔؟]")
LAST = re.compile(r"(\d{1,2})()()(?![\d:/°%]|[.,]\d|\s%)")
"""A bare hour: its minute and the half of the day are empty."""

_ENDS = re.compile(r"[,;:.!?)]?\s*$|[,;!?)]|\.\s")
"""What stands behind the last word of a clause."""

Found = tuple[re.Match[str], int, int, str]
"""What was found of a time, its hour and minute, and the half of the day that stands beside it."""


def begin_of(text: str, end: Found, words: Clock) -> Found | None:
    """The hour before one that ends a range; a half of the day beside either says that both are times."""
    match, *_, half = end
    begin = words.begin.search(text, max(0, match.start() - REACH), match.start())
    if begin is None or int(begin[1]) > NOON:
        return None
    before = words.half_before(text, begin.start())
    return (begin, int(begin[1]), int(begin[2] or 0), before) if before or half else None


def end_of(text: str, begin: Found, words: Clock, language: Language) -> Found | None:
    """The bare hour with which a range of times ends: "8.30 to 4"."""
    match, *_ = begin
    to = words.to.match(text, match.end())
    last = LAST.match(text, to.end()) if to else None
    if last is None or not 0 < int(last[1]) <= NOON or unit_words(language).after(text, last.end())[0]:
        return None
    return last, int(last[1]), 0, ""


def is_after_noon(text: str, match: re.Match[str], hour: int, noons: Iterable[int], words: Clock) -> bool:
    """Whether a time ends a range that begins at noon: "from 12 noon to 3".

    Args:
        text: Folded text.
        match: The time.
        hour: Its hour.
        noons: Where each word for noon ends.
        words: The clock of the language.
    """
    ends = (end for end in noons if end <= match.start())
    return hour < NOON and any(words.to.fullmatch(text, end, match.start()) for end in ends)


def shares(text: str, match: re.Match[str], hour: int, near: Found) -> bool:
    """Whether a neighbour in the same sentence has a half of the day that may hold for this time too.

    "From 2 to 4 in the morning" is before noon from end to end.
    """
    other, beside, _, half = near
    between = text[min(match.end(), other.end()) : max(match.start(), other.start())]
    if half == "a" and (hour < beside) is (match.start() < other.start()):
        return False
    return bool(half) and len(between) <= REACH and not _STOP.search(between)


def hour_of_range(text: str, spans: Sequence[tuple[int, int, str]], place: int, language: Language) -> Fraction | None:
    """What a bare number may be on a clock of 24: the last of "from 9 to 5", both of "from 2 to 4", "after 2"; or None.

    Args:
        text: A text as it is read.
        spans: Start, end and digits of the numbers in it.
        place: Which of them is asked for.
        language: The language of the text.
    """
    begin, end, number = spans[place]
    if not clock(language).either_half or not (number.isdigit() and 0 < int(number) <= NOON):
        return None
    if _ENDS.match(text, end) and clock(language).at.search(text, max(0, begin - REACH), begin):
        return Fraction(int(number) + NOON)
    for first in (place - 1, place):
        if not 0 <= first < len(spans) - 1:
            continue
        (_, stop, one), (start, end, other) = spans[first : first + 2]
        if not all(hour.isdigit() and 0 < int(hour) <= NOON for hour in (one, other)):
            continue
        rises = int(one) < int(other) and not unit_words(language).of(text, start, end)[0]
        falls = int(one) > int(other) and place > first
        if (rises or falls) and in_range().fullmatch(text, stop, start):
            return Fraction(int(number) + NOON)
    return None
