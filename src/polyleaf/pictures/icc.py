"""Colour profiles of screens: made from primaries and a curve, and compared with sRGB (ICC.1:2001-04)."""

from __future__ import annotations

import struct
from collections.abc import Sequence

Matrix = tuple[tuple[float, float, float], ...]
Vector = tuple[float, float, float]

D50: Vector = (0.9642, 1.0, 0.8249)
_BRADFORD: Matrix = ((0.8951, 0.2664, -0.1614), (-0.7502, 1.7135, 0.0367), (0.0389, -0.0685, 1.0296))

SRGB = (0.3127, 0.329, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06)
"""White, red, green and blue of sRGB (IEC 61966-2-1), as x and y each: the order of the cHRM chunk of PNG."""

ADOBE_RGB = (0.3127, 0.329, 0.64, 0.33, 0.21, 0.71, 0.15, 0.06)
"""The same of Adobe RGB (1998)."""

ADOBE_GAMMA = 2.19921875


def screen_profile(primaries: Sequence[float], gamma: float) -> bytes:
    """The ICC profile of a screen.

    Args:
        primaries: White, red, green and blue as x and y each.
        gamma: Exponent from the number to the light.

    Raises:
        ValueError: There is no such screen.
    """
    points = [(x, y) for x, y in zip(primaries[::2], primaries[1::2], strict=True)]
    if len(points) != 4 or any(not y > 0 for _, y in points) or not 0.1 < gamma < 10:  # noqa: PLR2004
        raise ValueError("no such screen")
    white, *lights = [(x / y, 1.0, (1 - x - y) / y) for x, y in points]
    columns = _transposed(lights)
    amounts = _times(_inverse(columns), white)
    mixed = tuple(tuple(value * amount for value, amount in zip(row, amounts, strict=True)) for row in columns)
    red, green, blue = _transposed(_product(_adaptation(white), mixed))
    curve = b"curv" + struct.pack(">4xLH2x", 1, round(gamma * 256))
    words = b"polyleaf"
    tags = {
        b"desc": b"desc" + struct.pack(">4xL", len(words) + 1) + words + bytes(1 + 8 + 3 + 67),
        b"cprt": b"text" + bytes(4) + b"none\0",
        b"wtpt": _xyz(D50),
        b"rXYZ": _xyz(red),
        b"gXYZ": _xyz(green),
        b"bXYZ": _xyz(blue),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    table, body, place = b"", b"", 128 + 4 + 12 * len(tags)
    for tag, data in tags.items():
        table += tag + struct.pack(">LL", place + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    size = place + len(body)
    head = struct.pack(">L4xL4s4s4s12x4s28x", size, 0x02100000, b"mntr", b"RGB ", b"XYZ ", b"acsp")
    head += _xyz(D50)[8:]
    return head.ljust(128, b"\0") + struct.pack(">L", len(tags)) + table + body


def _xyz(color: Vector) -> bytes:
    return b"XYZ " + struct.pack(">4x3l", *(round(value * 65536) for value in color))


def _adaptation(white: Vector) -> Matrix:
    """From light under a white to light under D50 (Bradford)."""
    before, after = _times(_BRADFORD, white), _times(_BRADFORD, D50)
    scale = tuple(to / of for to, of in zip(after, before, strict=True))
    scaled = tuple(tuple(value * by for value in row) for row, by in zip(_BRADFORD, scale, strict=True))
    return _product(_inverse(_BRADFORD), scaled)


def _times(matrix: Sequence[Sequence[float]], vector: Vector) -> Vector:
    x, y, z = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return (x, y, z)


def _product(one: Sequence[Sequence[float]], other: Sequence[Sequence[float]]) -> Matrix:
    columns = _transposed(other)
    return _transposed([_times(one, column) for column in columns])


def _transposed(matrix: Sequence[Sequence[float]]) -> Matrix:
    return tuple((a, b, c) for a, b, c in zip(*matrix, strict=True))


def _inverse(matrix: Sequence[Sequence[float]]) -> Matrix:
    (a, b, c), (d, e, f), (g, h, i) = matrix
    whole = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
    if not whole:
        raise ValueError("no such screen")
    rows = (
        (e * i - f * h, c * h - b * i, b * f - c * e),
        (f * g - d * i, a * i - c * g, c * d - a * f),
        (d * h - e * g, b * g - a * h, a * e - b * d),
    )
    return tuple((x / whole, y / whole, z / whole) for x, y, z in rows)
