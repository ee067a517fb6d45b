"""Pictures in the colours of screens: what has another profile, or numbers of 16 bits, is turned into sRGB of 8.

The layout engine copies the numbers of a picture and drops its profile, and press files are made from what it wrote.
"""

from __future__ import annotations

import io
import struct
import warnings
from array import array
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from polyleaf.pictures.bare import bare, is_usual
from polyleaf.pictures.icc import ADOBE_GAMMA, ADOBE_RGB, SRGB, screen_profile

if TYPE_CHECKING:
    from PIL import Image, ImageCms

FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP")
"""What is read, as Pillow calls it; the last three are printed as PNG, photographs as JPEG."""

_PRINTED = ("PNG", "JPEG", "MPO")  # MPO: from cameras
_LOSSY_WEBP = b"VP8 "

_DEEP = ("I;16", "I;16B", "I;16L", "I")
"""Grey of 16 bits, as Pillow calls it."""

_USUAL_GAMMA = 0.45455
_SAME = 2
"""Steps of 255 that a colour may move: a profile that moves none further is sRGB."""

_NEAR = 0.005
_EXIF, _COLOUR_SPACE, _INTEROPERABILITY, _INDEX = 0x8769, 0xA001, 0xA005, 1
_ADOBE_SPACE, _ADOBE_INDEX = 2, "R03"
"""How cameras say that a picture is in Adobe RGB without a profile (DCF 2.0; Exif 2.3, 4.6.5)."""

_QUALITY = 95
_COMPONENTS = {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK"}
_SRGB_CODES = (1, 13)
"""Primaries and curve of sRGB in the cICP chunk of PNG (ITU-T H.273)."""


def eight_bit(picture: Image.Image) -> Image.Image:
    """The picture with at most 8 bits for a component; a colour that stands for nothing becomes an alpha channel."""
    if picture.mode in _DEEP:
        from PIL import Image  # noqa: PLC0415 - as below

        clear = picture.info.get("transparency")
        grey = picture.point(lambda value: value * (1 / 257)).convert("L")
        if not isinstance(clear, int):
            return grey
        numbers = array("i", picture.convert("I").tobytes())
        alpha = Image.frombytes("L", picture.size, bytes(0 if number == clear else 255 for number in numbers))
        return Image.merge("LA", (grey, alpha))
    if picture.mode == "P" or "transparency" in picture.info:
        return picture.convert("RGBA" if "transparency" in picture.info else "RGB")
    return picture


def colour_fault(data: bytes) -> str:
    """Why the colours of a picture cannot be told from its file; "" if they can.

    Args:
        data: A file of one of the ``FORMATS`` that can be opened.
    """
    from PIL import Image, ImageCms  # noqa: PLC0415 - most leaflets have drawings only; Pillow is slow to load

    if _cicp(data) not in (None, _SRGB_CODES):
        return "its colours are those of a television (cICP)"
    with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(data), formats=FORMATS) as picture:
        if picture.format in ("JPEG", "MPO") and picture.mode == "CMYK" and "adobe" not in picture.info:
            return "its inks may be meant the other way round (a JPEG in inks without the mark of Adobe)"
        profile = picture.info.get("icc_profile")
        if not profile:
            return ""
        try:
            kind = ImageCms.ImageCmsProfile(io.BytesIO(profile)).profile.xcolor_space.strip()
            if kind in _COMPONENTS:
                _transform(profile, _COMPONENTS[kind])
        except Exception:  # noqa: BLE001 - LittleCMS and its wrapper raise many things at a broken profile
            return "its colour profile is damaged"
    return ""


@lru_cache(maxsize=4)
def in_screen_colours(data: bytes) -> bytes:
    """The picture as PNG or JPEG in sRGB with 8 bits; the same bytes if it is that already and no more, or is damaged.

    Args:
        data: A file of one of the ``FORMATS``; of several pictures in it the first.
    """
    from PIL import Image, ImageOps  # noqa: PLC0415 - as above

    try:
        with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(data), formats=FORMATS) as picture:
            deep, profile = picture.mode in _DEEP, _profile(picture)
            as_it_is = picture.format in _PRINTED and not deep and is_usual(data)
            if as_it_is and profile is None:
                return bare(data)
            lossy = picture.format == "WEBP" and picture.mode == "RGB" and _LOSSY_WEBP in data[:4096]
            photograph = lossy or picture.format in ("JPEG", "MPO")
            turned = _seen(eight_bit(ImageOps.exif_transpose(picture) or picture), picture)
            done = turned if profile is None else _converted(turned, profile)
            if done is None or (done is turned and as_it_is):
                return bare(data)
    except Exception:  # noqa: BLE001 - on broken files Pillow and LittleCMS raise whatever they stumble over
        return data
    written = io.BytesIO()
    done.info.clear()
    if photograph:
        done.save(written, "JPEG", quality=_QUALITY, subsampling=0)
    else:
        done.save(written, "PNG")
    return written.getvalue()


def _seen(picture: Image.Image, opened: Image.Image) -> Image.Image:
    """The picture; of a GIF that is smaller than its sheet, the rest of the sheet is clear, as browsers show it."""
    box = getattr(opened, "dispose_extent", None) if opened.format == "GIF" else None
    if box is None or tuple(box) == (0, 0, *opened.size):
        return picture
    from PIL import Image  # noqa: PLC0415 - as above

    clear = Image.new("RGBA", picture.size)
    clear.paste(picture.convert("RGBA").crop(box), box[:2])
    return clear


def _converted(picture: Image.Image, profile: bytes) -> Image.Image | None:
    """The picture in sRGB; as it is if the profile is for other components, None if it cannot be turned."""
    from PIL import Image, ImageCms  # noqa: PLC0415 - as above

    kind = ImageCms.ImageCmsProfile(io.BytesIO(profile)).profile.xcolor_space.strip()
    mode = _COMPONENTS.get(kind, "")
    alpha = picture.getchannel("A") if picture.mode in ("LA", "RGBA") else None
    plain = picture.convert(picture.mode.removesuffix("A")) if alpha is not None else picture
    if mode == "RGB" and plain.mode == "L":  # grey in a profile of three colours: the same of each
        plain = plain.convert("RGB")
    elif plain.mode != mode:
        return picture
    done = ImageCms.applyTransform(plain, _transform(profile, mode))
    if done is None:
        return None
    if picture.mode in ("L", "LA"):
        done = done.getchannel("G")
    return done if alpha is None else Image.merge(f"{done.mode}A", (*done.split(), alpha))


def _profile(picture: Image.Image) -> bytes | None:
    """The profile that the colours of a picture need; None if they are sRGB, or nobody can say."""
    from PIL import ImageCms  # noqa: PLC0415 - as above

    info = picture.info
    found = info.get("icc_profile")
    try:
        if not found and "srgb" not in info:
            found = _by_chunks(picture) or _by_camera(picture)
        if not found:
            return None
        kind = ImageCms.ImageCmsProfile(io.BytesIO(found)).profile.xcolor_space.strip()
        if kind not in _COMPONENTS or (kind in ("RGB", "GRAY") and _is_srgb(found, _COMPONENTS[kind])):
            return None
    except Exception:  # noqa: BLE001 - as above
        return None
    return bytes(found)


def _by_chunks(picture: Image.Image) -> bytes | None:
    """A profile from the chunks gAMA and cHRM of a PNG file."""
    gamma, points = picture.info.get("gamma"), picture.info.get("chromaticity")
    usual_curve = not gamma or abs(gamma - _USUAL_GAMMA) < _NEAR
    usual_points = not points or max(abs(a - b) for a, b in zip(points, SRGB, strict=True)) < _NEAR
    if usual_curve and usual_points:
        return None
    return screen_profile(points or SRGB, 1 / (gamma or _USUAL_GAMMA))


def _by_camera(picture: Image.Image) -> bytes | None:
    """Adobe RGB, where a camera says so in its own way."""
    exif = picture.getexif()
    if not exif:
        return None
    own, index = exif.get_ifd(_EXIF), exif.get_ifd(_EXIF).get(_INTEROPERABILITY)
    said = index.get(_INDEX) if isinstance(index, dict) else exif.get_ifd(_INTEROPERABILITY).get(_INDEX)
    said = said.decode("ascii", "replace") if isinstance(said, bytes) else str(said)
    if own.get(_COLOUR_SPACE) == _ADOBE_SPACE or said.rstrip("\0 ") == _ADOBE_INDEX:
        return screen_profile(ADOBE_RGB, ADOBE_GAMMA)
    return None


def _is_srgb(profile: bytes, mode: str) -> bool:
    """Whether a profile leaves the numbers of colours as they are."""
    from PIL import Image, ImageCms  # noqa: PLC0415 - as above

    levels = (0, 32, 64, 96, 128, 160, 192, 224, 255)
    colours = [(level,) * len(mode) for level in levels] if mode == "L" else list(_cube(levels[::2]))
    patches = Image.frombytes(mode, (len(colours), 1), bytes(part for colour in colours for part in colour))
    done = ImageCms.applyTransform(patches, _transform(profile, mode))
    if done is None:
        return False
    after = done.tobytes() if mode == "RGB" else done.getchannel("G").tobytes()
    return all(abs(a - b) <= _SAME for a, b in zip(patches.tobytes(), after, strict=True))


def _cube(levels: tuple[int, ...]) -> Iterator[tuple[int, int, int]]:
    return ((red, green, blue) for red in levels for green in levels for blue in levels)


@lru_cache(maxsize=8)
def _transform(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform:
    """From the colours of a profile to sRGB, relative colorimetric, black points matched."""
    from PIL import ImageCms  # noqa: PLC0415 - as above

    return ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(io.BytesIO(profile)),
        ImageCms.createProfile("sRGB"),
        mode,
        "RGB",
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )


def _cicp(data: bytes) -> tuple[int, int] | None:
    """Primaries and curve of the cICP chunk of a PNG file."""
    if not data.startswith(b"\x89PNG\r\n\x1a\n"):
        return None
    place = 8
    while place + 12 <= len(data):
        size, kind = struct.unpack_from(">L4s", data, place)
        if kind == b"cICP" and size >= 2:  # noqa: PLR2004 - two of its four bytes
            return data[place + 8], data[place + 9]
        if kind in (b"IDAT", b"IEND"):
            return None
        place += 12 + size
    return None
