"""Pictures made of pixels, as a press sees them."""

from __future__ import annotations

from math import hypot, isfinite
from typing import Any

from polyleaf.model.pdf_facts import Rect
from polyleaf.model.press_paint import ImagePaint
from polyleaf.pdf.matrix import Matrix, bounds
from polyleaf.pdf.objects import child, items, name, number
from polyleaf.pdf.press.naming import base_name, named_space, space_name
from polyleaf.pdf.tokens import Operand

_INLINE = (("/W", "/Width"), ("/H", "/Height"), ("/BPC", "/BitsPerComponent"))


def placed(ctm: Matrix, width: int, height: int) -> tuple[Rect, float] | None:
    """Where a picture of so many pixels stands, and its pixels in an inch; None outside every coordinate system."""
    a, b, c, d, _, _ = ctm
    box, across, up = bounds(ctm, 0, 0, 1, 1), hypot(a, b), hypot(c, d)
    if not all(map(isfinite, (*box, across, up))):
        return None
    return box, min(width * 72 / across if across else 0.0, height * 72 / up if up else 0.0)


def image_facts(image: Any, ctm: Matrix, broken: str) -> ImagePaint | None:  # noqa: ANN401 - a PDF object
    """What is known of an image XObject."""
    stencil = child(image, "/ImageMask") is True
    space, packed = child(image, "/ColorSpace"), child(image, "/Filter")
    width, height = int(number(child(image, "/Width"))), int(number(child(image, "/Height")))
    found = placed(ctm, width, height)
    return found and ImagePaint(
        box=found[0],
        width=width,
        height=height,
        bits=1 if stencil else int(number(child(image, "/BitsPerComponent"), 8)),
        space="" if stencil else space_name(space),
        base="" if stencil else base_name(space),
        ppi=found[1],
        stencil=stencil,
        filters=tuple(filter(None, (name(packed), *map(name, items(packed))))),
        broken=broken,
    )


def inline_space(operands: list[Operand], resources: Any) -> Any:  # noqa: ANN401
    """The colour space of an inline image, which may stand in the resources under a name."""
    found = _entries(operands)
    return named_space(found.get("/CS", found.get("/ColorSpace")), resources)


def inline_facts(operands: list[Operand], space: Any, ctm: Matrix) -> ImagePaint | None:  # noqa: ANN401
    """An inline image, by its abbreviated dictionary."""
    found = _entries(operands)
    width, height, bits = (found.get(short, found.get(long)) for short, long in _INLINE)
    family = (
        {"/G": "DeviceGray", "/RGB": "DeviceRGB", "/CMYK": "DeviceCMYK"}.get(space, space[1:])
        if isinstance(space, str)
        else space_name(space)
    )
    place = placed(ctm, int(number(width)), int(number(height)))
    return place and ImagePaint(
        box=place[0],
        width=int(number(width)),
        height=int(number(height)),
        bits=int(number(bits, 1)),
        space=family,
        base=family,
        ppi=place[1],
        stencil=not family,
        filters=(),
    )


def _entries(operands: list[Operand]) -> dict[str, Operand]:
    return {key: value for key, value in zip(operands[::2], operands[1::2], strict=False) if isinstance(key, str)}
