"""Gradients, patterns and groups of drawings as browsers draw them, in every program that shows PDF files.

What WeasyPrint 70.0 does otherwise, and what we do about it:

- A gradient is a pattern whose tile is as large as the shape. Poppler, which shows and prints PDF files on Linux, cuts
  such a tile short or shows nothing of it, and all repeat it as stripes where ``gradientTransform`` turns it: our tile
  reaches far over the shape.
- Colours that shine through go over into each other as in style sheets, not as SVG 2 says (14.2).
- A radius in per cent of the shape is 1.4 times as long.
- A pattern begins at its shape, wherever ``x``, ``y`` and ``patternTransform`` say, and is as large as its first shape.
- What one element has from another by ``href`` is there for the first that asks for it.
- Lines in a gradient or pattern are 1 wide.
- A group that shines through loses what reaches over its shapes (heads of arrows), a whole drawing its right half.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from weasyprint import svg
from weasyprint.matrix import Matrix
from weasyprint.svg.utils import size, transform

from polyleaf.render.insides import Seams

_ARGUMENTS = ("font_size", "opacity", "stroke")
SEAMS: Seams = {
    "weasyprint.svg.defs.draw_gradient": ("svg", "node", "gradient", *_ARGUMENTS),
    "weasyprint.svg.defs.draw_pattern": ("svg", "node", "pattern", *_ARGUMENTS),
    "weasyprint.svg.utils.transform": ("transform_string", "transform_origin", "font_size", "normalized_diagonal"),
    "weasyprint.svg.utils.size": ("string", "font_size", "percentage_reference"),
}
"""The functions we stand in for or call, as WeasyPrint 70.0 has them."""

_OVER = 4
"""Times the longer side of the shape: turned by any angle, the tile still covers it."""

_NOTHING = "0.001"
"""Opacity that nobody sees; at 0 a stop would take the colour of its neighbour."""

real_gradient: Any = svg.draw_gradient
real_pattern: Any = svg.draw_pattern
real_box: Any = svg.SVG.calculate_bounding_box


class _Stream:
    """Takes the place of a stream; all but what is written here is that."""

    def __init__(self, real: Any) -> None:
        self._real = real

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)


class _Wide(_Stream):
    """What a gradient makes in it is wider, and its colours are mixed evenly."""

    def add_pattern(self, *place: Any) -> _Wide:
        """A pattern; after its place come the sizes of a step and a matrix."""
        x, y, width, height = _over(*place[:4])
        return _Wide(self._real.add_pattern(x, y, width, height, width, height, place[-1]))

    def add_group(self, *place: float) -> _Wide:
        """A group of a pattern."""
        return _Wide(self._real.add_group(*_over(*place)))

    def set_alpha_state(self, *place: float) -> Any:
        """What shines through a group."""
        return self._real.set_alpha_state(*_over(*place))

    def create_interpolation_function(self, domain: Any, first: Any, last: Any, _power: float) -> Any:
        """From one stop to the next."""
        return self._real.create_interpolation_function(domain, first, last, 1)


class _Placed(_Stream):
    """A pattern that is made in it begins where the drawing says.

    Args:
        real: The stream.
        matrix: From the pattern to the drawing.
    """

    def __init__(self, real: Any, matrix: Any) -> None:
        super().__init__(real)
        self._matrix = matrix

    def add_pattern(self, *place: Any) -> Any:
        """A pattern; after its place come the sizes of a step and a matrix."""
        return self._real.add_pattern(*place[:-1], self._matrix @ self._real.ctm)


def draw_gradient(picture: Any, node: Any, gradient: Any, font_size: float, opacity: float, stroke: bool) -> Any:
    """WeasyPrint's function of the same name."""
    for stop in gradient:
        if stop.get("stop-opacity") in ("0", "0.0", "0%"):
            stop.attrib["stop-opacity"] = _NOTHING
    if gradient.get("gradientUnits") != "userSpaceOnUse":
        for key, default in (("r", "50%"), ("fr", "0")):
            gradient.attrib[key] = size(gradient.get(key, default), font_size, 1)
    return _drawn(real_gradient, _Wide(picture.stream), picture, node, gradient, font_size, opacity, stroke)


def draw_pattern(picture: Any, node: Any, pattern: Any, font_size: float, opacity: float, stroke: bool) -> Any:
    """WeasyPrint's function of the same name."""
    kept = dict(pattern.attrib)
    box = picture.calculate_bounding_box(node, font_size, stroke)
    placed = _placed(picture, pattern, font_size, box) if box is not None else picture.stream
    try:
        return _drawn(real_pattern, placed, picture, node, pattern, font_size, opacity, stroke)
    finally:
        pattern.attrib.clear()
        pattern.attrib.update(kept)


def _placed(picture: Any, pattern: Any, font_size: float, box: tuple[float, float, float, float]) -> _Placed:
    left, top, width, height = box
    if pattern.get("patternUnits") == "userSpaceOnUse":
        x, y = picture.point(pattern.attrib.pop("x", 0), pattern.attrib.pop("y", 0), font_size)
    else:
        x = left + size(pattern.attrib.pop("x", 0), font_size, 1) * width
        y = top + size(pattern.attrib.pop("y", 0), font_size, 1) * height
    turned = transform(pattern.attrib.pop("patternTransform", ""), "0 0", font_size, picture.inner_diagonal)
    return _Placed(picture.stream, Matrix(e=x, f=y) @ turned)


def _drawn(real: Any, stream: Any, picture: Any, node: Any, *others: Any) -> Any:
    before, picture.stream = picture.stream, stream
    try:
        drawn = real(picture, node, *others)
    finally:
        picture.stream = before
    *_, font_size, _opacity, stroke = others
    if stroke:
        before.set_line_width(picture.length(node.get("stroke-width", "1px"), font_size))
    return drawn


def override_iter(node: Any, children: Iterable[Any]) -> None:
    """WeasyPrint's method of the same name: the children are there as often as somebody asks."""
    kept = list(children)
    node.__class__ = type("Node", (svg.Node,), {"__iter__": lambda _: iter(kept)})


def calculate_bounding_box(picture: Any, node: Any, font_size: float, stroke: bool | None = None) -> Any:
    """WeasyPrint's method of the same name: paints are told the bare shape, groups that shine through have room."""
    if stroke is not None:
        return real_box(picture, node, font_size, False) or real_box(picture, node, font_size, True)
    whole = 0, 0, max(picture.inner_width, picture.concrete_width), max(picture.inner_height, picture.concrete_height)
    box = whole if node.tag == "svg" else real_box(picture, node, font_size, True)
    return box if box is None else _over(*box)


def install() -> None:
    """Put it in place; again does nothing."""
    svg.draw_gradient, svg.draw_pattern = draw_gradient, draw_pattern
    svg.Node.override_iter = override_iter
    svg.SVG.calculate_bounding_box = calculate_bounding_box


def _over(x: float, y: float, width: float, height: float) -> tuple[float, float, float, float]:
    edge = _OVER * max(width, height)
    return x - edge, y - edge, width + 2 * edge, height + 2 * edge
