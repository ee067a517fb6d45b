"""An imposition as it is told to a person."""

from __future__ import annotations

from collections.abc import Iterator

from polyleaf.model.wording import count
from polyleaf.pdf.imposition.order import Imposed
from polyleaf.pdf.imposition.schemes import FOLDED, Scheme

_SHOWN = 6
"""Sheets whose pages are listed; the picture has them all."""


def imposition_lines(result: Imposed, target: str, drawing: str) -> Iterator[str]:
    """What was done, sheet by sheet, and what to tell the printer."""
    layout, sheets = result.layout, count(len(result.sheets), "sheet")
    blanks = f", {result.blanks} of them blank" if result.blanks else ""
    places = sum(len(sheet.front) + len(sheet.back) for sheet in result.sheets)
    yield f"{count(result.pages, 'page')} on {sheets} ({count(places, 'place')}{blanks})"
    if layout.scheme in FOLDED:
        yield f"bound at the {layout.binding} edge: {result.binding_why}"
    for number, sheet in enumerate(result.sheets[:_SHOWN], 1):
        front, back = (" | ".join(map(result.told, cells)) for cells in (sheet.front, sheet.back))
        yield f"  sheet {number}: front {front}   back {back}"
    if len(result.sheets) > _SHOWN:
        yield f"  and {len(result.sheets) - _SHOWN} more"
    if layout.scheme is Scheme.BOOKLET and result.creep:
        yield f"creep: the innermost pages are moved {result.creep:.2f} mm towards the fold"
    yield f"print on both sides, turned over the {result.flip} edge, at 100 % size"
    for note in result.notes:
        yield f"note: {note}"
    yield f"sheets: {target}"
    yield f"picture of the sheets: {drawing}"
