"""Tables of contents that somebody typed: lines that stand again further down, each with the number of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from polyleaf.importing.gathered import Element, Line, Notice, Remark

_ENTRY = re.compile(r"\s*(.+?)(?:[ \u00a0]*\t[\t \u00a0]*|[ \u00a0]*[.…·_]{3,}[ \u00a0]*|[ \u00a0]{3,})(\d{1,3})\s*")
_LEAST = 2
_LONGEST_TITLE = 30
TOLD = "The table of contents is not printed: a leaflet has none"


def without_contents(elements: Sequence[Element], notices: list[Notice]) -> Iterator[Element]:
    """The elements with typed tables of contents as notes.

    Args:
        elements: What stands in a document.
        notices: Takes what is told.
    """
    lines = {at: _folded(one.text) for at, one in enumerate(elements) if isinstance(one, Line)}
    last = {words: at for at, words in lines.items()}
    entries = {at for at in lines if _is_entry(elements[at], at, last)}
    at = 0
    while at < len(elements):
        first = elements[at]
        end = at + (at not in entries and {at + 1, at + _LEAST} <= entries and _is_title(first, at, last))
        while end in entries:
            end += 1
        if end - at < _LEAST:
            yield first
            at += 1
            continue
        words = "; ".join(" ".join(one.text.split()) for one in elements[at:end] if isinstance(one, Line))
        place = first.place if isinstance(first, Line) else ""
        notices.append(Notice(TOLD, place))
        yield Remark(f"Table of contents: {words}", place)
        at = end


def _is_entry(element: Element, at: int, last: dict[str, int]) -> bool:
    match = _ENTRY.fullmatch(element.text) if isinstance(element, Line) else None
    return match is not None and last.get(_folded(match[1]), -1) > at


def _is_title(element: Element, at: int, last: dict[str, int]) -> bool:
    """Whether a line may stand over a table of contents: short, and nowhere again."""
    if not isinstance(element, Line) or element.mark:
        return False
    return len(element.text) <= _LONGEST_TITLE and last[_folded(element.text)] == at


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
