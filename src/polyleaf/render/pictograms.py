"""Pictures drawn from facts, as SVG: shapes alone, never words.

They are pure black, so the press prints them in black ink alone, and filled and empty shapes differ in form too: they
stay apart in a fax, on a photocopy and for people who see no colours. A picture of 1,000 people is three objects of
the page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import groupby

from polyleaf.model.icon_array import TOTALS
from polyleaf.model.scales import MOST_DROPS

_CELL = 10
"""Units of a drawing from one person to the next."""
_RINGS = ("#000", 6.7), ("#fff", 4.9)
"""Outer and inner width of an empty shape; its line of 0.9 is 0.57 pt at 2.2 mm a person: every press holds it."""
_DOT = 0.02
"""Length of a dot before its round ends: some programs paint none of no length."""
_BEZIER = 0.5523
"""Distance of the control points of a quarter circle (4/3 (√2 - 1))."""

RTL = "rtl"


def people_address(number: int, total: int, direction: str) -> str:
    """What names the picture in which ``number`` of ``total`` people are filled in, in the direction of reading."""
    return f"people/{number}/{total}/{direction}"


def drops_address(number: int, direction: str) -> str:
    """What names a row of so many drops."""
    return f"drops/{number}/{direction}"


def thermometer_address(low: int, high: int, start: int, end: int, direction: str) -> str:
    """What names a thermometer that shows ``low`` to ``high`` on a scale from ``start`` to ``end``, in tenths."""
    return f"thermometer/{low}/{high}/{start}/{end}/{direction}"


def picture(name: str) -> bytes:
    """The picture of this name.

    Raises:
        KeyError: There is none.
    """
    kind, *values = name.split("/")
    try:
        return _DRAWN[kind](*values).encode()
    except (TypeError, ValueError):
        raise KeyError(name) from None


def _people(number: str, total: str, direction: str) -> str:
    """An icon array, filled row by row from where reading begins: the filled shapes stand together."""
    filled, count = int(number), int(total)
    if count not in TOTALS or not 0 <= filled <= count:
        raise ValueError(number)
    columns, rows = TOTALS[count]
    corners = [
        ((columns - 1 - place % columns if direction == RTL else place % columns) * _CELL, place // columns * _CELL)
        for place in range(count)
    ]
    return _svg(columns * _CELL, rows * _CELL, _filled(corners[:filled]) + _empty(corners[filled:]))


_DROP = "c0 0-3.4 4-3.4 6.1a3.4 3.4 0 0 0 6.8 0c0-2.1-3.4-6.1-3.4-6.1z"


def _drops(number: str, direction: str) -> str:
    """Drops in a row; the direction does not matter to them, and every name says it."""
    count = int(number)
    if not 1 <= count <= MOST_DROPS or not direction:
        raise ValueError(number)
    path = "".join(f"M{place * _CELL + 5} 0.3{_DROP}" for place in range(count))
    return _svg(count * _CELL, _CELL, f'<path fill="#000" d="{path}"/>')


THERMOMETER = (110, 20)
"""Width and height of a thermometer."""
_TUBE = 12, 106
"""Where the scale of a thermometer begins and ends; before it is the bulb."""
_STEPS = (10, 20, 50, 100, 500, 1000)
_MOST_STEPS = 20


def _thermometer(low: str, high: str, start: str, end: str, direction: str) -> str:
    """A thermometer lying level, its bulb where reading begins: filled to the mark, or from mark to mark."""
    first, last, lowest, highest = int(low), int(high), int(start), int(end)
    if not lowest <= first <= last <= highest or lowest == highest:
        raise ValueError(low)
    left, right = _TUBE

    def at(tenths: int) -> float:
        return round(left + (tenths - lowest) / (highest - lowest) * (right - left), 2)

    step = next((one for one in _STEPS if (highest - lowest) / one <= _MOST_STEPS), highest - lowest)
    ticks = range(-(-lowest // step) * step, highest + 1, step)
    scale = "".join(f"M{at(tick)} 13v3" for tick in ticks)
    marks = "".join(f"M{at(mark)} 0l-3 5h6z" for mark in dict.fromkeys((first, last)))
    filled = (at(first), at(last)) if first < last else (8, at(last))
    content = (
        f'<path fill="none" stroke="#000" stroke-width="1" d="M11 7H106.5a2.5 2.5 0 0 1 0 5H11"/>'
        f'<path fill="none" stroke="#000" stroke-width="0.8" d="{scale}"/>'
        f'<path fill="#000" d="M{filled[0]} 8H{filled[1]}V11H{filled[0]}z{_circle(7, 9.5, 5.5)}{marks}"/>'
    )
    width, height = THERMOMETER
    turned = f'<g transform="matrix(-1 0 0 1 {width} 0)">{content}</g>' if direction == RTL else content
    return _svg(width, height, turned)


def _svg(width: int, height: int, content: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
        f"{content}</svg>"
    )


def _filled(corners: Iterable[tuple[int, int]]) -> str:
    """People: a head that touches its shoulders, one shape each."""
    path = "".join(f"{_circle(x + 5, y + 2.8, 2)}M{x + 1.6} {y + 9.5}{_SHOULDERS}" for x, y in corners)
    return f'<path fill="#000" d="{path}"/>' if path else ""


_SHOULDERS = "v-2.6c0-1.7 1.5-2.9 3.4-2.9s3.4 1.2 3.4 2.9v2.6z"


def _empty(corners: Iterable[tuple[int, int]]) -> str:
    """Rings: each row is a line of dots, and on it a line of smaller white ones; a path a ring costs a hundredfold."""
    rows = groupby(corners, key=lambda corner: corner[1])
    lines = [(sorted(x for x, _ in row), y) for y, row in rows]
    path = "".join(f"M{row[0] + 5} {y + 5}H{row[-1] + 5 + _DOT}" for row, y in lines)
    return "".join(_dots(path, paint, width) for paint, width in _RINGS) if path else ""


def _dots(path: str, paint: str, width: float) -> str:
    dots = f'stroke-linecap="round" stroke-dasharray="{_DOT} {_CELL - _DOT}"'
    return f'<path fill="none" stroke="{paint}" stroke-width="{width}" {dots} d="{path}"/>'


def _circle(x: float, y: float, radius: float) -> str:
    r, k = radius, round(radius * _BEZIER, 3)
    return (
        f"M{x - r:g} {y:g}c0 {-k} {r - k:g} {-r} {r} {-r}s{r} {r - k:g} {r} {r}"
        f"s{k - r:g} {r} {-r} {r}s{-r} {k - r:g} {-r} {-r}z"
    )


_DRAWN: Mapping[str, Callable[..., str]] = {
    "people": _people,
    "drops": _drops,
    "thermometer": _thermometer,
    "filled": lambda: _svg(_CELL, _CELL, _filled([(0, 0)])),
    "empty": lambda: _svg(_CELL, _CELL, _empty([(0, 0)])),
}
"""Kinds of pictures, and what draws them from the rest of the name."""
