"""Which ends of lines in a paragraph were meant: an address is lines, prose wrapped by an editor is not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from polyleaf.source.alike_lines import (
    BARE_ADDRESS,
    ENDED,
    LABEL,
    LEAST,
    MOST_SHORT,
    SLACK,
    are_alike,
    has_room,
    is_whole,
    numbers_in_prose,
    places_of,
    stand_apart,
)

_WIDEST = 200
"""Characters of a line that nobody wrapped: who writes so ends a line because it ends."""

_NAME = re.compile(r"[^\s:]+(?: [^\s:]+){0,2} ?:(?=\s|$)")
"""What stands before what is to be read or written: "Tel:", "Date of operation:"."""

_SHORTENED = re.compile(r"(?!z\.)[^\W\d_]{1,5}\.[,/–-]? ?\w")
"""What begins a line of an address or of hours in small letters: "ul. Polna 3", "pn.-śr. 8–14"."""

_CONTACT = re.compile(r"(?:^|\s)[+(]?\d[\d ()/-]{6,}\d\b|^\d{2}-\d{3}\s|^\d{4,6}\s[^\W\d_]")
"""A telephone number, or a line that begins with the number of a place."""

_SMALL_NAME = re.compile(r"[^\W\d_]+(?:(?:-|\./)[^\W\d_]+)*(?:[.:]\s*|(?<=\./fax)\s+)(?:[+(]?\d[\d ()/.-]{5,}|\S+@\S)")
"""The same in small letters before a telephone number or an address: "kom. +48 600 000 000"."""

_LINE_END = re.compile(r"[ \t]*<br[ \t]*/?>[ \t]*\n?", re.IGNORECASE)
_INTRODUCED = re.compile(r":[-–—]?$")
_FAR = re.compile(r"(?: {4,}|\t)\S")
"""What somebody moved in below the line above."""

_NEAR = re.compile(r"[ \u00a0]{2,3}\S")
"""The same by less: a line of its own where the line above had room for more."""

_ROW = re.compile(r"[^\t.,;:]{1,20}\t+\S")
_LABEL_END = re.compile(r"[,;(–-]$")
"""A short first cell before a tab begins a line, unless the one above goes on."""

_PAIR = 2
_SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?[ \t\u00a0]+(?=[^\W\d_])")
"""The number of a section, 1.1: two at least in a paragraph begin lines; one may be a dose."""

_OPEN_END, _SHUT = frozenset("([£$<≤≥±×≈"), frozenset("%)]°")
"""Signs that no line ends with, and that none begins with."""

_VALUE_END = re.compile(r"[\d)\]%°]$")
MARKED = re.compile(r"\s*(?:[|:#>]|[-*+]\s|\d+[.)]\s)")
"""A line that Markdown takes for more than prose."""
_ADDRESS = re.compile(r"\S+@\S|\w+://|mailto:|www\.|c/o\b|[a-z\d-]+(?:\.[a-z\d-]+)+/\S", re.IGNORECASE)
"""What begins in small letters and goes on with no sentence."""

_ADDRESS_END = re.compile(r"(?:\S+@\S+|(?:\w+://|www\.)\S+[^\s.])$", re.IGNORECASE)
_ASKED = re.compile(r"(?=[^\W\d_])[^\Wa-z]\w+\? \S")
"""One word that is a question, and begins a line: "Fizzy? Let it go flat"."""

_TRAIL = (" > ", " › ", " » ")
"""Between the pieces of the way to a page of the web."""

_PLACE = re.compile(r"(?![ap]m\b)[^\W\d_]{2,4}\. (?=[^\W\d_])")
"""An abbreviation before a name, below a value that has a label: "ul. Polna 3"."""

_SMALL = 3
"""Letters of small words, such as "in" and "for", that no line ends with."""

_OPEN_WORD = re.compile(r"(?:\b[^\W\d_]{1,3}|[,(–-])$")
"""What goes on in the next line: a small word, a comma."""

_SIGN = re.compile(r"[☎☏✆✉📞📱📧📠🖂〒]")
_BLANK = re.compile(r"_{2,}|\.{4,}|…{2,}")
_BLANK_END = re.compile(r"(?:_{2,}|\.{4,}|…{2,})\W*$")
"""Lines to fill in: one that ends in a blank, and one below it."""

NUMBERED = re.compile(
    r"(?:\(?[^\W\d_]\)|\(?(?:[A-Za-z]|[ivx]{2,4}|[IVX]{2,4}|\d{1,2})[.)]|[☐☑☒✓✔✗✘√×→⇒⇨➔]|[-=]>|\[[ xX]\])[ \t\u00a0]+\S"
    r"|[A-Za-z]\)[^\W\d_]|\d{1,2}[/-][ \t\u00a0]+[^\W\d_]"
    r"|[☎☏✆✉📞📱📧📠🖂〒]"
    r"|[①-⑳⑴-⒇⓪❶-❿➀-➓⓵-⓾]"
)


class Column(NamedTuple):
    """Widths in characters.

    Attributes:
        usual: What the paragraphs of a leaflet are wrapped to.
        longest: Its longest line: an editor that wraps lines leaves none longer than the column.
        alone: The longest line with one below it, if no other is nearly as long: an editor leaves several; else 0.
    """

    usual: int = LEAST
    longest: int = LEAST
    alone: int = 0


def column(lines: Sequence[str]) -> Column:
    """How wide a leaflet is.

    Args:
        lines: All lines of its body.
    """
    broken = sorted(len(one.rstrip()) for one, following in pairwise(lines) if is_prose(one) and is_prose(following))
    longest = max([LEAST, *(len(line) for line in lines if is_prose(line) and "\t" not in line)])
    if longest > _WIDEST:
        return Column(_WIDEST, longest)
    alone = broken[-1] if len(broken) > 1 and broken[-2] * 5 < broken[-1] * 4 else 0
    return Column(max(LEAST, broken[len(broken) * 9 // 10]) if broken else LEAST, longest, alone)


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
    own = max(map(places_of, lines)) - _PAIR
    short = [
        is_short(line, following, width)
        or (at > 0 and not _goes_on(line, following) and has_room(line, following, own))
        for at, (line, following) in enumerate(pairwise(lines))
    ]
    sections = sum(_SECTION.match(line) is not None for line in lines) > 1
    tabbed = all("\t" in line for line in lines)
    contact = len(lines) > _PAIR and any(map(_CONTACT.search, lines))
    introduced = _INTRODUCED.search(lines[0]) is not None and max(map(len, lines[1:])) < LEAST
    narrow = len(short) >= MOST_SHORT and width.longest > LEAST and max(map(places_of, lines)) * 2 <= width.longest
    whole = narrow or all(short) or tabbed or introduced or width.usual == _WIDEST or are_alike(lines, width.usual)
    mostly = len(short) >= MOST_SHORT and sum(short) * 3 >= len(short) * 2
    typed = any(short[1:])  # no editor leaves room for a word below the first line
    opened = short[0] and is_whole(lines[0]) and has_room(f"{lines[0]}{SLACK}", lines[1], width.usual)
    raw = paragraph.split("\n")
    wrapped = numbers_in_prose(lines)
    names = sum(map(_is_name, lines))
    slightly = sum(below.startswith((" ", "\u00a0")) for below in raw) >= _PAIR
    moved_in = [
        _FAR.match(below) is not None
        or (
            (_NEAR.match(below) is not None or (slightly and below[:1].isspace()))
            and has_room(line.strip(), below.strip(), width.usual)
        )
        for line, below in pairwise(raw)
    ]
    labels = [False, *(LABEL.match(line) is not None for line in lines)]
    twice = [above and here for above, here in pairwise(labels)][:-1]
    kept = [
        whole
        or far
        or (fits and (len(line) * 2 < width.usual or bool(_NAME.match(following))))
        or ((mostly or typed) and bool(following) and not _goes_on(line, following))
        or (opened and not _goes_on(line, following) and (fits or _VALUE_END.search(line) is not None))
        or bool(sections and (part := _SECTION.match(following)) and following[part.end()].isupper())
        or bool(NUMBERED.match(following) or _SMALL_NAME.match(following))
        or (bool(_BLANK_END.search(line) and _BLANK.search(following)) and not following[:1].islower())
        or (contact and _SHORTENED.match(following) is not None and has_room(line, following, width.usual))
        or bool(_ROW.match(following) and not _LABEL_END.search(line))
        or (_is_name(following) and (names >= MOST_SHORT or line[-1:] in ")%°"))
        or bool(_NAME.match(following) and (_is_label(following) or _NAME.match(line) or ENDED.search(line)))
        or bool(
            LABEL.match(line) and (LABEL.match(following) or _ADDRESS_END.search(line)) and not following[:1].islower()
        )
        or any(line.count(sign) > 1 for sign in _TRAIL)
        or (bool(_SIGN.match(line)) and not following[:1].islower())
        or (BARE_ADDRESS.match(line) is not None and (following[:1].isupper() or following[:1].isdigit()))
        or _ASKED.match(following) is not None
        or stand_apart(line, following, after, width.usual)
        or (labelled and following[:1].isupper() and not _OPEN_WORD.search(line))
        for (line, following), after, fits, far, labelled in zip(
            pairwise(lines), [*lines[2:], ""], short, moved_in, twice, strict=True
        )
    ]
    kept = [keep and (whole or not inside) for keep, inside in zip(kept, wrapped, strict=True)]
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
    return has_room(line, following, room)


def _goes_on(line: str, following: str) -> bool:
    """Whether a line ends in mid-sentence, as far as the next one shows: "1 in", "2,000 people"."""
    begun = following[:1].islower() or following[:1].isdigit()
    if begun and line.count("(") > line.count(")") and following.count(")") > following.count("("):
        return True
    if ENDED.search(line) or _ADDRESS.match(following) or _SMALL_NAME.match(following):
        return False
    if line[-1:] in _OPEN_END or following[:1] in _SHUT:
        return True
    labelled = LABEL.match(line) and _VALUE_END.search(line)
    if labelled and (place := _PLACE.match(following)) and following[place.end()].isupper():
        return False
    if following[:1].isdigit():
        *before, last = line.split() or [""]
        return (
            last.isalpha()
            and last.islower()
            and len(last) <= _SMALL
            and not any(map(str.isdigit, "".join(before[-1:])))
        )
    word = following.split(maxsplit=1)[0]
    return word[:1].islower() and word == word.lower()


def _is_name(line: str) -> bool:
    return _NAME.match(line) is not None


def _is_label(line: str) -> bool:
    """Whether it begins with one word in a capital and a colon: no wrapped sentence does."""
    return line[0].isupper() and line.split(maxsplit=1)[0].endswith(":")


def is_prose(line: str) -> bool:
    """Whether a line has words, and no mark of Markdown before them."""
    return bool(line.strip()) and not MARKED.match(line)
