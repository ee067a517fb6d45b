"""Goes through everything that pages draw from - forms, pictures, gradients, patterns, masks - and turns it into inks."""

from __future__ import annotations

from typing import Any

import pikepdf

from polyleaf.pdf.limits import FORM_DEPTH
from polyleaf.pdf.objects import child, items, name, number, unpacked
from polyleaf.pdf.press.gradients import convert_gradient
from polyleaf.pdf.press.palette import MaskPalette, Palette
from polyleaf.pdf.press.pictures import convert_picture
from polyleaf.pdf.press.refusal import PressRefusal
from polyleaf.pdf.press.repaint import KNOCK_OUT, OVERPRINT, repaint
from polyleaf.pdf.press.spaces import source_of

_TILING = 1


class Converter:
    """Converts the resources of one file; what is shared is converted once.

    Args:
        pdf: The file.
        palette: Where colours go.

    Attributes:
        transparent: Whether anything transparent was met.
    """

    def __init__(self, pdf: pikepdf.Pdf, palette: Palette) -> None:
        self.transparent = False
        self._palette = palette
        self._done: set[tuple[int, int]] = set()
        self._named_spaces: list[pikepdf.Dictionary] = []
        self._states = {
            OVERPRINT: pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.ExtGState, OP=False, op=True, OPM=1)),
            KNOCK_OUT: pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.ExtGState, OP=False, op=False, OPM=1)),
        }

    def resources(self, resources: Any, palette: Palette | None = None, depth: int = 0) -> None:  # noqa: ANN401 - a PDF object
        """Convert what a resource dictionary names, and give it the graphics states of black text.

        Raises:
            PressRefusal: Something in it cannot be turned into inks.
        """
        if not isinstance(resources, pikepdf.Dictionary) or self._seen(resources):
            return
        if depth > FORM_DEPTH:
            raise PressRefusal("forms stand inside forms too deep")
        palette = palette or self._palette
        for drawn in _values(resources, "/XObject"):
            if name(child(drawn, "/Subtype")) == "Form":
                self._form(drawn, palette, depth)
            elif isinstance(drawn, pikepdf.Stream) and not self._seen(drawn):
                self._image(drawn, palette)
        for shading in _values(resources, "/Shading"):
            if not self._seen(shading):
                convert_gradient(shading, palette)
        for pattern in _values(resources, "/Pattern"):
            self._pattern(pattern, palette, depth)
        for state in _values(resources, "/ExtGState"):
            self._state(state, depth)
        for font in _values(resources, "/Font"):
            self._letters(font, palette, depth)
        states = child(resources, "/ExtGState")
        if states is None:
            states = resources["/ExtGState"] = pikepdf.Dictionary()
        for key, state in self._states.items():
            states[key.decode()] = state
        self._named_spaces.append(resources)

    def finish(self) -> None:
        """Remove the colour spaces that resources name: every colour is in a device space now, and names none."""
        for resources in self._named_spaces:
            if "/ColorSpace" in resources:
                del resources["/ColorSpace"]

    def content(self, stream: pikepdf.Stream, palette: Palette, depth: int) -> None:
        """Convert the content of a form, pattern or letter, in place."""
        content, resources = unpacked(stream, "the content of a form"), child(stream, "/Resources")
        stream.write(repaint(content, resources, palette))
        self.resources(resources, palette, depth + 1)

    def _form(self, form: Any, palette: Palette, depth: int) -> None:  # noqa: ANN401
        if self._seen(form):
            return
        group = child(form, "/Group")
        if group is not None:
            self.transparent = True
            if child(group, "/CS") is not None:
                group.CS = pikepdf.Name(f"/{palette.space}")
        for key in ("/StructParent", "/StructParents", "/OC", "/PieceInfo", "/LastModified"):
            if key in form:
                del form[key]
        self.content(form, palette, depth)

    def _image(self, image: pikepdf.Stream, palette: Palette) -> None:
        if child(image, "/SMask") is not None:
            self.transparent = True
        for key in ("/StructParent", "/OC", "/Metadata", "/Alternates", "/OPI"):
            if key in image:
                del image[key]
        convert_picture(image, palette)

    def _pattern(self, pattern: Any, palette: Palette, depth: int) -> None:  # noqa: ANN401
        if self._seen(pattern):
            return
        if child(pattern, "/Shading") is not None:
            if not self._seen(pattern.Shading):
                convert_gradient(pattern.Shading, palette)
        elif isinstance(pattern, pikepdf.Stream) and int(number(child(pattern, "/PaintType"), 1.0)) == _TILING:
            self.content(pattern, palette, depth)

    def _state(self, state: Any, depth: int) -> None:  # noqa: ANN401
        if number(child(state, "/ca"), 1.0) < 1 or number(child(state, "/CA"), 1.0) < 1:
            self.transparent = True
        if name(child(state, "/BM")) not in ("", "Normal", "Compatible"):
            self.transparent = True
        mask = child(state, "/SMask")
        if not isinstance(mask, pikepdf.Dictionary) or self._seen(mask):
            return
        self.transparent = True
        lightness = MaskPalette() if name(child(mask, "/S")) == "Luminosity" else self._palette
        if "/BC" in mask and lightness is not self._palette:
            backdrop = [number(item) for item in items(mask.BC)]
            source = source_of(child(child(child(mask, "/G"), "/Group"), "/CS"))
            mask.BC = pikepdf.Array(lightness.converted(source, backdrop))
        self._form(child(mask, "/G"), lightness, depth)

    def _letters(self, font: Any, palette: Palette, depth: int) -> None:  # noqa: ANN401
        """The drawings of a Type 3 font."""
        if name(child(font, "/Subtype")) != "Type3" or self._seen(font):
            return
        resources = child(font, "/Resources")
        for letter in _values(font, "/CharProcs"):
            if isinstance(letter, pikepdf.Stream) and not self._seen(letter):
                letter.write(repaint(unpacked(letter, "a letter"), resources, palette))
        self.resources(resources, palette, depth + 1)

    def _seen(self, thing: Any) -> bool:  # noqa: ANN401
        """Whether an indirect object was met before; direct ones belong to one place only."""
        if not thing.is_indirect:
            return False
        if thing.objgen in self._done:
            return True
        self._done.add(thing.objgen)
        return False


def _values(resources: Any, key: str) -> list[Any]:  # noqa: ANN401
    found = child(resources, key)
    return [found[entry] for entry in found.keys()] if isinstance(found, pikepdf.Dictionary) else []  # noqa: SIM118 - a PDF dictionary does not iterate
