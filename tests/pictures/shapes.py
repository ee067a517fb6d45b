"""Counts the shapes of a picture on a finished page: from its pixels, not from what anybody says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import pikepdf
import pypdfium2

DPI = 150
DARK = 128


@dataclass(frozen=True)
class Shape:
    """The square of pixels that touch each other."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def middle(self):
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Counted:
    """The filled and the empty shapes of a picture."""

    filled: tuple[Shape, ...]
    empty: tuple[Shape, ...]

    @property
    def numbers(self):
        return len(self.filled), len(self.empty)


def counted(path: Path, page: int, box: tuple[float, float, float, float], *, shift: float = 0.0) -> Counted:
    """The shapes within ``box`` (left, bottom, right, top in pt) of a page (from 1); ``shift``: of its corner."""
    with pypdfium2.PdfDocument(path) as document:
        sheet = document[page - 1]
        left, bottom, right, top = (edge + shift for edge in box)
        cut = (left, bottom, sheet.get_width() - right, sheet.get_height() - top)
        grey = sheet.render(scale=DPI / 72, crop=cut, grayscale=True)
        width, height, stride, data = grey.width, grey.height, grey.stride, bytes(grey.buffer)
        rows = [data[line * stride : line * stride + width] for line in range(height)]
        hollow = []
        solid = []
        for shape in _shapes(rows):
            across, down = (round(at) for at in shape.middle)
            (solid if rows[down][across] < DARK else hollow).append(shape)
        return Counted(tuple(solid), tuple(hollow))


def _shapes(rows: list[bytes]) -> list[Shape]:
    """Runs of dark pixels, joined where they touch those of the line above."""
    leader: list[int] = []
    runs: list[tuple[int, int, int]] = []

    def first(at: int) -> int:
        while leader[at] != at:
            at = leader[at]
        return at

    above: list[int] = []
    for line, row in enumerate(rows):
        here = []
        for start, end in _dark(row):
            here.append(len(runs))
            leader.append(len(runs))
            runs.append((line, start, end))
        for one, other in product(here, above):
            if runs[other][1] <= runs[one][2] and runs[one][1] <= runs[other][2]:
                leader[first(one)] = first(other)
        above = here
    found: dict[int, list[tuple[int, int, int]]] = {}
    for at, run in enumerate(runs):
        found.setdefault(first(at), []).append(run)
    return [
        Shape(min(run[1] for run in part), part[0][0], max(run[2] for run in part), part[-1][0] + 1)
        for part in found.values()
    ]


def _dark(row: bytes) -> list[tuple[int, int]]:
    """Where dark pixels of a line begin and end."""
    return [match.span() for match in _RUN.finditer(row)]


_RUN = re.compile(rb"[\x00-\x7f]+")


def figures(path: Path) -> list[tuple[str, int, tuple[float, float, float, float]]]:
    """Alternative text, page (from 1) and box in pt of every Figure in the tag tree, in its order."""
    found = []
    with pikepdf.open(path) as document:
        pages = {page.obj.objgen: number for number, page in enumerate(document.pages, 1)}
        waiting = [document.Root.StructTreeRoot]
        while waiting:
            element = waiting.pop()
            kids = element.get("/K", [])
            kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
            waiting += [kid for kid in reversed(kids) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
            if element.get("/S") == "/Figure":
                attributes = element.A
                for one in attributes if isinstance(attributes, pikepdf.Array) else [attributes]:
                    if "/BBox" in one:
                        page = element.get("/Pg") or kids[0].Pg
                        left, bottom, right, top = (float(edge) for edge in one.BBox)
                        found.append((str(element.Alt), pages[page.objgen], (left, bottom, right, top)))
    return found
