"""Follows what a page draws from elsewhere in the file: pictures, forms, gradients."""

from __future__ import annotations

from dataclasses import replace
from math import hypot, isfinite
from typing import Any, ClassVar

import pikepdf

from polyleaf.model.pdf_facts import Rect
from polyleaf.model.press_facts import Construct
from polyleaf.model.press_paint import ImagePaint, ShadingPaint
from polyleaf.pdf.graphics import Follow
from polyleaf.pdf.matrix import Matrix, bounds
from polyleaf.pdf.objects import child, items, name, number
from polyleaf.pdf.paths import common
from polyleaf.pdf.press.inking import MASK, Inking
from polyleaf.pdf.press.naming import base_name, named_space, space_name
from polyleaf.pdf.press.press_library import PressLibrary
from polyleaf.pdf.press.shapes import Shapes
from polyleaf.pdf.tokens import Operand

_HELD = (
    (Construct.OPI, "/OPI"),
    (Construct.ALTERNATES, "/Alternates"),
    (Construct.REFERENCE, "/Ref"),
    (Construct.REFERENCE, "/F"),
    (Construct.POSTSCRIPT, "/PS"),
)
"""Entries of forms and pictures that a print file must not have."""

_INLINE = (("/W", "/Width"), ("/H", "/Height"), ("/BPC", "/BitsPerComponent"))


class Picturing(Inking):
    """Interprets the content of one page.

    Args:
        library: What the pages of the file share.
        page: The page's box.

    Attributes:
        shapes: Shapes and lines.
        images, shadings: Pictures and gradients.
        blend_spaces: Names that were met, as the keys of a dictionary, in order.
    """

    def __init__(self, library: PressLibrary, page: Rect) -> None:
        super().__init__(library, page)
        self.shapes = Shapes(library)
        self.drawing = self.shapes
        self.images: list[ImagePaint] = []
        self.shadings: list[ShadingPaint] = []
        self.blend_spaces: dict[str, None] = {}

    def _seen(self, box: Rect) -> Rect:
        """Where something of this box is seen."""
        return self.shapes.place or common(box, self._state.clip) or box

    def _paint_tiles(self, box: Rect, *, fill: bool, stroke: bool) -> None:
        """Something is painted in the colours that are set: whoever draws patterns looks at them."""

    def _press_shading(self, operands: list[Operand]) -> None:
        shading = self._named("Shading", operands)
        if shading is not None:
            self._note_shading(shading, self._seen(self._page))

    def _note_shading(self, shading: Any, box: Rect) -> None:  # noqa: ANN401
        space = child(shading, "/ColorSpace")
        self._note_space(space)
        if not self._in_mask:
            self.shadings.append(ShadingPaint(box, space_name(space)))
            if self.shapes.place is None:
                self.shapes.ground.lay(box)

    def _press_draw(self, operands: list[Operand]) -> None:
        drawn = self._named("XObject", operands)
        kind = name(child(drawn, "/Subtype"))
        for construct, key in _HELD:
            if child(drawn, key) is not None:
                self._hold(construct, operands[-1][1:] if isinstance(operands[-1], str) else "")
        if kind == "PS" or name(child(drawn, "/Subtype2")) == "PS":
            self._hold(Construct.POSTSCRIPT, str(operands[-1])[1:])
        if kind == "Image":
            self._image(drawn)
            return
        group = child(drawn, "/Group")
        if name(child(group, "/S")) == "Transparency":
            self.transparent = True
            if space := space_name(child(group, "/CS")):
                self.blend_spaces[space] = None
        self._draw(operands)

    def _image(self, image: Any) -> None:  # noqa: ANN401
        self._note_space(child(image, "/ColorSpace"))
        self.transparent |= child(image, "/SMask") is not None
        broken = self._shared.pictures.broken(image)
        found = image_facts(image, self._state.ctm, broken)
        self._note_image(found)
        if found is not None and found.stencil:
            self._paint_tiles(self._seen(found.box), fill=True, stroke=False)
        for key in ("/SMask", "/Mask"):
            mask = child(image, key)
            if found is not None and isinstance(mask, pikepdf.Stream):
                own = image_facts(mask, self._state.ctm, self._shared.pictures.broken(mask))
                if own is not None and (own.ppi < found.ppi or (own.broken and not broken)):
                    self._note_image(replace(own, space=MASK.space, base=MASK.space))

    def _inline_image(self, operands: list[Operand]) -> None:
        space = inline_space(operands, self._resources)
        self._note_space(space)
        self._note_image(inline_facts(operands, space, self._state.ctm))

    def _note_image(self, found: ImagePaint | None) -> None:
        if found is None or not self._library.spend_shape():
            return
        if self._in_mask:
            found = replace(found, space=MASK.space, base=MASK.space)
        self.images.append(replace(found, box=self._seen(found.box)))
        if self.shapes.place is None and not self._in_mask:
            self.shapes.ground.lay(self._seen(found.box))

    OPERATORS: ClassVar[dict[bytes, Follow]] = {
        **Inking.OPERATORS,
        b"sh": _press_shading,
        b"Do": _press_draw,
        b"ID": _inline_image,
    }


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
    """An inline image: of its abbreviated dictionary, what stands after the last truth value is known."""
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
