"""The tag tree of a file: which element each piece of marked content belongs to (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from polyleaf.model.pdf_facts import Element
from polyleaf.pdf.limits import ELEMENT_DEPTH, ELEMENTS
from polyleaf.pdf.objects import child, items, name, words
from polyleaf.pdf.unreadable import UnreadablePdf

_ROLE_STEPS = 8
"""How often a role may be mapped to another before it counts as unknown."""


_Waiting = tuple[Any, int | None, tuple[int, int] | None, int]


@dataclass(slots=True)
class Structure:
    """The tag tree.

    Attributes:
        elements: Its elements, parents before children, in reading order.
        content: Object number of the page -> number of the marked content -> index into ``elements``.
    """

    elements: list[Element] = field(default_factory=list)
    content: dict[tuple[int, int], dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    def of_page(self, page: Any) -> Mapping[int, int]:  # noqa: ANN401 - a PDF object is of any type until looked at
        """Number of the marked content -> index into ``elements``, for one page."""
        return self.content.get(page.objgen, {})


def read_structure(root: Any) -> Structure:  # noqa: ANN401
    """Read the tag tree of a document catalog; what makes no sense is passed over.

    Raises:
        UnreadablePdf: It is larger or deeper than the tree of any leaflet.
    """
    tree = child(root, "/StructTreeRoot")
    roles = _Roles(child(tree, "/RoleMap"))
    found = Structure()
    # What is still to be read, the next on top: the object, its parent, its page, how deep it stands.
    waiting: list[_Waiting] = [(kid, None, None, 0) for kid in reversed(_kids(tree))]
    left = ELEMENTS
    while waiting:
        left -= 1
        if left < 0:
            raise UnreadablePdf(f"its tag tree has more than {ELEMENTS} parts")
        kid, parent, page, depth = waiting.pop()
        if isinstance(kid, pikepdf.Dictionary):
            own = child(kid, "/Pg")
            page = own.objgen if isinstance(own, pikepdf.Dictionary) else page
            role = name(kid.get("/S"))
            if role:
                if depth >= ELEMENT_DEPTH:
                    raise UnreadablePdf(f"its tag tree is more than {ELEMENT_DEPTH} deep, perhaps inside itself")
                place = len(found.elements)
                found.elements.append(Element(roles[role], parent, words(child(kid, "/Alt"))))
                waiting.extend((inner, place, page, depth + 1) for inner in reversed(_kids(kid)))
                continue
            kid = None if "/Stm" in kid else kid.get("/MCID")  # else a reference to an annotation
        if isinstance(kid, int) and parent is not None and page is not None:
            found.content[page][kid] = parent
    return found


class _Roles(dict[str, str]):
    """Roles as the standard knows them, by the role that is written."""

    def __init__(self, written: Any) -> None:  # noqa: ANN401
        super().__init__()
        self._map = written

    def __missing__(self, role: str) -> str:
        standard = role
        for _ in range(_ROLE_STEPS):
            mapped = name(child(self._map, f"/{standard}"))
            if not mapped or mapped == standard:
                break
            standard = mapped
        self[role] = standard
        return standard


def _kids(parent: Any) -> list[Any]:  # noqa: ANN401
    """What stands in an element: an array, or the one thing itself."""
    kids = child(parent, "/K")
    return [] if kids is None else list(items(kids)) if isinstance(kids, pikepdf.Array) else [kids]
