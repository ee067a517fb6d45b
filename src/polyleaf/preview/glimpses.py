"""A quick look at pages that are being changed, before their files are made: by the workers that make the files."""

from __future__ import annotations

import datetime
import gc
import tempfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from polyleaf.building.documents import Documents
from polyleaf.building.item import Item
from polyleaf.building.job import Job, Result, make
from polyleaf.building.maker import Made
from polyleaf.building.margin_marks import with_marks
from polyleaf.catalog.po.faults import CatalogError
from polyleaf.catalog.po.paths import TEMPLATES
from polyleaf.checks.measures.layout import judged_last
from polyleaf.checks.run import run
from polyleaf.checks.subjects import project_waivers
from polyleaf.errors import PolyleafError
from polyleaf.inspecting.doctor import with_fonts
from polyleaf.model.artifact import State
from polyleaf.model.document import Phrases
from polyleaf.model.finding import Finding
from polyleaf.pdf.page_picture import page_picture
from polyleaf.preview.reading import texts_judged
from polyleaf.preview.shelf import Shelf
from polyleaf.source.reader import read_project
from polyleaf.watching.watcher import File
from polyleaf.workspace import Workspace

WIDTH = 900
"""Pixels across a page."""


@dataclass(frozen=True, slots=True)
class GlimpseOrder:
    """Pages to look at.

    Attributes:
        root: Folder of the project.
        file: Leaflet, locale and edition.
        pages: Their numbers, from 1, in order.
        version: Grows whenever something was saved: what was read of the project for another one is read anew.
        today: For dates of review.
        marked: Whether errors of the texts are marked on the page, which takes longer.
        is_urgent: Somebody waits.
    """

    root: Path
    file: File
    pages: tuple[int, ...]
    version: int
    today: datetime.date
    marked: bool
    is_urgent: bool = True


Glimpse = Mapping[int, bytes]
"""Pages of a file as PNG, by their number."""

Order = Job | GlimpseOrder
Outcome = tuple[Result, ...] | Glimpse


def carried_out(shelf: Shelf, order: Order) -> Outcome:
    """Files are made as in any build; what is learnt on the way is kept for the desk. Runs in a worker.

    Args:
        shelf: Where that is kept.
        order: What to do.

    Raises:
        PolyleafError: The pages cannot be laid out.
        OSError: Something cannot be read.
    """
    if isinstance(order, GlimpseOrder):
        return glimpse(shelf, order)
    done = make(order)
    for step, made in zip(order.steps, done, strict=True):
        if isinstance(made, Made) and made.outline is not None:
            shelf.keep_outline(step.item, made.outline)
            printed = judged_last()
            if printed is not None and printed.document is step.order.document:
                gc.collect()  # the layout is done with
                with suppress(PolyleafError, OSError):  # somebody is saving: it is read when it is asked for
                    shelf.keep_reading(step.item, made.sha256, printed, made.findings)
    return tuple(replace(made, outline=None) if isinstance(made, Made) else made for made in done)


def glimpse(shelf: Shelf, order: GlimpseOrder) -> Glimpse:
    """The pages as they will be, if they break as they did in the last whole layout.

    Raises:
        PolyleafError: They cannot be laid out.
        OSError: Something cannot be read.
    """
    item = Item(*order.file)
    documents = _documents(order)
    document = documents.of(item, State.DRAFT)
    if order.marked:
        document = with_marks(document, _findings(documents.workspace, item))
    with tempfile.TemporaryDirectory(prefix="polyleaf-") as name:
        from polyleaf.render.render import lay_out_some  # noqa: PLC0415 - only workers need WeasyPrint

        target = Path(name) / "pages.pdf"
        known = shelf.outline(item)
        there, outline = lay_out_some(documents.render_order(item, document, target), order.pages, known)
        if outline is not None:  # a file from the store brings none
            shelf.keep_outline(item, outline)
        shown = order.pages[:there]
        return {number: page_picture(target, at, WIDTH, item.path) for at, number in enumerate(shown, 1)}


class _Memory:
    """What a worker remembers of the project from one order to the next."""

    def __init__(self) -> None:
        self.of: object = None
        self.documents: Documents | None = None
        self.stamps: object = None
        self.phrases: dict[str, Phrases | CatalogError] = {}


_MEMORY = _Memory()


def _documents(order: GlimpseOrder) -> Documents:
    """The leaflet as it stands, read once for each save."""
    key = order.root, order.file[0], order.version
    if _MEMORY.documents is None or _MEMORY.of != key:
        workspace = with_fonts(Workspace(read_project(order.root, [order.file[0]]), order.today))
        workspace = replace(workspace, project=workspace.project.with_drafts)
        stamps = tuple(_stamps(order.root, workspace))
        if stamps != _MEMORY.stamps:
            _MEMORY.stamps, _MEMORY.phrases = stamps, {}
        _MEMORY.of, _MEMORY.documents = key, Documents(workspace, _MEMORY.phrases)
    return _MEMORY.documents


def _stamps(root: Path, workspace: Workspace) -> Iterable[object]:
    """Changes whenever the words of the templates may have changed."""
    catalogs = (path for room in workspace.translations for path in room.glob(f"*/LC_MESSAGES/{TEMPLATES}.po"))
    for path in sorted({root / "polyleaf.toml", *catalogs, *root.glob("languages/*.toml")}):
        known = path.stat()
        yield path, known.st_mtime_ns, known.st_size, known.st_ino


def _findings(workspace: Workspace, item: Item) -> Iterable[Finding]:
    """What a build finds on the texts before it makes a file of them."""
    return run(texts_judged(workspace, item.leaflet, item.locale), project_waivers(workspace.project), partial=True)
