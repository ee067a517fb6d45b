"""Text read back from a page: folded for comparison, its direction, its scripts."""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = re.compile("[\\s\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffc]+")
"""Blanks, controls, word breaks, joiners and direction marks."""

_SIDES = {"L": "L", "R": "R", "AL": "R"}
_NO_LETTERS = ("Cc", "Cf", "Me", "Mn")
_LEFT_TO_RIGHT = re.compile(r"[0-9A-Za-z][0-9A-Za-z.,:/@+%_-]*[0-9A-Za-z%]|[0-9A-Za-z]")
"""What keeps its order inside right-to-left text: numbers, addresses, Latin words; spaces are gone already."""

_JOINED = re.compile(
    "[\u0600-\u06ff\u0700-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefe\u0900-\u09ff\u0a00-\u0a7f\u1800-\u18af]"
)
"""Letters of Arabic, Syriac, Devanagari, Bengali, Gurmukhi and Mongolian: they hold together."""


_ALEFS = re.compile("[\u0622\u0623\u0625\u0627\u0671]")
"""After a lam they are one glyph with it; in the runs of a page they are told behind the others, or in a run apart."""


def without_alefs(text: str) -> str:
    """A text by which a line with joined lam and alef is known, in whatever order the runs of the page tell it."""
    return text if text.isascii() else _ALEFS.sub("", text)


def folded(text: str) -> str:
    """The text as it is compared: NFKC, without blanks, controls and word breaks, in small letters."""
    seen = _UNSEEN.sub("", text if text.isascii() else unicodedata.normalize("NFKC", text)).lower()
    return seen if seen.isascii() else _UNSEEN.sub("", unicodedata.normalize("NFKC", seen))


def readings(text: str) -> tuple[str, ...]:
    """A folded line as it was painted, and for right-to-left letters also turned round.

    Most programs paint right-to-left letters from left to right; polyleaf paints them as they are read.
    """
    if text.isascii() or not any(unicodedata.bidirectional(c) in ("R", "AL") for c in text):
        return (text,)
    return (text, _LEFT_TO_RIGHT.sub(lambda part: part[0][::-1], text[::-1]))


def is_right_to_left(text: str) -> bool | None:
    """Whether most of its letters run from right to left; None if it has no letters."""
    if text.isascii():
        return False if any(c.isalpha() for c in text) else None
    kinds = [unicodedata.bidirectional(c) for c in text]
    right, left = sum(kind in ("R", "AL") for kind in kinds), kinds.count("L")
    return None if right == left == 0 else right > left


def is_mixed(text: str) -> bool:
    """Whether it has letters of both directions."""
    return not text.isascii() and {"L"} < {_SIDES.get(unicodedata.bidirectional(c), "") for c in text} - {""}


def is_joined(text: str) -> bool:
    """Whether some of its letters hold together, so that space between them breaks words."""
    return _JOINED.search(text) is not None


def wide_letters(text: str) -> int:
    """How many of its characters are as wide as they are high: Chinese, Japanese, Korean."""
    return 0 if text.isascii() else sum(unicodedata.east_asian_width(c) in ("W", "F") for c in text)


def letters(text: str) -> int:
    """How many letters, figures, signs and spaces it has; marks above and below letters are part of them."""
    return len(text) if text.isascii() else sum(unicodedata.category(c) not in _NO_LETTERS for c in text)
