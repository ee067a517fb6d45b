"""What the pages of one file share: fonts, and a budget."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pikepdf

from polyleaf.model.pdf_facts import FontFacts
from polyleaf.pdf.fonts import Font, read_font
from polyleaf.pdf.limits import CONTENT_BYTES, MIB, RUNS, SHAPES
from polyleaf.pdf.unreadable import UnreadablePdf


@dataclass(slots=True)
class Library:
    """The fonts of one file, each read once, and how much may still be drawn.

    Attributes:
        shown: Facts of the fonts that text was shown in, in order of first use.
    """

    shown: list[FontFacts] = field(default_factory=list)
    _fonts: dict[object, Font] = field(default_factory=dict)
    _places: dict[int, int] = field(default_factory=dict)
    _content: int = CONTENT_BYTES
    _runs: int = RUNS
    _shapes: int = SHAPES

    def beside(self) -> Library:
        """Another one for the same file, with a budget of its own."""
        return Library(_fonts=self._fonts)

    def font(self, resource: Any) -> Font | None:  # noqa: ANN401
        """The font of a resource, read once."""
        if not isinstance(resource, pikepdf.Dictionary):
            return None
        key: object = resource.objgen if resource.is_indirect else resource.unparse()
        if key not in self._fonts:
            self._fonts[key] = read_font(resource)
        return self._fonts[key]

    def place(self, font: Font) -> int:
        """Where the font stands in ``shown``."""
        place = self._places.get(id(font))
        if place is None:
            place = self._places[id(font)] = len(self.shown)
            self.shown.append(font.facts)
        return place

    def spend_content(self, size: int) -> None:
        """Take ``size`` bytes of content out of the budget.

        Raises:
            UnreadablePdf: It is used up.
        """
        self._content -= size
        if self._content < 0:
            raise UnreadablePdf(f"its pages hold more than {CONTENT_BYTES // MIB} MB of drawing")

    def spend_run(self) -> None:
        """Take one piece of text out of the budget.

        Raises:
            UnreadablePdf: It is used up.
        """
        self._runs -= 1
        if self._runs < 0:
            raise UnreadablePdf(f"it holds more than {RUNS} pieces of text")

    def spend_shape(self) -> bool:
        """Take one shape out of the budget; whether there was one left."""
        self._shapes -= 1
        return self._shapes >= 0
