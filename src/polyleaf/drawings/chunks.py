"""Which chunks of a text belong together: pieces of a word, and lines of a label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from polyleaf.drawings.styles import font_size
from polyleaf.drawings.text import Chunk, UnplacedError

_LEVEL, _NARROW, _WIDE = 0.1, 0.25, 0.75
"""In ems: pieces of a word stand on one line, and a letter is so narrow or wide."""
_SAME_EDGE, _PITCH = 0.6, (0.7, 2.3)
"""In ems: lines of one label begin at most so far from each other, and are so far apart."""


def together(chunks: Sequence[Chunk]) -> Iterator[list[Chunk]]:
    """Chunks that are one label: letters that a program set one by one as one word, and lines below each other."""
    words: list[Chunk] = []
    for chunk in chunks:
        last = words[-1] if words else None
        level = last is not None and abs(chunk.y - last.y) <= _LEVEL * font_size(chunk.style)
        if chunk.follows and last is not None and not (level and last.anchor == "start"):
            raise UnplacedError("has letters with places of their own")
        if last is not None and level and (chunk.follows or _goes_on(last, chunk)):
            words[-1] = replace(last, words=last.words + chunk.words)
        else:
            words.append(chunk)
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


def _is_next_line(above: Chunk, below: Chunk) -> bool:
    em = font_size(above.style)
    near = abs(above.x - below.x) <= _SAME_EDGE * em
    return near and above.anchor == below.anchor and _PITCH[0] * em <= below.y - above.y <= _PITCH[1] * em
