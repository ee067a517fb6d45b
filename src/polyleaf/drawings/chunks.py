"""Which chunks of a text belong together: pieces of a word, and lines of a label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from unicodedata import east_asian_width

from polyleaf.drawings.styles import colour, font_size
from polyleaf.drawings.text import Chunk, UnplacedError

_LEVEL, _NARROW, _WIDE = 0.1, 0.25, 0.75
"""In ems: pieces of a word stand on one line, and a letter is so narrow or wide."""
_SPACE, _UNSURE = 0.13, 0.05
"""In ems: what a space takes at least, and how much wider each letter may be than it is in other fonts."""

_SAME_EDGE, _PITCH = 0.6, (0.7, 2.3)
"""In ems: lines of one label begin at most so far from each other, and are so far apart."""


_ABOUT, _APART = 0.06, 0.3
"""Of the longest line, and in ems: how exactly the middle of a line is known."""


def together(chunks: Sequence[Chunk], middle: float | None = None) -> Iterator[list[Chunk]]:
    """Chunks that are one label: letters that a program set one by one as one word, and lines below each other.

    Args:
        chunks: Of one text.
        middle: Of the shape that the text stands in, if it is known.
    """
    words: list[Chunk] = []
    piece: Chunk | None = None
    for chunk in chunks:
        last = words[-1] if words else None
        level = last is not None and abs(chunk.y - last.y) <= _LEVEL * font_size(chunk.style)
        if chunk.follows and last is not None and not (level and last.anchor == "start"):
            raise UnplacedError("has letters with places of their own")
        if last is not None and level and (chunk.follows or _goes_on(last, chunk)):
            between = " " if piece is not None and not chunk.follows and _is_apart(piece, chunk) else ""
            others = chunk.others if colour(chunk.style) == colour(last.style) else chunk.words
            words[-1] = replace(last, words=last.words + between + chunk.words, others=last.others + others)
        else:
            words.append(chunk)
        piece = chunk
    words = _centred(words, middle)
    label: list[Chunk] = []
    for number, chunk in enumerate(words):
        if label and not _is_next_line(words[number - 1], chunk):
            yield label
            label = []
        label.append(chunk)
    if label:
        yield label


def in_other_colours(label: Sequence[Chunk]) -> str:
    """The words of a label that have another colour than its first ones."""
    first = colour(label[0].style)
    words = (one.others if colour(one.style) == first else one.words for one in label)
    return " ".join(" ".join(words).split())


def _centred(lines: list[Chunk], middle: float | None) -> list[Chunk]:
    """Lines that each have their own beginning, and one middle, hung up there: larger type grows to both sides."""
    if not lines or any(one.anchor != "start" for one in lines):
        return lines
    em = font_size(lines[0].style)
    lengths = [sum(map(_width, one.words.strip())) * font_size(one.style) for one in lines]
    middles = [one.x + length / 2 for one, length in zip(lines, lengths, strict=True)]
    around = sum(middles) / len(middles) if middle is None else middle
    ragged = max(one.x for one in lines) - min(one.x for one in lines) > _SAME_EDGE * em
    below = all(_PITCH[0] * em <= low.y - high.y <= _PITCH[1] * em for high, low in pairwise(lines))
    near = all(abs(one - around) <= _ABOUT * max(lengths) + _APART * em for one in middles)
    if near and below and (ragged or (len(lines) == 1 and middle is not None)):
        return [replace(one, x=around, anchor="middle") for one in lines]
    return lines


def _goes_on(before: Chunk, after: Chunk) -> bool:
    """Whether a chunk stands where the word before it ends."""
    letters, ems = len(before.words), (after.x - before.x) / font_size(before.style)
    return before.anchor == after.anchor == "start" and _NARROW * letters <= ems <= _WIDE * letters + _NARROW


def _is_apart(before: Chunk, after: Chunk) -> bool:
    """Whether there is room for a space between two pieces on a line: "10" and "5" are not 105."""
    written = before.words
    if written.endswith(" ") or after.words.startswith(" "):
        return False
    room = (after.x - before.x) / font_size(before.style) - sum(map(_width, written))
    return room > _SPACE + _UNSURE * len(written)


def _width(char: str) -> float:
    """About how wide a letter is in fonts without serifs, in ems."""
    if char in "ijlI.,:;'|!()[]ftr- /":
        return 0.3
    if char in "mwMW%@—…" or east_asian_width(char) in "WF":
        return 0.9
    return 0.67 if char.isupper() else 0.54


def _is_next_line(above: Chunk, below: Chunk) -> bool:
    em = font_size(above.style)
    near = abs(above.x - below.x) <= _SAME_EDGE * em
    return near and above.anchor == below.anchor and _PITCH[0] * em <= below.y - above.y <= _PITCH[1] * em
