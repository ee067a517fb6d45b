"""Shapes and lines as a press sees them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from math import hypot, isfinite
from typing import Any

from polyleaf.model.inks import is_white
from polyleaf.model.pdf_facts import BLACK, Colour, Point, Rect
from polyleaf.model.press_paint import PathPaint
from polyleaf.pdf.drawing import Drawing
from polyleaf.pdf.library import Library
from polyleaf.pdf.marks import Mark
from polyleaf.pdf.matrix import IDENTITY, Matrix
from polyleaf.pdf.paths import Path, common
from polyleaf.pdf.press.ground import Ground, Outline
from polyleaf.pdf.state import State

THIN = 2.0
"""pt: lines below it are looked at for what lies under them (GWG 2022, R0010 and R0012)."""

Part = tuple[Point, ...]

_CORNERS = 4
_FRAME = 2
"""Parts of a frame: a box, and the box that is cut out of it."""

_NOTHING = 0.01
"""pt."""

_BESIDE = 0.1
_FLAT = 0.01
"""In pt: a line whose box is lower, or narrower, runs along an edge of the page."""
"""pt: bars nearer to each other than this are the steps of a gradient, not lines."""


@dataclass(frozen=True, slots=True)
class Tiles:
    """A pattern that a colour stands for.

    Attributes:
        pattern: The pattern.
        base: The space it stands in: that of the content it is named in (ISO 32000-1, 8.7.2).
        colour: What an uncoloured one is painted in.
    """

    pattern: Any
    base: Matrix = IDENTITY
    colour: Colour = BLACK


@dataclass(frozen=True, slots=True)
class Inked:
    """What a press knows of a colour besides its components.

    Attributes:
        space: Its space as the file writes it, if that is an array.
        inks: Inks of a Separation or DeviceN space; () for any other.
        tiles: The pattern that it stands for.
    """

    space: Any = None
    inks: tuple[str, ...] = ()
    tiles: Tiles | None = None


@dataclass(slots=True)
class PressState(State):
    """The graphics state with what a press asks besides.

    Attributes:
        overprint, overprint_stroke: For what is filled, and for lines.
        overprint_mode: 0 or 1.
        filled, stroked: What is known of the colours.
    """

    overprint: bool = False
    overprint_stroke: bool = False
    overprint_mode: int = 0
    filled: Inked = Inked()
    stroked: Inked = Inked()

    def mode_of(self, *, stroke: bool) -> int:
        """The overprint mode that holds: inks that stand alone leave the others as they are by themselves."""
        return 1 if (self.stroked if stroke else self.filled).inks else self.overprint_mode


class Shapes(Drawing):
    """The shapes of one page.

    Attributes:
        paths: In the order of painting.
        ground: What is inked so far.
        place: Where everything is said to stand, while the cell of a pattern or a letter is looked at; else None.
        last_box: Where the shape painted last is seen; None if it is not.
    """

    def __init__(self, library: Library) -> None:
        super().__init__(library)
        self.paths: list[PathPaint] = []
        self.ground = Ground()
        self.place: Rect | None = None
        self.last_box: Rect | None = None
        self._before: PathPaint | None = None

    def paint(
        self,
        state: State,
        mark: Mark,  # noqa: ARG002 - tags are no matter of the press
        order: int,  # noqa: ARG002
        *,
        fill: bool,
        stroke: bool,
        even_odd: bool,
    ) -> None:
        """Paint the path, make it a clip if it is to be one, and begin a new one."""
        box, self.last_box = self.path.bounds(), None
        if box is not None:
            if (fill or stroke) and isinstance(state, PressState):
                self._take(state, box, fill=fill, stroke=stroke, even_odd=even_odd)
            if self.clips:
                state.clip = common(state.clip, box)
        self.path, self.clips = Path(), False

    def _take(self, state: PressState, box: Rect, *, fill: bool, stroke: bool, even_odd: bool) -> None:
        seen = common(box, state.clip) or box
        width = state.width * _scale(state.ctm, box) if stroke else 0.0
        if seen[2] < seen[0] or seen[3] < seen[1] or not isfinite(width):
            return
        if not self._library.spend_shape():
            self.crowded = True
            return
        outline = self.path.outline(whole=True) if fill else ()
        self.last_box = self.place or seen
        painted = PathPaint(
            box=self.last_box,
            fill=state.fill if fill else None,
            stroke=state.stroke if stroke else None,
            width=width,
            overprint=state.overprint if fill else state.overprint_stroke,
            overprint_stroke=stroke and state.overprint_stroke,
            overprint_mode=state.mode_of(stroke=not fill),
            bar=thickness(outline, even_odd=even_odd),
        )
        if self.place is not None:
            self.paths.append(painted)
            return
        if _asks_for_ground(painted):
            half = width / 2
            under = (seen[0] - half, seen[1] - half, seen[2] + half, seen[3] + half)
            painted = replace(painted, over_ink=self.ground.is_under(under))
        self.paths.append(self._no_step(painted))
        if fill and not shows_paper(state.fill):
            self.ground.lay(seen, self.path.outline(whole=False), even_odd=even_odd)

    def _no_step(self, painted: PathPaint) -> PathPaint:
        """The shape; it and the one before are no bars if they are two steps of a gradient, side by side."""
        before, self._before = self._before, painted
        if before is None or not self.paths or not _side_by_side(before, painted):
            return painted
        self.paths[-1] = replace(self.paths[-1], bar=None)
        return replace(painted, bar=None)


def _scale(ctm: Matrix, box: Rect) -> float:
    """What a line's thickness is multiplied by: a pen that is squeezed is thin in one direction only.

    Args:
        ctm: From the line to the page.
        box: Of the line on the page; one that is flat runs in one direction.
    """
    a, b, c, d, *_ = ctm
    if box[3] - box[1] < _FLAT < box[2] - box[0]:
        return hypot(b, d)
    if box[2] - box[0] < _FLAT < box[3] - box[1]:
        return hypot(a, c)
    return min(hypot(b, d), hypot(a, c))


def shows_paper(colour: Colour) -> bool:
    """Whether a colour is white, in inks or on a screen."""
    return is_white(colour) or colour.rgb == (1.0, 1.0, 1.0)


def thickness(outline: Outline, *, even_odd: bool = False) -> float | None:
    """How thick the rules are that an outline consists of: its thinnest box, or the thinnest side of a frame.

    Boxes of no size beside others paint nothing that could be seen. None if it is anything but boxes.
    """
    if len(outline) == _FRAME and (frame := _frame(*outline, even_odd=even_odd)) is not None:
        return frame
    found = [_across(part) for part in outline]
    if not found or None in found:
        return None
    sizes = [one for one in found if one is not None]
    return min(filter(None, sizes), default=0.0)


def _frame(one: Part, other: Part, *, even_odd: bool) -> float | None:
    """The thinnest side of a box with a box cut out of it; None if the second is not inside the first, or not cut."""
    if _across(one) is None or _across(other) is None or not (even_odd or _area(one) * _area(other) <= 0):
        return None
    outer, inner = sorted((_around(one), _around(other)), key=lambda box: (box[2] - box[0]) * (box[3] - box[1]))[::-1]
    sides = (inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3])
    return min((side for side in sides if side > _NOTHING), default=None) if min(sides) > -_NOTHING else None


def _area(part: Part) -> float:
    """Twice the area, by the direction it is drawn in."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise((*part, part[0])))


def _around(part: Part) -> Rect:
    across, up = [x for x, _ in part], [y for _, y in part]
    return (min(across), min(up), max(across), max(up))


def _across(part: Part) -> float | None:
    """The lesser side of a box, which may be turned."""
    corners = part[:-1] if len(part) == _CORNERS + 1 and part[0] == part[-1] else part
    if len(corners) != _CORNERS:
        return None
    sides = [(x1 - x0, y1 - y0) for (x0, y0), (x1, y1) in pairwise((*corners, corners[0]))]
    longest = max(hypot(*side) for side in sides)
    (a, b), (c, d), (e, f), (g, h) = sides
    if not longest or max(abs(a + e), abs(b + f), abs(c + g), abs(d + h)) > _BESIDE * longest:
        return None  # opposite sides differ
    return abs(a * d - b * c) / longest


def _asks_for_ground(painted: PathPaint) -> bool:
    """Whether a check asks what lies under a shape: thin black, grey or white lines; grey that overprints."""
    if any(width < THIN for _, width in painted.lines):
        return True
    colours = ((painted.fill, painted.overprint), (painted.stroke, painted.overprint_stroke))
    return any(overprints and colour is not None and colour.space == "DeviceGray" for colour, overprints in colours)


def _side_by_side(one: PathPaint, other: PathPaint) -> bool:
    if one.bar is None or other.bar is None or not one.bar / 2 <= other.bar <= 2 * one.bar:
        return False
    for near, far in ((0, 1), (1, 0)):
        apart = max(one.box[near], other.box[near]) - min(one.box[near + 2], other.box[near + 2])
        along = min(one.box[far + 2], other.box[far + 2]) - max(one.box[far], other.box[far])
        longer = max(one.box[far + 2] - one.box[far], other.box[far + 2] - other.box[far])
        if abs(apart) <= _BESIDE and along > longer / 2 > one.bar:
            return True
    return False
