"""A press file beside what was ordered: the subject of press checks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # settings need a millimetre and no facts
    from polyleaf.model.inks import CmykInks
    from polyleaf.model.pdf_facts import Rect
    from polyleaf.model.press_facts import PressFacts

MM = 72 / 25.4
"""Points in a millimetre."""


@dataclass(frozen=True, slots=True)
class PressLimits:
    """Thresholds; the defaults are those of the Ghent Workgroup's "sheetfed offset CMYK", 2022.

    Attributes:
        ink: Most ink of all colours together, in per cent.
        bleed: Least bleed, in pt.
        thinnest: Least width of a line, in pt (R0018, R0019: of white lines and of those in several inks).
        small_text: White text and text of several inks is at least this large, in pt (R0016, R0017).
        overprint_below: Black text smaller than this must overprint, in pt (R0009).
        thin_line_below: Lines thinner than this overprint if they are black, and are not given in DeviceGray, in pt
            (R0010, R0012).
        rich_black: Text with this much black and more is black text, in per cent (R0015).
        rich_black_total: Most ink of black text, in per cent (R0015).
        coarse: Pixels in an inch up to which a picture shows its pixels (R0031).
        coarse_line_art: The same of pictures in black and white only (R0032).
        soft: Pixels in an inch up to which a picture looks soft (R0031).
        soft_line_art: The same of pictures in black and white only (R0032).
        quiet: Width of the rim inside the cut page in which nothing that must be read stands, in pt.
        grey_text_below: Text smaller than this is not given in DeviceGray, in pt (R0011).
    """

    ink: float = 320.0
    bleed: float = 3.0 * MM
    thinnest: float = 0.25
    small_text: float = 8.0
    overprint_below: float = 12.0
    thin_line_below: float = 2.0
    rich_black: float = 85.0
    rich_black_total: float = 280.0
    coarse: float = 149.0
    coarse_line_art: float = 549.0
    soft: float = 224.0
    soft_line_art: float = 799.0
    quiet: float = 5.0 * MM
    grey_text_below: float = 12.0


@dataclass(frozen=True, slots=True)
class Replaced:
    """A screen colour that was turned into inks for print.

    Attributes:
        screen: As the style sheet has it (``#003087``).
        inks: What it became.
        text: Whether text is printed in it.
        chosen: Whether the project's own map chose the inks; otherwise the profile did.
    """

    screen: str
    inks: CmykInks
    text: bool
    chosen: bool


@dataclass(frozen=True, slots=True)
class InkArea:
    """The square of a page that takes most ink.

    Attributes:
        page: Number of the page.
        box: The square, 15 mm wide, in pt.
        ink: Mean ink of all colours together, in per cent.
    """

    page: int
    box: Rect
    ink: float


@dataclass(frozen=True, slots=True)
class Undrawn:
    """Something that Ghostscript could not draw.

    Attributes:
        words: What it said.
        page: On which page; None if it does not say.
    """

    words: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class PressFile:
    """A press file, finished by us or by others.

    Attributes:
        facts: What is in it.
        limits: What it is held against.
        leaflet: The leaflet it shows; "" for a foreign file.
        locale: Its locale; "" for a foreign file.
        replaced: Screen colours that were turned into inks; none for a foreign file.
        areas: The fullest square of each page, as Ghostscript measured it; none if that was not done.
        undrawn: What it could not draw; none if it was not asked.
    """

    facts: PressFacts
    limits: PressLimits = PressLimits()
    leaflet: str = ""
    locale: str = ""
    replaced: tuple[Replaced, ...] = ()
    areas: tuple[InkArea, ...] = ()
    undrawn: tuple[Undrawn, ...] = ()
