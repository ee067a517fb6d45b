"""Colour spaces inside patterns, letters of Type 3 fonts and soft masks: content that pages use without drawing it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

from polyleaf.pdf.library import Library
from polyleaf.pdf.limits import FORM_DEPTH
from polyleaf.pdf.objects import child, items, name, unpacked
from polyleaf.pdf.press.naming import named_space, space_name
from polyleaf.pdf.tokens import operations

_DEVICE = {
    b"g": "DeviceGray",
    b"G": "DeviceGray",
    b"rg": "DeviceRGB",
    b"RG": "DeviceRGB",
    b"k": "DeviceCMYK",
    b"K": "DeviceCMYK",
}


class Inside:
    """Looks into things once for each file.

    Args:
        library: Whose budget of content is spent.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: dict[object, tuple[str, ...]] = {}

    def spaces(self, thing: Any, depth: int = 0) -> tuple[str, ...]:  # noqa: ANN401 - a PDF object
        """The colour spaces used in a pattern, a form, or the letters of a font; each once."""
        if not isinstance(thing, pikepdf.Dictionary | pikepdf.Stream) or depth > FORM_DEPTH:
            return ()
        key = thing.objgen if thing.is_indirect else id(thing)
        if key not in self._known:
            self._known[key] = ()  # whatever draws itself ends here
            self._known[key] = tuple(dict.fromkeys(self._look(thing, depth)))
        return self._known[key]

    def _look(self, thing: Any, depth: int) -> Iterator[str]:  # noqa: ANN401
        shading = child(thing, "/Shading")
        if shading is not None:
            yield space_name(child(shading, "/ColorSpace"))
        resources = child(thing, "/Resources")
        letters = child(thing, "/CharProcs")
        streams = [stream for _, stream in letters.items()] if isinstance(letters, pikepdf.Dictionary) else []
        for stream in (thing, *streams):
            yield from self._content(unpacked(stream, "a pattern, mask or letter"), resources, depth)

    def _content(self, content: bytes, resources: Any, depth: int) -> Iterator[str]:  # noqa: ANN401
        self._library.spend_content(len(content))
        for operator, operands in operations(content):
            if operator in _DEVICE:
                yield _DEVICE[operator]
            elif not operands or not isinstance(operands[-1], str):
                continue
            elif operator in (b"cs", b"CS"):
                found = named_space(operands[-1], resources)
                yield found.removeprefix("/") if isinstance(found, str) else space_name(found)
            elif operator == b"sh":
                yield space_name(child(child(child(resources, "/Shading"), operands[-1]), "/ColorSpace"))
            elif operator in (b"scn", b"SCN"):
                yield from self.spaces(child(child(resources, "/Pattern"), operands[-1]), depth + 1)
            elif operator == b"Do":
                yield from self._drawn(child(child(resources, "/XObject"), operands[-1]), depth)

    def _drawn(self, drawn: Any, depth: int) -> Iterator[str]:  # noqa: ANN401
        if name(child(drawn, "/Subtype")) == "Image":
            if child(drawn, "/ImageMask") is not True:
                space = child(drawn, "/ColorSpace")
                yield from filter(None, dict.fromkeys((space_name(space), *map(name, list(items(space))[1:2]))))
        else:
            yield from self.spaces(drawn, depth + 1)
