"""How letters stand: turned, slanted, stretched, mirrored, in which colour."""

from __future__ import annotations

from math import atan2, degrees, hypot, isfinite

from polyleaf.model.pdf_facts import Colour, Look
from polyleaf.pdf.matrix import IDENTITY, Matrix


class Looks:
    """The looks of one page, each worked out once."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], tuple[Look, float]] = {}
        self._last: tuple[Matrix, Colour | None, float] = (IDENTITY, None, 0.0)
        self._found = (Look(), 0.0)

    def of(self, matrix: Matrix, ink: tuple[Colour, float]) -> tuple[Look, float]:
        """How letters of this matrix stand, and the height of an em of 1 pt."""
        last, colour, opacity = self._last
        if ink[0] is colour and ink[1] == opacity and matrix[:4] == last[:4]:
            return self._found  # nearly always: letters of one word
        key = (matrix[:4], ink)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = _look(matrix, *ink)
        self._last, self._found = (matrix, *ink), found
        return found


def _look(matrix: Matrix, colour: Colour, opacity: float) -> tuple[Look, float]:
    a, b, c, d = matrix[:4]
    along, up, area = hypot(a, b), hypot(c, d), a * d - b * c
    if not along or not up or not isfinite(area):
        return Look(colour=colour, opacity=opacity), up
    height = abs(area) / along  # of an em, square to the baseline
    lean = degrees(atan2(a * c + b * d, abs(area)))
    return (
        Look(
            turn=round(degrees(atan2(b, a)), 2) + 0.0,
            slant=round(lean, 2) + 0.0,
            stretch=round(along / height, 3) if height else 1.0,
            mirrored=area < 0,
            colour=colour,
            opacity=round(opacity, 3),
        ),
        up,
    )
