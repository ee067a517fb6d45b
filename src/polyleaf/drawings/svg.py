"""Parses an SVG that somebody else drew, and refuses what could read other files, run, or never end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET
from xml.parsers import expat

from polyleaf.drawings.newer import put_plainly
from polyleaf.drawings.trimming import trim
from polyleaf.drawings.unseen import drop_unseen
from polyleaf.drawings.web_text import drop_web_text
from polyleaf.manuscript.faults import Refusal

SVG = "http://www.w3.org/2000/svg"
"""Namespace of SVG."""
SVG_LIMIT = 5 * 1024 * 1024
"""Most bytes of an SVG."""
ELEMENT_LIMIT = 50_000
"""Most elements of an SVG, and most that it draws when every ``use`` is followed."""

_DEEPEST = 100
_LONGEST_CHAIN = 20
_FORBIDDEN = {"script", "foreignobject", "iframe", "object", "embed", "audio", "video", "handler", "listener"}
_PUBLIC = "-//W3C//DTD SVG"
_REMEDIES = {
    "foreignobject": (
        "It is text that only a web page can lay out. In draw.io switch off Formatted Text and Word Wrap of the label, "
        "or export with labels as SVG text"
    )
}
_EMBED = "Embed the picture in the SVG, or delete the reference"
_INSIDE = "Put it into the drawing as PNG or JPEG, or, if it is a drawing, as shapes"
_URL = re.compile(r"url\(\s*([\"']?)\s*([^\"')\s]*)", re.IGNORECASE)
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_AT_RULE = re.compile(r"@(?:import|font-face|namespace|charset)", re.IGNORECASE)
_OWN_FONT = re.compile(r"@font-face\s*\{(?:[^{}](?!local\(|url\((?!\s*[\"']?data:)))*\}", re.IGNORECASE)
"""A font that lies in the drawing: its words are set in the font of the leaflet."""
_EMBEDDED = re.compile(r"data:image/(?:png|jpeg|jpg);base64,", re.IGNORECASE)


class NotSvg(Refusal):
    """It is no SVG at all."""


class UnsafeSvg(Refusal):
    """It holds what a printed picture must not hold."""


class LargeSvg(Refusal):
    """It draws more than a page can show."""


@dataclass(frozen=True)
class Drawing:
    """A safe SVG.

    Attributes:
        root: Its root element.
        lines: The line of the file that each element begins on.
    """

    root: ET.Element
    lines: Mapping[ET.Element, int]


def parse_svg(data: bytes) -> Drawing:
    """A safe SVG.

    Raises:
        NotSvg: It is not well-formed XML, or its root is not ``svg``.
        UnsafeSvg: It has a DOCTYPE, a script, foreign content, or refers to anything outside itself.
        LargeSvg: It is too large, too deep, or multiplies itself.
    """
    if len(data) > SVG_LIMIT:
        raise LargeSvg(f"has more than {SVG_LIMIT // 1024 // 1024} MiB")
    guard = _Guard()
    try:
        root = guard.read(data)
    except (expat.ExpatError, LookupError, ValueError) as error:
        if isinstance(error, Refusal):
            raise
        raise NotSvg(f"is not well-formed XML: {error}") from None
    if root.tag != f"{{{SVG}}}svg":
        raise NotSvg(f"is XML with the root {root.tag[:80]}, not an SVG", f'The root is <svg xmlns="{SVG}">')
    drop_unseen(root)
    drop_web_text(root)
    put_plainly(root)
    for element in root.iter():
        _check(element, f" in its line {guard.lines[element]}")
    _check_size(root)
    trim(root)
    return Drawing(root, guard.lines)


def local_name(element: ET.Element) -> str:
    """Name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def embedded_images(root: ET.Element) -> Iterator[str]:
    """The base64 text of each raster picture inside the SVG."""
    for element in root.iter():
        for key, value in element.attrib.items():
            if key.rpartition("}")[2].lower() == "href" and (match := _EMBEDDED.match(value.strip())):
                yield value.strip()[match.end() :]


class _Guard(ET.TreeBuilder):
    """Builds the tree and stops at the first sign of an attack, before anything is expanded."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0
        self._count = 0
        self._asked = self._longest = 0
        self.lines: dict[ET.Element, int] = {}

    def read(self, data: bytes) -> ET.Element:
        parser = expat.ParserCreate(None, "}")
        parser.buffer_text = True

        def start(tag: str, attrs: dict[str, str]) -> None:
            element = self.start(_named(tag), {_named(key): value for key, value in attrs.items()})
            self.lines[element] = parser.CurrentLineNumber

        parser.StartElementHandler = start
        parser.EndElementHandler = lambda tag: self.end(_named(tag))
        parser.CharacterDataHandler = self.data
        parser.ProcessingInstructionHandler = self.pi
        parser.StartDoctypeDeclHandler = self.doctype
        parser.EntityDeclHandler = self.entity
        parser.AttlistDeclHandler = self.refuse_doctype
        parser.SkippedEntityHandler = self.unknown
        self._asked = data.count(b"&")
        parser.Parse(data, True)
        return self.close()

    def doctype(self, _name: str, _system: str | None, public: str | None, has_inside: int) -> None:
        if has_inside or (public or "").startswith(_PUBLIC):
            return  # many programs write it; nothing is read from there, and what is inside is judged piece by piece
        self.refuse_doctype()

    def entity(self, _name: str, is_parameter: int, value: str | None, *_elsewhere: str | None) -> None:
        """Illustrator writes addresses of name spaces so: words, and few of them."""
        self._longest = max(self._longest, len(value or ""))
        if value is None or is_parameter or set("&%<") & set(value) or self._longest * self._asked > SVG_LIMIT:
            self.refuse_doctype()

    def unknown(self, name: str, is_parameter: int) -> None:
        if not is_parameter:
            raise NotSvg(f"says &{name}; which nothing in it explains", "Type the sign itself")

    def refuse_doctype(self, *_: object) -> None:
        raise UnsafeSvg("has a DOCTYPE", "Save it as plain SVG; or delete the <!DOCTYPE …> at its top")

    def pi(self, target: str, text: str | None = None) -> None:  # type: ignore[override]  # noqa: ARG002 - expat's order
        if target.strip().lower().startswith("xml-stylesheet"):
            raise UnsafeSvg("uses a style sheet from outside", "Save it as plain SVG with its styles inside")

    def start(self, tag: str, attrs: Mapping[str, str], /) -> ET.Element:
        self._depth += 1
        self._count += 1
        if self._depth > _DEEPEST or self._count > ELEMENT_LIMIT:
            raise LargeSvg("is too complicated to print", "Simplify the drawing")
        return super().start(tag, dict(attrs))

    def end(self, tag: str, /) -> ET.Element:
        self._depth -= 1
        return super().end(tag)


def _named(name: str) -> str:
    """A name of expat in the form of ElementTree."""
    return f"{{{name}" if "}" in name else name


def _check(element: ET.Element, where: str) -> None:
    name = local_name(element)
    if name.lower() in _FORBIDDEN:
        hint = _REMEDIES.get(name.lower(), "Save it as plain SVG")
        raise UnsafeSvg(f"holds a <{name}>{where}", hint)
    if name.lower() == "style":
        element.text = _OWN_FONT.sub("", element.text or "")
        _check_css("".join(element.itertext()), where)
    for key, value in element.attrib.items():
        attribute = key.rpartition("}")[2].lower()
        if attribute.startswith("on"):
            raise UnsafeSvg(f"runs a script ({attribute}){where}", "Save it as plain SVG")
        if key == "{http://www.w3.org/XML/1998/namespace}base" or attribute == "base":
            raise UnsafeSvg(f"changes where its addresses begin (xml:base){where}", "Save it as plain SVG")
        if attribute in ("href", "src"):
            target = value.strip()
            if target and not target.startswith("#") and not _EMBEDDED.match(target):
                if target.startswith("data:"):
                    raise UnsafeSvg(f"holds a picture of another kind ({target[:24]}…){where}", _INSIDE)
                raise UnsafeSvg(f"refers to {target[:60]}{where}", _EMBED)
        else:
            _check_css(value, where)


def _check_css(css: str, where: str) -> None:
    css = _CSS_COMMENT.sub(" ", css)
    if _AT_RULE.search(css) or ("\\" in css and "(" in css):
        hint = "Save it as plain SVG, its styles inside; fonts from the web (@import, @font-face) may just be deleted"
        raise UnsafeSvg(f"has a style sheet that reads other files{where}", hint)
    for match in _URL.finditer(css):
        if not match[2].startswith("#"):
            raise UnsafeSvg(f"refers to {match[2][:60]}{where}", _EMBED)


def _references(element: ET.Element) -> Iterator[str]:
    for key, value in element.attrib.items():
        if key.rpartition("}")[2].lower() == "href" and value.strip().startswith("#"):
            yield value.strip()[1:]
        for match in _URL.finditer(value):
            yield match[2].removeprefix("#")


def _check_size(root: ET.Element) -> None:
    """Refuses drawings that multiply themselves through ``use`` (a billion laughs without entities)."""
    by_id = {element.get("id", ""): element for element in root.iter()}
    by_id.pop("", None)
    sizes: dict[ET.Element, int] = {}

    def size(element: ET.Element, chain: int) -> int:
        if element in sizes:
            return sizes[element]
        if chain > _LONGEST_CHAIN:
            raise LargeSvg("refers to itself, or through too many steps", "Save it as plain SVG without symbols")
        total = 0
        for part in element.iter():
            total += 1 + sum(size(by_id[name], chain + 1) for name in _references(part) if name in by_id)
            if total > ELEMENT_LIMIT:
                raise LargeSvg("draws itself over and over", "Save it as plain SVG without symbols")
        sizes[element] = total
        return total

    size(root, 0)
