"""Worker processes that may die: each death costs one order, never the build.

Workers come from a fork server that has imported the heavy modules once (WeasyPrint takes about a second), each with
a pipe of its own, so that no worker can break the queue of the others. A result counts from the moment it came
through the pipe: what happens to the worker afterwards (WeasyPrint now and then crashes on leaving) does not matter.
"""

from __future__ import annotations

import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import wait
from typing import Generic, TypeVar

from polyleaf.errors import ExitCode
from polyleaf.workers.crew import Crew, Task, Worker
from polyleaf.workers.forkserver import birthplace
from polyleaf.workers.worker import OUR_FAULT, Failure, carry_out, garbage_put_off

OrderT = TypeVar("OrderT")
ResultT = TypeVar("ResultT")

SECONDS = 120.0
"""How long one order may take. A leaflet takes 0.4 s, the slowest script 2 s: after this, it never ends."""

ATTEMPTS = 2
"""How often an order is tried when its worker dies: once more, because a crash may be a rare race."""

SERIAL = 2
"""Up to so many orders are carried out in this process: starting a pool takes longer (engine measurements)."""

_AGAIN = 1.0
"""Seconds until it strikes again, if a library swallowed the first stroke."""


def run_orders(
    function: Callable[[OrderT], ResultT],
    orders: Sequence[OrderT],
    jobs: int,
    *,
    seconds: float = SECONDS,
    preload: Sequence[str] = (),
    if_slow: str = "Close other programs and try again.",
    crew: Crew[OrderT, ResultT] | None = None,
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
        crew: Workers for this function, which stay when the work is done; then no order is carried out in this process.

    Raises:
        MachineError: Processes cannot be started.
    """
    slow = Failure(f"it was not done after {seconds:.0f} seconds and was stopped", if_slow)
    if crew is None and (jobs <= 1 or len(orders) <= SERIAL):
        return _serially(function, orders, seconds, slow)
    hired = crew or Crew(function, preload)
    return _Pool(hired, orders, max(1, min(jobs, len(orders))), seconds, slow, stays=crew is not None).results()


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
        with garbage_put_off():
            try:
                with time_limit(seconds):
                    result = carry_out(function, order)
            except TimeIsUp:
                result = slow
        yield order, result


class _Pool(Generic[OrderT, ResultT]):
    """The parent's side: hands out orders, takes results in, replaces the dead."""

    def __init__(
        self,
        crew: Crew[OrderT, ResultT],
        orders: Sequence[OrderT],
        size: int,
        seconds: float,
        slow: Failure,
        stays: bool,
    ) -> None:
        self._crew = crew
        self._waiting = deque(Task(order) for order in orders)
        self._size = size
        self._seconds = seconds
        self._slow = slow
        self._stays = stays

    def results(self) -> Generator[tuple[OrderT, ResultT | Failure], None, None]:
        try:
            while self._waiting or any(worker.task for worker in self._crew.workers):
                yield from self._hand_out()
                yield from self._collect()
        finally:
            if self._stays:
                self._crew.rest()
            else:
                self._crew.dismiss()

    def _hand_out(self) -> Iterator[tuple[OrderT, Failure]]:
        idle = sorted((one for one in self._crew.workers if one.task is None), key=lambda one: not one.is_behind)
        while self._waiting and (idle or len(self._crew.workers) < self._size):
            worker = idle.pop() if idle else self._crew.start()
            task = self._waiting.popleft()
            worker.task = task
            if not worker.is_behind:
                worker.deadline = time.monotonic() + self._seconds
            try:
                worker.pipe.send(task.order)
            except OSError:
                yield from self._died(worker, task)
            except Exception as error:  # noqa: BLE001 - an order that does not pickle is that order's failure
                worker.task = None
                idle.append(worker)
                yield task.order, Failure(f"its order cannot be sent: {error}", OUR_FAULT, exit_code=ExitCode.INTERNAL)

    def _collect(self) -> Iterator[tuple[OrderT, ResultT | Failure]]:
        busy = {worker.pipe: worker for worker in self._crew.workers if worker.task is not None}
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
                self._crew.bury(worker)
                if worker.is_behind:  # it never began with this one
                    self._waiting.appendleft(task)
                else:
                    yield task.order, self._slow

    def _receive(self, worker: Worker[OrderT], task: Task[OrderT]) -> Iterator[tuple[OrderT, ResultT | Failure]]:
        try:
            result: ResultT | Failure = worker.pipe.recv()
        except (EOFError, OSError):
            yield from self._died(worker, task)
            return
        except Exception as error:  # noqa: BLE001 - a result that does not unpickle is that order's failure
            result = Failure(f"its result cannot be read: {error}", OUR_FAULT, exit_code=ExitCode.INTERNAL)
        if worker.is_behind:  # nobody waits for that one; now it is at the task
            worker.is_behind, worker.deadline = False, time.monotonic() + self._seconds
            return
        worker.task = None
        yield task.order, result

    def _died(self, worker: Worker[OrderT], task: Task[OrderT]) -> Iterator[tuple[OrderT, Failure]]:
        """Give the order of a dead worker to another one, behind the others; give it up the second time."""
        end = self._crew.bury(worker)
        if task.attempt < ATTEMPTS:
            task.attempt += 1
            self._waiting.append(task)
        else:
            message = f"the worker making it died {ATTEMPTS} times ({end})"
            yield task.order, Failure(message, "Run `polyleaf doctor`; with little memory, build with -j 1.")


class TimeIsUp(BaseException):
    """Work was stopped. No ``Exception``: nobody on the way may take it for a fault of his own."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Stops what runs inside after that time; only in the main thread, and where the system has such a clock.

    Raises:
        TimeIsUp: The time is up.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def strike(*_: object) -> None:
        raise TimeIsUp

    before = signal.signal(signal.SIGALRM, strike)
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    finally:
        signal.signal(signal.SIGALRM, before)
