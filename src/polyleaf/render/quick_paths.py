"""Paths of drawings, sooner: the same signs stand on many pages, and WeasyPrint reads their letters for each.

What a path of plain numbers comes to depends on these alone. It is noted as it is drawn, and drawn from the notes.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable
from typing import Any

from weasyprint import svg

from polyleaf.render.insides import Seams

SEAMS: Seams = {"weasyprint.svg.path.path": ("svg", "node", "font_size")}
"""The function we stand in for, as WeasyPrint 70.0 has it."""

_PLAIN = re.compile(r"[\sACHLMQSTVZachlmqstvz\d.,+\-eE]*+\Z")
"""Letters of a path without units."""

_MOST, _LONGEST = 500, 5_000
"""Paths that are kept, and letters of the longest."""

real_path: Any = svg.TAGS.get("path")

_known: dict[str, tuple[list[tuple[str, tuple[Any, ...]]], list[Any]]] = {}


class Noted:
    """Takes the place of a stream, and notes what is drawn."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, tuple[Any, ...]]] = []

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *points: self.calls.append((name, points))


def path(picture: Any, node: Any, font_size: float) -> None:
    """WeasyPrint's function of the same name, which remembers."""
    letters = node.get("d", "")
    found = _known.get(letters)
    if found is None:
        if len(letters) > _LONGEST or len(_known) >= _MOST or _PLAIN.match(letters) is None:
            real_path(picture, node, font_size)
            return
        found = _known[letters] = _noted(picture, node, font_size)
    calls, vertices = found
    for name, points in calls:
        getattr(picture.stream, name)(*points)
    node.vertices.extend(vertices)


def _noted(picture: Any, node: Any, font_size: float) -> tuple[list[tuple[str, tuple[Any, ...]]], list[Any]]:
    """What a path draws, and its corners, to which arrows and dots belong."""
    stream, vertices = picture.stream, node.vertices
    picture.stream, node.vertices = notes, corners = Noted(), deque[Any]()
    try:
        real_path(picture, node, font_size)
    finally:
        picture.stream, node.vertices = stream, vertices
    return notes.calls, list(corners)


def install() -> None:
    """Put it in place."""
    svg.TAGS["path"] = path
