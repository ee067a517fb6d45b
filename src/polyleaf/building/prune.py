"""Removes built files that no longer belong to anything."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Container, Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath

from polyleaf.building.item import Item, item_of
from polyleaf.building.manifest import read_manifest
from polyleaf.building.staging import clear
from polyleaf.errors import MachineError
from polyleaf.files import alone
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
    return tuple(_removed(out, lambda item: not _wanted(project, item)))


def _removed(out: Path, is_due: Callable[[Item], bool], without: Container[str] = ()) -> Iterator[str]:
    for relative in _third_level(out):
        if relative in without:
            continue
        path = out / relative
        if path.is_symlink() or path.parent.is_symlink() or path.parent.parent.is_symlink():
            continue
        item = item_of(PurePosixPath(relative))
        if item is None or path.is_dir() != item.output.is_folder or not is_due(item):
            continue
        try:
            (shutil.rmtree if item.output.is_folder else Path.unlink)(path)
        except OSError as error:
            raise MachineError(f"{path} cannot be removed: {error.strerror}") from error
        yield relative
        for folder in (path.parent, path.parent.parent):
            with suppress(OSError):  # it holds something else
                folder.rmdir()


def _third_level(out: Path) -> list[str]:
    """What stands in folders of folders, as paths relative to ``out``, sorted."""
    inside = [""]
    for _ in range(3):
        inside = [f"{folder}{name}/" for folder in inside for name in _names(f"{out}/{folder}")]
    return sorted(path.rstrip("/") for path in inside)


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)  # noqa: PTH208 - plain strings are faster
    except OSError:  # it is a file, or may not be read
        return []


def remove_unknown(project: Project, out: Path, keep: Container[str]) -> tuple[str, ...]:
    """Remove files of the project that no manifest knows: a killed build left them, and nobody can say what they are.

    Nothing is removed while another build is at work: it has not told yet what it made. Files that the project no
    longer has are left to ``prune``.

    Args:
        project: The project.
        out: Folder of the built files.
        keep: Paths that stay all the same.

    Returns:
        Paths of the removed files, relative to ``out``.

    Raises:
        MachineError: A file cannot be removed.
    """
    with alone(out):
        known, trouble = read_manifest(out)
        if not clear(out) or trouble:
            return ()
        unknown = _removed(
            out, lambda item: item.path not in known and item.path not in keep and _wanted(project, item), known
        )
        return tuple(unknown)


def _wanted(project: Project, item: Item) -> bool:
    """Whether the project has the item. A leaflet that is broken or was not read is still there."""
    source = project.root / "leaflets" / item.leaflet / "leaflet.md"
    return source.exists() and item.locale in project.config.locales and item.edition in project.config.editions
