"""On which side a part of the body lies: "on your left side, with your right leg bent"."""

from __future__ import annotations

from functools import lru_cache

from polyleaf.model.language import Language
from polyleaf.reading.words.pattern import fold
from polyleaf.reading.words.sides import both_sides
from polyleaf.reading.words.turned import opposites

_PARTS = ("arm_leg", "eye_ear")
"""Pairs of opposites that are parts of the body of which everybody has a left one and a right one."""

_REACH = 12
"""Characters between a part and its side, at most: "left lower leg"."""

Side = tuple[bool, str]
"""Whether it is the left one, and the word."""


def sides_of_parts(source: str, here: Language, target: str, there: Language) -> tuple[tuple[Side, Side], ...]:
    """The sides of the parts of the body that a text and its translation both name, each once.

    A language may name the right leg before the left side; beside which word a side stands is the same in all.

    Args:
        source: A sentence.
        here: Its language.
        target: Its translation.
        there: The language of that.
    """
    wanted, found = _sides(source, here), _sides(target, there)
    return tuple((wanted[part], found[part]) for part in wanted if part in found)


@lru_cache(maxsize=2048)
def _sides(text: str, language: Language) -> dict[tuple[str, frozenset[str]], Side]:
    """The side of each part that a sentence names once, and that stands nearer to one side than to the other."""
    left, right = both_sides(text, language)
    if len(left) != 1 or len(right) != 1:
        return {}
    folded, books = fold(text), opposites(language).books
    spots = [
        (folded.index(word), folded.index(word) + len(word), is_left, word)
        for is_left, (word,) in ((True, left), (False, right))
    ]
    parts: dict[tuple[str, frozenset[str]], Side] = {}
    for kind in _PARTS:
        said = [one for one in books[kind].found(folded) if len(one.meant) == 1] if kind in books else []
        for one in said:
            if sum(other.meant == one.meant for other in said) > 1:
                continue
            gaps = sorted(
                (max(start - one.end, one.start - end, 0), is_left, word) for start, end, is_left, word in spots
            )
            if gaps[0][0] <= _REACH and gaps[0][0] < gaps[1][0]:
                parts[kind, one.meant] = gaps[0][1:]
    return parts
