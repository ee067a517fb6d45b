"""Pages as small pictures, drawn by pdfium."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from pathlib import Path

import pypdfium2

WIDTH = 480
"""Pixels across."""

_TALLEST = 2_000
"""Most pixels down: a page may claim to be a kilometre high."""


def thumbnails(path: Path, pages: Iterable[int], width: int = WIDTH) -> Mapping[int, bytes]:
    """Pictures of some pages as PNG, the whole MediaBox each, by page number; what cannot be drawn is left out.

    Args:
        path: The file.
        pages: Page numbers from 1.
        width: Pixels across.
    """
    found: dict[int, bytes] = {}
    try:
        with pypdfium2.PdfDocument(path) as document:
            for number in pages:
                page = document[number - 1]
                page.set_cropbox(*page.get_mediabox())
                scale = min(width / max(page.get_width(), 1.0), _TALLEST / max(page.get_height(), 1.0))
                picture = page.render(scale=scale).to_pil()
                data = io.BytesIO()
                picture.convert("RGB").quantize(64).save(data, "PNG", optimize=True)
                found[number] = data.getvalue()
    except (pypdfium2.PdfiumError, IndexError, ValueError, OSError):
        return found
    return found
