"""The papers of a bundle: job sheet, box labels, contact sheet, list of old stock."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from polyleaf.delivery.job_ticket import JobItem, JobTicket
from polyleaf.delivery.old_stock import Box
from polyleaf.locales.table import LANGUAGES
from polyleaf.model.artifact import State
from polyleaf.pdf.thumbnail import first_page
from polyleaf.render.sheets import SheetOrder, write_sheet
from polyleaf.workspace import Workspace

_PIXELS = 240
"""Width of a small page: 40 mm at 150 pixels an inch."""


def papers(
    workspace: Workspace, ticket: JobTicket, files: Mapping[str, Path], boxes: Sequence[Box]
) -> Iterator[tuple[str, bytes]]:
    """Each paper as a PDF file by its name.

    Args:
        workspace: The project and its templates.
        ticket: The job.
        files: The files by their names in the bundle.
        boxes: Old stock.

    Raises:
        UnreadablePdf: A first page cannot be drawn.
        UsageError: A template has a fault.
    """
    values: dict[str, object] = {
        "ticket": ticket,
        "tags": {item.locale: LANGUAGES[item.locale].tag for item in ticket.items},
        "address": workspace.project.config.verify,
        "copies": sum(item.copies for item in ticket.items),
        "drafts": sum(item.state == State.DRAFT for item in ticket.items),
        "jobs": list(dict.fromkeys(item.job for item in ticket.items if item.job)),
        "deliveries": list(dict.fromkeys(item.delivery for item in ticket.items if item.delivery)),
        "dates": sorted({item.wanted for item in ticket.items if item.wanted}),
        "unsettled": sum(bool(item.unsettled) for item in ticket.items),
        "conditions": list(dict.fromkeys(item.condition for item in ticket.items)),
    }
    pictures = {item.code: first_page(files[item.file], item.file, _PIXELS) for item in ticket.items}
    for name in ("job-sheet", "labels", "contact-sheet"):
        yield f"{name}.pdf", _set(workspace, ticket.items, f"delivery/{name}.html", values, pictures)
    if boxes:
        stock = {
            "ticket": ticket,
            "keep": [box for box in boxes if box.keep],
            "discard": [box for box in boxes if not box.keep],
        }
        yield "old-stock.pdf", _set(workspace, (), "delivery/old-stock.html", stock, {})


def _set(
    workspace: Workspace,
    items: Sequence[JobItem],
    template: str,
    values: Mapping[str, object],
    pictures: Mapping[str, bytes],
) -> bytes:
    languages = tuple(LANGUAGES[locale] for locale in dict.fromkeys(item.locale for item in items))
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "paper.pdf"
        write_sheet(SheetOrder(template, values, languages, workspace.templates, target, pictures))
        return target.read_bytes()
