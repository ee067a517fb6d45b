"""What a bundle holds, and what became of old stock, for a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from polyleaf.delivery.bundle import PackageReport
from polyleaf.model.artifact import State
from polyleaf.model.preflight import PreflightReport
from polyleaf.model.wording import count
from polyleaf.report.preflight import preflight_json
from polyleaf.report.preflight_page import preflight_html


def preflight_files(report: PreflightReport) -> Mapping[str, bytes]:
    """A preflight report for people and for machines, by the ending of the file."""
    return {"html": preflight_html(report).encode(), "json": f"{preflight_json([report])}\n".encode()}


def package_lines(report: PackageReport, target: str) -> Iterator[str]:
    """What was packed or why not, and the boxes to keep and to discard."""
    keep = [box for box in report.boxes if box.keep]
    discard = [box for box in report.boxes if not box.keep]
    for heading, boxes in (("keep", keep), ("discard", discard)):
        for box in boxes:
            it, why = box.item, f": {'; '.join(box.reasons)}" if box.reasons else ""
            yield f"{heading} {it.code} ({it.leaflet}, {it.language}, {it.edition}, version {it.version}){why}"
    if report.boxes:
        yield f"old stock: {len(keep)} to keep, {len(discard)} to discard"
    yield from _unsettled(report)
    if report.refused:
        for failed in report.refused:
            yield f"refused {failed.name}: {failed.reason}"
            if failed.hint:
                yield f"    -> {failed.hint}"
        yield f"{target} was not written: {len(report.refused)} refused"
        return
    if report.ticket is None:
        yield "Nothing is to be printed: no bundle was written."
        return
    items = report.ticket.items
    drafts = sum(item.state == State.DRAFT for item in items)
    copies = sum(item.copies for item in items)
    counts = ((len(items), "press file"), (copies, "copy", "copies"), (drafts, "draft"))
    yield f"{target}: {', '.join(count(*one) for one in counts if one[0])}"
    if report.recorded:
        added = count(report.recorded, "new print")
        yield f"{added} in translations/prints.toml: commit it, so that their codes stay known"


def _unsettled(report: PackageReport) -> Iterator[str]:
    """What is wrong with the orders; the same thing once, with the names of all."""
    told: dict[tuple[str, str, str], list[str]] = {}
    for one in report.unsettled:
        told.setdefault((one.place, one.message, one.hint), []).append(one.name)
    for (place, message, hint), names in told.items():
        yield f"warning: {place}: {', '.join(names)}: {message}"
        yield f"    -> {hint}"
