"""The folder in which files are made before they take their place."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from polyleaf.errors import MachineError

_PREFIX = ".building-"


@contextmanager
def staging(out: Path) -> Iterator[Path]:
    """A folder inside ``out``, so that a finished file takes its place in one step; removed in the end, come what may.

    Folders left by builds that were killed are cleared away. The lock on a folder goes with the process that holds
    it, so those of builds that still run are let be.

    Raises:
        MachineError: ``out`` cannot be written to.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        _clear(out)
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=out))
    except OSError as error:
        reason = error.strerror or str(error)
        raise MachineError(f"nothing can be written to {out}: {reason}", "Choose another folder with -o.") from error
    lock = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(lock)


def _clear(out: Path) -> None:
    for folder in out.glob(f"{_PREFIX}*"):
        if folder.is_symlink() or not folder.is_dir():
            continue
        with suppress(OSError):
            lock = os.open(folder, os.O_RDONLY)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(folder, ignore_errors=True)
            finally:
                os.close(lock)
