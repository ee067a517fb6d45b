"""Numbers written as words: "two", "half", "forty-five", "two hundred"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import chain

from polyleaf.locales.keys import Phrases
from polyleaf.locales.numerals import spelled_out
from polyleaf.locales.shelf import Words
from polyleaf.locales.words import Calendar, Forms, Negation, Numbers, Units
from polyleaf.model.language import Language
from polyleaf.reading.words.pattern import alternatives, source
from polyleaf.reading.words.phrases import Phrasebook, Said
from polyleaf.reading.words.tables import once_a_language
from polyleaf.reading.words.units import unit_words

_TEN, _HUNDRED, _THOUSAND = Fraction(10), Fraction(100), Fraction(1000)
_POWERS = (_THOUSAND, _THOUSAND**2, _THOUSAND**3)
_TENS, _UNITS = range(20, 100, 10), range(1, 10)
_FRENCH = (60, 80)
"""Tens that go on to nineteen: soixante-quinze."""

_BETWEEN = re.compile(r"[\s\-‐‑]+")


@dataclass(frozen=True, slots=True)
class Numerals:
    """The number words of a language.

    Attributes:
        known: Whether the language has number words of its own; those of CLDR alone bind nobody.
        more: Finds a multiplier right after a number in digits.
        duals: Finds a unit that says "two"; None if there are none.
        half_more: Finds a number in digits with its half behind it: "2 and a half"; None if there is no such phrase.
        ordinal: Finds an ending right behind digits that makes an ordinal; None if there is none.
        before_ordinal: What stands right before a number and makes it an ordinal.
        weekday: Finds a day of the week, where there are such words.
        before_units: Finds a number that is written together with the unit behind it; None if none is.
        article: Finds an article that counts one before a unit; None if there is none.
        half_behind: Finds "and a half" behind a unit ("an hour and a half"); None if there is no such phrase.
        half_last: Finds a half that stands behind a unit and has none of its own (两片半); None if there is none.
        doubtful: Finds phrases with a number in them that may count nothing ("at first", 第二天).
        either_comma: Whether a comma in a number may be that of thousands where CLDR has the decimal one.
        spaced: Whether spaces part words.
        units_first: Whether a unit may stand before its tens, with "and" between them, as in Arabic.
    """

    known: bool
    more: re.Pattern[str] | None
    duals: re.Pattern[str] | None
    half_more: re.Pattern[str] | None
    ordinal: re.Pattern[str] | None
    article: re.Pattern[str] | None
    half_behind: re.Pattern[str] | None
    doubtful: re.Pattern[str] | None
    half_last: re.Pattern[str] | None
    _words: Phrasebook[Fraction]
    _joiner: re.Pattern[str]
    _unit: re.Pattern[str]
    _factors: tuple[tuple[Fraction, re.Pattern[str]], ...] = field(default=())
    either_comma: bool = False
    spaced: bool = True
    units_first: bool = True
    before_ordinal: Phrases = ()
    weekday: re.Pattern[str] | None = None
    before_units: re.Pattern[str] | None = None

    def found(self, text: str) -> Iterator[tuple[int, int, Fraction]]:
        """Start, end and value of every number in words in folded text; "twenty four thousand" is one number."""
        waiting: Said[Fraction] | None = None
        for said in self._words.found(text):
            if waiting is not None:
                if said.start < waiting.end:
                    continue  # the word that has multiplied it
                joined = self._joined(text, waiting, said)
                if joined is not None:
                    waiting = self._multiplied(text, joined)
                    continue
                yield waiting.start, waiting.end, waiting.meant
            waiting = self._multiplied(text, said)
        if waiting is not None:
            yield waiting.start, waiting.end, waiting.meant

    def _multiplied(self, text: str, said: Said[Fraction]) -> Said[Fraction]:
        """A number with what multiplies it behind it: "two thousand"."""
        more = self.more.match(text, said.end) if self.more and said.meant else None
        if more is None or (self.spaced and more.start("word") == said.end):
            return said
        unit = self._unit.match(text, more.start("word"))
        factor = self.factor(more["word"])
        if (unit and unit.end() > more.end()) or factor <= said.meant or (factor * said.meant).denominator != 1:
            return said  # Chinese "两千克" are two kilograms
        return self._multiplied(text, Said(said.start, more.end(), said.meant * factor, said.glued))

    def alone(self, text: str) -> Iterator[tuple[int, int, Fraction]]:
        """The same, neighbours not joined: "nine and a quarter" are two."""
        return ((said.start, said.end, said.meant) for said in self._words.found(text))

    def doubts(self, text: str) -> list[tuple[int, int]]:
        """Start and end of every phrase in folded text that may count nothing."""
        return [match.span() for match in self.doubtful.finditer(text)] if self.doubtful else []

    def nth_day(self, text: str, start: int, behind: int) -> re.Match[str] | None:
        """The day of the week behind a number that says which of a month's Tuesdays: 第二个星期二."""
        if self.weekday is None or not (
            text.startswith(self.before_ordinal, start) or text.endswith(self.before_ordinal, 0, start)
        ):
            return None
        return self.weekday.match(text, behind)

    def with_gaps(self, text: str) -> str:
        """Folded text with a blank between a number and the unit that is written together with it."""
        if self.before_units is None:
            return text
        return self.before_units.sub(
            lambda one: " ".join(one.groups()) if self._unit.fullmatch(one[2]) else one[0], text
        )

    def factor(self, word: str) -> Fraction:
        """Value of a word that ``more`` found."""
        return next(value for value, pattern in self._factors if pattern.fullmatch(word))

    def _joined(self, text: str, one: Said[Fraction], other: Said[Fraction]) -> Said[Fraction] | None:
        """Two neighbours as one number: "twenty" and "four", "two" and "hundred"; None if they are two."""
        between = text[one.end : other.start]
        if len(between) > _LONGEST_JOINER or not self._joiner.fullmatch(between):
            return None
        if self._unit.fullmatch(text, other.start, other.end):
            return None  # "thirty second", "veinte segundos"
        joined = other.glued or bool(between.strip(" \t\n-‐‑"))
        if joined and not self.units_first and one.meant in _UNITS and other.meant >= _TEN:
            return None  # Spanish "las nueve y diez" is ten past nine
        value = together(one.meant, other.meant, joined=joined)
        return None if value is None else Said(one.start, other.end, value, one.glued)


_LONGEST_JOINER = 12


def together(one: Fraction, other: Fraction, *, joined: bool) -> Fraction | None:
    """The number that two neighbours are; None if they are two numbers.

    Args:
        one: The first.
        other: The second.
        joined: Whether a word for "and" stands between them.
    """
    if one.denominator != 1 or one <= 0:
        return None
    if other.denominator != 1:
        return one + other if joined and other < 1 else None
    if not joined and ((one in _UNITS and other == _HUNDRED) or (one < other and other in _POWERS)):
        return one * other
    return one + other if _go_on(one, other, joined=joined) else None


def _go_on(one: Fraction, other: Fraction, *, joined: bool) -> bool:
    """Whether a number goes on with a smaller one: twenty-four, five and forty (Arabic), two and ten (Somali)."""
    if joined and one in _UNITS and (other in _TENS or (other == _TEN and one > 1)):
        return True
    if one in _TENS:
        return other in _UNITS or (one in _FRENCH and _TEN <= other < 2 * _TEN)
    if one > _HUNDRED and one % _HUNDRED in _TENS and other in _UNITS:
        return True
    rank = _THOUSAND if one >= _THOUSAND else _HUNDRED
    return one >= _HUNDRED and one % rank == 0 and 0 < other < rank


def number_words(language: Language, words: Words) -> tuple[Mapping[Fraction, Phrases], Mapping[Fraction, Phrases]]:
    """Numbers in words: those of the language file, which count first, and those of CLDR, which it does not repeat."""
    own = words.section(Numbers).words
    return own, spelled_out(words.owner(Numbers) if own else language.locale)


@once_a_language
def numerals(language: Language, words: Words) -> Numerals:
    """The number words of a language."""
    own, duals = words.section(Numbers), words.section(Units).two
    factors = _patterns(own.multipliers, spaced=language.spaced)
    end = r"(?![^\W_])" if language.spaced else ""
    # Bosnian "stepeni po" has no "i po", and a half, in it.
    gap = r"(?:\s|(?<![^\W\d_]))" if language.spaced else r"\s?"
    glued = own.and_ if own.and_glued else ()
    prefixes = tuple(prefix for prefix in words.section(Forms).prefixes if len(prefix) == 1)
    meant: dict[str, Fraction] = {}
    for table in number_words(language, words):
        for value, phrases in table.items():
            for phrase in phrases:
                meant.setdefault(phrase, value)
                if own.multipliers_glued and 1 < value < _HUNDRED and value.denominator == 1:
                    for factor, names in own.multipliers.items():
                        meant.update({f"{phrase}{name}": value * factor for name in names if name.isalpha()})
                for joiner in own.and_:
                    meant.setdefault(phrase.replace(f" {joiner} ", joiner), value)  # Persian: چهل‌وهشت
    return Numerals(
        bool(own.words),
        re.compile(rf"[\s\-]?(?P<word>{'|'.join(pattern.pattern for _, pattern in factors)})") if factors else None,
        re.compile(source((*duals, *(f"{prefix}{two}" for prefix in prefixes for two in duals)))) if duals else None,
        re.compile(rf"(?<![\d.,])(\d+) (?:{alternatives(own.and_a_half)})\b") if own.and_a_half else None,
        re.compile(rf"(?:{alternatives(own.ordinal_endings)})(?![^\W_])") if own.ordinal_endings else None,
        re.compile(rf"(?<![^\W\d_])(?:{alternatives(own.articles)})(?=\s)") if own.articles else None,
        re.compile(rf"{gap}(?:{alternatives(own.and_a_half)}){end}") if own.and_a_half else None,
        _doubtful(own.doubtful, meant.keys() & set(words.section(Negation).no), spaced=language.spaced),
        re.compile(rf"(?:{alternatives(own.half_last)})(?!\s?{unit_words(language).any.pattern})")
        if own.half_last
        else None,
        Phrasebook(meant, spaced=language.spaced, glued=glued, fronted=own.prefixes, endings=own.endings),
        _joiner(own.and_, spaced=language.spaced),
        unit_words(language).any,
        factors,
        own.either_comma,
        language.spaced,
        _units_first(meant),
        own.ordinal_before,
        re.compile(alternatives(chain(*words.section(Calendar).weekdays.values()))) if own.ordinal_before else None,
        re.compile(rf"(?<![^\W\d_])({alternatives(own.before_units)})([^\W\d_]+)") if own.before_units else None,
    )


def _doubtful(phrases: Phrases, denials: AbstractSet[str], *, spaced: bool) -> re.Pattern[str] | None:
    """Finds phrases that may count nothing, and numbers that begin or end a clause as its denial: Bengali "নয়"."""
    no = source(denials, spaced=spaced) if denials else ""
    last = rf"{no}(?=\s*(?:[.,;:!?।]|$))|(?<=[,،:؛]\s){no}" if no else ""
    found = "|".join(filter(None, (source(phrases, spaced=spaced) if phrases else "", last)))
    return re.compile(found) if found else None


def _units_first(meant: Mapping[str, Fraction]) -> bool:
    """Whether the numbers of a language begin with their units, by those that it has; if it has none, they may."""
    compounds = [
        (phrase.split(), value) for phrase, value in meant.items() if 2 * _TEN < value < _HUNDRED and value % _TEN
    ]
    return not compounds or any(len(words) > 1 and meant.get(words[0]) == value % _TEN for words, value in compounds)


def _joiner(words: Phrases, *, spaced: bool) -> re.Pattern[str]:
    """What stands between the parts of a number."""
    gap = _BETWEEN.pattern if spaced else r"\s?"
    return re.compile(rf"{gap}(?:(?:{alternatives(words)}){gap})?" if words else gap)


def _patterns(table: Mapping[Fraction, Phrases], *, spaced: bool) -> tuple[tuple[Fraction, re.Pattern[str]], ...]:
    """The rows of a table, those with the longest words first: "十二" before "十"."""
    found = sorted(table.items(), key=lambda one: -max(map(len, one[1]), default=0))
    return tuple((value, re.compile(source(words, spaced=spaced))) for value, words in found)
