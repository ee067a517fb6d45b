"""Judges a project without building: sources, catalogs, and those files of ``dist/`` that are current."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path, PurePosixPath

from polyleaf.building.catalog_inputs import CatalogInputs
from polyleaf.building.documents import Documents
from polyleaf.building.fonts import letters_of
from polyleaf.building.freshness import Inputs, is_current
from polyleaf.building.item import Item, item_of
from polyleaf.building.left_behind import left_behind
from polyleaf.building.maker import Step, makers
from polyleaf.building.manifest import read_manifest
from polyleaf.building.plan import BuildRequest, plan
from polyleaf.building.verdicts import Candidate, Group, Verdicts, Work, broken
from polyleaf.cache.place import record_of
from polyleaf.cache.seen import Seen
from polyleaf.cache.store import own_store
from polyleaf.catalog.localizing.view import catalog_view, templates_view
from polyleaf.catalog.messages.domains import target_locales
from polyleaf.catalog.po.faults import CatalogError
from polyleaf.catalog.po.paths import TEMPLATES, catalog_path
from polyleaf.checks.merging import merged
from polyleaf.checks.registry import checks_of
from polyleaf.checks.run import run
from polyleaf.checks.subjects import project_waivers, source_subjects
from polyleaf.checks.translation_parts.read_ahead import read_ahead
from polyleaf.errors import PolyleafError
from polyleaf.model.artifact import Artifact, PrintedDocument
from polyleaf.model.catalog_view import CatalogView
from polyleaf.model.finding import Finding
from polyleaf.model.measure import MeasuredFile
from polyleaf.model.message import TextState
from polyleaf.model.subject import BrokenCatalog, LocaleCatalogs
from polyleaf.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Judgement:
    """What ``check`` found.

    Attributes:
        findings: Sorted by place.
        judged: Finished files that were current and were judged, relative to ``dist/``.
        not_built: Files that are missing or not current, relative to ``dist/``.
        measured: What was measured on the accessible files, if that was asked for.
    """

    findings: tuple[Finding, ...]
    judged: tuple[str, ...]
    not_built: tuple[str, ...]
    measured: tuple[MeasuredFile, ...] = ()


def judge(
    workspace: Workspace,
    locales: Sequence[str] = (),
    *,
    some: bool = False,
    measure: bool = False,
    jobs: int = 1,
) -> Judgement:
    """Judge the leaflets of a project in some or all of its locales.

    Args:
        workspace: The project, its rooms and sign-offs, and the day.
        locales: Only these; all if empty.
        some: Whether the project was read with some of its leaflets only.
        measure: Whether to give the figures of every file too, for certificates.
        jobs: Processes; 0 means one for each core.

    Raises:
        UsageError: A locale is not the project's.
    """
    return _Judge(workspace, tuple(locales), some or bool(locales), measure, jobs).judgement()


class _Judge:
    def __init__(self, workspace: Workspace, locales: tuple[str, ...], some: bool, measure: bool, jobs: int) -> None:
        self._workspace = workspace
        self._project = workspace.project
        self._locales = locales
        self._some = some
        self._measure = measure
        self._measured: list[MeasuredFile] = []
        self._current: list[str] = []
        self._missing: list[str] = []
        self._documents = Documents(workspace)
        self._maker = makers(workspace)
        out = self._project.root / "dist"
        self._inputs = Inputs(workspace, self._maker, Seen(record_of("seen", self._project.root, out.absolute())))
        languages = (self._project.root / "languages").glob("*.toml")
        self._verdicts = Verdicts(own_store(), languages, BuildRequest(out, jobs=jobs).workers)
        self._letters = letters_of(workspace.project.config)

    def judgement(self) -> Judgement:
        # One after the other: a file that was judged is forgotten before the next is read.
        own = self._project.config.own_languages
        gone = () if self._some else left_behind(self._project, self._project.root / "dist")
        subjects = chain(
            source_subjects(self._project, self._workspace.today, self._letters),
            own,
            self._verdicts.of_groups(self._languages(), self._prepare),
            self._measured_files() if self._measure else self._verdicts.of(self._files()),
            gone,
        )
        findings = run(subjects, project_waivers(self._project), partial=self._some)
        self._verdicts.close()
        return Judgement(merged(findings), tuple(self._current), tuple(self._missing), tuple(self._measured))

    def _languages(self) -> Iterator[Group]:
        """The catalogs of each language, which are read only if something they are judged by has changed."""
        parts = CatalogInputs(self._workspace, self._letters, self._inputs.seen)
        for locale in target_locales(self._project, self._locales):
            yield Group(self._verdicts.key("catalogs", locale, parts.digest(locale)), partial(self._catalogs, locale))

    def _prepare(self, shared: bool) -> None:
        """Make ready what all languages need, before the process is copied."""
        _ = self._workspace.words, checks_of("translation")
        locale = target_locales(self._project, self._locales)[0]
        for leaflet in self._project.leaflets.values() if shared else ():
            view = self._catalog(leaflet.name, locale, partial(catalog_view, self._project, leaflet, locale))
            if isinstance(view, CatalogView):
                read_ahead(view)

    def _catalogs(self, locale: str) -> Iterator[object]:
        project = self._project
        subjects = [
            self._catalog(leaflet.name, locale, partial(catalog_view, project, leaflet, locale))
            for leaflet in project.leaflets.values()
        ]
        subjects.append(self._catalog(TEMPLATES, locale, partial(self._template_words, locale)))
        yield from subjects
        views = tuple(subject for subject in subjects if isinstance(subject, CatalogView))
        folder = catalog_path(project.root, locale, TEMPLATES).parent
        yield LocaleCatalogs(locale, project.relative(folder), views)

    def _template_words(self, locale: str) -> CatalogView:
        """The words of the templates and contacts; those that come with polyleaf are not missing from the project."""
        view = templates_view(self._project, self._workspace.words, locale)
        printed = self._documents.phrases(locale).texts
        return replace(
            view,
            entries=tuple(
                entry
                for entry in view.entries
                if entry.translation.state is not TextState.MISSING or entry.translation.message.key not in printed
            ),
        )

    def _catalog(self, domain: str, locale: str, view: Callable[[], CatalogView]) -> object:
        try:
            return replace(view(), letters=self._letters)
        except CatalogError as error:
            path = catalog_path(self._project.root, locale, domain)
            return BrokenCatalog(domain, self._project.relative(path), error.faults)

    def _files(self) -> Iterator[Candidate]:
        for item, artifact, path in self._present():
            key = self._verdicts.key_of_file(artifact, f"dist/{artifact.path}")
            yield Candidate(key, partial(self._work, item, artifact, path))

    def _measured_files(self) -> Iterator[object]:
        from polyleaf.checks.measures.measured import measured  # noqa: PLC0415 - certificates alone need it

        for one in self._present():
            work = self._work(*one)
            for subject in work.subjects() if work else ():
                if isinstance(subject, PrintedDocument):
                    self._measured.append(measured(subject))
                yield subject

    def _present(self) -> Iterator[tuple[Item, Artifact, Path]]:
        """The files that are current."""
        request = BuildRequest(out=self._project.root / "dist", locales=self._locales)
        manifest, _ = read_manifest(request.out)
        planned = plan(self._project, request)
        for item in dict.fromkeys((*planned, *self._on_request(manifest))):
            artifact = manifest.get(item.path)
            digest = "" if artifact is None else self._inputs.digest(item, artifact.state)
            if artifact is None or not is_current(request.out, artifact, digest, self._inputs.seen):
                self._missing.append(item.path)
                continue
            self._current.append(item.path)
            yield item, artifact, request.out / item.path
        self._inputs.seen.save()

    def _on_request(self, manifest: Iterable[str]) -> Iterator[Item]:
        """Every file that was made for this project, of whatever kind: press files and twins are made on request."""
        config = self._project.config
        for path in manifest:
            item = item_of(PurePosixPath(path))
            if (
                item is not None
                and item.leaflet in self._project.leaflets
                and item.edition in config.editions
                and item.locale in (self._locales or config.locales)
            ):
                yield item

    def _work(self, item: Item, artifact: Artifact, path: Path) -> Work | None:
        """A file to be read and judged; None if its catalog cannot be used, which is told with the catalogs."""
        try:
            document = self._documents.of(item, artifact.state)
            order = self._maker(item.output).order(self._documents, item, document, path)
        except CatalogError:
            return None
        except PolyleafError as error:
            return Work(broken(item, f"dist/{artifact.path}", error))
        return Work(step=Step(item, order, path, f"dist/{artifact.path}", current=artifact))
