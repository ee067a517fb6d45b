"""Writes a content stream anew with every colour in inks, black text overprinting, and no marks of structure."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from math import sqrt
from typing import Any, ClassVar

from polyleaf.pdf.press.palette import COMPONENTS, Palette, Source
from polyleaf.pdf.press.scan import Operation, scan
from polyleaf.pdf.press.shapes import THIN, thickness
from polyleaf.pdf.press.spaces import source_named

OVERPRINT = b"/PolyleafOver"
STATES = {
    (True, False): OVERPRINT,
    (False, False): b"/PolyleafOut",
    (False, True): b"/PolyleafLine",
    (True, True): b"/PolyleafBoth",
}
"""Graphics states by what overprints, fills and lines: black text and black lines do, so that no white shows around
them when the inks are out of register."""

_BLACK = (0.0, 0.0, 0.0, 1.0)
_MATRIX = 6
_BARS = re.compile(rb"(?:.*\sn)?\s++((?:(?:[-+.\d]++\s++){4}re\s++){1,2})", re.DOTALL)
"""A path of one box or two, a frame, and nothing else."""
_INITIAL = {Source.GRAY: (0.0,), Source.RGB: (0.0, 0.0, 0.0), Source.CMYK: _BLACK, Source.LAB: (0.0, 0.0, 0.0)}
"""First colour of a space (ISO 32000-1, 8.6.8)."""

_DEVICE = {
    b"g": Source.GRAY,
    b"G": Source.GRAY,
    b"rg": Source.RGB,
    b"RG": Source.RGB,
    b"k": Source.CMYK,
    b"K": Source.CMYK,
}
_OPERATORS = {
    ("DeviceCMYK", False): b"k",
    ("DeviceCMYK", True): b"K",
    ("DeviceGray", False): b"g",
    ("DeviceGray", True): b"G",
}


@dataclass(slots=True)
class _State:
    """The graphics state as far as it is followed."""

    fill: tuple[float, ...]
    """Converted; empty if not known."""
    source: Source = Source.GRAY
    values: tuple[float, ...] = ()
    stroke_source: Source = Source.GRAY
    over: bool = False
    line: bool = False
    """Whether lines overprint."""
    scale: float = 1.0
    """Length on the page of a unit."""


def repaint(content: bytes, resources: Any, palette: Palette, *, page: bool = False) -> bytes:  # noqa: ANN401 - a PDF object
    """The content in the colours of ``palette``.

    Args:
        content: The content of a page, form, pattern or letter.
        resources: Its resources.
        palette: Where the colours go.
        page: Whether it begins with the colours that pages begin with; others may inherit any.

    Raises:
        PressRefusal: It holds something that cannot be turned into inks.
    """
    return _Repainter(content, resources, palette, page=page).repainted()


class _Repainter:
    def __init__(self, content: bytes, resources: Any, palette: Palette, *, page: bool) -> None:  # noqa: ANN401
        self._content = content
        self._resources = resources
        self._palette = palette
        self._state = _State(fill=_BLACK if page else ())
        self._saved: list[_State] = []
        self._in_text = False
        self._out: list[bytes] = [b"0 0 0 1 k 0 0 0 1 K\n"] if page else []  # else it would be a black of DeviceGray
        self._copied = self._seen = 0

    def repainted(self) -> bytes:
        for operation in scan(self._content):
            follow = self._FOLLOW.get(operation.operator)
            if follow is not None:
                follow(self, operation)
            self._seen = operation.end
        self._out.append(self._content[self._copied :])
        return b"".join(self._out)

    def _mark(self, operation: Operation) -> None:
        self._replace(operation, b"")

    def _save(self, _: Operation) -> None:
        self._saved.append(replace(self._state))

    def _restore(self, _: Operation) -> None:
        if self._saved:
            self._state = self._saved.pop()

    def _begin_text(self, operation: Operation) -> None:
        self._in_text = True
        self._copy(operation.start)
        self._overprint()

    def _end_text(self, operation: Operation) -> None:
        self._in_text = False
        if self._state.over:  # shapes are cut out of what is below them
            self._copy(operation.end)
            self._set_overprint(over=False, line=self._state.line)

    def _graphics_state(self, operation: Operation) -> None:
        over, line = self._state.over, self._state.line
        if over or line:  # it may have been undone
            self._copy(operation.end)
            self._state.over = self._state.line = False
            self._set_overprint(over=over, line=line)

    def _device_colour(self, operation: Operation) -> None:
        operator = operation.operator
        self._colour(operation, _DEVICE[operator], operation.numbers, stroke=operator.isupper())

    def _move(self, operation: Operation) -> None:
        if len(operation.numbers) >= _MATRIX:
            a, b, c, d, *_ = operation.numbers
            self._state.scale *= sqrt(abs(a * d - b * c))

    def _fill(self, operation: Operation) -> None:
        """A thin black bar, or a thin frame, is a line whatever draws it: it overprints."""
        found = _BARS.fullmatch(self._content, self._seen, operation.start)
        if found is None or self._state.fill != _BLACK:
            return
        numbers = [float(word) for word in found[1].split() if word != b"re"]
        parts = tuple(
            ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
            for x, y, width, height in zip(*(iter(numbers),) * 4, strict=True)
        )
        bar = thickness(parts, even_odd=operation.operator == b"f*")
        if bar is not None and bar * self._state.scale < THIN:
            self._copy(self._seen)
            self._set_overprint(over=True, line=self._state.line)
            self._copy(operation.end)
            self._set_overprint(over=False, line=self._state.line)

    def _copy(self, end: int) -> None:
        self._out.append(self._content[self._copied : end])
        self._copied = end

    def _replace(self, operation: Operation, written: bytes) -> None:
        self._copy(operation.start)
        self._out.append(written)
        self._copied = operation.end

    def _space(self, operation: Operation) -> None:
        stroke = operation.operator.isupper()
        source = source_named(operation.name[1:], self._resources)
        if source is Source.PATTERN:
            self._remember(source, (), stroke=stroke)
            return
        self._colour(operation, source, _INITIAL[source], stroke=stroke)

    def _in_space(self, operation: Operation) -> None:
        stroke = operation.operator.isupper()
        source = self._state.stroke_source if stroke else self._state.source
        if source is not Source.PATTERN:
            self._colour(operation, source, operation.numbers, stroke=stroke)

    def _colour(self, operation: Operation, source: Source, values: tuple[float, ...], *, stroke: bool) -> None:
        self._remember(source, values, stroke=stroke)
        found = self._palette.converted(source, values, text=self._in_text and not stroke)
        written = b" ".join((*map(_number, found), _OPERATORS[self._palette.space, stroke]))
        self._replace(operation, written)
        if stroke:
            self._set_overprint(over=self._state.over, line=found == _BLACK)
            return
        self._state.fill = found
        if self._in_text:
            self._overprint()

    def _remember(self, source: Source, values: tuple[float, ...], *, stroke: bool) -> None:
        if stroke:
            self._state.stroke_source = source
        else:
            self._state.source, self._state.values = source, values
            if source is Source.PATTERN:
                self._state.fill = ()

    def _overprint(self) -> None:
        """Inside text: overprint if the letters are black, knock out if not."""
        state = self._state
        if len(state.values) == COMPONENTS.get(state.source):
            self._palette.converted(state.source, state.values, text=True)  # a note that letters have this colour
        self._set_overprint(over=state.fill == _BLACK, line=state.line)

    def _set_overprint(self, *, over: bool, line: bool) -> None:
        if (over, line) != (self._state.over, self._state.line):
            self._out.append(b"\n" + STATES[over, line] + b" gs\n")
            self._state.over, self._state.line = over, line

    _FOLLOW: ClassVar[dict[bytes, Callable[[_Repainter, Operation], None]]] = {
        **dict.fromkeys((b"BMC", b"BDC", b"EMC", b"MP", b"DP"), _mark),
        **dict.fromkeys(_DEVICE, _device_colour),
        **dict.fromkeys((b"cs", b"CS"), _space),
        **dict.fromkeys((b"sc", b"scn", b"SC", b"SCN"), _in_space),
        b"q": _save,
        b"Q": _restore,
        b"BT": _begin_text,
        b"ET": _end_text,
        b"gs": _graphics_state,
        b"cm": _move,
        **dict.fromkeys((b"f", b"F", b"f*"), _fill),
    }


def _number(value: float) -> bytes:
    return f"{value:.4f}".rstrip("0").rstrip(".").encode() or b"0"
