"""Words of the clock and the calendar: halves of the day and names of months, from CLDR and the language files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from polyleaf.locales.cldr_names import cldr_names
from polyleaf.locales.shared import shared
from polyleaf.locales.shelf import Words
from polyleaf.locales.words import Calendar, ClockWords, Units
from polyleaf.model.language import Language
from polyleaf.reading.words.pattern import alternatives, fold, letter, source
from polyleaf.reading.words.tables import once_a_language

_AM = ("am", "morning")
_PM = ("pm", "afternoon", "evening")
_NIGHT = ("night",)
_ON_DIAL = {"noon": 12 * 60, "midnight": 0}
"""Parts of the day that are an hour, in minutes since midnight."""
_SHORTEST = 2
"""Least letters of a word for a half of the day, else "a" and "p" would be found everywhere."""

CJK_HOUR = r"[点點]钟?|[时時](?![间間])|시(?!간)"
"""The hour on the dial, in Chinese, Japanese and Korean; an hour's time goes on behind it."""

_REACH = 20
"""Characters in which a word for a half of the day is looked for."""

_NOTHING = re.compile(r"(?!)")
_HOUR_ENDS = re.compile(r"\d\s?(?:[^\W\d_]+\s?)?$")
_NEXT_HOUR = re.compile(r"\s?\d")

_BETWEEN = r"\s?(?:[-–—]|[^\s\d.,;:!?()]{1,8})\s?"
_TO_HOUR = re.compile(rf"{_BETWEEN}\d{{1,2}}(?:[.:]\d\d)?(?![\d.,])")
_FROM_HOUR = re.compile(rf"(?<![\d.,])\d{{1,2}}[.:]\d\d{_BETWEEN}$")
"""The other ends of a range of hours."""


@dataclass(frozen=True, slots=True)
class Clock:
    """The words of the clock, ready to be found in folded text.

    Attributes:
        halves: Find the words beside a time, by half of the day: ``a`` and ``p``, ``n`` for night, ``d`` for midday.
        oclock: Finds the hour before "o'clock", and the minutes behind it: "19 Uhr 30".
        number: Finds what may be an hour before a word for a half of the day; its second group is empty.
        led: Finds the hour behind "ساعت"; the same groups.
        behind_hour: Finds what stands right behind an hour in words: "o'clock", or a half of the day.
        before_hour: Finds what stands right before one.
        named: Finds a time with a name of its own, which is after noon.
        dial: Find the names of times by minutes since midnight.
        parts: Find parts of the day that are an hour, meals among them, by the same.
        at: Finds what stands right before an hour: "at".
        to: Finds what stands between both ends of a range.
        begin: Finds the number at the beginning of a range, up to where its end begins: "2 to" in "2 to 4 o'clock".
        goes_on: Finds what stands behind that number: "to 4 o'clock".
        from_six: Whether hours are counted from six in the morning and in the evening.
        either_half: Whether an hour before "o'clock" without a half of the day may be after noon.
        hour_counts_too: Whether an hour before "o'clock" is an hour's time where no half of the day stands before it.
    """

    halves: Mapping[str, re.Pattern[str]]
    oclock: re.Pattern[str]
    number: re.Pattern[str]
    led: re.Pattern[str]
    behind_hour: re.Pattern[str]
    before_hour: re.Pattern[str]
    named: re.Pattern[str]
    dial: Mapping[int, re.Pattern[str]]
    parts: Mapping[int, re.Pattern[str]]
    at: re.Pattern[str]
    to: re.Pattern[str]
    begin: re.Pattern[str]
    goes_on: re.Pattern[str]
    from_six: bool = False
    either_half: bool = False
    hour_counts_too: bool = False

    def half_before(self, text: str, place: int) -> str:
        """The half of the day that the word right before a place says; "" if it says none."""
        before = text[max(0, place - _REACH) : place].rstrip()
        found = ((half, one) for half, pattern in self.halves.items() for one in pattern.finditer(before))
        # The longest counts: Persian "پیش از ظهر" is before noon.
        return min(((one.start(), half) for half, one in found if one.end() == len(before)), default=(0, ""))[1]

    def half_at(self, text: str, at: int) -> tuple[str, int]:
        """The half of the day that the word at a place says, and where the word ends; "" if it says none."""
        found = ((half, pattern.match(text, at)) for half, pattern in self.halves.items())
        return next(((half, one.end()) for half, one in found if one), ("", at))

    def half_beside(self, text: str, start: int, end: int) -> str:
        """The half of the day that the word right before or after a time says; after it counts more than before.

        Not where it goes with the next time: Nepali "बिहान 8 बजेदेखि साँझ 6 बजेसम्म", "from 8 in the morning to 6".
        """
        if right := self.half_right_beside(text, start, end):
            return right
        # "in the evening about 6", not "from 8 in the morning to 6"
        before = text[max(0, start - _REACH) : start].rstrip()
        apart = (
            half
            for half, pattern in self.halves.items()
            for one in pattern.finditer(before)
            if _few_words().fullmatch(before, one.end()) and not _HOUR_ENDS.search(before, 0, one.start())
        )
        return next(apart, "")

    def half_right_beside(self, text: str, start: int, end: int) -> str:
        """The same, of words that touch the time."""
        after, last = self.half_at(text, past_space(text, end))
        if not after and (oclock := self.behind_hour.match(text, end)):
            after, last = self.half_at(text, past_space(text, oclock.end()))  # "halb drei Uhr nachmittags"
        if after and not _NEXT_HOUR.match(text, last):
            return after
        if beside := self.half_before(text, start):
            return beside
        return after

    def is_dotted(self, text: str, start: int, end: int) -> bool:
        """Whether words beside a number with a point make it a time: "2.30 to 4 in the afternoon", "at 2.30"."""
        to = _TO_HOUR.match(text, end)
        ends = (end, to.end()) if to else (end,)
        since = _FROM_HOUR.search(text[:start], max(0, start - _REACH))
        begins = (start, since.start()) if since else (start,)
        halves = any(self.half_at(text, last + text.startswith(" ", last))[0] for last in ends)
        halves = halves or any(self.half_before(text, first) for first in begins)
        return halves or bool(self.at.search(text, max(0, start - _REACH), start))


def past_space(text: str, end: int) -> int:
    """The place of the word behind a place."""
    return end + (text[end : end + 1] == " ")


@cache
def _few_words() -> re.Pattern[str]:
    return re.compile(rf"(?:\s{letter()}+){{1,2}}")


@once_a_language
def clock(language: Language, words: Words) -> Clock:
    """The words of the clock of a language."""
    own = words.section(ClockWords)
    apart = {fold(word) for word in (*own.at_night, *own.at_noon, *own.before_noon, *own.after_noon)}

    def beside(kinds: tuple[str, ...], *lists: tuple[str, ...]) -> str:
        # What the language file says of a word counts before CLDR.
        cldr = (word for word in _periods(language.cldr, kinds) if fold(word) not in apart)
        return source((*cldr, *(word for words in lists for word in words)), spaced=language.spaced)

    halves = {
        "n": beside(_NIGHT, own.at_night),
        "d": beside((), own.at_noon),
        "p": beside(_PM, own.after_noon, shared().after_noon),
        "a": beside(_AM, own.before_noon, shared().before_noon),
    }
    named = [name for names in own.named.values() for name in names]
    parts = words.section(Calendar).parts

    def by_minutes(names: Iterable[tuple[int, tuple[str, ...]]]) -> dict[int, re.Pattern[str]]:
        return {minutes: re.compile(source(some, spaced=language.spaced)) for minutes, some in names if some}

    hour = r"(?<![\d:.,])(\d{1,2})()"
    own_half = source((*own.before_noon, *own.after_noon, *own.at_night, *own.at_noon), spaced=language.spaced)
    end = r"(?![^\W_])" if language.spaced else ""
    oclock = f"(?:{'|'.join(re.escape(fold(word)) for word in own.oclock)}){end}" if own.oclock else "(?!)"
    # "19 Uhr 30", Bengali "৮টা ৪৫ মিনিটে", but not "um 8 Uhr 10 mg".
    counted = source(words.section(Units).words.get("minute", ()), spaced=language.spaced)
    minutes = rf"(?:\s([0-5]\d)(?:\s?{counted}|(?=\s?(?:[.,;)!?]|$|{'|'.join(halves.values())}))))?"
    maybe = "" if own.hours_always else "?"
    between = rf"(?:\s?{source(own.hours, spaced=language.spaced)}){maybe}" if own.hours else ""
    bare = own.hours_always and not own.hours
    leading = source(own.before_hour, spaced=language.spaced)
    behind = rf"\s?{oclock}" if bare else rf"\s?{oclock}|{between}\s?{own_half}"
    to = rf"\s?(?:[-–—]|(?:{alternatives(own.to or (*own.until, *own.from_behind)) or '(?!)'})(?=\s))\s?"
    return Clock(
        {half: re.compile(pattern) for half, pattern in halves.items()},
        re.compile(rf"(?<![\d:.,])(\d{{1,2}})\s?{oclock}{minutes}") if own.oclock else _NOTHING,
        re.compile(
            rf"(?<![\d:.,])(\d{{1,2}})(?:\s?{source(own.hours, spaced=language.spaced)}{minutes})?"
            if own.hours
            else hour
        ),
        _NOTHING
        if not own.before_hour
        else re.compile(rf"(?<!\d )(?:{leading})\s?(?<![\d:.,])(\d{{1,2}})(?:\.([0-5]\d))?(?![\d:%]|[.,]\d)"),
        re.compile(behind),
        re.compile(rf"(?:{leading})\s?$") if own.before_hour else _NOTHING,
        re.compile(source(named, spaced=language.spaced)) if named else _NOTHING,
        by_minutes((_minutes(time), names) for time, names in own.named.items()),
        by_minutes((minutes, parts.get(part, ())) for part, minutes in _ON_DIAL.items()),
        re.compile(rf"{source(own.at)}\s$") if own.at and own.either_half else _NOTHING,
        re.compile(to),
        re.compile(rf"(?<![\d:.,/])(\d{{1,2}})(?:[:.]([0-5]\d))?{to}$"),
        re.compile(rf"{to}(?:{letter()}+\s)?(?:\d{{1,2}}(?:[:.]\d\d)?|{letter()}+?)(?:{behind})"),
        own.from_six,
        own.either_half,
        own.hour_counts_too,
    )


@once_a_language
def tells_halves(_: Language, words: Words) -> bool:
    """Whether the words for the second half of the day are known in a language."""
    return bool(words.section(ClockWords).after_noon)


def later_half(text: str, language: Language) -> bool:
    """Whether a text says beside a time that it is in the second half of the day: "in the evening", "p.m."."""
    words, folded = clock(language), fold(text)
    return any(words.halves[half].search(folded) for half in "pnd") or bool(words.named.search(folded))


def _minutes(time: str) -> int:
    hour, _, minute = time.partition(":")
    return int(hour) * 60 + int(minute)


def _periods(locale: str, kinds: tuple[str, ...]) -> Iterator[str]:
    for _, names in cldr_names(locale, "day_periods"):
        for kind, word in names.items():
            if kind.rstrip("12") in kinds and (len(word) >= _SHORTEST or not word.isascii()):
                yield word


@once_a_language
def month_names(language: Language, words: Words) -> tuple[str, dict[str, int]]:
    """A pattern of the language's names of months, and the number of each folded name."""
    found: dict[str, int] = {}
    for width, names in cldr_names(language.cldr, "months"):
        if width != "narrow":
            for number, name in names.items():
                _note(found, name, number)
    for number, name in enumerate(language.months, 1):
        _note(found, name, number)
    for month, forms in words.section(Calendar).months.items():
        for name in (form for form in forms if "*" not in form):  # in their cases: Marathi "27 डिसेंबरच्या"
            _note(found, name, int(month))
    pattern = "|".join(re.escape(name) for name in sorted(found, key=lambda name: (-len(name), name)))
    return pattern or r"(?!)", found


def _note(found: dict[str, int], name: str, number: int) -> None:
    """Names of figures alone ("11月") are read with the date, not here."""
    folded = fold(name).rstrip(".").strip()
    if folded and not folded[0].isdigit():
        found.setdefault(folded, number)
