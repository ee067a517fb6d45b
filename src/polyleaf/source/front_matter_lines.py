"""Where the front matter of a leaflet ends and its body begins, and which of its words are read by nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from polyleaf.manuscript.faults import FaultLog
from polyleaf.source.values import shown

FRONT_MATTER_LIMIT = 128 * 1024
"""Most characters between the two ``---`` lines."""

_IN_WORDS = ("title", "summary", "code", "owner")
_KEY = re.compile(r"([A-Za-z_]+)[ \t]*:")
_NOTE = re.compile(r"""\s*(?:[A-Za-z_]+[ \t]*:|-)[ \t]+[^\s"'#[{].*?[ \t](#.*)""")


def split_front_matter(text: str, log: FaultLog) -> tuple[str | None, str]:
    """The front matter and the body of a leaflet.

    The body keeps the place of the front matter as empty lines, so that its line numbers are those of the file.

    Returns:
        ``(front, body)``; ``front`` is None when there is none, with the fault in ``log``.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        log.add("The leaflet does not begin with front matter", 1, "The first line is --- and nothing else")
        return None, text
    end = next((number for number, line in enumerate(lines[1:], start=1) if line.rstrip() in ("---", "...")), None)
    if end is None:
        log.add("The front matter has no end", 1, "Write a line --- after the last key")
        gap = next((number for number, line in enumerate(lines) if not line.strip()), len(lines))
        return None, "\n" * gap + "\n".join(lines[gap:])
    front = "\n".join(lines[1:end]) + "\n"
    body = "\n" * (end + 1) + "\n".join(lines[end + 1 :])
    if len(front) > FRONT_MATTER_LIMIT:
        log.add("The front matter is too long", 1, f"Keep it under {FRONT_MATTER_LIMIT // 1024} KiB")
        return None, body
    return front, body


def tell_notes(lines: Sequence[str], log: FaultLog) -> None:
    """Words that YAML takes for a note, in a value that people read: ``title: Ward # 5``."""
    block = ""
    for number, line in enumerate(lines, start=2):
        block = found[1] if (found := _KEY.match(line)) else block
        match = _NOTE.fullmatch(line)
        if match and block in (*_IN_WORDS, "references", "key"):
            hint = "If it is to be printed, put the whole value in double quotes; a note has a line of its own"
            log.add(f"Nothing behind # is printed: {shown(match[1])}", number, hint)
