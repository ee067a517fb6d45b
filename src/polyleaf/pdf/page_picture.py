"""One page as a sharp picture for a screen, drawn by PDFium as a browser draws it."""

from __future__ import annotations

import struct
import threading
import zlib
from pathlib import Path

import pypdfium2

from polyleaf.pdf.unreadable import UnreadablePdf

WIDEST = 2_400
"""Most pixels across."""

_TALLEST = 6_000
_CHANNELS = 3
_TURN = threading.Lock()
"""PDFium does one thing at a time in a process."""


def _png(picture: pypdfium2.PdfBitmap) -> bytes:
    """A picture in red, green and blue as PNG (ISO/IEC 15948).

    Each line stands as it is: a page is flat, and to look for the best filter of each, as Pillow does, takes longest.
    """
    across, high, stride = picture.width, picture.height, picture.stride
    rows = memoryview(picture.buffer).cast("B")
    if picture.n_channels != _CHANNELS:
        raise ValueError("it has other colours")
    length = across * _CHANNELS
    lines = b"".join(b"\0" + rows[at : at + length] for at in range(0, high * stride, stride))
    head = struct.pack(">IIBBBBB", across, high, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(lines, 1)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )


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
            return _png(page.render(scale=scale, rev_byteorder=True, maybe_alpha=False))
    except (pypdfium2.PdfiumError, IndexError, ValueError, OSError) as error:
        raise UnreadablePdf(f"{shown_as}: page {number} cannot be drawn: {error}", "Build it again.") from error
