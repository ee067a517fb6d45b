"""Two things with something between them: "between two doses" says no more than "between doses"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from polyleaf.locales.shelf import Words
from polyleaf.locales.words import THINGS, Numbers
from polyleaf.model.language import Language
from polyleaf.reading.plain_text import HOLE
from polyleaf.reading.words.pattern import source
from polyleaf.reading.words.tables import once_a_language
from polyleaf.reading.words.units import UnitWords, unit_words

_THINGS = frozenset(THINGS)
_BEFORE, _BEHIND = 12, 36
"""Letters between the word and the number: "بين كل جرعتين", "İki doz arasında"."""
_NEXT_UNSPACED = 4
"""Letters in which the other end of a range stands, in a script without spaces."""
_TO = re.compile(r"\s?(?:[^\W\d_]{1,4}|[-–—])\s?")
"""What stands between both ends of a range: "between two and four hours"."""
_RANGE = re.compile(rf"\s?(?:[^\W\d_]{{1,5}}|[-–—])\s?{HOLE}")
"""The other end of a range in digits: "between two and 4"."""
_ONE_WORD = re.compile(r"\s?(?:[^\s.,;:!?。，、؛،۔।]+\s)?")
_CLAUSE = re.compile(r"[.,;:!?。，、؛،۔।\d]")
_TWO = 2


@dataclass(frozen=True, slots=True)
class Between:
    """The words of a language that say "between".

    Attributes:
        word: Finds one of them; None if none is known.
        units: The language's words of units.
        spaced: Whether the script has spaces.
        glued: Whether "and" is written together with the number behind it.
    """

    word: re.Pattern[str] | None
    units: UnitWords
    spaced: bool
    glued: bool

    def two(self, text: str, numbers: Sequence[tuple[int, int, Fraction]]) -> Iterator[tuple[int, int]]:
        """Start and end of every "two" that may count nothing.

        Args:
            text: Folded text.
            numbers: Start, end and value of all its numbers in words, in order; for a dual those of its word.
        """
        if self.word is None:
            return
        for place, (start, end, value) in enumerate(numbers):
            if value != _TWO or self.units.after(text, end)[0] - _THINGS or _RANGE.match(text, end):
                continue  # "between two hours and four"
            beside = [numbers[other] for other in (place - 1, place + 1) if 0 <= other < len(numbers)]
            near = {one for other in beside for one in other[:2]}
            if any(self._ranged(text, *sorted((numbers[place], one))) for one in beside):
                continue
            if self._stands_at(text, start, end, near):
                yield start, end

    def _ranged(self, text: str, one: tuple[int, int, Fraction], other: tuple[int, int, Fraction]) -> bool:
        """Whether two numbers are both ends of a range, not "between two doses at least four hours"."""
        end = self.units.after(text, one[1])[1]
        if not self.spaced:
            return other[0] - one[1] < _NEXT_UNSPACED
        return bool(_TO.fullmatch(text, end, other[0])) or (self.glued and not text[end : other[0]].strip())

    def _stands_at(self, text: str, start: int, end: int, near: set[int]) -> bool:
        assert self.word is not None  # noqa: S101 - for the types
        for match in self.word.finditer(text, max(0, start - _BEFORE - _BEHIND), end + _BEHIND):
            if match.end() <= start and start - match.end() <= _BEFORE:
                if _ONE_WORD.fullmatch(text, match.end(), start):
                    return True
            elif match.start() >= end and not any(end <= one < match.start() for one in near):
                return not _CLAUSE.search(text, end, match.start())
        return False


@once_a_language
def between(language: Language, words: Words) -> Between:
    """The words of a language that say "between"."""
    own = words.section(Numbers).between_two
    word = re.compile(source(own, spaced=language.spaced)) if own else None
    return Between(word, unit_words(language), language.spaced, words.section(Numbers).and_glued)
