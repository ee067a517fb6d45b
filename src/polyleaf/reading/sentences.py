"""Sentences of a text, by the full stops of every script."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from polyleaf.locales.shared import shared

_END = re.compile(
    # Scripts without a space after the stop, then those with one; closing marks belong to the sentence before.
    r"[。！？]+[”’」』）)]*|[.!?…।॥۔؟։።၊။។៕᱾᠃܀-܂]+[”’»\"'）)\]*]*(?=\s|$)"
)

_WORD = re.compile(r"(?<!\.)\s[aeiou]$")
"""A vowel alone is a word (Igbo "a", this), where it stands in no chain such as "u. a.", before a new sentence."""
_BEHIND = re.compile(r"\s*(\S)(\S)")


@cache
def _abbreviated() -> re.Pattern[str]:
    """A letter, letters with points between them, or an abbreviation, at the end of a text and before its point."""
    words = "|".join(map(re.escape, shared().abbreviations))
    return re.compile(rf"(?:^|[\s(])(?:(?:[a-zà-žа-яіїєґ]\.){{0,2}}[a-zà-žа-яіїєґ]|{words})\.$", re.IGNORECASE)


@lru_cache(maxsize=16_384)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of ``text`` with their stops; a text without any stop is one sentence."""
    found: list[str] = []
    start = 0
    for match in _END.finditer(text):
        if match[0].startswith("...."):
            continue  # room to write in
        if match[0][0] == ".":
            before = text[max(0, match.start() - 8) : match.start()]
            if _abbreviated().search(f"{before}.") and not (_WORD.search(before) and _begins(text, match.end())):
                continue
        found.append(text[start : match.end()].strip())
        start = match.end()
    found.append(text[start:].strip())
    return tuple(one for one in found if any(map(str.isalnum, one)))


def _begins(text: str, start: int) -> bool:
    """Whether a word with a capital stands behind a place."""
    behind = _BEHIND.match(text, start)
    return behind is not None and behind[1].isupper() and behind[2].islower()
