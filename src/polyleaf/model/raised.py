"""Raised and lowered figures, as signs that are raised and lowered by themselves."""

from __future__ import annotations

RAISED_SIGNS = {
    "sup": str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻"),
    "sub": str.maketrans("0123456789+-−–", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋"),
}
"""By the names that HTML has for both."""
