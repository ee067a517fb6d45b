"""One zip file with all that a print shop needs. It is whole and without errors, or it is not written."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from polyleaf.building.build import build
from polyleaf.building.codes import Prints, record_built
from polyleaf.building.item import Item
from polyleaf.building.manifest import read_manifest
from polyleaf.building.outcome import BuildReport, Failed, Listener, failed
from polyleaf.building.plan import BuildRequest, plan
from polyleaf.building.prints_file import read_prints
from polyleaf.building.release import Release
from polyleaf.delivery.archive import packed
from polyleaf.delivery.copies import CopyRequest, Key, read_copies
from polyleaf.delivery.job_item import job_item
from polyleaf.delivery.job_ticket import NAME, JobTicket, ticket_json
from polyleaf.delivery.old_stock import Box, compare, read_bundle
from polyleaf.delivery.papers import papers
from polyleaf.delivery.preflights import preflights
from polyleaf.delivery.printable import Unsettled, notices, placed
from polyleaf.errors import ExitCode
from polyleaf.files import write_atomic
from polyleaf.inspecting.preflight import find_preset
from polyleaf.inspecting.verify import Verifier
from polyleaf.model.artifact import Artifact
from polyleaf.model.finding import Severity
from polyleaf.model.output import PRESS
from polyleaf.model.preflight import PreflightReport
from polyleaf.workers.worker import Failure
from polyleaf.workspace import Workspace

Reported = Callable[[PreflightReport], Mapping[str, bytes]]
"""A preflight report as files, by their endings (``json``)."""

_OTHERWISE = "With --allow-drafts a draft is packed."


@dataclass(frozen=True, slots=True)
class PackageRequest:
    """What somebody wants to have printed.

    Attributes:
        target: The zip file.
        dist: Folder of the built files.
        leaflets, locales, editions: Only these; all if empty.
        orders: The order list, or None.
        since: An earlier bundle, or None.
        allow_drafts: Whether translations that nobody signed off are packed too, as drafts.
        jobs: Worker processes; 0 means one for each core.
    """

    target: Path
    dist: Path
    leaflets: tuple[str, ...] = ()
    locales: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    orders: Path | None = None
    since: Path | None = None
    allow_drafts: bool = False
    jobs: int = 0


@dataclass(frozen=True, slots=True)
class PackageReport:
    """What came of it.

    Attributes:
        ticket: The job; None if nothing was written.
        refused: Why it is refused.
        boxes: Old stock of the earlier bundle.
        recorded: Lines added to the record of prints.
        unsettled: What is wrong with the orders; it stands on the job sheet too.
    """

    ticket: JobTicket | None
    refused: tuple[Failed, ...] = ()
    boxes: tuple[Box, ...] = ()
    recorded: int = 0
    unsettled: tuple[Unsettled, ...] = ()

    @property
    def exit_code(self) -> ExitCode:
        """Whether the bundle was made."""
        kinds = {one.exit_code for one in self.refused}
        return ExitCode.ENVIRONMENT if ExitCode.ENVIRONMENT in kinds else ExitCode.FINDINGS if kinds else ExitCode.OK


def package(workspace: Workspace, request: PackageRequest, listener: Listener, reported: Reported) -> PackageReport:
    """Build the press files that are ordered and pack them.

    Args:
        workspace: The project, its rooms and sign-offs, and the day.
        request: What to pack.
        listener: Is told of the build.
        reported: Writes preflight reports.

    Raises:
        ContentError: The order list has faults.
        UsageError: The earlier bundle, or a name in the request, cannot be used.
        MachineError: Something cannot be read or written.
    """
    return _Package(workspace, request, listener, reported).run()


class _Package:
    """One bundle in the making."""

    def __init__(self, workspace: Workspace, request: PackageRequest, listener: Listener, reported: Reported) -> None:
        project = self._project = workspace.project
        self._workspace, self._request, self._listener = workspace, request, listener
        self._reported = reported
        self._preset = find_preset(project.config.print_job.preflight, project.config.presets)
        self._known = set(read_prints(project).codes)

    def run(self) -> PackageReport:
        request, project = self._request, self._project
        copies = read_copies(request.orders, project) if request.orders else None
        old = read_bundle(request.since).stock if request.since else ()
        asked = BuildRequest(request.dist, request.leaflets, request.locales, request.editions, output=PRESS.name)
        items = [item for item in plan(project, asked) if copies is None or _key(item) in copies]
        verifier = Verifier(self._workspace, request.dist) if old else None
        boxes = compare(old, verifier, drafts=request.allow_drafts) if verifier else ()
        kept = {box.item.key for box in boxes if box.keep}
        if copies is None:
            items = [item for item in items if _key(item) not in kept]
        if not items:
            return PackageReport(None, boxes=boxes)
        refused = self._unsigned(items)
        if refused and not request.allow_drafts:
            return PackageReport(None, tuple(refused.values()), boxes)
        if spoiled := tuple(self._build(asked, items, refused)):
            return PackageReport(None, spoiled, boxes)
        artifacts, _ = read_manifest(request.dist)
        files = {item: artifacts[item.path] for item in items}
        return self._pack(files, copies or {}, boxes)

    def _unsigned(self, items: Sequence[Item]) -> dict[tuple[str, str], Failed]:
        """The leaflets and languages that may not be released."""
        release = Release(self._workspace)
        pairs = dict.fromkeys((item.leaflet, item.locale) for item in items)
        brief = self._request.allow_drafts
        found = {pair: release.refusal(*pair, _OTHERWISE, brief=brief) for pair in pairs}
        return {pair: failure for pair, failure in found.items() if failure is not None}

    def _build(
        self, asked: BuildRequest, items: Sequence[Item], drafts: Mapping[tuple[str, str], Failed]
    ) -> Iterator[Failed]:
        """Build what is signed off as a release, the rest as drafts; what fails is given back."""
        for release in (True, False):
            only = frozenset(_key(item) for item in items if ((item.leaflet, item.locale) in drafts) is not release)
            if only:
                report: BuildReport = build(
                    self._workspace,
                    replace(asked, jobs=self._request.jobs, release=release, only=only),
                    self._listener,
                )
                yield from report.failed

    def _pack(
        self, files: Mapping[Item, Artifact], copies: Mapping[Key, CopyRequest], boxes: tuple[Box, ...]
    ) -> PackageReport:
        prints = Prints(self._workspace)
        workers = BuildRequest(self._request.dist, jobs=self._request.jobs).workers
        reports = preflights(self._project, self._preset, self._request.dist, files, self._request.jobs)
        entries: dict[str, bytes | Path] = {}
        items, refused, unsettled = [], [], []
        for item, artifact in files.items():
            path = self._request.dist / artifact.path
            line = prints.print_of(artifact)
            if line is None or hashlib.sha256(path.read_bytes()).hexdigest() != artifact.sha256:
                reason = "the leaflet or its file was changed while the bundle was made"
                refused.append(failed(item, reason, "Run the command again."))
                continue
            report = reports[item]
            if isinstance(report, Failure):
                refused.append(failed(item, report.message, report.hint))
                continue
            name = f"press/{path.name}"
            entries[name] = path
            entries |= {f"preflight/{path.stem}.{end}": page for end, page in self._reported(report).items()}
            findings = report.findings
            wish = copies.get(_key(item), CopyRequest(0))
            made = job_item(self._project, item, artifact, line.text, wish, findings)
            told = tuple(notices(made, self._workspace.today))
            unsettled += [placed(notice, made, wish, str(self._request.orders)) for notice in told]
            items.append(
                replace(
                    made,
                    file=name,
                    preflight=f"preflight/{path.stem}.json",
                    unsettled="; ".join(notice.message for notice in told),
                )
            )
            if errors := [finding for finding in findings if finding.severity is Severity.ERROR]:
                first = errors[0].fault
                refused.append(failed(item, first.message, first.hint))
        if refused:
            return PackageReport(None, tuple(refused), boxes, unsettled=tuple(unsettled))
        packed_now = {item.key: item.code for item in items}
        boxes = tuple(replace(box, present=box.present or packed_now.get(box.item.key, "")) for box in boxes)
        ticket = JobTicket(
            organisation=self._project.config.organisation,
            proof_contact=self._project.config.print_job.proof_contact,
            items=tuple(items),
            still_current=tuple(box.item for box in boxes if box.keep and box.item.key not in packed_now),
        )
        pages = {name: content for name, content in entries.items() if isinstance(content, Path)}
        entries |= papers(self._workspace, ticket, pages, boxes, workers)
        documents = {
            name: hashlib.sha256(content).hexdigest() for name, content in entries.items() if isinstance(content, bytes)
        }
        ticket = replace(ticket, documents=documents)
        entries[NAME] = ticket_json(ticket)
        record_built(self._workspace, files.values())
        write_atomic(self._request.target, packed(entries))
        recorded = len(set(read_prints(self._project).codes) - self._known)
        return PackageReport(ticket, boxes=boxes, recorded=recorded, unsettled=tuple(unsettled))


def _key(item: Item) -> Key:
    return item.leaflet, item.locale, item.edition
