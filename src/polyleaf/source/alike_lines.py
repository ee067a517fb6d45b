"""Whether the lines of a paragraph are alike: all of one form, or so short that nobody wrapped them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

LEAST = 60
"""Characters of the narrowest column that people wrap text to."""

MOST_SHORT = 3
"""Ends of lines from which on two thirds say what all are."""

_NO_PLACE = frozenset(("Mn", "Cf"))
_CELL = 45
"""Letters of lines that are cells or items: prose in a column as narrow leaves no room for the next word."""

LABEL = re.compile(r"\S.{0,40}?:(?:\s|$)")
_EQUATION = re.compile(r"[^=.!?;]{1,60} = (?=\S)[^=]*$")
"""What a sign or a result stands for: "pos = side room"."""
_LEADS = re.compile(r"[^→⇒➔.!?;]{1,60} (?:→|⇒|➔|->|=>) (?=\S)[^→⇒➔]*$")
"""What leads to what, each on its line: "neg → 3 yrs"."""
_DASHED = re.compile(r"(?=[^\W_])(?:[^.!?;]|[.](?=\d)){1,60}? [-–—] (?=\S)")
"""A name and a dash before what is said of it."""
_STEP = re.compile(r"([^\W\d_]+\.?) ?\d{1,3}\b")
"""Step 1, Day 2, Week 3: lines that begin so each are no wrapped sentence."""

_FORM = 7
"""Words of a line that show its form."""
BARE_ADDRESS = re.compile(r"(?:[^\w\s]\S?\s*)?(?:https?://|www\.)\S+$", re.IGNORECASE)
"""An address alone on its line."""

SLACK = " " * 10
"""Room that nobody leaves who wraps lines: the word below would have fitted easily."""
_SEPARATORS = (" / ", " | ", " · ", " \\ ", "; ")
"""What people put between the pieces of lines that are alike; two at least on each."""

ENDED = re.compile(r"[.!?:;…。！？][\"'”’»)*_]*$")


def are_alike(lines: Sequence[str], usual: int) -> bool:
    """Whether all of several lines were meant as lines.

    Args:
        lines: Of one paragraph, without the spaces around them.
        usual: What the paragraphs of the leaflet are wrapped to, in characters.
    """
    return _parallel(lines) or _listed(lines, usual) or _small(lines) or _cells(lines)


def has_room(line: str, below: str, width: int) -> bool:
    """Whether the first word of the line below would have fitted into so many characters."""
    return places_of(line) + 1 + places_of(below.partition(" ")[0]) <= width


def places_of(text: str) -> int:
    """How wide a text is in an editor, in characters: vowel signs above and below others have no place of their own."""
    return len(text) if text.isascii() else sum(unicodedata.category(char) not in _NO_PLACE for char in text)


def is_whole(line: str) -> bool:
    """Whether no sign shows that a line is a greeting, an introduction, or a part of a sentence."""
    return line[-1].isalnum() or line[-1] in ")%°"


def numbers_in_prose(lines: Sequence[str]) -> list[bool]:
    """Which ends of lines stand before a number in mid-sentence: in a paragraph that somebody wrapped to its width."""
    longest = max(map(places_of, lines))
    full = [not has_room(line, following, longest) for line, following in pairwise(lines)]
    prose = any(one and following[:1].islower() for one, following in zip(full, lines[1:], strict=True))
    return [
        prose and one and line[-1:].islower() and following[:1].isdigit() and not BARE_ADDRESS.match(line)
        for one, (line, following) in zip(full, pairwise(lines), strict=True)
    ]


def stand_apart(line: str, following: str, after: str, width: int) -> bool:
    """Whether a line ends before one that is of its form, or that begins as the next does: "add …", "add …".

    Args:
        line: A line.
        following: The one below it.
        after: The one below that; "" if there is none.
        width: What the paragraphs of the leaflet are wrapped to, in characters.
    """
    first = following.split(maxsplit=1)[0] if following else ""
    again = len(first) > 1 and first.islower() and first in (*line.split()[:1], *after.split()[:1])
    return (again and has_room(f"{line}{SLACK}", following, width)) or _are_of_one_form(line.split(), following.split())


def _are_of_one_form(line: Sequence[str], following: Sequence[str]) -> bool:
    """Whether two numbers and two words stand at the same places of both: "A 15 mg/kg every 4-6 hours"."""
    pairs = list(zip(line, following, strict=False))[1:_FORM]
    numbers = sum(one[:1].isdigit() and other[:1].isdigit() for one, other in pairs)
    words = sum(one == other and one[:1].isalpha() for one, other in pairs)
    return numbers > 1 and words > 1


def _parallel(lines: Sequence[str]) -> bool:
    """Whether lines are of one form: each begins with a label, name or step, or ends as a sentence does; two equate."""
    if any(sum(form.match(line) is not None for line in lines) > 1 for form in (_EQUATION, _LEADS)):
        return True
    if any(len({line.count(one) for line in lines}) == 1 and lines[0].count(one) > 1 for one in _SEPARATORS):
        return len(lines) >= MOST_SHORT
    dashed = len(lines) >= MOST_SHORT and not any(line[:1].islower() for line in lines)
    if all(map(_is_loud, lines)) and len({line.split()[0] for line in lines}) == len(lines) >= MOST_SHORT:
        return True
    if all(map(LABEL.match, lines)) or (dashed and all(map(_DASHED.match, lines))):
        return True
    steps = [match[1] if (match := _STEP.match(line)) else "" for line in lines]
    if steps[0] and len(set(steps)) == 1:
        return True
    return all(ENDED.search(line) for line in lines[:-1]) and not any(line[:1].islower() for line in lines)


def _is_loud(line: str) -> bool:
    """Whether a line begins with one word in capitals, and goes on with others: YES rice, NO wheat, ASK oats."""
    first, following, *_ = (*line.split(maxsplit=2), "", "")
    return len(first) > 1 and first.isalpha() and first.isupper() and bool(following) and not following.isupper()


def _listed(lines: Sequence[str], width: int) -> bool:
    """Whether all lines but the first begin in small letters, as items do that nobody marked.

    None ends as a sentence does, and all are far too short to be wrapped, or begin with the same word: "don’t".
    """
    small = all(line[:1].islower() for line in lines[1:]) and not any(map(ENDED.search, lines[1:]))
    narrow = all(len(line) * 5 < width * 3 for line in lines[:-1])
    return len(lines) >= MOST_SHORT and small and (narrow or len({line.split()[0] for line in lines[1:]}) == 1)


def _small(lines: Sequence[str]) -> bool:
    """Whether lines are items that nobody marked: all begin in small letters, and none is a sentence.

    The first does, too, or is in capitals.
    All are far too short to be wrapped, or half of them at least had room for the word below, in the width of the
    longest of them: no editor leaves it.
    """
    items = lines[1:] if lines[0].isupper() else lines
    if not all(line[:1].islower() for line in items) or any(map(ENDED.search, lines[:-1])):
        return False
    longest = max(map(len, lines))
    if len(lines) >= MOST_SHORT and longest * 6 < LEAST * 5:
        return True
    room = [has_room(line, below, longest) for line, below in pairwise(items)]
    return sum(room) * 2 >= len(room)


def _cells(lines: Sequence[str]) -> bool:
    """Whether lines are cells of a web page, one a line: all are short, and nearly all have room for the word below."""
    longest = max(map(len, lines))
    room = [has_room(line, below, longest) for line, below in pairwise(lines)]
    return longest <= _CELL and len(room) >= MOST_SHORT and sum(room) * 4 >= len(room) * 3
