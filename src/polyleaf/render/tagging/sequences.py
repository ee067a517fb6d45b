"""Parts what is shown of a box into marked-content sequences, one after each text that has marks of its own.

Marks inside the sequence of an element say what readers should hear (``words.py``). poppler's reader of the tag tree
(22.12) takes the end of such a mark for the end of the sequence, and passes over the rest: of an Arabic line it had the
first word. So the rest has a sequence of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

_SHOWN = (" Tj", " TJ")


def parted(items: Sequence[Any], role: str, allot: Callable[[], int]) -> list[Any]:
    """The operators of a sequence, parted.

    A text object ends and begins with a sequence (ISO 32000-2, 14.6.1), and forgets where its pen was: only what has a
    place of its own can begin one.

    Args:
        items: Operators between the first ``BDC`` and the last ``EMC``.
        role: Type of the element.
        allot: Gives the number of one more sequence.
    """
    lines = list(_lines(items))
    if "EMC" not in lines:
        return list(items)
    placed = _placed(lines)
    done: list[Any] = []
    depth, ended = 0, False
    for line, has_place in zip(lines, placed, strict=True):
        if not depth and ended and has_place:
            done.append(f"ET\nEMC\n/{role} <</MCID {allot()}>> BDC\nBT")
            ended = False
        if isinstance(line, str) and line.endswith(" BDC"):
            depth += 1
        elif line == "EMC":
            depth -= 1
            ended = not depth
        done.append(line)
    return done


def _lines(items: Sequence[Any]) -> Iterator[Any]:
    for item in items:
        if isinstance(item, str):
            yield from item.split("\n")
        else:
            yield item


def _placed(lines: Sequence[Any]) -> list[bool]:
    """Of each line, whether it places what is shown next, or opens marks around what does."""
    placed, begins = [], False
    for line in reversed(lines):
        words = line if isinstance(line, str) else ""
        if words.endswith(" Tm"):
            begins = True
        elif words.endswith(_SHOWN) or "> Tj" in words:
            begins = False
        placed.append(begins and words.endswith((" Tm", " BDC")))
    return placed[::-1]
