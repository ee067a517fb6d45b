"""Writes the tag tree into the PDF: structure elements, the parent tree, artifacts, and texts that must be exact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pydyf

from polyleaf.render.tagging.roles import ROLE_MAP, TaggingError
from polyleaf.render.tagging.sequences import Section, numbered
from polyleaf.render.tagging.tree import Annotation, Content, Node, TagTree

_PDF_2, _PDF_1_7 = "http://iso.org/pdf2/ssn", "http://iso.org/pdf/ssn"
_OF_PDF_1_7 = ("TOC", "TOCI")
"""Types that PDF 2.0 has only in the older namespace."""
_PRINT = 4
"""Annotation flag: it is printed (PDF/UA asks that links are not hidden)."""


class TreeWriter:
    """Writes one tree.

    Args:
        pdf: The document under way.
        tree: What to write.
        streams: Page contents in order.
        version: PDF version ("1.7", "2.0").
    """

    def __init__(self, pdf: Any, tree: TagTree, streams: Sequence[Any], version: str) -> None:
        self._pdf = pdf
        self._tree = tree
        self._streams = streams
        self._modern = version >= "2.0"
        self._numbers: list[dict[Any, list[int]]] = []
        self._parents: list[dict[int, bytes]] = [{} for _ in streams]
        self._links: list[tuple[bytes, Any]] = []
        self._tables = 0
        self._references: dict[int, bytes] = {}
        self._elements: dict[int, Any] = {}

    def write(self) -> None:
        """Marks the page contents anew and adds the tree to the document."""
        roles = {kid.box: node.role for node in self._tree.root.walk() for kid in node.kids if isinstance(kid, Content)}
        self._numbers = [self._mark(stream, roles) for stream in self._streams]
        root = pydyf.Dictionary({"Type": "/StructTreeRoot"})
        self._pdf.add_object(root)
        namespaces = self._namespaces(root)
        document = self._element(self._tree.root, root.reference, namespaces)
        root["K"] = pydyf.Array([document.reference])
        root["ParentTree"] = self._parent_tree().reference
        if not self._modern:
            root["RoleMap"] = pydyf.Dictionary({own: f"/{standard}" for own, standard in ROLE_MAP.items()})
        self._point_bookmarks()
        if self._modern:
            self._point_links()
        self._drop_repeated()
        self._pdf.catalog["StructTreeRoot"] = root.reference
        self._pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})

    def _point_bookmarks(self) -> None:
        """Bookmarks lead to elements of the tree: in PDF 2.0 by their destination, before that by ``/SE``.

        Raises:
            TaggingError: WeasyPrint wrote other bookmarks than those that were found in its boxes.
        """
        bookmarks = [one for one in self._pdf.objects if isinstance(one, dict) and "Title" in one and "Dest" in one]
        if len(bookmarks) != len(self._tree.bookmarks):
            raise TaggingError(
                f"the page has {len(bookmarks)} bookmarks, and {len(self._tree.bookmarks)} were found in its boxes",
                "This is a fault of polyleaf's tagging: please report it with the leaflet.",
            )
        for bookmark, node in zip(bookmarks, self._tree.bookmarks, strict=True):
            bookmark["SE"] = element = self._references[id(node)]
            if self._modern:
                bookmark["Dest"] = pydyf.Array([element, *bookmark["Dest"][1:]])

    def _point_links(self) -> None:
        """Links inside the file lead to elements of the tree, and entries of a table of contents say what they list.

        ISO 14289-2, 8.8 and 8.2.5.8. The place on the page stays beside it, for readers that know no structure.
        """
        targets: dict[str, Node] = {}
        for node in self._tree.root.walk():
            if node.element is not None and (name := node.element.get("id")):
                targets.setdefault(name, node)
        for node in self._tree.root.walk():
            for kid in node.kids:
                if isinstance(kid, Annotation) and "Dest" in kid.annotation:
                    name = kid.annotation["Dest"].string
                    if name in targets:
                        place = pydyf.Array([self._references[id(targets[name])], "/XYZ", "null", "null", "null"])
                        kid.annotation["A"] = pydyf.Dictionary(
                            {"Type": "/Action", "S": "/GoTo", "D": kid.annotation.pop("Dest"), "SD": place}
                        )
            if node.role == "TOCI":
                link = next(node.element.iter("a"), None)
                listed = targets.get((link.get("href") or "").removeprefix("#")) if link is not None else None
                if listed is not None:
                    self._elements[id(node)]["Ref"] = pydyf.Array([self._references[id(listed)]])

    def _drop_repeated(self) -> None:
        """Takes links inside links off their pages: a screen reader would say each twice."""
        dropped = {link.reference for link in self._tree.repeated}
        for page in self._pdf.objects:
            if dropped and isinstance(page, dict) and page.get("Type") == "/Page" and "Annots" in page:
                page["Annots"] = pydyf.Array([link for link in page["Annots"] if link not in dropped])

    def _namespaces(self, root: Any) -> Mapping[str, bytes]:
        """The namespace of each type; "" is that of all others."""
        if not self._modern:
            return {}
        has_older = any(node.role in _OF_PDF_1_7 for node in self._tree.root.walk())
        made: list[bytes] = []
        for name in (_PDF_2, _PDF_1_7) if has_older else (_PDF_2,):
            namespace = pydyf.Dictionary({"Type": "/Namespace", "NS": pydyf.String(name)})
            self._pdf.add_object(namespace)
            made.append(namespace.reference)
        root["Namespaces"] = pydyf.Array(made)
        return {"": made[0], **dict.fromkeys(_OF_PDF_1_7, made[-1])}

    def _mark(self, stream: Any, roles: Mapping[Any, str]) -> dict[Any, list[int]]:
        """Numbers the marked content that is in the tree; the rest becomes Artifact.

        Returns:
            The numbers of the sequences that show each box.

        Raises:
            TaggingError: Some of it is painted elsewhere than on the page itself.
        """
        boxes = {mark["mcid"]: box for box, mark in stream._tags.items()}
        sections: list[Section] = []
        items: list[Any] = stream.stream
        kept: list[Any] = []
        open_marks: list[bool] = []
        for item in items:
            if isinstance(item, pydyf.Dictionary) and "MCID" in item:
                box = boxes.pop(item.pop("MCID"))
                if box in roles:
                    sections.append(Section(box, roles[box], len(kept) - 1))
                else:
                    kept[-1] = "/Artifact"
                    item["Type"] = "/Pagination" if box in self._tree.furniture else "/Layout"
            elif item == b"BMC" and open_marks:
                kept.pop()  # a line under text is part of it: an Artifact may not stand inside marked content
                open_marks.append(False)
                continue
            elif item == b"BMC":  # a background or a border
                kept.append(pydyf.Dictionary({"Type": "/Layout"}))
                item = b"BDC"  # noqa: PLW2901 - the operator that takes a dictionary
            if item in (b"BDC", b"BMC"):
                open_marks.append(True)
            elif item == b"EMC" and not open_marks.pop():
                continue
            elif item == b"EMC" and sections and not (open_marks or sections[-1].end):
                sections[-1].end = len(kept)
            kept.append(item)
        stream.stream[:], numbers = numbered(kept, sections)
        for box in boxes.values():  # painted, but not in the page's own content: in a group of its own
            raise TaggingError(
                f"the page shows <{box.element_tag}> see-through (opacity), which has no place in the tag tree",
                "Take opacity out of the style sheet, and choose a paler colour instead.",
            )
        return numbers

    def _element(self, node: Node, parent: bytes, namespaces: Mapping[str, bytes], table: int = 0) -> Any:
        element = pydyf.Dictionary({"Type": "/StructElem", "S": f"/{node.role}", "P": parent})
        self._pdf.add_object(element)
        self._references[id(node)] = element.reference
        self._elements[id(node)] = element
        if node.role == "Table":
            self._tables += 1
            table = self._tables
        if namespaces:
            element["NS"] = namespaces.get(node.role, namespaces[""])
        identifier = f"{table}-{node.identifier}" if node.identifier else ""
        said = {"Lang": node.language, "Alt": node.alternative, "T": node.title, "ID": identifier}
        element.update({key: pydyf.String(words) for key, words in said.items() if words})
        if node.attributes:
            element["A"] = _attributes(node, table)
        kids = pydyf.Array()
        for kid in node.kids:
            if isinstance(kid, Node):
                kids.append(self._element(kid, element.reference, namespaces, table).reference)
            elif isinstance(kid, Content):
                kids.extend(self._content(element, kid))
            else:
                kids.append(self._annotation(element, kid))
        element["K"] = kids
        return element

    def _content(self, element: Any, content: Content) -> Iterator[Any]:
        page = self._pdf.page_references[content.page]
        for number in self._numbers[content.page][content.box]:
            self._parents[content.page][number] = element.reference
            on_page = element.setdefault("Pg", page) == page
            yield number if on_page else pydyf.Dictionary({"Type": "/MCR", "Pg": page, "MCID": number})

    def _annotation(self, element: Any, kid: Annotation) -> Any:
        page = self._pdf.page_references[kid.page]
        self._links.append((element.reference, kid.annotation))
        kid.annotation["F"] = _PRINT
        return pydyf.Dictionary({"Type": "/OBJR", "Obj": kid.annotation.reference, "Pg": page})

    def _parent_tree(self) -> Any:
        numbers = pydyf.Array()
        for page, parents in enumerate(self._parents):
            numbers.append(page)
            numbers.append(pydyf.Array([parents[number] for number in sorted(parents)]))
        for place, (element, annotation) in enumerate(self._links, start=len(self._parents)):
            numbers.append(place)
            numbers.append(element)
            annotation["StructParent"] = place
        tree = pydyf.Dictionary({"Nums": numbers})
        self._pdf.add_object(tree)
        return tree


def _attributes(node: Node, table: int) -> Any:
    dictionaries = []
    for owner, attributes in node.attributes.items():
        dictionary = pydyf.Dictionary({"O": f"/{owner}"})
        for name, value in attributes.items():
            if name == "Headers":
                if value:
                    dictionary[name] = pydyf.Array([pydyf.String(f"{table}-{header}") for header in value])
            else:
                dictionary[name] = pydyf.Array(value) if isinstance(value, tuple) else value
        dictionaries.append(dictionary)
    return dictionaries[0] if len(dictionaries) == 1 else pydyf.Array(dictionaries)
