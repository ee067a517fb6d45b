"""Transformations of the plane as PDF writes them (ISO 32000-1, 8.3.4)."""

from __future__ import annotations

from polyleaf.model.pdf_facts import Rect

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def multiply(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does ``first``, then ``then``."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def bounds(matrix: Matrix, left: float, bottom: float, right: float, top: float) -> Rect:
    """The upright rectangle around a transformed one."""
    a, b, c, d, e, f = matrix
    if not b and not c:  # nearly every text
        left, right, bottom, top = a * left + e, a * right + e, d * bottom + f, d * top + f
        if right < left:
            left, right = right, left
        return (left, top, right, bottom) if top < bottom else (left, bottom, right, top)
    across = [a * x + c * y + e for x in (left, right) for y in (bottom, top)]
    up = [b * x + d * y + f for x in (left, right) for y in (bottom, top)]
    return (min(across), min(up), max(across), max(up))
