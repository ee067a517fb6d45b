"""What removed leaflets leave behind: built files and catalogs, which nothing else names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from polyleaf.building.item import item_of
from polyleaf.catalog.po.paths import TEMPLATES
from polyleaf.model.project import Project
from polyleaf.model.subject import LeftBehind
from polyleaf.source.reader import LEAFLETS


def left_behind(project: Project, out: Path) -> tuple[LeftBehind, ...]:
    """Every leaflet that has no folder any more, with what is still there of it.

    Args:
        project: The project.
        out: Folder of the built files.
    """
    catalogs: dict[str, list[str]] = {}
    for path in _catalogs(project.root):
        if path.stem != TEMPLATES:
            catalogs.setdefault(path.stem, []).append(project.relative(path))
    prints: dict[str, int] = {}
    for path in sorted(out.glob("*/*/*")):
        item = item_of(PurePosixPath(path.relative_to(out).as_posix()))
        if item is not None:
            prints[item.leaflet] = prints.get(item.leaflet, 0) + 1
    gone = sorted(name for name in {*catalogs, *prints} if not (project.root / LEAFLETS / name).exists())
    return tuple(LeftBehind(name, tuple(catalogs.get(name, ())), prints.get(name, 0)) for name in gone)


def _catalogs(root: Path) -> Iterator[Path]:
    yield from sorted(root.glob("translations/*.pot"))
    yield from sorted(root.glob("translations/*/LC_MESSAGES/*.po"))
