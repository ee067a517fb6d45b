"""Whether a time is the end of something or its beginning: "until 6pm", "from 6pm", "before Monday"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from polyleaf.locales.keys import Phrases
from polyleaf.locales.opposites import Opposites as Pairs
from polyleaf.locales.shelf import Words
from polyleaf.locales.words import ClockWords
from polyleaf.model.language import Language
from polyleaf.reading.amounts import amounts_in
from polyleaf.reading.dates import dates
from polyleaf.reading.plain_text import plain_text
from polyleaf.reading.times import times
from polyleaf.reading.words.pattern import alternatives, fold, source
from polyleaf.reading.words.tables import once_a_language
from polyleaf.reading.words.turned import calendar

_DIGITS = re.compile(r"\d+")
_WEEKS = frozenset(("week", "month"))
_REACH = 32
"""Characters beside a time in which its word is looked for."""


@dataclass(frozen=True, slots=True)
class Side:
    """A time in its sentence, with the word beside it.

    Attributes:
        until: Whether it is the end of something.
        shown: The word and the time, as folded.
    """

    until: bool
    shown: str


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a language beside a time: all, and what finds them before and behind one, by ``Side.until``."""

    every: Phrases = ()
    patterns: Mapping[bool, tuple[re.Pattern[str], ...]] = field(default_factory=dict)
    look_alikes: re.Pattern[str] | None = None


@lru_cache(maxsize=4096)
def side(text: str, language: Language) -> Side | None:
    """Which side of its times a sentence speaks of; None if it says neither, or both.

    Args:
        text: A sentence.
        language: Its language.
    """
    words = _words(language)
    folded = fold(text)
    if not any(word in folded for word in words.every):
        return None
    found = tuple(_sides(plain_text(text, language), language, words))
    return found[0] if found and len({one.until for one in found}) == 1 else None


def _sides(text: str, language: Language, words: _Words) -> Iterator[Side]:
    spans = _spans(text, language)
    if words.look_alikes:
        text = words.look_alikes.sub(lambda match: "·" * len(match[0]), text)
    for start, end in spans:
        first, last = max(0, start - _REACH), end + _REACH
        beside = [
            (match.end() - match.start(), until, text[min(match.start(), start) : max(match.end(), end)])
            for until, (before, behind) in words.patterns.items()
            for match in (before.search(text[:start], first), behind.match(text, end, last))
            if match
        ]
        if beside:  # the longer one counts: Hindi "से पहले" is before, and "से" is from
            _, until, shown = max(beside)
            yield Side(until, shown.strip())


def _spans(text: str, language: Language) -> tuple[tuple[int, int], ...]:
    """Where a time, a date and a day of the week stand; nowhere if there are two of a kind, which may be a range."""
    days = calendar(language).books.get("weekdays")
    hours = tuple(times(text, language, dotted=True))
    written = [one for one in hours if one.written]
    # "From midnight, but water until 6am"; what touches a time is part of it: 午後6時.
    apart = [one for one in hours if all(one.end + 2 < time.start or time.end + 2 < one.start for time in written)]
    kinds = ([*written, *apart], dates(text, language), days.found(text) if days else ())
    found = [[_figures(text, one.start, one.end) for one in kind] for kind in kinds]
    if not any(found):
        found = [_weeks(text, language)]
    return () if any(len(kind) > 1 for kind in found) else tuple(kind[0] for kind in found if kind)


def _weeks(text: str, language: Language) -> list[tuple[int, int]]:
    """Where the number of a week or month stands, if no other number does: "from the 28th week"."""
    numbers = [one.span() for one in _DIGITS.finditer(text)]
    counted = [one for one in amounts_in(text, language) if one.digits] if len(numbers) == 1 else []
    return numbers if any((one.units or one.near) and (one.units | one.near) <= _WEEKS for one in counted) else []


def _figures(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the figures of a time stand: what is found of it may have the word beside it in it, as "до 18.00" has."""
    digits = tuple(_DIGITS.finditer(text, start, end))
    return (digits[0].start(), digits[-1].end()) if digits else (start, end)


@once_a_language
def _words(language: Language, words: Words) -> _Words:
    own, pair = words.section(ClockWords), words.section(Pairs).before_after
    said = {True: (own.until, own.until_behind), False: (own.from_, own.from_behind)}
    if not all(first or last for first, last in said.values()):
        return _Words()
    more: dict[bool, Phrases] = {True: pair.before, False: pair.after} if pair else {True: (), False: ()}
    behind = bool(own.until_behind or own.from_behind)
    sides = {
        until: (_plain(first + more[until] * (not behind)), _plain(last + more[until] * behind))
        for until, (first, last) in said.items()
    }
    every = tuple(word for side in sides.values() for some in side for word in some)
    others = source(pair.look_alikes, spaced=language.spaced) if pair and pair.look_alikes else ""
    patterns = {until: _beside(*side, spaced=language.spaced) for until, side in sides.items()}
    return _Words(every, patterns, re.compile(others) if others else None)


def _plain(words: Phrases) -> Phrases:
    return tuple(fold(word) for word in words if "*" not in word)


def _beside(first: Phrases, last: Phrases, *, spaced: bool) -> tuple[re.Pattern[str], ...]:
    """Patterns of what ends before a time, and of what begins behind it."""
    # One word may stand between: "до години 18.00", "ab morgen 18 Uhr"; it may be glued: Marathi "6 वाजेपर्यंत".
    one = r"[^\s\d.,;:!?()]"
    gap = rf"(?:{one}{{1,14}}[\s-])?" if spaced else r"[^\W\d]{0,4}"
    start, end = (r"(?<![^\W\d_])", r"(?![^\W\d_])") if spaced else ("", "")
    before, behind = (f"(?:{alternatives(some) or '(?!)'})" for some in (first, last))
    return (
        re.compile(rf"{start}{before}['’]?\s?{gap}$"),
        re.compile(rf"['’]?{one}{{0,8}}?\s?(?:{gap}|{one}{{1,8}}){behind}{end}"),
    )
