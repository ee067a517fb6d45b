"""How far each code of a font moves the pen, in ems."""

from __future__ import annotations

from typing import Any

from polyleaf.pdf.limits import CODE_ENTRIES, CODES
from polyleaf.pdf.objects import child, items, number

PER_EM = 1000.0
"""Units of an em in a font dictionary (ISO 32000-1, 9.2.4)."""

_STANDARD = 0.5
"""For the 14 standard fonts, of which no widths are written."""


class Widths(dict[int, float]):
    """Advances by code; those not listed have the default."""

    def __init__(self, default: float) -> None:
        super().__init__()
        self.default = default

    def __missing__(self, code: int) -> float:
        return self.default


def simple_widths(font: Any, per_em: float) -> Widths:  # noqa: ANN401 - a PDF object is of any type until looked at
    """Advances by code of a font of one byte a code.

    Args:
        font: Its dictionary.
        per_em: Units of an em in it.
    """
    widths = Widths(number(child(child(font, "/FontDescriptor"), "/MissingWidth")) / per_em)
    first = int(number(child(font, "/FirstChar")))
    for code, width in zip(range(first, 256), items(child(font, "/Widths")), strict=False):
        widths[code] = number(width) / per_em
    if not widths and not widths.default:  # one of the 14 standard fonts: no widths are written
        widths.default = _STANDARD
    return widths


def composite_widths(descendant: Any) -> Widths:  # noqa: ANN401 - as above
    """Advances by CID from ``W`` and ``DW`` (ISO 32000-1, 9.7.4.3)."""
    widths = Widths(number(child(descendant, "/DW"), PER_EM) / PER_EM)
    pending: list[int] = []
    left = CODE_ENTRIES
    for item in items(child(descendant, "/W")):
        listed = [number(width) for width in items(item)]
        left -= 1 + len(listed)
        if left <= 0:
            break
        if listed and pending:
            widths.update((pending[-1] + offset, width / PER_EM) for offset, width in enumerate(listed))
            pending = []
        elif len(pending) == 2:  # noqa: PLR2004 - first CID, last CID, and now their width
            cids = range(pending[0], min(pending[1], CODES - 1) + 1)
            left -= len(cids)
            widths.update(dict.fromkeys(cids, number(item) / PER_EM))
            pending = []
        else:
            pending.append(max(0, int(number(item))))
    return widths
