"""Whether two amounts are measured alike: 0.5 g and 500 mg, "twice" and "two doses"."""

from __future__ import annotations

import re
from fractions import Fraction

from polyleaf.locales.units import SCALE
from polyleaf.reading.amount import Amount, Kind
from polyleaf.reading.words.bare_units import CYCLES

_SOFT = tuple(
    map(frozenset, (("times", "dose", "injection", "puff", ""), ("spoon", "teaspoon"), ("spoon", "tablespoon")))
)
"""How often and how many of a dose, and kinds of spoons: languages say one for the other."""
_DAY = 24
"""Hours."""
_CYCLES = CYCLES | {"whole day"}
_TAKEN = frozenset(
    ("tablet", "capsule", "drop", "puff", "sachet", "patch", "injection", "spoon", "teaspoon", "tablespoon")
)
_DAYS = frozenset(("day", "week", "month"))
_OFTEN = frozenset(("times",))
DEGREES = frozenset(("celsius", "fahrenheit"))
_SCALE_NAMED = re.compile(r"[°℃℉]\s?\w|\d\s?[℃℉]|[^\W\d]+\s[^\W\d]+")
"""A degree sign with its letter, or a word behind the one for degrees: "درجة مئوية"."""


def same_measure(one: Amount, other: Amount) -> bool:
    """Whether two numbers with units are the same quantity: 0.5 g and 500 mg, 1 hour and 60 minutes."""
    if not (isinstance(one.value, Fraction) and isinstance(other.value, Fraction)):
        return False
    for unit in one.units:
        for twin in other.units:
            here, there = SCALE.get(unit), SCALE.get(twin)
            if here and there and here[0] == there[0] and one.value * here[1] == other.value * there[1]:
                return True
            if (unit, twin) == ("hour", "day") and one.value == other.value * 24 > _DAY:
                return True  # one day may end at midnight, two are 48 hours
    return False


def is_cycle(amount: Amount) -> bool:
    """Whether an amount may only say how often: "three times a day" stands before or behind "for five days"."""
    return amount.value == 1 and bool(amount.units) and amount.units <= _CYCLES and not amount.digits


def may_be_one(one: Amount, other: Amount) -> bool:
    """Whether the unit of one amount may be that of an equal one in another language."""
    if one.units & other.units or any(one.units <= some and other.units <= some for some in _SOFT):
        return True
    if one.units | other.units == DEGREES:
        # "38 degrees" may be of either scale; 38 °C is never 38 °F.
        return not all(_SCALE_NAMED.search(amount.shown) for amount in (one, other))
    if other.units == _OFTEN and one.units & CYCLES:
        return False  # "every two days" is not "twice a day"
    return bool(one.units & other.near) and not other.digits


def counts_time(one: Amount, other: Amount) -> bool:
    """Whether two numbers say how long: "a couple of days" is never "a couple of weeks"."""
    if one.ordinal and one.units and not other.units:  # languages say "day fourth", too
        return one.value != 1 and one.units <= CYCLES and bool(other.near) and other.near <= CYCLES
    return one.value != 1 and bool(one.units and other.units) and one.units | other.units <= CYCLES


def is_other_day(one: Amount, other: Amount) -> bool:
    """Whether two places in a row are of two units: "the 28th week" and "the 28th day"."""
    either = one.near, other.near
    bare = one.digits and other.digits and not (one.units or other.units)
    return (
        bare and one.value != 1 and all(len(near) == 1 and near <= _DAYS for near in either) and one.near != other.near
    )


def is_rhythm(one: Amount, other: Amount) -> bool:
    """Whether an amount says how often by a doubtful phrase, "morning and evening", and the other counts a thing.

    A place in a row is no rhythm: "use a second spray" is "spray a second time".
    """
    return one.doubtful and one.units == _OFTEN and bool(other.units - _OFTEN) and not other.ordinal


def equal(one: Amount, other: Amount) -> bool:
    """Whether two amounts are one, in one unit."""
    alike = one.units == other.units or not one.units.isdisjoint(other.units)
    return alike and one.kind is other.kind and same_value(one, other)


def same_number(one: Amount, other: Amount) -> bool:
    """Whether two amounts are one number, whatever each counts."""
    alike = one.kind is other.kind is Kind.NUMBER and same_value(one, other) and not _is_each(one, other)
    return alike and not (is_rhythm(one, other) or is_rhythm(other, one))


def _is_each(one: Amount, other: Amount) -> bool:
    """Whether one of two amounts says in what time, "a day", and the other counts what is taken: "one tablet"."""
    return any(
        is_cycle(here) and not here.units & there.units and (there.units or there.near) & _TAKEN
        for here, there in ((one, other), (other, one))
    )


def same_value(one: Amount, other: Amount) -> bool:
    """Whether two amounts may have one value; no sets, since fractions are slow to hash and all pairs are asked."""
    if one.value == other.value:
        return True
    also, again = one.also, other.also
    return (also is not None and also in (other.value, again)) or (again is not None and again == one.value)
