"""Removes built files that no longer belong to anything."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path, PurePosixPath

from polyleaf.building.item import Item, item_of
from polyleaf.errors import MachineError
from polyleaf.model.project import Project


def prune(project: Project, out: Path) -> tuple[str, ...]:
    """Remove the files of leaflets, locales and editions that the project no longer has.

    Only files and folders are removed whose path says that polyleaf wrote them, and folders that are empty then. Links
    are never followed.

    Returns:
        Paths of the removed files, relative to ``out``.

    Raises:
        MachineError: A file cannot be removed.
    """
    removed = []
    for path in sorted(out.glob("*/*/*")):
        if path.is_symlink() or path.parent.is_symlink() or path.parent.parent.is_symlink():
            continue
        relative = path.relative_to(out).as_posix()
        item = item_of(PurePosixPath(relative))
        if item is None or path.is_dir() != item.output.is_folder or _wanted(project, item):
            continue
        try:
            (shutil.rmtree if item.output.is_folder else Path.unlink)(path)
        except OSError as error:
            raise MachineError(f"{path} cannot be removed: {error.strerror}") from error
        removed.append(relative)
        for folder in (path.parent, path.parent.parent):
            with suppress(OSError):  # it holds something else
                folder.rmdir()
    return tuple(removed)


def _wanted(project: Project, item: Item) -> bool:
    """Whether the project has the item. A leaflet that is broken or was not read is still there."""
    source = project.root / "leaflets" / item.leaflet / "leaflet.md"
    return source.exists() and item.locale in project.config.locales and item.edition in project.config.editions
