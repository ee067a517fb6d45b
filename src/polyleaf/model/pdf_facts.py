"""What a PDF says of itself, read from the finished file. All lengths are pt, origin bottom left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

Rect = tuple[float, float, float, float]
"""Left, bottom, right, top in pt."""


def overlaps(one: Rect, other: Rect) -> bool:
    """Whether two rectangles share more than an edge; a line counts as a rectangle."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def around(one: Rect, other: Rect) -> Rect:
    """The least rectangle that holds two."""
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


Point = tuple[float, float]
"""Across and up in pt."""

Rgb = tuple[float, float, float]
"""Red, green, blue of a screen (sRGB), 0 to 1."""


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour as the file asks for it.

    Attributes:
        space: Name of the colour space (``DeviceRGB``, ``DeviceCMYK``, ``Lab``, ``Separation``, ``Pattern``, ...).
        values: Components as written.
        rgb: What a screen shows; None if it is not one colour (a pattern) or cannot be told.
    """

    space: str
    values: tuple[float, ...]
    rgb: Rgb | None


BLACK = Colour("DeviceGray", (0.0,), (0.0, 0.0, 0.0))
"""The colour everything has until a file says otherwise."""


@dataclass(frozen=True, slots=True)
class Look:
    """How letters stand and are painted; shared by many runs.

    Attributes:
        turn: Degrees from the horizontal to the baseline, anticlockwise, -180 to 180; the page's own turn is not in it.
        slant: Degrees that upright strokes lean to the right beyond a right angle with the baseline.
        stretch: Width of the letters over what it would be at their height: 1 as drawn.
        mirrored: Whether they are painted as in a mirror.
        colour: What they are painted with.
        opacity: 1 covers, 0 cannot be seen.
    """

    turn: float = 0.0
    slant: float = 0.0
    stretch: float = 1.0
    mirrored: bool = False
    colour: Colour = BLACK
    opacity: float = 1.0


PLAIN = Look()
"""Upright black letters."""


@dataclass(frozen=True, slots=True)
class FontFacts:
    """A font of the file.

    Attributes:
        name: BaseFont without the subset prefix and the slash (``Noto-Sans-Bold``).
        family: Family name from the font program or descriptor (``Noto Sans``), else ``name``.
        embedded: Whether a font program is embedded.
        kind: Subtype (``Type0/CIDFontType2``, ``TrueType``, ``Type3``, ...).
        ascent, descent: Above and (negative) below the baseline, in ems: what the font itself asks a line for.
        italic: Whether the font says that its letters lean.
    """

    name: str
    family: str
    embedded: bool
    kind: str
    ascent: float = 0.8
    descent: float = -0.2
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the tag tree.

    Attributes:
        role: Standard structure type (``P``, ``H2``, ``TD``, ...), role map applied.
        parent: Index into ``PdfFacts.elements`` of the element it stands in, or None.
        alternative: ``/Alt`` of a figure, or "".
    """

    role: str
    parent: int | None
    alternative: str = ""


@dataclass(frozen=True, slots=True)
class TextRun:
    """One piece of text on a page: shown in one font, size and colour, without a gap, in one text object.

    Attributes:
        font: Index into ``PdfFacts.fonts``.
        size: Type size in pt as it appears (text matrix and page matrix applied).
        box: Advances of its glyphs without blanks at the ends, by the font's ascent and descent, page space.
        missing: How many glyphs are ``.notdef`` (glyph 0).
        text: Unicode by ``ActualText`` of its marked content, else by the font's ToUnicode map, in painting order;
            "" if it has none.
        artifact: Whether it stands in marked content of type Artifact.
        look: How it stands and is painted.
        baseline: Height of the baseline most of its glyphs stand on; None if it is not known.
        glyphs: Glyphs that move the pen: letters and spaces, not the marks above and below them.
        word_space: Mean width of its spaces in ems, whatever was added to them; None if it has none.
        letter_space: What is added between nearly all of its letters, in ems.
        clip: The rectangle outside of which it is not painted; None if all of it is.
        order: Place in the order of painting, among the shapes too.
        element: Index into ``PdfFacts.elements`` of the element it is content of; None if it is of none.
        ink: Rectangles that hold all its ink, page space: one for each operator that shows it, which is one for each
            letter where each has its own height; empty if nobody knows, or where the text is turned.
    """

    font: int
    size: float
    box: Rect
    missing: int
    text: str
    artifact: bool
    look: Look = PLAIN
    baseline: float | None = None
    glyphs: int = 0
    word_space: float | None = None
    letter_space: float = 0.0
    clip: Rect | None = None
    order: int = 0
    element: int | None = None
    ink: tuple[Rect, ...] = ()


class Paint(StrEnum):
    """How a shape is painted."""

    FILL = "fill"
    STROKE = "stroke"
    PICTURE = "picture"
    """A photograph or scan: pixels."""
    PATTERN = "pattern"
    """A repeated picture or a gradient."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Something painted that is not text.

    Attributes:
        paint: How.
        box: What it reaches at most, clips applied, page space.
        outline: Corners of its parts, curves flattened; () for a box that is filled whole.
        even_odd: Whether parts inside parts are holes (even-odd rule).
        colour: What it is painted with; of no meaning for pictures.
        opacity: 1 covers, 0 cannot be seen.
        width: Of a stroke, in pt.
        order: Place in the order of painting, among the runs too.
        element: Index into ``PdfFacts.elements`` of the element it is content of; None if it is of none.
    """

    paint: Paint
    box: Rect
    outline: tuple[tuple[Point, ...], ...]
    even_odd: bool
    colour: Colour
    opacity: float
    width: float
    order: int
    element: int | None


@dataclass(frozen=True, slots=True)
class PageFacts:
    """A page.

    Attributes:
        number: From 1.
        media, crop, bleed, trim: Its boxes.
        rotate: By how many degrees viewers turn it, clockwise.
        runs: Text in the order of painting.
        hidden: Text that is not painted but can be copied and heard: what glyphs say that say nothing by themselves.
        shapes: What else is painted, in order.
        links: Places that can be clicked.
        crowded: Whether more is drawn than was noted: ``shapes`` is not all there is.
        missing: What content calls by name and the file does not have (``Font /F1``), each once.
    """

    number: int
    media: Rect
    crop: Rect | None
    bleed: Rect | None
    trim: Rect | None
    rotate: int
    runs: tuple[TextRun, ...]
    hidden: tuple[TextRun, ...] = ()
    shapes: tuple[Shape, ...] = ()
    links: tuple[Rect, ...] = ()
    crowded: bool = False
    missing: tuple[str, ...] = ()

    @property
    def sheet(self) -> Rect:
        """The page as the reader sees it: TrimBox, else CropBox, else MediaBox."""
        return self.trim or self.crop or self.media


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """A finished file.

    Attributes:
        path: As findings print it.
        version: PDF version of the header.
        title, language: From the document catalog and metadata; "" if absent.
        tagged: Whether it has a structure tree and is marked.
        fonts: Fonts in order of first use.
        pages: Pages.
        info: Document information entries.
        elements: The tag tree, parents before children, in reading order.
    """

    path: str
    version: str
    title: str
    language: str
    tagged: bool
    fonts: tuple[FontFacts, ...]
    pages: tuple[PageFacts, ...]
    info: Mapping[str, str]
    elements: tuple[Element, ...] = ()
