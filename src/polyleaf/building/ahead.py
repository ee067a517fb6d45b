"""Workers begin to load their modules before the project is read, where it is plain that there is work for them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from polyleaf.building.manifest import MANIFEST
from polyleaf.catalog.po.paths import catalog_path
from polyleaf.errors import MachineError
from polyleaf.workers.pool import SERIAL, warm_up

if TYPE_CHECKING:
    from polyleaf.building.plan import BuildRequest

WARM = ("polyleaf.building.warm",)
"""What workers load: it takes as long as all that is done before the first order is there."""


def begin_workers(request: BuildRequest, jobs: int) -> None:
    """Let workers load WeasyPrint, if there are several for so many jobs; does not wait.

    Raises:
        MachineError: Processes cannot be started.
    """
    if request.workers > 1 and not request.scheduler:
        warm_up(WARM, jobs)


def begin_workers_ahead(root: Path, request: BuildRequest) -> None:
    """The same before anything is read, if so many files are missing for certain. A build that is not sure waits."""
    if request.release or request.bilingual or (not request.force and (request.out / MANIFEST).is_file()):
        return
    least = sum(1 for _ in islice(_missing(root, request), SERIAL + 1))
    with suppress(MachineError):  # told when they are needed
        begin_workers(request, least)


def _missing(root: Path, request: BuildRequest) -> Iterator[str]:
    """The leaflet of each file that will be made, as often as there are such files; there may be more."""
    leaflets = request.leaflets or (path.parent.name for path in (root / "leaflets").glob("*/leaflet.md"))
    locales = request.locales or tuple(path.name for path in (root / "translations").glob("*"))
    for name in leaflets:
        for locale in locales:
            if request.locales or catalog_path(root, locale, name).is_file():
                yield from [name] * max(1, len(request.editions))
