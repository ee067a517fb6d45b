"""The door to PDFium: a page as a picture."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2

from polyleaf.pdf.unreadable import UnreadablePdf

_MOST = 2_000
"""Pixels on a side: no file makes a larger picture, whatever size it says it has."""


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
            if not 0 < scale * (trim[3] - trim[1]) <= _MOST or not 0 < scale * page.get_width() <= _MOST:
                raise UnreadablePdf(f"{shown_as} has no size that can be drawn")
            cut = (trim[0] - media[0], trim[1] - media[1], media[2] - trim[2], media[3] - trim[3])
            picture = page.render(scale=scale, crop=cut).to_pil()
            written = io.BytesIO()
            picture.convert("RGB").save(written, "PNG")
            return written.getvalue()
    except (pypdfium2.PdfiumError, ZeroDivisionError, ValueError, OSError) as error:
        raise UnreadablePdf(f"{shown_as} cannot be drawn: {error}", "Build it again.") from error
