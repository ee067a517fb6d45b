"""Everything in a text that a patient counts by: numbers with their units, times, dates, phones. Compared by value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction
from functools import lru_cache

from polyleaf.locales.digits import fold_digits, number_spans
from polyleaf.model.language import Language
from polyleaf.reading import calendar_scan
from polyleaf.reading.words.clock import Clock, clock
from polyleaf.reading.words.numerals import Numerals, numerals
from polyleaf.reading.words.pattern import fold
from polyleaf.reading.words.units import UnitWords, unit_words

HOLE = "\ufffc"
"""Stands where something was that is no text: a fact, or what has been read already."""

_ADDRESS = re.compile(
    # Nothing begins inside what has just been tried, and every run is bounded: the work grows with the text, no faster.
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}|(?:https?://|www\.)[^\s<>()]+|"
    r"(?<![a-z0-9.])[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){0,6}\.(?:org|com|net|info|uk|eu|gov|edu|int|de|pl|ro|ua|example)\b(?:/[^\s<>()]*)?",
    re.ASCII,
)
_PHONE = re.compile(r"(?<![\w.,:/])(?:\+|\(0|0)[\d()]*(?:[ \-‐‑–/][\d()]+)*(?![\d:]|[.,]\d)")
_LEAST_PHONE = 7
"""Digits from which a number that begins with 0 or + is a phone; 999 and 111 are compared as numbers."""

_FRACTION = re.compile(r"(?<![\d/.,])(\d{1,2})\s?[/⁄]\s?(\d{1,2})(?![\d/])")
_CJK_MONTH = re.compile(r"(?<!\d)(1[0-2]|0?[1-9])\s?月")
_LONGEST = 20
"""Characters of an amount that are shown: nobody needs a thousand digits."""

_THOUSAND = 1000

_DECADE = re.compile(r"(?<![\d.,])(\d\d)(\d0)'?s\b")
_AGES = re.compile(r"\b(the|their|his|her|our|your|my|early|late|mid)([\s-]+\d0)'?s\b")
"""People in their 40s; 40s alone are seconds."""
_SEASON = re.compile(r"(?<![\d.,/–-])(19|20)(\d\d)([–/-])(\d\d)(?!\d|[.,/–-]\d|\s?%)")
"""Two years, the second without its century: 2019-20."""
_ALL_DAY = re.compile(r"(?<![\d/])24\s?/\s?7(?![\d/])")
_NAME = re.compile(r"[a-zα-ω]-?$")
_RANGE = re.compile(r"\s?(?:[-–—~〜～至到]|[^\W\d]{1,5})\s?")

_MOST_HOURS = 12
"""Hours that are said in words."""

_REACH = 20
"""Characters before a number in which a word that belongs to it is looked for."""

_MOST_DIGITS = 60
"""Digits of a number that is still a number; a longer one is compared letter by letter."""


class Kind(Enum):
    """What an amount is."""

    NUMBER = "number"
    TIME = "time"
    DATE = "date"
    PHONE = "phone"


Value = Fraction | str | tuple[int | None, int, int | None]


@dataclass(frozen=True, slots=True)
class Amount:
    """One thing a patient counts by.

    Attributes:
        kind: What it is.
        value: Its value: a number, minutes since midnight, (year, month, day), the digits of a phone.
        shown: As it is told to a person.
        units: Units its word may mean; empty if it has none.
        near: Units in the words round it, if none touches it.
        written: Whether it is in digits; a number in words counts less ("one of us").
        readings: The bare numbers it may be in the other text: "8am" is 8, "20 November" is 20.
        digits: Whether digits stand in it.
        doubtful: Whether it may count nothing ("at first"): it is paired, and never missed.
        also: Another value that it may have; None if there is none.
        start: Where it stands in the text as it was read.
        name: Whether it is part of a name (COVID-19, N95), which a text need not say as often as another.
    """

    kind: Kind
    value: Value
    shown: str
    units: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    written: bool = True
    readings: tuple[tuple[Fraction, ...], ...] = field(default=(), compare=False)
    digits: bool = field(default=True, compare=False)
    doubtful: bool = field(default=False, compare=False)
    also: Fraction | None = field(default=None, compare=False)
    start: int = field(default=0, compare=False)
    name: bool = field(default=False, compare=False)

    def __str__(self) -> str:
        return self.shown[:_LONGEST]


def addresses_in(text: str) -> tuple[str, ...]:
    """E-mail and web addresses that are written out in a text, in small letters."""
    return tuple(found.rstrip(".,;:!?") for found in _ADDRESS.findall(text.casefold()))


def without_addresses(text: str) -> str:
    """``text`` without the e-mail and web addresses that are written out in it."""
    return re.sub(_ADDRESS.pattern, " ", text, flags=re.ASCII | re.IGNORECASE)


@lru_cache(maxsize=4096)
def amounts_in(text: str, language: Language) -> tuple[Amount, ...]:
    """Every amount of a text, in no order that means anything.

    Args:
        text: What was written, any string; facts in it replaced by ``HOLE``.
        language: Its language: separators of numbers, words of units, months, halves of the day.
    """
    return tuple(_Scanner(text, language).amounts())


def _with_century(match: re.Match[str]) -> str:
    goes_on = int(match[4]) == (int(match[2]) + 1) % 100
    return f"{match[1]}{match[2]}{match[3]}{match[1] if goes_on else ''}{match[4]}"


def _in_groups(value: int) -> tuple[Fraction, ...]:
    """A number as its groups of three digits would be read one by one."""
    groups: list[Fraction] = []
    while value:
        value, group = divmod(value, _THOUSAND)
        groups.insert(0, Fraction(group))
    return tuple(groups)


class _Scanner:
    """Reads the most special amounts first, and blots out what it has read."""

    def __init__(self, text: str, language: Language) -> None:
        self._language = language
        # The Arabic signs are never in doubt, whatever a point and a comma mean in the language.
        self._text = calendar_scan.arabic_signs(fold_digits(calendar_scan.thirds(text)), language, text)
        self._text = _AGES.sub(r"\1\2", self._text)
        self._text = _SEASON.sub(_with_century, self._text)
        self._text = _ADDRESS.sub(lambda match: HOLE * len(match[0]), fold(self._text))
        self._units: UnitWords = unit_words(language)
        self._numerals: Numerals = numerals(language)
        if self._numerals.half_more:
            self._text = self._numerals.half_more.sub(r"\1.5", self._text)
        self._text = self._with_hours(clock(language))

    def amounts(self) -> Iterator[Amount]:
        for always in tuple(_ALL_DAY.finditer(self._text)):
            self._blot(always.start(), always.end())
            for count, unit in ((24, "hour"), (7, "day")):
                yield Amount(Kind.NUMBER, Fraction(count), always[0], frozenset({unit}), written=False)
        yield from self._phones()
        for decade in tuple(_DECADE.finditer(self._text)):
            self._blot(decade.start(), decade.end())
            century, years = Fraction(decade[1]), Fraction(decade[2])
            readings = ((century + 1, years), (century, years), (years,))
            yield Amount(Kind.NUMBER, Fraction(decade[1] + decade[2]), decade[0], readings=readings)
        for date in calendar_scan.dates(self._text, self._language):
            self._blot(date.start, date.end)
            numbers = tuple(Fraction(part) for part in date.numbers)
            named = tuple(Fraction(part) for part in (date.day, date.year) if part)
            yield Amount(Kind.DATE, (date.year, date.month, date.day), date.shown, readings=(numbers, named))
        for time in calendar_scan.times(self._text, self._language):
            self._blot(time.start, time.end)
            also = None if time.also is None else Fraction(time.also)
            value = Fraction(time.minutes)
            yield Amount(
                Kind.TIME, value, time.shown, written=time.written, readings=time.readings, also=also, start=time.start
            )
        for month in _CJK_MONTH.finditer(self._text):
            # "3月" is March, which English writes without a number.
            self._blot(month.start(), month.end())
            yield Amount(Kind.NUMBER, Fraction(month[1]), month[0], written=False)
        yield from self._fractions()
        yield from self._numbers()
        yield from self._said()
        yield from self._words()

    def _blot(self, start: int, end: int) -> None:
        self._text = f"{self._text[:start]}{HOLE * (end - start)}{self._text[end:]}"

    def _phones(self) -> Iterator[Amount]:
        for match in _PHONE.finditer(self._text):
            digits = re.sub(r"\D", "", match[0])
            if not _LEAST_PHONE <= len(digits) <= _MOST_DIGITS:
                continue
            self._blot(match.start(), match.end())
            groups = tuple(Fraction(group) for group in re.findall(r"\d+", match[0]))
            plus = "+" if match[0].startswith("+") else ""
            yield Amount(Kind.PHONE, plus + digits, match[0].strip(), readings=(groups, (Fraction(digits),)))

    def _fractions(self) -> Iterator[Amount]:
        for match in _FRACTION.finditer(self._text):
            top, bottom = int(match[1]), int(match[2])
            if not 0 < top < bottom:
                continue
            units, end = self._units.after(self._text, match.end())
            self._blot(match.start(), end)
            both = (Fraction(top), Fraction(bottom))
            yield Amount(Kind.NUMBER, Fraction(top, bottom), match[0], units, readings=(both,))

    def _numbers(self) -> Iterator[Amount]:
        spans = list(number_spans(self._text, self._language))
        joined: set[int] = set()
        for place, (start, end, number) in enumerate(spans):
            if start in joined:
                continue
            if len(number) > _MOST_DIGITS:
                yield Amount(Kind.NUMBER, number, number)
                continue
            value, shown, stop = Fraction(number), number, end
            readings: tuple[tuple[Fraction, ...], ...] = ()
            last = place + 1 == len(spans) or spans[place + 1][0] != start
            while last and self._numerals.more and (more := self._numerals.more.match(self._text, stop)):
                readings = ((Fraction(number),),)
                factor = self._numerals.factor(more["word"])
                value, stop = value * factor, more.end()
                follows = spans[place + 1] if place + 1 < len(spans) else (0, 0, "")
                if follows[0] == stop and follows[2].isdigit() and int(follows[2]) < factor:
                    value, stop = value + int(follows[2]), follows[1]  # Japanese: 1万1000
                    joined.add(follows[0])
                shown = self._text[start:stop]
            if not readings and value.denominator == 1 and value >= _THOUSAND:
                readings = (_in_groups(int(value)),)  # "10 700" where the language writes 10.700
            ordinal = self._numerals.ordinal and self._numerals.ordinal.match(self._text, stop)
            units, after = self._units.of(self._text, start, stop) if last else (frozenset[str](), stop)
            value += self._half_behind(after) if units else 0
            units = units or self._units.before(self._text, start)
            near = frozenset[str]() if units else self._units.near(self._text, start, stop)
            if not units and place + 1 < len(spans) and _RANGE.fullmatch(self._text, stop, spans[place + 1][0]):
                near |= self._units.of(self._text, *spans[place + 1][:2])[0]  # "7-3 days" from right to left
            yield Amount(
                Kind.NUMBER,
                value,
                self._text[start:after] if units else shown,
                units,
                near,
                # "1人の" is often no more than "a".
                written=not ordinal and (value != 1 or self._language.spaced),
                readings=readings,
                start=start,
                name=not units and bool(_NAME.search(self._text, max(0, start - 2), start)),
            )
        for start, end, _ in dict.fromkeys((start, end, "") for start, end, _ in spans):
            self._blot(start, end)

    def _with_hours(self, words: Clock) -> str:
        """The text with hours in words as digits where they are times: "eight in the evening"."""
        text, moved = self._text, 0
        for start, end, value in self._numerals.found(self._text):
            if value.denominator != 1 or not 1 <= value <= _MOST_HOURS:
                continue
            behind = words.behind_hour.match(self._text, end)
            if not behind and not words.before_hour.search(self._text, max(0, start - _REACH), start):
                continue
            if not behind and self._units.after(self._text, end)[0]:
                continue
            digits = str(value)
            text = f"{text[: start + moved]}{digits}{text[end + moved :]}"
            moved += len(digits) - (end - start)
        return text

    def _half_behind(self, end: int) -> Fraction:
        """A half if the words right behind a place add one: "an hour and a half"."""
        found = self._numerals.half_behind and self._numerals.half_behind.match(self._text, end)
        if not found:
            return Fraction(0)
        self._blot(found.start(), found.end())
        return Fraction(1, 2)

    def _said(self) -> Iterator[Amount]:
        """Amounts that are said without a number: "twice", "a fortnight"."""
        for said in self._units.said.found(self._text):
            value, unit = said.meant
            shown = self._text[said.start : said.end]
            if not self._repeats_digits(said.end):
                value += self._half_behind(said.end)
                yield self._in_words(said.start, value, shown, frozenset({unit}))
            self._blot(said.start, said.end)

    def _words(self) -> Iterator[Amount]:
        """Numbers written as words, and units that say "two" or "a" by themselves; not those beside their digits."""
        yield from self._lone_halves()
        yield from self._duals()
        doubted = self._numerals.doubtful
        doubts = [match.span() for match in doubted.finditer(self._text)] if doubted else []
        for start, stop, value in tuple(self._numerals.found(self._text)):
            if self._text[start] == HOLE:
                continue
            more = self._half_behind(stop)
            units, end = self._units.of(self._text, start, self._after_blot(stop) if more else stop)
            if self._repeats_digits(end):
                continue
            if units and not more:
                more = self._half_behind(end)
            near = frozenset[str]() if units else self._units.near(self._text, start, end)
            doubtful = any(first <= start < last for first, last in doubts)
            shown = self._text[start:end].replace(HOLE, "")
            yield self._in_words(start, value + more, shown, units, near, doubtful=doubtful)
            if units:
                self._blot(stop, end)
        if self._numerals.article:
            for match in tuple(self._numerals.article.finditer(self._text)):
                units, end = self._units.after(self._text, match.end())
                if units:
                    value = 1 + self._half_behind(end)
                    yield self._in_words(match.start(), value, self._text[match.start() : end], units)

    def _duals(self) -> Iterator[Amount]:
        """Units that say "two"."""
        for match in self._numerals.duals.finditer(self._text) if self._numerals.duals else ():
            units, _ = self._units.after(self._text, match.start())
            if not units:  # written together with "and"
                units = next((found for at in (1, 2) if (found := self._dual_behind(match, at))), units)
            if not self._repeats_digits(match.end()):
                yield self._in_words(match.start(), 2 + self._half_behind(match.end()), match[0], units)
            self._blot(match.start(), match.end())

    def _dual_behind(self, match: re.Match[str], letters: int) -> frozenset[str]:
        word = match[0][letters:]
        return self._units.after(word, 0)[0] if self._units.any.fullmatch(word) else frozenset()

    def _lone_halves(self) -> Iterator[Amount]:
        """A unit without a number, or with an article, and a half: "an hour and a half"."""
        for half in tuple(self._numerals.half_behind.finditer(self._text)) if self._numerals.half_behind else ():
            first = max(0, half.start() - _REACH)
            last = list(self._units.any.finditer(self._text, first, half.start()))
            if not last or last[-1].end() != half.start():
                continue
            start = last[-1].start()
            units, _ = self._units.after(self._text, start)
            if self._is_counted(first, start) or (self._numerals.duals and self._numerals.duals.match(last[-1][0])):
                continue
            yield self._in_words(start, Fraction(3, 2), self._text[start : half.end()], units)
            self._blot(start, half.end())

    def _is_counted(self, first: int, start: int) -> bool:
        """Whether a number in words stands right before a place."""
        before = self._text[first:start]
        return any(len(before) - end <= 1 for _, end, _ in self._numerals.found(before))

    def _after_blot(self, stop: int) -> int:
        while self._text[stop : stop + 1] == HOLE:
            stop += 1
        return stop

    def _repeats_digits(self, end: int) -> bool:
        """Whether what ends there is said again in digits: "two hours (2 hours)"."""
        return bool(re.match(r"\s*[(（]\s*￼", self._text[end : end + 4]))

    def _in_words(
        self,
        start: int,
        value: Fraction,
        shown: str,
        units: frozenset[str],
        near: frozenset[str] = frozenset(),
        *,
        doubtful: bool = False,
    ) -> Amount:
        return Amount(
            Kind.NUMBER, value, shown, units, near, written=False, digits=False, doubtful=doubtful, start=start
        )
