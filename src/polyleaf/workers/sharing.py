"""Work that is done at once and shared with copies of this process: what it has read and learnt need not be sent.

A pool is for work that lasts, and its workers begin by loading modules; a copy begins where this process stands.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

from polyleaf.workers.forkserver import no_interrupt
from polyleaf.workers.worker import Failure, carry_out

OrderT = TypeVar("OrderT")
ResultT = TypeVar("ResultT")


def shared(function: Callable[[OrderT], ResultT], orders: Sequence[OrderT], jobs: int) -> list[ResultT]:
    """The result of each order, in their order; part of them worked out by copies of this process.

    What a copy does not bring, because it died or failed, is worked out here: the errors are those of ``function``.

    Args:
        function: Works out one; its results can be pickled. What it changes in memory is lost in a copy.
        orders: What is asked for.
        jobs: Processes, this one among them.
    """
    count = min(jobs, len(orders)) if can_be_copied() else 1
    results: dict[int, ResultT] = {}
    if count > 1:
        gc.freeze()  # what is here already is no garbage of anybody's
    with ExitStack() as stack:
        copies = [stack.enter_context(_Copy(function, orders, range(n, len(orders), count))) for n in range(1, count)]
        for n in range(0, len(orders), max(1, count)):
            results[n] = function(orders[n])
        for copy in copies:
            results |= copy.results()
    gc.unfreeze()
    return [results[n] if n in results else function(orders[n]) for n in range(len(orders))]


def can_be_copied() -> bool:
    """Whether a copy of this process is sound: one of several threads, or one of macOS's libraries, may not be."""
    return sys.platform == "linux" and threading.active_count() == 1


class _Copy(Generic[OrderT, ResultT]):
    """A copy of this process at its share; it ends with the block, whatever happens there."""

    def __init__(self, function: Callable[[OrderT], ResultT], orders: Sequence[OrderT], share: Sequence[int]) -> None:
        self._function, self._orders, self._share = function, orders, share
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def __enter__(self) -> _Copy[OrderT, ResultT]:
        context = multiprocessing.get_context("fork")
        self._pipe, theirs = context.Pipe(duplex=False)
        process = context.Process(target=self._work, args=(theirs,), daemon=True)
        with suppress(OSError), no_interrupt():  # no process to be had: all is worked out here
            process.start()
            self._process = process
        theirs.close()
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        if self._pipe is not None:
            self._pipe.close()

    def results(self) -> dict[int, ResultT]:
        """What it has worked out, by the number of the order."""
        found: dict[int, ResultT] = {}
        with suppress(EOFError, OSError):
            while self._pipe is not None and (told := self._pipe.recv()) is not None:
                number, result = told
                found[number] = result
        return found

    def _work(self, pipe: Connection) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides
        for number in self._share:
            result = carry_out(self._function, self._orders[number])
            if isinstance(result, Failure):
                break
            try:
                pipe.send((number, result))
            except OSError:
                break  # nobody listens any more
        with suppress(OSError):
            pipe.send(None)
        os._exit(0)  # what is to be cleared up at the end is the parent's
