"""Parts of a whole: halves and thirds in words, and rates in percent or as one of so many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from polyleaf.locales.words import PERCENT
from polyleaf.reading.amount import Amount
from polyleaf.reading.words.bare_units import CYCLES

_ALL = 100
"""Percent."""
OF_ALL = frozenset(Fraction(10**power) for power in range(1, 7))
"""Of how many a rate is told."""

FORMS = frozenset(("tablet", "capsule", "drop", "puff", "sachet", "patch", "injection"))
"""What a medicine comes as: beside another number it is another medicine, wherever its word stands."""

_SMALL = Fraction(1, 10)
_OTHER = 2
"""The second one is the other one, in the words of many languages."""

_HOURS, _MINUTES = frozenset(("hour",)), frozenset(("minute",))

NEAR = 28
"""Characters between the beginnings of both numbers of "three people in four"."""

_FEW_WORDS = 16
"""Characters from the beginning of a number to the next one of "two or three"."""


def is_part(amount: Amount) -> bool:
    """Whether an amount in words is less than one: a half, two thirds. It binds whatever it is a part of."""
    value = amount.value
    return isinstance(value, Fraction) and 0 < value < 1 and not (amount.written or amount.doubtful)


def _is_apart(
    parts: Sequence[Amount], others: Sequence[Amount], wanted: Sequence[Amount], found: Sequence[Amount]
) -> bool:
    """Whether a text says how many parts apart from the part: "les deux premiers tiers".

    Args:
        parts: Parts of the source that the translation does not have.
        others: Parts of the translation that the source does not have.
        wanted: Everything of the source that the translation does not have.
        found: The same the other way round.
    """
    both = ((parts, others, found), (others, parts, wanted))
    return any(
        one.value == other.value * many.value
        for here, there, rest in both
        for one in here
        for other in there
        for many in rest
        if isinstance(one.value, Fraction)
        and isinstance(other.value, Fraction)
        and isinstance(many.value, Fraction)
        and not many.ordinal  # "the second operation" makes no half of a quarter
        and many.value.denominator == 1
    )


def _is_unlike(parts: Sequence[Amount], numbers: Sequence[Amount]) -> bool:
    """Whether numbers in words are another rate than a part: "one in three" is a third, and no half."""
    values = sorted(one.value for one in numbers if isinstance(one.value, Fraction))
    return bool(values) and all(part.value != (values[0] if values[1:] else 1) / values[-1] for part in parts)


def other_parts(
    wanted: Sequence[Amount], found: Sequence[Amount], said: list[Amount], again: list[Amount]
) -> tuple[list[Amount], list[Amount]]:
    """Parts that have become others: "half of the patients" is never a third of them, or "one in three".

    Args:
        wanted: Everything of the source that the translation does not have.
        found: The same the other way round.
        said: What of the source is numbers in words.
        again: What of the translation is.
    """
    parts, others = [*filter(is_part, wanted)], [*filter(is_part, found)]
    if parts and others:
        # "A third" may be "the third one".
        return ([], []) if _is_apart(parts, others, wanted, found) else (parts, others)
    if parts and _is_unlike(parts, again):
        return parts, again
    return (said, others) if others and _is_unlike(others, said) else ([], [])


def is_another(amount: Amount) -> bool:
    """Whether an amount is the second or another one of a medicine, by its word, and so not the first."""
    return amount.doubtful and amount.value == _OTHER and bool((amount.units | amount.near) & {"dose", *FORMS})


def is_second(amount: Amount) -> bool:
    """Whether an amount is the second or another one, by its word, and so not the third."""
    return amount.doubtful and amount.value == _OTHER and not (amount.written or amount.units)


def besides(found: Sequence[Amount], same: Sequence[tuple[Amount, Amount]]) -> list[Amount]:
    """What a translation certainly has besides: not the "trois" of "deux ou trois jours" for "a couple of days"."""
    about = [other for one, other in same if one.doubtful]
    exact = [other for one, other in same if one.written and other.doubtful]  # "two-three days" for "two days"
    return [
        one
        for one in found
        if (one.written and not any(_is_next(one, other) for other in about))
        or (one.doubtful and any(_is_next(one, other) for other in exact))
    ]


def _is_next(one: Amount, other: Amount) -> bool:
    """Whether an amount is one more than the one a few words before it."""
    if not (isinstance(one.value, Fraction) and isinstance(other.value, Fraction)):
        return False
    return one.value == other.value + 1 and 0 < one.start - other.start < _FEW_WORDS


def rates(here: Sequence[Amount], there: Sequence[Amount]) -> Iterator[tuple[Amount, Amount]]:
    """What one text says in percent, or as a part, and the other as one of so many: "1%" and the 100 of "1 in 100".

    Neither has an equal in the other text: a "5%" and a "20" in both are no rates of each other.
    """
    known, again = {one.value for one in here}, {one.value for one in there if PERCENT in one.units}
    for share in here:
        if (PERCENT in share.units and share.value not in again) or _is_small(share):
            free = (one for one in there if not one.units and one.value not in known)
            many = next((one for one in free if _is_one_of(one, share)), None)
            if many is not None:
                yield share, many


def shares_of(here: Sequence[Amount], there: Sequence[Amount]) -> Iterator[tuple[Amount, Amount, Amount]]:
    """What one text says in percent and the other as so many of so many: "4%", and the 4 and 100 of "4 in 100"."""
    bare = sorted((one for one in there if not one.units and one.written), key=lambda one: one.start)
    again = {one.value for one in there if PERCENT in one.units}
    free = list(pairwise(bare))
    for share in here:
        if PERCENT in share.units and share.value not in again:
            found = next(((few, many) for few, many in free if _is_share(share, few, many)), None)
            if found is not None:
                free.remove(found)
                yield (share, *found)


def parted(here: Sequence[Amount], there: Sequence[Amount]) -> Iterator[tuple[Amount, tuple[Amount, ...]]]:
    """What one text says in one number, and the other in two; each number of the other once."""
    free = [*there]
    for find in (_mixed, _ratios):
        for one, parts in find(tuple(here), free):
            free = [other for other in free if all(other is not part for part in parts)]
            yield one, parts


def _ratios(here: Sequence[Amount], there: Sequence[Amount]) -> Iterator[tuple[Amount, tuple[Amount, Amount]]]:
    """A part of one text that the other has as so many of so many: "three quarters", and "three in four"."""
    bare = sorted((one for one in there if not (one.units or one.near or one.ordinal)), key=lambda one: one.start)
    free = [(few, many) for few, many in pairwise(bare) if many.start - few.start < NEAR]
    for part in filter(is_part, here):
        found = next(((few, many) for few, many in free if _is_ratio(part, few, many)), None)
        if found is not None:
            free = [pair for pair in free if not any(one is other for one in pair for other in found)]
            yield part, found


def _is_ratio(part: Amount, few: Amount, many: Amount) -> bool:
    values = sorted(one.value for one in (few, many) if isinstance(one.value, Fraction))
    return len(values) > 1 and values[0] > 1 and part.value == values[0] / values[1]


def _mixed(here: Sequence[Amount], there: Sequence[Amount]) -> Iterator[tuple[Amount, tuple[Amount, ...]]]:
    """Hours and a part of one in one number, and apart: "1.75 hours", and "an hour and 45 minutes"."""
    free = [*there]
    for one in here:
        whole, part = divmod(one.value, 1) if isinstance(one.value, Fraction) else (0, Fraction(0))
        if not part or not (one.units | one.near) & _HOURS:
            continue
        of_hour = [other for other in free if _is_part_of_hour(other, part)][:1]
        hours = [other for other in free if whole and other.value == whole][:1]
        if of_hour and (hours if whole else _MINUTES & of_hour[0].units):
            parts = (*of_hour, *hours)
            free = [other for other in free if all(other is not taken for taken in parts)]
            yield one, parts


def _is_part_of_hour(amount: Amount, part: Fraction) -> bool:
    if amount.units & _MINUTES:
        return amount.value == part * 60
    return amount.value == part and amount.units <= _HOURS


def _is_share(share: Amount, few: Amount, many: Amount) -> bool:
    if not (isinstance(few.value, Fraction) and isinstance(many.value, Fraction) and many.value > few.value > 0):
        return False
    near = many.start - few.start < _FEW_WORDS + len(few.shown)
    return near and share.value == _ALL * few.value / many.value


def said_once(lost: Sequence[Amount], same: Sequence[tuple[Amount, Amount]]) -> list[Amount]:
    """What is lost, without what one text says for two numbers: "from 2 in 100 to 4 in 100", "from 2 to 4 in 100"."""
    return [
        one for one in lost if one.units or one.value not in OF_ALL or all(one.value != two.value for two, _ in same)
    ]


def is_said_again(amount: Amount, same: Sequence[tuple[Amount, Amount]]) -> bool:
    """Whether a translation only names a span of time once more: "within half an hour; after half an hour, do not"."""
    spans = amount.units and amount.units <= CYCLES | _MINUTES
    return bool(spans) and any(amount.value == two.value and amount.units & two.units for _, two in same)


def _is_one_of(many: Amount, share: Amount) -> bool:
    count, part = many.value, share.value
    whole = _ALL if PERCENT in share.units else 1
    if not (isinstance(count, Fraction) and isinstance(part, Fraction)):
        return False
    return count * part == whole if count > 1 else whole == _ALL and _is_small(many) and part == _ALL * count


def _is_small(amount: Amount) -> bool:
    """Whether an amount is a part that is said of risks, and of no tablet: 千分之一, a thousandth."""
    return isinstance(amount.value, Fraction) and 0 < amount.value <= _SMALL and not amount.units
