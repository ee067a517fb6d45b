"""Drawings on a sheet of paper that is far larger than they are: programs save all of A4 unless told otherwise.

On such a sheet the picture would be printed small in a corner, with its words, which keep their size, on top of each
other. What is drawn is never cut: where anything cannot be measured surely, the sheet stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from polyleaf.drawings.geometry import Matrix, length, transformation, view_box
from polyleaf.drawings.styles import Declarations, Styles, font_size

_MUCH = 0.5
"""Up to this part of its sheet, a drawing is alone on it by mistake."""

_EDGE = 0.02
"""Of the sheet: lines and arrowheads reach a little over the points they are drawn through."""

_SHEETS = ((148.0, 210.0), (210.0, 297.0), (215.9, 279.4), (297.0, 420.0))
"""A5, A4, letter and A3, in mm."""

_MM = 96 / 25.4
_UNSEEN = ("defs", "style", "metadata", "title", "desc", "clipPath", "mask", "marker", "pattern", "namedview", "script")
_GROUPS = ("g", "a")
_STEP = re.compile(r"([MmZzLlHhVvCcSsQqTtAa])|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
"""How many numbers each step of a path takes."""

_LETTER = 0.6
"""Width of a letter, in sizes of the type."""

Point = tuple[float, float]


class UnknownError(Exception):
    """Something whose extent cannot be told."""


def trim(root: ET.Element) -> None:
    """Makes the sheet of a drawing as large as what is drawn on it, if that is at most half of it."""
    box = view_box(root)
    sides = sorted((length(root.get(key)) or 0.0) / _MM for key in ("width", "height"))
    if box is None or not any(abs(sides[0] - short) < 1 > abs(sides[1] - long) for short, long in _SHEETS):
        return
    styles = Styles(root)
    try:
        points = list(_points(root, Matrix(), styles.computed(root, {}), styles))
    except UnknownError:
        return
    if not points:
        return
    left, top, width, height = box
    edge = _EDGE * max(width, height)
    x0, x1 = (min(max(one, left), left + width) for one in (min(points)[0] - edge, max(points)[0] + edge))
    ups = [y for _, y in points]
    y0, y1 = (min(max(one, top), top + height) for one in (min(ups) - edge, max(ups) + edge))
    if not 0 < (x1 - x0) * (y1 - y0) <= _MUCH * width * height:
        return
    root.set("viewBox", f"{x0:.3f} {y0:.3f} {x1 - x0:.3f} {y1 - y0:.3f}")
    for key, part in (("width", (x1 - x0) / width), ("height", (y1 - y0) / height)):
        root.set(key, f"{(length(root.get(key)) or 0.0) * part:.3f}px")


def _points(element: ET.Element, matrix: Matrix, around: Declarations, styles: Styles) -> Iterator[Point]:
    """Points of a drawing between which everything lies that is inside an element, whose style is ``around``."""
    for child in element:
        name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        if not name or name in _UNSEEN or name.endswith("Gradient"):
            continue
        own, style = transformation(child.get("transform")), styles.computed(child, around)
        if own is None or style.get("transform") != child.get("transform"):
            raise UnknownError
        here = matrix @ own
        if name in _GROUPS:
            yield from _points(child, here, style, styles)
        else:
            found = _of_text(child, style, styles) if name == "text" else shape_points(name, child)
            yield from (here.at(x, y) for x, y in found)


def shape_points(name: str, shape: ET.Element) -> Iterator[Point]:
    """Points of a shape, in its own coordinates, between which all of it lies.

    Raises:
        UnknownError: It cannot be told.
    """
    match name:
        case "rect" | "image":
            x, y, width, height = _numbers(shape, "x", "y", "width", "height")
            yield from ((x, y), (x + width, y), (x, y + height), (x + width, y + height))
        case "circle" | "ellipse":
            x, y, radius, across, up = _numbers(shape, "cx", "cy", "r", "rx", "ry")
            across, up = across or radius, up or radius
            yield from ((x - across, y - up), (x + across, y - up), (x - across, y + up), (x + across, y + up))
        case "line":
            x, y, x2, y2 = _numbers(shape, "x1", "y1", "x2", "y2")
            yield from ((x, y), (x2, y2))
        case "polyline" | "polygon":
            numbers = [float(match[2]) for match in _STEP.finditer(shape.get("points", "")) if match[2]]
            yield from zip(numbers[::2], numbers[1::2], strict=False)
        case "path":
            yield from _of_path(shape.get("d", ""))
        case _:
            raise UnknownError


def _numbers(element: ET.Element, *names: str) -> list[float]:
    found = [None if "%" in (text := element.get(name, "0")) else length(text) for name in names]
    if None in found:
        raise UnknownError
    return [one or 0.0 for one in found]


def _of_text(element: ET.Element, style: Declarations, styles: Styles) -> Iterator[Point]:
    """Around each place that a text or a part of it names, as wide as its longest piece."""
    parts = list(element.iter())
    if any(one.get("transform") for one in parts[1:]):
        raise UnknownError
    looks = [style, *(styles.computed(one, style) for one in parts[1:])]
    high = max(map(font_size, looks))
    wide = _LETTER * high * max(len(words.strip()) for words in element.itertext() or ("",))
    ahead = any(look.get("text-anchor") in ("middle", "end") for look in looks)
    places = [_numbers(one, "x", "y") for one in parts if one is element or one.get("x") or one.get("y")]
    for x, y in places if len(places) == 1 else places[1:]:
        yield from ((x - wide * ahead, y - high), (x + wide, y + high / 4))


def _of_path(steps: str) -> Iterator[Point]:
    """Ends and handles of all steps: a curve never leaves what they span."""
    x = y = start_x = start_y = 0.0
    command, waiting = "", list(_STEP.finditer(steps))
    at = 0
    while at < len(waiting):
        if waiting[at][1]:
            command = waiting[at][1]
            at += 1
        elif command in ("", "Z", "z"):
            raise UnknownError  # numbers that belong to nothing
        kind, relative = command.upper(), command.islower()
        count = _TAKES[kind]
        told = [one[2] for one in waiting[at : at + count]]
        glued = kind == "A" and not {*told[3:5]} <= {"0", "1"}  # "0110" are two flags and a ten
        if len(told) < count or None in told or glued:
            raise UnknownError
        numbers = list(map(float, told))
        at += count
        from_x, from_y = (x, y) if relative else (0.0, 0.0)
        match kind:
            case "Z":
                x, y = start_x, start_y
                continue
            case "H":
                x = from_x + numbers[0]
            case "V":
                y = from_y + numbers[0]
            case "A":
                wide = max(numbers[:2]) * 2
                yield from ((x - wide, y - wide), (x + wide, y + wide))
                x, y = from_x + numbers[5], from_y + numbers[6]
                yield from ((x - wide, y - wide), (x + wide, y + wide))
            case _:
                pairs = [(from_x + a, from_y + b) for a, b in zip(numbers[::2], numbers[1::2], strict=True)]
                yield from pairs[:-1]
                x, y = pairs[-1]
        if kind == "M":
            start_x, start_y, command = x, y, "l" if relative else "L"
        yield x, y
