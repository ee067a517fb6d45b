"""Contrast of two colours (WCAG 2.2), each red, green, blue from 0 to 1."""

from __future__ import annotations

from polyleaf.model.pdf_facts import Rgb


def ratio(one: Rgb | None, other: Rgb | None) -> float:
    """Contrast ratio of two colours, 1 to 21; NaN if one is not known."""
    if one is None or other is None:
        return float("nan")
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Rgb) -> float:
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour)  # noqa: PLR2004 - sRGB's curve
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
