"""The texts of a document beside what the tag tree of its file says."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from polyleaf.model.document import LocalizedDocument, LocalizedText
from polyleaf.model.inline import plain
from polyleaf.model.leaflet import texts
from polyleaf.model.spoken import words
from polyleaf.model.tag_tree import TagElement, TagTree

_ALT = "alt"
_LABEL = "diagram label"


@dataclass(frozen=True, slots=True)
class Lost:
    """A text that the tag tree does not say where it should.

    Attributes:
        text: The text.
        said: The element's text that stands nearest to it, or "".
        page: The first page of that element, or None.
    """

    text: LocalizedText
    said: str
    page: int | None


def lost(document: LocalizedDocument, tags: TagTree) -> Iterator[Lost]:
    """Every text that does not come back letter for letter and word for word, in one element, in the document's order.

    The words of the templates are not looked for: a project may print its own. How wide a space is, and characters
    that only steer layout, do not count.
    """
    elements = list(tags.root.walk())
    said = [words(element.text) for element in elements]
    heard = [words(element.alternative) for element in elements]
    drawn = "\n".join(text for text, element in zip(said, elements, strict=True) if element.role == "Figure")
    at = 0
    for text in _expected(document):
        wanted = words(plain(text.inlines))
        if not wanted or (text.source.context == _LABEL and wanted in drawn):
            continue
        candidates = heard if text.source.context == _ALT else said
        found = next((place for place in range(at, len(elements)) if candidates[place] == wanted), None)
        if found is None:
            nearest = _nearest(wanted, candidates, elements)
            spoken = "" if nearest is None else nearest.alternative if candidates is heard else nearest.text
            yield Lost(text, spoken, next(iter(nearest.pages), None) if nearest else None)
        elif text.source.context != _ALT:
            at = found  # not behind it: an element may hold nothing but another with the same text


def _expected(document: LocalizedDocument) -> Iterator[LocalizedText]:
    yield document.title
    if document.summary:
        yield document.summary
    yield from texts(document.blocks)


def _nearest(wanted: str, candidates: list[str], elements: list[TagElement]) -> TagElement | None:
    """The element that says what is most like the text; the smallest of those."""
    ratios = [
        (difflib.SequenceMatcher(None, candidate[: 4 * len(wanted)], wanted, autojunk=False).quick_ratio(), -place)
        for place, candidate in enumerate(candidates)
        if candidate
    ]
    return elements[-max(ratios)[1]] if ratios else None
