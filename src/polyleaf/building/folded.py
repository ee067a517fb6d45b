"""Sheets to fold: the pages of an accessible file, put where folding brings them into order."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from polyleaf.building.item import Item
from polyleaf.building.maker import Made, Maker, Step
from polyleaf.pdf.imposition.impose import impose
from polyleaf.pdf.imposition.order import ImposeOrder
from polyleaf.pdf.imposition.schemes import Binding, Scheme

if TYPE_CHECKING:
    from pathlib import Path

    from polyleaf.building.documents import Documents
    from polyleaf.model.document import LocalizedDocument

PAPER = 0.11
"""Thickness in mm of the paper of an office printer (90 g/m2)."""


class Folded(Maker[ImposeOrder]):
    """Makes the sheets of folded editions."""

    def inputs(self) -> tuple[object, ...]:
        """What puts the pages on sheets."""
        return version("pikepdf"), PAPER

    def order(self, documents: Documents, item: Item, document: LocalizedDocument, target: Path) -> ImposeOrder:  # noqa: ARG002 - the order names no file
        """How the pages go on sheets: whoever reads from the right opens a leaflet at the right."""
        edition = self.workspace.project.config.editions[item.edition]
        binding = Binding.RIGHT if document.language.direction == "rtl" else Binding.LEFT
        return ImposeOrder(Scheme(edition.fold), edition.paper, binding, PAPER, marks_inside=True)

    @staticmethod
    def make(step: Step[ImposeOrder], source: tuple[Step[Any], Made] | None) -> Made:
        """Put the pages of the accessible file on sheets."""
        if source is None:
            raise TypeError("sheets are made from an accessible file")
        before, made = source
        done = impose(before.target, before.shown_as, step.order, step.target)
        return Made(2 * len(done.sheets), code=made.code)

    @staticmethod
    def judged(step: Step[ImposeOrder]) -> Iterator[object]:  # noqa: ARG004 - as below
        """No check judges sheets: what is on them was judged page by page, and imposing proves itself."""
        yield from ()
