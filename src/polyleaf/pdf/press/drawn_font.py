"""Type 3 fonts: letters that are drawings (ISO 32000-1, 9.6.5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pikepdf

from polyleaf.pdf.graphics import matrix_of
from polyleaf.pdf.matrix import IDENTITY, Matrix
from polyleaf.pdf.objects import child, items, name, number

_CODES = 256


@dataclass(frozen=True, slots=True)
class DrawnFont:
    """A Type 3 font.

    Attributes:
        matrix: From the space of its letters to that of text of 1 pt.
        resources: What names in its letters mean; None if it is the page that says so.
        letters: Content streams by code.
    """

    matrix: Matrix
    resources: Any
    letters: Mapping[int, pikepdf.Stream]


def drawn_font(font: Any) -> DrawnFont:  # noqa: ANN401 - a PDF object is of any type until looked at
    """Read a Type 3 font."""
    drawings, code = child(font, "/CharProcs"), 0
    letters: dict[int, pikepdf.Stream] = {}
    for item in items(child(child(font, "/Encoding"), "/Differences")):
        glyph = name(item)
        if not glyph:
            code = int(number(item))
            continue
        drawing = child(drawings, f"/{glyph}")
        if isinstance(drawing, pikepdf.Stream) and 0 <= code < _CODES:
            letters[code] = drawing
        code += 1
    matrix = matrix_of([number(item) for item in items(child(font, "/FontMatrix"))]) or IDENTITY
    return DrawnFont(matrix, child(font, "/Resources"), letters)
