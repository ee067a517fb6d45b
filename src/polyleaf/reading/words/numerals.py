"""Numbers written as words: "two", "half", "twice", "thousand"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from polyleaf.locales.keys import Phrases
from polyleaf.locales.shelf import Words
from polyleaf.locales.words import Numbers, Units
from polyleaf.model.language import Language
from polyleaf.reading.words.pattern import alternatives, source
from polyleaf.reading.words.tables import once_a_language

_TENS, _UNITS = range(20, 100, 10), range(1, 10)


@dataclass(frozen=True, slots=True)
class Numerals:
    """The number words of a language.

    Attributes:
        words: Finds one; None in a language without them.
        more: Finds a multiplier right after a number in digits.
        duals: Finds a unit that says "two"; None if there are none.
        joined: Finds what stands between "twenty" and "four".
        half_more: Finds a number in digits with its half behind it: "2 and a half"; None if there is no such phrase.
        ordinal: Finds an ending right behind digits that makes an ordinal; None if there is none.
        article: Finds an article that counts one before a unit; None if there is none.
    """

    words: re.Pattern[str] | None
    more: re.Pattern[str] | None
    duals: re.Pattern[str] | None
    joined: re.Pattern[str]
    half_more: re.Pattern[str] | None
    ordinal: re.Pattern[str] | None
    article: re.Pattern[str] | None
    _values: tuple[tuple[Fraction, re.Pattern[str]], ...]
    _factors: tuple[tuple[Fraction, re.Pattern[str]], ...]

    def value(self, word: str) -> Fraction:
        """Value of a word that ``words`` found."""
        return next(value for value, pattern in self._values if pattern.fullmatch(word))

    def found(self, text: str) -> Iterator[tuple[int, int, Fraction]]:
        """Start, end and value of every number in words; "twenty four" is one number."""
        waiting: tuple[int, int, Fraction] | None = None
        for match in self.words.finditer(text) if self.words else ():
            value = self.value(match[0])
            if waiting:
                start, end, tens = waiting
                if tens in _TENS and value in _UNITS and self.joined.fullmatch(text, end, match.start()):
                    waiting = start, match.end(), tens + value
                    continue
                yield waiting
            waiting = match.start(), match.end(), value
        if waiting:
            yield waiting

    def factor(self, word: str) -> Fraction:
        """Value of a word that ``more`` found."""
        return next(value for value, pattern in self._factors if pattern.fullmatch(word))


@once_a_language
def numerals(language: Language, words: Words) -> Numerals:
    """The number words of a language."""
    own, duals = words.section(Numbers), words.section(Units).two
    values = _patterns(own.words, spaced=language.spaced)
    factors = _patterns(own.multipliers, spaced=language.spaced)
    joiner = rf"(?:(?:{alternatives(own.and_)})\s+)?" if own.and_ else ""
    return Numerals(
        re.compile("|".join(pattern.pattern for _, pattern in values)) if values else None,
        re.compile(rf"[\s\-]?(?P<word>{'|'.join(pattern.pattern for _, pattern in factors)})") if factors else None,
        re.compile(source(duals)) if duals else None,
        re.compile(rf"[\s\-]+{joiner}"),
        re.compile(rf"(?<![\d.,])(\d+) (?:{alternatives(own.and_a_half)})\b") if own.and_a_half else None,
        re.compile(rf"(?:{alternatives(own.ordinal_endings)})(?![^\W_])") if own.ordinal_endings else None,
        re.compile(rf"(?<![^\W\d_])(?:{alternatives(own.articles)})(?=\s)") if own.articles else None,
        values,
        factors,
    )


def _patterns(table: Mapping[Fraction, Phrases], *, spaced: bool) -> tuple[tuple[Fraction, re.Pattern[str]], ...]:
    """The rows of a table, those with the longest words first: "十二" before "十"."""
    found = sorted(table.items(), key=lambda one: -max(map(len, one[1]), default=0))
    return tuple((value, re.compile(source(words, spaced=spaced))) for value, words in found)
