"""What many checks ask of the same value, worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def once_each(most: int) -> Callable[[Callable[[T], R]], Callable[[T], R]]:
    """A function that is worked out once for each value: every check asks for the same, and to compare texts is slow.

    A value is the same only as itself; it is kept, so that no other can take its place in memory.

    Args:
        most: Values that are remembered; then all are forgotten.
    """

    def wrap(make: Callable[[T], R]) -> Callable[[T], R]:
        known: dict[int, tuple[T, R]] = {}

        @wraps(make)
        def found(value: T) -> R:
            told = known.get(id(value))
            if told is None:
                if len(known) >= most:
                    known.clear()
                told = known[id(value)] = (value, make(value))
            return told[1]

        return found

    return wrap
