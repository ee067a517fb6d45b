"""XML from outside, read safely: no DTD, no entity of its own, nothing fetched, bounded in size and depth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from polyleaf.catalog.exchange.reply_unit import MOST_BYTES, ReplyError, broken

_MOST_NODES = 200_000
"""Elements of a file: some 100 MB. A leaflet of 500 texts has 25,000 in a sheet."""
_DEEPEST = 64
_XML = "http://www.w3.org/XML/1998/namespace"


@dataclass(slots=True)
class Node:
    """An element.

    Attributes:
        space: Its namespace; "" if none.
        tag: Its name without a prefix.
        attributes: Attributes by name; those of a namespace as ``namespace name``.
        line: Line it begins in.
        content: Text and elements, in order.
    """

    space: str
    tag: str
    attributes: dict[str, str]
    line: int
    content: list[Node | str] = field(default_factory=list)

    def get(self, name: str) -> str:
        """An attribute without a namespace; "" if it is not there."""
        return self.attributes.get(name, "")

    @property
    def lang(self) -> str:
        """``xml:lang``, or ``lang`` as old TMX writes it."""
        return self.attributes.get(f"{_XML} lang") or self.get("lang")

    def children(self, tag: str = "") -> Iterator[Node]:
        """Elements right inside, of one name or all."""
        return (node for node in self.content if isinstance(node, Node) and (not tag or node.tag == tag))

    def child(self, tag: str) -> Node | None:
        """The first element of that name right inside."""
        return next(self.children(tag), None)

    def walk(self, tag: str) -> Iterator[Node]:
        """Elements of that name at any depth, in document order."""
        for node in self.children():
            if node.tag == tag:
                yield node
            yield from node.walk(tag)

    @property
    def text(self) -> str:
        """All text inside, that of elements included."""
        return "".join(part if isinstance(part, str) else part.text for part in self.content)


def read_xml(data: bytes, path: str, doctype: str = "") -> Node:
    """The root element of an XML file.

    Args:
        data: The file.
        path: The file as people see it.
        doctype: Name that a document type may have: many TMX files name their DTD. It is not read, and it must
            declare nothing itself. "" for none at all.

    Raises:
        ReplyError: It is no XML, is damaged, too large, too deep, or declares a document type or an entity.
    """
    return _Reader(path, doctype).read(data)


class _Reader:
    def __init__(self, path: str, doctype: str) -> None:
        self._path = path
        self._doctype = doctype
        self._open: list[Node] = [Node("", "", {}, 1)]
        self._nodes = 0
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.StartElementHandler = self._start
        parser.EndElementHandler = lambda _: self._open.pop()
        parser.CharacterDataHandler = self._words
        parser.StartDoctypeDeclHandler = self._declared
        parser.EntityDeclHandler = lambda *_: self._refuse_entity()
        parser.SkippedEntityHandler = lambda *_: self._refuse_entity()
        parser.ExternalEntityRefHandler = lambda *_: self._refuse_entity()
        self._parser = parser

    def read(self, data: bytes) -> Node:
        if len(data) > MOST_BYTES:
            raise broken(f"the file is larger than {MOST_BYTES // 2**20} MB", self._path)
        try:
            self._parser.Parse(data, True)
        except expat.ExpatError as error:
            what = f"not well-formed XML: {expat.ErrorString(error.code)}"
            raise broken(what, self._path, error.lineno) from error
        except (ValueError, LookupError) as error:
            raise broken(f"the encoding of the file cannot be read: {error}", self._path, 1) from error
        return next(self._open[0].children())

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._nodes += 1
        if self._nodes > _MOST_NODES or len(self._open) > _DEEPEST:
            hint = "Delete the empty rows and columns behind the work, or ask for a plain export."
            raise broken("more elements than any leaflet needs", self._path, self._parser.CurrentLineNumber, hint)
        space, _, tag = name.rpartition(" ")
        node = Node(space, tag, attributes, self._parser.CurrentLineNumber)
        self._open[-1].content.append(node)
        self._open.append(node)

    def _words(self, words: str) -> None:
        self._open[-1].content.append(words)

    def _declared(self, name: str, _system: str | None, _public: str | None, has_subset: int) -> None:
        if name != self._doctype or has_subset:
            raise self._refused("the file declares a document type (<!DOCTYPE>), which could fetch other files")

    def _refuse_entity(self) -> int:
        raise self._refused("the file uses an entity of its own, which could fetch other files or grow without end")

    def _refused(self, what: str) -> ReplyError:
        hint = "Save it again without a document type, or ask for a plain export."
        return broken(what, self._path, self._parser.CurrentLineNumber, hint)
