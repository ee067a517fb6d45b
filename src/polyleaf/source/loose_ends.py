"""A line below a list that may be of its last item or of all: "do not / • drive / • drink / for 24 hours"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from polyleaf.manuscript.faults import FaultLog

_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,3}[.)]) +(?=\S)")
_ENDED = re.compile(r"[.!?:;,…-]$")


def check_loose_ends(lines: Sequence[str], longest: int, log: FaultLog) -> None:
    """Notes each line at the margin that goes on in small letters below a list whose last item is no wrapped line.

    Args:
        lines: Of the body, as Markdown.
        longest: Characters of its longest line: an item of less than half of that was not wrapped.
        log: Takes the faults.
    """
    for at in range(2, len(lines)):
        line, item = lines[at], _ITEM.match(lines[at - 1])
        if item is None or not line[:1].islower() or "".join(lines[at + 1 : at + 2]).strip():
            continue
        said = lines[at - 1][item.end() :].strip()
        whole = _ENDED.search(said) or (len(said) + 1 + len(line.split()[0])) * 2 >= longest
        if _ITEM.match(lines[at - 2]) and not whole:
            log.add(
                "Does this line belong to the last item, or to the whole list? It is printed behind the last item",
                at + 1,
                "Write it in the item’s line, or leave an empty line above it",
            )
