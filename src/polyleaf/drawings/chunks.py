"""Which chunks of a text belong together: pieces of a word, and lines of a label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from unicodedata import east_asian_width

from polyleaf.drawings.styles import font_size
from polyleaf.drawings.text import Chunk, UnplacedError

_LEVEL, _NARROW, _WIDE = 0.1, 0.25, 0.75
"""In ems: pieces of a word stand on one line, and a letter is so narrow or wide."""
_SPACE, _UNSURE = 0.13, 0.05
"""In ems: what a space takes at least, and how much wider each letter may be than it is in other fonts."""

_SAME_EDGE, _PITCH = 0.6, (0.7, 2.3)
"""In ems: lines of one label begin at most so far from each other, and are so far apart."""


def together(chunks: Sequence[Chunk]) -> Iterator[list[Chunk]]:
    """Chunks that are one label: letters that a program set one by one as one word, and lines below each other."""
    words: list[Chunk] = []
    piece: Chunk | None = None
    for chunk in chunks:
        last = words[-1] if words else None
        level = last is not None and abs(chunk.y - last.y) <= _LEVEL * font_size(chunk.style)
        if chunk.follows and last is not None and not (level and last.anchor == "start"):
            raise UnplacedError("has letters with places of their own")
        if last is not None and level and (chunk.follows or _goes_on(last, chunk)):
            between = " " if piece is not None and not chunk.follows and _is_apart(piece, chunk) else ""
            words[-1] = replace(last, words=last.words + between + chunk.words)
        else:
            words.append(chunk)
        piece = chunk
    label: list[Chunk] = []
    for number, chunk in enumerate(words):
        if label and not _is_next_line(words[number - 1], chunk):
            yield label
            label = []
        label.append(chunk)
    if label:
        yield label


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
