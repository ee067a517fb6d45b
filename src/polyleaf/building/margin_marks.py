"""Errors in a draft: the text they are in gets a mark in the margin, where people see it who read the page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from polyleaf.model.block_texts import map_texts, texts, walk_blocks
from polyleaf.model.document import LocalizedDocument, LocalizedText
from polyleaf.model.finding import Finding, Location, Severity
from polyleaf.model.leaflet import Figure


def with_marks(document: LocalizedDocument, findings: Iterable[Finding]) -> LocalizedDocument:
    """The document with a mark at each text in which there is an error.

    An error between two texts is marked at the text right below it, which is the first of its box, or else at the text
    before it; one in the front matter at the title.

    Args:
        document: The leaflet in one language.
        findings: On the leaflet and its catalog.
    """
    places = [one.fault.place for one in findings if one.severity is Severity.ERROR]
    wrong = {place.line for place in places if place.path == document.path and place.line}
    entries = {(place.path, place.line) for place in places if place.line}
    begins = {line: line for text in texts(document.blocks) if (line := text.source.location.line or 0)}
    for block in walk_blocks(document.blocks):
        if isinstance(block, Figure) and block.location.line and (words := block.alt or block.caption):
            begins[block.location.line] = words.source.location.line or 0
    starts = sorted(begins)
    begun = {line: _beginning(starts, line) for line in wrong}
    lines = {begins[start] for start in begun.values() if start}
    in_front = not all(begun.values())

    def is_wrong(place: Location | None) -> bool:
        return place is not None and (place.path, place.line) in entries

    def text(one: LocalizedText) -> LocalizedText:
        wrong = one.source.location.line in lines or is_wrong(one.written)
        return replace(one, faulty=True) if wrong else one

    if not wrong and not entries:
        return document
    title, summary = document.title, document.summary
    return replace(
        document,
        title=replace(title, faulty=in_front or is_wrong(title.written)),
        summary=replace(summary, faulty=is_wrong(summary.written)) if summary else None,
        blocks=tuple(map_texts(block, text) for block in document.blocks),
    )


def _beginning(starts: list[int], line: int) -> int:
    """Where the text begins that an error in a line is marked at; 0 if none begins before it or right below it."""
    at = bisect_right(starts, line)
    before, below = starts[at - 1] if at else 0, starts[at] if at < len(starts) else 0
    return below if below == line + 1 and before < line - 1 else before
