"""The size of a picture as it is seen: telephones store a photograph lying down and note that it stands."""

from __future__ import annotations

import io

from polyleaf.pictures.colour import FORMATS

_ORIENTATION = 0x0112
_LYING = range(5, 9)
"""Values of the tag that turn a picture by a right angle (Exif 2.3, 4.6.4)."""


def seen_size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels, turned as its camera says; (0, 0) if they cannot be told.

    Args:
        data: A file of one of the ``FORMATS``.
    """
    from PIL import Image  # noqa: PLC0415 - most leaflets have drawings only; Pillow is slow to load

    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
            lying = picture.getexif().get(_ORIENTATION) in _LYING
            return (picture.height, picture.width) if lying else picture.size
    except Exception:  # noqa: BLE001 - on a broken file Pillow raises whatever its parsers stumble over
        return 0, 0
