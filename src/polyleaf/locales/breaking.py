"""Word breaks for scripts written without spaces, which the page engine cannot break: Khmer, Lao, Burmese."""

from __future__ import annotations

import re
import unicodedata
from itertools import accumulate

from polyleaf.model.language import Breaking, Language

ZERO_WIDTH_SPACE = "\u200b"
"""Marks a place where a line may break (UAX 14); prints nothing."""

_BLOCKS = ((0x0E80, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x19E0, 0x19FF), (0xA9E0, 0xA9FF), (0xAA60, 0xAA7F))
"""Lao, Myanmar, Khmer, Khmer Symbols, Myanmar Extended-B and -A."""

_SURROGATE = re.compile("[\ud800-\udfff]")
"""Halves of characters, which ICU refuses."""


def break_words(text: str, language: Language) -> str:
    """``text`` with U+200B between the words of a script that has no spaces; other languages are left alone.

    Breaks that a translator set are kept. Removing every U+200B gives back the letters, and breaking twice is
    breaking once: the words are always looked for in the text without breaks.
    """
    if language.breaking is not Breaking.DICTIONARY:
        return text
    bare, breaks = _take_out(text)
    breaks |= _word_ends(bare, language.locale)
    return "".join((ZERO_WIDTH_SPACE if at in breaks else "") + bare[at : at + 1] for at in range(len(bare) + 1))


def _take_out(text: str) -> tuple[str, set[int]]:
    """The text without its breaks, and where they stood."""
    bare: list[str] = []
    breaks: set[int] = set()
    for char in text:
        if char == ZERO_WIDTH_SPACE:
            breaks.add(len(bare))
        else:
            bare.append(char)
    return "".join(bare), breaks


def _word_ends(text: str, locale: str) -> set[int]:
    """Where ICU's dictionary of the locale ends a word inside a run of its script."""
    if not any(_unspaced(char) for char in text):
        return set()
    from icu4py.breakers import CharacterBreaker, LineBreaker  # noqa: PLC0415 - 30 MB of ICU data, for three languages

    # The pieces, not their offsets: those count UTF-16 units and are wrong after an emoji.
    whole = _SURROGATE.sub(" ", text)
    ends = accumulate(len(piece) for piece in LineBreaker(whole, locale))
    # In misspelt Khmer the dictionary may end a word inside a cluster.
    clusters = set(accumulate(len(piece) for piece in CharacterBreaker(whole, locale)))
    return {end for end in ends if end in clusters and end < len(text) and _inside_run(text[end - 1], text[end])}


def _inside_run(before: str, after: str) -> bool:
    return _unspaced(before) and _unspaced(after) and not unicodedata.category(after).startswith("M")


def _unspaced(char: str) -> bool:
    code = ord(char)
    return any(first <= code <= last for first, last in _BLOCKS) and unicodedata.category(char)[0] in "LM"
