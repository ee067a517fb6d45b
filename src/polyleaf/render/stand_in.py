"""What stands on a page in the place of its code: the code follows from the page, so the page is filled before it."""

from __future__ import annotations

import secrets
from urllib.parse import quote

from polyleaf.model.print_code import LENGTH, SYMBOLS, grouped

_FIRST = 0x100000 + secrets.randbelow(0xFF00)
_LETTERS = tuple(chr(_FIRST + place) for place in range(LENGTH + 1))
"""Letters for private use (plane 16), one a symbol, so that a template may cut the code as it likes. Each process
chooses its own: no text can be written to hold them."""

CODE = grouped("".join(_LETTERS[:LENGTH]))
TEXT = _LETTERS[LENGTH]
"""Stands for the digest of the text."""

BLANK = grouped(SYMBOLS[0] * LENGTH)
"""The code of a page while its text is read; no print has it."""


def settled(page: str, code: str = BLANK, text: str = "") -> str:
    """The page, or a part of it, with the code and the digest of its text in their places, also in addresses."""
    for letter, said in zip(_LETTERS, (*code.replace("-", ""), text), strict=True):
        page = page.replace(letter, said).replace(quote(letter), said)
    return page
