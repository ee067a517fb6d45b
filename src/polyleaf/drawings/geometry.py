"""Places in a drawing: lengths, transformations, and how a view box lies in its picture (SVG 2, chapters 7 and 8)."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_LENGTH = re.compile(rf"\s*({_NUMBER})\s*([a-zA-Z%]*)\s*")
_SPLIT = re.compile(r"[\s,]+")
_FUNCTION = re.compile(r"\s*([a-zA-Z]+)\s*\(([^()]*)\)\s*,?")
_PER_UNIT = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "q": 24 / 25.4}
_PER_DEGREE = {"": 1.0, "deg": 1.0, "rad": 180 / math.pi, "grad": 0.9, "turn": 360.0}
_FOUR = 4

EM = 16.0
"""Size of type in px where nothing is said."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """A transformation: x' = a x + c y + e, y' = b x + d y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def __matmul__(self, inner: Matrix) -> Matrix:
        """This one after ``inner``."""
        return Matrix(
            self.a * inner.a + self.c * inner.b,
            self.b * inner.a + self.d * inner.b,
            self.a * inner.c + self.c * inner.d,
            self.b * inner.c + self.d * inner.d,
            self.a * inner.e + self.c * inner.f + self.e,
            self.b * inner.e + self.d * inner.f + self.f,
        )

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Where a point goes."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    @property
    def is_upright(self) -> bool:
        """Whether words stay level, in reading order and head up."""
        lean = 0.02 * max(abs(self.a), abs(self.d))
        return self.a > 0 and self.d > 0 and abs(self.b) <= lean and abs(self.c) <= 10 * lean


@dataclass(frozen=True, slots=True)
class View:
    """A picture and what it shows.

    Attributes:
        width, height: Of the picture, in px.
        inner_width, inner_height: What percentages inside it are of.
        matrix: From places inside it to places in the picture.
    """

    width: float
    height: float
    inner_width: float
    inner_height: float
    matrix: Matrix


def length(text: str | None, reference: float = 0.0, em: float = EM) -> float | None:
    """A length in px; None if it cannot be told.

    Args:
        text: As written; None stands for 0.
        reference: What per cent are of.
        em: Size of the type.
    """
    if text is None:
        return 0.0
    match = _LENGTH.fullmatch(text)
    if match is None:
        return None
    value, unit = float(match[1]), match[2].lower()
    if not math.isfinite(value):
        return None
    factor = {"%": reference / 100, "em": em, "rem": EM, "ex": em / 2}.get(unit, _PER_UNIT.get(unit))
    return None if factor is None else value * factor


def lengths(text: str | None, reference: float, em: float) -> list[float] | None:
    """A list of lengths in px; None if one of them cannot be told."""
    found = [length(part, reference, em) for part in _SPLIT.split((text or "").strip()) if part]
    return None if None in found else [one for one in found if one is not None]


def transformation(text: str | None) -> Matrix | None:
    """What ``transform`` says, as an attribute or in a style; None if it cannot be told."""
    total, end = Matrix(), 0
    text = (text or "").strip()
    if text in ("", "none"):
        return total
    for match in _FUNCTION.finditer(text):
        one = _one(match[1], [part for part in _SPLIT.split(match[2].strip()) if part])
        if match.start() != end or one is None:
            return None
        total, end = total @ one, match.end()
    return total if end == len(text) else None


_TURNING = ("rotate", "skewX", "skewY")
_NUMBERS = {
    "matrix": (6,), "translate": (1, 2), "translateX": (1,), "translateY": (1,), "scale": (1, 2), "scaleX": (1,),
    "scaleY": (1,), "rotate": (1, 3), "skewX": (1,), "skewY": (1,),
}  # fmt: skip
"""How many numbers each function takes."""


def _one(name: str, parts: list[str]) -> Matrix | None:
    numbers = [_angle(part) if name in _TURNING and at == 0 else length(part) for at, part in enumerate(parts)]
    values = [one for one in numbers if one is not None]
    if len(values) != len(parts) or len(values) not in _NUMBERS.get(name, ()):
        return None
    return _TURNS[name](*values) if name in _TURNING else _SHIFTS[name](*values)


def _rotation(angle: float, x: float = 0.0, y: float = 0.0) -> Matrix:
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return Matrix(e=x, f=y) @ Matrix(cos, sin, -sin, cos) @ Matrix(e=-x, f=-y)


_TURNS: Mapping[str, Callable[..., Matrix]] = {
    "rotate": _rotation,
    "skewX": lambda angle: Matrix(c=math.tan(math.radians(angle))),
    "skewY": lambda angle: Matrix(b=math.tan(math.radians(angle))),
}
_SHIFTS: Mapping[str, Callable[..., Matrix]] = {
    "matrix": Matrix,
    "translate": lambda x, y=0.0: Matrix(e=x, f=y),
    "translateX": lambda x: Matrix(e=x),
    "translateY": lambda y: Matrix(f=y),
    "scale": lambda x, y=None: Matrix(a=x, d=x if y is None else y),
    "scaleX": lambda x: Matrix(a=x),
    "scaleY": lambda y: Matrix(d=y),
}


def _angle(text: str) -> float | None:
    match = _LENGTH.fullmatch(text)
    factor = _PER_DEGREE.get(match[2].lower()) if match else None
    return None if match is None or factor is None else float(match[1]) * factor


def view_box(element: ET.Element) -> tuple[float, float, float, float] | None:
    """The ``viewBox`` of an element, if it has one that can be used."""
    numbers = lengths(element.get("viewBox"), 0, EM) or []
    if len(numbers) != _FOUR or numbers[2] <= 0 or numbers[3] <= 0:
        return None
    return numbers[0], numbers[1], numbers[2], numbers[3]


def view(element: ET.Element, width: float, height: float) -> View:
    """How an ``svg`` or ``symbol`` lies in a box of this size."""
    box = view_box(element)
    if box is None:
        return View(width, height, width, height, Matrix())
    across, down = width / box[2], height / box[3]
    align, *rest = (element.get("preserveAspectRatio") or "xMidYMid").split() or ["xMidYMid"]
    if align == "none":
        return View(width, height, box[2], box[3], Matrix(across, 0, 0, down, -box[0] * across, -box[1] * down))
    scale = max(across, down) if rest[:1] == ["slice"] else min(across, down)
    share = {"min": 0.0, "mid": 0.5, "max": 1.0}
    x = (width - box[2] * scale) * share.get(align[1:4].lower(), 0.5)
    y = (height - box[3] * scale) * share.get(align[5:8].lower(), 0.5)
    return View(width, height, box[2], box[3], Matrix(scale, 0, 0, scale, x - box[0] * scale, y - box[1] * scale))


def picture(root: ET.Element) -> View | None:
    """The picture that a whole drawing makes; None if it does not say how large it is."""
    written = [None if (text := root.get(key)) is None or "%" in text else length(text) for key in ("width", "height")]
    width, height = written
    box = view_box(root)
    if not width or not height or width <= 0 or height <= 0:
        if box is None:
            return None
        width, height = box[2], box[3]
    return view(root, width, height)
