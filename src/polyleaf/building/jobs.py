"""The work of a build as orders for workers: files that are made one from the other go together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from polyleaf.building.admission import Gate
from polyleaf.building.basis import Bases
from polyleaf.building.documents import Documents
from polyleaf.building.fonts import letters_of
from polyleaf.building.item import Item
from polyleaf.building.job import Job
from polyleaf.building.maker import Makers, Step
from polyleaf.building.margin_marks import with_marks
from polyleaf.building.outcome import failed_by
from polyleaf.building.publisher import shown_as
from polyleaf.building.schedule import Schedule
from polyleaf.building.verdicts import Verdicts
from polyleaf.catalog.localizing.pseudo import PSEUDO
from polyleaf.catalog.localizing.view import catalog_view
from polyleaf.catalog.po.faults import CatalogError
from polyleaf.checks.verdict import Verdict, verdict
from polyleaf.locales.table import language
from polyleaf.model.artifact import State
from polyleaf.model.block_texts import texts
from polyleaf.model.document import LocalizedDocument
from polyleaf.render.order import RenderOrder
from polyleaf.workspace import Workspace

_Key = tuple[str, str, bool]
"""Leaflet, locale, and whether the source stands beside it."""


class Jobs:
    """Writes the orders.

    Args:
        workspace: The project.
        out: Folder of the built files.
        state: What is made.
        gate: Judges the catalogs, and is told of those that cannot be used.
        maker: Of the outputs.
        verdicts: Of the checks on catalogs: remembered, or had in several processes.
    """

    def __init__(
        self, workspace: Workspace, out: Path, state: State, gate: Gate, maker: Makers, verdicts: Verdicts
    ) -> None:
        self._project = workspace.project
        self._out, self._state, self._gate, self._maker = out, state, gate, maker
        self._documents = Documents(workspace)
        self._bases = Bases(workspace)
        self._verdicts = verdicts
        self._ready: dict[_Key, LocalizedDocument | None] = {}
        self._files: Counter[tuple[str, str]] = Counter()
        self._texts: dict[str, int] = {}

    def of(self, work: Schedule, folder: Path, *, longest_first: bool = False) -> Iterator[Job]:
        """The jobs, each written when it is asked for, in the order in which their files were asked for.

        Args:
            work: What is to be done.
            folder: Where files are made.
            longest_first: Rather in an order in which no worker is left with a long one at the end.
        """
        asked = frozenset(work.stale)
        self._files = Counter((item.leaflet, item.locale) for item in work.stale)
        together = list(work.together.items())
        if longest_first:
            together.sort(key=lambda one: self._weight(one[0]), reverse=True)
        for number, (root, items) in enumerate(together):
            document = self._localized(root)
            if document is None:
                continue
            yield Job(
                tuple(
                    self._step(item, document, folder / f"{number}-{item.output.name}", work, asked=item in asked)
                    for item in items
                )
            )

    def _step(
        self, item: Item, document: LocalizedDocument, stem: Path, work: Schedule, *, asked: bool
    ) -> Step[object]:
        current = work.sources.get(item)
        target = self._out / item.path if current else stem.with_suffix(Path(item.path).suffix)
        order = self._maker(item.output).order(self._documents, item, document, target)
        before, waivers = work.earlier.get(item), self._gate.waivers(item.leaflet)
        return Step(
            item,
            order,
            target,
            shown_as(self._project, self._out, item),
            waivers,
            asked,
            current,
            (self._out / item.path, before) if before else None,
            self._bases.of(order, waivers) if isinstance(order, RenderOrder) else "",
        )

    def _weight(self, item: Item) -> float:
        """How long a file takes, against others: by its texts, the size of its type, and how high its script stands."""
        edition, leaflet = self._project.config.editions[item.edition], self._project.leaflets[item.leaflet]
        height = 1.0 if item.locale in PSEUDO else language(item.locale).natural_line
        if item.leaflet not in self._texts:
            self._texts[item.leaflet] = sum(1 for _ in texts(leaflet.blocks))
        return self._texts[item.leaflet] * edition.size * height * (2 if item.twin else 1)

    def _localized(self, item: Item) -> LocalizedDocument | None:
        """The leaflet in the item's locale, or None if its catalog cannot be used."""
        key = (item.leaflet, item.locale, item.twin)
        if key not in self._ready:
            try:
                if item.locale in self._project.config.targets:
                    self._judge_catalog(item)
                document = self._documents.of(item, self._state)
                draft = self._state is State.DRAFT
                self._ready[key] = with_marks(document, self._gate.findings) if draft else document
            except CatalogError as error:
                self._ready[key] = None
                files = self._files[item.leaflet, item.locale]
                self._gate.refuse(failed_by(item.leaflet, item.locale, error.faults, files=files))
        return self._ready[key]

    def _judge_catalog(self, item: Item) -> None:
        """Have the catalog of a file judged, if it is not.

        Raises:
            CatalogError: It cannot be used.
        """
        if (item.leaflet, item.locale) in self._gate.catalogs:
            return
        view = catalog_view(self._project, self._project.leaflets[item.leaflet], item.locale)
        whole = replace(view, letters=letters_of(self._project.config))
        for told in self._verdicts.of([self._verdicts.candidate(whole)]):
            self._gate.judged(item, told if isinstance(told, Verdict) else verdict(told))
