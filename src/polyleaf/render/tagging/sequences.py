"""Parts what is shown of a box into marked-content sequences, one after each blank that has marks of its own.

Marks inside the sequence of an element say what readers should hear (``words.py``). poppler's reader of the tag tree
(22.12) takes the end of such a mark for the end of the sequence, and passes over the rest: of a right-to-left line it
had the first word. So the rest has a sequence of its own. Words are not parted: pdf.js shows each sequence by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

_STATE = frozenset({"Tm", "Tf", "Tr", "Tz", "Ts", "gs", "g", "G", "rg", "RG", "k", "K", "cs", "CS", "scn", "SCN", "cm"})
"""Operators that show nothing."""
_BOUNDS = frozenset({"BT", "ET", "q", "Q"})
_BLANK, _NOTHING = "0020>>> BDC", ("<feff>>> BDC", "()>> BDC")
_SHOW = (" Tj", " TJ", ">Tj")


@dataclass(slots=True)
class Section:
    """What is shown of a box that is in the tag tree, among the operators of a page.

    Attributes:
        box: The box.
        role: Type of its element.
        start: Where the three operands and operators of its first mark begin.
        end: Where the operator is that ends it; 0: not known yet.
    """

    box: Any
    role: str
    start: int
    end: int = 0


def numbered(items: Sequence[Any], sections: Sequence[Section]) -> tuple[list[Any], dict[Any, list[int]]]:
    """The operators of a page with the numbers of their sequences, and those of each box.

    Args:
        items: The operators.
        sections: What is in the tree, in order.
    """
    done: list[Any] = []
    numbers: dict[Any, list[int]] = {}
    count = last = 0
    for one in sections:
        done += items[last : one.start]
        own = numbers[one.box] = []
        for shows, lines in _parted(items[one.start + 3 : one.end]):
            if shows:
                own.append(count)
                done += [f"/{one.role} <</MCID {count}>> BDC", *lines, "EMC"]
                count += 1
            else:
                done += lines
        last = one.end + 1
    return [*done, *items[last:]], numbers


def _parted(items: Sequence[Any]) -> Iterator[tuple[bool, Sequence[Any]]]:
    """The pieces of an element's content, and whether they show anything.

    Text objects and sequences may not overlap (ISO 32000-2, 14.6.1): each sequence is inside a text object, or has
    none inside.
    """
    lines = list(_lines(items))
    if "EMC" not in lines:
        yield True, items
        return
    piece: list[Any] = []
    shows, blank, depth = False, True, 0
    for line in lines:
        word = _operator(line)
        state = not depth and (word in _BOUNDS or _changes_state(line, word))
        if piece and ((word in _BOUNDS and not depth) or not (shows or state)):
            yield shows, piece
            piece, shows = [], False
        piece.append(line)
        shows = shows or not state
        if not (depth or state or (word == "BDC" and line.endswith(_NOTHING))):
            blank = word == "BDC" and line.endswith(_BLANK)
        depth += (word == "BDC") - (word == "EMC")
        if word == "EMC" and not depth and blank:
            yield shows, piece
            piece, shows = [], False
    if piece:
        yield shows, piece


def _lines(items: Sequence[Any]) -> Iterator[Any]:
    for item in items:
        if isinstance(item, str):
            yield from item.split("\n")
        else:
            yield item


def _operator(line: Any) -> str:
    """The last operator of a line; "" if it is an operand."""
    text = line.decode("ascii", "replace") if isinstance(line, bytes) else line
    return "".join(text.rsplit(None, 1)[-1:]) if isinstance(text, str) else ""


def _changes_state(line: Any, word: str) -> bool:
    return word in _STATE and not (isinstance(line, str) and any(show in line for show in _SHOW))
