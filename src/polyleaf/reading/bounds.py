"""Limits beside numbers: which side of a number a text speaks of, "more than 8" or "at most 8"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from polyleaf.locales.shelf import Words
from polyleaf.locales.words import PERCENT, ClockWords
from polyleaf.model.language import Language
from polyleaf.reading.agreement import agreement
from polyleaf.reading.amount import Amount, Kind
from polyleaf.reading.plain_text import plain_text
from polyleaf.reading.words.kinds import without_pressures
from polyleaf.reading.words.negation import Negation, negation
from polyleaf.reading.words.pattern import alternatives, fold
from polyleaf.reading.words.sides import says_until_behind, until_words
from polyleaf.reading.words.tables import once_a_language
from polyleaf.reading.words.turned import LIMITS, MORE, opposites

_REACH, _SHORT = 24, 6
"""Characters between a number and "more", and between it and "most": "a maximum of 8", not "most people need 8"."""
_CLAUSE = re.compile(r"[.,;:!?()。，；：！？、।۔،؛؟]")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Bound:
    """A limit beside a number.

    Attributes:
        above: Whether the text speaks of what is more than the number.
        more: Whether the word is one for more or less, not for most or least.
        denied: Whether its sentence denies besides.
        beside: Whether it denies right beside the word.
        denies: Whether the word denies itself: "no more than".
        shown: The word, folded.
    """

    above: bool
    more: bool
    denied: bool
    beside: bool
    denies: bool
    shown: str


def turned_bound(source: str, here: Language, target: str, there: Language) -> tuple[str, str] | None:
    """The limit of a number, and the opposite one that it has in the translation; None if none is turned.

    Args:
        source: A sentence.
        here: Its language.
        target: Its translation.
        there: The language of that.
    """
    denied, denies = negation(here), negation(there)
    if denied is None or denies is None:
        return None
    if not (_limits(source, here) and (_limits(target, there) or until_words(there).found(target))):
        return None
    for one, other in agreement(source, here, target, there).same:
        if one.kind is not Kind.NUMBER or other.kind is not Kind.NUMBER or PERCENT in one.units:
            continue  # "26% more" is no limit
        wanted = _beside(one, source, here, denied)
        found = wanted and (_beside(other, target, there, denies) or _up_to(other, target, there, denies))
        if wanted and found and _is_turned(wanted, found, fold(source), denied):
            return wanted.shown, found.shown
    return None


def _is_turned(wanted: Bound, found: Bound, source: str, here: Negation) -> bool:
    if wanted.denied == found.denied:
        # "Not more than three days unless …" is "最多三天，除非…" and "不要超过三天，除非…".
        return wanted.above != found.above and not (wanted.denied and (wanted.denies or found.denies))
    # "More than two" and "not more than two".
    alike = wanted.more and found.more and wanted.above == found.above
    # What excuses a denial in another clause, or is left out in both ("avoid bananas"), excuses none here.
    clause = next((part for part in _CLAUSE.split(source) if wanted.shown in part), source)
    return alike and found.beside and not here.excuses(here.without_refrain(clause.replace(wanted.shown, " ")))


@lru_cache(maxsize=2048)
def _limits(text: str, language: Language) -> bool:
    """Whether a text may have a limit: few have, and no more is read of the others."""
    books, folded = opposites(language).books, fold(text)
    return books.keys() >= LIMITS and any(True for pair in LIMITS for _ in books[pair].found(folded))


@lru_cache(maxsize=1024)
def _words(text: str, language: Language) -> tuple[tuple[int, int, bool, bool], ...]:
    """Where each limit of a text stands, whether it is above, and whether it is one for more or less."""
    books = opposites(language).books
    plain = plain_text(text, language)
    found = [
        (one.start, one.end, one.meant == {"one" if pair == MORE else "other"}, pair == MORE)
        for pair in LIMITS
        for one in books[pair].found(without_pressures(plain))
        if len(one.meant) == 1
    ]
    # "No more than" has "more" in it; the longer one counts.
    return tuple(
        one
        for one in sorted(found)
        if not any(one[0] < other[1] and other[0] < one[1] and _rank(one) < _rank(other) for other in found)
    )


def _rank(word: tuple[int, int, bool, bool]) -> tuple[int, int]:
    """The longer one counts of two that overlap, then the first: 至少喝."""
    return word[1] - word[0], -word[0]


def _beside(amount: Amount, text: str, language: Language, own: Negation) -> Bound | None:
    """The limit of an amount; None if it has none, or two that differ."""
    plain = plain_text(text, language)
    near = sorted(_near(plain, amount, _words(text, language), behind=says_until_behind(language)))
    nearest = [word for words, word in near if words == near[0][0]]
    if len({above for _, _, above, _ in nearest}) != 1:
        return None
    start, end, above, more = nearest[0]
    word = plain[start:end]
    rest = plain
    for begin, stop, _, _ in _words(text, language):
        rest = rest.replace(plain[begin:stop], " , ")  # "no more than ten, no less than five" denies nothing else
    denied = own.surely(rest) and own.surely(plain)
    if more and not denied and own.holds(plain[max(0, start - _SHORT * 2) : start]):
        return None  # a denial that goes with the word, and that no table has with it: "niet minder dan"
    beside = denied and own.denies_beside(plain, word, spaced=language.spaced, together=True)
    return Bound(above, more, denied, beside, not more and own.surely(word), word)


def _up_to(amount: Amount, text: str, language: Language, own: Negation) -> Bound | None:
    """The limit of an amount that a language says with its word for until: "bis zu sechs Wochen", "छह हफ़्ते तक"."""
    before, behind = _until(language)
    plain = plain_text(text, language)
    match = before.search(plain[: amount.start]) or behind.match(plain, amount.start + len(amount.shown))
    if match is None:
        return None
    return Bound(above=False, more=False, denied=own.surely(plain), beside=False, denies=False, shown=match[0].strip())


@once_a_language
def _until(language: Language, words: Words) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Finds a word for until right before an amount, and right behind one."""
    own = words.section(ClockWords)
    first, last = (tuple(fold(word) for word in some if "*" not in word) for some in (own.until, own.until_behind))
    edge, end = (r"(?<![^\W\d_])", r"(?![^\W\d_])") if language.spaced else ("", "")
    return (
        re.compile(rf"{edge}(?:{alternatives(first) or '(?!)'})(?:\s[^\W\d_]{{1,3}})?\s?$"),  # "bis zu"
        re.compile(rf"\s?(?:{alternatives(last) or '(?!)'}){end}"),
    )


def _near(
    text: str, amount: Amount, words: tuple[tuple[int, int, bool, bool], ...], *, behind: bool
) -> Iterator[tuple[int, tuple[int, int, bool, bool]]]:
    """The limits beside an amount, at most a word away, each with the number of words between.

    With ``behind``, a language says "more" and "less" behind their number.
    """
    stop = amount.start + len(amount.shown)
    for word in words:
        start, end, _, more = word
        if more and behind and end <= amount.start:
            continue  # Tamil "குறைந்த … 38": what is less is said of the number before it
        between = text[end : amount.start] if end <= amount.start else text[stop:start]
        touches = (start >= stop or end <= amount.start) and len(between) <= (_REACH if more else _SHORT)
        if touches and len(between.split()) <= 1 and not (_DIGIT.search(between) or _CLAUSE.search(between)):
            yield len(between.split()), word
