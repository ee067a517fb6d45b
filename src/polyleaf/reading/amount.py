"""One thing a patient counts by: its kind, its value and its units."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction

_LONGEST = 20
"""Characters of an amount that are shown: nobody needs a thousand digits."""


class Kind(Enum):
    """What an amount is."""

    NUMBER = "number"
    TIME = "time"
    DATE = "date"
    PHONE = "phone"


Value = Fraction | str | tuple[int | None, int, int | None]


@dataclass(frozen=True, slots=True)
class Amount:
    """One thing a patient counts by.

    Attributes:
        kind: What it is.
        value: Its value: a number, minutes since midnight, (year, month, day), the digits of a phone.
        shown: As it is told to a person.
        units: Units its word may mean; empty if it has none.
        near: Units in the words round it, if none touches it.
        written: Whether it is in digits; a number in words counts less ("one of us").
        readings: The bare numbers it may be in the other text: "8am" is 8, "20 November" is 20.
        digits: Whether digits stand in it.
        doubtful: Whether it may count nothing ("at first"): it is paired, and never missed.
        also: Another value that it may have; None if there is none.
        start: Where it stands in the text as it was read.
        ordinal: Whether its word tells a place in a row: the first, the second.
        rhythm: Whether it says how often, and no span of time: "every other day".
        name: Whether it is part of a name (COVID-19, N95), which a text need not say as often as another.
    """

    kind: Kind
    value: Value
    shown: str
    units: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    written: bool = True
    readings: tuple[tuple[Fraction, ...], ...] = field(default=(), compare=False)
    digits: bool = field(default=True, compare=False)
    doubtful: bool = field(default=False, compare=False)
    also: Fraction | None = field(default=None, compare=False)
    start: int = field(default=0, compare=False)
    ordinal: bool = field(default=False, compare=False)
    name: bool = field(default=False, compare=False)
    rhythm: bool = field(default=False, compare=False)

    def __str__(self) -> str:
        return self.shown[:_LONGEST]


Pair = tuple[Amount, Amount]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How the amounts of a translation differ from those of its source.

    Attributes:
        lost: Amounts of the source that the translation does not have.
        extra: Amounts of the translation that the source does not have.
        other_unit: Same number, another unit: (source, translation).
        no_unit: Same number, but in the translation no unit stands near it.
        same: The amounts that both have, paired.
    """

    lost: tuple[Amount, ...]
    extra: tuple[Amount, ...]
    other_unit: tuple[Pair, ...]
    no_unit: tuple[Pair, ...]
    same: tuple[Pair, ...] = ()
