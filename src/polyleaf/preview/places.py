"""Where each text of a leaflet stands on the pages of a finished file: by the tag tree, not by looking for words.

Every text is one element of the tag tree, in the order of the leaflet, and every piece of marked content names its
element. So the place of a text is the extent of what its element holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from polyleaf.model.block_texts import every_text
from polyleaf.model.document import LocalizedDocument, LocalizedText
from polyleaf.model.inline import plain
from polyleaf.model.pdf_facts import PageFacts, PdfFacts, Rect, around
from polyleaf.model.spoken import words
from polyleaf.model.tag_tree import TagElement, TagTree

_ALT = "alt"
_LABEL = "diagram label"


@dataclass(frozen=True, slots=True)
class Place:
    """A text on a page; one that goes on overleaf has a place on each.

    Attributes:
        number: Number of the text, the same in every language.
        page: From 1.
        left, top, width, height: In shares of the page as it is seen, from its top left corner.
    """

    number: int
    page: int
    left: float
    top: float
    width: float
    height: float


def places(document: LocalizedDocument, facts: PdfFacts, tags: TagTree | None) -> tuple[Place, ...]:
    """The places of all texts, in the order of the leaflet.

    Args:
        document: What the file says.
        facts: The file.
        tags: Its tag tree; without it nothing has a place.
    """
    if tags is None:
        return ()
    elements = list(tags.root.walk())
    beside = len(elements) - len(facts.elements)  # a root that stands for several is no element of the file
    boxes = _boxes(facts)
    found: list[Place] = []
    for number, at in _matched(tuple(every_text(document)), elements):
        for page, box in boxes.get(at - beside, {}).items():
            left, top, width, height = in_shares(box, facts.pages[page - 1])
            found.append(Place(number, page, left, top, width, height))
    return tuple(found)


def in_shares(box: Rect, page: PageFacts) -> tuple[float, float, float, float]:
    """A rectangle in pt as left, top, width and height in shares of its page."""
    sheet = page.crop or page.media
    width, height = max(sheet[2] - sheet[0], 1.0), max(sheet[3] - sheet[1], 1.0)
    shares = (
        (box[0] - sheet[0]) / width,
        (sheet[3] - box[3]) / height,
        (box[2] - box[0]) / width,
        (box[3] - box[1]) / height,
    )
    left, top, across, down = (round(min(max(share, 0.0), 1.0), 4) for share in shares)
    return left, top, across, down


def _matched(expected: Sequence[LocalizedText], elements: Sequence[TagElement]) -> Iterable[tuple[int, int]]:
    """The number of each text with the index of its element: the next one that says it."""
    said = [words(_said(element)) for element in elements]
    heard = [words(element.alternative) for element in elements]
    at = picture = 0
    for number, text in enumerate(expected):
        wanted, context = words(plain(text.inlines)), text.source.context
        if not wanted:
            continue
        if context == _ALT:
            found = next((place for place in range(at, len(elements)) if heard[place] == wanted), None)
            picture = picture if found is None else found
        elif context == _LABEL:
            found = picture if elements[picture].role == "Figure" and wanted in said[picture] else None
        else:
            found = next((place for place in range(at, len(elements)) if said[place] == wanted), None)
            if found is not None:
                at = found = _innermost(found, said, wanted, elements)
        if found is not None:
            yield number, found


def _innermost(at: int, said: Sequence[str], wanted: str, elements: Sequence[TagElement]) -> int:
    """The element itself, not one around it that says no more: a box with one line in it."""
    while at + 1 < len(said) and said[at + 1] == wanted and elements[at + 1] in elements[at].kids:
        if elements[at + 1].role in ("Span", "Link"):
            break
        at += 1
    return at


def _said(element: TagElement) -> str:
    """What an element says; items of lists inside it stand apart, as in cells of tables."""
    if element.actual is not None:
        return element.text
    return "".join(
        kid if isinstance(kid, str) else f" {_said(kid)} " if kid.role in ("L", "LI", "Lbl", "LBody") else _said(kid)
        for kid in element.kids
    )


def _boxes(facts: PdfFacts) -> Mapping[int, dict[int, Rect]]:
    """What each element takes up on each page, with all in it."""
    found: dict[int, dict[int, Rect]] = {}
    for page in facts.pages:
        pieces = [
            *((run.element, run.box) for run in page.runs),
            *((shape.element, shape.box) for shape in page.shapes),
        ]
        for element, box in pieces:
            at = element
            while at is not None:
                pages = found.setdefault(at, {})
                pages[page.number] = around(pages[page.number], box) if page.number in pages else box
                at = facts.elements[at].parent
    return found
