"""Everything in a text that a patient counts by: numbers with their units, times, dates, phones. Compared by value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction

from polyleaf.locales.digits import fold_digits, number_spans
from polyleaf.model.language import Language
from polyleaf.reading import calendar_scan
from polyleaf.reading.words.numerals import Numerals, numerals
from polyleaf.reading.words.pattern import fold
from polyleaf.reading.words.units import UnitWords, unit_words

HOLE = "\ufffc"
"""Stands where something was that is no text: a fact, or what has been read already."""

_ADDRESS = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)[^\s<>()]+|"
    r"\b[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.(?:org|com|net|info|uk|eu|gov|edu|int|de|pl|ro|ua|example)\b(?:/[^\s<>()]*)?",
    re.ASCII,
)
_PHONE = re.compile(r"(?<![\w.,:/])(?:\+|\(0|0)[\d()]*(?:[ \-‐‑–/][\d()]+)*(?![\d:]|[.,]\d)")
_LEAST_PHONE = 7
"""Digits from which a number that begins with 0 or + is a phone; 999 and 111 are compared as numbers."""

_FRACTION = re.compile(r"(?<![\d/.,])(\d{1,2})\s?[/⁄]\s?(\d{1,2})(?![\d/])")
_CJK_MONTH = re.compile(r"(?<!\d)(1[0-2]|0?[1-9])\s?月")
_LONGEST = 20
"""Characters of an amount that are shown: nobody needs a thousand digits."""

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
    """

    kind: Kind
    value: Value
    shown: str
    units: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    written: bool = True
    readings: tuple[tuple[Fraction, ...], ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        return self.shown[:_LONGEST]


def addresses_in(text: str) -> tuple[str, ...]:
    """E-mail and web addresses that are written out in a text, in small letters."""
    return tuple(found.rstrip(".,;:!?") for found in _ADDRESS.findall(text.casefold()))


def without_addresses(text: str) -> str:
    """``text`` without the e-mail and web addresses that are written out in it."""
    return re.sub(_ADDRESS.pattern, " ", text, flags=re.ASCII | re.IGNORECASE)


def amounts_in(text: str, language: Language) -> tuple[Amount, ...]:
    """Every amount of a text, in no order that means anything.

    Args:
        text: What was written, any string; facts in it replaced by ``HOLE``.
        language: Its language: separators of numbers, words of units, months, halves of the day.
    """
    return tuple(_Scanner(text, language).amounts())


class _Scanner:
    """Reads the most special amounts first, and blots out what it has read."""

    def __init__(self, text: str, language: Language) -> None:
        self._language = language
        # The Arabic signs are never in doubt, whatever a point and a comma mean in the language.
        self._text = calendar_scan.arabic_signs(fold_digits(calendar_scan.thirds(text)), language, text)
        self._text = _ADDRESS.sub(lambda match: HOLE * len(match[0]), fold(self._text))
        self._units: UnitWords = unit_words(language)
        self._numerals: Numerals = numerals(language)
        if self._numerals.half_more:
            self._text = self._numerals.half_more.sub(r"\1.5", self._text)

    def amounts(self) -> Iterator[Amount]:
        yield from self._phones()
        for date in calendar_scan.dates(self._text, self._language):
            self._blot(date.start, date.end)
            numbers = tuple(Fraction(part) for part in date.numbers)
            named = tuple(Fraction(part) for part in (date.day, date.year) if part)
            yield Amount(Kind.DATE, (date.year, date.month, date.day), date.shown, readings=(numbers, named))
        for time in calendar_scan.times(self._text, self._language):
            self._blot(time.start, time.end)
            yield Amount(Kind.TIME, Fraction(time.minutes), time.shown, written=time.written, readings=time.readings)
        for month in _CJK_MONTH.finditer(self._text):
            # "3月" is March, which English writes without a number.
            self._blot(month.start(), month.end())
            yield Amount(Kind.NUMBER, Fraction(month[1]), month[0], written=False)
        yield from self._fractions()
        yield from self._numbers()
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
        for place, (start, end, number) in enumerate(spans):
            if len(number) > _MOST_DIGITS:
                yield Amount(Kind.NUMBER, number, number)
                continue
            value, shown, stop = Fraction(number), number, end
            readings: tuple[tuple[Fraction, ...], ...] = ()
            last = place + 1 == len(spans) or spans[place + 1][0] != start
            if last and self._numerals.more and (more := self._numerals.more.match(self._text, end)):
                readings = ((value,),)
                value, stop = value * self._numerals.factor(more["word"]), more.end()
                shown = self._text[start:stop]
            ordinal = self._numerals.ordinal and self._numerals.ordinal.match(self._text, stop)
            units, after = self._units.of(self._text, start, stop) if last else (frozenset[str](), stop)
            units = units or self._units.before(self._text, start)
            near = frozenset[str]() if units else self._units.near(self._text, start, stop)
            yield Amount(
                Kind.NUMBER,
                value,
                self._text[start:after] if units else shown,
                units,
                near,
                written=not ordinal,
                readings=readings,
            )
        for start, end, _ in dict.fromkeys((start, end, "") for start, end, _ in spans):
            self._blot(start, end)

    def _words(self) -> Iterator[Amount]:
        """Numbers written as words, and units that say "two" or "a" by themselves; not those beside their digits."""
        if self._numerals.words:
            for start, stop, value in self._numerals.found(self._text):
                units, end = self._units.of(self._text, start, stop)
                if not re.match(r"\s*[(（]\s*￼", self._text[end : end + 4]):
                    near = frozenset[str]() if units else self._units.near(self._text, start, end)
                    yield Amount(Kind.NUMBER, value, self._text[start:end], units, near, written=False)
        if self._numerals.duals:
            for match in self._numerals.duals.finditer(self._text):
                units, _ = self._units.after(self._text, match.start())
                if not re.match(r"\s*[(（]\s*￼", self._text[match.end() : match.end() + 4]):
                    yield Amount(Kind.NUMBER, Fraction(2), match[0], units, written=False)
        if self._numerals.article:
            for match in self._numerals.article.finditer(self._text):
                units, end = self._units.after(self._text, match.end())
                if units:
                    yield Amount(Kind.NUMBER, Fraction(1), self._text[match.start() : end], units, written=False)
