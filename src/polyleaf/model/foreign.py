"""Words of others (names of files, keys, texts of catalogs), made safe to be shown.

A terminal obeys control characters, and direction overrides make it show words in another order than they stand in.
Joiners and direction marks (U+200E, U+200F, U+061C) spell words in many scripts, move no letters, and stay.
"""

from __future__ import annotations

import re

_NEVER = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff"
_UNSAFE = re.compile(f"[{_NEVER}]")
_UNSAFE_IN_LINES = re.compile(f"[{_NEVER}]|\r(?!\n)")
_UNSAFE_IN_NAMES = re.compile(f"[{_NEVER}\t\n\r]")


def one_line(text: str, most: int | None = None, *, instead: str = "\N{REPLACEMENT CHARACTER}") -> str:
    """Words of others on one line: whole, or cut where they get long.

    Args:
        text: The words.
        most: Most characters.
        instead: What stands for a character that is not shown.
    """
    # What is cut off anyway need not be looked at: it may be megabytes.
    start = text if most is None else text[: 8 * most]
    seen = " ".join(_UNSAFE.sub(instead, " ".join(start.split())).split())
    if most is None or (len(seen) <= most and len(start) == len(text)):
        return seen
    return seen[: most - 1].rstrip() + "…"


def one_name(name: str) -> str:
    r"""A name or path with the number of each character that is not to be shown (``\u001b``) in its place."""
    return name if name.isprintable() else _UNSAFE_IN_NAMES.sub(_number, name)


def shown_safely(text: str) -> str:
    r"""Lines as a terminal may get them: each unsafe character becomes its number (``\u001b``).

    In a JSON string that is its escape, so what machines read means the same as before.
    """
    return _UNSAFE_IN_LINES.sub(_number, text)


def _number(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
