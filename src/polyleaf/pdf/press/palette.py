"""The colours of one file on their way into inks, with a note of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Protocol

from PIL import Image

from polyleaf.model.inks import CmykInks
from polyleaf.model.press_file import Replaced
from polyleaf.pdf.press.refusal import PressRefusal
from polyleaf.pdf.press.separation import Rgb, Separation


class Source(StrEnum):
    """Kinds of colour a page may be drawn in, by what their components mean."""

    GRAY = "gray"
    RGB = "rgb"
    CMYK = "cmyk"
    LAB = "lab"
    PATTERN = "pattern"


COMPONENTS = {Source.GRAY: 1, Source.RGB: 3, Source.CMYK: 4, Source.LAB: 3}


class Palette(Protocol):
    """Where colours go.

    Attributes:
        space: Name of the device space they end in.
        keeps_inks: Whether what is in inks already stays as it is.
    """

    space: str
    keeps_inks: bool

    def converted(
        self, source: Source, values: Sequence[float], *, text: bool = False, exact: bool = False
    ) -> tuple[float, ...]:
        """The components in ``space`` of a colour.

        Args:
            source: What its components mean.
            values: They.
            text: Letters are painted with it.
            exact: It stands beside others of its kind, in a gradient or a picture: only its lightness counts.
        """

    def picture(self, picture: Image.Image) -> Image.Image:
        """A picture in RGB or CMYK as one in inks (``CMYK``) or as one in greys (``L``)."""


class PressPalette:
    """Colours become inks: those that the project chose by its map, the others through the profile.

    Args:
        separation: The profile at work.
        chosen: Inks by screen colour (``#003087``), from ``[press.colours]``.
        black_only: Print in black ink alone; the map has no say then.
    """

    space = "DeviceCMYK"

    def __init__(self, separation: Separation, chosen: Mapping[str, CmykInks], *, black_only: bool) -> None:
        self._separation = separation
        self._chosen = {} if black_only else {key.lower(): value for key, value in chosen.items()}
        self._black_only = black_only
        self.keeps_inks = not black_only
        self._known: dict[tuple[Source, tuple[float, ...], bool], CmykInks] = {}
        self._screen: dict[str, CmykInks] = {}
        self._for_text: set[str] = set()
        self._coloured_pictures = False

    @property
    def uses_colour(self) -> bool:
        """Whether any ink but black has been used so far."""
        return self._coloured_pictures or any(any(inks[:3]) for inks in self._known.values())

    def replaced(self) -> tuple[Replaced, ...]:
        """The screen colours that became inks so far; greys are left out, there is nothing to choose."""
        return tuple(
            Replaced(screen, inks, text=screen in self._for_text, chosen=screen in self._chosen)
            for screen, inks in sorted(self._screen.items())
        )

    def converted(
        self, source: Source, values: Sequence[float], *, text: bool = False, exact: bool = False
    ) -> CmykInks:
        """The inks of a colour; in black ink alone, a dark one is solid unless it must be ``exact``."""
        key = (source, tuple(values), exact)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._inks(source, key[1], exact=exact)
        if text and source in (Source.RGB, Source.LAB):
            self._for_text.add(_name(self._rgb(source, key[1])))
        return found

    def picture(self, picture: Image.Image) -> Image.Image:
        """A picture through the profile; without any colour, or printed in black only, in greys."""
        done = self._separation.picture(picture, black_only=self._black_only)
        self._coloured_pictures |= done.mode == "CMYK"
        return done

    def _inks(self, source: Source, values: tuple[float, ...], *, exact: bool) -> CmykInks:
        if len(values) != COMPONENTS.get(source):
            raise PressRefusal(f"a colour has {len(values)} parts where {COMPONENTS.get(source)} belong")
        if source is Source.GRAY:
            return (0.0, 0.0, 0.0, round(1.0 - _bounded(values[0]), 4))
        if source is Source.CMYK:
            cyan, magenta, yellow, black = map(_bounded, values)
            inks = (cyan, magenta, yellow, black)
            return self._separation.darkness(inks) if self._black_only else inks
        rgb = self._rgb(source, values)
        if self._black_only:
            return self._separation.black(rgb, solid=not exact)
        inks = self._chosen.get(_name(rgb)) or self._separation.inks(rgb)
        if len(set(rgb)) > 1 and not exact:
            self._screen[_name(rgb)] = inks
        return inks

    def _rgb(self, source: Source, values: tuple[float, ...]) -> Rgb:
        if source is Source.LAB:
            light, a, b = values
            return self._separation.of_lab(light, a, b)
        red, green, blue = (round(255 * _bounded(value)) for value in values)
        return (red, green, blue)


class MaskPalette:
    """Colours inside a soft mask say how much shows, not what is printed: they become lightness."""

    space = "DeviceGray"
    keeps_inks = False

    def converted(
        self,
        source: Source,
        values: Sequence[float],
        *,
        text: bool = False,  # noqa: ARG002 - in a mask it is all the same
        exact: bool = False,  # noqa: ARG002
    ) -> tuple[float, ...]:
        """Lightness as a mask reads it (ISO 32000-1, 11.3.5.3)."""
        parts = [_bounded(value) for value in values]
        if source is Source.GRAY and len(parts) == 1:
            return (parts[0],)
        if source is Source.RGB and len(parts) == COMPONENTS[Source.RGB]:
            red, green, blue = parts
            return (round(0.3 * red + 0.59 * green + 0.11 * blue, 4),)
        if source is Source.CMYK and len(parts) == COMPONENTS[Source.CMYK]:
            cyan, magenta, yellow, black = parts
            return (round(max(0.0, 1 - 0.3 * cyan - 0.59 * magenta - 0.11 * yellow - black), 4),)
        raise PressRefusal(f"a mask is drawn in {source} colours")

    def picture(self, picture: Image.Image) -> Image.Image:
        """The lightness of a picture."""
        return picture.convert("L")


def _bounded(value: float) -> float:
    return min(1.0, max(0.0, value))


def _name(rgb: Rgb) -> str:
    return "#{:02x}{:02x}{:02x}".format(*rgb)
