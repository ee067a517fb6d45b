"""Words of others (names of files, keys, texts of catalogs), made safe to be shown.

A terminal obeys control characters, and direction overrides make it show words in another order than they stand in.
Joiners and direction marks (U+200E, U+200F, U+061C) spell words in many scripts, move no letters, and stay.
"""

from __future__ import annotations

import re

_NEVER = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff"
_UNSAFE = re.compile(f"[{_NEVER}]")
_UNSAFE_IN_LINES = re.compile(f"(?!\r\n)[{_NEVER}]")


def one_line(text: str, most: int | None = None, *, instead: str = "\N{REPLACEMENT CHARACTER}") -> str:
    """Words of others on one line: whole, or cut where they get long.

    Args:
        text: The words.
        most: Most characters.
        instead: What stands for a character that is not shown.
    """
    # What is cut off need not be looked at: it may be megabytes.
    seen = " ".join(text.split()) if most is None else " ".join(text[: 8 * most].split())
    seen = _UNSAFE.sub(instead, seen)
    if instead.isspace():
        seen = " ".join(seen.split())
    is_cut = most is not None and (len(seen) > most or len(text) > 8 * most)
    return seen[: (most or 1) - 1].rstrip() + "…" if is_cut else seen


def shown_safely(text: str) -> str:
    r"""Text as a terminal may get it: lines stay, each unsafe character becomes its number (``\u001b``).

    In a JSON string that is its escape, so what machines read means the same as before.
    """
    return _UNSAFE_IN_LINES.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
