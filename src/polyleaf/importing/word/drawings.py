"""Pictures, text boxes, charts and diagrams of a Word file."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from polyleaf.importing.gathered import Element, Frame, Line, Notice, Picture, Remark
from polyleaf.importing.word.charts import chart_elements, diagram_elements
from polyleaf.importing.word.parts import Node, Parts, R, W, alternative, local

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_MADE_BY_WORD = "Description automatically generated"
_EMU = 36_000
"""Units of drawings in a millimetre."""

_ART = 36.0
"""Points of letters that are drawn: they are large in any file."""

_NO_WORDS = ("image", "picture", "graphic", "bild", "grafik", "image1")


@dataclass
class Drawings:
    """Reads what is drawn in one part.

    Attributes:
        parts: The file.
        part: The part with the text.
        inside: Reads what stands in a text box.
        notices: Takes what is not taken.
    """

    parts: Parts
    part: str
    inside: Callable[[Node], tuple[Element, ...]]
    notices: list[Notice] = field(default_factory=list)

    def read(self, node: Node, place: str) -> Iterator[Element]:  # noqa: C901 - one case an element
        """The pictures and text boxes of a ``w:drawing``, ``w:pict`` or ``w:object``, in their order."""
        alt = self._alt(node)
        if any(local(one) == "decorative" and one.get("val") in ("1", "true") for one in node.iter()):
            self.notices.append(
                Notice("A picture is marked as decoration in Word: say in :alt: what it shows, or delete it", place)
            )
        boxed = False
        for found in self._outermost(node):
            match local(found):
                case "txbxContent":
                    boxed = True
                    elements = self.inside(found)
                    if elements:
                        yield from _unwrapped(Frame(elements, place))
                case "blip":
                    own = self._own_alt(found) or alt
                    yield from self._picture(found.get(f"{R}embed"), found.get(f"{R}link"), own, place, _width(node))
                    self._tell_turned(node, place)
                    if (
                        found.getparent().find(f"{_A}srcRect") is not None
                        and found.getparent().find(f"{_A}srcRect").attrib
                    ):
                        self.notices.append(Notice("A picture is cropped in Word; the whole of it was taken", place))
                case "imagedata":
                    yield from self._picture(found.get(f"{R}id"), None, alt or found.get("title", ""), place)
                case "textpath":
                    lines = self.inside(_as_box([found.get("string", "")]))
                    yield from (replace(one, size=_ART) if isinstance(one, Line) else one for one in lines)
                case "txBody":
                    yield Frame(self.inside(_as_paragraphs(found)), place)
                case "chart" | "relIds":
                    yield from self._words_of(found, alt, place)
                case _:
                    pass
        if local(node) == "object" and not boxed:
            self.notices.append(
                Notice("An object of another program: what is seen of it was taken as a picture", place)
            )

    def _tell_turned(self, node: Node, place: str) -> None:
        """Word turns pictures, and mirrors them: left is right then."""
        forms = [one for one in node.iter(f"{_A}xfrm") if local(one.getparent()) == "spPr"]
        if any(one.get("flipH") in ("1", "true") or one.get("flipV") in ("1", "true") for one in forms):
            self.notices.append(
                Notice("A picture is mirrored in Word, and stands here as its file is: look at left and right", place)
            )
        if any(one.get("rot", "0") not in ("", "0") for one in forms):
            self.notices.append(Notice("A picture is turned in Word, and stands here as its file is", place))

    def _outermost(self, node: Node) -> Iterator[Node]:
        """What is drawn, without what stands inside text boxes; of two ways to draw one thing the first."""
        for one in node:
            name = local(one)
            if name == "AlternateContent":
                yield from self._outermost(alternative(one))
            elif name in ("txbxContent", "blip", "imagedata", "chart", "relIds", "textpath", "txBody"):
                yield one
            else:
                yield from self._outermost(one)

    def _alt(self, node: Node) -> str:
        for one in node.iter():
            words = ""
            if local(one) == "docPr":
                words = one.get("descr") or one.get("title") or ""
            elif local(one) == "shape":
                words = one.get("alt", "")
            if words := _said(words):
                return words
        return ""

    def _own_alt(self, blip: Node) -> str:
        """What is said of one picture of a group."""
        picture = next((one for one in blip.iterancestors() if local(one) == "pic"), None)
        about = None if picture is None else picture.find("{*}nvPicPr/{*}cNvPr")
        return "" if about is None else _said(about.get("descr") or about.get("title") or "")

    def _picture(
        self, embedded: str | None, linked: str | None, alt: str, place: str, width: float = 0
    ) -> Iterator[Picture]:
        relation = self.parts.relations(self.part).get(embedded or linked or "")
        if relation is None or relation.outside or relation.target not in self.parts.names:
            where = relation.target if relation is not None else "nowhere"
            self.notices.append(
                Notice(
                    f"A picture is not in the file but lies elsewhere ({where[:80]}): {alt or 'without words'}", place
                )
            )
            return
        name = posixpath.basename(relation.target)
        yield Picture(self.parts.media(relation.target), name, alt, place, width)

    def _words_of(self, node: Node, alt: str, place: str) -> Iterator[Element]:
        """The words in a chart or a diagram: a drawing must be made of it."""
        key = node.get(f"{R}id") or node.get(f"{R}dm") or ""
        relation = self.parts.relations(self.part).get(key)
        is_chart = local(node) == "chart"
        kind, made = ("chart", "a table") if is_chart else ("diagram", "a list")
        told = f"A {kind} of Word is no picture: save it as one (SVG or PNG). Its words were taken as {made} or as text"
        self.notices.append(Notice(told, place))
        if alt:
            yield Remark(f"A {kind} was here: {alt}", place)
        if relation is not None and relation.target in self.parts.names:
            root = self.parts.xml(relation.target)
            yield from chart_elements(root, place) if is_chart else diagram_elements(root, place)


def _said(words: str) -> str:
    """What an author wrote of a picture; "" if a program did."""
    own = words.replace(_MADE_BY_WORD, "").strip()
    return "" if own.casefold() in _NO_WORDS else own


def _as_paragraphs(root: Node) -> Node:
    """The paragraphs of a drawing as a text box of Word has them."""
    return _as_box("".join(text.text or "" for text in one.iter(f"{_A}t")) for one in root.iter(f"{_A}p"))


def _as_box(lines: Iterable[str]) -> Node:
    box = etree.Element(f"{W}txbxContent")
    for words in lines:
        if words.strip():
            etree.SubElement(etree.SubElement(etree.SubElement(box, f"{W}p"), f"{W}r"), f"{W}t").text = words
    return box


def _width(node: Node) -> float:
    """How wide a drawing with one picture stands on the page, in mm; 0 if it has several or does not say."""
    if any(local(one) in ("wgp", "wpc") for one in node.iter()):
        return 0  # a group: its pictures are as wide as they are in it
    extents = [one.get("cx", "") for one in node.iter() if local(one) == "extent"]
    return int(extents[0]) / _EMU if len(extents) == 1 and extents[0].isdecimal() else 0


def _unwrapped(frame: Frame) -> Iterator[Element]:
    """A text box that only holds pictures in their place is none."""
    if all(isinstance(element, Picture) for element in frame.elements):
        yield from frame.elements
    else:
        yield frame
