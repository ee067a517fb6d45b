"""Pictures made of pixels: their colours become inks."""

from __future__ import annotations

import io
import zlib
from typing import Any

import pikepdf
from PIL import Image

from polyleaf.pdf.objects import child, items, name, number
from polyleaf.pdf.press.palette import Palette, Source
from polyleaf.pdf.press.refusal import PressRefusal
from polyleaf.pdf.press.spaces import source_of

_MOST_PIXELS = 100_000_000
"""A page of A3 at 600 ppi has 70 million."""

_QUALITY = 95
_BYTE = 8


def convert_picture(picture: pikepdf.Stream, palette: Palette) -> None:
    """Turn the colours of an image XObject into inks, in place; masks stay as they are.

    Raises:
        PressRefusal: Its colour space cannot be turned into inks, or it cannot be unpacked.
    """
    if child(picture, "/ImageMask") is True:
        return
    if isinstance(child(picture, "/Mask"), pikepdf.Array):
        raise PressRefusal(
            "a picture has a see-through colour", "Save it with a transparent background (PNG with alpha)."
        )
    space = child(picture, "/ColorSpace")
    parts = list(items(space))
    if parts and name(parts[0]) == "Indexed":
        _convert_palette(picture, parts, palette)
        return
    source = source_of(space)
    if source is Source.GRAY:
        picture.ColorSpace = pikepdf.Name.DeviceGray
    elif source is Source.CMYK and palette.keeps_inks:
        picture.ColorSpace = pikepdf.Name.DeviceCMYK
    else:
        _convert_pixels(picture, palette)


def _convert_palette(picture: pikepdf.Stream, parts: list[Any], palette: Palette) -> None:
    """The colours of an indexed picture, without touching its pixels."""
    source = source_of(parts[1])
    size = {Source.GRAY: 1, Source.RGB: 3, Source.CMYK: 4}.get(source)
    table = parts[3].read_bytes() if isinstance(parts[3], pikepdf.Stream) else bytes(parts[3])
    if size is None:
        raise PressRefusal("a picture with few colours has them in Lab")
    colours = (table[place : place + size] for place in range(0, len(table) // size * size, size))
    converted = [palette.converted(source, [byte / 255 for byte in colour], exact=True) for colour in colours]
    data = b"".join(bytes(round(255 * part) for part in colour) for colour in converted)
    picture.ColorSpace = pikepdf.Array(
        [pikepdf.Name.Indexed, pikepdf.Name(f"/{palette.space}"), int(number(parts[2])), pikepdf.String(data)]
    )


def _convert_pixels(picture: pikepdf.Stream, palette: Palette) -> None:
    width, height = int(number(child(picture, "/Width"))), int(number(child(picture, "/Height")))
    if not 0 < width * height <= _MOST_PIXELS:
        raise PressRefusal(f"a picture has {width} times {height} pixels")
    photograph = "/DCTDecode" in str(child(picture, "/Filter"))
    try:
        pixels = pikepdf.PdfImage(picture).as_pil_image()
    except Exception as error:  # whatever is wrong with its data
        raise PressRefusal(f"a picture cannot be unpacked: {error}", "Save it again as PNG or JPEG.") from error
    done = palette.picture(pixels if pixels.mode == "CMYK" else pixels.convert("RGB"))
    if child(picture, "/Decode") is not None:
        del picture["/Decode"]
    data, packed = _packed(done, photograph=photograph)
    picture.write(data, filter=packed)
    if photograph and done.mode == "CMYK":
        picture.Decode = pikepdf.Array([1, 0] * 4)  # JPEG files hold inks the other way round (Adobe TN 5116)
    picture.ColorSpace = pikepdf.Name.DeviceGray if done.mode == "L" else pikepdf.Name.DeviceCMYK
    picture.BitsPerComponent = _BYTE


def _packed(pixels: Image.Image, *, photograph: bool) -> tuple[bytes, pikepdf.Name]:
    """The data of a picture: as JPEG what came as JPEG, else without loss."""
    if photograph:
        packed = io.BytesIO()
        pixels.save(packed, "JPEG", quality=_QUALITY, subsampling=0)
        return packed.getvalue(), pikepdf.Name.DCTDecode
    return zlib.compress(pixels.tobytes(), 6), pikepdf.Name.FlateDecode
