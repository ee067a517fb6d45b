"""What a PDF says of itself, read from the finished file. All lengths are pt, origin bottom left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Rect = tuple[float, float, float, float]
"""Left, bottom, right, top in pt."""


@dataclass(frozen=True, slots=True)
class FontFacts:
    """A font of the file.

    Attributes:
        name: BaseFont without the subset prefix and the slash (``Noto-Sans-Bold``).
        family: Family name from the font program or descriptor (``Noto Sans``), else ``name``.
        embedded: Whether a font program is embedded.
        subset: Whether the name carries a subset prefix.
        kind: Subtype (``Type0/CIDFontType2``, ``TrueType``, ``Type3``, ...).
    """

    name: str
    family: str
    embedded: bool
    subset: bool
    kind: str


@dataclass(frozen=True, slots=True)
class TextRun:
    """One piece of text shown on a page by one operator.

    Attributes:
        font: Index into ``PdfFacts.fonts``.
        size: Type size in pt as it appears (text matrix and page matrix applied).
        box: Extent of the glyphs' advances and the font's ascent and descent, page space.
        missing: How many glyphs are ``.notdef`` (glyph 0).
        text: Unicode by the font's ToUnicode map, in painting order; "" if it has none.
        artifact: Whether it stands in marked content of type Artifact.
    """

    font: int
    size: float
    box: Rect
    missing: int
    text: str
    artifact: bool


@dataclass(frozen=True, slots=True)
class PageFacts:
    """A page."""

    number: int
    media: Rect
    crop: Rect | None
    bleed: Rect | None
    trim: Rect | None
    rotate: int
    runs: tuple[TextRun, ...]

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
    """

    path: str
    version: str
    title: str
    language: str
    tagged: bool
    fonts: tuple[FontFacts, ...]
    pages: tuple[PageFacts, ...]
    info: Mapping[str, str]
