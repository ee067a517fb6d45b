"""The graphics state as far as it is followed (ISO 32000-1, 8.4)."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from operator import attrgetter
from typing import Any, Self

from polyleaf.model.pdf_facts import BLACK, Colour, Rect
from polyleaf.pdf.colours import DEVICE, Space
from polyleaf.pdf.fonts import Font
from polyleaf.pdf.matrix import IDENTITY, Matrix


@dataclass(slots=True)
class State:
    """The graphics state.

    Attributes:
        ctm: User space to page space.
        font, size, character, word, stretch, leading, rise, mode: The text state, lengths in text space.
        fill, stroke: Colours.
        fill_space, stroke_space: Their spaces, for the operators that give components only.
        fill_opacity, stroke_opacity: 1 covers.
        group: Opacity of the groups around.
        width: Of lines, in user space.
        clip: What is painted stays in here, page space; None if nothing is cut off.
    """

    ctm: Matrix = IDENTITY
    font: Font | None = None
    size: float = 0.0
    character: float = 0.0
    word: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0
    fill: Colour = BLACK
    stroke: Colour = BLACK
    fill_space: Space = DEVICE["DeviceGray"]
    stroke_space: Space = DEVICE["DeviceGray"]
    fill_opacity: float = 1.0
    stroke_opacity: float = 1.0
    group: float = 1.0
    width: float = 1.0
    clip: Rect | None = None

    def copy(self) -> Self:
        """Another one that says the same."""
        return type(self)(*_all(type(self))(self))  # type: ignore[arg-type] # a type can be hashed, its objects not

    @property
    def fill_ink(self) -> tuple[Colour, float]:
        """Colour and opacity of what is filled."""
        return self.fill, self.fill_opacity * self.group

    @property
    def stroke_ink(self) -> tuple[Colour, float]:
        """Colour and opacity of what is stroked."""
        return self.stroke, self.stroke_opacity * self.group


@cache
def _all(kind: type[State]) -> attrgetter[tuple[Any, ...]]:
    """Takes all that a state says; ``dataclasses.replace`` looks it up each time."""
    return attrgetter(*(one.name for one in fields(kind)))
