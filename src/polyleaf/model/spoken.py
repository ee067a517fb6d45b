"""What of a text is spoken: characters that only steer layout are no part of it."""

from __future__ import annotations

import unicodedata

UNSPOKEN = frozenset(
    "\u00ad\u200b\u2060\ufeff\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufe0e\ufe0f"
)
"""Soft hyphen, word breaks, joiners, direction controls, marks for coloured or plain signs: they steer layout
and are no part of the text."""


_UNSPOKEN = dict.fromkeys(map(ord, UNSPOKEN))


def words(text: str) -> str:
    """The text as a screen reader should get it: NFC, one space between words, without what only steers layout."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).translate(_UNSPOKEN)
    return " ".join(text.split())


def letters(text: str) -> str:
    """The text as readers of the page are compared, who see spaces where there are none: ``words`` without spaces."""
    return words(text).replace(" ", "")
