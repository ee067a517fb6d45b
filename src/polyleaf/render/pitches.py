"""Line pitches by ink: each text of a script with tall letters gets the least pitch at which its own lines stand clear.

A font says what room its tallest letters need; Nastaliq words hang from their first letter to the line, and few reach
that far. Style sheets say from which pitch on lines are measured (``--ink-pitch``); a layout tells which letters stand
under which, and the page is laid out again with a ``line-height`` for each text whose ink wants another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from weasyprint.css import AnonymousStyle
from weasyprint.formatting_structure import boxes
from weasyprint.text.line_break import strut

from polyleaf.render.breaks.gaps import length
from polyleaf.render.breaks.pieces import key
from polyleaf.render.ink import Ink, ink_of

AIR = 0.1
"""In ems: least distance between the ink of a line and that of another, or the edge of its box. Glyphs count with the
rectangles around them, so what is seen is more."""

_MOST = 5.0
"""Most line pitch: signs piled up without end get no page of their own."""

_EVEN = 0.02
"""Steps of line pitches."""

_NOTHING = 1e-6
"""In px: rounding."""

_ASKED = "__ink_pitch"
"""``--ink-pitch`` as WeasyPrint keeps it."""


@dataclass
class _Text:
    """A text, with all parts of it that pages tear.

    Attributes:
        box: Its box.
        first_in: The boxes that begin with it, from the inside out.
        lines: Its lines.
        pitch: Its line height over the size of its type.
        over, under: What its ink needs beside its lines, in px.
    """

    box: Any
    first_in: tuple[Any, ...]
    lines: list[_Line] = field(default_factory=list)
    pitch: float = 0.0
    over: float = 0.0
    under: float = 0.0

    @property
    def size(self) -> float:
        """Its type size in px."""
        return float(self.box.style["font_size"])

    @property
    def least(self) -> float:
        """The pitch from which it may be set."""
        return _least(self.box)

    def measure(self) -> None:
        """Find the pitch that its ink needs."""
        air = AIR * self.size
        own = self.least * self.size
        needs = [max(own, upper.ink.pitch_over(lower.ink) + air) for upper, lower in pairwise(self.lines)]
        few, many = 0, round(_MOST / _EVEN)
        while many - few > 1:
            middle = (few + many) // 2
            few, many = (few, middle) if self._holds(middle * _EVEN, own, needs) else (middle, many)
        self.pitch = round(many * _EVEN, 2)
        first, last = self.lines[0], self.lines[-1]
        if _is_anonymous(self.box):
            return
        self.over = max(first.ink.above + air / 2 - first.reach(self.pitch)[0], 0.0)
        self.under = max(last.ink.below + air / 2 - last.reach(self.pitch)[1], 0.0)

    def middle(self) -> float:
        """How far below its upper edge the middle of its first line is, in px."""
        return self.over + sum(self.lines[0].reach(self.pitch)) / 2

    @property
    def is_other(self) -> bool:
        """Whether it needs another pitch or more room than it has."""
        return bool(self.pitch != self.box.style["line_height"] or self.over or self.under)

    def _holds(self, pitch: float, own: float, needs: Sequence[float]) -> bool:
        reaches = [line.reach(pitch) for line in self.lines]
        apart = (upper[1] + lower[0] for upper, lower in pairwise(reaches))
        if _is_anonymous(self.box) and not self._is_inside(reaches):
            return False
        return sum(reaches[0]) >= own - _NOTHING and all(
            found >= need - _NOTHING for found, need in zip(apart, needs, strict=True)
        )

    def _is_inside(self, reaches: Sequence[tuple[float, float]]) -> bool:
        """Whether its ink stays in its lines: a box that no element has can have no more room."""
        first, last = self.lines[0].ink, self.lines[-1].ink
        return first.above <= reaches[0][0] and last.below <= reaches[-1][1]


class _Line:
    """A line, and how high and deep its box would be at other pitches.

    Args:
        line: Its box.
        around: The box of the text it is of.
    """

    def __init__(self, line: Any, around: Any) -> None:
        self.ink: Ink = ink_of(line)
        self._asked = around.style["line_height"]
        base = line.position_y + line.baseline
        size = line.style["font_size"]
        high, above = strut(line.style)
        self._parts = [(above, high - above, size if line.style["line_height"] == self._asked else 0.0)]
        for box in _inline(line):
            top = box.position_y - base
            scaled = box.style["font_size"] if box.style["line_height"] == self._asked else 0.0
            self._parts.append((-top, top + box.margin_height(), scaled))

    def reach(self, pitch: float) -> tuple[float, float]:
        """How far its box would reach above and below its baseline, in px."""
        more = (pitch - self._asked) / 2
        return (
            max(above + more * size for above, _, size in self._parts),
            max(below + more * size for _, below, size in self._parts),
        )


def _inline(box: Any) -> Iterator[Any]:
    """Boxes in a line that make it higher; blocks in it are texts of their own."""
    for child in box.children:
        if child.is_in_normal_flow() and isinstance(child, boxes.TextBox | boxes.InlineBox):
            yield child
            if isinstance(child, boxes.InlineBox):
                yield from _inline(child)


def fit(pages: Sequence[Any]) -> bool:
    """Write line pitches into the ``style`` attributes of elements.

    Args:
        pages: WeasyPrint's pages.

    Returns:
        Whether anything was written, and the page is to be laid out again.
    """
    texts: dict[Any, _Text] = {}
    rows: dict[Any, list[_Text]] = defaultdict(list)
    for page in pages:
        for text, row in _texts(page._page_box.children[0], (), None):
            known = texts.setdefault(key(text.box), text)
            if known is not text:
                known.lines += text.lines
            elif row is not None:
                rows[key(row), text.size].append(text)
    if not texts:
        return False
    for text in texts.values():
        text.measure()
    for beside in rows.values():  # what stands side by side keeps one line
        pitch, over, under = (max(getattr(text, name) for text in beside) for name in ("pitch", "over", "under"))
        for text in beside:
            text.pitch, text.over, text.under = pitch, over, under
    changed = [text for text in texts.values() if text.is_other]
    for text in changed:
        _write(text)
    return bool(changed)


def _texts(box: Any, first_in: tuple[Any, ...], row: Any) -> Iterator[tuple[_Text, Any]]:
    """The texts in a box that are measured, each with the row in which it stands beside others."""
    inner = [child for child in getattr(box, "children", ()) if child.is_in_normal_flow()]
    if isinstance(box, boxes.BlockContainerBox) and inner and isinstance(inner[0], boxes.LineBox):
        asked = box.style["line_height"]
        if isinstance(asked, float) and asked >= _least(box) > 0:
            lines = [_Line(line, box) for line in inner if line.height]
            if any(line.ink.tops for line in lines):
                yield _Text(box, first_in, lines), row
    begun = False
    for child in inner:
        if isinstance(box, boxes.TableRowBox | boxes.FlexContainerBox):
            yield from _texts(child, (box,), box)
        else:
            yield from _texts(child, () if begun else (box, *first_in), None if begun else row)
        begun = begun or child.height > 0


def _least(box: Any) -> float:
    """The pitch from which a text may be set, as its style sheet says; 0 if it keeps its own."""
    tokens = box.style[_ASKED]
    return float(getattr(tokens[0], "value", 0.0)) if len(tokens) == 1 else 0.0


def _write(text: _Text) -> None:
    """Tell the engine of the pitch of a text, and of the room that its ink needs above and below its lines."""
    box = text.box
    pitch, middle = f"line-height: {text.pitch:.2f}", f"--middle: {text.middle():.2f}px"
    if _is_anonymous(box):
        _add(box.element, pitch)
        return
    item = next((one for one in text.first_in[:1] if one.element_tag == "li"), None)  # its number goes with it
    over, under = (
        f"padding-{side}: {length(one, f'padding_{side}') + more:.2f}px" if more else ""
        for side, one, more in (("top", item or box, text.over), ("bottom", box, text.under))
    )
    _add(box.element, pitch, middle, under, "" if item else over)
    if item:
        _add(item.element, pitch, middle, over)
    elif text.first_in:
        _add(text.first_in[0].element, middle)


def _is_anonymous(box: Any) -> bool:
    return isinstance(box.style, AnonymousStyle)


def _add(element: Any, *declarations: str) -> None:
    own = (element.get("style") or "").rstrip("; ")
    element.set("style", "; ".join(filter(None, (own, *declarations))))
