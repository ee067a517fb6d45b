"""A text as its amounts are read: made plain first, and blotted out piece by piece, so that nothing counts twice."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cached_property

from polyleaf.locales.digits import fold_digits
from polyleaf.locales.words import THINGS
from polyleaf.model.language import Language
from polyleaf.reading.addresses import blotted_addresses
from polyleaf.reading.number_signs import arabic_signs, thirds
from polyleaf.reading.words.by_part import TAKEN, WHAT_IS_TAKEN, with_doses
from polyleaf.reading.words.clock import CJK_HOUR, Clock, clock
from polyleaf.reading.words.numerals import Numerals, numerals
from polyleaf.reading.words.pattern import fold
from polyleaf.reading.words.quarters import plain_times, quarters
from polyleaf.reading.words.units import UnitWords, unit_words

HOLE = "\ufffc"
"""Stands where something was that is no text: a fact, or what has been read already."""

REACH = 20
"""Characters before a number in which a word that belongs to it is looked for."""

_AGES = re.compile(r"\b(the|their|his|her|our|your|my|early|late|mid)([\s-]+\d0)'?s\b")
"""People in their 40s; 40s alone are seconds."""
_SEASON = re.compile(r"(?<![\d.,/–-])(19|20)(\d\d)([–/-])(\d\d)(?!\d|[.,/–-]\d|\s?%)")
"""Two years, the second without its century: 2019-20."""
_BACKWARDS = re.compile(r"(?<![\d.,/–-])(\d\d)([–-])(19|20)(\d\d)(?!\d|[.,/–-]\d|\s?%)")
"""The same as it is typed from right to left: 20-2019."""
_PARTS = re.compile(r"(?<![\d.,])(\d{1,2})\s?(?:分の|分之|분의)\s?(\d{1,2})(?!\d)")
"""A fraction as Japanese, Chinese and Korean say it: 4分の1."""
_DAY_AND_NIGHT = frozenset(("day", "night"))
"""Halves of the day, too, where nothing says that an hour is meant."""
_CJK_HOUR = re.compile(rf"\s?(?:{CJK_HOUR})(?![가-힣])|\s?시(?=에|부터|까지|쯤|경|이전|이후|반)")
_CJK_MINUTE = re.compile(r"\s?[分분](?!之|의)")
_QUARTERS = (1, 2, 4)
"""Parts of an hour that are said with it: "half past nine" is nine and a half."""
_IN_BRACKETS = re.compile(r"\s*[(（]\s*(\d{1,6}(?:[.,]\d{1,3})?)(?!\d)")
_MOST_HOURS = 12
"""Hours that are said in words."""


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
        # The Arabic signs are never in doubt, whatever a point and a comma mean in the language.
        text = text.replace("၄င်း", "၎င်း")  # Burmese "this", typed with a four
        plain = arabic_signs(fold_digits(thirds(text)), language, text)
        plain = _PARTS.sub(r" \2/\1", plain)
        if language.script == "Arab":
            plain = _BACKWARDS.sub(_forwards, plain)
        plain = _SEASON.sub(_with_century, _AGES.sub(r"\1\2", plain))
        self.text = blotted_addresses(fold(plain), HOLE)
        self.units: UnitWords = unit_words(language)
        self.numerals: Numerals = numerals(language)
        if self.numerals.half_more:
            self.text = self.numerals.half_more.sub(r"\1.5", self.text)
        self.text = with_doses(self.text, language)
        words = clock(language)
        self.text = plain_times(self.text, words, self.units, self.numerals, quarters(language))
        self._whole = self.text = self._with_hours(words)

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
        return self.units.of(self.text, start, stop)

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

    def _with_hours(self, words: Clock) -> str:
        """The text with hours in words as digits where they are times: "eight in the evening"."""
        text, moved, hour = self.text, 0, 0
        found = tuple(self.numerals.found(self.text))
        doubts = self.numerals.doubts(self.text) if found else []
        for start, end, value in found:
            if hour and start - hour <= 1 and value.denominator == 1 and _CJK_MINUTE.match(self.text, end):
                text, moved = _put(text, moved, start, end, str(value))
                continue
            if (
                any(first <= start < last for first, last in doubts)
                or value.denominator not in _QUARTERS
                or not 1 <= value < _MOST_HOURS + 1
            ):
                continue
            behind = words.behind_hour.match(self.text, end) or _CJK_HOUR.match(self.text, end)
            before = words.before_hour.search(self.text, max(0, start - REACH), start)
            if not behind and (not before or self._ends_number(found, before.start())):
                continue
            counted, last = self.units.after(self.text, end)
            if words.hour_counts_too and counted and not words.half_before(self.text, start):
                continue
            alone = counted <= _DAY_AND_NIGHT and last == behind.end() if behind and counted and not before else False
            if behind and not words.hour_counts_too and (last > behind.end() or alone):
                continue  # Tamil "ஒன்றரை மணி நேரம்" is an hour and a half; Bengali "তিন রাত", Russian "два дня"
            if (not behind and counted) or (self._counts_before(start) and not words.half_before(self.text, start)):
                continue
            digits = str(value) if value.denominator == 1 else f"{int(value)}:{int(value % 1 * 60)}"
            text, moved = _put(text, moved, start, end, digits)
            hour = behind.end() if behind else 0
        return text

    def _ends_number(self, found: tuple[tuple[int, int, Fraction], ...], place: int) -> bool:
        """Whether a number stands right before a place: in "the first forty-eight hours" an hour is counted."""
        digits = self.text[max(0, place - 2) : place].strip()[-1:].isdigit()
        return digits or any(0 <= place - end <= 1 for _, end, _ in found)

    def _counts_before(self, start: int) -> bool:
        """Whether a thing that is counted stands right before a number: Arabic "one tablet in the evening"."""
        before = list(self.units.any.finditer(self.text, max(0, start - REACH), start))
        return bool(before) and before[-1].end() >= start - 1 and not self.units.meant(before[-1][0]).isdisjoint(THINGS)


def _put(text: str, moved: int, start: int, end: int, digits: str) -> tuple[str, int]:
    """A text with digits in the place of words, and how far what stands behind them has moved."""
    return f"{text[: start + moved]}{digits}{text[end + moved :]}", moved + len(digits) - (end - start)


def _forwards(match: re.Match[str]) -> str:
    follows = int(match[1]) == (int(match[4]) + 1) % 100
    return f"{match[3]}{match[4]}{match[2]}{match[1]}" if follows else match[0]


def _with_century(match: re.Match[str]) -> str:
    goes_on = int(match[4]) == (int(match[2]) + 1) % 100
    return f"{match[1]}{match[2]}{match[3]}{match[1] if goes_on else ''}{match[4]}"
