"""Numbers that people write in several pieces, in text that runs from right to left.

UAX #9 takes ½ and the space in 10 000 for signs between words, and would print ½1 and 000 10. People mean one number;
a program that knows so may say it to the algorithm (HL3).
"""

from __future__ import annotations

import re

from polyleaf.locales.bidi import levels

_AND_A_PART = re.compile(r"(?<=\d)[ \u00a0\u202f]?(?:[¼½¾⅐-⅞](?!\d)|(?<!\d)\d{1,2}[/⁄]\d{1,2}(?![\d/⁄]))")
"""What stands behind a whole number and belongs to it: 1½, 1 1/2."""

_THOUSANDS = re.compile(r"(?<![\d.,:/+-])(?<!\d )[1-9]\d{0,2}(?:[ \u202f]\d{3})+(?![ \u202f]?\d)")
"""Groups of three digits: 10 000. A telephone number begins with 0 or +, or its groups are of other lengths."""


def levels_as_meant(text: str, base: int) -> tuple[int, ...]:
    """The level of each character as ``bidi.levels`` gives it, if each number is one.

    Args:
        text: One paragraph.
        base: Level of the paragraph: 0 or 1.
    """
    if base and any(map(str.isnumeric, text)):
        text = _AND_A_PART.sub(lambda part: "0" * len(part[0]), text)
        text = _THOUSANDS.sub(lambda number: re.sub(r"\s", "0", number[0]), text)
    return levels(text, base)
