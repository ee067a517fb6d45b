"""The sheet around a page: boxes, crop and registration marks, colour bar. All lengths are pt unless said otherwise.

From the trim outwards: the bleed; 1 mm of nothing; marks; the slug line at the foot; the edge of the sheet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from polyleaf.model.pdf_facts import Rect
from polyleaf.model.press_file import MM

AROUND = 12 * MM
"""From the bleed to the edge of the sheet."""

_GAP = 1 * MM
_MARK = 5 * MM
_HAIR = 0.25
"""Line width of marks: as thin as a press holds (GWG 2022, R0019)."""

_REGISTER = 4 * MM
"""From the bleed to the middle of a registration mark."""

_PATCH = 4.5 * MM
_SLUG = 11.5 * MM
"""From the bleed down to the foot of the slug line, which is 6 mm high: room for Nastaliq."""

_SOLIDS = ("1 0 0 0", "0 1 0 0", "0 0 1 0", "0 0 0 1", "1 1 0 0", "0 1 1 0", "1 0 1 0")
_TINTS = (".5 0 0 0", "0 .5 0 0", "0 0 .5 0", "0 0 0 .5")
_ROUND = 4 / 3 * (2**0.5 - 1)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet that a page of ``width`` by ``height`` with ``bleed`` stands on."""

    width: float
    height: float
    bleed: float

    @property
    def margin(self) -> float:
        """From the edge of the sheet to the trim."""
        return self.bleed + AROUND

    @property
    def media(self) -> Rect:
        """The whole sheet; also the CropBox, which must not hide the marks (GWG 2022, R0003)."""
        return (0.0, 0.0, self.width + 2 * self.margin, self.height + 2 * self.margin)

    @property
    def trim(self) -> Rect:
        """The leaflet as it is handed out."""
        return (self.margin, self.margin, self.margin + self.width, self.margin + self.height)

    @property
    def bleed_box(self) -> Rect:
        """The trim and the bleed around it."""
        return (AROUND, AROUND, self.margin + self.width + self.bleed, self.margin + self.height + self.bleed)

    @property
    def slug(self) -> tuple[float, float]:
        """Left and bottom of the slug line."""
        return (self.margin, AROUND - _SLUG)

    def marks(self, *, colour: bool) -> bytes:
        """The content that draws the marks: in all four inks, or in black if nothing else is printed."""
        inks = "1 1 1 1" if colour else "0 0 0 1"
        parts = [f"q {inks} K {_HAIR} w", *self._crop_marks(), *self._register_marks(), "Q"]
        if colour:
            parts += self._colour_bar()
        return "\n".join(parts).encode("ascii")

    def _crop_marks(self) -> Iterator[str]:
        left, bottom, right, top = self.trim
        near, far = self.bleed + _GAP, self.bleed + _GAP + _MARK
        for x in (left, right):
            yield f"{_line(x, bottom - near, x, bottom - far)} {_line(x, top + near, x, top + far)}"
        for y in (bottom, top):
            yield f"{_line(left - near, y, left - far, y)} {_line(right + near, y, right + far, y)}"

    def _register_marks(self) -> Iterator[str]:
        left, bottom, right, top = self.bleed_box
        across, up = (left + right) / 2, (bottom + top) / 2
        arm, radius = 2.5 * MM, 1.5 * MM
        for x, y in (
            (across, bottom - _REGISTER),
            (across, top + _REGISTER),
            (left - _REGISTER, up),
            (right + _REGISTER, up),
        ):
            yield f"{_line(x - arm, y, x + arm, y)} {_line(x, y - arm, x, y + arm)} {_circle(x, y, radius)}"

    def _colour_bar(self) -> Iterator[str]:
        """Solid inks, their overprints, and half tones, at the head of the sheet, right of the registration mark."""
        _, _, right, top = self.bleed_box
        x = (self.bleed_box[0] + right) / 2 + 5 * MM
        yield "q"
        for inks in (*_SOLIDS, *_TINTS):
            if x + _PATCH > right:
                break
            yield f"{inks} k {x:.4f} {top + _GAP:.4f} {_PATCH:.4f} {_PATCH:.4f} re f"
            x += _PATCH
        yield "Q"


def _line(x0: float, y0: float, x1: float, y1: float) -> str:
    return f"{x0:.4f} {y0:.4f} m {x1:.4f} {y1:.4f} l S"


def _circle(x: float, y: float, radius: float) -> str:
    """A circle of four curves."""
    k = radius * _ROUND
    left, right, bottom, top = x - radius, x + radius, y - radius, y + radius
    numbers = (
        (right, y + k, x + k, top, x, top),
        (x - k, top, left, y + k, left, y),
        (left, y - k, x - k, bottom, x, bottom),
        (x + k, bottom, right, y - k, right, y),
    )
    curves = " ".join(" ".join(f"{number:.4f}" for number in curve) + " c" for curve in numbers)
    return f"{right:.4f} {y:.4f} m {curves} S"
