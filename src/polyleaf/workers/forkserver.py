"""How worker processes come into the world: forked from a server that has loaded the heavy modules once."""

from __future__ import annotations

import fcntl
import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import forkserver, resource_tracker, util
from multiprocessing.context import ForkServerContext, SpawnContext
from pathlib import Path

from polyleaf.errors import MachineError

Context = ForkServerContext | SpawnContext


def birthplace(preload: Sequence[str], *, alone: bool = False) -> Context:
    """The fork server, started if it is not there yet, without waiting for its modules; plain processes elsewhere.

    Args:
        preload: Modules that it loads.
        alone: Whether plain processes are wanted in any case.

    Raises:
        MachineError: It cannot be started.
    """
    if alone or "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(preload))
    with _search_path_for_children():
        try:
            # First, and alone: on its way it lets Ctrl-C through again, and the server would be stopped by it.
            resource_tracker.ensure_running()
            _own_folder()
            with no_interrupt():
                forkserver.ensure_running()
        except OSError as error:
            raise MachineError(f"no worker process can be started: {error}", "Build with -j 1.") from error
    return context


_PREFIX = "polyleaf-sockets-"
"""No other folder begins so: what has this name and no lock is ours, and nobody uses it any more."""


def _own_folder() -> None:
    """Give the sockets of workers a folder that is known again: one whose process was killed is removed by the next.

    The lock on it goes with the process. ``multiprocessing`` calls its own ``pymp-…`` and never looks at them again.
    """
    config = multiprocessing.process.current_process()._config  # type: ignore[attr-defined]  # noqa: SLF001 - as get_temp_dir does
    if config.get("tempdir"):
        return
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):
            if folder.is_symlink() or folder.stat().st_uid != os.getuid():
                continue
            lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(folder, ignore_errors=True)
            finally:
                os.close(lock)
    while True:
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        lock = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        fcntl.flock(lock, fcntl.LOCK_SH)
        if folder.exists():
            break
        os.close(lock)  # another build took it for left over before we had the lock
    config["tempdir"] = str(folder)
    util.Finalize(None, shutil.rmtree, args=(folder, True), exitpriority=-100)


@contextmanager
def no_interrupt() -> Iterator[None]:
    """Hold Ctrl-C back while a process starts: the child never gets it, and the parent gets it afterwards."""
    held: list[int] = []
    in_charge = threading.current_thread() is threading.main_thread()  # Python gives Ctrl-C to this thread only
    if in_charge:
        handler = signal.signal(signal.SIGINT, lambda number, _: held.append(number))
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # children inherit the mask
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
        if in_charge:
            signal.signal(signal.SIGINT, handler if handler is not None else signal.SIG_DFL)
        if held:
            signal.raise_signal(signal.SIGINT)


@contextmanager
def _search_path_for_children() -> Iterator[None]:
    """Let the fork server find the modules this process finds: it is not told ``sys.path`` before Python 3.14."""
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
    try:
        yield
    finally:
        if before is None:
            del os.environ["PYTHONPATH"]
        else:
            os.environ["PYTHONPATH"] = before
