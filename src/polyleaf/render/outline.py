"""What a layout came to, so that its first pages can be set again without the others: for a quick look."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

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
    """

    shape: str
    pages: int
    tables: frozenset[int]
    styles: Mapping[int, str]
    counted: tuple[str, ...]

    def write(self, root: Any) -> bool:
        """Tells a page that is to be laid out what came of it before.

        Returns:
            Whether its elements are the same; else nothing is told.
        """
        if shape_of(root) != self.shape:
            return False
        for number, element in enumerate(_elements(root)):
            if number in self.styles:
                element.set("style", self.styles[number])
        for element, shown in zip(tuple(_counted(root)), self.counted, strict=True):
            element.set("class", " ".join(name for name in element.get("class").split() if name != COUNTED))
            element.text = shown
        return True


def shape_of(root: Any) -> str:
    """Digest of the elements of a page: their names, classes and order, not their words."""
    told = (f"{element.tag} {element.get('class', '')} {len(element)}" for element in _elements(root))
    return hashlib.sha256("\n".join(told).encode(errors="surrogatepass")).hexdigest()


def styles_of(root: Any) -> dict[int, str]:
    """The ``style`` of each element that has one, by its number in the page."""
    found = ((number, element.get("style")) for number, element in enumerate(_elements(root)))
    return {number: style for number, style in found if style}


def counted_on(pages: Any, root: Any) -> tuple[str, ...]:
    """What stands on laid out pages where the number of a page belongs, in the order of the text."""
    wanted = dict.fromkeys(_counted(root), "")
    for page in pages if wanted else ():
        for box in page._page_box.descendants(placeholders=True):
            if (text := getattr(box, "text", "")) and box.element in wanted:
                wanted[box.element] += text
    return tuple(wanted.values())


def _elements(root: Any) -> Iterator[Any]:
    return (element for element in root.iter() if isinstance(element.tag, str))


def _counted(root: Any) -> Iterator[Any]:
    return (element for element in _elements(root) if COUNTED in element.get("class", "").split())
