"""Preflight of all files of a job."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from polyleaf.building.item import Item
from polyleaf.building.plan import BuildRequest
from polyleaf.cache.store import own_store
from polyleaf.checks.subjects import project_waivers
from polyleaf.checks.waivers import covers
from polyleaf.delivery.known_reports import KnownReports
from polyleaf.inspecting.preflight import PreflightOrder, judged, scratch_folder
from polyleaf.model.artifact import Artifact
from polyleaf.model.finding import Waiver
from polyleaf.model.preflight import PreflightReport
from polyleaf.model.preset import Preset
from polyleaf.model.project import Project
from polyleaf.workers.pool import run_orders
from polyleaf.workers.worker import Failure


def preflights(
    project: Project, preset: Preset, dist: Path, files: Mapping[Item, Artifact], jobs: int
) -> dict[Item, PreflightReport | Failure]:
    """What a print shop would say of each file; what the project waived is left out.

    Args:
        project: The project.
        preset: What the files are held against.
        dist: Where they stand.
        files: The files.
        jobs: Worker processes; 0 means one for each core.
    """
    with scratch_folder() as scratch:
        orders = [
            PreflightOrder(
                dist / artifact.path,
                f"press/{Path(artifact.path).name}",
                preset,
                pictures=True,
                leaflet=item.leaflet,
                locale=item.locale,
                scratch=scratch,
            )
            for item, artifact in files.items()
        ]
        of = {order.path: item for order, item in zip(orders, files, strict=True)}
        workers = BuildRequest(dist, jobs=jobs).workers
        known = KnownReports(own_store())
        found: dict[Item, PreflightReport | Failure] = {}
        for order in orders:
            item = of[order.path]
            if (report := known.of(order, files[item].sha256)) is not None:
                found[item] = report
        rest = [order for order in orders if of[order.path] not in found]
        rest.sort(key=lambda order: -files[of[order.path]].pages)  # else the longest is alone in the end
        with closing(run_orders(judged, rest, workers, preload=(judged.__module__,))) as results:
            for order, result in results:
                item = of[order.path]
                found[item] = result
                if isinstance(result, PreflightReport):
                    known.keep(order, files[item].sha256, result)
        known.close()
    waivers = project_waivers(project)
    return {item: _less_waived(report, waivers, item.leaflet) for item, report in found.items()}


def _less_waived(
    report: PreflightReport | Failure, waivers: Sequence[Waiver], leaflet: str
) -> PreflightReport | Failure:
    if isinstance(report, Failure):
        return report
    kept = (one for one in report.findings if not any(covers(waiver, one.check, leaflet) for waiver in waivers))
    return replace(report, findings=tuple(kept))
