"""Doses by parts of the day: "one in the morning and two at night" are tablets, not hours."""

from __future__ import annotations

import re
from collections.abc import Iterator

from polyleaf.locales.shelf import Words
from polyleaf.locales.words import THINGS, ClockWords
from polyleaf.model.language import Language
from polyleaf.reading.words.clock import clock
from polyleaf.reading.words.kinds import Names
from polyleaf.reading.words.numerals import numerals
from polyleaf.reading.words.pattern import alternatives, letter
from polyleaf.reading.words.phrases import Said
from polyleaf.reading.words.tables import once_a_language
from polyleaf.reading.words.turned import calendar
from polyleaf.reading.words.units import unit_words

TAKEN = "\ufffb"
"""Stands behind a number that counts what is taken."""
WHAT_IS_TAKEN = frozenset(THINGS) - {"times", "night", "alternate night", "whole day"}

_MOST = 4
"""Tablets that are taken at a time."""
_FEWEST = 2
"""Parts of the day in such a list."""
_DIGIT = re.compile(r"(?<![\d.,:/])[1-4](?![\d:/%]|[.,]\d)")
_BESIDE = re.compile(rf"[\s,:–-]{{0,3}}(?:{letter()}{{1,3}}\s){{0,2}}")
_REACH = 20
_NIGHT = frozenset(("night",))


def with_doses(text: str, language: Language) -> str:
    """Folded text with ``TAKEN`` behind each number that stands beside a part of the day, where two parts have one."""
    parts = calendar(language).books.get("parts")
    said = tuple(parts.found(text)) if parts else ()
    if len({one.meant for one in said}) < _FEWEST:
        return text
    taken = tuple(_taken(text, language, said))
    if len({part for _, _, part in taken}) < _FEWEST:
        return text
    for end in sorted({end for end, bare, _ in taken if bare}, reverse=True):
        text = f"{text[:end]}{TAKEN}{text[end:]}"
    return text


def _taken(text: str, language: Language, said: tuple[Said[Names], ...]) -> Iterator[tuple[int, bool, Names]]:
    """The end of each small number beside a part of the day, whether it has no unit, and the part."""
    digits = ((match.start(), match.end()) for match in _DIGIT.finditer(text))
    words = numerals(language)
    doubts = words.doubts(text)  # Urdu "دوسری رات", another at night
    sure = (one for one in words.found(text) if not any(first <= one[0] < last for first, last in doubts))
    numbers = ((start, end) for start, end, value in sure if value <= _MOST)
    for start, end in sorted((*digits, *numbers)):
        units, last = unit_words(language).of(text, start, end)
        if units == _NIGHT:  # Urdu "ایک صبح، دو رات", one in the morning and two at night
            units, last = frozenset(), end
        hour = clock(language).goes_on.match(text, end) or clock(language).oclock.match(text, start)
        if hour or not units <= WHAT_IS_TAKEN or on_the_clock(language).search(text, max(0, start - _REACH), start):
            continue
        behind = (one for one in said if one.start >= last and _BESIDE.fullmatch(text, last, one.start))
        before = (one for one in said if one.end <= start and _BESIDE.fullmatch(text, one.end, start))
        part = next(behind, None) or next(before, None)
        if part:
            yield end, not units, part.meant


@once_a_language
def on_the_clock(language: Language, words: Words) -> re.Pattern[str]:
    """Finds what makes the number behind it an hour: "at", "until"."""
    own = words.section(ClockWords)
    markers = (*own.at, *own.before_hour, *own.until, *own.from_)
    begin = r"(?<![^\W\d_])" if language.spaced else ""
    return re.compile(rf"{begin}(?:{alternatives(markers) or '(?!)'})\s?$")


@once_a_language
def says_at(_: Language, words: Words) -> bool:
    """Whether the words before an hour are known: without one, "the pink one at night" is a tablet."""
    return bool(words.section(ClockWords).at)
