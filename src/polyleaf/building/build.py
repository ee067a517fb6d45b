"""The main job: from a project to finished files, each whole or not at all."""

from __future__ import annotations

import time
from collections.abc import Generator
from contextlib import closing
from dataclasses import replace

from polyleaf.building.admission import Gate
from polyleaf.building.freshness import Inputs
from polyleaf.building.job import IF_SLOW, make
from polyleaf.building.left_behind import left_behind
from polyleaf.building.maker import Makers, makers
from polyleaf.building.manifest import read_manifest, write_manifest
from polyleaf.building.outcome import BuildReport, Failed, Listener
from polyleaf.building.plan import BuildRequest, plan
from polyleaf.building.prune import prune
from polyleaf.building.schedule import Schedule, schedule
from polyleaf.building.staging import staging
from polyleaf.checks.merging import merged
from polyleaf.checks.run import run
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
    start = time.monotonic()
    state = State.RELEASE if request.release else State.DRAFT
    workspace = _with_drafts(workspace, state)
    project, out = workspace.project, request.out
    gate, maker = Gate(workspace, request, listener), makers(workspace)
    items = plan(project, request)
    manifest, trouble = read_manifest(out)
    if trouble:
        listener.note(trouble)
    for fault in workspace.ledger.faults:
        listener.note(f"{fault.location}: {fault.message}; this sign-off does not count")
    work = schedule(gate.admitted(items), manifest, Inputs(workspace, maker), request, state)
    built: list[Artifact] = []
    spoiled: list[Failed] = []
    found: list[Finding] = []
    try:
        if work.stale:
            with closing(_made(workspace, request, listener, gate, maker, work)) as outcomes:
                for outcome, findings in outcomes:
                    found += findings
                    if isinstance(outcome, Artifact):
                        built.append(outcome)
                    else:
                        spoiled.append(outcome)
                    listener.finished(outcome, findings)
        else:
            listener.started(0, len(work.unchanged))
        pruned = prune(project, out) if request.prune else ()
        found += run(left_behind(project, out) if not request.leaflets else (), partial=True)
    finally:
        kept = {**manifest, **{artifact.path: artifact for artifact in built}}
        if kept or out.is_dir():
            write_manifest(out, kept.values())
    if request.release:
        from polyleaf.building.codes import record_built  # noqa: PLC0415 - drafts are not recorded

        for told in record_built(workspace, (*built, *work.unchanged)):
            listener.note(told)
    return BuildReport(
        built=tuple(sorted(built, key=lambda artifact: artifact.path)),
        unchanged=work.unchanged,
        failed=(*gate.refused, *spoiled),
        findings=merged((*gate.findings, *found)),
        pruned=pruned,
        seconds=time.monotonic() - start,
    )


def _with_drafts(workspace: Workspace, state: State) -> Workspace:
    """Drafts are made of leaflets with faults in their front matter, too; releases are not."""
    return replace(workspace, project=workspace.project.with_drafts) if state is State.DRAFT else workspace


def _made(
    workspace: Workspace, request: BuildRequest, listener: Listener, gate: Gate, maker: Makers, work: Schedule
) -> Generator[tuple[Artifact | Failed, tuple[Finding, ...]]]:
    """Make what is stale, in workers; give what became of each file."""
    from polyleaf.building.jobs import Jobs  # noqa: PLC0415 - a build with nothing to do is over before
    from polyleaf.building.publisher import Publisher  # noqa: PLC0415 - as above

    if request.workers > 1:
        warm_up(_WARM, len(work.stale))  # they load WeasyPrint while the leaflets are translated here
    listener.found(tuple(gate.findings))
    state = State.RELEASE if request.release else State.DRAFT
    publisher = Publisher(workspace.project, request.out, state, work.digests)
    with staging(request.out) as folder:
        jobs = list(Jobs(workspace, request.out, state, gate, maker).of(work, folder))
        listener.started(sum(len(job.asked) for job in jobs), len(work.unchanged))
        with closing(run_orders(make, jobs, request.workers, preload=_WARM, if_slow=IF_SLOW)) as results:
            for job, result in results:
                yield from publisher.outcomes(job, result)
