"""Which facts can be drawn as drops and on a thermometer."""

from __future__ import annotations

from collections.abc import Iterable

from polyleaf.model.facts import Fact, Number, Quantity

MOST_DROPS = 12
"""More drops in a row are not counted at a glance."""

_TENTHS = 10
_AROUND = 2
"""Degrees of the scale on either side of what is marked."""
_SHORTEST = 7
"""Degrees of the shortest scale: that of a clinical thermometer, 35 to 42."""


def drops(fact: Fact | None) -> int | None:
    """How many drops a fact says; None if it is no whole number from 1 to ``MOST_DROPS``."""
    if not isinstance(fact, Number) or fact.to is not None or fact.value != fact.value.to_integral_value():
        return None
    return int(fact.value) if 1 <= fact.value <= MOST_DROPS else None


def temperature(fact: Fact | None) -> tuple[int, int] | None:
    """The lowest and the highest temperature that a fact says, in tenths of a degree; None for what is none."""
    if not isinstance(fact, Quantity) or fact.unit != "celsius":
        return None
    low, high = (int((value * _TENTHS).to_integral_value()) for value in (fact.value, fact.to or fact.value))
    return (low, high) if low <= high else None


def scale(facts: Iterable[Fact | None]) -> tuple[int, int]:
    """Where the scale of a thermometer for these facts begins and ends, in tenths of a degree."""
    marks = [mark for fact in facts if (found := temperature(fact)) is not None for mark in found]
    low = min(marks) // _TENTHS - _AROUND
    high = max(-(-max(marks) // _TENTHS) + _AROUND, low + _SHORTEST)
    return low * _TENTHS, high * _TENTHS
