"""Reads the tag tree of a finished PDF with its text, as assistive technology does. Trusts nothing in it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pikepdf

from polyleaf.model.pdf_facts import PdfFacts
from polyleaf.model.tag_tree import TagElement, TagTree
from polyleaf.pdf.library import Library
from polyleaf.pdf.limits import TREE_DEPTH
from polyleaf.pdf.marked import MarkedText, marked_text
from polyleaf.pdf.objects import child, inherited, items, name, number, words
from polyleaf.pdf.reader import facts_of, opened
from polyleaf.pdf.tokens import Operation
from polyleaf.pdf.unreadable import UnreadablePdf

_ELEMENTS = 200_000
"""Most elements of one tree: a leaflet has hundreds."""


def read_tags(path: Path, shown_as: str) -> TagTree | None:
    """Read the tag tree; None if the file has none.

    Raises:
        UnreadablePdf: It is no PDF, is damaged or locked, or passes a bound.
    """
    return read_both(path, shown_as)[1]


def read_both(path: Path, shown_as: str) -> tuple[PdfFacts, TagTree | None]:
    """What ``read_pdf`` and ``read_tags`` give, each page taken apart once.

    Raises:
        UnreadablePdf: It is no PDF, is damaged or locked, or passes a bound.
    """
    with opened(path, shown_as) as pdf:
        root = child(pdf.Root, "/StructTreeRoot")
        if root is None:
            return facts_of(pdf, shown_as), None
        own, pages = Library(), list[MarkedText]()
        library = own.beside()

        def beside(page: Any, content: bytes, known: Iterable[Operation]) -> None:  # noqa: ANN401 - a PDF object
            pages.append(marked_text(content, inherited(page, "/Resources"), library, known))

        facts = facts_of(pdf, shown_as, beside, own)
        return facts, _tree(pdf, root, pages)


def _tree(pdf: pikepdf.Pdf, root: Any, pages: list[MarkedText]) -> TagTree:  # noqa: ANN401 - a PDF object
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    top = _Reader(pages, numbers).kids(child(root, "/K"), None, 0)
    elements = tuple(kid for kid in top[0] if isinstance(kid, TagElement))
    document = elements[0] if len(elements) == 1 else TagElement("StructTreeRoot", kids=elements)
    loose = tuple(text for page in pages for text in page.loose)
    return TagTree(document, loose, sum(page.artifacts for page in pages))


class _Reader:
    def __init__(self, pages: list[MarkedText], numbers: dict[tuple[int, int], int]) -> None:
        self._pages = pages
        self._numbers = numbers
        self._left = _ELEMENTS

    def kids(self, value: Any, page: int | None, depth: int) -> tuple[list[TagElement | str], list[int]]:  # noqa: ANN401
        """Texts and elements of ``/K``, and the pages of the texts."""
        found: list[TagElement | str] = []
        shown: list[int] = []
        for kid in items(value) if isinstance(value, pikepdf.Array) else [value]:
            if isinstance(kid, int):
                self._text(found, shown, page, kid)
            elif name(child(kid, "/Type")) == "MCR":
                self._text(found, shown, self._page(kid) or page, int(number(child(kid, "/MCID"), -1.0)))
            elif child(kid, "/S") is not None:
                found.append(self._element(kid, page, depth))
        return found, shown

    def _text(self, found: list[TagElement | str], shown: list[int], page: int | None, identifier: int) -> None:
        if page is not None:
            found.append(self._pages[page - 1].texts.get(identifier, ""))
            if page not in shown:
                shown.append(page)

    def _element(self, value: Any, page: int | None, depth: int) -> TagElement:  # noqa: ANN401
        self._left -= 1
        if self._left < 0 or depth > TREE_DEPTH:
            raise UnreadablePdf("its tag tree is too large or goes in a circle")
        own = self._page(value) or page
        found, shown = self.kids(child(value, "/K"), own, depth + 1)
        actual = child(value, "/ActualText")
        return TagElement(
            role=name(child(value, "/S")),
            language=words(child(value, "/Lang")),
            alternative=words(child(value, "/Alt")),
            actual=None if actual is None else words(actual),
            title=words(child(value, "/T")),
            attributes=tuple(sorted(_attributes(child(value, "/A")))),
            pages=tuple(shown),
            kids=tuple(found),
        )

    def _page(self, value: Any) -> int | None:  # noqa: ANN401
        page = child(value, "/Pg")
        return self._numbers.get(page.objgen) if isinstance(page, pikepdf.Dictionary) else None


def _attributes(value: Any) -> list[tuple[str, str]]:  # noqa: ANN401
    found = []
    for dictionary in items(value) if isinstance(value, pikepdf.Array) else [value]:
        if isinstance(dictionary, pikepdf.Dictionary):
            owner = name(child(dictionary, "/O"))
            for key, entry in dictionary.items():
                if key not in ("/O", "/BBox"):
                    written = [str(one) for one in entry] if isinstance(entry, pikepdf.Array) else [str(entry)]
                    found.append((f"{owner}{key}", " ".join(written)))
    return found
