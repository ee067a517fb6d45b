"""Goes through all that pages draw from (forms, pictures, gradients, patterns, masks) and turns it into inks."""

from __future__ import annotations

from typing import Any

import pikepdf

from polyleaf.pdf.limits import FORM_DEPTH
from polyleaf.pdf.objects import child, items, name, number, unpacked
from polyleaf.pdf.press.gradients import convert_gradient
from polyleaf.pdf.press.palette import MaskPalette, Palette
from polyleaf.pdf.press.pictures import convert_picture
from polyleaf.pdf.press.refusal import PressRefusal
from polyleaf.pdf.press.repaint import STATES, repaint
from polyleaf.pdf.press.spaces import source_of

_COLOURED = 1
"""Paint type of a pattern that has colours of its own."""


class Converter:
    """Converts the resources of one file; what is shared is converted once.

    Args:
        pdf: The file.
        palette: Where colours go.

    Attributes:
        transparent: Whether anything transparent was met.
        overprint_states: The graphics states of black text and lines, by the names that content has for them.
    """

    def __init__(self, pdf: pikepdf.Pdf, palette: Palette) -> None:
        self.transparent = False
        self._palette = palette
        self._done: set[tuple[int, int]] = set()
        self._named_spaces: list[pikepdf.Dictionary] = []
        self.overprint_states = pikepdf.Dictionary(
            {
                state.decode(): pdf.make_indirect(
                    pikepdf.Dictionary(Type=pikepdf.Name.ExtGState, OP=line, op=over, OPM=1)
                )
                for (over, line), state in STATES.items()
            }
        )

    def resources(self, resources: Any, palette: Palette | None = None, depth: int = 0) -> None:  # noqa: ANN401 - a PDF object
        """Convert what a resource dictionary names, and give it the graphics states of black text and lines.

        Raises:
            PressRefusal: Something in it cannot be turned into inks.
        """
        if not isinstance(resources, pikepdf.Dictionary) or self._seen(resources):
            return
        if depth > FORM_DEPTH:
            raise PressRefusal("forms stand inside forms too deep")
        for key, convert in (
            ("/XObject", self._drawn),
            ("/Shading", self._gradient),
            ("/Pattern", self._pattern),
            ("/ExtGState", self._state),
            ("/Font", self._letters),
        ):
            for thing in _values(resources, key):
                if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream) and not self._seen(thing):
                    convert(thing, palette or self._palette, depth)
        states = child(resources, "/ExtGState")
        if states is None:
            states = resources["/ExtGState"] = pikepdf.Dictionary()
        states.update(self.overprint_states)
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

    def _drawn(self, drawn: Any, palette: Palette, depth: int) -> None:  # noqa: ANN401
        if name(child(drawn, "/Subtype")) == "Form":
            self._form(drawn, palette, depth)
        elif isinstance(drawn, pikepdf.Stream):
            self._image(drawn, palette)

    def _form(self, form: Any, palette: Palette, depth: int) -> None:  # noqa: ANN401
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

    def _gradient(self, shading: Any, palette: Palette, _: int) -> None:  # noqa: ANN401
        convert_gradient(shading, palette)

    def _pattern(self, pattern: Any, palette: Palette, depth: int) -> None:  # noqa: ANN401
        shading = child(pattern, "/Shading")
        if shading is not None and not self._seen(shading):
            convert_gradient(shading, palette)
        elif isinstance(pattern, pikepdf.Stream) and int(number(child(pattern, "/PaintType"), 1.0)) == _COLOURED:
            self.content(pattern, palette, depth)

    def _state(self, state: Any, _: Palette, depth: int) -> None:  # noqa: ANN401
        if number(child(state, "/ca"), 1.0) < 1 or number(child(state, "/CA"), 1.0) < 1:
            self.transparent = True
        if name(child(state, "/BM")) not in ("", "Normal", "Compatible"):
            self.transparent = True
        mask = child(state, "/SMask")
        form = child(mask, "/G")
        if not isinstance(form, pikepdf.Stream) or self._seen(form):
            return
        self.transparent = True
        palette: Palette = MaskPalette() if name(child(mask, "/S")) == "Luminosity" else self._palette
        if child(mask, "/BC") is not None:
            source = source_of(child(child(form, "/Group"), "/CS"))
            mask.BC = pikepdf.Array(palette.converted(source, [number(item) for item in items(mask.BC)]))
        self._form(form, palette, depth)

    def _letters(self, font: Any, palette: Palette, depth: int) -> None:  # noqa: ANN401
        """The drawings of a Type 3 font."""
        if name(child(font, "/Subtype")) != "Type3":
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
    return [value for _, value in found.items()] if isinstance(found, pikepdf.Dictionary) else []
