"""Amounts that are said in words: "twice", "two tablets", "an hour and a half"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from polyleaf.locales.shelf import Words
from polyleaf.locales.words import THINGS, Negation
from polyleaf.model.language import Language
from polyleaf.reading.amount import Amount, Kind
from polyleaf.reading.plain_text import HOLE, REACH
from polyleaf.reading.sheet import Sheet
from polyleaf.reading.words.between import between
from polyleaf.reading.words.pattern import alternatives
from polyleaf.reading.words.tables import once_a_language
from polyleaf.reading.words.turned import opposites


def amounts_in_words(sheet: Sheet) -> Iterator[Amount]:
    """Every amount in words, of a sheet from which those in digits have been taken."""
    scanner = _Scanner(sheet)
    yield from scanner.said()
    yield from scanner.words()


_READ = re.compile(rf"\s?{HOLE}+")
_THINGS = frozenset(THINGS)
_EVERY_OTHER = (Fraction(2), "day")
_FIRST = frozenset(("one",))
"""The side of the first, of the first and the last."""
_NOTHING_MUCH = re.compile(r"[\s\-‐‑–、]?")


class _Scanner:
    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._units = sheet.units
        self._numerals = sheet.numerals
        self._between = between(sheet.language)

    def said(self) -> Iterator[Amount]:
        """Amounts that are said without a number: "twice", "a fortnight"."""
        found = tuple(self._units.said.found(self._sheet.text))
        doubts = self._numerals.doubts(self._sheet.text) if found else []
        for said in found:
            value, unit = said.meant
            shown = self._sheet.text[said.start : said.end]
            if not self._sheet.repeats_digits(said.end, value):
                value += self._sheet.half_behind(said.end)
                doubtful = any(first <= said.start and said.end <= last for first, last in doubts)
                amount = self._in_words(said.start, value, shown, frozenset({unit}), doubtful=doubtful)
                yield replace(amount, rhythm=(value, unit) == _EVERY_OTHER)
            self._sheet.blot(said.start, said.end)

    def words(self) -> Iterator[Amount]:
        """Numbers written as words, and units that say "two" or "a" by themselves; not those beside their digits."""
        yield from self._lone_halves()
        yield from self._duals()
        found = tuple(self._numerals.found(self._sheet.text))
        text = self._sheet.text
        doubts = [*self._numerals.doubts(text), *self._about(found), *self._between.two(text, found)] if found else []
        for start, stop, value in found:
            if self._sheet.text[start] == HOLE:
                continue
            more = self._sheet.half_behind(stop)
            units, end = self._sheet.units_of(start, self._sheet.after_blot(stop) if more else stop)
            if self._sheet.repeats_digits(end, value + more):
                continue
            if not (units or more):
                units = self._behind_strength(stop)
            about = frozenset[str]() if units or more else self._before_or(start)
            units |= about
            if units and not more:
                more = self._sheet.half_behind(end, unit=True)
            near = self._right_before(start) if units else self._units.near(self._sheet.text, start, end)
            doubtful = not self._numerals.known or bool(about) or any(first <= start < last for first, last in doubts)
            shown = self._sheet.text[start:end].replace(HOLE, "")
            amount = self._in_words(start, value + more, shown, units, near, doubtful=doubtful)
            ordinal = not doubtful and self._is_ordinal(start, stop, value)  # "both" ends as "fourth" does
            yield replace(amount, ordinal=True) if ordinal else amount
            if units:
                self._sheet.blot(stop, end)
        yield from self._firsts(found)
        if self._numerals.article:
            for match in tuple(self._numerals.article.finditer(self._sheet.text)):
                units, end = self._units.after(self._sheet.text, match.end())
                if units:
                    value = 1 + self._sheet.half_behind(end)
                    yield self._in_words(match.start(), value, self._sheet.text[match.start() : end], units)

    def _behind_strength(self, stop: int) -> frozenset[str]:
        """The thing that a number counts across what is in each: "two 500 mg tablets"."""
        strength = _READ.match(self._sheet.text, stop)
        if strength is None:
            return frozenset()
        measure, end = self._units.after(self._sheet.text, strength.end())
        things, _ = self._units.after(self._sheet.text, end) if measure else (measure, end)
        return things & _THINGS

    def _before_or(self, start: int) -> frozenset[str]:
        """The unit that a number has from before an "or": "a day or two"."""
        text = self._sheet.text
        joiner = _joiner(self._sheet.language).search(text, max(0, start - REACH), start)
        if joiner is None:
            return frozenset()
        before = list(self._units.any.finditer(text, max(0, joiner.start() - REACH), joiner.start()))
        touches = before and before[-1].end() == joiner.start()
        return self._units.meant(before[-1][0]) if touches else frozenset()

    def _about(self, found: tuple[tuple[int, int, Fraction], ...]) -> Iterator[tuple[int, int]]:
        """Start and end of two numbers that only say about how many: "a few days" is "two-three days" elsewhere."""
        for place, ((start, end, one), (behind, last, other)) in enumerate(pairwise(found)):
            if self._is_every(start, found[place - 1][1] if place else 0) or self._is_first(start, end):
                continue
            if one.denominator == 1 and other == one + 1 and _NOTHING_MUCH.fullmatch(self._sheet.text, end, behind):
                yield start, last

    def _firsts(self, found: tuple[tuple[int, int, Fraction], ...]) -> Iterator[Amount]:
        """Words for the first one that are no numbers of their language: Japanese "最初"."""
        book = opposites(self._sheet.language).books.get("first_last")
        if book is None or not self._numerals.known:
            return
        for one in book.found(self._sheet.text):
            if one.meant == _FIRST and not any(start < one.end and one.start < end for start, end, _ in found):
                amount = self._in_words(one.start, Fraction(1), self._sheet.text[one.start : one.end], frozenset())
                yield replace(amount, ordinal=True)

    def _is_ordinal(self, start: int, end: int, value: Fraction) -> bool:
        """Whether a number in words tells a place in a row: the second one, or the first one, and not the first two."""
        if value == 1:
            return self._is_first(start, end) and not _READ.match(self._sheet.text, end)
        endings = self._numerals.ordinal
        return endings is not None and any(one.end() == end for one in endings.finditer(self._sheet.text, start, end))

    def _is_first(self, start: int, end: int) -> bool:
        """Whether a number in words is the first: "the first two weeks" are exactly two."""
        first = opposites(self._sheet.language).books.get("first_last")
        return first is not None and any(one.meant == _FIRST for one in first.found(self._sheet.text[start:end]))

    def _is_every(self, start: int, end: int) -> bool:
        """Whether a number behind a counted unit says how often: Turkish "8 saatte bir iki tablet"."""
        text = self._sheet.text
        before = list(self._units.any.finditer(text, max(0, start - REACH), start))
        if not before or before[-1].end() != start - 1:
            return False
        unit = before[-1].start()
        return text[:unit].rstrip().endswith(HOLE) or (bool(end) and end == unit - 1)

    def _right_before(self, start: int) -> frozenset[str]:
        """The units of the word right before a number, which an ordinal may count: "the dose second, month of May"."""
        before = list(self._units.any.finditer(self._sheet.text, max(0, start - REACH), start))
        near = before and (before[-1].end() >= start - 1 or self._units.leading)
        return self._units.meant(before[-1][0]) if near else frozenset()

    def _duals(self) -> Iterator[Amount]:
        """Units that say "two"."""
        duals = tuple(self._numerals.duals.finditer(self._sheet.text)) if self._numerals.duals else ()
        apart = set(self._between.two(self._sheet.text, [(*match.span(), Fraction(2)) for match in duals]))
        for match in duals:
            units, _ = self._units.after(self._sheet.text, match.start())
            if not units:  # written together with "and"
                units = next((found for at in (1, 2) if (found := self._dual_behind(match, at))), units)
            if not self._sheet.repeats_digits(match.end(), Fraction(2)):
                value, doubtful = 2 + self._sheet.half_behind(match.end()), match.span() in apart and units <= _THINGS
                yield self._in_words(match.start(), value, match[0], units, doubtful=doubtful)
            self._sheet.blot(match.start(), match.end())

    def _dual_behind(self, match: re.Match[str], letters: int) -> frozenset[str]:
        word = match[0][letters:]
        return self._units.after(word, 0)[0] if self._units.any.fullmatch(word) else frozenset()

    def _lone_halves(self) -> Iterator[Amount]:
        """A unit without a number, or with an article, and a half: "an hour and a half"."""
        for half in tuple(self._numerals.half_behind.finditer(self._sheet.text)) if self._numerals.half_behind else ():
            first = max(0, half.start() - REACH)
            last = list(self._units.any.finditer(self._sheet.text, first, half.start()))
            if not last or last[-1].end() != half.start():
                continue
            start = last[-1].start()
            units, _ = self._units.after(self._sheet.text, start)
            if self._is_counted(first, start) or (self._numerals.duals and self._numerals.duals.match(last[-1][0])):
                continue
            yield self._in_words(start, Fraction(3, 2), self._sheet.text[start : half.end()], units)
            self._sheet.blot(start, half.end())

    def _is_counted(self, first: int, start: int) -> bool:
        """Whether a number in words stands right before a place."""
        before = self._sheet.text[first:start]
        return any(before[end:] in {"", " "} for _, end, _ in self._numerals.found(before))  # not Italian "un'ora"

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


@once_a_language
def _joiner(language: Language, words: Words) -> re.Pattern[str]:
    """Finds an "or" right before a number."""
    own = words.section(Negation)
    some = (*own.or_, *(own.once.or_ if own.once else ()))
    return re.compile(rf"\s(?:{alternatives(some) or '(?!)'})\s$" if language.spaced else "(?!)")
