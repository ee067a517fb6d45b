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

    An error between two texts is marked at the text before it, one in the front matter at the title.

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
    lines = {begins[starts[at - 1]] for line in wrong if (at := bisect_right(starts, line))}
    in_front = any(not starts or line < starts[0] for line in wrong)

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
