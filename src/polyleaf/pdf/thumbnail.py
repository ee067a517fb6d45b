"""The door to PDFium: pages as small pictures."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from pathlib import Path

import pypdfium2

from polyleaf.pdf.unreadable import UnreadablePdf

WIDTH = 480
"""Pixels across."""

_TALLEST = 2_000
"""Most pixels on a side: a page may claim to be a kilometre high."""


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


def first_page(path: Path, shown_as: str, width: int) -> bytes:
    """The first page, cut to its trim size, as a PNG picture.

    Args:
        path: The file.
        shown_as: What to call it in errors.
        width: In pixels.

    Raises:
        UnreadablePdf: It cannot be drawn.
    """
    try:
        with pypdfium2.PdfDocument(path) as document:
            page = document[0]
            media, trim = page.get_mediabox(), page.get_trimbox()
            scale = width / (trim[2] - trim[0])
            if not 0 < scale * (trim[3] - trim[1]) <= _TALLEST or not 0 < scale * page.get_width() <= _TALLEST:
                raise UnreadablePdf(f"{shown_as} has no size that can be drawn")
            cut = (trim[0] - media[0], trim[1] - media[1], media[2] - trim[2], media[3] - trim[3])
            picture = page.render(scale=scale, crop=cut).to_pil()
            written = io.BytesIO()
            picture.convert("RGB").save(written, "PNG")
            return written.getvalue()
    except (pypdfium2.PdfiumError, ZeroDivisionError, ValueError, OSError) as error:
        raise UnreadablePdf(f"{shown_as} cannot be drawn: {error}", "Build it again.") from error
