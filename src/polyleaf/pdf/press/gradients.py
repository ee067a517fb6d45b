"""Gradients: the colours of their functions become inks (ISO 32000-1, 7.10 and 8.7.4.5)."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pikepdf

from polyleaf.pdf.objects import child, items, number
from polyleaf.pdf.press.palette import COMPONENTS, Palette, Source
from polyleaf.pdf.press.refusal import PressRefusal
from polyleaf.pdf.press.spaces import source_of

_EXPONENTIAL, _STITCHING = 2, 3
_AXIAL, _RADIAL = 2, 3
_STEPS = 8
"""Pieces that one run of colour is cut into: inks do not mix as light does."""

_DEPTH = 4


def convert_gradient(shading: Any, palette: Palette) -> None:  # noqa: ANN401 - a PDF object
    """Turn the colours of a shading dictionary into inks, in place.

    Raises:
        PressRefusal: It is of a kind that cannot be turned into inks.
    """
    source = source_of(child(shading, "/ColorSpace"))
    if int(number(child(shading, "/ShadingType"))) not in (_AXIAL, _RADIAL):
        raise PressRefusal("a gradient is of a kind that cannot be turned into inks", "Use linear or radial gradients.")
    shading.Function = _function(child(shading, "/Function"), source, palette)
    if child(shading, "/Background") is not None:
        values = [number(item) for item in items(shading.Background)]
        shading.Background = pikepdf.Array(palette.converted(source, values))
    shading.ColorSpace = pikepdf.Name(f"/{palette.space}")


def _function(function: Any, source: Source, palette: Palette, depth: int = 0) -> pikepdf.Dictionary:  # noqa: ANN401
    kind = int(number(child(function, "/FunctionType"), -1.0))
    if kind == _STITCHING and depth < _DEPTH:
        done = pikepdf.Dictionary(function)
        done.Functions = pikepdf.Array(
            [_function(part, source, palette, depth + 1) for part in items(child(function, "/Functions"))]
        )
        return done
    if kind != _EXPONENTIAL:
        raise PressRefusal("a gradient is of a kind that cannot be turned into inks", "Use linear or radial gradients.")
    first = [number(item) for item in items(child(function, "/C0"))] or [0.0]
    last = [number(item) for item in items(child(function, "/C1"))] or [1.0]
    if not len(first) == len(last) == COMPONENTS.get(source):
        raise PressRefusal("a gradient has colours of another space than its own")
    power = number(child(function, "/N"), 1.0)
    inks = [
        palette.converted(
            source,
            [start + (step / _STEPS) ** power * (end - start) for start, end in zip(first, last, strict=True)],
            exact=True,
        )
        for step in range(_STEPS + 1)
    ]
    pieces = [
        pikepdf.Dictionary(
            FunctionType=_EXPONENTIAL, Domain=[0, 1], C0=pikepdf.Array(start), C1=pikepdf.Array(end), N=1
        )
        for start, end in pairwise(inks)
    ]
    return pikepdf.Dictionary(
        FunctionType=_STITCHING,
        Domain=[0, 1],
        Functions=pikepdf.Array(pieces),
        Bounds=pikepdf.Array([step / _STEPS for step in range(1, _STEPS)]),
        Encode=pikepdf.Array([0, 1] * _STEPS),
    )
