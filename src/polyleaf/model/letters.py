"""Characters that fonts can print."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

_UNSEEN = ("Cc", "Cf", "Zs", "Zl", "Zp")
_VARIANTS = range(0xFE00, 0xFE10)
"""Variation selectors: they print nothing themselves."""


@dataclass(frozen=True, slots=True)
class Letters:
    """What a set of fonts has.

    Attributes:
        ranges: First and last code point of each run of characters, sorted; they do not touch.
    """

    ranges: tuple[tuple[int, int], ...]

    def __contains__(self, char: str) -> bool:
        if unicodedata.category(char) == "Me":
            return False  # drawn around the letter before it, which comes from another font
        code = ord(char)
        at = bisect_right(self.ranges, (code, 0x110000)) - 1
        return at >= 0 and self.ranges[at][1] >= code

    def lacking(self, text: str) -> tuple[str, ...]:
        """The characters of a text that cannot be printed, each once, in the order of the text."""
        strange = (char for char in dict.fromkeys(text) if not char.isascii())
        return tuple(char for char in strange if not _is_unseen(char) and char not in self)


def _is_unseen(char: str) -> bool:
    return unicodedata.category(char) in _UNSEEN or ord(char) in _VARIANTS


ANY_LETTERS = Letters(((0, 0x10FFFF),))
"""Where nobody knows what the fonts have."""
