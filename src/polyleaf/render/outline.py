"""What a layout came to, so that its first pages can be set again without the others: for a quick look."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

_AROUND = ("html", "body", "main")
_DEPTH = 4

COUNTED = "on-page"
"""Class of what the engine fills with the number of a page."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What a layout came to.

    Attributes:
        shape: Digest of the elements of the page, without their words.
        pages: Number of pages.
        tables: Numbers of the tables that were set in another form, because they were too wide.
        styles: The plan of the page breaks: ``style`` of elements, by their number in the page.
        counted: The numbers of pages that the text names, in its order.
        ends: For each page, how many of the blocks of the text have begun by its end.
        order: Elements, by number, whose children were set in another order: the numbers of these, in it.
    """

    shape: str
    pages: int
    tables: frozenset[int]
    styles: Mapping[int, str]
    counted: tuple[str, ...]
    ends: tuple[int, ...] = ()
    order: Mapping[int, tuple[int, ...]] = field(default_factory=dict)

    def write(self, root: Any, last: int) -> bool:
        """Tells a page that is to be laid out what came of it before, and takes away what stands far behind.

        Args:
            root: The page.
            last: The last page that is wanted, from 1: the one behind it stays, since new words may move it.

        Returns:
            Whether its elements are the same; else nothing is told.
        """
        if shape_of(root) != self.shape:
            return False
        elements = list(_elements(root))
        for number, style in self.styles.items():
            elements[number].set("style", style)
        for element, shown in zip(tuple(_counted(root)), self.counted, strict=True):
            element.set("class", " ".join(name for name in element.get("class").split() if name != COUNTED))
            element.text = shown
        for number, children in self.order.items():
            elements[number][:] = [elements[child] for child in children]
        if last < len(self.ends) and (flow := _flow(root)) is not None:
            for block in list(flow)[self.ends[last] :]:
                flow.remove(block)
        return True


def shape_of(root: Any) -> str:
    """Digest of the elements of a page: their names, classes and order, not their words."""
    told = (f"{element.tag} {element.get('class', '')} {len(element)}" for element in _elements(root))
    return hashlib.sha256("\n".join(told).encode(errors="surrogatepass")).hexdigest()


def numbers_of(root: Any) -> dict[Any, int]:
    """The elements of a page, numbered as they stand."""
    return {element: number for number, element in enumerate(_elements(root))}


def styles_of(numbers: Mapping[Any, int]) -> dict[int, str]:
    """The ``style`` of each element that has one, by its number in the page."""
    found = ((number, element.get("style")) for element, number in numbers.items())
    return {number: style for number, style in found if style}


def order_of(root: Any, numbers: Mapping[Any, int]) -> dict[int, tuple[int, ...]]:
    """The elements, by number, whose children stand in another order than they were numbered in: these, in it."""
    found: dict[int, tuple[int, ...]] = {}
    if list(_elements(root)) != list(numbers):
        for element in numbers:
            children = tuple(numbers[child] for child in element if child in numbers)
            if len(children) == len(element) and children != tuple(sorted(children)):
                found[numbers[element]] = children
    return found


def counted_on(pages: Any, root: Any) -> tuple[str, ...]:
    """What stands on laid out pages where the number of a page belongs, in the order of the text."""
    wanted = dict.fromkeys(_counted(root), "")
    for page in pages if wanted else ():
        for box in page._page_box.descendants(placeholders=True):
            if (text := getattr(box, "text", "")) and box.element in wanted:
                wanted[box.element] += text
    return tuple(wanted.values())


def ends_of(pages: Any, root: Any) -> tuple[int, ...]:
    """For each laid out page, how many of the blocks of the text have begun by its end; () if that is not known."""
    flow = _flow(root)
    if flow is None:
        return ()
    places = {block: place for place, block in enumerate(flow, 1)}
    ends, begun = [], 0
    for page in pages:
        text = next((box for box in _containers(page._page_box) if box.element is flow), None)
        begun = max((places.get(box.element, begun) for box in text.children), default=begun) if text else begun
        ends.append(begun)
    return tuple(ends) if ends and begun == len(places) else ()


def _containers(box: Any) -> Iterator[Any]:
    """The boxes that hold the text of a page, from the outside in: of the page, ``html``, ``body``, ``main``."""
    for _ in range(_DEPTH):
        yield box
        box = next((one for one in getattr(box, "children", ()) if one.element_tag in _AROUND), None)
        if box is None:
            return


def _flow(root: Any) -> Any:
    """The element whose children are the blocks of the text; None if there is none, or more than one."""
    found = list(root.iter("main"))
    return found[0] if len(found) == 1 else None


def _elements(root: Any) -> Iterator[Any]:
    return (element for element in root.iter() if isinstance(element.tag, str))


def _counted(root: Any) -> Iterator[Any]:
    return (element for element in _elements(root) if COUNTED in element.get("class", "").split())
