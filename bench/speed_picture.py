"""A table of seconds as bars."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

_ROW, _LEFT, _BAR = 26, 240, 380


def picture(rows: Sequence[tuple[str, float]], title: str) -> str:
    """An SVG drawing: a bar for each row that has a figure; ours, the first, in another colour."""
    shown = [(name, value) for name, value in rows if value]
    most = max(value for _, value in shown)
    height = _ROW * len(shown) + 40
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 700 {height}" font-family="sans-serif" font-size="13"'
        f' role="img"><title>{escape(title)}: '
        + escape("; ".join(f"{name} {value:.1f}" for name, value in shown))
        + "</title>",
        f'<rect width="700" height="{height}" fill="#ffffff"/>',
    ]
    for number, (name, value) in enumerate(shown):
        y, width = 10 + number * _ROW, max(1.0, _BAR * value / most)
        colour = "#003087" if number == 0 else "#5b7fbd"
        parts.append(f'<text x="{_LEFT - 8}" y="{y + 14}" text-anchor="end" fill="#000">{escape(name)}</text>')
        parts.append(f'<rect x="{_LEFT}" y="{y}" width="{width:.1f}" height="18" fill="{colour}"/>')
        parts.append(f'<text x="{_LEFT + width + 6:.1f}" y="{y + 14}" fill="#000">{value:.1f}</text>')
    parts.append(f'<text x="{_LEFT}" y="{height - 10}" fill="#000">{escape(title)}</text></svg>')
    return "\n".join(parts) + "\n"
