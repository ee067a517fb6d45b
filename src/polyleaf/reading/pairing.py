"""Amounts of two texts, paired by value: what one has and the other has not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import partial

from polyleaf.locales.words import PERCENT, THINGS
from polyleaf.reading.amount import Agreement, Amount, Kind, Pair
from polyleaf.reading.measures import counts_time, equal, is_other_day, may_be_one, same_measure, same_number
from polyleaf.reading.shares import (
    FORMS,
    besides,
    is_another,
    is_said_again,
    is_second,
    other_parts,
    parted,
    rates,
    said_once,
    shares_of,
)
from polyleaf.reading.words.bare_units import CYCLES

_ORDERED = frozenset(("dose", "tablet", "capsule", "injection", "day", "week", "month"))  # first, second, third
_FEW = frozenset(map(Fraction, range(2, 11)))
_TAKEN = frozenset(THINGS) - {"times", "night", "alternate night", "whole day"}
_BOTH = 2  # amounts of a pair that are in digits, in the surest pairs


class Pairing:
    """Takes equal amounts away from both sides, the surest pairs first.

    Args:
        wanted: Amounts of the source; those that find a partner are taken away.
        found: Amounts of the translation, likewise.
        units_known: Whether the words for units are known in its language.
    """

    def __init__(self, wanted: list[Amount], found: list[Amount], *, units_known: bool) -> None:
        # What may count nothing ("both") takes no partner from what does, nor 1,000 that may be 1 from a plain 1.
        surest = [sorted(some, key=lambda one: (one.doubtful, one.also is not None)) for some in (wanted, found)]
        self._wanted, self._found = surest
        self._names = [one for one in wanted if one.name]
        self._values = [one.value for one in wanted]
        self._units_known = units_known
        self._other: list[Pair] = []
        self._bare: list[Pair] = []
        self._same: list[Pair] = []

    def result(self) -> Agreement:
        """What is left, and what was paired."""
        self._take_rates()
        for least in (_BOTH, 1, 0):
            for fits in (equal, same_measure):
                self._take(partial(_fitting, fits, least))
            # "2 days" is rather "2" than "two", but "two" than another 2 with a unit.
            for one, other in self._take(partial(_both_written, bare=least == _BOTH)):
                self._judge_units(one, other)
        self._take_years()
        self._take_parts()
        self._split()
        for one, other in self._take(same_number):
            if one.written or other.written or counts_time(one, other):
                self._judge_units(one, other)
        lost = said_once([one for one in self._wanted if one.written], self._same)
        extra = besides(self._found, self._same)
        said, again = [one for one in self._wanted if _tells(one)], [one for one in self._found if _tells(one)]
        if not again and any(one.ordinal for one in said):
            again = [one for one in self._found if is_second(one)]
        if said and again:
            # "Three wards" may be "wards", but not "four wards".
            lost, extra = [*lost, *said], [*extra, *again]
        else:
            # One is no more than "a", except where its own thing is the second or third, or a medicine is "the other".
            another = [*filter(is_another, self._found)]
            ones, numbers = (self._found, said) if said else (self._wanted, again or another)
            pairs = [(one, other) for one in ones for other in numbers if _is_first(one, other, sure=bool(said))]
            if pairs:
                lost, extra = [*lost, pairs[0][bool(said)]], [*extra, pairs[0][not said]]
        parts, others = other_parts(self._wanted, self._found, said, again)
        lost, extra = [*lost, *parts], [*extra, *others]
        self._other += [pair for pair in self._same if is_other_day(*pair)]
        names = {one.value for one in self._names if not one.units}
        return Agreement(
            tuple(one for one in lost if extra or not one.name),
            tuple(
                one
                for one in extra
                if (lost or not (one.name or is_said_again(one, self._same))) and (one.units or one.value not in names)
            ),
            tuple(self._other),
            tuple(self._bare),
            tuple(self._same),
        )

    def _take(self, fits: Callable[[Amount, Amount], bool]) -> list[Pair]:
        pairs: list[Pair] = []
        for one in tuple(self._wanted):
            fitting = [other for other in self._found if fits(one, other) and not self._is_of_another(one, other)]
            if fitting:
                # "Once" is rather "one time" than "the first", and "the third week" the third beside a week.
                partner = min(fitting, key=lambda other: (other.ordinal is not one.ordinal, not _is_near(one, other)))
                _remove(self._wanted, one)
                _remove(self._found, partner)
                pairs.append((one, partner))
        self._same += pairs
        return pairs

    def _is_of_another(self, one: Amount, other: Amount) -> bool:
        """Whether what may count nothing would take the partner of what does: "both on the second day"."""
        return one.doubtful and any(
            same_number(another, other) for another in self._wanted if another is not one and not another.doubtful
        )

    def _judge_units(self, one: Amount, other: Amount) -> None:
        if not one.units or may_be_one(one, other):
            return
        if one.ordinal and not other.ordinal and self._values.count(one.value) > 1:
            return  # "in the second week two": either may have been taken for the other
        beside = FORMS if one.units <= FORMS else CYCLES if one.ordinal else frozenset[str]()
        if other.units or (one.units <= beside and other.near & beside and not one.units & other.near):
            self._other.append((one, other))
        elif (
            self._units_known
            and one.digits
            and one.written
            and (other.digits or PERCENT in one.units)
            and not one.units & other.near.union(THINGS)
        ):
            # A percent sign is the same everywhere: without it 75 is another number.
            (self._other if PERCENT in one.units else self._bare).append((one, other))

    def _take_years(self) -> None:
        """Dates of which one has its year elsewhere: "1 January to 15 March 2020"."""
        every = [{one.value[0] for one in side if isinstance(one.value, tuple)} for side in (self._found, self._wanted)]
        for here, there, years in zip((self._wanted, self._found), (self._found, self._wanted), every, strict=True):
            for one in tuple(here):
                if not isinstance(one.value, tuple) or one.value[0] is None:
                    continue
                year, month, day = one.value
                twin = next((other for other in there if other.value == (None, month, day)), None)
                number = next((other for other in there if year and other.value == Fraction(year)), None)
                if twin is not None and (number is not None or year in years):
                    _remove(here, one)
                    _remove(there, twin)
                    if number is not None and year not in years:
                        _remove(there, number)

    def _take_rates(self) -> None:
        for here, there in ((self._wanted, self._found), (self._found, self._wanted)):
            for share, many in rates(tuple(here), tuple(there)):
                _remove(here, share)
                _remove(there, many)
                one = next((one for one in there if one.value == 1 and not one.units), None)
                if one is not None:
                    _remove(there, one)
            for share, few, many in shares_of(tuple(here), tuple(there)):
                _remove(here, share)
                _remove(there, few)
                _remove(there, many)

    def _take_parts(self) -> None:
        for here, there in ((self._wanted, self._found), (self._found, self._wanted)):
            for one, parts in parted(here, there):
                _remove(here, one)
                for part in parts:
                    _remove(there, part)

    def _split(self) -> None:
        """Dates, times and phones that the other text has as bare numbers."""
        for here, there in ((self._wanted, self._found), (self._found, self._wanted)):
            for one in tuple(here):
                for reading in one.readings:
                    parts = _numbers(there, reading)
                    if parts is not None and reading:
                        _remove(here, one)
                        for part in parts:
                            _remove(there, part)
                        if len(parts) == 1:
                            self._same.append((one, parts[0]) if here is self._wanted else (parts[0], one))
                        break


def _is_near(one: Amount, other: Amount) -> bool:
    return not one.units or bool(one.units & (other.units | other.near))


def _both_written(one: Amount, other: Amount, *, bare: bool) -> bool:
    """Whether two amounts in digits are one number; with ``bare`` only if one of them has no unit that is known."""
    if not (one.written and other.written) or (bare and one.units and other.units):
        return False
    row = one.ordinal is other.ordinal or one.digits or other.digits  # "the second week" is no "two tablets"
    return row and same_number(one, other)


def _tells(amount: Amount) -> bool:
    """Whether a number in words without a unit says something that another number would not say."""
    value = amount.value
    if not isinstance(value, Fraction) or value.denominator != 1 or value <= 1:
        return False
    return not (amount.written or amount.doubtful or amount.digits)


def _is_first(one: Amount, other: Amount, *, sure: bool) -> bool:
    """Whether a one in words, left over, counts what another number counts in the other text.

    Args:
        one: The one.
        other: The other number.
        sure: Whether that is of the source: there "two" is nothing else, while "another" may be the second one.
    """
    single = one.value == 1 and one.kind is Kind.NUMBER and not (one.digits or one.doubtful)
    counts = one.units | one.near
    taken = bool(one.units & _TAKEN and other.units & _TAKEN) and may_be_one(one, other)
    few = sure and not other.ordinal and other.value in _FEW
    return single and (one.ordinal or few or taken or bool(counts & (other.units | other.near) & _ORDERED))


def _remove(amounts: list[Amount], one: Amount) -> None:
    """Take away this very one: equal amounts differ in what stands near them."""
    del amounts[next(place for place, other in enumerate(amounts) if other is one)]


def _numbers(amounts: Sequence[Amount], reading: tuple[Fraction, ...]) -> list[Amount] | None:
    """The amounts that are these bare numbers, each once; None if one is not there."""
    free = [one for one in amounts if one.kind is Kind.NUMBER]
    found: list[Amount] = []
    for value in reading:
        part = next((one for one in free if value in (one.value, one.also)), None)
        if part is None:
            return None
        _remove(free, part)
        found.append(part)
    return found


def _fitting(fits: Callable[[Amount, Amount], bool], least: int, one: Amount, other: Amount) -> bool:
    """Whether two amounts fit and at least so many of them are in digits; names of times wait for numbers."""
    digits = one.written + other.written
    return digits >= least and (digits > 0 or one.kind is not Kind.TIME) and fits(one, other)
