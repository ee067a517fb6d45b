"""Everything in a text that a patient counts by: numbers with their units, times, dates, phones. Compared by value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from polyleaf.locales.digits import has_numbers, number_spans
from polyleaf.model.language import Language
from polyleaf.reading.amount import Amount, Kind
from polyleaf.reading.dates import dates
from polyleaf.reading.gaps import in_list, in_range
from polyleaf.reading.sheet import Sheet
from polyleaf.reading.time_ranges import hour_of_range
from polyleaf.reading.times import times
from polyleaf.reading.worded_amounts import amounts_in_words

_PHONE = re.compile(r"(?<![\w.,:/])(?:\+|\(0|0)[\d()]*(?:[ \-‐‑–/][\d()]+)*(?![\d:]|[.,]\d)")
_LEAST_PHONE = 7
"""Digits from which a number that begins with 0 or + is a phone; 999 and 111 are compared as numbers."""

_NUMERIC_DATE = re.compile(r"\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d")
_FRACTION = re.compile(r"(?<![\d/.,])(?:(\d{1,2})[ -])?(\d{1,2})\s?[/⁄]\s?(\d{1,2})(?![\d/])")
_CJK_MONTH = re.compile(r"(?<!\d)(1[0-2]|0?[1-9])\s?[月월]")
_THOUSAND = 1000

_DECADE = re.compile(r"(?<![\d.,])(\d\d)(\d0)'?s\b")
_ALL_DAY = re.compile(r"(?<![\d/])24\s?/\s?7(?![\d/])")
_OF_ALL = re.compile(r"(?<![\d/])(24|7) ?[^\W\d_]{1,2}\.?\s?/\s?\1(?![\d/])")
"""French "24 h/24", "7 j/7": one number, said twice."""
_EACH = re.compile(r"(?<![\d.,])(\d{1,3}) (?:e[mn]|[iî]n) (?=\1(?![\d.,]))")
"""Portuguese "de 6 em 6 horas", Spanish "de 6 en 6 horas": every six hours."""
_ERA = re.compile(r"(?<=\d[(（])(?:明治|大正|昭和|平成|令和)\d{1,2}(?=[)）])")
"""A Japanese year behind the same year of the common era."""

_COMMA = re.compile(r"(\d+),(\d{1,2})")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")
_ROMAN_VALUES = {"II": 2, "III": 3, "VI": 6, "VII": 7, "VIII": 8}
"""Those that are nothing else: IV is a drip, and I, V and X are letters."""
_ROMAN = re.compile(r"(?<![^\W_])(?:VI{1,3}|I{2,3})(?![^\W_])")

_NAME = re.compile(r"[a-zα-ω]-?$")

_MOST_LISTED = 6
"""Numbers of a list that may share the unit of its last one."""

_MOST_DIGITS = 60
"""Digits of a number that is still a number; a longer one is compared letter by letter."""


@lru_cache(maxsize=4096)
def amounts_in(text: str, language: Language) -> tuple[Amount, ...]:
    """Every amount of a text, in no order that means anything.

    Args:
        text: What was written, any string; facts in it replaced by ``HOLE``.
        language: Its language: separators of numbers, words of units, months, halves of the day.
    """
    found = tuple(_Scanner(Sheet(text, language)).amounts())
    roman = tuple(_ROMAN.finditer(text))
    return (*found, *map(_roman, roman)) if roman else found


def _roman(match: re.Match[str]) -> Amount:
    """A Roman number: "phase II" is phase 2, and binds nobody, because kings and popes have them too."""
    value = Fraction(_ROMAN_VALUES[match[0]])
    return Amount(Kind.NUMBER, value, match[0], written=False, start=match.start())


def _in_groups(value: int) -> tuple[Fraction, ...]:
    """A number as its groups of three digits would be read one by one."""
    groups: list[Fraction] = []
    while value:
        value, group = divmod(value, _THOUSAND)
        groups.insert(0, Fraction(group))
    return tuple(groups)


class _Scanner:
    """Reads the most special amounts first, and blots out what it has read."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._language = sheet.language
        self._units = sheet.units
        self._numerals = sheet.numerals

    def amounts(self) -> Iterator[Amount]:
        if has_numbers(self._sheet.text):
            yield from self._in_digits()
        else:
            yield from self._times()
        yield from amounts_in_words(self._sheet)

    def _in_digits(self) -> Iterator[Amount]:
        for always in tuple(_ALL_DAY.finditer(self._sheet.text)):
            self._sheet.blot(always.start(), always.end())
            for count, unit in ((24, "hour"), (7, "day")):
                yield Amount(Kind.NUMBER, Fraction(count), always[0], frozenset({unit}), written=False)
        for twice in tuple(_OF_ALL.finditer(self._sheet.text)):
            self._sheet.blot(twice.end() - len(twice[1]) - 1, twice.end())
        for each in tuple(_EACH.finditer(self._sheet.text)):
            self._sheet.blot(each.start(), each.end())
        yield from self._phones()
        for era in tuple(_ERA.finditer(self._sheet.text)):
            self._sheet.blot(era.start(), era.end())
        for decade in tuple(_DECADE.finditer(self._sheet.text)):
            self._sheet.blot(decade.start(), decade.end())
            century, years = Fraction(decade[1]), Fraction(decade[2])
            readings = ((century + 1, years), (century, years), (years,))
            yield Amount(Kind.NUMBER, Fraction(decade[1] + decade[2]), decade[0], readings=readings)
        for date in dates(self._sheet.text, self._language):
            self._sheet.blot(date.start, date.end)
            numbers = tuple(Fraction(part) for part in date.numbers)
            named = tuple(Fraction(part) for part in (date.day, date.year) if part)
            value = date.year, date.month, date.day
            yield Amount(Kind.DATE, value, date.shown, readings=(numbers, named), start=date.start)
        yield from self._times()
        for month in _CJK_MONTH.finditer(self._sheet.text):
            # "3月" is March, which English writes without a number.
            self._sheet.blot(month.start(), month.end())
            yield Amount(Kind.NUMBER, Fraction(month[1]), month[0], written=False)
        yield from self._fractions()
        yield from self._numbers()

    def _times(self) -> Iterator[Amount]:
        for time in times(self._sheet.text, self._language, dotted=True):
            self._sheet.blot(time.start, time.end)
            also = None if time.also is None else Fraction(time.also)
            value = Fraction(time.minutes)
            yield Amount(
                Kind.TIME, value, time.shown, written=time.written, readings=time.readings, also=also, start=time.start
            )

    def _phones(self) -> Iterator[Amount]:
        for match in _PHONE.finditer(self._sheet.text):
            digits = re.sub(r"\D", "", match[0])
            if not _LEAST_PHONE <= len(digits) <= _MOST_DIGITS or _NUMERIC_DATE.fullmatch(match[0]):
                continue
            self._sheet.blot(match.start(), match.end())
            groups = tuple(Fraction(group) for group in re.findall(r"\d+", match[0]))
            plus = "+" if match[0].startswith("+") else ""
            yield Amount(Kind.PHONE, plus + digits, match[0].strip(), readings=(groups, (Fraction(digits),)))

    def _fractions(self) -> Iterator[Amount]:
        for match in _FRACTION.finditer(self._sheet.text):
            whole, top, bottom = int(match[1] or 0), int(match[2]), int(match[3])
            if not 0 < top < bottom:
                continue
            units, end = self._units.after(self._sheet.text, match.end())
            self._sheet.blot(match.start(), end)
            both = (Fraction(top), Fraction(bottom))
            yield Amount(Kind.NUMBER, whole + Fraction(top, bottom), match[0], units, readings=() if whole else (both,))

    def _numbers(self) -> Iterator[Amount]:
        spans = list(number_spans(self._sheet.text, self._language))
        doubts = self._numerals.doubts(self._sheet.text) if spans else []
        joined: set[int] = set()
        multipliers: list[tuple[int, int]] = []
        for place, (start, end, number) in enumerate(spans):
            if start in joined:
                continue
            if len(number) > _MOST_DIGITS:
                yield Amount(Kind.NUMBER, number, number)
                continue
            value, shown, stop = Fraction(number), number, end
            readings: tuple[tuple[Fraction, ...], ...] = ()
            comma = _COMMA.fullmatch(self._sheet.text, start, end)
            if comma and spans[place + 1 : place + 2] == [(start, end, comma[2].lstrip("0") or "0")]:
                # "4,5" where a point is the decimal sign is 4.5 as people write it, or 4 and 5.
                readings = ((value, Fraction(int(comma[2]))),)
                value, shown = Fraction(comma[0].replace(",", ".")), comma[0]
                joined.add(start)
                spans[place + 1 : place + 2] = []
            previous = Fraction(0)
            last = place + 1 == len(spans) or spans[place + 1][0] != start
            while last and self._numerals.more and (more := self._numerals.more.match(self._sheet.text, stop)):
                factor = self._numerals.factor(more["word"])
                if readings and factor <= previous:
                    break  # 1000万千瓦: ten million kilowatts
                readings, previous = ((Fraction(number),),), factor
                value, stop = value * factor, more.end()
                multipliers.append((more.start("word"), stop))
                follows = spans[place + 1] if place + 1 < len(spans) else (0, 0, "")
                if follows[0] == stop and follows[2].isdigit() and int(follows[2]) < factor:
                    value, stop = value + int(follows[2]), follows[1]  # Japanese: 1万1000
                    joined.add(follows[0])
                shown = self._sheet.text[start:stop]
            if not readings and value.denominator == 1 and value >= _THOUSAND:
                readings = (_in_groups(int(value)),)  # "10 700" where the language writes 10.700
            grouped = self._numerals.either_comma and _GROUPED.fullmatch(self._sheet.text, start, end)
            also = (
                Fraction(grouped[0].replace(",", ""))
                if grouped
                else hour_of_range(self._sheet.text, spans, place, self._language)
            )
            ordinal = self._numerals.ordinal and self._numerals.ordinal.match(self._sheet.text, stop)
            units, after = self._sheet.units_of(start, stop) if last else (frozenset[str](), stop)
            value += self._sheet.half_behind(after, unit=True) if units else 0
            units = units or self._units.before(self._sheet.text, start)
            shared, near = (frozenset[str](), frozenset[str]()) if units else self._round(spans, place, stop)
            units = units or shared
            value *= self._sheet.sign(start, units | near)
            yield Amount(
                Kind.NUMBER,
                value,
                self._sheet.text[start:after] if units else shown,
                units,
                near,
                # "1人の" is often no more than "a".
                written=not ordinal
                and (value != 1 or self._language.spaced)
                and not any(first <= start < last for first, last in doubts),
                readings=readings,
                also=also,
                start=start,
                name=not units and bool(_NAME.search(self._sheet.text, max(0, start - 2), start)),
            )
        for start, end in dict.fromkeys((*((start, end) for start, end, _ in spans), *multipliers)):
            self._sheet.blot(start, end)

    def _round(self, spans: list[tuple[int, int, str]], place: int, stop: int) -> tuple[frozenset[str], frozenset[str]]:
        """The unit that a number shares with the other end of its range, and the units in the words round it."""
        text, start = self._sheet.text, spans[place][0]
        near = self._units.near(text, start, stop)
        if place + 1 < len(spans) and in_range().fullmatch(text, stop, spans[place + 1][0]):
            near |= self._units.of(text, *spans[place + 1][:2])[0]  # "7-3 days" from right to left
        for (_, end, _), (begin, last, _) in pairwise(spans[place : place + _MOST_LISTED]):
            if not in_list().fullmatch(text, end, begin):
                break
            near |= self._units.of(text, begin, last)[0]  # "20, 15, 10 and then 5 mg"
        if place and in_range().fullmatch(text, spans[place - 1][1], start):
            shared = self._units.leading_units(text, spans[place - 1][0])  # Swahili: "dakika 30 hadi 45"
            return shared, frozenset() if shared else near | self._units.near(text, *spans[place - 1][:2])
        return frozenset(), near
