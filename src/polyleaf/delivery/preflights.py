"""Preflight of all files of a job."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from polyleaf.building.item import Item
from polyleaf.building.plan import BuildRequest
from polyleaf.checks.subjects import project_waivers
from polyleaf.checks.waivers import covers
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
        found: dict[Item, PreflightReport | Failure] = {}
        waivers = project_waivers(project)
        with closing(run_orders(judged, orders, workers, preload=(judged.__module__,))) as results:
            for order, report in results:
                found[of[order.path]] = _less_waived(report, waivers, of[order.path].leaflet)
    return found


def _less_waived(
    report: PreflightReport | Failure, waivers: Sequence[Waiver], leaflet: str
) -> PreflightReport | Failure:
    if isinstance(report, Failure):
        return report
    kept = (one for one in report.findings if not any(covers(waiver, one.check, leaflet) for waiver in waivers))
    return replace(report, findings=tuple(kept))
