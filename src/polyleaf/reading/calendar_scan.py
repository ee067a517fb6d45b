"""Dates and times of day in a text, in the way each language writes them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from polyleaf.locales.table import words_of
from polyleaf.locales.words import Dates
from polyleaf.model.language import Language
from polyleaf.reading.words.clock import Clock, clock, month_names
from polyleaf.reading.words.pattern import ends, starts
from polyleaf.reading.words.units import unit_words

_NOON = 12
_HOURS = 24
_MINUTES = 60
_NIGHTFALL = 6
"""From this hour to eleven, night is before midnight."""
_FORENOON = 10
"""From this hour to eleven, noon is still to come."""
_REACH = 20
"""Characters within which a word for a half of the day is looked for."""
_STOP = re.compile(r"[.;!?。！？।۔؟]")
_NEXT_HOUR = re.compile(r"\s?\d")
_OLDEST = 1857
"""A year that stays above this when a calendar's years are taken off was counted by that calendar."""

_GAP = r"(?:[^\d\n￼.!?;]|(?<=\w)\.(?=\w|\s\d)|(?<=\s\w)\.){0,8}?"
_DIGIT = re.compile(r"\d")
_NUMERIC = re.compile(r"(?<![\d.,/:-])(\d{1,4})([./\-])(\d{1,2})\2(\d{1,4})(?![\d/]|[.,:]\d)")
_CJK_DATE = re.compile(r"(?:(\d{4})\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号號일]")
_CLOCK = re.compile(r"(?<![\d:.,])(\d{1,2})(?::|\s?h\s?)(\d{2})(?![\d:]|[.,]\d)")
_CJK_CLOCK = re.compile(r"(?<!\d)(\d{1,2})\s?(?:[点點]钟?|[时時](?![间間])|시(?!간))\s?(?:(\d{1,2})\s?[分분]|(半))?")
_ENGLISH = re.compile(r"(?<![\d:.,])(\d{1,2})(?:[:.](\d{2}))?\s?([ap])\.?m\b\.?")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date: where it stands, and its parts as far as they are given."""

    start: int
    end: int
    year: int | None
    month: int
    day: int | None
    shown: str

    @property
    def numbers(self) -> tuple[int, ...]:
        """Day, month and year as numbers."""
        return tuple(part for part in (self.day, self.month, self.year) if part)


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time of day: where it stands, minutes since midnight, and the bare numbers it may be written as elsewhere.

    ``written`` is whether it is in digits: "noon" is not. ``also`` is what else it may be: of "8 to 10 in the evening"
    the first is in the evening too.
    """

    start: int
    end: int
    minutes: int
    shown: str
    readings: tuple[tuple[Fraction, ...], ...]
    written: bool = True
    also: int | None = None


def dates(text: str, language: Language) -> Iterator[FoundDate]:
    """Dates in folded text: in figures, with the month in words, and the Chinese, Japanese and Korean way."""
    if not _DIGIT.search(text):
        return
    taken: list[tuple[int, int]] = []
    named = any(map(text.__contains__, month_names(language)[1]))  # a pattern of many names is slow to make
    worded = _worded(language).finditer(text) if named else ()
    for match in (*_CJK_DATE.finditer(text), *_NUMERIC.finditer(text), *worded):
        found = _date(match, language)
        if found and not any(found.start < end and start < found.end for start, end in taken):
            taken.append((found.start, found.end))
            yield found


def _date(match: re.Match[str], language: Language) -> FoundDate | None:
    if match.re is _CJK_DATE:
        parts = (match[1], match[2], match[3])
    elif match.re is _NUMERIC:
        first, second, third = match[1], match[3], match[4]
        if len(first) > 2:  # noqa: PLR2004 - the year stands first
            parts = (first, second, third)
        elif words_of(language).section(Dates).month_first:
            parts = (third, first, second)
        else:
            parts = (third, second, first)
        if len(parts[0]) not in (2, 4):
            return None
    else:
        month = next(name for key, name in match.groupdict().items() if name and key.startswith("month"))
        names = month_names(language)[1]
        number = str(names[re.sub(r"\s+", " ", month)])
        day = next((value for key, value in match.groupdict().items() if value and key.startswith("day")), None)
        if match["day2"] and unit_words(language).after(match.string, match.end("day2"))[0]:
            return None  # "5 hours in May" has no fifth of May
        year = next((value for key, value in match.groupdict().items() if value and key.startswith("year")), None)
        parts = (year, number, day)
    year_number, month_number, day_number = (int(part) if part else None for part in parts)
    ahead = words_of(language).section(Dates).years_ahead
    if year_number and ahead and year_number > _OLDEST + ahead:
        year_number -= ahead
    if year_number is not None and len(parts[0] or "") == 2:  # noqa: PLR2004 - "20.11.26"
        year_number += 2000
    try:
        datetime.date(year_number or 2000, month_number or 0, day_number or 1)
    except ValueError:
        return None
    return FoundDate(match.start(), match.end(), year_number, month_number or 0, day_number, match[0].strip())


@lru_cache
def _worded(language: Language) -> re.Pattern[str]:
    names, _ = month_names(language)
    month = rf"{starts()}(?:{names})(?!\d){ends()}\.?"

    def named(number: int) -> str:
        return month.replace(f"(?:{names})", f"(?P<month{number}>{names})", 1)

    year = r"(?<!\d)(?P<year{0}>\d{{4}})(?!\d)"
    day = r"(?<![\d.,:/])(?P<day{0}>\d{{1,2}})(?![\d:/])(?:st|nd|rd|th|º|er)?"
    return re.compile(
        rf"{year.format(0)}\.?{_GAP}{day.format(0)}\.?\s?{named(0)}"
        rf"|{year.format(1)}\.?{_GAP}{named(1)}{_GAP}{day.format(1)}(?!{_GAP}\d{{4}})"
        rf"|{day.format(2)}\.?{_GAP}{named(2)}(?:{_GAP}{year.format(2)})?"
        rf"|{named(3)}\s?{day.format(3)}(?![.,]\d)(?:{_GAP}{year.format(3)})?"
        rf"|{named(4)}{_GAP}{year.format(4)}"
    )


def times(text: str, language: Language) -> Iterator[FoundTime]:
    """Times of day in folded text: 24 hours, or 12 with the language's words for the halves of the day."""
    words = clock(language)
    taken: list[tuple[int, int]] = []
    found: list[tuple[re.Match[str], int, int, str]] = []
    patterns = _patterns(words) if _DIGIT.search(text) else ()
    for match in (match for pattern in patterns for match in pattern.finditer(text)):
        first = match[1] or match[match.re.groups - 1]
        hour, minute = int(first), 30 if match.re is _CJK_CLOCK and match[3] else int(match[2] or 0)
        free = not any(match.start() < end and start < match.end() for start, end in taken)
        if not free or hour > _HOURS or minute >= _MINUTES:
            continue
        if match.re is words.oclock and unit_words(language).after(text, match.end(1))[1] > match.end():
            continue  # Tamil: மணி is the hour on the dial, மணி நேரம் an hour's time
        counted = unit_words(language).leading_units(text, match.start())
        if counted and (counted != {"hour"} or match.re is words.oclock):
            continue  # Swahili "vidonge 2 asubuhi" are two tablets in the morning, Sinhala "පැය 6ට" are six hours
        taken.append((match.start(), match.end()))
        half = match[3] if match.re is _ENGLISH else _half(text, match, words)
        found.append((match, hour, minute, half))
    found.sort(key=lambda one: one[0].start())
    for place, (match, hour, minute, half) in enumerate(found):
        near = [found[at] for at in (place - 1, place + 1) if 0 <= at < len(found)]
        shared = not half and any(_shares(text, match, one) for one in near)
        if words.from_six and half:
            yield _from_six(match, hour, minute, half)
        else:
            yield _time(match, hour, minute, half, shared=shared)
    for match in words.named.finditer(text):
        minutes = words.minutes[match[0]]
        on_dial = Fraction(minutes // _MINUTES % _NOON or _NOON)
        yield FoundTime(match.start(), match.end(), minutes, match[0], ((on_dial,),), written=False)


def _patterns(words: Clock) -> tuple[re.Pattern[str], ...]:
    return (_ENGLISH, _CJK_CLOCK, _CLOCK, words.oclock, words.beside)


def _shares(text: str, match: re.Match[str], near: tuple[re.Match[str], int, int, str]) -> bool:
    """Whether a neighbour in the same sentence has a half of the day that may hold for this time too."""
    other, _, _, half = near
    between = text[min(match.end(), other.end()) : max(match.start(), other.start())]
    return bool(half) and len(between) <= _REACH and not _STOP.search(between)


def _from_six(match: re.Match[str], hour: int, minute: int, half: str) -> FoundTime:
    """A time in a language that counts hours from six; some write those of the world's clocks all the same."""
    dial = (hour + _NOON // 2) % _NOON or _NOON
    found = _time(match, dial, minute, half, shared=False)
    worlds = _time(match, hour, minute, half, shared=False)
    return replace(found, readings=worlds.readings, also=worlds.minutes)


def _time(match: re.Match[str], hour: int, minute: int, half: str, *, shared: bool) -> FoundTime:
    full = hour + _later(hour, half)
    readings = [
        (Fraction(full), Fraction(minute)),
        (Fraction(f"{full}.{minute:02}"),),
        (Fraction(f"{full}{minute:02}"),),  # "1200 GMT"
    ]
    if minute == 0:
        # "8am" is "um 8" elsewhere; in words after noon ("5 in the evening") nobody adds twelve.
        readings += [(Fraction(full),), (Fraction(hour),)]
    shown = f"{full % _HOURS}:{minute:02}"
    minutes = full % _HOURS * _MINUTES + minute
    also = (minutes + _NOON * _MINUTES) % (_HOURS * _MINUTES) if shared and hour <= _NOON else None
    return FoundTime(match.start(), match.end(), minutes, shown, tuple(readings), also=also)


def _later(hour: int, half: str) -> int:
    """Hours from the one on the dial to the one of 24 hours."""
    if hour > _NOON or not half:
        return 0
    if half == "n":
        half = "p" if _NIGHTFALL <= hour < _NOON else "a"
    elif half == "d":
        half = "p" if hour < _FORENOON or hour == _NOON else "a"
    if half == "p":
        return _NOON if hour < _NOON else 0
    return -_NOON if hour == _NOON else 0


def _half(text: str, match: re.Match[str], words: Clock) -> str:
    """The half of the day that the word right before or after the time says; after it counts more than before.

    Not where it goes with the next time: Nepali "बिहान 8 बजेदेखि साँझ 6 बजेसम्म", "from 8 in the morning to 6".
    """
    at = match.end() + (text[match.end() : match.end() + 1] == " ")
    behind = ((half, pattern.match(text, at)) for half, pattern in words.halves.items())
    after, end = next(((half, found.end()) for half, found in behind if found), ("", at))
    if after and not _NEXT_HOUR.match(text, end):
        return after
    before = text[max(0, match.start() - _REACH) : match.start()].rstrip()
    for half, pattern in words.halves.items():
        if any(found.end() == len(before) for found in pattern.finditer(before)):
            return half
    return after
