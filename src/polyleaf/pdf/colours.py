"""Colours of a PDF as a screen shows them (ISO 32000-1, 8.6). Close enough to tell contrast, not to match a proof."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from polyleaf.model.pdf_facts import Colour, Rgb
from polyleaf.pdf.objects import child, items, name, number

_DEVICE = {1: "DeviceGray", 3: "DeviceRGB", 4: "DeviceCMYK"}
_SHORT = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "CalGray": "DeviceGray", "CalRGB": "DeviceRGB"}
_NESTING = 4
"""Colour spaces inside colour spaces: a separation over a profile over a device space."""

Convert = Callable[[Sequence[float]], Rgb | None]


@dataclass(frozen=True, slots=True)
class Space:
    """A colour space.

    Attributes:
        name: Its family.
        convert: Components to what a screen shows.
    """

    name: str
    convert: Convert

    def colour(self, values: Sequence[float]) -> Colour:
        """The colour of these components."""
        values = tuple(values)
        return Colour(self.name, values, self.convert(values))


def read_space(written: Any, resources: Any, depth: int = 0) -> Space:  # noqa: ANN401 - a PDF object is of any type
    """The colour space of an operand: a name, an array, or a name in ``resources``."""
    family = written.removeprefix("/") if isinstance(written, str) else name(written)
    family = _SHORT.get(family, family)
    if family in DEVICE:
        return DEVICE[family]
    if family and family != "Pattern" and depth < _NESTING:
        found = child(child(resources, "/ColorSpace"), f"/{family}")
        return _unknown(family) if found is None else read_space(found, None, depth + 1)
    parts = list(items(written))
    return _array(name(parts[0]), parts, depth) if parts else _unknown(family or "Pattern")


def _array(family: str, parts: list[Any], depth: int) -> Space:
    if family in _SHORT or family in DEVICE:
        return Space(family, DEVICE[_SHORT.get(family, family)].convert)
    if len(parts) < 2 or depth >= _NESTING:  # noqa: PLR2004 - the family and what it is about
        return _unknown(family)
    if family == "ICCBased":
        device = DEVICE.get(_DEVICE.get(int(number(child(parts[1], "/N"))), ""))
        return Space(family, device.convert) if device else _unknown(family)
    if family == "Lab":
        white = [number(item) for item in items(child(parts[1], "/WhitePoint"))]
        return Space(family, lambda values: _lab(values, white))
    if family in ("Separation", "DeviceN") and len(parts) > 3:  # noqa: PLR2004 - family, names, alternate, function
        return Space(family, _tint(read_space(parts[2], None, depth + 1), parts[3]))
    return _unknown(family)


def _unknown(family: str) -> Space:
    return Space(family, lambda _: None)


def _grey(values: Sequence[float]) -> Rgb | None:
    if not values:
        return None
    level = _bounded(values[0])
    return (level, level, level)


def _rgb(values: Sequence[float]) -> Rgb | None:
    if len(values) != 3:  # noqa: PLR2004
        return None
    red, green, blue = map(_bounded, values)
    return (red, green, blue)


def _cmyk(values: Sequence[float]) -> Rgb | None:
    if len(values) != 4:  # noqa: PLR2004
        return None
    cyan, magenta, yellow, black = map(_bounded, values)
    white = 1 - black
    return ((1 - cyan) * white, (1 - magenta) * white, (1 - yellow) * white)


def _lab(values: Sequence[float], white: Sequence[float]) -> Rgb | None:
    """CIE L*a*b* to sRGB; both white points are taken for the white of the paper."""
    if len(values) != 3 or len(white) != 3:  # noqa: PLR2004
        return None
    middle = (values[0] + 16) / 116
    x, y, z = (
        point**3 if point > 6 / 29 else 3 * (6 / 29) ** 2 * (point - 4 / 29)
        for point in (middle + values[1] / 500, middle, middle - values[2] / 200)
    )
    x, z = x * 0.9505, z * 1.089  # the white of sRGB in place of the space's own
    linear = (
        3.2406 * x - 1.5372 * y - 0.4986 * z,
        -0.9689 * x + 1.8758 * y + 0.0415 * z,
        0.0557 * x - 0.2040 * y + 1.0570 * z,
    )
    red, green, blue = (
        _bounded(12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055)  # noqa: PLR2004 - sRGB's curve
        for part in map(_bounded, linear)
    )
    return (red, green, blue)


def _tint(alternate: Space, function: Any) -> Convert:  # noqa: ANN401 - a PDF object is of any type
    """A spot colour by its exponential function (type 2), the one that is written for solid inks."""
    start = [number(item) for item in items(child(function, "/C0"))] or [0.0]
    end = [number(item) for item in items(child(function, "/C1"))] or [1.0]
    power = number(child(function, "/N"), 1.0)
    known = number(child(function, "/FunctionType"), -1.0) == 2 and len(start) == len(end) and power > 0  # noqa: PLR2004

    def convert(values: Sequence[float]) -> Rgb | None:
        if not known or len(values) != 1:
            return None
        amount = _bounded(values[0]) ** power
        return alternate.convert([low + amount * (high - low) for low, high in zip(start, end, strict=True)])

    return convert


def _bounded(value: float) -> float:
    return min(1.0, max(0.0, value))


DEVICE = {
    "DeviceGray": Space("DeviceGray", _grey),
    "DeviceRGB": Space("DeviceRGB", _rgb),
    "DeviceCMYK": Space("DeviceCMYK", _cmyk),
}
"""The device's own spaces by name."""
