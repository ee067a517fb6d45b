"""Which ends of lines in a paragraph were meant: an address is lines, prose wrapped by an editor is not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

_LEAST = 60
"""Characters of the narrowest column that people wrap text to."""

_WIDEST = 200
"""Characters of a line that nobody wrapped: who writes so ends a line because it ends."""

_MOST_SHORT = 3
"""Ends of lines from which on two thirds say what all are."""

_NAME = re.compile(r"[^\s:]+(?: [^\s:]+){0,2}:(?=\s|$)")
"""What stands before what is to be read or written: "Tel:", "Date of operation:"."""

_SMALL_NAME = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*[.:]\s*(?:[+(]?\d[\d ()/.-]{5,}|\S+@\S)")
"""The same in small letters before a telephone number or an address: "kom. +48 600 000 000"."""

_LABEL = re.compile(r"\S.{0,40}?:(?:\s|$)")
_EQUATION = re.compile(r"[^=.!?;]{1,60} = (?=\S)[^=]*$")
"""What a sign or a result stands for: "pos = side room"."""
_DASHED = re.compile(r"(?=[^\W_])(?:[^.!?;]|[.](?=\d)){1,60}? [-–—] (?=\S)")
"""A name and a dash before what is said of it."""
_LINE_END = re.compile(r"[ \t]*<br[ \t]*/?>[ \t]*\n?", re.IGNORECASE)
_STEP = re.compile(r"([^\W\d_]+\.?) ?\d{1,3}\b")
"""Step 1, Day 2, Week 3: lines that begin so each are no wrapped sentence."""

_INTRODUCED = re.compile(r":[-–—]?$")
_FAR = re.compile(r"(?: {4,}|\t)\S")
"""What somebody moved in below the line above."""

_SEPARATORS = (" / ", " | ", " · ", " \\ ", "; ")
"""What people put between the pieces of lines that are alike; two at least on each."""

_SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?[ \t\u00a0]+(?=[^\W\d_])")
"""The number of a section, 1.1: two at least in a paragraph begin lines; one may be a dose."""

_OPEN_END, _SHUT = frozenset("([£$<≤≥±×≈"), frozenset("%)]°")
"""Signs that no line ends with, and that none begins with."""

_VALUE_END = re.compile(r"[\d)\]%°]$")
_ENDED = re.compile(r"[.!?:;…。！？][\"'”’»)*_]*$")
MARKED = re.compile(r"\s*(?:[|:#>]|[-*+]\s|\d+[.)]\s)")
"""A line that Markdown takes for more than prose."""
_ADDRESS = re.compile(r"\S+@\S|\w+://|mailto:|www\.|c/o\b|[a-z\d-]+(?:\.[a-z\d-]+)+/\S", re.IGNORECASE)
"""What begins in small letters and goes on with no sentence."""

_ADDRESS_END = re.compile(r"(?:\S+@\S+|(?:\w+://|www\.)\S+[^\s.])$", re.IGNORECASE)
_PLACE = re.compile(r"(?![ap]m\b)[^\W\d_]{2,4}\. (?=[^\W\d_])")
"""An abbreviation before a name, below a value that has a label: "ul. Polna 3"."""

_SMALL = 3
"""Letters of small words, such as "in" and "for", that no line ends with."""

_SIGN = re.compile(r"[☎☏✆✉📞📱📧📠🖂]")
_BLANK = re.compile(r"_{2,}|\.{4,}|…{2,}")
_BLANK_END = re.compile(r"(?:_{2,}|\.{4,}|…{2,})\W*$")
"""Lines to fill in: one that ends in a blank, and one below it."""

_NUMBERED = re.compile(
    r"(?:\(?(?:[A-Za-z]|[ivx]{2,4}|[IVX]{2,4}|\d{1,2})[.)]|[☐☑☒✓✔✗✘√×→⇒⇨➔]|[-=]>|\[[ xX]\])[ \t\u00a0]+\S"
    r"|[A-Za-z]\)[^\W\d_]|\d{1,2}[/-][ \t\u00a0]+[^\W\d_]"
    r"|[☎☏✆✉📞📱📧📠🖂]"
    r"|[①-⑳⑴-⒇⓪❶-❿➀-➓⓵-⓾]"
)


class Column(NamedTuple):
    """Widths in characters.

    Attributes:
        usual: What the paragraphs of a leaflet are wrapped to.
        longest: Its longest line: an editor that wraps lines leaves none longer than the column.
        alone: The longest line with one below it, if no other is nearly as long: an editor leaves several; else 0.
    """

    usual: int = _LEAST
    longest: int = _LEAST
    alone: int = 0


def column(lines: Sequence[str]) -> Column:
    """How wide a leaflet is.

    Args:
        lines: All lines of its body.
    """
    broken = sorted(len(one.rstrip()) for one, following in pairwise(lines) if is_prose(one) and is_prose(following))
    longest = max([_LEAST, *(len(line) for line in lines if is_prose(line) and "\t" not in line)])
    if longest > _WIDEST:
        return Column(_WIDEST, longest)
    alone = broken[-1] if len(broken) > 1 and broken[-2] * 5 < broken[-1] * 4 else 0
    return Column(max(_LEAST, broken[len(broken) * 9 // 10]) if broken else _LEAST, longest, alone)


def with_breaks(paragraph: str, width: Column) -> str:
    """The paragraph with a backslash at the end of each line that was meant to end there.

    Args:
        paragraph: Raw Markdown of several lines.
        width: Of the leaflet, from ``column``.
    """
    paragraph = _LINE_END.sub("\\\\\n", paragraph).removesuffix("\\\n")
    lines = [line.strip() for line in paragraph.split("\n")]
    if len(lines) == 1:
        return paragraph
    short = [is_short(line, following, width) for line, following in pairwise(lines)]
    sections = sum(_SECTION.match(line) is not None for line in lines) > 1
    tabbed = all("\t" in line for line in lines)
    introduced = _INTRODUCED.search(lines[0]) is not None and max(map(len, lines[1:])) < _LEAST
    whole = (
        all(short)
        or tabbed
        or introduced
        or width.usual == _WIDEST
        or _parallel(lines)
        or _listed(lines, width.usual)
        or _small(lines)
    )
    mostly = len(short) >= _MOST_SHORT and sum(short) * 3 >= len(short) * 2
    typed = any(short[1:])  # no editor leaves room for a word below the first line
    raw = paragraph.split("\n")
    moved_in = [_FAR.match(line) is not None for line in raw[1:]]
    kept = [
        whole
        or far
        or (fits and (len(line) * 2 < width.usual or bool(_NAME.match(following))))
        or ((mostly or typed) and bool(following) and not _goes_on(line, following))
        or bool(sections and (part := _SECTION.match(following)) and following[part.end()].isupper())
        or bool(_NUMBERED.match(following) or _SMALL_NAME.match(following))
        or (bool(_BLANK_END.search(line) and _BLANK.search(following)) and not following[:1].islower())
        or bool(_NAME.match(following) and (_is_label(following) or _NAME.match(line) or _ENDED.search(line)))
        or bool(
            _LABEL.match(line)
            and (_LABEL.match(following) or _ADDRESS_END.search(line))
            and not following[:1].islower()
        )
        or (bool(_SIGN.match(line)) and not following[:1].islower())
        for (line, following), fits, far in zip(pairwise(lines), short, moved_in, strict=True)
    ]
    ends = [
        f"{line.rstrip()}\\" if keep and not line.rstrip().endswith("\\") and not line.endswith("  ") else line
        for line, keep in zip(raw, kept, strict=False)
    ]
    return "\n".join([*ends, raw[-1]])


def is_short(line: str, following: str, width: Column) -> bool:
    """Whether a line ends before it must, and not in mid-sentence. Behind a value any longer line shows that."""
    address = bool(_ADDRESS.match(following))
    if address and len(following.split()) == 1:
        return True  # it may be longer than any line
    if not following or (not address and _goes_on(line, following)):
        return False
    if _VALUE_END.search(line) and len(line) == width.alone:
        return True
    room = width.longest if _VALUE_END.search(line) else width.usual
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) <= room


def _goes_on(line: str, following: str) -> bool:
    """Whether a line ends in mid-sentence, as far as the next one shows: "1 in", "2,000 people"."""
    if following[:1].islower() and line.count("(") > line.count(")") and following.count(")") > following.count("("):
        return True
    if _ENDED.search(line) or _ADDRESS.match(following) or _SMALL_NAME.match(following):
        return False
    if line[-1:] in _OPEN_END or following[:1] in _SHUT:
        return True
    labelled = _LABEL.match(line) and _VALUE_END.search(line)
    if labelled and (place := _PLACE.match(following)) and following[place.end()].isupper():
        return False
    if following[:1].isdigit():
        *before, last = line.split() or [""]
        return last.isalpha() and last.islower() and len(last) <= _SMALL and not any(map(str.isdigit, before[-1:]))
    word = following.split(maxsplit=1)[0]
    return word[:1].islower() and word == word.lower()


def _parallel(lines: Sequence[str]) -> bool:
    """Whether lines are of one form: each begins with a label, name or step, or ends as a sentence does; two equate."""
    if sum(_EQUATION.match(line) is not None for line in lines) > 1:
        return True
    if any(len({line.count(one) for line in lines}) == 1 and lines[0].count(one) > 1 for one in _SEPARATORS):
        return len(lines) >= _MOST_SHORT
    dashed = len(lines) >= _MOST_SHORT and not any(line[:1].islower() for line in lines)
    if all(map(_LABEL.match, lines)) or (dashed and all(map(_DASHED.match, lines))):
        return True
    steps = [match[1] if (match := _STEP.match(line)) else "" for line in lines]
    if steps[0] and len(set(steps)) == 1:
        return True
    return all(_ENDED.search(line) for line in lines[:-1]) and not any(line[:1].islower() for line in lines)


def _is_label(line: str) -> bool:
    """Whether it begins with one word in a capital and a colon: no wrapped sentence does."""
    return line[0].isupper() and line.split(maxsplit=1)[0].endswith(":")


def _listed(lines: Sequence[str], width: int) -> bool:
    """Whether all lines but the first begin in small letters, as items do that nobody marked.

    None ends as a sentence does, and all are far too short to be wrapped, or begin with the same word: "don’t".
    """
    small = all(line[:1].islower() for line in lines[1:]) and not any(map(_ENDED.search, lines[1:]))
    narrow = all(len(line) * 5 < width * 3 for line in lines[:-1])
    return len(lines) >= _MOST_SHORT and small and (narrow or len({line.split()[0] for line in lines[1:]}) == 1)


def _small(lines: Sequence[str]) -> bool:
    """Whether lines are items that nobody marked: all begin in small letters, the first too, and none is a sentence.

    All are far too short to be wrapped, or half of them at least had room for the word below, in the width of the
    longest of them: no editor leaves it.
    """
    if not all(line[:1].islower() for line in lines) or any(map(_ENDED.search, lines[:-1])):
        return False
    longest = max(map(len, lines))
    if len(lines) >= _MOST_SHORT and longest * 4 < _LEAST * 3:
        return True
    room = [len(line) + 1 + len(below.split(maxsplit=1)[0]) <= longest for line, below in pairwise(lines)]
    return sum(room) * 2 >= len(room)


def is_prose(line: str) -> bool:
    """Whether a line has words, and no mark of Markdown before them."""
    return bool(line.strip()) and not MARKED.match(line)
