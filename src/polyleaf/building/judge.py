"""Judges a project without building: sources, catalogs, and those files of ``dist/`` that are current."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from polyleaf.building.documents import Documents
from polyleaf.building.freshness import Inputs, families, is_current
from polyleaf.building.job import printed_document
from polyleaf.building.manifest import read_manifest
from polyleaf.building.plan import BuildRequest, Item, plan
from polyleaf.catalog.faults import CatalogError
from polyleaf.catalog.view import catalog_view
from polyleaf.checks.run import run
from polyleaf.checks.subjects import project_waivers, source_subjects
from polyleaf.errors import PolyleafError
from polyleaf.model.artifact import Artifact
from polyleaf.model.finding import Fault, Finding, Location, Severity
from polyleaf.model.project import Project
from polyleaf.starter.rooms import template_rooms, translation_rooms

_UNREADABLE_CATALOG = "translation/unreadable-catalog"
_UNREADABLE_FILE = "pdf/unreadable"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What ``check`` found.

    Attributes:
        findings: Sorted by place.
        judged: Finished files that were current and were judged, relative to ``dist/``.
        not_built: Files that are missing or not current, relative to ``dist/``.
    """

    findings: tuple[Finding, ...]
    judged: tuple[str, ...]
    not_built: tuple[str, ...]


def judge(project: Project, locales: Sequence[str] = (), *, partial: bool = False) -> Judgement:
    """Judge the leaflets of ``project`` in some or all of its locales.

    Args:
        project: The project, perhaps with some of its leaflets only.
        locales: Only these; all if empty.
        partial: Whether the project was read with some of its leaflets only.

    Raises:
        UsageError: A locale is not the project's.
    """
    return _Judge(project, tuple(locales), partial or bool(locales)).judgement()


class _Judge:
    def __init__(self, project: Project, locales: tuple[str, ...], partial: bool) -> None:
        self._project = project
        self._locales = locales
        self._partial = partial
        self._findings: list[Finding] = []
        self._current: list[str] = []
        self._missing: list[str] = []
        rooms = translation_rooms(project.root)
        own = (project.root / "translations").resolve()
        self._documents = Documents(project, [room for room in rooms if room != own])
        self._inputs = Inputs(project, template_rooms(project.root), dict.fromkeys((own, *rooms)))

    def judgement(self) -> Judgement:
        today = datetime.datetime.now().astimezone().date()
        subjects = [*source_subjects(self._project, today), *self._catalogs(), *self._files()]
        found = run(subjects, project_waivers(self._project), partial=self._partial)
        findings = sorted(
            (*self._findings, *found), key=lambda one: (one.fault.location.path, one.fault.location.line or 0)
        )
        return Judgement(tuple(findings), tuple(self._current), tuple(self._missing))

    def _catalogs(self) -> Iterator[object]:
        for locale in self._locales or self._project.config.targets:
            if locale == self._project.config.source:
                continue
            for leaflet in self._project.leaflets.values():
                try:
                    yield catalog_view(self._project, leaflet, locale)
                except CatalogError as error:
                    self._findings += [Finding(_UNREADABLE_CATALOG, Severity.ERROR, fault) for fault in error.faults]

    def _files(self) -> Iterator[object]:
        request = BuildRequest(out=self._project.root / "dist", locales=self._locales)
        manifest, _ = read_manifest(request.out)
        for item in plan(self._project, request):
            artifact = manifest.get(item.path)
            if artifact is None or not is_current(request.out, artifact, self._inputs.digest(item, artifact.state)):
                self._missing.append(item.path)
                continue
            self._current.append(item.path)
            yield from self._printed(item, artifact, request.out / item.path)

    def _printed(self, item: Item, artifact: Artifact, path: Path) -> Iterator[object]:
        shown_as = f"dist/{artifact.path}"
        try:
            document = self._documents.document(item.leaflet, item.locale)
            edition = self._project.config.editions[item.edition]
            yield printed_document(document, edition, path, shown_as, families(self._project.config))
        except CatalogError:
            return  # told with the catalogs
        except PolyleafError as error:
            fault = Fault(error.message, Location(shown_as), error.hint)
            self._findings.append(Finding(_UNREADABLE_FILE, Severity.ERROR, fault))
