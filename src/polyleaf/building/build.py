"""The main job: from a project to finished files, each whole or not at all."""

from __future__ import annotations

import time
from contextlib import closing

from polyleaf.building.admission import Gate
from polyleaf.building.freshness import Inputs
from polyleaf.building.job import IF_SLOW, make
from polyleaf.building.maker import Makers
from polyleaf.building.manifest import read_manifest, write_manifest
from polyleaf.building.outcome import BuildReport, Failed, Listener
from polyleaf.building.plan import BuildRequest, plan
from polyleaf.building.prune import prune
from polyleaf.building.schedule import Schedule, schedule
from polyleaf.building.staging import staging
from polyleaf.model.artifact import Artifact, State
from polyleaf.model.finding import Finding
from polyleaf.workers.pool import run_orders, warm_up
from polyleaf.workspace import Workspace

_WARM = ("polyleaf.building.warm",)


def build(workspace: Workspace, request: BuildRequest, listener: Listener) -> BuildReport:
    """Build what was asked for.

    A leaflet that fails does not stop the others and leaves its last good file. On Ctrl-C the workers are stopped,
    temporary files removed, and what is done stays and is in the manifest.

    Args:
        workspace: The project, its rooms and sign-offs, and the day; leaflets that were not read are not touched.
        request: What to build.
        listener: Is told what happens.

    Raises:
        UsageError: A leaflet, locale or edition is not in the project.
        MachineError: The output folder cannot be written to, or no process can be started.
        KeyboardInterrupt: Somebody pressed Ctrl-C.
    """
    return _Build(workspace, request, listener).run()


class _Build:
    """One build under way."""

    def __init__(self, workspace: Workspace, request: BuildRequest, listener: Listener) -> None:
        self._workspace = workspace
        self._request = request
        self._listener = listener
        self._gate = Gate(workspace, request, listener)
        self._makers = Makers(workspace)
        self._state = State.RELEASE if request.release else State.DRAFT
        self._built: list[Artifact] = []
        self._spoiled: list[Failed] = []
        self._findings: list[Finding] = []

    def run(self) -> BuildReport:
        start = time.monotonic()
        project, request = self._workspace.project, self._request
        items = plan(project, request)
        manifest, trouble = read_manifest(request.out)
        if trouble:
            self._listener.note(trouble)
        for fault in self._workspace.ledger.faults:
            self._listener.note(f"{fault.location}: {fault.message}; this sign-off does not count")
        items = self._gate.admitted(items)
        work = schedule(items, manifest, Inputs(self._workspace, self._makers), request, self._state)
        try:
            if work.stale:
                self._make(work)
            else:
                self._listener.started(0, len(work.unchanged))
            pruned = prune(project, request.out) if request.prune else ()
        finally:
            kept = {**manifest, **{artifact.path: artifact for artifact in self._built}}
            if kept or request.out.is_dir():
                write_manifest(request.out, kept.values())
        if request.release:
            from polyleaf.building.codes import record_built  # noqa: PLC0415 - drafts are not recorded

            record_built(self._workspace, (*self._built, *work.unchanged))
        return BuildReport(
            built=tuple(sorted(self._built, key=lambda artifact: artifact.path)),
            unchanged=work.unchanged,
            failed=(*self._gate.refused, *self._spoiled),
            findings=tuple(dict.fromkeys((*self._gate.findings, *self._findings))),
            pruned=pruned,
            seconds=time.monotonic() - start,
        )

    def _make(self, work: Schedule) -> None:
        from polyleaf.building.jobs import Jobs  # noqa: PLC0415 - a build with nothing to do is over before
        from polyleaf.building.publisher import Publisher  # noqa: PLC0415 - as above

        request = self._request
        if request.workers > 1:
            warm_up(_WARM, len(work.stale))  # they load WeasyPrint while the leaflets are translated here
        self._listener.found(tuple(self._gate.findings))
        publisher = Publisher(self._workspace.project, request.out, self._state, work.digests)
        with staging(request.out) as folder:
            writer = Jobs(self._workspace, request.out, self._state, self._gate, self._makers)
            jobs = list(writer.of(work, folder))
            self._listener.started(sum(len(job.asked) for job in jobs), len(work.unchanged))
            with closing(run_orders(make, jobs, request.workers, preload=_WARM, if_slow=IF_SLOW)) as results:
                for job, result in results:
                    for outcome, findings in publisher.outcomes(job, result):
                        self._findings += findings
                        if isinstance(outcome, Artifact):
                            self._built.append(outcome)
                        else:
                            self._spoiled.append(outcome)
                        self._listener.finished(outcome, findings)
