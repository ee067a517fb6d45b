"""Codes that stand where a sign was lost on the way from one program to another: no font prints them as they were."""

from __future__ import annotations

import re

_LOST = re.compile("[\x80-\x9f\ufdd0-\ufdef\ufff9-\ufffd\ufffe\uffff]")
"""Control codes (letters of Windows-1252 that nobody converted), marks of objects and of signs that were not read."""


def lost_signs(text: str) -> tuple[str, ...]:
    """The codes in a text, in order, each once."""
    return tuple(dict.fromkeys(_LOST.findall(text)))


def meant_by(code: str) -> str:
    """The sign that Windows-1252 has at such a code (U+0092 is ’), or ""."""
    return code.encode("latin-1").decode("cp1252", "ignore") if "\x80" <= code <= "\x9f" else ""
