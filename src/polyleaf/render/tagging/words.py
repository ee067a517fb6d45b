"""Small words of page content: places and exact texts."""

from __future__ import annotations


def place_at(x: float, y: float) -> str:
    """The operator that begins text at a place."""
    return f"1 0 0 -1 {x:.3f} {y:.3f} Tm"


def actual_text(text: str) -> str:
    """A text string (ISO 32000-1, 7.9.2.2)."""
    return f"<feff{text.encode('utf-16-be').hex()}>"
