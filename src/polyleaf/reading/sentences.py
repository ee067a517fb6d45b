"""Sentences of a text, by the full stops of every script."""

from __future__ import annotations

import re

_END = re.compile(
    # Scripts without a space after the stop, then those with one; closing marks belong to the sentence before.
    r"[。！？]+[”’」』）)]*|[.!?…।॥۔؟։።၊။៕]+[”’»\"'）)\]*]*(?=\s|$)"
)
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:(?:[a-zà-žа-яіїєґ]\.){0,2}[a-zà-žа-яіїєґ]|etc|dr|mr|mrs|ms|no|nr|np|itp|itd|godz|tel|tzn|м|стор|напр|ін|др|ca|bzw)\.$",
    re.IGNORECASE,
)


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of ``text`` with their stops; a text without any stop is one sentence."""
    found: list[str] = []
    start = 0
    for match in _END.finditer(text):
        if match[0][0] == "." and _ABBREVIATED.search(text[max(0, match.start() - 8) : match.start() + 1]):
            continue
        found.append(text[start : match.end()].strip())
        start = match.end()
    found.append(text[start:].strip())
    return tuple(one for one in found if any(map(str.isalnum, one)))
