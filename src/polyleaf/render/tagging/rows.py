"""What stands on one row with a gap between: the number of a step and its text, an entry of the contents and its page.

Programs that put texts in order by where they stand take such numbers for a column of their own: poppler reads the
second line of a step behind the number of the next, pdfminer a list of page numbers behind all entries. Something
unseen in the gap, that says nothing, makes one line of both.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from polyleaf.render.tagging.roles import COUNTED

_NEAR = 0.3
"""In parts of the type size: a narrower gap parts nothing."""
_FAR = 4.0
"""The same: a number further away than that belongs to no text beside it."""
_LEVEL = 0.4
"""The same: how much higher or lower the other may stand."""


class Piece(NamedTuple):
    """A line of text: its ends and its baseline, in px."""

    left: float
    right: float
    y: float


def piece_of(texts: Sequence[Any]) -> Piece | None:
    """Where the text boxes of a line stand; None if there are none."""
    if not texts:
        return None
    right = max(one.position_x + one.width for one in texts)
    return Piece(min(one.position_x for one in texts), right, texts[0].position_y + texts[0].baseline)


def gap_of(one: Piece | None, other: Piece | None, size: float, *, far: float = _FAR) -> tuple[float, float] | None:
    """Where the gap between two pieces of a row begins and ends, in px; None if there is none worth to be closed."""
    if one is None or other is None or abs(one.y - other.y) > _LEVEL * size:
        return None
    left, right = min(one.right, other.right), max(one.left, other.left)
    return (left, right) if _NEAR * size < right - left < far * size else None


def is_page_number(textbox: Any) -> bool:
    """Whether a text is the page that an entry of the contents leads to."""
    parent = getattr(textbox, "element", None)  # the text of a drawing has none
    return parent is not None and parent.get("class") == COUNTED
