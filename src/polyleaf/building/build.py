"""The main job: from a project to finished files, each whole or not at all."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from polyleaf.building.admission import Gate
from polyleaf.building.ahead import WARM, begin_workers
from polyleaf.building.fonts import families
from polyleaf.building.freshness import Inputs
from polyleaf.building.job import IF_SLOW, Job, Result, make
from polyleaf.building.left_behind import left_behind
from polyleaf.building.maker import Makers, makers
from polyleaf.building.manifest import MANIFEST, add_to_manifest, begin_manifest, read_manifest
from polyleaf.building.outcome import BuildReport, Failed, Kept, Listener
from polyleaf.building.plan import BuildRequest, plan
from polyleaf.building.prune import prune, remove_unknown
from polyleaf.building.reasons import Reasons
from polyleaf.building.schedule import Schedule, schedule
from polyleaf.building.staging import staging
from polyleaf.cache.place import record_of
from polyleaf.cache.seen import Seen
from polyleaf.checks.merging import merged
from polyleaf.checks.registry import checks_of
from polyleaf.checks.run import run
from polyleaf.errors import MachineError
from polyleaf.model.artifact import Artifact, State
from polyleaf.model.finding import Finding
from polyleaf.model.wording import count
from polyleaf.workers.crew import Crew
from polyleaf.workers.pool import run_orders
from polyleaf.workers.worker import Failure
from polyleaf.workspace import Workspace

if TYPE_CHECKING:
    from polyleaf.building.publisher import Outcome

BuildCrew = Crew[Job, tuple[Result, ...]]


def build_crew() -> BuildCrew:
    """Workers for several builds; nobody is started yet. Use it as a context manager."""
    return Crew(make, WARM)


def build(
    workspace: Workspace, request: BuildRequest, listener: Listener, crew: BuildCrew | None = None
) -> BuildReport:
    """Build what was asked for.

    A leaflet that fails does not stop the others and leaves its last good file. On Ctrl-C the workers are stopped,
    temporary files removed, and what is done stays and is in the manifest.

    Args:
        workspace: The project, its rooms and sign-offs, and the day; leaflets that were not read are not touched.
        request: What to build.
        listener: Is told what happens.
        crew: Workers that stay for the next build; else each build has its own.

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
    was_told = (out / MANIFEST).is_file()
    manifest, trouble = read_manifest(out)
    if trouble:
        was_told = False
        listener.note(trouble)
    for fault in workspace.ledger.faults:
        listener.note(f"{fault}; this sign-off does not count")
    seen = Seen(record_of("seen", project.root, out.absolute()), verify=request.verify or request.force)
    inputs = Inputs(workspace, maker, seen)
    work = schedule(gate.admitted(items), manifest, inputs, request, state)
    seen.save()
    reasons = Reasons(project.root, out, inputs, state)
    if request.explain:
        reasons.tell(work.stale, manifest, listener.explained, force=request.force)
    done: list[Artifact | Kept | Failed] = []
    found: list[Finding] = []
    try:
        if work.stale:
            with closing(_made(workspace, request, listener, gate, maker, work, crew)) as outcomes:
                for outcome, findings in outcomes:
                    found += findings
                    done.append(outcome)
                    listener.finished(outcome, findings)
        else:
            listener.started(0, len(work.unchanged))
        pruned = prune(project, out) if request.prune else ()
        gone = left_behind(project, out) if not request.leaflets else ()
        found += run(gone, partial=True, checks=checks_of("source"))
    finally:
        if out.is_dir():
            _note(out, manifest, work, _artifacts(done), reasons)
    built = sorted((one for one in done if isinstance(one, Artifact)), key=_path)
    kept = sorted((one.artifact for one in done if isinstance(one, Kept)), key=_path)
    if was_told:  # else nobody knew anything at the start, and all stays
        _tidy(workspace, out, work, listener)
    if request.release:
        _record(workspace, (*built, *kept, *work.unchanged), listener)
    return BuildReport(
        built=tuple(built),
        unchanged=(*work.unchanged, *kept),
        failed=(*gate.refused, *(one for one in done if isinstance(one, Failed))),
        findings=merged((*gate.findings, *found)),
        pruned=pruned,
        seconds=time.monotonic() - start,
    )


def _note(
    out: Path, manifest: Mapping[str, Artifact], work: Schedule, made: Iterable[Artifact], reasons: Reasons
) -> None:
    """Put what was made into the manifest, and remember what it was made from."""
    current = {one.path: one for one in made}
    add_to_manifest(out, manifest, current.values())
    current |= {one.path: one for one in work.unchanged}
    reasons.keep((item, current[item.path]) for item in work.digests if item.path in current)


def _path(artifact: Artifact) -> str:
    return artifact.path


def _artifacts(done: Iterable[Artifact | Kept | Failed]) -> Iterator[Artifact]:
    """The new lines of the manifest."""
    for one in done:
        match one:
            case Artifact():
                yield one
            case Kept(artifact):
                yield artifact


def _tidy(workspace: Workspace, out: Path, work: Schedule, listener: Listener) -> None:
    """Remove files that no manifest knows: they were left by a build that was stopped."""
    if unknown := remove_unknown(workspace.project, out, {item.path for item in work.stale}):
        listener.note(f"removed {count(len(unknown), 'file')} in {out.name}/ that a build left when it was stopped")


def _record(workspace: Workspace, released: Iterable[Artifact], listener: Listener) -> None:
    from polyleaf.building.codes import record_built  # noqa: PLC0415 - drafts are not recorded

    for told in record_built(workspace, released):
        listener.note(told)


def _with_drafts(workspace: Workspace, state: State) -> Workspace:
    """Drafts are made of leaflets with faults in their front matter, too; releases are not."""
    return replace(workspace, project=workspace.project.with_drafts) if state is State.DRAFT else workspace


def _made(
    workspace: Workspace,
    request: BuildRequest,
    listener: Listener,
    gate: Gate,
    maker: Makers,
    work: Schedule,
    crew: BuildCrew | None,
) -> Generator[Outcome]:
    """Make what is stale, in workers; give what became of each file."""
    from polyleaf.building.jobs import Jobs  # noqa: PLC0415 - a build with nothing to do is over before
    from polyleaf.building.publisher import Publisher  # noqa: PLC0415 - as above
    from polyleaf.building.stored import Stored  # noqa: PLC0415 - as above
    from polyleaf.building.verdicts import Verdicts  # noqa: PLC0415 - as above
    from polyleaf.cache.store import own_store  # noqa: PLC0415 - as above

    state = State.RELEASE if request.release else State.DRAFT
    listener.found(tuple(gate.findings))
    with Stored(own_store(), work.digests, state) as stored, staging(request.out) as folder:
        begin_manifest(request.out)
        languages = (workspace.project.root / "languages").glob("*.toml")
        verdicts = Verdicts(own_store(), languages, request.workers)
        publisher = Publisher(gate, workspace.project, request.out, state, work.digests, stored, verdicts)
        fetched = {} if request.force else dict(publisher.fetched(work.stale, folder))
        rest = work.less({item: outcome for item, (outcome, _) in fetched.items() if isinstance(outcome, Artifact)})
        if crew is None:
            begin_workers(request, len(rest.together))
        listener.started(len(work.stale), len(work.unchanged))
        for item in fetched if request.explain else ():
            listener.explained(item.path, ("taken from the store: it was made before, from the same",))
        yield from fetched.values()
        jobs: Iterator[Job] = iter(())
        if rest.stale:
            writing = Jobs(workspace, request.out, state, gate, maker, verdicts)
            jobs = writing.of(rest, folder, longest_first=request.workers > 1 and not request.first)
        with closing(_results(workspace, request, listener, jobs, len(rest.together), crew)) as results:
            for job, result in results:
                yield from publisher.outcomes(job, result)
        verdicts.close()
        for told in stored.told():
            listener.note(told)


def _results(
    workspace: Workspace,
    request: BuildRequest,
    listener: Listener,
    jobs: Iterator[Job],
    count: int,
    crew: BuildCrew | None,
) -> Generator[tuple[Job, Sequence[Result] | Failure], None, None]:
    """What comes of the jobs, in processes of this machine or on a cluster."""
    if not request.scheduler or not count:
        return run_orders(make, jobs, request.workers, at_most=count, preload=WARM, if_slow=IF_SLOW, crew=crew)
    try:
        from polyleaf.cluster.client import run_on_cluster  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MachineError("Dask is not installed", 'Install it: pip install "polyleaf[cluster]"') from error
    from polyleaf.building.conditions import conditions  # noqa: PLC0415 - as above

    has = partial(conditions, families(workspace.project.config))
    whole = tuple(jobs)
    return run_on_cluster(request.scheduler, make, whole, has, preload=WARM, if_slow=IF_SLOW, note=listener.note)
