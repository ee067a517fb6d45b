"""Files appear whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

from polyleaf.errors import MachineError

_REASONS = {
    errno.ENOSPC: ("the disk is full", "Free some space and run the command again."),
    errno.EDQUOT: ("your disk quota is used up", "Free some space and run the command again."),
    errno.EROFS: ("the disk is read-only", "Choose a folder that can be written to."),
    errno.EACCES: (
        "permission denied",
        "Ask the owner of the folder for permission to write, or work in another folder.",
    ),
    errno.EPERM: (
        "permission denied",
        "Ask the owner of the folder for permission to write, or work in another folder.",
    ),
    errno.EISDIR: ("there is a folder of that name", "Move the folder away and run the command again."),
}


def write_atomic(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``: readers see the old file or the new one, never a part.

    The bytes go to a file beside it, reach the disk, and take its name. Missing folders are made.
    When anything fails, Ctrl-C included, the old file stays and nothing is left lying about.

    Raises:
        MachineError: The disk is full, or the folder cannot be written to.
    """
    beside = path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = path.stat().st_mode & 0o777 if path.is_file() else None
        try:
            with beside.open("xb") as file:
                if mode is not None:
                    os.fchmod(file.fileno(), mode)
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
            raise
    except OSError as error:
        reason, hint = _REASONS.get(error.errno or 0, (error.strerror or str(error), ""))
        raise MachineError(f"cannot write {path}: {reason}", hint) from error


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold off others who add to a record in this folder at the same time: the later one would lose the earlier."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
