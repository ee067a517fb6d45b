"""Follows what a page draws from elsewhere in the file: pictures, forms, gradients."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar

import pikepdf

from polyleaf.model.pdf_facts import Rect
from polyleaf.model.press_facts import Construct
from polyleaf.model.press_paint import ImagePaint, ShadingPaint
from polyleaf.pdf.graphics import Follow
from polyleaf.pdf.objects import child, name, rect
from polyleaf.pdf.paths import common
from polyleaf.pdf.press.image_facts import image_facts, inline_facts, inline_space
from polyleaf.pdf.press.inking import MASK, Inking
from polyleaf.pdf.press.naming import OWN_NAMES, space_name
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
            if child(drawn, "/SMask") is not None and not isinstance(child(drawn, "/SMask"), pikepdf.Stream):
                self._note_missing("SMask of", operands)
            self._image(drawn)
            return
        if kind == "Form" and rect(child(drawn, "/BBox")) is None:
            self._note_missing("BBox of", operands)
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
        if isinstance(space, str) and space not in OWN_NAMES:
            self._named("ColorSpace", [space])
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
