"""Puts a new leaflet into a project: whole or not at all."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from polyleaf.errors import UsageError
from polyleaf.files import write_atomic
from polyleaf.importing.bringing import Written
from polyleaf.manuscript.faults import Refusal
from polyleaf.model.foreign import one_line
from polyleaf.source.reader import LEAFLET_FILE, LEAFLETS
from polyleaf.source.root import RESERVED
from polyleaf.source.values import identifier
from polyleaf.starter.new_leaflet import leaflet_name

_PICTURES = "images"


def free_name(root: Path, wanted: str | None, stem: str) -> str:
    """The name of the new leaflet.

    Args:
        root: The project.
        wanted: A name that was asked for.
        stem: Name of the document, without its ending.

    Raises:
        UsageError: There is a leaflet of that name, or no leaflet can have it.
    """
    name = wanted or leaflet_name(stem)
    if not name:
        shown = one_line(stem, 40)
        raise UsageError(
            f"no name can be made of “{shown}”: names have letters a-z and digits", "Name it: --as knee-pain"
        )
    try:
        identifier(name)
    except Refusal as refusal:
        raise UsageError(f"a leaflet {refusal.message}", refusal.hint) from None
    if name in RESERVED:
        name = f"{name}-leaflet"
    if (root / LEAFLETS / name).exists():
        raise UsageError(
            f"there is already a leaflet {name}; nothing was changed",
            f"Name the new one with --as, or take corrections of that leaflet with --update {name}.",
        )
    return name


def placed(root: Path, name: str, written: Written) -> Path:
    """Writes the leaflet and its pictures.

    Returns:
        The file with its text.

    Raises:
        MachineError: It cannot be written; then nothing of it is left.
    """
    folder = root / LEAFLETS / name
    done: list[Path] = []
    try:
        for picture, data in written.pictures.items():
            done.append(folder / picture)
            write_atomic(folder / picture, data)
        path = folder / LEAFLET_FILE
        done.append(path)
        write_atomic(path, written.text.encode())  # last: a folder without it is no leaflet yet
    except BaseException:
        for one in done:
            with suppress(OSError):
                one.unlink(missing_ok=True)
        for empty in (folder / _PICTURES, folder, folder.parent):
            with suppress(OSError):  # something else is in it
                empty.rmdir()
        raise
    return path
