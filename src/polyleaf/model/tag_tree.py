"""The tag tree of a finished file: what assistive technology gets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

PAGE = "page"
"""Title of an element that says on which page something stands: it is no word of the author."""


@dataclass(frozen=True, slots=True)
class TagElement:
    """A structure element.

    Attributes:
        role: Its type without the slash (``P``).
        language: ``/Lang`` or "" if it is that of what surrounds it.
        alternative: ``/Alt`` or "".
        actual: ``/ActualText`` of the element, or None: it takes the place of what the element holds.
        title: ``/T`` or "".
        attributes: Owner and name with the value as text (``List/ListNumbering``: ``/Disc``), sorted.
        pages: Pages from 1 on which it has content of its own, in order.
        kids: Texts and elements in reading order.
    """

    role: str
    language: str = ""
    alternative: str = ""
    actual: str | None = None
    title: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    pages: tuple[int, ...] = ()
    kids: tuple[TagElement | str, ...] = ()

    @property
    def text(self) -> str:
        """Everything it says, in reading order."""
        if self.actual is not None:
            return self.actual
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)

    def walk(self) -> Iterator[TagElement]:
        """The element and all below it, parents first."""
        yield self
        for kid in self.kids:
            if isinstance(kid, TagElement):
                yield from kid.walk()


@dataclass(frozen=True, slots=True)
class TagTree:
    """The tag tree of a file.

    Attributes:
        root: The ``Document`` element.
        loose: Text on pages that is neither in the tree nor an Artifact.
        artifacts: Number of pieces of content that are Artifacts.
    """

    root: TagElement
    loose: tuple[str, ...]
    artifacts: int


def outline(element: TagElement, depth: int = 0) -> Iterator[str]:
    """The tree as lines of text, for people and golden files."""
    notes = [f"lang={element.language}"] if element.language else []
    notes += [f"alt={element.alternative!r}"] if element.alternative else []
    notes += [f"{name}={value}" for name, value in element.attributes]
    notes += [f"pages={','.join(map(str, element.pages))}"] if len(element.pages) > 1 else []
    yield "  " * depth + " ".join([element.role, *notes])
    pieces = ""
    for kid in element.kids:
        if isinstance(kid, str):
            pieces += kid
            continue
        if pieces:
            yield "  " * (depth + 1) + repr(pieces)
            pieces = ""
        yield from outline(kid, depth + 1)
    if pieces:
        yield "  " * (depth + 1) + repr(pieces)
