"""The worker processes themselves: how they are born, how they end, and who of them stays for the next work."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Generic, Self, TypeVar

from polyleaf.errors import MachineError
from polyleaf.workers.forkserver import birthplace, no_interrupt
from polyleaf.workers.worker import serve

OrderT = TypeVar("OrderT")
ResultT = TypeVar("ResultT")

STARTS = 10
_PAUSE = 0.1
"""How often a worker is tried to be born, and seconds between: the fork server may have been killed, and come again."""


@dataclass(slots=True)
class Task(Generic[OrderT]):
    """An order in hand, and how often it was tried."""

    order: OrderT
    attempt: int = 1


@dataclass(slots=True)
class Worker(Generic[OrderT]):
    """A process with its pipe, and what it is at.

    Attributes:
        process: The process.
        pipe: Orders go in, results come out, in their order.
        task: What somebody waits for.
        deadline: When what it is at has to be done.
        is_behind: Whether it still is at something that nobody waits for any more; the result of that comes first.
    """

    process: BaseProcess
    pipe: Connection
    task: Task[OrderT] | None = None
    deadline: float = 0.0
    is_behind: bool = False


class Crew(Generic[OrderT, ResultT]):
    """Workers for orders of one kind; use it as a context manager.

    Kept from one piece of work to the next, it saves their birth and whatever the libraries in them have learnt.

    Args:
        function: What they do: a function at the top of an importable module.
        preload: Modules worth importing once for all of them.
        alone: Whether each is born by itself and takes little memory: it needs a second more, and no fork server.
    """

    def __init__(
        self, function: Callable[[OrderT], ResultT], preload: Sequence[str] = (), *, alone: bool = False
    ) -> None:
        self.function = function
        self._preload = tuple(preload)
        self._alone = alone
        self.workers: list[Worker[OrderT]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.dismiss()

    def start(self) -> Worker[OrderT]:
        """One more worker.

        Raises:
            MachineError: No process can be started.
        """
        for attempt in range(1, STARTS + 1):
            context = birthplace(self._preload, alone=self._alone)
            ours, theirs = context.Pipe()
            process = context.Process(target=serve, args=(theirs, self.function, self._alone), daemon=True)
            try:
                with no_interrupt():
                    process.start()
                    worker: Worker[OrderT] = Worker(process, ours)
                    self.workers.append(worker)
            except (OSError, EOFError) as error:
                ours.close()
                if attempt == STARTS:
                    raise MachineError(f"no worker process can be started: {error}", "Build with -j 1.") from error
                time.sleep(_PAUSE)  # the server was killed: once that is seen, another one takes its place
            else:
                break
            finally:
                theirs.close()
        return worker

    def bury(self, worker: Worker[OrderT]) -> str:
        """End a worker for certain, and say how it ended."""
        self.workers.remove(worker)
        worker.pipe.close()
        worker.process.join(0.5)  # one that is dying tells how; one that hangs never would
        worker.process.kill()
        worker.process.join()
        code = worker.process.exitcode or 0
        try:
            return signal.Signals(-code).name if code < 0 else f"exit status {code}"
        except ValueError:
            return f"signal {-code}"

    def rest(self) -> None:
        """Wait for nobody any more: who is at work comes to its end, and what comes of it is thrown away.

        To kill them would cost more: whoever comes new has to learn every style sheet and font again.
        """
        for worker in [one for one in self.workers if one.task is not None]:
            if worker.is_behind:  # two works that nobody waits for
                worker.process.kill()
                self.bury(worker)
            else:
                worker.task, worker.is_behind = None, True

    def dismiss(self) -> None:
        """Stop every worker: the idle leave by themselves, the busy are killed."""
        for worker in self.workers:
            worker.pipe.close()
            if worker.task is not None or worker.is_behind:
                worker.process.kill()
        for worker in self.workers:
            worker.process.join(1.0)
            worker.process.kill()
            worker.process.join()
        self.workers.clear()
