"""A text as its amounts are read: signs, years, doses and hours in words made plain."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from polyleaf.locales.digits import fold_digits
from polyleaf.locales.words import THINGS
from polyleaf.model.language import Language
from polyleaf.reading.addresses import blotted_addresses
from polyleaf.reading.number_signs import arabic_signs, thirds
from polyleaf.reading.words.by_part import on_the_clock, says_at, with_doses
from polyleaf.reading.words.clock import CJK_HOUR, Clock, clock
from polyleaf.reading.words.numerals import numerals
from polyleaf.reading.words.pattern import fold
from polyleaf.reading.words.quarters import plain_times, quarters
from polyleaf.reading.words.units import UnitWords, unit_words

HOLE = "\ufffc"
"""Stands where something was that is no text: a fact, or what has been read already."""

REACH = 20
"""Characters before a number in which a word that belongs to it is looked for."""

_AGES = re.compile(
    r"(?i)\b(?:(the|their|his|her|our|your|my|early|late|mid)([\s-]+\d0)|(over|under)([\s-]+\d{1,2}))'?s\b"
)
"""People in their 40s, and the under-5s; 40s alone are seconds."""
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
_THOUSANDS = re.compile(
    r"(?<![\d.,])(?<!\d[ \u00a0\u202f])\d{1,3}(?:[ \u00a0\u202f]000){1,3}(?!\d|[.,]\d|[ \u00a0\u202f]\d{3}(?!\d))"
)
"""Whole thousands with a space, in any language: "10 000 units", "1 000 000", but not "1 200 mg tablet"."""
_SAID_ALONE = range(10, 60)
"""Minutes behind an hour, whose own word is left out."""
_RANGE = 8
"""Most letters between the ends of a range: "twelve and one at night"."""
_MOST_HOURS = 12
"""Hours that are said in words."""


@lru_cache(maxsize=4096)
def plain_text(text: str, language: Language) -> str:
    """Folded text with times and numbers in digits where they are said in words; several checks ask for each.

    Args:
        text: What was written, any string.
        language: Its language.
    """
    # The Arabic signs are never in doubt, whatever a point and a comma mean in the language.
    text = text.replace("၄င်း", "၎င်း")  # Burmese "this", typed with a four
    plain = arabic_signs(fold_digits(thirds(text)), language, text)
    plain = _THOUSANDS.sub(lambda one: "".join(one[0].split()), _PARTS.sub(r" \2/\1", plain))
    if language.script == "Arab":
        plain = _BACKWARDS.sub(_forwards, plain)
    plain = _SEASON.sub(_with_century, _AGES.sub(r"\1\2\3\4", plain))
    plain = blotted_addresses(fold(plain), HOLE)
    words, numbers = clock(language), numerals(language)
    plain = numbers.with_gaps(plain)
    if numbers.half_more:
        plain = numbers.half_more.sub(r"\1.5", plain)
    plain = plain_times(with_doses(plain, language), words, unit_words(language), numbers, quarters(language))
    return _with_hours(plain, language, words)


def _with_hours(text: str, language: Language, words: Clock) -> str:
    """The text with hours in words as digits where they are times: "eight in the evening"."""
    own, units, numbers = text, unit_words(language), numerals(language)
    moved = hour = 0
    found = tuple(numbers.found(own))
    doubts = numbers.doubts(own) if found else []
    for start, end, value in found:
        if hour and start - hour <= 1 and value.denominator == 1 and _CJK_MINUTE.match(own, end):
            text, moved = _put(text, moved, start, end, str(value))
            continue
        if hour and hour == start and value in _SAID_ALONE and not units.after(own, end)[0]:
            text, moved = _put(text, moved, start, end, f"{value}分")  # 七点五十
            continue
        if (
            any(first <= start < last for first, last in doubts)
            or value.denominator not in _QUARTERS
            or not 1 <= value < _MOST_HOURS + 1
        ):
            continue
        behind = words.behind_hour.match(own, end) or _CJK_HOUR.match(own, end) or words.goes_on.match(own, end)
        before = words.before_hour.search(own, max(0, start - REACH), start)
        if not behind and (not before or _ends_number(own, found, before.start())):
            continue
        if value == 1 and not before and _is_thing(own, found, start, end, language, words):
            continue
        counted, last = units.after(own, end)
        if words.hour_counts_too and counted and not words.half_before(own, start):
            continue
        alone = counted <= _DAY_AND_NIGHT and last == behind.end() if behind and counted and not before else False
        if behind and not words.hour_counts_too and (last > behind.end() or alone):
            continue  # Tamil "ஒன்றரை மணி நேரம்" is an hour and a half; Bengali "তিন রাত", Russian "два дня"
        if (not behind and counted) or (_counts_before(own, units, start) and not words.half_before(own, start)):
            continue
        digits = str(value) if value.denominator == 1 else f"{int(value)}:{int(value % 1 * 60)}"
        text, moved = _put(text, moved, start, end, digits)
        hour = behind.end() if behind else 0
    return text


def _is_thing(
    own: str, found: tuple[tuple[int, int, Fraction], ...], start: int, end: int, language: Language, words: Clock
) -> bool:
    """Whether one is a thing beside a part of the day: "the pink one at night", not "at one at night"."""
    if not says_at(language) or words.oclock.match(f"1{own[end : end + REACH]}") or words.half_before(own, start):
        return False
    in_range = any(0 <= start - last <= _RANGE for _, last, _ in found)
    return not in_range and not on_the_clock(language).search(own, max(0, start - REACH), start)


def _ends_number(own: str, found: tuple[tuple[int, int, Fraction], ...], place: int) -> bool:
    """Whether a number stands right before a place: in "the first forty-eight hours" an hour is counted."""
    digits = own[max(0, place - 2) : place].strip()[-1:].isdigit()
    return digits or any(0 <= place - end <= 1 for _, end, _ in found)


def _counts_before(own: str, units: UnitWords, start: int) -> bool:
    """Whether a thing that is counted stands right before a number: Arabic "one tablet in the evening"."""
    before = list(units.any.finditer(own, max(0, start - REACH), start))
    return bool(before) and before[-1].end() >= start - 1 and not units.meant(before[-1][0]).isdisjoint(THINGS)


def _put(text: str, moved: int, start: int, end: int, digits: str) -> tuple[str, int]:
    """A text with digits in the place of words, and how far what stands behind them has moved."""
    return f"{text[: start + moved]}{digits}{text[end + moved :]}", moved + len(digits) - (end - start)


def _forwards(match: re.Match[str]) -> str:
    follows = int(match[1]) == (int(match[4]) + 1) % 100
    return f"{match[3]}{match[4]}{match[2]}{match[1]}" if follows else match[0]


def _with_century(match: re.Match[str]) -> str:
    goes_on = int(match[4]) == (int(match[2]) + 1) % 100
    return f"{match[1]}{match[2]}{match[3]}{match[1] if goes_on else ''}{match[4]}"
