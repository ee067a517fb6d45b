"""Pictures of other programs, saved as what a page prints: SVG, PNG and JPEG as they are, others as PNG."""

from __future__ import annotations

import io
import warnings

_SVG_HEADS = (b"<svg", b"<?xml", b"<!--")
_MOST_PIXELS = 50_000_000
_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")


def printable(data: bytes) -> tuple[bytes, str] | None:
    """The picture and the ending of its name; None for one that is not read (EMF, WMF, damaged files)."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(_SVG_HEADS) and b"<svg" in data[:65536]:
        return data, "svg"
    from PIL import Image  # noqa: PLC0415 - slow to load

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what Pillow says of odd files is for people who write programs
            with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
                if picture.format in ("PNG", "JPEG", "MPO"):
                    return data, "png" if picture.format == "PNG" else "jpg"
                if picture.width * picture.height > _MOST_PIXELS:
                    return None
                out = io.BytesIO()
                picture.convert("RGBA" if picture.mode in ("P", "LA", "RGBA", "PA") else "RGB").save(out, "PNG")
                return out.getvalue(), "png"
    except Exception:  # noqa: BLE001 - on a broken file Pillow raises whatever its parsers stumble over
        return None
