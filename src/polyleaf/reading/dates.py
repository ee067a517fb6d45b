"""Dates in a text, in the way each language writes them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from polyleaf.locales.table import words_of
from polyleaf.locales.words import Dates, Negation, Numbers
from polyleaf.model.language import Language
from polyleaf.reading.words.clock import month_names
from polyleaf.reading.words.pattern import ends, starts
from polyleaf.reading.words.units import unit_words

_OLDEST = 1857
"""A year that stays above this when a calendar's years are taken off was counted by that calendar."""
_GAP = r"(?:[^\d\n￼.!?;]|(?<=\w)\.(?=\w|\s\d)|(?<=\s\w)\.){0,8}?"
_DIGIT = re.compile(r"\d")
_NUMERIC = re.compile(r"(?<![\d.,/:-])(\d{1,4})([./\-])(\d{1,2})\2(\d{1,4})(?![\d/]|[.,:]\d)")
_CJK_DATE = re.compile(r"(?:(\d{4})\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号號일]")


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
        if match["day2"] and _apart(match, language):
            return None
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


def _apart(match: re.Match[str], language: Language) -> bool:
    """Whether a number is no day of the month behind it: "5 hours in May", "3 (May 5)", Romanian "2 sau mai multe"."""
    between = match.string[match.end("day2") : match.start("month2")]
    words = words_of(language)
    joined = between.strip() in {*words.section(Numbers).and_, *words.section(Negation).or_}
    return joined or "(" in between or bool(unit_words(language).after(match.string, match.end("day2"))[0])


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
