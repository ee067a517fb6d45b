"""What each print of a project says of itself now, without laying anything out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path, PurePosixPath

from polyleaf.building.documents import Documents
from polyleaf.building.freshness import Inputs
from polyleaf.building.item import Item, item_of
from polyleaf.building.prints_file import Print, PrintLedger, read_prints, record_prints
from polyleaf.errors import PolyleafError
from polyleaf.model.artifact import Artifact, State
from polyleaf.model.identity import Identity
from polyleaf.render.identity import identify, series
from polyleaf.render.order import RenderOrder
from polyleaf.workers.pool import run_orders
from polyleaf.workspace import Workspace

_FEW = 16
"""Up to so many files are asked in this process: starting others takes longer."""

_WARM = ("polyleaf.building.codes",)


@dataclass(frozen=True, slots=True)
class Present:
    """A file of the project as it would be printed now.

    Attributes:
        item: Which.
        draft, release: What it says of itself as a draft and as a release.
    """

    item: Item
    draft: Identity
    release: Identity


@dataclass(frozen=True, slots=True)
class _Question:
    """What does a file say of itself? It goes to a worker."""

    item: Item
    draft: RenderOrder
    release: RenderOrder


def _answered(question: _Question) -> Present:
    return Present(question.item, identify(question.draft), identify(question.release))


class Prints:
    """The present identities of a project's files.

    Args:
        workspace: The project, its rooms and sign-offs.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._project = workspace.project
        self._workspace = workspace
        self._documents = Documents(workspace)
        self._known: dict[Item, Present] = {}

    @cached_property
    def _inputs(self) -> Inputs:
        return Inputs(self._workspace)

    def of_series(self, wanted: str) -> tuple[Item, ...]:
        """The accessible files whose codes begin so; more than one only by chance."""
        return self._by_series.get(wanted, ())

    @cached_property
    def _by_series(self) -> dict[str, tuple[Item, ...]]:
        found: dict[str, tuple[Item, ...]] = {}
        for item in self._items():
            own = series(item.leaflet, item.locale, item.label)
            found[own] = (*found.get(own, ()), item)
        return found

    def foresee(self, items: Iterable[Item], jobs: int) -> None:
        """Find out what files say of themselves, in several processes, if there are many; what fails is left open.

        Args:
            items: The files.
            jobs: Processes; 1 means that nothing is done.
        """
        wanted = [item for item in dict.fromkeys(items) if item not in self._known]
        if jobs <= 1 or len(wanted) <= _FEW:
            return
        orders: list[_Question] = []
        for item in wanted:
            with suppress(PolyleafError):  # it is told where the file is asked for
                orders.append(_Question(item, self._order(item, State.DRAFT), self._order(item, State.RELEASE)))
        with closing(run_orders(_answered, orders, jobs, preload=_WARM)) as results:
            for order, present in results:
                if isinstance(present, Present):
                    self._known[order.item] = present

    def present(self, item: Item) -> Present:
        """What a file says of itself now.

        Raises:
            CatalogError: Its catalog cannot be used.
            UsageError: A template has a fault.
            OSError: A picture cannot be read.
        """
        if item not in self._known:
            self._known[item] = Present(item, self._identity(item, State.DRAFT), self._identity(item, State.RELEASE))
        return self._known[item]

    def print_of(self, artifact: Artifact) -> Print | None:
        """The line of the record for a built file; None if the project says something else by now.

        A file that was made from what the project is now is not asked again what it says.
        """
        item = item_of(PurePosixPath(artifact.path))
        if item is None or item.leaflet not in self._project.leaflets:
            return None
        text, version = artifact.print_text, artifact.version
        made_now = text and artifact.print_code and self._inputs.digest(item, artifact.state) == artifact.inputs
        if not made_now:
            identity = self._identity(item, artifact.state)
            if identity.code != artifact.print_code:
                return None
            text, version = identity.text, identity.version
        return Print(
            code=artifact.print_code,
            leaflet=item.leaflet,
            locale=item.locale,
            edition=item.label,
            version=version,
            state=artifact.state,
            text=text,
            sha256=(artifact.sha256,),
        )

    def _identity(self, item: Item, state: State) -> Identity:
        return identify(self._order(item, state))

    def _order(self, item: Item, state: State) -> RenderOrder:
        return self._documents.render_order(item, self._documents.of(item, state), Path())

    def _items(self) -> Iterator[Item]:
        config = self._project.config
        for leaflet in self._project.leaflets:
            for locale in config.locales:
                for edition in config.editions:
                    yield Item(leaflet, locale, edition)
                    if locale != config.source:
                        yield Item(leaflet, locale, edition, twin=True)


def record_built(workspace: Workspace, artifacts: Iterable[Artifact]) -> tuple[str, ...]:
    """Put built files into the record of prints; a print and its press file share a code.

    Args:
        workspace: The project, its rooms and sign-offs.
        artifacts: The files. What the project no longer says is left out.

    Returns:
        What to tell: releases under a version number that another text was released under.

    Raises:
        CatalogError: A catalog cannot be used.
        MachineError: The record cannot be read or written.
        UsageError: A template has a fault, or the record cannot be added to.
    """
    recorded, artifacts = read_prints(workspace.project), sorted(artifacts, key=lambda one: one.path)

    def is_new(artifact: Artifact) -> bool:
        known = recorded.of_code(artifact.print_code)
        return known is None or artifact.sha256 not in known.sha256

    prints, found = Prints(workspace), dict[str, Print]()
    for artifact in filter(is_new, artifacts):
        line = prints.print_of(artifact)
        if line is not None:
            before = found.get(line.code, replace(line, sha256=()))
            found[line.code] = replace(before, sha256=(*before.sha256, *line.sha256))
    if found:
        record_prints(workspace.project, found.values())
        recorded = read_prints(workspace.project)
    return tuple(dict.fromkeys(_same_versions(recorded, artifacts)))


def _same_versions(recorded: PrintLedger, artifacts: Iterable[Artifact]) -> Iterator[str]:
    for artifact in artifacts:
        print_ = recorded.of_code(artifact.print_code)
        if print_ is not None and print_.state is State.RELEASE and recorded.same_version(print_) is not None:
            yield (
                f"{print_.leaflet} {print_.locale}: version {print_.version} was released before with another text;"
                " give the leaflet a new version number"
            )
