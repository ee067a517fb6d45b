"""Whether the data of a picture are all there: viewers fill up what is missing, with grey or with whatever comes."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from PIL import Image, ImageFile

from polyleaf.pdf.limits import STREAM_BYTES
from polyleaf.pdf.objects import child, items, name, number

_PIXELS = 200_000_000
"""Pixels of JPEG pictures decoded in one file, a page of A3 at 600 ppi three times. About 4 s of work."""

_DEVICE = {"DeviceGray": 1, "CalGray": 1, "G": 1, "DeviceRGB": 3, "CalRGB": 3, "RGB": 3, "Lab": 3}
_DEVICE |= {"DeviceCMYK": 4, "CMYK": 4, "Indexed": 1, "I": 1, "Separation": 1}
_JPEG = {"DCTDecode", "DCT"}
_JPEG_2000 = (b"\0\0\0\x0cjP  ", b"\xffO\xffQ")
"""How a file and a bare picture begin (ISO/IEC 15444-1)."""
_OTHERS = {"JPXDecode", "JBIG2Decode", "CCITTFaxDecode", "CCF", "Crypt"}
"""Ways to pack that are left to Ghostscript."""


@dataclass(slots=True)
class PictureData:
    """Looks at each picture of a file once."""

    _left: int = _PIXELS
    _known: dict[tuple[int, int], str] = field(default_factory=dict)

    def broken(self, image: Any) -> str:  # noqa: ANN401 - a PDF object is of any type until looked at
        """What is wrong with the data of an image XObject; "" if nothing is, or nobody can say."""
        if not isinstance(image, pikepdf.Stream):
            return ""
        if image.objgen not in self._known:
            self._known[image.objgen] = self._look(image)
        return self._known[image.objgen]

    def broken_objects(self) -> set[int]:
        """Numbers of the objects that are broken pictures."""
        return {number for (number, _), fault in self._known.items() if fault}

    def _look(self, image: pikepdf.Stream) -> str:
        packed = child(image, "/Filter")
        filters = [one for one in (name(packed), *map(name, items(packed))) if one]
        width, height = int(number(child(image, "/Width"))), int(number(child(image, "/Height")))
        if width <= 0 or height <= 0:
            return "it has no size"
        if set(filters) & _OTHERS:
            strange = filters == ["JPXDecode"] and not image.read_raw_bytes().startswith(_JPEG_2000)
            return "its data are no JPEG 2000" if strange else ""
        if filters and filters[-1] in _JPEG:
            return self._look_at_jpeg(image, len(filters), width, height)
        row = _row(image, width)
        if not row or row * height > STREAM_BYTES:
            return ""
        try:
            data = image.read_bytes()
        except pikepdf.PdfError:
            return "its data cannot be unpacked"
        rows = len(data) // row
        return f"its data end after {rows} of {height} rows" if rows < height else ""

    def _look_at_jpeg(self, image: pikepdf.Stream, filters: int, width: int, height: int) -> str:
        self._left -= width * height
        if self._left < 0 or filters > 1:  # packed twice: unpacking it to the JPEG file is left to Ghostscript
            return ""
        data, lenient = image.read_raw_bytes(), ImageFile.LOAD_TRUNCATED_IMAGES
        ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint switches it on
        try:
            with Image.open(io.BytesIO(data), formats=("JPEG",)) as opened:
                size = opened.size
                if size[0] * size[1] > 4 * max(width * height, 1):
                    return f"it says that it has {width} by {height} pixels, and has {size[0]} by {size[1]}"
                if 0 < _components(image) != len(opened.getbands()):
                    return f"its data (JPEG) have {len(opened.getbands())} colours, {_components(image)} are due"
                opened.draft("L", (max(size[0] // 8, 1), max(size[1] // 8, 1)))
                opened.load()
        except Exception:  # noqa: BLE001 - on broken data Pillow raises whatever its parsers stumble over
            return "its data (JPEG) end early or are damaged"
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = lenient
        if size[0] < width or size[1] < height:
            return f"it says that it has {width} by {height} pixels, and has {size[0]} by {size[1]}"
        return ""


def _row(image: pikepdf.Stream, width: int) -> int:
    """Bytes of one row; 0 if they are not known."""
    if child(image, "/ImageMask") is True:
        return (width + 7) // 8
    bits = _components(image) * int(number(child(image, "/BitsPerComponent"), 8))
    return (width * bits + 7) // 8


def _components(image: pikepdf.Stream) -> int:
    """Numbers that a pixel has; 0 if that is not known."""
    space = child(image, "/ColorSpace")
    parts = list(items(space))
    family = name(space) or (name(parts[0]) if parts else "")
    parted = len(parts) > 1
    if family == "ICCBased" and parted:
        return max(0, int(number(child(parts[1], "/N"))))
    if family == "DeviceN" and parted:
        return len(list(items(parts[1])))
    return _DEVICE.get(family, 0)
