"""How worker processes come into the world: forked from a server that has loaded the heavy modules once."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import forkserver, resource_tracker
from multiprocessing.context import ForkServerContext, SpawnContext

from polyleaf.errors import MachineError

Context = ForkServerContext | SpawnContext


def birthplace(preload: Sequence[str]) -> Context:
    """The fork server, started if it is not there yet, without waiting for its modules; plain processes elsewhere.

    Raises:
        MachineError: It cannot be started.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(preload))
    with _search_path_for_children():
        try:
            # First, and alone: on its way it lets Ctrl-C through again, and the server would be stopped by it.
            resource_tracker.ensure_running()
            with no_interrupt():
                forkserver.ensure_running()
        except OSError as error:
            raise MachineError(f"no worker process can be started: {error}", "Build with -j 1.") from error
    return context


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
