"""Worker processes that may die: each death costs one order, never the build.

Workers come from a fork server that has imported the heavy modules once (WeasyPrint takes about a second), each with
a pipe of its own, so that no worker can break the queue of the others. A result counts from the moment it came
through the pipe: what happens to the worker afterwards (WeasyPrint now and then crashes on leaving) does not matter.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import forkserver
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

from polyleaf.errors import ExitCode, MachineError, PolyleafError

OrderT = TypeVar("OrderT")
ResultT = TypeVar("ResultT")

SECONDS = 300.0
"""How long one order may take. A leaflet takes 0.4 s, the slowest script 2 s: after this, a worker hangs."""

ATTEMPTS = 2
"""How often an order is tried when its worker dies: once more, because a crash may be a rare race."""

SERIAL = 2
"""Up to so many orders are carried out in this process: starting a pool takes longer (engine measurements)."""

_OUR_FAULT = "This is a fault of polyleaf: please report it."


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an order came to nothing.

    Attributes:
        message: What is wrong.
        hint: What to do about it.
        detail: The traceback of an unexpected error, for ``-v``; else "".
        exit_code: What kind of failure it is.
    """

    message: str
    hint: str = ""
    detail: str = ""
    exit_code: ExitCode = ExitCode.FINDINGS


def run_orders(
    function: Callable[[OrderT], ResultT],
    orders: Sequence[OrderT],
    jobs: int,
    *,
    seconds: float = SECONDS,
    preload: Sequence[str] = (),
) -> Generator[tuple[OrderT, ResultT | Failure], None, None]:
    """Carry out every order; results come as they are done, each order exactly once.

    Closing the iterator, an exception or Ctrl-C stops all workers at once. Use it inside ``contextlib.closing``.

    Args:
        function: A function at the top of an importable module. What it raises becomes a ``Failure``.
        orders: Picklable orders.
        jobs: Worker processes at most; 1 means this process itself.
        seconds: Time limit of one order; its worker is killed. Not watched when there are no workers.
        preload: Modules worth importing once for all workers.

    Raises:
        MachineError: Processes cannot be started.
    """
    if jobs <= 1 or len(orders) <= SERIAL:
        return _serially(function, orders)
    return _Pool(function, orders, min(jobs, len(orders)), seconds, preload).results()


def warm_up(preload: Sequence[str], count: int) -> None:
    """Begin to load the modules for workers that will be needed soon, if ``count`` orders need any; does not wait.

    Raises:
        MachineError: Processes cannot be started.
    """
    if count > SERIAL:
        _context(preload)


def _serially(
    function: Callable[[OrderT], ResultT], orders: Sequence[OrderT]
) -> Generator[tuple[OrderT, ResultT | Failure], None, None]:
    for order in orders:
        yield order, _carry_out(function, order)


def _carry_out(function: Callable[[OrderT], ResultT], order: OrderT) -> ResultT | Failure:
    try:
        return function(order)
    except PolyleafError as error:
        return Failure(error.message, error.hint, exit_code=error.exit_code)
    except MemoryError:
        return Failure(
            "out of memory", "Close other programs, or build with fewer workers (-j 1).", exit_code=ExitCode.ENVIRONMENT
        )
    except Exception as error:  # noqa: BLE001 - whatever goes wrong costs this order alone
        return Failure(f"{type(error).__name__}: {error}", _OUR_FAULT, traceback.format_exc(), ExitCode.INTERNAL)


@dataclass(slots=True)
class _Task(Generic[OrderT]):
    order: OrderT
    attempt: int = 1


@dataclass(slots=True)
class _Worker(Generic[OrderT]):
    process: BaseProcess
    pipe: Connection
    task: _Task[OrderT] | None = None
    deadline: float = 0.0


class _Pool(Generic[OrderT, ResultT]):
    """The parent's side: hands out orders, takes results in, replaces the dead."""

    def __init__(
        self,
        function: Callable[[OrderT], ResultT],
        orders: Sequence[OrderT],
        size: int,
        seconds: float,
        preload: Sequence[str],
    ) -> None:
        self._function = function
        self._waiting = deque(_Task(order) for order in orders)
        self._size = size
        self._seconds = seconds
        self._preload = preload
        self._workers: list[_Worker[OrderT]] = []

    def results(self) -> Generator[tuple[OrderT, ResultT | Failure], None, None]:
        context = _context(self._preload)
        try:
            while self._waiting or any(worker.task for worker in self._workers):
                yield from self._hand_out(context)
                yield from self._collect()
        finally:
            self._stop()

    def _hand_out(self, context: ForkServerContext | SpawnContext) -> Iterator[tuple[OrderT, Failure]]:
        idle = [worker for worker in self._workers if worker.task is None]
        while self._waiting and (idle or len(self._workers) < self._size):
            worker = idle.pop() if idle else self._start(context)
            task = self._waiting.popleft()
            worker.task, worker.deadline = task, time.monotonic() + self._seconds
            try:
                worker.pipe.send(task.order)
            except OSError:
                yield from self._died(worker, task)
            except Exception as error:  # noqa: BLE001 - an order that does not pickle is that order's failure
                worker.task = None
                idle.append(worker)
                yield task.order, Failure(f"its order cannot be sent: {error}", _OUR_FAULT, exit_code=ExitCode.INTERNAL)

    def _collect(self) -> Iterator[tuple[OrderT, ResultT | Failure]]:
        busy = {worker.pipe: worker for worker in self._workers if worker.task is not None}
        if not busy:
            return
        patience = min(worker.deadline for worker in busy.values()) - time.monotonic()
        ready = wait(list(busy), max(0.0, patience))
        for pipe, worker in busy.items():
            task = worker.task
            if task is None:
                continue
            if pipe in ready:
                yield from self._receive(worker, task)
            elif time.monotonic() >= worker.deadline:
                self._bury(worker)
                message = f"it was not done after {self._seconds:.0f} seconds and was stopped"
                yield task.order, Failure(message, "Look for a very large picture or table.")

    def _receive(self, worker: _Worker[OrderT], task: _Task[OrderT]) -> Iterator[tuple[OrderT, ResultT | Failure]]:
        try:
            result: ResultT | Failure = worker.pipe.recv()
        except (EOFError, OSError):
            yield from self._died(worker, task)
            return
        except Exception as error:  # noqa: BLE001 - a result that does not unpickle is that order's failure
            result = Failure(f"its result cannot be read: {error}", _OUR_FAULT, exit_code=ExitCode.INTERNAL)
        worker.task = None
        yield task.order, result

    def _died(self, worker: _Worker[OrderT], task: _Task[OrderT]) -> Iterator[tuple[OrderT, Failure]]:
        """Give the order of a dead worker to another one, behind the others; give it up the second time."""
        end = self._bury(worker)
        if task.attempt < ATTEMPTS:
            task.attempt += 1
            self._waiting.append(task)
        else:
            message = f"the worker making it died {ATTEMPTS} times ({end})"
            yield task.order, Failure(message, "Run `polyleaf doctor`; with little memory, build with -j 1.")

    def _start(self, context: ForkServerContext | SpawnContext) -> _Worker[OrderT]:
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self._function), daemon=True)
        try:
            with _no_interrupt():
                process.start()
                worker: _Worker[OrderT] = _Worker(process, ours)
                self._workers.append(worker)
        except (OSError, EOFError) as error:
            ours.close()
            raise MachineError(f"no worker process can be started: {error}", "Build with -j 1.") from error
        finally:
            theirs.close()
        return worker

    def _bury(self, worker: _Worker[OrderT]) -> str:
        """End a worker for certain, and say how it ended."""
        self._workers.remove(worker)
        worker.pipe.close()
        worker.process.join(0.5)  # one that is dying tells how; one that hangs never would
        worker.process.kill()
        worker.process.join()
        code = worker.process.exitcode or 0
        try:
            return signal.Signals(-code).name if code < 0 else f"exit status {code}"
        except ValueError:
            return f"signal {-code}"

    def _stop(self) -> None:
        """Stop every worker: the idle leave by themselves, the busy are killed."""
        for worker in self._workers:
            worker.pipe.close()
            if worker.task is not None:
                worker.process.kill()
        for worker in self._workers:
            worker.process.join(1.0)
            worker.process.kill()
            worker.process.join()
        self._workers.clear()


def _serve(pipe: Connection, function: Callable[[OrderT], ResultT]) -> None:
    """A worker's life: take an order, send its result, until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to the whole group; the parent decides
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    while True:
        try:
            order = pipe.recv()
        except (EOFError, OSError):
            os._exit(0)  # nothing to save: skip the clean-up in which native libraries sometimes crash
        result = _carry_out(function, order)
        try:
            pipe.send(result)
        except OSError:
            os._exit(0)
        except Exception as error:  # noqa: BLE001 - a result that does not pickle is that order's failure
            pipe.send(Failure(f"its result cannot be sent: {error}", _OUR_FAULT, exit_code=ExitCode.INTERNAL))


def _leave_with_parent() -> None:
    """End this worker when the parent is gone, however it went, and whatever the worker is doing."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _context(preload: Sequence[str]) -> ForkServerContext | SpawnContext:
    """How workers are started: forked from a server with the heavy modules loaded, where the system can."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(preload))
    with _no_interrupt(), _search_path_for_children():
        try:
            forkserver.ensure_running()
        except OSError as error:
            raise MachineError(f"no worker process can be started: {error}", "Build with -j 1.") from error
    return context


@contextmanager
def _no_interrupt() -> Iterator[None]:
    """Hold Ctrl-C back while a process is born: the child is born deaf to it, and the parent loses none."""
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
            signal.signal(signal.SIGINT, handler)
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
