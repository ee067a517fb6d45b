"""E-mail and web addresses that are written out in a text."""

from __future__ import annotations

import re

_ADDRESS = re.compile(
    # Nothing begins inside what has just been tried, and every run is bounded: the work grows with the text, no faster.
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}|(?:https?://|www\.)[^\s<>()]+|"
    r"(?<![a-z0-9.])[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){0,6}\.(?:org|com|net|info|uk|eu|gov|edu|int|de|pl|ro|ua|example)\b(?:/[^\s<>()]*)?",
    re.ASCII,
)


_TRACE = re.compile(r"@|\.[^\s.]|://")
"""What every address has and few sentences do."""
_IN_ANY_CASE = re.compile(_ADDRESS.pattern, re.ASCII | re.IGNORECASE)


def addresses_in(text: str) -> tuple[str, ...]:
    """E-mail and web addresses that are written out in a text, in small letters."""
    if not _TRACE.search(text):
        return ()
    return tuple(found.rstrip(".,;:!?") for found in _ADDRESS.findall(text.casefold()))


def without_addresses(text: str) -> str:
    """``text`` without the e-mail and web addresses that are written out in it."""
    return _IN_ANY_CASE.sub(" ", text) if _TRACE.search(text) else text


def blotted_addresses(text: str, hole: str) -> str:
    """``text`` with every letter of the addresses in it replaced by ``hole``."""
    return _ADDRESS.sub(lambda match: hole * len(match[0]), text) if _TRACE.search(text) else text
