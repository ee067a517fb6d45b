"""Which structure element an HTML element becomes where it stands: by its tag, its class and what is around it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from polyleaf.render.tagging.roles import MODERN, PAGE_OF, has_class, is_title, role_of

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class ElementRoles:
    """The structure types of one document.

    Args:
        root: The ``html`` element.
        parent: What each element stands in.
        modern: Whether the file is PDF 2.0.
    """

    def __init__(self, root: Any, parent: Mapping[Any, Any], *, modern: bool) -> None:
        self._parent = parent
        self._modern = modern
        self._levels = _title_levels(root)

    def of(self, element: Any) -> str:
        """The structure type of an element, "" if it is transparent.

        Raises:
            TaggingError: It has no place in the tag tree.
        """
        around = self._parent[element]
        if has_class(element, PAGE_OF):
            role = "Span"
        elif element.tag == "div" and around.tag == "dl":
            role = "LI"
        elif has_class(element, "number") and around.tag == "li":
            role = "Lbl"
        elif element in self._levels:
            role = f"H{self._levels[element]}"
        elif element.tag == "ul" and around.tag == "nav":
            role = ""
        elif element.tag == "li" and around.tag == "ul" and self._parent[around].tag == "nav":
            role = "TOCI"
        else:
            role = role_of(element)
        if self._modern and role == "Aside" and self._is_aside(around):
            return "Div"  # in PDF 2.0 none holds another
        return MODERN.get(role, role) if self._modern else role

    def _is_aside(self, element: Any) -> bool:
        return element in self._parent and (role_of(element) == "Aside" or self._is_aside(self._parent[element]))


def _title_levels(root: Any) -> dict[Any, int]:
    """Level of the title of each box: below the heading of the text in which the box stands."""
    levels = {}
    level = 0
    for element in root.iter():
        if element.tag in _HEADINGS:
            level = int(element.tag[1])
        elif is_title(element):
            levels[element] = min(level + 1, len(_HEADINGS))
    return levels
