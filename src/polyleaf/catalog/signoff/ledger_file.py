"""Reads a ledger: a text file of the project that people write by hand too."""

from __future__ import annotations

import stat
from pathlib import Path

from polyleaf.errors import MachineError, UsageError

MIB = 1024 * 1024


def ledger_text(root: Path, name: str, most: int) -> str:
    """The text of a ledger; "" if there is none.

    Args:
        root: Folder of the project.
        name: Path of the ledger, relative to it.
        most: Most bytes.

    Raises:
        UsageError: It leads out of the project, is no file, too large, or not UTF-8.
        MachineError: It cannot be read.
    """
    path = root / name
    if not path.resolve().is_relative_to(root.resolve()):
        raise UsageError(f"{name} is a link to a place outside the project", "Put the file itself there.")
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UsageError(f"{name} is not a file", "Move it away.")
        with path.open("rb") as file:
            data = file.read(most + 1)
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise MachineError(f"cannot read {name}: {error.strerror}", "Ask for permission to read the file.") from error
    if len(data) > most:
        raise UsageError(f"{name} is larger than {most // MIB} MB", "Take the last good copy of it.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UsageError(f"{name}:{line}: the file is not UTF-8", "Save it as UTF-8.") from error
