"""Accessible files: laid out from a leaflet in one language, read back, judged."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from polyleaf.building.item import Item
from polyleaf.building.maker import Made, Maker, Step
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.subject import LayoutComplaint

if TYPE_CHECKING:
    from polyleaf.building.documents import Documents
    from polyleaf.model.document import LocalizedDocument
    from polyleaf.render.order import RenderOrder


class Accessible(Maker["RenderOrder"]):
    """Makes PDF/UA files."""

    def order(self, documents: Documents, item: Item, document: LocalizedDocument, target: Path) -> RenderOrder:
        """The order to the render room."""
        return documents.render_order(item, document, target)

    @staticmethod
    def make(step: Step[RenderOrder], source: tuple[Step[Any], Made] | None) -> Made:  # noqa: ARG004 - it is made from the leaflet
        """Render the file, read it back, judge what is really on its pages."""
        from polyleaf.building.printed import printed_document  # noqa: PLC0415 - as below
        from polyleaf.checks.run import run  # noqa: PLC0415 - as below
        from polyleaf.render.render import render  # noqa: PLC0415 - WeasyPrint takes a second, and only workers need it

        rendered = render(step.order)
        printed = printed_document(step.order, step.target, step.shown_as, step.order.accessible, rendered.pages)
        complaints = (LayoutComplaint(step.item.leaflet, one.message, one.location) for one in rendered.faults)
        findings = run((printed, *complaints), step.waivers, partial=True)
        validated = "; ".join(str(verdict) for verdict in printed.validations)
        return Made(len(printed.facts.pages), findings=findings, validated=validated, code=rendered.code)

    @staticmethod
    def judged(step: Step[RenderOrder]) -> Iterator[PrintedDocument]:
        """The file beside what it should say."""
        from polyleaf.building.printed import printed_document  # noqa: PLC0415 - needed only if something is judged

        # A pass in the manifest stands: these are the same bytes, and the validator is the same.
        passed = step.current is not None and step.current.validated.endswith(": pass")
        pages = step.current.pages if step.current is not None else None
        yield printed_document(step.order, step.target, step.shown_as, "" if passed else step.order.accessible, pages)
