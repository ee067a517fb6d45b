"""Units that stand without a number, or with one: "a week", "a teaspoon", "once a day"."""

from __future__ import annotations

import re
from functools import lru_cache

from polyleaf.locales.digits import fold_digits
from polyleaf.model.language import Language
from polyleaf.reading.words.numerals import numerals
from polyleaf.reading.words.pattern import fold
from polyleaf.reading.words.units import UnitWords, unit_words

Found = tuple[frozenset[str], str]

CYCLES = frozenset(("hour", "day", "week", "month", "year"))
"""How often: "once a week" is not "once a day"."""
_TIMES_OF_ALL = CYCLES | {"second", "minute"}
SPOONS = frozenset(("teaspoon", "tablespoon"))
"""5 ml and 15 ml."""


def other_unit(source: str, here: Language, target: str, there: Language) -> tuple[str, str] | None:
    """A unit without a number that has become another: (source, translation); None if there is none.

    Args:
        source: A sentence.
        here: Its language.
        target: Its translation.
        there: The language of that.
    """
    one, other = unit_words(here), unit_words(there)
    if not (one.known and other.known):
        return None
    said, again = fold(fold_digits(source)), fold(fold_digits(target))
    for kind in (_TIMES_OF_ALL, SPOONS):
        wanted, found = _all(one, said, kind), _all(other, again, kind)
        if not (wanted and found):
            continue
        single, others = _single(wanted, said, here), _single(found, again, there)
        lost = [unit for unit in single if not _stands(unit, found)]
        extra = [unit for unit in others if not _stands(unit, wanted)]
        if (
            extra and not lost and len(single) == len(others)
        ):  # "five minutes apart, each for a full minute": one of the two is an hour now
            lost = [unit for unit in single if _times(unit, wanted) > _times(unit, found)]
        if lost and extra:
            return lost[0][1], extra[0][1]
    return None


def _all(words: UnitWords, text: str, kind: frozenset[str]) -> list[tuple[frozenset[str], re.Match[str]]]:
    return [(units & kind, match) for units, match in units_in(words, text) if units & kind]


@lru_cache(maxsize=1024)
def units_in(words: UnitWords, text: str) -> tuple[tuple[frozenset[str], re.Match[str]], ...]:
    """Every unit of a text; that of a source is asked for once for each language it is translated into."""
    return tuple((words.meant(match[0]), match) for match in words.any.finditer(text))


def _single(found: list[tuple[frozenset[str], re.Match[str]]], text: str, language: Language) -> list[Found]:
    """Those that no number above one counts; a word that may be something else besides is no evidence."""
    single: list[Found] = []
    words = unit_words(language)
    twice = [said.end for said in words.said.found(text) if said.meant[1] == _TIMES]
    numbers = [
        (end, value)
        for _, end, value in numerals(language).found(text)
        if end not in twice and words.after(text, end)[0] != {_TIMES}
    ]
    articles = numerals(language).article
    ones = [end for end, value in numbers if value == 1]
    ones += [match.end() for match in articles.finditer(text)] if articles else []
    duals, leads = numerals(language).duals, words.leading
    firsts = {start for start, _, _ in numerals(language).found(text)}
    doubts = numerals(language).doubts(text)
    for units, match in found:
        if any(first <= match.start() and match.end() <= last for first, last in doubts):
            continue  # Tamil "வார இறுதி", the end of a week
        if units == _SECOND and match.start() in firsts:
            continue  # "the second date"
        if len(match[0]) == 1 and (language.spaced or match[0].isascii()):
            continue  # "today's"
        before = text[max(0, match.start() - _NEAR) : match.start()]
        counted = not any(0 <= match.start() - end <= 1 for end in ones) and (
            bool(_DIGIT.search(before))
            or any(
                value != 1 and 0 <= match.start() - end <= _NEAR and len(text[end : match.start()].split()) <= 1
                for end, value in numbers  # not "two eggs per day"
            )
        )
        on_the_clock = "hour" in units and not leads and _NUMBER.match(text, match.end())
        if not counted and not on_the_clock and not (duals and duals.search(match[0])):
            single.append((units, match[0]))
    return single


_SECOND = frozenset(("second",))
_TIMES = "times"
"""What a number may count beside a cycle: "twice a week" are no two weeks."""
_NEAR = 8
_NUMBER = re.compile(r"\s?[\d￼]")
"""What makes an hour before it one of the clock: Polish "po godzinie 22"."""
_DIGIT = re.compile(r"(?!(?<!\d)1(?!\d))\d[^\d.;!?]{0,6}$")


def _stands(one: Found, found: list[tuple[frozenset[str], re.Match[str]]]) -> bool:
    return _times(one, found) > 0


def _times(one: Found, found: list[tuple[frozenset[str], re.Match[str]]]) -> int:
    return sum(bool(one[0] & units) for units, _ in found)
