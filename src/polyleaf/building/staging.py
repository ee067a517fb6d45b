"""The folder in which files are made before they take their place."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from polyleaf.errors import MachineError
from polyleaf.files import alone, clear_parts

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
        with alone(out):  # between a folder and its lock nobody looks for what killed builds left
            clear(out)
            folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=out))
            lock = os.open(folder, os.O_RDONLY)
            fcntl.flock(lock, fcntl.LOCK_EX)
    except OSError as error:
        reason = error.strerror or str(error)
        raise MachineError(f"nothing can be written to {out}: {reason}", "Choose another folder with -o.") from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(lock)


def clear(out: Path) -> bool:
    """Remove what killed builds left: their folders, and files that were not finished.

    Returns:
        Whether no other build is at work.
    """
    clear_parts(out)
    is_quiet = True
    for folder in out.glob(f"{_PREFIX}*"):
        if folder.is_symlink() or not folder.is_dir():
            continue
        try:
            lock = os.open(folder, os.O_RDONLY)
        except OSError:
            continue
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(folder, ignore_errors=True)
        except OSError:
            is_quiet = False
        finally:
            os.close(lock)
    return is_quiet
