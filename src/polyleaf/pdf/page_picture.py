"""One page as a sharp picture for a screen, drawn by PDFium as a browser draws it."""

from __future__ import annotations

import io
import threading
from pathlib import Path

import pypdfium2

from polyleaf.pdf.unreadable import UnreadablePdf

WIDEST = 2_400
"""Most pixels across."""

_TALLEST = 6_000
_TURN = threading.Lock()
"""PDFium does one thing at a time in a process."""


def page_picture(path: Path, number: int, width: int, shown_as: str) -> bytes:
    """A page as PNG.

    Args:
        path: The file.
        number: Of the page, from 1.
        width: In pixels; no more than ``WIDEST`` are drawn.
        shown_as: What to call the file in errors.

    Raises:
        UnreadablePdf: There is no such page, or it cannot be drawn.
    """
    try:
        with _TURN, pypdfium2.PdfDocument(path) as document:
            page = document[number - 1]
            scale = min(min(width, WIDEST) / max(page.get_width(), 1.0), _TALLEST / max(page.get_height(), 1.0))
            picture = page.render(scale=scale, rev_byteorder=True).to_pil()
            data = io.BytesIO()
            picture.convert("RGB").save(data, "PNG", compress_level=1)
            return data.getvalue()
    except (pypdfium2.PdfiumError, IndexError, ValueError, OSError) as error:
        raise UnreadablePdf(f"{shown_as}: page {number} cannot be drawn: {error}", "Build it again.") from error
