"""Worker processes that may die: each death costs one order, never the build.

Workers come from a fork server that has imported the heavy modules once (WeasyPrint takes about a second), each with
a pipe of its own, so that no worker can break the queue of the others. A result counts from the moment it came
through the pipe: what happens to the worker afterwards (WeasyPrint now and then crashes on leaving) does not matter.
"""

from __future__ import annotations

import signal
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

from polyleaf.errors import ExitCode, MachineError
from polyleaf.workers.forkserver import Context, birthplace, no_interrupt
from polyleaf.workers.time_limit import TimeIsUp, time_limit
from polyleaf.workers.worker import OUR_FAULT, Failure, carry_out, serve

OrderT = TypeVar("OrderT")
ResultT = TypeVar("ResultT")

SECONDS = 120.0
"""How long one order may take. A leaflet takes 0.4 s, the slowest script 2 s: after this, it never ends."""

ATTEMPTS = 2
"""How often an order is tried when its worker dies: once more, because a crash may be a rare race."""

STARTS = 10
_PAUSE = 0.1
"""How often a worker is tried to be born, and seconds between: the fork server may have been killed, and come again."""

SERIAL = 2
"""Up to so many orders are carried out in this process: starting a pool takes longer (engine measurements)."""


def run_orders(
    function: Callable[[OrderT], ResultT],
    orders: Sequence[OrderT],
    jobs: int,
    *,
    seconds: float = SECONDS,
    preload: Sequence[str] = (),
    if_slow: str = "Close other programs and try again.",
) -> Generator[tuple[OrderT, ResultT | Failure], None, None]:
    """Carry out every order; results come as they are done, each order exactly once.

    Closing the iterator, an exception or Ctrl-C stops all workers at once. Use it inside ``contextlib.closing``.

    Args:
        function: A function at the top of an importable module. What it raises becomes a ``Failure``.
        orders: Picklable orders.
        jobs: Worker processes at most; 1 means this process itself.
        seconds: Time limit of one order; its worker is killed.
        preload: Modules worth importing once for all workers.
        if_slow: What to do about an order that comes to no end.

    Raises:
        MachineError: Processes cannot be started.
    """
    slow = Failure(f"it was not done after {seconds:.0f} seconds and was stopped", if_slow)
    if jobs <= 1 or len(orders) <= SERIAL:
        return _serially(function, orders, seconds, slow)
    return _Pool(function, orders, min(jobs, len(orders)), seconds, preload, slow).results()


def warm_up(preload: Sequence[str], count: int) -> None:
    """Begin to load the modules for workers that will be needed soon, if ``count`` orders need any; does not wait.

    Raises:
        MachineError: Processes cannot be started.
    """
    if count > SERIAL:
        birthplace(preload)


def _serially(
    function: Callable[[OrderT], ResultT], orders: Sequence[OrderT], seconds: float, slow: Failure
) -> Generator[tuple[OrderT, ResultT | Failure], None, None]:
    for order in orders:
        try:
            with time_limit(seconds):
                result = carry_out(function, order)
        except TimeIsUp:
            result = slow
        yield order, result


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
        slow: Failure,
    ) -> None:
        self._function = function
        self._waiting = deque(_Task(order) for order in orders)
        self._size = size
        self._seconds = seconds
        self._preload = preload
        self._slow = slow
        self._workers: list[_Worker[OrderT]] = []

    def results(self) -> Generator[tuple[OrderT, ResultT | Failure], None, None]:
        context = birthplace(self._preload)
        try:
            while self._waiting or any(worker.task for worker in self._workers):
                yield from self._hand_out(context)
                yield from self._collect()
        finally:
            self._stop()

    def _hand_out(self, context: Context) -> Iterator[tuple[OrderT, Failure]]:
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
                yield task.order, Failure(f"its order cannot be sent: {error}", OUR_FAULT, exit_code=ExitCode.INTERNAL)

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
                yield task.order, self._slow

    def _receive(self, worker: _Worker[OrderT], task: _Task[OrderT]) -> Iterator[tuple[OrderT, ResultT | Failure]]:
        try:
            result: ResultT | Failure = worker.pipe.recv()
        except (EOFError, OSError):
            yield from self._died(worker, task)
            return
        except Exception as error:  # noqa: BLE001 - a result that does not unpickle is that order's failure
            result = Failure(f"its result cannot be read: {error}", OUR_FAULT, exit_code=ExitCode.INTERNAL)
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

    def _start(self, context: Context) -> _Worker[OrderT]:
        for attempt in range(1, STARTS + 1):
            ours, theirs = context.Pipe()
            process = context.Process(target=serve, args=(theirs, self._function), daemon=True)
            try:
                with no_interrupt():
                    process.start()
                    worker: _Worker[OrderT] = _Worker(process, ours)
                    self._workers.append(worker)
            except (OSError, EOFError) as error:
                ours.close()
                if attempt == STARTS:
                    raise MachineError(f"no worker process can be started: {error}", "Build with -j 1.") from error
                time.sleep(_PAUSE)  # the server was killed: once that is seen, another one takes its place
                birthplace(self._preload)
            else:
                break
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
