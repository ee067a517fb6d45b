"""Accessible files: laid out from a leaflet in one language, read back, judged."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from polyleaf.building.item import Item
from polyleaf.building.maker import Made, Maker, Step
from polyleaf.building.product import is_whole
from polyleaf.model.artifact import Artifact, PrintedDocument
from polyleaf.model.finding import Severity
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
        from polyleaf.checks.verdict import verdict  # noqa: PLC0415 - as below
        from polyleaf.render.order import Rendered  # noqa: PLC0415 - as below
        from polyleaf.render.render import lay_out, prepare  # noqa: PLC0415 - WeasyPrint takes a second to load

        page = prepare(step.order)
        known = _same(step, page.digest)
        identity = page.identity
        made = Made(0, code=identity.code, text=identity.text, page=page.digest, basis=step.basis)
        if known is not None and known.basis == step.basis != "" and _is_clean(known):
            return replace(made, pages=known.pages, validated=known.validated, is_kept=True)
        rendered = Rendered(known.pages) if known else lay_out(step.order, page)
        standard = "" if known else step.order.accessible
        printed = printed_document(step.order, step.target, step.shown_as, standard, rendered.pages)
        complaints = (LayoutComplaint(step.item.leaflet, one.message, one.location) for one in rendered.faults)
        told = verdict(printed)
        findings = run((told, *complaints), step.waivers, partial=True)
        validated = known.validated if known else "; ".join(map(str, printed.validations))
        pages, same = len(printed.facts.pages), "" if rendered.faults else page.digest
        made = replace(
            made, pages=pages, page=same, validated=validated, findings=findings, outline=rendered.outline, told=told
        )
        wrong = made.count(Severity.ERROR) or made.count(Severity.WARNING)
        return replace(made, is_kept=known is not None and _is_clean(known) and not wrong)

    @staticmethod
    def judged(step: Step[RenderOrder]) -> Iterator[PrintedDocument]:
        """The file beside what it should say."""
        from polyleaf.building.printed import printed_document  # noqa: PLC0415 - needed only if something is judged

        # A pass in the manifest stands: these are the same bytes, and the validator is the same.
        passed = step.current is not None and step.current.validated.endswith(": pass")
        pages = step.current.pages if step.current is not None else None
        yield printed_document(step.order, step.target, step.shown_as, "" if passed else step.order.accessible, pages)


def _is_clean(artifact: Artifact) -> bool:
    """Whether nothing was found on a file, so that there is nothing to tell again."""
    return not artifact.errors and not artifact.warnings


def _same(step: Step[RenderOrder], page: str) -> Artifact | None:
    """Take the earlier file, if the same page was laid out for it; give its line of the manifest.

    Not one that the engine complained about: its words are not kept.
    """
    if step.earlier is None:
        return None
    path, earlier = step.earlier
    if earlier.page != page or "fail" in earlier.validated:
        return None
    if not is_whole(path, earlier.sha256):
        return None
    shutil.copyfile(path, step.target)
    return earlier
