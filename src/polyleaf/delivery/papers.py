"""The papers of a bundle: job sheet, box labels, contact sheet, list of old stock."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from polyleaf.delivery.job_ticket import JobItem, JobTicket
from polyleaf.delivery.old_stock import Box
from polyleaf.delivery.printable import sheets
from polyleaf.locales.table import LANGUAGES
from polyleaf.model.artifact import State
from polyleaf.pdf.thumbnail import first_page
from polyleaf.render.sheets import SheetOrder, write_sheet
from polyleaf.workers.pool import run_orders
from polyleaf.workers.worker import Failure
from polyleaf.workspace import Workspace

_PIXELS = 240
"""Width of a small page: 40 mm at 150 pixels an inch."""


def papers(
    workspace: Workspace, ticket: JobTicket, files: Mapping[str, Path], boxes: Sequence[Box], workers: int
) -> Iterator[tuple[str, bytes]]:
    """Each paper as a PDF file by its name.

    Args:
        workspace: The project and its templates.
        ticket: The job.
        files: The files by their names in the bundle.
        boxes: Old stock.
        workers: Processes that set them, at most.

    Raises:
        PolyleafError: A first page cannot be drawn, a template has a fault, or a paper cannot be set.
    """
    editions = workspace.project.config.editions
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
        "sheets": {
            item.file: sheets(item.pages, item.finishing, editions[item.edition].pages_of_a_sheet)
            for item in ticket.items
        },
        "conditions": list(dict.fromkeys(item.condition for item in ticket.items)),
    }
    pictures = {item.code: first_page(files[item.file], item.file, _PIXELS) for item in ticket.items}
    asked: list[tuple[str, Sequence[JobItem], Mapping[str, object], Mapping[str, bytes]]] = [
        ("contact-sheet", ticket.items, values, pictures),  # the longest first
        ("labels", ticket.items, values, pictures),
        ("job-sheet", ticket.items, values, pictures),
    ]
    if boxes:
        keep, discard = [box for box in boxes if box.keep], [box for box in boxes if not box.keep]
        asked.append(("old-stock", (), {"ticket": ticket, "keep": keep, "discard": discard}, {}))
    with tempfile.TemporaryDirectory() as folder:
        orders = [
            SheetOrder(
                f"delivery/{name}.html",
                told,
                tuple(LANGUAGES[locale] for locale in dict.fromkeys(item.locale for item in items)),
                workspace.templates,
                Path(folder) / f"{name}.pdf",
                shown,
            )
            for name, items, told, shown in asked
        ]
        made: dict[str, bytes] = {}
        with closing(run_orders(write_sheet, orders, workers, preload=(write_sheet.__module__,))) as results:
            for order, result in results:
                if isinstance(result, Failure):
                    raise result.error
                made[order.target.name] = order.target.read_bytes()
    for name in ("job-sheet.pdf", "labels.pdf", "contact-sheet.pdf", "old-stock.pdf"):
        if name in made:
            yield name, made[name]
