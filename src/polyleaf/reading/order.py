"""What a text says of two things, and its translation the other way round: "twice a week, but once a day at most"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from polyleaf.model.language import Language
from polyleaf.reading.amount import Agreement, Amount, Kind, Pair
from polyleaf.reading.measures import is_cycle
from polyleaf.reading.part_sides import sides_of_parts
from polyleaf.reading.shares import FORMS, NEAR, OF_ALL
from polyleaf.reading.words.bare_units import CYCLES
from polyleaf.reading.words.negation import negation
from polyleaf.reading.words.pattern import fold
from polyleaf.reading.words.sides import before_and_after, both_sides, says_until_behind
from polyleaf.reading.words.turned import opposites

_PAIRED = (
    "many_few",
    "take_skip",
    "begin_end",
    "rise_fall",
    "open_closed",
    "add_remove",
    "lie_stand",
    "swallow_chew",
    "push_pull",
    "breathe_in_out",
    "tighten_loosen",
    "bend_straighten",
    "more_less",
    "high_low",
    "strong_weak",
    "worse_better",
)
"""Pairs whose two words are two steps. Of two things ("mouth and nose") languages begin with either."""

_COUNTED = ("sooner_later",)
"""Pairs that are no steps, of which only two of one side are asked: "after each meal, and two hours later"."""
_STEPS = ("begin_end", "add_remove", *_COUNTED)
"""Pairs of which a text may say the same twice: "keep taking it, and start again", which is no "stop"."""
_LEFT_RIGHT = "left_right"
_TWO = 2
_FIRST = frozenset(("one",))
_SIDES = (_FIRST, frozenset(("other",)))
_CLAUSE = re.compile(r"[,;:.!?،؛۔।。，；、]")

_ON_A_DAY = (Kind.TIME, Kind.DATE)

_WORDS = 3
"""Words before a verb of which the first may be "before"."""

APART = 12
"""Characters from one number to the next that is of no range with it."""

_TO = 6
"""Characters between the two ends of a range."""


def turned_amounts(found: Agreement) -> tuple[Pair, Pair] | None:
    """Two amounts of one kind, two doses or two times, that stand in the other order; None if there are none.

    Two of one kind are mostly the two halves of one "and", whose order all languages keep.
    """
    sure = (
        pair
        for pair in found.same
        if not (pair[0].rhythm or any(one.doubtful or is_cycle(one) for one in pair))
        and not _begins_range(pair[0], found.same)
    )
    pairs = sorted(sure, key=lambda pair: pair[0].start)
    for place, (one, first) in enumerate(pairs):
        for other, second in pairs[place + 1 :]:
            if one.kind is not other.kind or _is_one(one, other) or second.start >= first.start:
                continue
            alike = one.kind in _ON_A_DAY or one.units & other.units or _are_spans(one, first, other, second)
            alike = alike or _are_risks(found, (one, other), (first, second))
            if alike or _has_swapped(one, first, other, second):
                return (one, first), (other, second)
    return None


def _is_one(one: Amount, other: Amount) -> bool:
    """Whether two amounts are equal: two days and two weeks are not."""
    return one.value == other.value and (not (one.units and other.units) or bool(one.units & other.units))


def _begins_range(one: Amount, same: tuple[Pair, ...]) -> bool:
    """Whether an amount has its unit from the one right behind it: the two of "from two to five years" are years."""
    last = one.start + len(one.shown)
    return not one.units and any(0 < other.start - last <= _TO and other.units & one.near for other, _ in same)


def _are_risks(found: Agreement, ones: tuple[Amount, ...], others: tuple[Amount, ...]) -> bool:
    """Whether all are of how many one is: "1 in 100 … 1 in 1,000", where each language may begin with either number."""
    here, there = (tuple(pair[side] for pair in found.same if pair[side].value == 1) for side in (0, 1))
    return all(
        one.digits
        and not one.units
        and one.value in OF_ALL
        and any(0 < abs(each.start - one.start) <= NEAR for each in single)
        for amounts, single in ((ones, here), (others, there))
        for one in amounts
    )


def _are_spans(*amounts: Amount) -> bool:
    """Whether all say how long: "a shower after 48 hours, but no bath for two weeks"."""
    return all(one.units and one.units <= CYCLES for one in amounts)


def _has_swapped(one: Amount, first: Amount, other: Amount, second: Amount) -> bool:
    """Whether the number without a unit has changed places with the one beside it: "four hours … another two"."""
    if min(abs(other.start - one.start), abs(second.start - first.start)) < APART:
        return False  # a range that is written from right to left
    if any(
        kept.units & twin.units and not bare.units | left.units
        for kept, twin, bare, left in ((one, first, other, second), (other, second, one, first))
    ):
        return False  # each has kept its unit: "six cycles, one every three weeks"
    pairs = ((one, first), (other, second))
    alone = any(amount.value == 1 and not (amount.units | again.units) & FORMS for amount, again in pairs)
    counted = (one.ordinal and other.ordinal) or not alone
    if not counted or any(amount.digits for amount in (one, first, other, second)):
        return False  # "358 of 457, 78%"; a one may count nothing, and "the first check" no weeks
    return not (one.units and other.units) and bool(one.units & second.units or other.units & first.units)


def turned_words(source: str, here: Language, target: str, there: Language) -> tuple[str, str] | None:
    """Two opposite words of a sentence, as they follow each other in it and in its translation; None if none is turned.

    Args:
        source: A sentence.
        here: Its language.
        target: Its translation.
        there: The language of that.
    """
    denies = negation(here)
    for kind, wanted in _two_sided(source, here):
        found = dict(_two_sided(target, there)).get(kind, ())
        sides, others = [side for side, _ in wanted], [side for side, _ in found]
        denied = kind in _PAIRED and denies is not None and denies.surely(source)
        if denied and not (_are_apart(wanted, source) and _are_apart(found, target)):
            continue  # "swallow without chewing" is "without chewing, swallow": these are no two steps
        if found and _may_turn(source, here, wanted, target, there):
            continue
        if kind in _COUNTED and _says_otherwise(source, here, wanted):
            continue  # "wait an hour before you lie down" is "do not lie down in the hour after it"
        if kind == _LEFT_RIGHT and found and (parts := sides_of_parts(source, here, target, there)):
            for (is_left, word), (again, other) in parts:
                if is_left != again:
                    return word, other
            continue  # beside the same parts of the body
        if found and sides != others and not (kind in _COUNTED and sides[0] != sides[1]):
            return " … ".join(word for _, word in wanted), " … ".join(word for _, word in found)
    return None


def _says_otherwise(source: str, here: Language, wanted: Said) -> bool:
    """Whether a word of a text is known to be said in another way: "wait an hour before you lie down"."""
    said, words = before_and_after(here), [word for _, word in wanted]
    if said is None:
        return False
    found = (*said.one.found(source), *said.other.found(source))
    known = [word for word in words if said.one.found(word) or said.other.found(word)]
    return any(found.count(word) < words.count(word) for word in known)


def _may_turn(source: str, here: Language, wanted: Said, target: str, there: Language) -> bool:
    """Whether one of two words stands behind "before" or "after", which a language says behind its clause, or first."""
    said, again, text = before_and_after(here), before_and_after(there), fold(source)
    between = text[text.find(wanted[0][1]) + len(wanted[0][1]) : text.find(wanted[1][1])]
    near = " ".join(between.split()[-_WORDS:])  # "before it gets"
    if said is None or again is None or not (said.one.found(near) or said.other.found(near)):
        return False
    begins = fold(target).startswith((*again.one.found(target), *again.other.found(target)))
    return begins or says_until_behind(there)


Said = tuple[tuple[bool, str], ...]


def _are_apart(words: Said, text: str) -> bool:
    """Whether two words stand in two clauses: "a mild headache is normal, a severe one is not"."""
    if not words:
        return False
    between = fold(text).partition(words[0][1])[2].partition(words[1][1])[0]
    return bool(_CLAUSE.search(between))


@lru_cache(maxsize=2048)
def _two_sided(text: str, language: Language) -> tuple[tuple[str, Said], ...]:
    """The pairs of which a text has two words, one of each side but for steps: whether it is the first; the word."""
    return tuple(_pairs(text, language))


def _pairs(text: str, language: Language) -> Iterator[tuple[str, Said]]:
    folded, kinds = fold(text), opposites(language)
    for kind in kinds.likely(folded):
        if kind in _PAIRED or kind in _COUNTED:
            said = sorted(
                (one for one in kinds.books[kind].found(folded) if one.meant in _SIDES), key=lambda one: one.start
            )
            if len(said) == _TWO and (kind in _STEPS or said[0].meant != said[1].meant):
                yield kind, tuple((one.meant == _FIRST, folded[one.start : one.end]) for one in said)
    left, right = both_sides(text, language)
    if len(left) == len(right) == 1 and folded.count(left[0]) == folded.count(right[0]) == 1:
        both = sorted(((folded.index(left[0]), True, left[0]), (folded.index(right[0]), False, right[0])))
        yield _LEFT_RIGHT, tuple((is_left, word) for _, is_left, word in both)
