"""Turns screen colours into inks through the output profile (LittleCMS)."""

from __future__ import annotations

import io
from bisect import bisect_left
from functools import lru_cache

from PIL import Image, ImageChops, ImageCms

from polyleaf.model.inks import CmykInks
from polyleaf.pdf.press.profile import InkProfile, load

_DARK = 40.0
"""L* below which a colour is solid black when only black is printed: letters in a screened grey have ragged edges."""

_BLACK: CmykInks = (0.0, 0.0, 0.0, 1.0)
_NONE: CmykInks = (0.0, 0.0, 0.0, 0.0)

Rgb = tuple[int, int, int]
"""Red, green, blue of sRGB, each 0 to 255."""


class Separation:
    """What a profile makes of colours. Greys are black ink alone, so that they stay grey when the press drifts.

    Relative colorimetric with black-point compensation: the paper stays white, and dark colours stay apart.
    """

    def __init__(self, data: bytes) -> None:
        output = ImageCms.ImageCmsProfile(io.BytesIO(data))
        screen, lab = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
        way = ImageCms.Intent.RELATIVE_COLORIMETRIC
        compensated = ImageCms.Flags.BLACKPOINTCOMPENSATION
        self._inks = ImageCms.buildTransform(screen, output, "RGB", "CMYK", way, compensated)
        self._lightness = ImageCms.buildTransform(screen, lab, "RGB", "LAB", way)
        self._from_lab = ImageCms.buildTransform(lab, screen, "LAB", "RGB", way)
        self._printed = ImageCms.buildTransform(output, lab, "CMYK", "LAB", way)
        ramp = Image.frombytes("CMYK", (256, 1), bytes(byte for ink in range(256) for byte in (0, 0, 0, ink)))
        printed = _applied(ramp, self._printed).tobytes()[::3]
        # Black ink on paper is not quite black: the whole range of the screen is laid over that of the ink.
        darkest = printed[-1]
        self._ramp = [(255 - light) / max(1, 255 - darkest) for light in printed]
        for ink in range(1, 256):  # a press prints no lighter with more ink; rounding might say so
            self._ramp[ink] = max(self._ramp[ink], self._ramp[ink - 1])

    def inks(self, colour: Rgb) -> CmykInks:
        """The inks of a screen colour."""
        if colour[0] == colour[1] == colour[2]:
            return self.black(colour)
        pixel = _applied(Image.frombytes("RGB", (1, 1), bytes(colour)), self._inks).tobytes()
        cyan, magenta, yellow, black = (round(ink / 255, 4) for ink in pixel)
        return (cyan, magenta, yellow, black)

    def black(self, colour: Rgb, *, solid: bool = False) -> CmykInks:
        """Black ink as dark as the colour; full black for a dark one if ``solid``."""
        if colour == (0, 0, 0):
            return _BLACK
        if colour == (255, 255, 255):
            return _NONE
        light = _applied(Image.frombytes("RGB", (1, 1), bytes(colour)), self._lightness).tobytes()[0]
        if solid and light < _DARK * 2.55:
            return _BLACK
        return (0.0, 0.0, 0.0, round(self._black_for(light) / 255, 4))

    def darkness(self, inks: CmykInks) -> CmykInks:
        """Black ink as dark as a mixture of inks; full black for a dark one."""
        if not any(inks[:3]):
            return inks
        pixel = bytes(round(255 * min(1.0, max(0.0, ink))) for ink in inks)
        light = _applied(Image.frombytes("CMYK", (1, 1), pixel), self._printed).tobytes()[0]
        return _BLACK if light < _DARK * 2.55 else (0.0, 0.0, 0.0, round(self._black_for(light) / 255, 4))

    def of_lab(self, light: float, a: float, b: float) -> Rgb:
        """The screen colour of CIE L*a*b*, which style sheets may use too."""
        sides = (min(127, max(-128, round(side))) & 0xFF for side in (a, b))  # signed bytes
        pixel = bytes((min(255, max(0, round(light * 2.55))), *sides))
        red, green, blue = _applied(Image.frombytes("LAB", (1, 1), pixel), self._from_lab).tobytes()
        return (red, green, blue) if a or b else (green, green, green)  # rounding must not give a grey a colour

    def picture(self, picture: Image.Image, *, black_only: bool) -> Image.Image:
        """A picture as one in inks, or as one in greys (``L``: 255 is no ink) if it has no colour or must not have any.

        It comes in RGB; in CMYK only to lose its colour.
        """
        if picture.mode == "CMYK":
            return self._greys(_applied(picture, self._printed))
        red, green, blue = picture.split()
        grey = (
            ImageChops.difference(red, green).getbbox() is None and ImageChops.difference(green, blue).getbbox() is None
        )
        if not (grey or black_only):
            return _applied(picture, self._inks)
        return self._greys(_applied(picture, self._lightness))

    def _greys(self, picture: Image.Image) -> Image.Image:
        """The black ink, as a picture of greys, that looks as light as a picture in Lab."""
        return picture.getchannel("L").point([255 - self._black_for(level) for level in range(256)])

    def _black_for(self, light: int) -> int:
        """Black ink, 0 to 255, that looks as light as L* (0 to 255)."""
        wanted = (255 - light) / 255
        above = min(255, bisect_left(self._ramp, wanted))
        if above and wanted - self._ramp[above - 1] < self._ramp[above] - wanted:
            return above - 1
        return above


@lru_cache(maxsize=4)
def separation(profile: InkProfile) -> Separation:
    """The separation of a profile, made once for each process.

    Raises:
        UsageError: The profile has changed or is gone.
    """
    return Separation(load(profile))


def _applied(picture: Image.Image, transform: ImageCms.ImageCmsTransform) -> Image.Image:
    done = ImageCms.applyTransform(picture, transform)
    if done is None:  # only when a picture is converted in place
        raise AssertionError
    return done
