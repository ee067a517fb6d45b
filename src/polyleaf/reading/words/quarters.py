"""Quarters of an hour, and halves, as languages say them: "quarter past nine", "wpół do dziesiątej", "साढ़े नौ बजे"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from polyleaf.locales.keys import Phrases
from polyleaf.locales.shelf import Words
from polyleaf.locales.words import THINGS, ClockWords, Numbers
from polyleaf.model.language import Language
from polyleaf.reading.words.clock import Clock
from polyleaf.reading.words.numerals import Numerals, number_words
from polyleaf.reading.words.pattern import alternatives, source
from polyleaf.reading.words.phrases import Phrasebook
from polyleaf.reading.words.tables import once_a_language
from polyleaf.reading.words.units import UnitWords

HOUR, _OF_HOUR = "{hour}", "{minutes}"
_FEW_MINUTES = (5, 10, 20, 25)
_MORE_MINUTES = (*_FEW_MINUTES, 15, 30, 35, 40, 45, 50, 55)
"""Minutes that are said in words, beside quarters: before or after an hour, and after one in full."""
_REACH = 24
"""Characters before an hour in which what is said of it stands."""
_DIAL, _DAY, _MINUTES = 12, 24, 60
_TAKEN = frozenset(THINGS) - {"times", "night"}
"""Things of which half a one is taken."""

_FIGURES = tuple("0123456789")
_HALF, _MOST = Fraction(1, 2), 100
_DIGITS = re.compile(r"(?<![\d.,:/])\d{1,2}(?![\d:/]|[.,]\d)")

Hour = tuple[int, int, Fraction]
"""Where an hour begins and ends, and which it is."""


@dataclass(frozen=True, slots=True)
class Past:
    """A way to say how far it is from an hour.

    Attributes:
        minutes: Minutes from that hour; less than nothing before it.
        before, behind: Find what stands right before the hour and right behind it; None if nothing does.
        counted: Whether it has a number of minutes: "at ten to twelve", but not "at ten to twelve weeks".
        glued: What is written together with the hour: Hebrew "ל" in "עשרה לשמונה".
    """

    minutes: int
    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None
    counted: bool = False
    glued: str = ""


@dataclass(frozen=True, eq=False)
class Quarters:
    """The quarters of a language, ready to be found in folded text; most texts have no hint of any.

    Attributes:
        hints: Finds any word of them.
        hours: Hours in the forms that only such times have (Turkish "dokuza çeyrek kala").
    """

    hints: re.Pattern[str] | None
    hours: Phrasebook[Fraction]
    _phrases: tuple[tuple[int, str, bool], ...]
    _added: Mapping[Fraction, Phrases]
    _spaced: bool
    between: re.Pattern[str]

    @cached_property
    def past(self) -> tuple[Past, ...]:
        """How far it is from an hour."""
        end = r"(?![^\W\d_])" if self._spaced else ""
        found = []
        for minutes, phrase, counted in self._phrases:
            before, behind = _sides(phrase)
            found.append(
                Past(
                    minutes,
                    _right_before(before, spaced=self._spaced) if before else None,
                    re.compile(rf"\s?(?:{alternatives((behind,))}){end}") if behind else None,
                    counted,
                    phrase.partition(HOUR)[0].rpartition(" ")[2],
                )
            )
        # The longest first: "trei sferturi" before "sferturi".
        return tuple(
            sorted(found, key=lambda one: -sum(len(side.pattern) for side in (one.before, one.behind) if side))
        )

    @cached_property
    def added(self) -> tuple[tuple[Fraction, re.Pattern[str]], ...]:
        """Parts that are said before a number, hour or not ("साढ़े तीन"), and what finds the words."""
        return tuple((part, _right_before(*phrases)) for part, phrases in self._added.items())


@once_a_language
def quarters(language: Language, words: Words) -> Quarters:
    """The quarters of a language."""
    own, added = words.section(ClockWords), words.section(Numbers).added_before
    hours = {phrase: Fraction(hour) for hour, phrases in own.hour_forms.items() for phrase in phrases}
    phrases = tuple(clock_phrases(own.past, *number_words(language, words)))
    sides = (before or behind for before, behind in (_sides(phrase) for _, phrase, _ in phrases))
    hints = [*sides, *(word for some in added.values() for word in some), *hours]
    return Quarters(
        re.compile(alternatives(hints)) if hints else None,
        Phrasebook(hours, spaced=language.spaced),
        phrases,
        added,
        language.spaced,
        re.compile(rf"{source(words.section(Numbers).between_two, spaced=language.spaced)}\s(?:\w+\s)?$"),
    )


def _sides(phrase: str) -> tuple[str, str]:
    """What stands before the hour and behind it."""
    before, _, behind = phrase.partition(HOUR) if HOUR in phrase else ("", "", phrase)
    return before.strip(), behind.strip()


def clock_phrases(past: Mapping[str, Phrases], *words: Mapping[Fraction, Phrases]) -> Iterator[tuple[int, str, bool]]:
    """Minutes from the hour, the phrase that says them, and whether a number of minutes stands in it."""
    for key, phrases in past.items():
        if not key.startswith(("m", "-m")):
            yield from ((int(key), phrase, False) for phrase in phrases)
            continue
        for minutes in _MORE_MINUTES if key == "m" else _FEW_MINUTES:
            whole = _in_words(minutes, words)
            said = sorted(whole | {word.replace("-", " ") for word in whole})  # "twenty five past nine"
            sign, _, off = key.rpartition("m")
            shift = (-minutes if sign else minutes) + int(off or 0)
            for phrase in phrases:
                figures = () if phrase.endswith(_OF_HOUR) else (str(minutes),)  # "between 8 and 10" is no time
                yield from ((shift, phrase.replace(_OF_HOUR, word), True) for word in (*figures, *said))


def _in_words(minutes: int, words: Sequence[Mapping[Fraction, Phrases]]) -> set[str]:
    """The words for so many minutes; those of tens and units where the tables have none for both."""

    def found(number: int) -> set[str]:
        return {word for table in words for word in table.get(Fraction(number), ())}

    units = minutes % 10
    joined = (f"{one} {other}" for one in found(minutes - units) for other in found(units)) if minutes > 20 else ()  # noqa: PLR2004 - the first of the tens
    return found(minutes) or set(joined)


def plain_times(text: str, words: Clock, units: UnitWords, numerals: Numerals, own: Quarters) -> str:
    """Folded text with such times, and numbers with a part before them, in digits."""
    if not (own.hints and own.hints.search(text)):
        return text
    moved = 0
    for start, end, said in tuple(_said(text, words, units, numerals, own)):
        text = f"{text[: start + moved]}{said}{text[end + moved :]}"
        moved += len(said) - (end - start)
    return text


def _right_before(*phrases: str, spaced: bool = True) -> re.Pattern[str]:
    begin = r"(?<![^\W\d_])" if spaced else ""
    return re.compile(rf"{begin}(?:{alternatives(phrases)})\s?$")


def _said(
    text: str, words: Clock, units: UnitWords, numerals: Numerals, own: Quarters
) -> Iterator[tuple[int, int, str]]:
    """Start and end of all that is said so, and how it is written in digits."""
    digits = ((match.start(), match.end(), Fraction(match[0])) for match in _DIGITS.finditer(text))
    forms = tuple((said.start, said.end, said.meant) for said in own.hours.found(text))
    last = 0
    for start, end, value in sorted((*digits, *numerals.alone(text), *forms)):
        if value.denominator != 1 or not 1 <= value < _MOST or start < last:
            continue
        part = next(((part, found) for part, one in own.added if (found := _before(one, text, start))), None)
        if part:
            # Three quarters are those up to the number: "पौने दस" is 9:45.
            whole = value + part[0] - (part[0] > _HALF)
            hour = (
                words.behind_hour.match(text, end)
                or words.goes_on.match(text, end)
                or words.before_hour.search(text, 0, part[1].start())
            )
            last = end
            yield part[1].start(), end, _time(whole) if hour and whole < _DIAL + 1 else f"{float(whole):g}"
        elif value <= _DAY and (
            time := _past(text, words, units, own, (start, end, value), sure=(start, end, value) in forms)
        ):
            last = time[1]
            yield time
        elif (start, end, value) in forms and words.half_before(text, start) and not _doubted(text, start, numerals):
            yield start, end, _time(value)  # Turkish "akşam yedide"


def _doubted(text: str, start: int, numerals: Numerals) -> bool:
    """Whether a form of an hour may be another word: Turkish "onu" is ten, and it."""
    return any(first <= start < last for first, last in numerals.doubts(text))


def _before(pattern: re.Pattern[str], text: str, start: int) -> re.Match[str] | None:
    return pattern.search(text, max(0, start - _REACH), start)


def _past(
    text: str, words: Clock, units: UnitWords, own: Quarters, hour: Hour, *, sure: bool
) -> tuple[int, int, str] | None:
    """Start and end of a time that is said from its hour, and the time; None if it is none."""
    start, end, value = hour
    for one in own.past:
        glued = len(one.glued) if one.glued and text.startswith(one.glued, start) else 0
        before = one.before and _before(one.before, text, start + glued)
        behind = one.behind and one.behind.match(text, end)
        if (one.before and not before) or (one.behind and not behind):
            continue
        first, last = before.start() if before else start, behind.end() if behind else end
        half = words.half_at(text, last + text.startswith(" ", last))[0]
        if not (before or sure or half or one.minutes < 0) and not _is_hour(text, words, units, start, end, last):
            continue  # "two and a half" may be tablets
        if (
            behind
            and (one.counted or behind[0].endswith(_FIGURES))
            and own.between.search(text, max(0, first - _REACH), first)
        ):
            continue  # Romanian "între orele 12 și 15"
        counts = units.after(text, end)[0]
        if not counts.isdisjoint(_TAKEN) or (one.counted and counts and not (one.behind or half)):
            continue  # Slovenian "pol ene tablete": half of one tablet
        return first, last, _time(value + Fraction(one.minutes, _MINUTES))
    return None


def _is_hour(text: str, words: Clock, units: UnitWords, start: int, end: int, last: int) -> bool:
    """Whether words round a number say that it is an hour."""
    if words.hour_counts_too and words.half_before(text, start):
        return True
    if units.after(text, end)[0]:
        return False
    near = text[max(0, start - _REACH) : start]
    halves = any(half.search(near) for half in words.halves.values())
    oclock = words.behind_hour.match(text, end) or words.behind_hour.search(text, end, last)
    return bool(oclock or words.before_hour.search(text, 0, start) or halves)


def _time(hours: Fraction) -> str:
    if hours < 1:
        hours += _DIAL
    return f"{int(hours) % _DAY}:{int(hours % 1 * _MINUTES):02}"
