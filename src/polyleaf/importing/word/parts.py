"""The parts of a Word file: bounded, without document types and entities, nothing fetched."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from polyleaf.errors import UsageError
from polyleaf.importing.opening import SAVE_AS_WORD, ImportRefusal
from polyleaf.zipped import UnzipError, Zip

Node = Any
"""An element of lxml, which has no types."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": R[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
    b"http://purl.oclc.org/ooxml/officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
}
"""Names of Word's "strict" files, and those that every other file has for the same."""

_MOST_XML = 48 * 2**20
_MOST_MEDIA = 64 * 2**20


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part leads to: ``target`` is a part of the file, or an address outside."""

    kind: str
    target: str
    outside: bool


class Parts:
    """The parts of one file.

    Args:
        file: The file, opened.
        shown_as: The file as people see it.
    """

    def __init__(self, file: Zip, shown_as: str) -> None:
        self.names = frozenset(file.names)
        self._file = file
        self._shown_as = shown_as
        self._relations: dict[str, dict[str, Relation]] = {}

    def refusal(self, reason: str, hint: str = SAVE_AS_WORD) -> ImportRefusal:
        """The error of this file."""
        return ImportRefusal(self._shown_as, reason, hint)

    def xml(self, name: str) -> Node:
        """The root of a part.

        Raises:
            ImportRefusal: It is not there, is damaged, or declares a document type.
        """
        data = self._read(name, _MOST_XML)
        for strict, usual in _STRICT.items():
            data = data.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True
        )
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            if error.code == etree.ErrorTypes.ERR_NO_MEMORY:
                raise MemoryError from error
            raise self.refusal(f"is damaged: its part {name} is no XML ({error.msg})") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise self.refusal(f"declares a document type in {name}, which could fetch other files or grow without end")
        return root

    def media(self, name: str) -> bytes:
        """A picture.

        Raises:
            ImportRefusal: It is not there, or is damaged.
        """
        return self._read(name, _MOST_MEDIA)

    def _read(self, name: str, most: int) -> bytes:
        try:
            return self._file.read(name, most)
        except UnzipError as error:
            raise self.refusal(f"cannot be used: {error.reason}") from error

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part leads to, by the ids it uses."""
        if part not in self._relations:
            folder, name = posixpath.split(part)
            there = posixpath.join(folder, "_rels", f"{name}.rels")
            found = self.xml(there) if there in self.names else ()
            self._relations[part] = {
                node.get("Id", ""): _relation(node, folder) for node in found if node.get("Target")
            }
        return self._relations[part]

    def related(self, part: str, kind: str) -> Iterator[str]:
        """The parts of one kind that a part leads to."""
        for relation in self.relations(part).values():
            if relation.kind.endswith(f"/{kind}") and not relation.outside and relation.target in self.names:
                yield relation.target

    @property
    def main(self) -> str:
        """The part with the text.

        Raises:
            ImportRefusal: There is none.
        """
        found = next(self.related("", "officeDocument"), "")
        if not found:
            raise self.refusal("is no Word document: it has no text in it")
        return found


def _relation(node: Node, folder: str) -> Relation:
    target, outside = node.get("Target", ""), node.get("TargetMode") == "External"
    if not outside:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(node.get("Type", ""), target, outside)


def child(node: Node, *names: str) -> Node:
    """The element that a path of names of Word leads to; None if there is none."""
    for name in names:
        if node is None:
            return None
        node = node.find(f"{W}{name}")
    return node


def value(node: Node, *names: str) -> str | None:
    """The ``w:val`` of the element that a path leads to; None if there is none."""
    found = child(node, *names)
    return None if found is None else found.get(f"{W}val", "")


def switch(node: Node, name: str) -> bool | None:
    """Whether a property is on; None if nobody says."""
    found = value(node, name)
    return None if found is None else found.lower() not in ("0", "false", "off", "none")


def indent_of(node: Node) -> float:
    """How far the paragraphs of a style or a list level are moved in, in pt; 0 if it does not say."""
    found = child(node, "pPr", "ind")
    written = "" if found is None else found.get(f"{W}left") or found.get(f"{W}start") or ""
    return int(written) / 20 if written.isdecimal() else 0


def alternative(node: Node) -> Node:
    """The first of several ways to write one thing that holds anything (``mc:AlternateContent``); else an empty one."""
    return next((one for one in node if local(one) in ("Choice", "Fallback") and len(one)), etree.Element("none"))


def local(node: Node) -> str:
    """The name of an element without its namespace; "" for comments."""
    return etree.QName(node).localname if isinstance(node.tag, str) else ""


def too_deep(shown_as: str) -> UsageError:
    """The error of a file in which things stand in things without end."""
    return ImportRefusal(shown_as, "holds tables or boxes inside each other without end", SAVE_AS_WORD)
