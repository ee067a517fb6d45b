"""Looks at PNG, JPEG, WebP, GIF and BMP files without trusting them: their size is known before anything is decoded."""

from __future__ import annotations

import io
import warnings

from polyleaf.model.image import ImageProblem
from polyleaf.pictures.colour import FORMATS, eight_bit

RASTER_LIMIT = 64 * 1024 * 1024
"""Most bytes of a picture file."""
SIDE_LIMIT = 20_000
"""Most pixels along one side."""
PIXEL_LIMIT = 50_000_000
"""Most pixels in all: A3 at 600 dpi has 70 million, A4 has 35."""

_KINDS = {"MPO": "jpeg", **{one: one.lower() for one in FORMATS}}  # MPO: a JPEG with further pictures in it

Raster = tuple[str, int, int, ImageProblem | None]
"""Kind, width, height, problem."""


_LOOK_LIMIT = 16_000_000
"""Most pixels of a picture that is looked at for words: A4 at 300 dpi has 9 million."""
_SMALL = 500
_LIGHT = 225
"""Grey level of paper (0 is black)."""


def is_paper(data: bytes) -> bool:
    """Whether a picture is mostly paper with dark strokes: a scan of words, a screenshot, a line drawing.

    Args:
        data: A file that ``look_at_raster`` has found to be right.
    """
    from PIL import Image  # noqa: PLC0415 - as below

    with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(data), formats=FORMATS) as picture:
        if picture.width * picture.height > _LOOK_LIMIT:
            return False
        flat = Image.new("RGBA", picture.size, "white")
        flat.alpha_composite(eight_bit(picture).convert("RGBA"))
        grey = flat.convert("L")
        grey.thumbnail((_SMALL, _SMALL), Image.Resampling.BOX)
        levels = grey.histogram()
    pixels = sum(levels)
    return sum(levels[_LIGHT:]) > 0.6 * pixels and sum(levels[:_LIGHT]) > 0.002 * pixels > 0


def is_moving(data: bytes) -> bool:
    """Whether a picture shows several, one after the other.

    Args:
        data: A file that ``look_at_raster`` has found to be right; a JPEG shows one, whatever else is in it.
    """
    from PIL import Image  # noqa: PLC0415 - as below

    with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(data), formats=FORMATS) as picture:
        return picture.format != "MPO" and getattr(picture, "is_animated", False)


def look_at_raster(data: bytes) -> Raster:
    """What is known of the picture.

    Args:
        data: The whole file.
    """
    from PIL import Image, ImageFile  # noqa: PLC0415 - most leaflets have drawings only; Pillow is slow to load

    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False  # WeasyPrint switches it on
    nothing: Raster = ("", 0, 0, ImageProblem.NOT_AN_IMAGE)
    try:
        with warnings.catch_warnings(action="ignore"):
            with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
                kind, (width, height) = _KINDS[picture.format or ""], picture.size
                if max(width, height) > SIDE_LIMIT or width * height > PIXEL_LIMIT:
                    return kind, width, height, ImageProblem.TOO_LARGE
                if kind == "png":
                    picture.verify()  # the checksums find a file that was cut short
                else:
                    picture.draft("L", (width // 8 or 1, height // 8 or 1))
                    picture.load()
            if kind == "png":  # checksums may be right where the numbers they guard are wrong
                with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
                    picture.load()
            return kind, width, height, None
    except Image.DecompressionBombError:
        return "", 0, 0, ImageProblem.TOO_LARGE
    except Exception:  # noqa: BLE001 - on a broken file Pillow raises whatever its parsers stumble over
        return nothing
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient
