"""The texts of a document beside what the tag tree of its file says."""

from __future__ import annotations

import unicodedata
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from polyleaf.model.block_texts import texts, walk_blocks
from polyleaf.model.document import LocalizedDocument, LocalizedText
from polyleaf.model.inline import plain
from polyleaf.model.leaflet import PASSED, Figure, Paragraph, Table
from polyleaf.model.spoken import words
from polyleaf.model.tag_tree import PAGE, TagElement, TagTree

_ALT = "alt"
_LABEL = "diagram label"
_LISTS = ("L", "LI", "Lbl", "LBody")
_ALIKE = 0.75
"""Share of letters in common from which one text is taken for another form of the other."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A text that the tag tree does not say where it should.

    Attributes:
        text: The text.
        said: What the tags seem to say in its place, or "".
        page: The first page of that, or of the text before it; None if neither is on a page.
    """

    text: LocalizedText
    said: str
    page: int | None


def lost(document: LocalizedDocument, tags: TagTree, *, pictures: bool = True) -> Iterator[Lost]:
    """Every text that does not come back letter for letter and word for word, in one element, in the document's order.

    A figure may stand before the paragraphs that it follows, where that saves a page.
    The words of the templates are not looked for: a project may print its own. How wide a space is, and characters
    that only steer layout, do not count. The head of a table may be said again with each row.

    Args:
        document: What should be said.
        tags: What is said.
        pictures: Whether the descriptions of pictures are said in this language.
    """
    elements = list(tags.root.walk())
    said = [words(_with_lists(element)) for element in elements]
    heard = [words(element.alternative) for element in elements]
    drawn = "\n".join(text for text, element in zip(said, elements, strict=True) if element.role == "Figure")
    # In place of a picture that is not there a draft prints what it shows.
    framed = {text for text, element in zip(said, elements, strict=True) if element.role == "P"}
    expected = [(text, words(plain(text.inlines))) for text in _expected(document)]
    others = frozenset(wanted for _, wanted in expected)
    heads = {id(cell) for block in walk_blocks(document.blocks) if isinstance(block, Table) for cell in block.header}
    figures = [block for block in walk_blocks(document.blocks) if isinstance(block, Figure)]
    may_come_first = {id(text) for text in texts(tuple(figures))}
    paragraphs = {id(block.text) for block in walk_blocks(document.blocks) if isinstance(block, Paragraph)}
    at, before = 0, deque[int](maxlen=PASSED)
    for text, wanted in expected:
        if not wanted or (text.source.context == _LABEL and wanted in drawn):
            continue
        if text.source.context == _ALT and not pictures:
            continue
        candidates = heard if text.source.context == _ALT else said
        start = before[0] if before and id(text) in may_come_first else at
        found = next((place for place in range(start, len(elements)) if candidates[place] == wanted), None)
        if found is None and text.source.context == _ALT and wanted in framed:
            continue
        if found is None:
            nearest = _nearest(wanted, candidates, others)
            spoken = "" if nearest is None else _spoken(elements[nearest], text)
            yield Lost(text, spoken, min(elements[at if nearest is None else nearest].pages, default=None))
        elif text.source.context != _ALT and id(text) not in heads:
            if id(text) not in may_come_first:
                before.append(at) if id(text) in paragraphs else before.clear()
            at = max(at, found)  # not behind it: an element may hold nothing but another with the same text


def _with_lists(element: TagElement) -> str:
    """What its author wrote of it; the items of lists inside it, as in cells of tables, are lines of their own."""
    if element.title == PAGE:
        return ""
    if element.actual is not None:
        return element.text
    return "".join(
        kid if isinstance(kid, str) else f" {_spread(kid)} " if kid.role == "L" else _with_lists(kid)
        for kid in element.kids
    )


def _spread(element: TagElement) -> str:
    return " ".join(
        kid if isinstance(kid, str) else _spread(kid) if kid.role in _LISTS else kid.text for kid in element.kids
    )


def _expected(document: LocalizedDocument) -> Iterator[LocalizedText]:
    yield document.title
    if document.summary:
        yield document.summary
    yield from texts(document.blocks)


def _spoken(element: TagElement, text: LocalizedText) -> str:
    return element.alternative if text.source.context == _ALT else element.text


def _nearest(wanted: str, candidates: Sequence[str], others: frozenset[str]) -> int | None:
    """The element that seems to say the text in another form, or None.

    It says the same in capitals or in other forms of the letters, or it is much like it and no other text of the
    document: a neighbour that reads back well would only mislead.
    """
    for place, candidate in enumerate(candidates):
        if candidate and candidate != wanted and _folded(candidate) == _folded(wanted):
            return place
    likely = [
        (matcher.ratio(), -place)
        for place, candidate in enumerate(candidates)
        if candidate
        and candidate not in others
        and (matcher := SequenceMatcher(None, candidate, wanted, autojunk=False)).real_quick_ratio() >= _ALIKE
        and matcher.quick_ratio() >= _ALIKE
    ]
    best = max(likely, default=(0.0, 0))
    return -best[1] if best[0] >= _ALIKE else None


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
