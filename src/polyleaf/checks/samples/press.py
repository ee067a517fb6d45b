"""Press files of the samples: one A4 page with a line of black text and a rule."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from polyleaf.model.pdf_facts import Colour, FontFacts, Rect
from polyleaf.model.press_facts import OutputIntent, PressFacts, PressPage, ProfileFacts
from polyleaf.model.press_file import InkArea, PressFile, Replaced
from polyleaf.model.press_paint import ImagePaint, PathPaint, TextPaint

PRESS_PDF = "dist/knee-scan/ur/knee-scan-ur-large-press.pdf"

MEDIA: Rect = (0.0, 0.0, 680.315, 926.929)
BLEED: Rect = (34.016, 34.016, 646.299, 892.913)
TRIM: Rect = (42.520, 42.520, 637.795, 884.409)


AN_INTENT = OutputIntent("GTS_PDFX", "FOGRA39", "", "http://www.color.org", "", ProfileFacts("CMYK", "prtr", 4))


def cmyk(cyan: float = 0.0, magenta: float = 0.0, yellow: float = 0.0, black: float = 0.0) -> Colour:
    """A mixture of inks, each 0 to 1."""
    return Colour("DeviceCMYK", (cyan, magenta, yellow, black), None)


BLACK_INK = cmyk(black=1.0)


def ink_text(fill: Colour = BLACK_INK, *, size: float = 18.0, overprint: bool = True) -> TextPaint:
    """A line in the middle of the page."""
    return TextPaint((120.0, 700.0, 300.0, 725.0), size, 0, "Knee scan", fill, None, 0.0, overprint, 1)


def rule(
    width: float = 0.6, stroke: Colour | None = BLACK_INK, fill: Colour | None = None, box: Rect | None = None
) -> PathPaint:
    """A line across the page, or a shape."""
    return PathPaint(box or (120.0, 100.0, 560.0, 100.0), fill, stroke, width)


def an_image(ppi: float, *, bits: int = 8) -> ImagePaint:
    """A picture in the middle of the page."""
    return ImagePaint((100.0, 100.0, 300.0, 200.0), 600, 300, bits, "DeviceCMYK", "DeviceCMYK", ppi, False, ())


def press_file(
    *,
    texts: tuple[TextPaint, ...] = (ink_text(),),
    paths: tuple[PathPaint, ...] = (rule(),),
    replaced: tuple[Replaced, ...] = (),
    areas: tuple[InkArea, ...] = (),
    page: dict[str, Any] | None = None,
    **facts: Any,  # noqa: ANN401 - fields of many types
) -> PressFile:
    """The sample leaflet in Urdu; ``page`` and ``facts`` are fields of ``PressPage`` and ``PressFacts``."""
    fields: dict[str, Any] = {
        "number": 1,
        "media": MEDIA,
        "crop": MEDIA,
        "bleed": BLEED,
        "trim": TRIM,
        "art": None,
        "texts": texts,
        "paths": paths,
    }
    whole: dict[str, Any] = {
        "path": PRESS_PDF,
        "version": "1.6",
        "info": {"Title": "Knee scan", "CreationDate": "D:20260101000000Z", "ModDate": "D:20260101000000Z"},
        "xmp": {"pdfxid:GTS_PDFXVersion": "PDF/X-4", "dc:title": "Knee scan"},
        "trapped": "False",
        "has_id": True,
        "language": "ur",
        "right_to_left": True,
        "tagged": False,
        "encrypted": False,
        "intents": (AN_INTENT,),
        "fonts": (FontFacts("Noto-Sans", "Noto Sans", embedded=True, kind="Type0/CIDFontType2"),),
        "counted": 1,
        "pages": (PressPage(**(fields | (page or {}))),),
    }
    return PressFile(PressFacts(**(whole | facts)), leaflet="knee-scan", locale="ur", replaced=replaced, areas=areas)


def two_pages(**second: Any) -> PressFile:  # noqa: ANN401 - fields of many types
    """The sample with a second page that differs in some fields."""
    file = press_file()
    (page,) = file.facts.pages
    return replace(file, facts=replace(file.facts, counted=2, pages=(page, replace(page, number=2, **second))))
