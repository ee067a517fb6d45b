"""Content that pages use without drawing it where it is named: cells of patterns, letters of Type 3 fonts, soft masks.

Each is looked at once for each way it is used, after the page, as if it were drawn there.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import Any

from polyleaf.model.pdf_facts import Rect, overlaps
from polyleaf.pdf.matrix import Matrix
from polyleaf.pdf.press.shapes import PressState

_MOST = 20_000
"""Visits of one page; more are not made, and the page is called crowded."""

_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Visit:
    """Something to look at.

    Attributes:
        content: A stream.
        resources: What its names mean.
        state: The graphics state that it begins with; its matrix leads to the page.
        seen: Where it is used.
        depth: How many things stand around it.
        here: Whether all of it is said to stand at ``seen``: cells of patterns repeat, letters are small.
        letter: Whether it is a letter, which may say that it is a stencil.
        fixed: Whether it is painted in the colour that is set already, whatever it says of colours.
        mask: Whether its colours say how much shows, and are not printed.
    """

    content: Any
    resources: Any
    state: PressState
    seen: Rect
    depth: int
    here: bool = True
    letter: bool = False
    fixed: bool = False
    mask: bool = False


class Visits:
    """What is still to be looked at on one page.

    Args:
        printed: The part of the sheet that is the page's own: of many places, one in it is told.

    Attributes:
        crowded: Whether there was too much.
    """

    def __init__(self, printed: Rect) -> None:
        self.crowded = False
        self._printed = printed
        self._waiting: dict[Hashable, Visit] = {}
        self._begun: set[Hashable] = set()

    def add(self, key: Hashable, visit: Visit) -> None:
        """Look at something later; once for each key, where it stands on the page itself if it does anywhere."""
        if key in self._begun:
            return
        known = self._waiting.get(key)
        if known is None and len(self._waiting) + len(self._begun) >= _MOST:
            self.crowded = True
        elif known is None or (not self._on_page(known) and self._on_page(visit)):
            self._waiting[key] = visit

    def __iter__(self) -> Iterator[Visit]:
        while self._waiting:
            key = next(iter(self._waiting))
            self._begun.add(key)
            yield self._waiting.pop(key)

    def _on_page(self, visit: Visit) -> bool:
        return overlaps(visit.seen, self._printed)


def key_of(thing: Any, matrix: Matrix, *more: Hashable) -> Hashable:  # noqa: ANN401 - a PDF object
    """What a visit is known by: the object, how large it appears, and whatever else changes its look."""
    return (thing.objgen if thing.is_indirect else id(thing), tuple(round(part, _DIGITS) for part in matrix[:4]), *more)
