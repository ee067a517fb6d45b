"""What edits mean for a whole project: catalogs, sign-offs, and files that may be on paper already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from polyleaf.building.freshness import Inputs, is_current
from polyleaf.building.item import item_of
from polyleaf.building.manifest import read_manifest
from polyleaf.building.release import sign_off
from polyleaf.catalog.messages.domains import target_locales
from polyleaf.catalog.progress.impact import Impact, SourceChange, impacts, source_change
from polyleaf.catalog.signoff.ledger import Ledger
from polyleaf.catalog.signoff.verdict import SignOff
from polyleaf.errors import UsageError
from polyleaf.model.approval import Standing
from polyleaf.model.artifact import Artifact
from polyleaf.model.leaflet import Leaflet
from polyleaf.model.project import Project
from polyleaf.source.reader import leaflet_names, read_project
from polyleaf.workspace import Workspace


@dataclass(frozen=True, slots=True)
class LeafletImpact:
    """What edits mean for one leaflet.

    Attributes:
        leaflet: The leaflet.
        source: What changed since the earlier copy; None if there is none to compare with.
        impacts: One for each language.
        files: Files in ``dist/`` that no longer are what a build would make.
    """

    leaflet: Leaflet
    source: SourceChange | None
    impacts: tuple[Impact, ...]
    files: tuple[Artifact, ...]

    @property
    def matters(self) -> bool:
        """Whether there is anything for a translator, a reviser or a clinician to do."""
        source = self.source
        return (source is not None and any((source.before, source.new, source.gone, source.facts))) or any(
            one.edits or one.gone or one.faults or one.verdict.standing is Standing.VOID for one in self.impacts
        )


def survey_impact(
    workspace: Workspace, locales: Sequence[str] = (), since: Path | None = None
) -> tuple[LeafletImpact, ...]:
    """What the edits of the leaflets mean.

    Args:
        workspace: The project with the leaflets to look at.
        locales: Only these; all targets if empty.
        since: Folder of an earlier copy of the project; None compares with what the translations were made for.

    Raises:
        MachineError: A file cannot be read.
        UsageError: A locale is not the project's, or the earlier copy is no project.
    """
    project, signoff = workspace.project, sign_off(workspace)
    targets = target_locales(project, locales)
    earlier = _earlier(project, since) if since is not None else None
    stale = tuple(_stale(workspace, project.root / "dist"))
    found = []
    for leaflet in project.leaflets.values():
        source = None
        if earlier is not None and leaflet.name in earlier[0].leaflets:
            source = source_change(earlier[0].leaflets[leaflet.name], leaflet, signoff, earlier[1])
        found.append(
            LeafletImpact(
                leaflet=leaflet,
                source=source,
                impacts=tuple(impacts(project, leaflet, targets, signoff)),
                files=tuple(
                    one
                    for one in stale
                    if one.leaflet == leaflet.name and one.locale in (*targets, project.config.source)
                ),
            )
        )
    return tuple(found)


def _earlier(project: Project, since: Path) -> tuple[Project, SignOff]:
    try:
        known = set(leaflet_names(since))
        copy = read_project(since, [name for name in project.leaflets if name in known])
    except UsageError as error:
        raise UsageError(f"--since {since}: {error.message}", error.hint) from error
    return copy, SignOff(copy, Ledger(), ())


def _stale(workspace: Workspace, out: Path) -> Iterator[Artifact]:
    """Built files of these leaflets that a build would make anew."""
    project = workspace.project
    manifest, _ = read_manifest(out)
    mine = [one for one in manifest.values() if one.leaflet in project.leaflets]
    if not mine:
        return
    inputs = Inputs(workspace)
    for artifact in mine:
        item = item_of(PurePosixPath(artifact.path))
        if item is None or item.edition not in project.config.editions:
            continue
        if not is_current(out, artifact, inputs.digest(item, artifact.state)):
            yield artifact
