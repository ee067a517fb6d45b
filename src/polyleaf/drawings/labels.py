"""The words of a drawing and where they stand: what translators get, and where the page sets them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from xml.etree import ElementTree as ET

from polyleaf.drawings.chunks import in_other_colours, together
from polyleaf.drawings.clips import Window, edges, viewport, window
from polyleaf.drawings.flaw import flaw
from polyleaf.drawings.geometry import EM, Matrix, View, length, picture, transformation, view
from polyleaf.drawings.styles import Declarations, Styles, colour, is_bold, share
from polyleaf.drawings.svg import SVG, Drawing, local_name
from polyleaf.drawings.text import Chunk, UnplacedError, chunks_of
from polyleaf.model.image import DrawingFlaw

_INSIDE = ("clipPath", "mask", "pattern", "marker")
_GRADIENTS = ("linearGradient", "radialGradient")
_UNSEEN = (*_INSIDE, *_GRADIENTS, "defs", "symbol", "filter", "style", "metadata", "title", "desc")
_NEAR = 3
"""Digits of a place that tell it from others."""

_MOST = 1_000
"""Labels of a drawing that is shown in full."""
_UPRIGHT = "Set the label level and unmirrored in the drawing program: large print has no turned words"
_IN_SIGHT = "In the drawing program, move it to where it is seen, or delete it"
_SEVERAL = "has words in several colours: they are printed in that of the first"
_ONE_COLOUR = "Make them a label of their own, or say in words what the colour says: not everybody sees colours"
_PLAIN = "In the drawing program, type the label anew as one line of plain text"


@dataclass(frozen=True, slots=True)
class Label:
    """Words of a drawing.

    Attributes:
        lines: What they say, line by line.
        across: Where they are anchored, from the left edge of the picture, 0 to 1. Left is left in every language: a
            drawing of the body is not mirrored.
        above: Height of the first baseline over the lower edge of the picture, 0 to 1.
        anchor: Which end stands there: ``start`` (the left), ``middle`` or ``end``.
        colour: ``#rrggbb``, or "" for black.
        bold: Whether it is bold.
        last: Height of the last baseline, as ``above``; larger type grows to both sides of the middle.
    """

    lines: tuple[str, ...]
    across: float
    above: float
    anchor: str
    colour: str = ""
    bold: bool = False
    last: float = 0.0

    @property
    def middle(self) -> float:
        """Height of the middle between its first baseline and its last."""
        return (self.above + self.last) / 2


@dataclass(frozen=True, slots=True)
class Words:
    """All words of a drawing.

    Attributes:
        ratio: Width over height of the picture; 0 if it does not say.
        labels: In document order, those that can be placed.
        flaws: The others.
    """

    ratio: float
    labels: tuple[Label, ...]
    flaws: tuple[DrawingFlaw, ...]


def read_words(drawing: Drawing) -> Words:
    """The words of a drawing."""
    reader = _Reader(drawing)
    reader.read()
    whole = reader.picture
    return Words(whole.width / whole.height if whole else 0.0, tuple(reader.labels), tuple(reader.flaws))


@dataclass(frozen=True, slots=True)
class _Around:
    """What is around an element: its style, the way to the picture, what per cent are of, and uses on the way.

    ``middle`` is that of a shape of LibreOffice, which words are written into; ``windows`` are clip paths around it.
    """

    style: Declarations
    matrix: Matrix
    view: View
    uses: tuple[ET.Element, ...] = ()
    middle: float | None = None
    windows: tuple[Window, ...] = ()


class _Reader:
    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self._styles = Styles(drawing.root)
        self._by_id = {name: one for one in drawing.root.iter() if (name := one.get("id"))}
        self.picture = picture(drawing.root)
        self.labels: list[Label] = []
        self.flaws: list[DrawingFlaw] = []

    def read(self) -> None:
        whole = self.picture or View(300.0, 150.0, 300.0, 150.0, Matrix())
        root = self._drawing.root
        style = self._styles.computed(root, {})
        if not _is_hidden(style):
            self._inside(root, _Around(style, whole.matrix, whole, windows=(edges(whole),)))
        for element in root.iter():
            if local_name(element) in _INSIDE and (text := next(element.iter(f"{{{SVG}}}text"), None)) is not None:
                self._refuse(text, f"stands in a <{local_name(element)}>", "Turn it into outlines (paths)")
        # A label with a light edge stands there twice, and the second is the one that is seen.
        places = {(one.lines, round(one.across, _NEAR), round(one.above, _NEAR)): one for one in self.labels}
        self.labels = list(places.values())

    def _inside(self, element: ET.Element, around: _Around) -> None:
        for child in element:
            if isinstance(child.tag, str) and child.tag.startswith(f"{{{SVG}}}"):
                self._visit(child, around)

    def _visit(self, element: ET.Element, around: _Around) -> None:
        name = local_name(element)
        if name in _UNSEEN:
            return
        style = self._styles.computed(element, around.style)
        if _is_hidden(style):
            return
        matrix = self._moved(element, style)
        if matrix is None:
            if any(True for _ in element.iter(f"{{{SVG}}}text")):
                self._refuse(element, f"has a transformation that cannot be told ({style.get('transform')})", _PLAIN)
            return
        here = self._clipped(element, replace(around, style=style, matrix=around.matrix @ matrix))
        match name:
            case "text":
                self._text(element, here)
            case "svg":
                self._nested(element, here, element)
            case "use":
                self._use(element, here)
            case "switch":
                chosen = next((one for one in element if _passes(one)), None)
                if chosen is not None:
                    self._visit(chosen, here)
            case _:
                self._inside(element, replace(here, middle=_middle(element)))

    def _clipped(self, element: ET.Element, around: _Around) -> _Around:
        clip = self._styles.declared(element).get("clip-path", "")
        seen = window(clip, self._by_id, around.matrix, around.view)
        return replace(around, windows=(*around.windows, seen)) if seen else around

    def _moved(self, element: ET.Element, style: Declarations) -> Matrix | None:
        own = {**style} if "transform" in self._styles.declared(element) else {}
        origin = [length(part) for part in own.get("transform-origin", "0 0").split()[:2]]
        matrix = transformation(own.get("transform"))
        if matrix is None or own.get("transform-box") or None in origin or len(origin) != len(("x", "y")):
            return Matrix() if matrix == Matrix() else None
        x, y = (one or 0.0 for one in origin)
        return Matrix(e=x, f=y) @ matrix @ Matrix(e=-x, f=-y)

    def _nested(self, element: ET.Element, around: _Around, sized: ET.Element) -> None:
        """An ``svg`` inside, or a ``symbol``; ``sized`` says how large it is."""
        whole = around.view
        x, y = (length(element.get(key), whole.inner_width if key == "x" else whole.inner_height) for key in "xy")
        width = length(sized.get("width") or element.get("width") or "100%", whole.inner_width)
        height = length(sized.get("height") or element.get("height") or "100%", whole.inner_height)
        if not width or not height or x is None or y is None:
            return
        inner, here = view(element, width, height), around.matrix @ Matrix(e=x, f=y)
        windows = (*around.windows, *viewport(element, here, width, height))
        self._inside(element, replace(around, matrix=here @ inner.matrix, view=inner, windows=windows))

    def _use(self, element: ET.Element, around: _Around) -> None:
        href = element.get("href") or element.get("{http://www.w3.org/1999/xlink}href") or ""
        target = self._by_id.get(href.removeprefix("#"))
        if target is None or target in around.uses or len(self.labels) > _MOST:
            return
        x = length(element.get("x"), around.view.inner_width) or 0.0
        y = length(element.get("y"), around.view.inner_height) or 0.0
        here = replace(around, matrix=around.matrix @ Matrix(e=x, f=y), uses=(*around.uses, target))
        if local_name(target) in ("symbol", "svg"):
            style = self._styles.computed(target, here.style)
            self._nested(target, replace(here, style=style), element)
        else:
            self._visit(target, here)

    def _text(self, element: ET.Element, around: _Around) -> None:
        if not "".join(element.itertext()).strip():
            return
        try:
            chunks = list(chunks_of(element, self._styles, around.style, around.view))
            parts = list(together(chunks, around.middle))
            found = [self._label(part, around) for part in parts]
        except UnplacedError as error:
            remedies = {"turned": _UPRIGHT, "cut away": _IN_SIGHT}
            remedy = next((hint for what, hint in remedies.items() if what in str(error)), _PLAIN)
            self._refuse(element, str(error), remedy)
            return
        self.labels += found
        if others := " ".join(filter(None, map(in_other_colours, parts))):
            self.flaws.append(replace(flaw(self._drawing, element, _SEVERAL, _ONE_COLOUR), colours=others))

    def _label(self, chunks: Sequence[Chunk], around: _Around) -> Label:
        matrix = around.matrix
        if not matrix.is_upright:
            raise UnplacedError("is turned or mirrored")
        if self.picture is None:
            raise UnplacedError("stands in a drawing that does not say how large it is (no viewBox)")
        first = chunks[0]
        x, y = matrix.at(first.x, first.y)
        top = matrix.at(first.x, first.y - (length(first.style.get("font-size")) or EM))[1]
        if len(chunks) == 1 and any(one.hides(x, (top, y), first.anchor) for one in around.windows):
            raise UnplacedError("is cut away (by a clip path, or by the sides of the drawing): nobody sees it")
        lines = tuple(" ".join(one.words.split()) for one in chunks)
        across, above = x / self.picture.width, 1 - y / self.picture.height
        last = 1 - matrix.at(chunks[-1].x, chunks[-1].y)[1] / self.picture.height
        return Label(lines, across, above, first.anchor, colour(first.style), is_bold(first.style), last)

    def _refuse(self, element: ET.Element, what: str, hint: str) -> None:
        words = " ".join("".join(element.itertext()).split()) or "…"
        self.flaws.append(flaw(self._drawing, element, what, hint, words=words))


def _middle(group: ET.Element) -> float | None:
    """Half way across a shape of LibreOffice, which says how large it is; None for any other, and for words alone."""
    box = next((one for one in group if one.get("class") == "BoundingBox"), None)
    if box is None or not any(local_name(one) == "path" for one in group):
        return None
    left, width = length(box.get("x")), length(box.get("width"))
    return None if left is None or not width else left + width / 2


def _is_hidden(style: Declarations) -> bool:
    return style.get("display") == "none" or share(style.get("opacity")) == 0


def _passes(element: ET.Element) -> bool:
    """Whether a ``switch`` would show it: no condition on language or extensions that we do not meet."""
    return isinstance(element.tag, str) and not any(
        element.get(key) for key in ("systemLanguage", "requiredExtensions")
    )
