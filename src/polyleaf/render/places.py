"""Where each text of a document stands on the finished pages: told by the layout itself, nothing is searched for.

Each text carries a mark into the page as HTML. Before the page is laid out the marks are taken out again, and the
elements they stood in are remembered; after it the boxes of these elements are the places.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from polyleaf.model.document import LocalizedDocument, LocalizedText
from polyleaf.model.identity import Identity
from polyleaf.model.inline import Words
from polyleaf.render.marks import MarkedPhrases, is_marked, mark_of, numbers_in, unmarked
from polyleaf.render.order import RenderOrder
from polyleaf.render.page import render_html
from polyleaf.render.render import Resources
from polyleaf.render.weasy import write_pdf

OFFER = "offer"
"""Context of the sentences that offer a leaflet in other languages: each is known by the locale of its language."""

_WORDS = 1_000_000
"""Numbers of the words of templates begin here."""
_PT_PER_PX = 0.75
_CELLS = ("td", "th")
_UNSEEN = ("head", "title", "style")

Area = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a page.

    Attributes:
        page: Number of the page, from 1.
        area: Left, bottom, right and top in pt from the bottom left corner of the page.
        is_picture: Whether it is a picture that the text is heard for.
        is_listed: Whether the text stands there in a list of contents.
    """

    page: int
    area: Area
    is_picture: bool = False
    is_listed: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A text with the places where it stands; none if it is printed nowhere."""

    text: LocalizedText
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """Where things stand on the finished pages.

    Attributes:
        texts: The texts of the document, in its order.
        words: The words of the templates that are on the pages, by context and msgid.
    """

    texts: tuple[Placed, ...]
    words: Mapping[tuple[str, str], tuple[Spot, ...]]


def written_with_places(order: RenderOrder, identity: Identity | None = None) -> Places:
    """Writes the PDF of an order, and tells where each text stands.

    The pages are as they are printed but for the places of their breaks: planning those takes half as long as all else.

    Args:
        order: The pages.
        identity: What they say of themselves; nothing if None.

    Raises:
        UsageError: A template has a fault.
        RenderError: The engine failed.
        OSError: The target cannot be written.
    """
    look = _Look()

    def page(tables: frozenset[int] = frozenset()) -> str:
        return render_html(order, identity, tables, look.marked)

    write_pdf(page(), Resources(order), order.target, order.accessible, page, look=look)
    texts = tuple(Placed(text, tuple(look.spots.get(number, ()))) for number, text in enumerate(look.texts))
    seen = {key: look.spots[number] for key, number in look.words.items() if number in look.spots}
    return Places(texts, {key: tuple(spots) for key, spots in seen.items()})


@dataclass(frozen=True, slots=True)
class _Holder:
    """An element that holds a text.

    Attributes:
        number: Number of the text.
        place: Number of the element.
        is_listed: Whether it stands in a list of contents.
        is_heard: Whether the text is heard there and not seen: it stands in an attribute.
    """

    number: int
    place: int
    is_listed: bool
    is_heard: bool = False


@dataclass
class _Look:
    """Looks on while a document is laid out.

    Attributes:
        texts: The texts of the document by their numbers.
        words: Numbers of the words of the templates.
        spots: Where each stands.
    """

    texts: list[LocalizedText] = field(default_factory=list)
    words: dict[tuple[str, str], int] = field(default_factory=dict)
    spots: dict[int, list[Spot]] = field(default_factory=dict)
    _elements: dict[Any, tuple[_Holder, ...]] = field(default_factory=dict)

    def marked(self, document: LocalizedDocument) -> LocalizedDocument:
        """The document with the number of each text behind its words."""
        self.texts.clear()

        def mark(text: LocalizedText) -> LocalizedText:
            self.texts.append(text)
            number = Words(mark_of(len(self.texts) - 1))
            return replace(text, inlines=(*text.inlines, number)) if text.inlines else text

        def numbered(context: str, msgid: str) -> int:
            return self.words.setdefault((context, msgid), _WORDS + len(self.words))

        known = document.phrases
        offers = (
            replace(offer, text=offer.text + mark_of(numbered(OFFER, offer.language.locale)))
            for offer in document.offers
        )
        phrases = MarkedPhrases(known.language, known.source, known.texts, numbered)
        return replace(document.with_texts(mark), phrases=phrases, offers=tuple(offers))

    def before(self, root: Any) -> None:  # noqa: ANN401 - an element of WeasyPrint's HTML parser
        """Takes the marks out of a page that is to be laid out, and remembers where they stood."""
        parents = {child: parent for parent in root.iter() for child in parent}
        holders: dict[Any, list[_Holder]] = defaultdict(list)
        for place, (element, numbers) in enumerate(_unmarked(root, parents).items()):
            is_listed = _stands_in(element, parents, "nav") is not None
            found = [_Holder(abs(number), place, is_listed, number < 0) for number in numbers]
            for inside in element.iter():
                holders[inside] += found
        self._elements = {inside: tuple(those) for inside, those in holders.items()}

    def after(self, pages: Sequence[Any]) -> None:
        """Reads the places from the boxes of the finished pages."""
        self.spots = {}
        for number, page in enumerate(pages, 1):
            box = page._page_box  # noqa: SLF001 - the boxes are there alone
            found: dict[tuple[_Holder, bool], list[Area]] = defaultdict(list)
            for inner, at_edge in _boxes(box):
                for holder in self._elements.get(inner.element, ()):
                    if not at_edge or holder.number >= _WORDS:
                        found[holder, _is_picture(inner)].append(_area(inner, box.margin_height()))
            for (holder, is_picture), areas in found.items():
                spot = Spot(number, _union(areas), is_picture or holder.is_heard, holder.is_listed)
                self.spots.setdefault(holder.number, []).append(spot)


def _unmarked(root: Any, parents: dict[Any, Any]) -> dict[Any, set[int]]:  # noqa: ANN401 - as below
    """Takes the marks out of a page; gives the elements that hold marked texts, with their numbers.

    A word of the templates that an attribute alone holds has a number below 0: it is heard, and nobody sees it.
    """
    found: dict[Any, set[int]] = defaultdict(set)
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        for name, value in element.attrib.items():
            if is_marked(value):
                if name == "alt":
                    found[element] |= numbers_in(value)
                elif element.tag not in _UNSEEN:
                    found[element] |= {-number for number in numbers_in(value) if number >= _WORDS}
                element.attrib[name] = unmarked(value)
        for place, holder in (("text", element), ("tail", parents.get(element))):
            words = getattr(element, place) or ""
            if is_marked(words):
                setattr(element, place, unmarked(words))
                if holder is not None and holder.tag not in _UNSEEN:
                    found[_whole(holder, parents)] |= numbers_in(words)
    return found


def _whole(element: Any, parents: dict[Any, Any]) -> Any:  # noqa: ANN401 - as above
    """The element that holds a whole text: that of a cell may stand in several lines and lists of it."""
    cell = _stands_in(element, parents, *_CELLS)
    return element if cell is None else cell


def _stands_in(element: Any, parents: dict[Any, Any], *tags: str) -> Any:  # noqa: ANN401 - as above
    """The nearest element of some names that an element is or stands in; None if there is none."""
    around = element
    while around is not None and around.tag not in tags:
        around = parents.get(around)
    return around


def _boxes(box: Any, *, at_edge: bool = False) -> Iterator[tuple[Any, bool]]:  # noqa: ANN401 - a box of WeasyPrint
    """The boxes in which something is seen, and whether they stand at the edge of the page, as on every page."""
    box = getattr(box, "_box", box)  # what stands out of the flow
    at_edge = at_edge or type(box).__name__ == "MarginBox"
    if (getattr(box, "text", "").strip() or _is_picture(box)) and box.element is not None:
        yield box, at_edge
    for child in getattr(box, "children", ()):
        yield from _boxes(child, at_edge=at_edge)


def _is_picture(box: Any) -> bool:  # noqa: ANN401 - as above
    return getattr(box, "replacement", None) is not None


def _area(box: Any, height: float) -> Area:  # noqa: ANN401 - as above
    left, top = box.position_x, box.position_y
    sides = (left, height - top - box.margin_height(), left + box.margin_width(), height - top)
    return tuple(side * _PT_PER_PX for side in sides)


def _union(areas: Sequence[Area]) -> Area:
    lefts, bottoms, rights, tops = zip(*areas, strict=True)
    return (min(lefts), min(bottoms), max(rights), max(tops))
