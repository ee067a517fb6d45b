"""What is known of a picture before it is printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

DRAWING = "svg"
"""The kind of picture that is not made of pixels."""

PICTURES: Mapping[str, tuple[str, ...]] = {
    DRAWING: (".svg",),
    "png": (".png",),
    "jpeg": (".jpg", ".jpeg"),
    "webp": (".webp",),
    "gif": (".gif",),
    "bmp": (".bmp",),
}
"""The kinds of pictures that print, each with the endings of its files."""

PICTURE_ENDINGS = tuple(ending for endings in PICTURES.values() for ending in endings)


class ImageProblem(StrEnum):
    """Why a picture cannot be printed."""

    MISSING = "missing"
    OUTSIDE = "outside"
    """The path is absolute, leaves the leaflet's project, or is a symbolic link that does."""
    NOT_AN_IMAGE = "not an image"
    TOO_LARGE = "too large"
    UNSAFE = "unsafe"
    """An SVG with a DOCTYPE, a script, or a reference to anything outside itself."""


@dataclass(frozen=True, slots=True)
class PictureWidth:
    """How wide an author wants a picture.

    Attributes:
        value: The number.
        in_mm: Whether it is in millimetres; else per cent of a line.
    """

    value: float
    in_mm: bool

    def of(self, line: float) -> float:
        """Millimetres where a line is ``line`` mm wide."""
        return min(self.value if self.in_mm else line * self.value / 100, line)


@dataclass(frozen=True, slots=True)
class DrawingFlaw:
    """Something in a drawing that is not printed as it was drawn.

    Attributes:
        element: As people find it in the file: ``<rect id="bone">``.
        line: Its line in the file.
        what: What is the matter with it.
        hint: What to do.
        words: What it says, if it is a label that is left out; else "".
        colours: The words that a label has in another colour than its first, if that is the matter; else "".
    """

    element: str
    line: int
    what: str
    hint: str
    words: str = ""
    colours: str = ""


@dataclass(frozen=True, slots=True)
class ImageFacts:
    """A picture named in a leaflet.

    Attributes:
        name: As written in the leaflet, relative to its folder.
        path: Relative to the project, with forward slashes.
        kind: One of ``PICTURES``, or "" if unknown.
        width, height: In pixels (SVG: user units of the viewBox); 0 if unknown.
        problem: Why it cannot be printed, or None.
        paper: Whether its pixels are mostly paper with dark strokes, as in a scan of words or a line drawing.
        colours: Why its colours cannot be told; "" if they can.
        moves: Whether it is several pictures, shown one after the other.
        meant: Of a picture that is not there, the name of the file that is; "" if none is like it.
        reason, remedy: More of the problem, and what to do, where that is known.
        labels: The words of a drawing as they are translated: the lines of a label with a break between them.
        flaws: What in a drawing would not be printed as it was drawn.
    """

    name: str
    path: str
    kind: str
    width: float
    height: float
    problem: ImageProblem | None = None
    paper: bool = False
    colours: str = ""
    moves: bool = False
    meant: str = ""
    reason: str = ""
    remedy: str = ""
    labels: tuple[str, ...] = ()
    flaws: tuple[DrawingFlaw, ...] = ()

    @property
    def is_raster(self) -> bool:
        """Whether it is made of pixels."""
        return self.kind in PICTURES and self.kind != DRAWING
