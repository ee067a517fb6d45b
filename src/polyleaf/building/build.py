"""The main job: from a project to printed files, each whole or not at all."""

from __future__ import annotations

import datetime
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from polyleaf.building.admission import Gate
from polyleaf.building.codes import record_built
from polyleaf.building.documents import Documents
from polyleaf.building.freshness import Inputs, families, is_current
from polyleaf.building.job import IF_SLOW, Job, Made, make
from polyleaf.building.manifest import read_manifest, write_manifest
from polyleaf.building.outcome import BuildReport, Failed, Listener, failed_by
from polyleaf.building.plan import BuildRequest, Item, plan
from polyleaf.building.pressing import PressPart, press_limits, press_order, press_profile
from polyleaf.building.prune import prune
from polyleaf.building.render_order import render_order
from polyleaf.building.staging import staging
from polyleaf.catalog.localizing.pseudo import PSEUDO, pseudo_families
from polyleaf.catalog.localizing.view import catalog_view
from polyleaf.catalog.po.faults import CatalogError
from polyleaf.catalog.signoff.ledger import read_ledger
from polyleaf.errors import ExitCode
from polyleaf.model.artifact import Artifact, State
from polyleaf.model.document import LocalizedDocument
from polyleaf.model.finding import Finding, Severity
from polyleaf.model.project import Project
from polyleaf.pdf.press.profile import InkProfile
from polyleaf.starter.rooms import template_rooms, translation_rooms
from polyleaf.workers.pool import run_orders, warm_up
from polyleaf.workers.worker import Failure

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
        self._ledger = read_ledger(project)
        self._gate = Gate(project, request, today, listener, self._ledger)
        self._state = State.RELEASE if request.release else State.DRAFT
        self._start = time.monotonic()
        self._built: list[Artifact] = []
        self._spoiled: list[Failed] = []
        self._findings: list[Finding] = []
        self._current: frozenset[Item] = frozenset()
        """Accessible files that press files are finished from without laying them out again."""

    def run(self) -> BuildReport:
        project, request = self._project, self._request
        items = plan(project, request)
        manifest, trouble = read_manifest(request.out)
        if trouble:
            self._listener.note(trouble)
        for fault in self._ledger.faults:
            self._listener.note(f"{fault.location}: {fault.message}; this sign-off does not count")
        items = self._gate.admitted(items)
        own = (project.root / "translations").resolve()
        catalogs = translation_rooms(project.root)
        inputs = Inputs(project, template_rooms(project.root), dict.fromkeys((own, *catalogs)), self._ledger)
        digests = {item: inputs.digest(item, self._state) for item in items}
        stale = [
            item
            for item in items
            if request.force or not is_current(request.out, manifest.get(item.path), digests[item])
        ]
        unchanged = tuple(manifest[item.path] for item in items if item not in set(stale))
        sources = {item.accessible for item in stale if item.press} - set(stale)
        self._current = frozenset(
            item
            for item in sources
            if not request.force and is_current(request.out, manifest.get(item.path), inputs.digest(item, self._state))
        )
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
        if request.release:
            record_built(project, self._ledger, (*self._built, *unchanged))
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
        self._listener.found(tuple(self._gate.findings))
        with staging(self._request.out) as folder:
            jobs = list(self._jobs(stale, rooms, folder))
            self._listener.started(sum(len(job.items) for job in jobs), unchanged)
            with closing(run_orders(make, jobs, self._request.workers, preload=_WARM, if_slow=IF_SLOW)) as results:
                for job, result in results:
                    self._settle(job, result, digests)

    def _jobs(self, stale: list[Item], rooms: list[Path], folder: Path) -> Iterator[Job]:
        documents = Documents(self._project, rooms, self._ledger)
        known_families = families(self._project.config)
        profile = press_profile(self._project) if any(item.press for item in stale) else None
        ready: dict[tuple[str, str, bool], LocalizedDocument | None] = {}
        for number, item in enumerate(dict.fromkeys(item.accessible for item in stale)):
            key = (item.leaflet, item.locale, item.twin)
            if key not in ready:
                ready[key] = self._localized(documents, item)
            document = ready[key]
            if document is None:
                continue
            order = render_order(self._project, documents, item, document, folder / f"{number}.pdf")
            extra = pseudo_families(item.locale) if item.locale in PSEUDO else ()
            known = tuple(dict.fromkeys((*known_families, *extra)))
            job = Job(item, order, self._shown_as(item), known, self._gate.waivers(item.leaflet), asked=item in stale)
            pressed = replace(item, press=True)
            yield self._with_press(job, pressed, profile) if profile and pressed in stale else job

    def _with_press(self, job: Job, item: Item, profile: InkProfile) -> Job:
        """The job with its press file; a current accessible file is not made again for it."""
        project, target = self._project, job.order.target
        part = PressPart(
            item=item,
            order=press_order(project, item, job.order.document, profile),
            limits=press_limits(project.config.press, profile),
            shown_as=self._shown_as(item),
            target=target.with_name(f"{target.stem}-press.pdf"),
        )
        return replace(
            job, press=part, current=self._request.out / job.item.path if job.item in self._current else None
        )

    def _localized(self, documents: Documents, item: Item) -> LocalizedDocument | None:
        """The leaflet in the item's locale, or None if its catalog cannot be used."""
        project = self._project
        try:
            released = self._state is State.RELEASE
            document = documents.document(item.leaflet, item.locale, released=released, beside_source=item.twin)
            if item.locale in project.config.targets:
                self._gate.judge(item.leaflet, (catalog_view(project, project.leaflets[item.leaflet], item.locale),))
        except CatalogError as error:
            self._gate.refuse(failed_by(item.leaflet, item.locale, error.faults))
            return None
        return document

    def _shown_as(self, item: Item) -> str:
        """What findings call the file: its path in the project, if it is in there."""
        path, root = self._request.out.resolve() / item.path, self._project.root.resolve()
        return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)

    def _settle(self, job: Job, result: Made | Failure, digests: dict[Item, str]) -> None:
        """Put finished files in their places if nothing is wrong with them."""
        for item in job.items:
            made = result if isinstance(result, Failure) or not item.press else result.press
            if isinstance(made, Failure):
                outcome: Artifact | Failed = self._failure(item, made)
            elif made is None and job.asked:
                outcome = self._failure(item, Failure("its accessible file has errors, so it is not made for print"))
            elif made is None:  # nobody else tells what is wrong
                outcome = self._refusal(item, result) or self._failure(item, Failure("it was not made"))
            else:
                outcome = self._refusal(item, made) or self._publish(job, item, made, digests[item])
            findings = made.findings if isinstance(made, Made) else ()
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

    @staticmethod
    def _refusal(item: Item, made: Made | Failure) -> Failed | None:
        """Why a file is not published: the errors on it. A trial layout is made to show them."""
        findings = () if isinstance(made, Failure) or item.locale in PSEUDO else made.findings
        errors = tuple(finding.fault for finding in findings if finding.severity is Severity.ERROR)
        return failed_by(item.leaflet, item.locale, errors, item.edition) if errors else None

    def _publish(self, job: Job, item: Item, made: Made, digest: str) -> Artifact | Failed:
        place = self._request.out / item.path
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            (job.press.target if item.press and job.press else job.order.target).replace(place)
        except OSError as error:
            reason = f"{self._shown_as(item)} cannot be written: {error.strerror or error}"
            hint = "See who may write there, or choose another folder with -o."
            return Failed(item.leaflet, item.locale, item.edition, reason, hint, exit_code=ExitCode.ENVIRONMENT)
        return Artifact(
            path=item.path,
            leaflet=item.leaflet,
            version=job.order.document.version,
            locale=item.locale,
            edition=item.edition,
            output=item.output,
            pages=made.pages,
            sha256=made.sha256,
            inputs=digest,
            state=self._state,
            errors=made.count(Severity.ERROR),
            warnings=made.count(Severity.WARNING),
            validated=made.validated,
            print_code=made.code,
        )
