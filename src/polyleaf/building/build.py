"""The main job: from a project to printed files, each whole or not at all."""

from __future__ import annotations

import datetime
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from polyleaf.building.documents import Documents
from polyleaf.building.freshness import Inputs, families, is_current
from polyleaf.building.gate import Gate
from polyleaf.building.job import Job, Made, make
from polyleaf.building.manifest import read_manifest, write_manifest
from polyleaf.building.outcome import BuildReport, Failed, Listener, failed_by
from polyleaf.building.plan import OUTPUT, BuildRequest, Item, plan
from polyleaf.building.prune import prune
from polyleaf.building.staging import staging
from polyleaf.building.worker import Failure
from polyleaf.building.workers import run_orders, warm_up
from polyleaf.catalog.faults import CatalogError
from polyleaf.catalog.view import catalog_view
from polyleaf.errors import ExitCode
from polyleaf.model.artifact import Artifact, State
from polyleaf.model.document import LocalizedDocument
from polyleaf.model.finding import Finding, Severity
from polyleaf.model.project import Project
from polyleaf.render.order import RenderOrder
from polyleaf.starter.rooms import template_rooms, translation_rooms

_WARM = ("polyleaf.building.warm",)


def build(
    project: Project, request: BuildRequest, listener: Listener, today: datetime.date | None = None
) -> BuildReport:
    """Build what was asked for.

    A leaflet that fails does not stop the others and leaves its last good file. On Ctrl-C the workers are stopped,
    temporary files removed, and what is done stays and is in the manifest.

    Args:
        project: The project; leaflets that were not read are not touched.
        request: What to build.
        listener: Is told what happens.
        today: The date for checks of review dates; the clock's if None.

    Raises:
        UsageError: A leaflet, locale or edition is not in the project.
        MachineError: The output folder cannot be written to, or no process can be started.
        KeyboardInterrupt: Somebody pressed Ctrl-C.
    """
    return _Build(project, request, listener, today or datetime.datetime.now().astimezone().date()).run()


class _Build:
    """One build under way."""

    def __init__(self, project: Project, request: BuildRequest, listener: Listener, today: datetime.date) -> None:
        self._project = project
        self._request = request
        self._listener = listener
        self._gate = Gate(project, request, today, listener)
        self._state = State.RELEASE if request.release else State.DRAFT
        self._start = time.monotonic()
        self._built: list[Artifact] = []
        self._spoiled: list[Failed] = []
        self._findings: list[Finding] = []

    def run(self) -> BuildReport:
        project, request = self._project, self._request
        items = plan(project, request)
        manifest, trouble = read_manifest(request.out)
        if trouble:
            self._listener.note(trouble)
        items = self._gate.admitted(items)
        own = (project.root / "translations").resolve()
        catalogs = translation_rooms(project.root)
        inputs = Inputs(project, template_rooms(project.root), dict.fromkeys((own, *catalogs)))
        digests = {item: inputs.digest(item, self._state) for item in items}
        stale = [
            item
            for item in items
            if request.force or not is_current(request.out, manifest.get(item.path), digests[item])
        ]
        unchanged = tuple(manifest[item.path] for item in items if item not in set(stale))
        try:
            if stale:
                self._make(stale, digests, [room for room in catalogs if room != own], len(unchanged))
            else:
                self._listener.started(0, len(unchanged))
            pruned = prune(project, request.out) if request.prune else ()
        finally:
            kept = {**manifest, **{artifact.path: artifact for artifact in self._built}}
            if kept or request.out.is_dir():
                write_manifest(request.out, kept.values())
        return BuildReport(
            built=tuple(sorted(self._built, key=lambda artifact: artifact.path)),
            unchanged=unchanged,
            failed=(*self._gate.refused, *self._spoiled),
            findings=tuple(dict.fromkeys((*self._gate.findings, *self._findings))),
            pruned=pruned,
            seconds=time.monotonic() - self._start,
        )

    def _make(self, stale: list[Item], digests: dict[Item, str], rooms: list[Path], unchanged: int) -> None:
        if self._request.workers > 1:
            warm_up(_WARM, len(stale))  # they load WeasyPrint while the leaflets are translated here
        with staging(self._request.out) as folder:
            jobs = list(self._jobs(stale, rooms, folder))
            self._listener.started(len(jobs), unchanged)
            with closing(run_orders(make, jobs, self._request.workers, preload=_WARM)) as results:
                for job, result in results:
                    self._settle(job, result, digests[job.item])

    def _jobs(self, stale: Iterable[Item], rooms: list[Path], folder: Path) -> Iterator[Job]:
        documents = Documents(self._project, rooms)
        known_families = families(self._project.config)
        ready: dict[tuple[str, str], LocalizedDocument | None] = {}
        for number, item in enumerate(stale):
            key = (item.leaflet, item.locale)
            if key not in ready:
                ready[key] = self._localized(documents, item)
            document = ready[key]
            if document is None:
                continue
            order = RenderOrder(
                document=document,
                edition=self._project.config.editions[item.edition],
                rooms=template_rooms(self._project.root),
                images=self._images(item.leaflet),
                target=folder / f"{number}.pdf",
            )
            yield Job(item, order, self._shown_as(item), known_families, self._gate.waivers(item.leaflet))

    def _localized(self, documents: Documents, item: Item) -> LocalizedDocument | None:
        """The leaflet in the item's locale, or None if its catalog cannot be used."""
        project = self._project
        try:
            document = documents.document(item.leaflet, item.locale)
            if item.locale != project.config.source:
                self._gate.judge(item.leaflet, (catalog_view(project, project.leaflets[item.leaflet], item.locale),))
        except CatalogError as error:
            self._gate.refuse(failed_by(item.leaflet, item.locale, error.faults))
            return None
        return document

    def _images(self, leaflet: str) -> dict[str, Path]:
        images = self._project.leaflets[leaflet].images
        return {name: self._project.root / facts.path for name, facts in images.items() if facts.problem is None}

    def _shown_as(self, item: Item) -> str:
        """What findings call the file: its path in the project, if it is in there."""
        path, root = self._request.out.resolve() / item.path, self._project.root.resolve()
        return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)

    def _settle(self, job: Job, result: Made | Failure, digest: str) -> None:
        """Put a finished file in its place if nothing is wrong with it."""
        outcome = self._failure(job.item, result) if isinstance(result, Failure) else self._publish(job, result, digest)
        findings = () if isinstance(result, Failure) else result.findings
        self._findings += findings
        if isinstance(outcome, Artifact):
            self._built.append(outcome)
        else:
            self._spoiled.append(outcome)
        self._listener.finished(outcome, findings)

    def _failure(self, item: Item, failure: Failure) -> Failed:
        return Failed(
            item.leaflet,
            item.locale,
            item.edition,
            failure.message,
            failure.hint,
            detail=failure.detail,
            exit_code=failure.exit_code,
        )

    def _publish(self, job: Job, made: Made, digest: str) -> Artifact | Failed:
        item = job.item
        errors = tuple(finding.fault for finding in made.findings if finding.severity is Severity.ERROR)
        if errors:
            return failed_by(item.leaflet, item.locale, errors, item.edition)
        place = self._request.out / item.path
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            job.order.target.replace(place)
        except OSError as error:
            reason = f"{job.shown_as} cannot be written: {error.strerror or error}"
            hint = "See who may write there, or choose another folder with -o."
            return Failed(item.leaflet, item.locale, item.edition, reason, hint, exit_code=ExitCode.ENVIRONMENT)
        return Artifact(
            path=item.path,
            leaflet=item.leaflet,
            version=job.order.document.version,
            locale=item.locale,
            edition=item.edition,
            output=OUTPUT,
            pages=made.pages,
            sha256=made.sha256,
            inputs=digest,
            state=self._state,
            errors=made.count(Severity.ERROR),
            warnings=made.count(Severity.WARNING),
        )
