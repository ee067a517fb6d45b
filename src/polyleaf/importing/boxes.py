"""Which kind of box a frame, a ground or a text box of another program becomes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from polyleaf.model.box_kind import BoxKind, Content
from polyleaf.model.boxes import BOXES

_NAMES = {
    "emergency": r"emergenc|urgent|ambulance",
    "important": r"import|warn|caution|attention|alert|danger",
    "tip": r"\btips?\b|good to know|remember|advice|hint|\binfo|\bnotes?\b|callout|aside|sidebar",
}
"""What styles and classes of boxes are called, in English as programs name them; the first that fits counts."""

USUAL, QUIET = "important", "tip"
"""What a frame is that nobody names, and what a ground or a text box is: the louder of two is a frame."""


def box_kind(names: str, heading: str, titles: Mapping[str, str], *, is_quiet: bool) -> tuple[BoxKind, bool]:
    """The kind of a box, and whether it was guessed.

    Args:
        names: Names of styles and classes.
        heading: The first line in it.
        titles: What polyleaf prints over each kind in the language of the document.
        is_quiet: Whether it has a ground or floats, and no border.
    """
    for name, kind in BOXES.items():
        if kind.content is Content.BLOCKS and re.search(rf"polyleaf[ :-]{name}\b", names, re.IGNORECASE):
            return kind, False
    for name, title in titles.items():
        if title and title.casefold() in heading.casefold():
            return BOXES[name], False
    for text in (names, heading):
        for name, pattern in _NAMES.items():
            if re.search(pattern, text, re.IGNORECASE):
                return BOXES[name], False
    return BOXES[QUIET if is_quiet else USUAL], True


def box_titles(find: Callable[[str], str]) -> Mapping[str, str]:
    """What polyleaf prints over each kind that a frame may become; ``find`` gives a phrase in some language."""
    return {name: find(kind.title) for name, kind in BOXES.items() if kind.title and kind.content is Content.BLOCKS}
