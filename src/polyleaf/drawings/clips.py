"""What a clip path leaves of the words of a drawing: a browser does not draw what stands outside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from polyleaf.drawings.geometry import Matrix, View, length
from polyleaf.drawings.svg import local_name


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
    """What a clip path lets be seen; None if it has another shape than one upright rectangle.

    Args:
        clip: What the element says: ``url(#name)``.
        by_id: Elements of the drawing.
        matrix: The way from the element to the picture.
        view: What per cent are of.
    """
    path = by_id.get(clip.removeprefix("url(").removesuffix(")").strip("\"'").removeprefix("#"))
    if path is None or path.get("clipPathUnits") == "objectBoundingBox" or not matrix.is_upright:
        return None
    shapes = [one for one in path if isinstance(one.tag, str)]
    if len(shapes) != 1 or local_name(shapes[0]) != "rect":
        return None
    rect = shapes[0]
    if any(one.get("transform") or "transform" in (one.get("style") or "") for one in (path, rect)):
        return None
    x, width = (length(rect.get(key) or "0", view.inner_width) for key in ("x", "width"))
    y, height = (length(rect.get(key) or "0", view.inner_height) for key in ("y", "height"))
    if x is None or y is None or not width or not height:
        return None
    return Window(*matrix.at(x, y), *matrix.at(x + width, y + height))
