"""Builds the tag tree from the HTML and the boxes of the finished pages: that of the document, not of its lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from polyleaf.model.tag_tree import PAGE
from polyleaf.render.tagging.bookmarks import bookmarked
from polyleaf.render.tagging.element_roles import ElementRoles
from polyleaf.render.tagging.fields import ROOM, asked, field_node
from polyleaf.render.tagging.links import cover, leads_to
from polyleaf.render.tagging.roles import (
    COUNTED,
    FIELD,
    GROUPS,
    INLINE,
    PAGE_OF,
    ROLES,
    TaggingError,
    has_class,
    name_of,
)
from polyleaf.render.tagging.tables import table_nodes
from polyleaf.render.tagging.tree import Annotation, Content, Node, TagTree

_PT_PER_PX = 0.75
_LETTERS = ("first-letter", "first-line")
"""Pseudo-elements that hold the element's own text; what others hold is decoration."""
_NUMBERING = {"ol": "Decimal", "ul": "Disc"}


class TreeBuilder:
    """Builds the tree of one document.

    Args:
        root: The ``html`` element.
        pages: Page boxes in order.
        painted: For each page, the boxes that have marked content.
        modern: Whether the file is PDF 2.0. There a caption is part of its figure, and a list of terms says so;
            in PDF 1.7 a screen reader that says a figure's alternative would pass over a caption inside it.
    """

    def __init__(
        self, root: Any, pages: Sequence[Any], painted: Sequence[Mapping[Any, Any]], *, modern: bool = False
    ) -> None:
        self._modern = modern
        self._parent = {child: parent for parent in root.iter() for child in parent}
        self._pages = pages
        self._painted = painted
        self._document = Node("Document", root)
        self._nodes: dict[Any, Node] = {root: self._document}
        self._parts: dict[tuple[Any, str], Node] = {}
        self._language = {root: root.get("lang") or ""}
        self._first_seen: dict[Any, int] = {}
        self._furniture: set[Any] = set()
        self._placed: set[Any] = set()
        self._repeated: list[Any] = []
        self._cells: dict[Any, tuple[int, Any]] = {}
        self._roles = ElementRoles(root, self._parent, modern=modern)

    def build(self) -> TagTree:
        """The tree.

        Raises:
            TaggingError: The page has a construct that is unknown, content that no walk of the boxes reaches, or a
                heading that the tree would not have.
        """
        for number, page in enumerate(self._pages):
            self._visit(page, number, furniture=False, around=None)
            lost = set(self._painted[number]) - self._placed
            if lost:
                names = sorted({getattr(box, "text", "") or type(box).__name__ for box in lost})
                raise TaggingError(
                    f"page {number + 1} shows what is not in the tag tree: {', '.join(names[:3])}",
                    "This is a fault of polyleaf's tagging: please report it with the leaflet.",
                )
        bookmarks = bookmarked(self._document, self._pages)
        return TagTree(self._document, frozenset(self._furniture), bookmarks, tuple(self._repeated), self._cells)

    def _visit(self, box: Any, page: int, *, furniture: bool, around: Any) -> None:
        """Takes in a box and all in it; ``around``: the link that it stands in."""
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        if isinstance(box, boxes.MarginBox):
            furniture = True
        repeated = isinstance(box, boxes.TableRowGroupBox) and box.is_header
        if (repeated or _is_fixed(box)) and box.element is not None:
            furniture |= self._first_seen.setdefault(box.element, page) != page
        if box in self._painted[page]:
            self._place(box, page, furniture=furniture)
        if isinstance(box, boxes.TableCellBox) and box.element is not None and box.element.get(ROOM):
            self._cells[box.element] = page, box
        link = getattr(box, "link_annotation", None)
        if link is not None and around is not None and leads_to(link) == leads_to(around):
            self._repeated.append(link)  # WeasyPrint makes one for each box inside a link
            cover(around, link)
        elif link is not None and not furniture:
            self._node(box.element).kids.append(Annotation(page, link))
        for child in getattr(box, "children", ()):
            self._visit(child, page, furniture=furniture, around=link or around)

    def _place(self, box: Any, page: int, *, furniture: bool) -> None:
        self._placed.add(box)
        if furniture:
            self._furniture.add(box)
            return
        node = self._home(box, page) if box.style["visibility"] == "visible" else None
        if node is not None:
            node.kids.append(Content(page, box))

    def _home(self, box: Any, page: int) -> Node | None:
        """The element that a piece of content belongs to; None for decoration."""
        element = box.element
        pseudo = (box.element_tag or "").partition("::")[2]
        if pseudo == "marker":
            return self._part(element, "Lbl")
        if pseudo not in ("", *_LETTERS) and not has_class(element, COUNTED):
            _refuse_words(box)
            return None
        if element.tag == "img" and not element.get("alt"):
            return self._node(element) if self._parent[element].get(FIELD) else None
        if element.tag == "img":
            return self._figure(element, box, page)
        node = self._node(element)
        if node.role == "LI":
            node = self._part(element, "LBody")
        if node.role in GROUPS:
            if not getattr(box, "text", "x").strip():
                return None  # white space between the parts of a group
            node = self._part(element, "P")
        return node

    def _node(self, element: Any) -> Node:
        """The node of an element: its own, or that of the nearest element around it that has one."""
        if element not in self._nodes:
            self._node(self._parent[element])  # a table brings the nodes of its rows and cells
        if element not in self._nodes:
            self._nodes[element] = self._make(element)
        return self._nodes[element]

    def _make(self, element: Any) -> Node:
        parent = self._parent[element]
        role = self._roles.of(element)
        outer = self._language_of(parent)
        own = element.get("lang") or outer
        self._language[element] = own
        language = own if own != outer else ""
        if has_class(element, "label") and has_class(parent, "picture"):
            return self._node(next(iter(parent.iter("img"))))  # words of a drawing are part of the figure
        if element.tag == "img" and parent.get(FIELD):
            return self._node(parent)  # the lines of a place to write on
        if not role and not language:
            return self._node(parent)
        role = role or ("Span" if element.tag in INLINE else "Div")
        node = Node(role, element, language)
        if role == "Form":
            said, described = element.get("aria-label") or "", element.get("title") or ""
            about = [asked(element, self._parent)] if element.tag in INLINE else []
            node = field_node(element, element.get(FIELD), said, described, about, modern=self._modern)
            node.language = language
        self._fill(node, element)
        self._around(element, role).kids.append(node)
        return node

    def _around(self, element: Any, role: str) -> Node:
        """The node that a new node goes into: inside a list item, everything but its label goes into its body."""
        parent = self._parent[element]
        node = self._node(parent)
        if self._modern and role == "Caption" and (picture := next(parent.iter("img"), None)) is not None:
            return self._node(picture)
        if node.role == "LI" and role not in ("Lbl", "LBody"):
            return self._part(node.element, "LBody")
        if node.role in GROUPS and role in ("Span", "Link"):
            return self._part(parent, "P")
        return node

    def _fill(self, node: Node, element: Any) -> None:
        if has_class(element, PAGE_OF):
            node.title = PAGE
        if node.role == "L":
            numbering = _NUMBERING.get(element.tag, "Description" if self._modern else "None")
            ticks = all(has_class(item, "tick") for item in element if item.tag == "li")
            bare = has_class(element, "references") or has_class(element, "cards") or (element.tag == "ul" and ticks)
            node.attributes["List"] = {"ListNumbering": "/None" if bare else f"/{numbering}"}
        if element.get("role") in ROLES:
            node.title = name_of(element)
        if node.role == "Table":
            self._nodes.update(table_nodes(element, node, modern=self._modern))
            for cell in self._nodes:
                if cell in self._parent and self._nodes[cell].role in ("TH", "TD", "TR", "THead", "TBody", "TFoot"):
                    self._language.setdefault(cell, cell.get("lang") or self._language_of(self._parent[cell]))

    def _figure(self, element: Any, box: Any, page: int) -> Node:
        node = self._node(element)
        node.alternative = element.get("alt") or ""
        left, top = box.content_box_x(), box.content_box_y()
        bottom = self._pages[page].margin_height() - top - box.height
        sides = (left, bottom, left + box.width, bottom + box.height)
        node.attributes["Layout"] = {"BBox": tuple(round(side * _PT_PER_PX, 2) for side in sides)}
        return node

    def _part(self, element: Any, role: str) -> Node:
        """A node that has no element of its own: the label or body of a list item, the paragraph of loose text."""
        key = (element, role)
        if key not in self._parts:
            node = Node(role)
            if role == "Lbl":
                self._node(element).kids.insert(0, node)
            else:
                self._node(element).kids.append(node)
            self._parts[key] = node
        return self._parts[key]

    def _language_of(self, element: Any) -> str:
        if element not in self._language:
            self._language[element] = element.get("lang") or self._language_of(self._parent[element])
        return self._language[element]


def _refuse_words(box: Any) -> None:
    """Signs that a style sheet adds are decoration; words would be on paper, and nobody would hear them."""
    words = getattr(box, "text", "").strip()
    if any(letter.isalnum() for letter in words):
        raise TaggingError(
            f"a style sheet adds the words “{words[:60]}” to <{box.element.tag}>: a screen reader would not say them",
            "Write words into the leaflet or into a template, not into content of ::before or ::after.",
        )


def _is_fixed(box: Any) -> bool:
    """Whether it stands on every page; it is said on its first."""
    style = getattr(box, "style", None)
    return style is not None and style["position"] == "fixed"
