"""What is painted on a page, as a press sees it. Lengths are pt, origin bottom left; inks are 0 to 1."""

from __future__ import annotations

from dataclasses import dataclass

from polyleaf.model.pdf_facts import Colour, Rect


@dataclass(frozen=True, slots=True)
class TextPaint:
    """Text of one font, size and colour inside one text object; its pieces are put together.

    Attributes:
        box: Around all of it.
        size: Type size in pt as it appears.
        font: Index into ``PressFacts.fonts``.
        text: Its beginning, in painting order; "" if unknown.
        fill: Colour of the letters; None if they are outlines only.
        stroke: Colour of their outlines; None if there are none.
        width: Width of the outlines as they appear; 0 without.
        overprint: Whether the fill overprints; the outlines, if nothing is filled.
        overprint_mode: 0, or 1: inks that the colour does not have are left as they are. That is so by itself for
            colours given as single inks (Separation, DeviceN).
        over_ink: Whether it lies on something painted before; looked at only where a check asks for it.
        ink: Around it where its font is tall: as far up and down as its letters reach, not as far as those of the font
            may; None if nobody knows, or the font is as tall as others.
    """

    box: Rect
    size: float
    font: int
    text: str
    fill: Colour | None
    stroke: Colour | None = None
    width: float = 0.0
    overprint: bool = False
    overprint_mode: int = 0
    over_ink: bool = False
    ink: Rect | None = None


@dataclass(frozen=True, slots=True)
class PathPaint:
    """A shape or a line.

    Attributes:
        box: Around its points, cut to the clip's rectangle; lines have no width here.
        fill, stroke: Colours; None if not filled or not stroked.
        width: Line width in pt as it appears; 0 is the thinnest line of the device.
        overprint: Whether the fill overprints; the line, if nothing is filled.
        overprint_stroke: Whether the line overprints.
        overprint_mode: As for text.
        bar: Thickness in pt of a rule that is drawn as a filled box; None if it is no such rule.
        over_ink: Whether it lies on something painted before; looked at only where a check asks for it.
    """

    box: Rect
    fill: Colour | None
    stroke: Colour | None
    width: float = 0.0
    overprint: bool = False
    overprint_stroke: bool = False
    overprint_mode: int = 0
    bar: float | None = None
    over_ink: bool = False

    @property
    def lines(self) -> tuple[tuple[Colour, float], ...]:
        """Colour and width of what is a line of it: its outline, or itself if it is a bar."""
        stroked = () if self.stroke is None else ((self.stroke, self.width),)
        return stroked if self.bar is None or self.fill is None else (*stroked, (self.fill, self.bar))


@dataclass(frozen=True, slots=True)
class ImagePaint:
    """A picture made of pixels.

    Attributes:
        box: Where it stands.
        width, height: Pixels.
        bits: Bits of one component.
        space: Its colour space; "" for a stencil.
        base: Colour space of an ``Indexed`` palette or of a spot colour's stand-in, else ``space``.
        ppi: Pixels in an inch on paper, the lesser of both directions.
        stencil: Whether it is a mask through which a colour is put.
        filters: How it is packed (``DCTDecode``).
        broken: What is wrong with its data (``"it ends after 3 of 80 rows"``); "" if nothing is, or nobody can say.
    """

    box: Rect
    width: int
    height: int
    bits: int
    space: str
    base: str
    ppi: float
    stencil: bool
    filters: tuple[str, ...]
    broken: str = ""


@dataclass(frozen=True, slots=True)
class ShadingPaint:
    """A gradient: painted by ``sh``, or by a pattern inside a shape."""

    box: Rect
    space: str
