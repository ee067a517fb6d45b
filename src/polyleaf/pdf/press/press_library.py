"""What the pages of one press file share besides fonts: spot colours, and pictures that were looked at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from polyleaf.pdf.fonts import Font
from polyleaf.pdf.library import Library
from polyleaf.pdf.objects import items
from polyleaf.pdf.press.colourants import spots_in
from polyleaf.pdf.press.font_data import font_fault
from polyleaf.pdf.press.naming import space_name
from polyleaf.pdf.press.picture_data import PictureData

_DEPTH = 4


@dataclass(slots=True)
class PressLibrary(Library):
    """The library of a press file.

    Attributes:
        spots: Spot colours by name, each with its recipes.
        pictures: Finds pictures whose data are broken.
        unseen: Names of fonts that invisible text is set in.
        all_on_page: Whether the colour of registration marks is used on a page itself, or nobody can say where.
    """

    spots: dict[str, set[bytes]] = field(default_factory=dict)
    pictures: PictureData = field(default_factory=PictureData)
    unseen: dict[str, None] = field(default_factory=dict)
    all_on_page: bool = False
    _seen: set[object] = field(default_factory=set)
    _faults: dict[int, str] = field(default_factory=dict)

    def note_font(self, font: Font, written: Any) -> None:  # noqa: ANN401 - a PDF object
        """Look at the data of a font, once."""
        if id(font) not in self._faults:
            self._faults[id(font)] = font_fault(written)

    def broken_fonts(self) -> dict[int, str]:
        """What is wrong with fonts that letters are shown in, by their index in ``shown``."""
        return {place: fault for font, place in self._places.items() if (fault := self._faults.get(font, ""))}

    def note_space(self, space: Any, depth: int = 0) -> None:  # noqa: ANN401 - a PDF object
        """Note the spot colours of a colour space in use."""
        parts = list(items(space))
        if len(parts) < 2 or depth > _DEPTH:  # noqa: PLR2004 - the family and what it is about
            return
        if space.is_indirect:
            if space.objgen in self._seen:
                return
            self._seen.add(space.objgen)
        if space_name(space) in ("Indexed", "Pattern"):
            self.note_space(parts[1], depth + 1)
            return
        for spot, recipe in spots_in(space).items():
            self.spots.setdefault(spot, set()).update((recipe,) if recipe else ())
