"""The work of a build as orders for workers: files that are made one from the other go together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
from polyleaf.building.verdicts import Candidate, Verdicts
from polyleaf.catalog.localizing.view import catalog_view
from polyleaf.catalog.po.faults import CatalogError
from polyleaf.checks.verdict import Verdict, verdict
from polyleaf.model.artifact import State
from polyleaf.model.catalog_view import CatalogView
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

    def of(self, work: Schedule, folder: Path) -> Iterator[Job]:
        """The jobs, in the order in which their files were asked for.

        Args:
            work: What is to be done.
            folder: Where files are made.
        """
        asked = frozenset(work.stale)
        together: dict[Item, dict[Item, None]] = {}
        for item in work.stale:
            chain = _needed(item, work)
            together.setdefault(list(item.chain)[-1], {}).update(dict.fromkeys(chain))
        self._judge_catalogs(together)
        for number, (root, items) in enumerate(together.items()):
            document = self._localized(root)
            if document is None:
                continue
            yield Job(
                tuple(
                    self._step(item, document, folder / f"{number}-{item.output.name}", work, asked=item in asked)
                    for item in sorted(items, key=lambda one: len(list(one.chain)))
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

    def _judge_catalogs(self, items: Iterable[Item]) -> None:
        """Have the catalogs of these files judged, all at once: it takes longer than to read them."""
        wanted = {(one.leaflet, one.locale): one for one in items if one.locale in self._project.config.targets}
        unknown = [item for key, item in wanted.items() if key not in self._gate.catalogs]
        judged: list[Item] = []
        for number, told in enumerate(self._verdicts.of(self._candidates(unknown, judged))):
            self._gate.judged(judged[number], told if isinstance(told, Verdict) else verdict(told))

    def _candidates(self, items: Iterable[Item], judged: list[Item]) -> Iterator[Candidate]:
        """The catalogs that can be used, read as they are asked for; whose they are is put into the list."""
        for item in items:
            if (view := self._view(item)) is not None:
                judged.append(item)
                yield self._verdicts.candidate(view)

    def _view(self, item: Item) -> CatalogView | None:
        """A catalog for the checks, or None if it cannot be used."""
        try:
            view = catalog_view(self._project, self._project.leaflets[item.leaflet], item.locale)
        except CatalogError as error:
            self._gate.refuse(failed_by(item.leaflet, item.locale, error.faults))
            self._ready.update({(item.leaflet, item.locale, twin): None for twin in (False, True)})
            return None
        return replace(view, letters=letters_of(self._project.config))

    def _localized(self, item: Item) -> LocalizedDocument | None:
        """The leaflet in the item's locale, or None if its catalog cannot be used."""
        key = (item.leaflet, item.locale, item.twin)
        if key not in self._ready:
            try:
                document = self._documents.of(item, self._state)
                draft = self._state is State.DRAFT
                self._ready[key] = with_marks(document, self._gate.findings) if draft else document
            except CatalogError as error:
                self._ready[key] = None
                self._gate.refuse(failed_by(item.leaflet, item.locale, error.faults))
        return self._ready[key]


def _needed(item: Item, work: Schedule) -> Iterator[Item]:
    """The item, and what it is made from up to the first file that is there and current."""
    for one in item.chain:
        yield one
        if one in work.sources:
            return
