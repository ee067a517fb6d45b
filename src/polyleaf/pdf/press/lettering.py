"""Joins what is shown into texts: letters of one font, size and colour inside one text object."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import isfinite

from polyleaf.model.pdf_facts import Colour, Rect, around
from polyleaf.model.press_paint import TextPaint
from polyleaf.pdf.library import Library
from polyleaf.pdf.press.ground import Ground
from polyleaf.pdf.unreadable import UnreadablePdf

_TEXT_KEPT = 60
"""Letters kept of a text, to name it by."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """What pieces of one text have in common; as in ``TextPaint``."""

    font: int
    size: float
    fill: Colour | None
    stroke: Colour | None
    width: float
    overprint: bool
    overprint_mode: int


@dataclass(slots=True)
class _Open:
    """Text that may go on."""

    key: Lettering
    box: Rect
    ink: Rect | None
    pieces: list[str] = field(default_factory=list)


class Texts:
    """The texts of one page.

    Args:
        library: Whose budget of text is spent.
        ground: What is inked so far.

    Attributes:
        done: Those that are closed, in the order of painting.
    """

    def __init__(self, library: Library, ground: Ground) -> None:
        self.done: list[TextPaint] = []
        self._library = library
        self._ground = ground
        self._open: _Open | None = None

    def add(self, key: Lettering, box: Rect, ink: Rect | None, text: str) -> None:
        """Take in what an operator showed, in a box; ``ink`` is that around its letters, if it is known."""
        run = self._open
        if run is None or run.key != key:
            self.close()
            self._open = _Open(key, box, ink, [text])
            return
        run.box = around(run.box, box)
        run.ink = around(run.ink, ink) if run.ink and ink else None
        if len(run.pieces) < _TEXT_KEPT:
            run.pieces.append(text)

    def close(self) -> None:
        """What comes next is another text.

        Raises:
            UnreadablePdf: The text stands outside every coordinate system, or there is too much of it.
        """
        run, self._open = self._open, None
        if run is None:
            return
        self._library.spend_run()
        key, box = run.key, run.box
        if not all(map(isfinite, (*box, *(run.ink or ()), key.size))):
            raise UnreadablePdf("it places text outside every coordinate system")
        text = "".join(run.pieces)[:_TEXT_KEPT]
        colour = key.fill or key.stroke
        asks = key.overprint and colour is not None and colour.space == "DeviceGray"
        over_ink = asks and self._ground.is_under(box)
        self.done.append(
            TextPaint(
                box,
                key.size,
                key.font,
                text,
                key.fill,
                key.stroke,
                key.width,
                key.overprint,
                key.overprint_mode,
                over_ink,
                run.ink,
            )
        )
