"""A finished file read back for the desk: where its texts stand, what is found on it, what a screen reader says."""

from __future__ import annotations

import datetime
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock, Timer

from polyleaf.building.documents import Documents
from polyleaf.building.fonts import letters_of
from polyleaf.building.item import Item
from polyleaf.building.maker import makers
from polyleaf.building.printed import printed_document
from polyleaf.catalog.localizing.view import catalog_view
from polyleaf.checks.merging import merged
from polyleaf.checks.run import run
from polyleaf.checks.subjects import project_waivers, source_subjects
from polyleaf.errors import MachineError
from polyleaf.model.artifact import PrintedDocument, State
from polyleaf.model.block_texts import every_text
from polyleaf.model.document import LocalizedDocument
from polyleaf.model.finding import Finding
from polyleaf.model.pdf_facts import PdfFacts
from polyleaf.model.tag_tree import TagElement
from polyleaf.preview.places import Place, in_shares, places
from polyleaf.render.order import RenderOrder
from polyleaf.source.reader import read_project
from polyleaf.workers.crew import Crew
from polyleaf.workers.pool import run_orders
from polyleaf.workers.worker import Failure
from polyleaf.workspace import Workspace

_IDLE = 2.5
"""Seconds without a file to read, after which the worker goes."""

_KEPT = 12
"""Files whose reading is remembered."""

_SECONDS = 60.0
File = tuple[str, str, str]
"""Leaflet, locale and edition."""


@dataclass(frozen=True, slots=True)
class ReadingOrder:
    """What to read.

    Attributes:
        root: Folder of the project.
        file: Leaflet, locale and edition.
        path: The PDF.
        state: What it was built as.
        today: For dates of review.
    """

    root: Path
    file: File
    path: Path
    state: State
    today: datetime.date


@dataclass(frozen=True, slots=True)
class Marked:
    """A finding with its place on the pages.

    Attributes:
        finding: The finding.
        number: Number of the text that it is about, or None.
        page: From 1; None if it shows on no page.
        box: Left, top, width and height in shares of the page, or None.
    """

    finding: Finding
    number: int | None
    page: int | None
    box: tuple[float, float, float, float] | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read.

    Attributes:
        places: Where the texts stand.
        marks: The findings on the leaflet, its translation and this file.
        tags: The ``Document`` element of the tag tree; None if there is none.
    """

    places: tuple[Place, ...]
    marks: tuple[Marked, ...]
    tags: TagElement | None


def read(order: ReadingOrder) -> Reading:
    """Read a file back. Runs in a worker process.

    Raises:
        PolyleafError: It cannot be read.
    """
    leaflet, locale, edition = order.file
    workspace = Workspace(read_project(order.root, [leaflet]).with_drafts, order.today)
    project = workspace.project
    item, documents = Item(leaflet, locale, edition), Documents(workspace)
    document = documents.of(item, order.state)
    made: RenderOrder = makers(workspace)(item.output).order(documents, item, document, order.path)
    printed = printed_document(made, order.path, f"dist/{item.path}", "", None)
    return reading_of(printed, run((printed,), project_waivers(project), partial=True), workspace, leaflet, locale)


def reading_of(
    printed: PrintedDocument, findings: Iterable[Finding], workspace: Workspace, leaflet: str, locale: str
) -> Reading:
    """What the desk wants to know of a file that was read.

    Args:
        printed: The file.
        findings: On it.
        workspace: The project with the leaflet.
        leaflet: Its name.
        locale: The language.
    """
    judged = run(texts_judged(workspace, leaflet, locale), project_waivers(workspace.project), partial=True)
    stand = places(printed.document, printed.facts, printed.tags)
    marker = _Marker(printed.document, stand, printed.facts)
    marks = tuple(map(marker.marked, merged((*findings, *judged))))
    return Reading(stand, marks, printed.tags.root if printed.tags else None)


def texts_judged(workspace: Workspace, leaflet: str, locale: str) -> Iterator[object]:
    """What the checks judge of the texts of a project and of a leaflet's translation."""
    project, letters = workspace.project, letters_of(workspace.project.config)
    yield from source_subjects(project, workspace.today, letters)
    if locale in project.config.targets:
        yield replace(catalog_view(project, project.leaflets[leaflet], locale), letters=letters)


class _Marker:
    """Finds the place of a finding: its own, or that of the text that stands in its line."""

    def __init__(self, document: LocalizedDocument, stand: Sequence[Place], facts: PdfFacts) -> None:
        self._facts = facts
        self._first = {place.number: place for place in reversed(stand)}
        self._lines: dict[tuple[str, int | None], int] = {}
        for number, text in enumerate(every_text(document)):
            for place in filter(None, (text.source.location, text.written)):
                self._lines.setdefault((place.path, place.line), number)

    def marked(self, finding: Finding) -> Marked:
        fault = finding.fault
        places = filter(None, (fault.written, fault.origin, fault.location))
        number = next((self._lines[at] for one in places if (at := (one.path, one.line)) in self._lines), None)
        page, area = fault.location.page, fault.location.area
        if page is not None and area is not None and page <= len(self._facts.pages):
            return Marked(finding, number, page, in_shares(area, self._facts.pages[page - 1]))
        if number is None or number not in self._first:
            return Marked(finding, number, page, None)
        there = self._first[number]
        return Marked(finding, number, there.page, (there.left, there.top, there.width, there.height))


class Readings:
    """Reads files back in one worker process, each once; use it as a context manager.

    The worker goes when nobody has asked for a while: it takes as much memory as half a file that is made.
    """

    def __init__(self) -> None:
        self._crew: Crew[ReadingOrder, Reading] = Crew(read, alone=True)
        self._known: OrderedDict[File, tuple[str, Reading]] = OrderedDict()
        self._turn = Lock()
        self._rest: Timer | None = None

    def close(self) -> None:
        """Let the worker go."""
        with self._turn:
            self._crew.dismiss()
            if self._rest is not None:
                self._rest.cancel()

    def _rest_later(self) -> None:
        if self._rest is not None:
            self._rest.cancel()
        self._rest = Timer(_IDLE, self.close)
        self._rest.daemon = True
        self._rest.start()

    def of(self, order: ReadingOrder, mark: str) -> Reading:
        """What a file says.

        Args:
            order: Which file.
            mark: Changes whenever anything changes that was read.

        Raises:
            MachineError: It cannot be read.
        """
        with self._turn:
            known = self._known.get(order.file)
            if known is not None and known[0] == mark:
                self._known.move_to_end(order.file)
                return known[1]
            running = run_orders(read, [order], 1, seconds=_SECONDS, crew=self._crew)
            with closing(running) as results:
                _, found = next(results)
            self._rest_later()
            if isinstance(found, Failure):
                raise MachineError(found.message, found.hint)
            self._known[order.file] = mark, found
            while len(self._known) > _KEPT:
                self._known.popitem(last=False)
            return found
