"""Reads a ledger: a text file of the project that people write by hand too."""

from __future__ import annotations

from pathlib import Path

from polyleaf.errors import UsageError
from polyleaf.files import read_bounded, undecodable_line


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
        return read_bounded(path, most, name).decode("utf-8-sig")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        raise UsageError(f"{name}:{undecodable_line(error)}: the file is not UTF-8", "Save it as UTF-8.") from error
