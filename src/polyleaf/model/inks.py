"""Inks of a press: those of the four process colours that a colour is printed with, each 0 to 1."""

from __future__ import annotations

from polyleaf.model.pdf_facts import Colour

CmykInks = tuple[float, float, float, float]
"""Cyan, magenta, yellow, black, each 0 to 1."""


def inks(colour: Colour | None) -> CmykInks | None:
    """The process inks of a colour, if its space says so: DeviceCMYK, or DeviceGray, which a press prints in black."""
    match colour:
        case Colour(space="DeviceCMYK", values=(c, m, y, k)):
            return (c, m, y, k)
        case Colour(space="DeviceGray", values=(light,)):
            return (0.0, 0.0, 0.0, 1.0 - light)
    return None


def total_ink(colour: Colour | None) -> float:
    """Ink of all colours together, in per cent; 0 if it is not known."""
    if colour is not None and colour.space in ("Separation", "DeviceN"):
        return 100 * sum(colour.values)
    return 100 * sum(inks(colour) or ())


def is_white(colour: Colour | None) -> bool:
    """Whether it is known to take no ink, so that the paper shows."""
    found = inks(colour)
    return found is not None and not any(found)


def is_black(colour: Colour | None) -> bool:
    """Whether it is full black ink and no other."""
    return inks(colour) == (0.0, 0.0, 0.0, 1.0)
