"""Follows the operators that draw: graphics state, colours, paths, painting (ISO 32000-1, 8.4 to 8.6)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, ClassVar, Generic, TypeVar

from polyleaf.model.pdf_facts import Rect
from polyleaf.pdf.colours import DEVICE, read_space
from polyleaf.pdf.drawing import Drawing
from polyleaf.pdf.library import Library
from polyleaf.pdf.limits import STATE_DEPTH
from polyleaf.pdf.marks import Marks
from polyleaf.pdf.matrix import IDENTITY, Matrix, multiply
from polyleaf.pdf.objects import child, number
from polyleaf.pdf.state import State
from polyleaf.pdf.tokens import Operand
from polyleaf.pdf.unreadable import UnreadablePdf

_FLOATS = frozenset((float,))
_FEW, _LONGEST = 20, 40
"""Strange operators that are noted of a page, and how much of each."""

UNSEEN = frozenset(b"i j J d M ri d0 d1 BX EX MP DP ET BI EI".split())
"""Operators of PDF that nobody follows here (ISO 32000-1, table 51)."""

Follow = Callable[[Any, list[Operand]], None]


NamedT = TypeVar("NamedT")


class ByName(Generic[NamedT]):
    """What names of the resources at hand mean, each looked up once."""

    def __init__(self) -> None:
        self._resources: Any = None
        self._known: dict[str, NamedT] = {}

    def of(self, resources: Any) -> dict[str, NamedT]:  # noqa: ANN401 - a PDF object
        """What is known of these; nothing if others were at hand."""
        if self._resources is not resources:
            self._resources, self._known = resources, {}
        return self._known


class Graphics:
    """The graphics state of one page, and what is drawn with it.

    Args:
        library: What the pages of the file share.
        page: The page's box.
        marks: The marked content that is open.

    Attributes:
        drawing: The shapes found so far.
        strange: What PDF does not have, in order: unknown operators, and states restored that were never saved.
    """

    def __init__(self, library: Library, page: Rect, marks: Marks) -> None:
        self.drawing = Drawing(library)
        self._library = library
        self._page = page
        self._marks = marks
        self._state = State()
        self._saved: list[State] = []
        self._resources: Any = None
        self._opacities = ByName[tuple[Any, Any]]()
        self._base: Matrix = IDENTITY  # of the content at hand: patterns stand in the space that it begins in
        self._painted = 0
        self.strange: dict[str, None] = {}

    def _order(self) -> int:
        self._painted += 1
        return self._painted

    def _save(self, _: list[Operand]) -> None:
        if len(self._saved) >= STATE_DEPTH:
            raise UnreadablePdf(f"it saves more than {STATE_DEPTH} graphics states inside each other")
        self._saved.append(self._state.copy())

    def _restore(self, _: list[Operand]) -> None:
        if self._saved:
            self._state = self._saved.pop()
        else:
            self._note_strange("Q without q")

    def _note_strange(self, what: str) -> None:
        if len(self.strange) < _FEW:
            self.strange[what[:_LONGEST]] = None

    def _transform(self, operands: Sequence[Operand]) -> None:
        if (matrix := matrix_of(operands)) is not None:
            self._state.ctm = multiply(matrix, self._state.ctm)

    def _set_width(self, operands: list[Operand]) -> None:
        self._state.width = last(operands)

    def _set_state(self, operands: list[Operand]) -> None:
        """Opacity from a dictionary of the graphics state."""
        if operands and isinstance(operands[-1], str):
            known, called = self._opacities.of(self._resources), operands[-1]
            if called not in known:
                found = child(child(self._resources, "/ExtGState"), called)
                known[called] = child(found, "/ca"), child(found, "/CA")
            fill, stroke = known[called]
            self._state.fill_opacity = number(fill, self._state.fill_opacity)
            self._state.stroke_opacity = number(stroke, self._state.stroke_opacity)

    def _colour(self, operands: list[Operand], device: str = "", *, stroke: bool = False) -> None:
        """A colour in a device space, or in the space that was set."""
        state = self._state
        space = DEVICE[device] if device else state.stroke_space if stroke else state.fill_space
        colour = space.colour([value for value in operands if isinstance(value, float)])
        if stroke:
            state.stroke, state.stroke_space = colour, space
        else:
            state.fill, state.fill_space = colour, space

    def _space(self, operands: list[Operand], *, stroke: bool = False) -> None:
        """A colour space by name; its first colour is taken for black."""
        space = read_space(operands[-1] if operands else "", self._resources)
        if stroke:
            self._state.stroke_space = space
        else:
            self._state.fill_space = space

    def _move_to(self, operands: list[Operand]) -> None:
        self.drawing.path.move(self._state.ctm, *numbers(operands, 2))

    def _line_to(self, operands: list[Operand]) -> None:
        self.drawing.path.line(self._state.ctm, *numbers(operands, 2))

    def _curve_to(self, operands: list[Operand], count: int = 6, *, from_pen: bool = False) -> None:
        self.drawing.path.curve(self._state.ctm, numbers(operands, count), from_pen=from_pen)

    def _rectangle(self, operands: list[Operand]) -> None:
        self.drawing.path.rectangle(self._state.ctm, *numbers(operands, 4))

    def _close(self, _: list[Operand]) -> None:
        self.drawing.path.close()

    def _clip(self, _: list[Operand]) -> None:
        self.drawing.clips = True

    def _paint(
        self,
        _: list[Operand],
        *,
        fill: bool = False,
        stroke: bool = False,
        even_odd: bool = False,
        close: bool = False,
    ) -> None:
        if close:
            self.drawing.path.close()
        self.drawing.paint(self._state, self._marks.now, self._order(), fill=fill, stroke=stroke, even_odd=even_odd)

    def _picture(self, _: list[Operand]) -> None:
        self.drawing.picture(self._state, self._marks.now, self._order())

    def _shading(self, _: list[Operand]) -> None:
        self.drawing.shading(self._state, self._marks.now, self._order(), self._page)

    OPERATORS: ClassVar[dict[bytes, Follow]] = {
        b"q": _save,
        b"Q": _restore,
        b"cm": _transform,
        b"w": _set_width,
        b"gs": _set_state,
        b"g": partial(_colour, device="DeviceGray"),
        b"rg": partial(_colour, device="DeviceRGB"),
        b"k": partial(_colour, device="DeviceCMYK"),
        b"sc": _colour,
        b"scn": _colour,
        b"cs": _space,
        b"G": partial(_colour, device="DeviceGray", stroke=True),
        b"RG": partial(_colour, device="DeviceRGB", stroke=True),
        b"K": partial(_colour, device="DeviceCMYK", stroke=True),
        b"SC": partial(_colour, stroke=True),
        b"SCN": partial(_colour, stroke=True),
        b"CS": partial(_space, stroke=True),
        b"m": _move_to,
        b"l": _line_to,
        b"c": _curve_to,
        b"v": partial(_curve_to, count=4, from_pen=True),
        b"y": partial(_curve_to, count=4),
        b"h": _close,
        b"re": _rectangle,
        b"n": _paint,
        b"f": partial(_paint, fill=True),
        b"F": partial(_paint, fill=True),
        b"f*": partial(_paint, fill=True, even_odd=True),
        b"S": partial(_paint, stroke=True),
        b"s": partial(_paint, stroke=True, close=True),
        b"B": partial(_paint, fill=True, stroke=True),
        b"B*": partial(_paint, fill=True, stroke=True, even_odd=True),
        b"b": partial(_paint, fill=True, stroke=True, close=True),
        b"b*": partial(_paint, fill=True, stroke=True, even_odd=True, close=True),
        b"W": _clip,
        b"W*": _clip,
        b"sh": _shading,
        b"ID": _picture,
    }


def matrix_of(operands: Sequence[Operand]) -> Matrix | None:
    """The matrix of an operator, or None if numbers are missing."""
    if len(operands) < 6:  # noqa: PLR2004 - the numbers of a matrix
        return None
    if len(operands) == 6 and _FLOATS.issuperset(map(type, operands)):  # noqa: PLR2004
        return tuple(operands)  # type: ignore[return-value] # six floats
    a, b, c, d, e, f = map(a_number, operands[-6:])
    return (a, b, c, d, e, f)


def numbers(operands: Sequence[Operand], count: int) -> list[float]:
    """The last ``count`` operands as numbers; 0 for those that are missing."""
    found = [a_number(operand) for operand in operands[-count:]]
    return [0.0] * (count - len(found)) + found


def a_number(operand: Operand) -> float:
    """An operand as a number; 0 if it is none."""
    return operand if isinstance(operand, float) else 0.0


def last(operands: Sequence[Operand]) -> float:
    """The last operand as a number; 0 if there is none."""
    return a_number(operands[-1]) if operands else 0.0
