"""Fonts that stay from one quick look to the next, with the lines that were broken in them.

To read the fonts of the system takes a tenth of a first picture, and nearly all of its lines were broken for the one
before. A file that is printed has fonts of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import Any

_MOST_LINES = 1_800
"""Eight files have about 1,500 lines on their first pages; each takes some ten kilobytes of the engine's memory."""

_KEPT: dict[str, Any] = {}


def kept_fonts(new: Callable[[], Any]) -> Any:  # noqa: ANN401 - WeasyPrint has no types
    """The fonts of the looks before; new ones if a page brought fonts of its own. The lines used last are kept.

    Args:
        new: Makes a ``FontConfiguration`` of WeasyPrint.
    """
    known = _KEPT.get("fonts")
    if known is None or known._folder is not None:  # noqa: SLF001 - the folder of fonts that style sheets bring
        known = _KEPT["fonts"] = new()
    lines = vars(known).get("polyleaf_lines", {})
    for old in list(islice(lines, max(len(lines) - _MOST_LINES, 0))):
        del lines[old]
    return known
