"""A text as its amounts are read: made plain first, and blotted out piece by piece, so that nothing counts twice."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cached_property

from polyleaf.model.language import Language
from polyleaf.reading.measures import DEGREES
from polyleaf.reading.number_signs import minus
from polyleaf.reading.plain_text import HOLE, plain_text
from polyleaf.reading.words.by_part import TAKEN, WHAT_IS_TAKEN
from polyleaf.reading.words.numerals import Numerals, numerals
from polyleaf.reading.words.units import UnitWords, unit_words

_IN_BRACKETS = re.compile(r"\s*[(（]\s*(\d{1,6}(?:[.,]\d{1,3})?)(?!\d)")


class Sheet:
    """A text that is read.

    Attributes:
        text: What is left to read; ``HOLE`` for each letter that has been read.
        language: Its language.
        units: Words of units in that language.
        numerals: Numbers in words in that language.
    """

    def __init__(self, text: str, language: Language) -> None:
        self.language = language
        self.units: UnitWords = unit_words(language)
        self.numerals: Numerals = numerals(language)
        self._whole = self.text = plain_text(text, language)

    @cached_property
    def _doubts(self) -> list[tuple[int, int]]:
        """Phrases that may count nothing; what is blotted out stands where it stood."""
        return self.numerals.doubts(self._whole)

    def blot(self, start: int, end: int) -> None:
        """Take out what has been read."""
        self.text = f"{self.text[:start]}{HOLE * (end - start)}{self.text[end:]}"

    def units_of(self, start: int, stop: int) -> tuple[frozenset[str], int]:
        """The units of the number from ``start`` to ``stop``, and where what belongs to it ends."""
        if self.text.startswith(TAKEN, stop):
            return WHAT_IS_TAKEN, stop
        units, end = self.units.of(self.text, start, stop)
        week = self.units.any.search(self.text, stop, end) if units and self.numerals.weekday else None
        if week and (day := self.numerals.nth_day(self.text, start, week.start())):
            self.blot(day.start(), day.end())  # its own number counts nothing
            return frozenset(), stop
        return units | self.units.percent_before(self.text, start), end

    def sign(self, start: int, units: frozenset[str]) -> int:
        """-1 if the degrees of a number are below zero, else 1."""
        found = units & DEGREES and (below := minus(self.language)) and below.search(self.text, 0, start)
        return -1 if found else 1

    def half_behind(self, end: int, *, unit: bool = False) -> Fraction:
        """A half if the words right behind a place, or right behind a unit, add one: "an hour and a half"."""
        found = self.numerals.half_behind and self.numerals.half_behind.match(self.text, end)
        if found and any(first <= found.end() - 1 < last for first, last in self._doubts):
            return Fraction(0)  # Burmese says half and surgery with one syllable
        if not found and unit:
            found = self.numerals.half_last and self.numerals.half_last.match(self.text, end)
        if not found:
            return Fraction(0)
        self.blot(found.start(), found.end())
        return Fraction(1, 2)

    def after_blot(self, stop: int) -> int:
        """The place behind what has been read already."""
        while self.text[stop : stop + 1] == HOLE:
            stop += 1
        return stop

    def repeats_digits(self, end: int, value: Fraction) -> bool:
        """Whether what ends there is said again in digits: "two hours (2 hours)", not "two tablets (500 mg)"."""
        again = _IN_BRACKETS.match(self._whole, end)
        return again is not None and Fraction(again[1].replace(",", ".")) == value
