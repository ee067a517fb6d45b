"""The slug line: who knows what is on a sheet without knowing its script. Set by the render room, placed here.

The render room sets it as a strip: page 1 is the line, the same on every sheet; page 2 holds the digits, so that the
page numbers can be set in the same font, without laying out a line for each page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pikepdf

from polyleaf.pdf.fonts import Font, read_font
from polyleaf.pdf.objects import child, rect
from polyleaf.pdf.press.palette import Palette
from polyleaf.pdf.press.refusal import PressRefusal
from polyleaf.pdf.press.repaint import OVERPRINT, repaint
from polyleaf.pdf.press.resources import Converter

NUMBERED = "page {page} of {pages}"
"""What is set for each page; page 2 of the strip holds every letter of it."""

_SIZE = 7.0
"""pt, as in the template ``press/slug.html``."""


@dataclass(frozen=True, slots=True)
class Slug:
    """A slug line that can be put on sheets of one file.

    Attributes:
        line: Form XObject with what is the same on all sheets.
        font_resource: The font of the page numbers.
        font: The same font, read.
        base: From the foot of the strip to the base line, pt.
    """

    line: pikepdf.Object
    font_resource: pikepdf.Object
    font: Font
    base: float

    def numbered(self, page: int, pages: int, right: float, bottom: float) -> bytes:
        """The content that sets the number of a page, ending at ``right``; the font is ``/Number``."""
        text = NUMBERED.format(page=page, pages=pages)
        codes = {letter: code for code, letter in self.font.unicode.items()}
        shown = [codes[letter] for letter in text]
        width = sum(self.font.widths[code] for code in shown) * _SIZE
        hexed = "".join(f"{code:0{2 * self.font.bytes_per_code}x}" for code in shown)
        return (
            f"q {OVERPRINT.decode()} gs 0 0 0 1 k BT /Number {_SIZE:g} Tf "
            f"{right - width:.4f} {bottom + self.base:.4f} Td <{hexed}> Tj ET Q"
        ).encode("ascii")


def take_slug(strip: pikepdf.Pdf, pdf: pikepdf.Pdf, palette: Palette) -> Slug:
    """Bring the strip into ``pdf``, in inks.

    Raises:
        PressRefusal: The template draws something that cannot be printed, or lacks the letters of page numbers.
    """
    if len(strip.pages) < 2:  # noqa: PLR2004 - the line and the letters
        raise PressRefusal(
            "the template press/slug.html must have two pages: the line, and the letters of page numbers"
        )
    first, letters = strip.pages[0], strip.pages[1]
    wanted = set(NUMBERED.format(page="0123456789", pages=""))
    fonts = child(letters.obj.get("/Resources"), "/Font")
    found = next((one for one in _fonts(fonts) if wanted <= set(one[1].unicode.values())), None)
    if found is None:
        raise PressRefusal("the second page of press/slug.html must hold: page of 0123456789")
    box = rect(first.obj.MediaBox) or (0.0, 0.0, 0.0, 0.0)
    form = pikepdf.Stream(strip, first.obj.Contents.read_bytes())
    form.update(pikepdf.Dictionary(Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=pikepdf.Array(box)))
    form.Resources = first.obj.Resources
    line = pdf.copy_foreign(strip.make_indirect(form))
    converter = Converter(pdf, palette)
    line.write(repaint(line.read_bytes(), line.Resources, palette, page=True))
    converter.resources(line.Resources)
    converter.finish()
    resource, font = found
    base = (box[3] - box[1] - (font.ascent - font.descent) * _SIZE) / 2 - font.descent * _SIZE  # the line is centred
    return Slug(line, pdf.copy_foreign(resource), font, base)


def _fonts(fonts: Any) -> list[tuple[pikepdf.Object, Font]]:  # noqa: ANN401 - a PDF object
    return [(font, read_font(font)) for _, font in fonts.items()] if isinstance(fonts, pikepdf.Dictionary) else []
