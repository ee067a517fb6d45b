"""What a clip path leaves of the words of a drawing: a browser does not draw what stands outside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from polyleaf.drawings.geometry import Matrix, View, length
from polyleaf.drawings.svg import local_name
from polyleaf.drawings.trimming import UnknownError, shape_points

_EDGE = 0.01
"""Of a picture: a label that begins so near its edge is seen in part."""


@dataclass(frozen=True, slots=True)
class Window:
    """The part of a picture that is seen, in its own units."""

    left: float
    top: float
    right: float
    bottom: float

    def hides(self, x: float, letters: tuple[float, float], anchor: str) -> bool:
        """Whether all of a label stands outside.

        Args:
            x: Where it stands.
            letters: Height of the top of its letters, and of its baseline.
            anchor: Which end stands there; of a middle nobody knows how far it reaches.
        """
        top, baseline = letters
        beside = (anchor == "start" and x >= self.right) or (anchor == "end" and x <= self.left)
        return beside or baseline <= self.top or top >= self.bottom


def window(clip: str, by_id: Mapping[str, ET.Element], matrix: Matrix, view: View) -> Window | None:
    """The upright rectangle around what a clip path lets be seen; None if that cannot be told.

    Args:
        clip: What the element says: ``url(#name)``.
        by_id: Elements of the drawing.
        matrix: The way from the element to the picture.
        view: What per cent are of.
    """
    path = by_id.get(clip.removeprefix("url(").removesuffix(")").strip("\"'").removeprefix("#"))
    if path is None or path.get("clipPathUnits") == "objectBoundingBox":
        return None
    shapes = [one for one in path if isinstance(one.tag, str)]
    if any(one.get("transform") or "transform" in (one.get("style") or "") for one in (path, *shapes)):
        return None
    try:
        points = [point for shape in shapes for point in _points(shape, view)]
    except UnknownError:
        return None
    if not points:
        return None
    (left, right), (top, bottom) = ((min(one), max(one)) for one in zip(*points, strict=True))
    return _upright(left, top, right, bottom, matrix)


def edges(picture: View) -> Window:
    """What a whole drawing lets be seen: what programs keep beside it on their desk is not printed."""
    edge = _EDGE * max(picture.width, picture.height)
    return Window(-edge, -edge, picture.width + edge, picture.height + edge)


def viewport(element: ET.Element, matrix: Matrix, width: float, height: float) -> tuple[Window, ...]:
    """What a drawing inside the drawing lets be seen of its own: nothing outside its sides, unless it says so.

    Args:
        element: The ``svg`` or ``symbol``.
        matrix: The way from its corner to the picture.
        width: Of it.
        height: Of it.
    """
    if element.get("overflow", "hidden") not in ("hidden", "scroll"):
        return ()
    seen = _upright(0.0, 0.0, width, height, matrix)
    return (seen,) if seen else ()


def _points(shape: ET.Element, view: View) -> Iterator[tuple[float, float]]:
    if local_name(shape) != "rect":
        yield from shape_points(local_name(shape), shape)
        return
    x, width = (length(shape.get(key) or "0", view.inner_width) for key in ("x", "width"))
    y, height = (length(shape.get(key) or "0", view.inner_height) for key in ("y", "height"))
    if x is None or y is None or not width or not height:
        raise UnknownError
    yield from ((x, y), (x + width, y + height))


def _upright(left: float, top: float, right: float, bottom: float, matrix: Matrix) -> Window | None:
    return Window(*matrix.at(left, top), *matrix.at(right, bottom)) if matrix.is_upright else None
