"""The file of a font, copied only if somebody asks for it.

WeasyPrint copies the whole file for each size of each font of a document, twenty megabytes for Chinese, and then
subsets what HarfBuzz holds anyway.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from weasyprint.pdf import fonts
from weasyprint.text.ffi import ffi, harfbuzz

from polyleaf.render.insides import Seams

SEAMS: Seams = {"weasyprint.pdf.fonts.get_hb_object_data": ("hb_object", "ot_color", "glyph")}
"""The function we stand in for, as WeasyPrint 70.0 has it."""

real_data: Any = getattr(fonts, "get_hb_object_data", None)


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font file that HarfBuzz holds; with ``bool`` whether there is anything in it."""

    face: Any

    def read(self) -> Any:
        """All of it."""
        return real_data(self.face)

    def piece(self, start: int, count: int) -> bytes:
        """Some bytes of it; fewer if it ends before."""
        blob = harfbuzz.hb_face_reference_blob(self.face)
        try:
            length = ffi.new("unsigned int *")
            data = harfbuzz.hb_blob_get_data(blob, length)
            count = min(count, length[0] - start)
            found: bytes = b"" if data == ffi.NULL or count < 1 else ffi.unpack(data + start, count)
            return found
        finally:
            harfbuzz.hb_blob_destroy(blob)

    def __bool__(self) -> bool:
        return bool(self.piece(0, 1))


def data_of(hb_object: Any, ot_color: str | None = None, glyph: int | None = None) -> Any:
    """WeasyPrint's ``get_hb_object_data``, which leaves whole files where they are."""
    return real_data(hb_object, ot_color, glyph) if ot_color else FontFile(hb_object)


def _content(font: Any) -> Any:
    held = vars(font)["content"]
    if isinstance(held, FontFile):
        held = vars(font)["content"] = held.read()
    return held


def _hold(font: Any, content: Any) -> None:
    vars(font)["content"] = content


def has_postscript_outlines(font: Any) -> bool:
    """Whether a font file, or the first of a collection, has them."""
    held = vars(font)["content"]
    start = int.from_bytes(_piece(held, 12, 4), "big") if _piece(held, 0, 4) == b"ttcf" else 0
    return _piece(held, start, 4) == b"OTTO"


def _piece(held: Any, start: int, count: int) -> bytes:
    found: bytes = held.piece(start, count) if isinstance(held, FontFile) else held[start : start + count]
    return found


def install() -> None:
    """Put them in place."""
    fonts.get_hb_object_data = data_of
    fonts.Font.file_content = property(_content, _hold)
