"""PDF files of others, each judged in a process of its own, which is ended if it takes too much time or memory."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from polyleaf.errors import ExitCode, PolyleafError
from polyleaf.inspecting.preflight import PreflightOrder, judged, scratch_folder
from polyleaf.model.preflight import PreflightReport
from polyleaf.pdf.limits import MIB
from polyleaf.workers.forkserver import birthplace, no_interrupt
from polyleaf.workers.worker import Failure, carry_out

SECONDS = 60.0
"""How long one file may take: a press file of 40 pages takes 1 s, and Ghostscript 10."""

MEMORY = 2048 * MIB
"""Address space of the process that reads a file."""

_TOO_MUCH = "Export it again from the program it comes from; if it is right, send it to the print shop for a test."

Reader = Callable[[PreflightOrder], PreflightReport]


class NotPreflighted(PolyleafError):  # noqa: N818 - it names the file's state, as a finding would
    """A file that could not be judged at all."""

    exit_code = ExitCode.FINDINGS


@dataclass(frozen=True, slots=True)
class _Reading:
    """A file that is being read.

    Attributes:
        number: Which of the orders.
        process: Reads it.
        deadline: When it is ended.
    """

    number: int
    process: BaseProcess
    deadline: float


def preflight(order: PreflightOrder, reader: Reader | None = None) -> PreflightReport:
    """Judge one file.

    Args:
        order: The file.
        reader: What is done in the process; ``judged`` unless said otherwise.

    Raises:
        NotPreflighted: The file cannot be read, or reading it passed a limit.
        MachineError: No process can be started.
    """
    [result] = preflights_apart((order,), 1, reader)
    if isinstance(result, NotPreflighted):
        raise result
    return result


def preflights_apart(
    orders: Sequence[PreflightOrder], jobs: int, reader: Reader | None = None
) -> Generator[PreflightReport | NotPreflighted]:
    """Judge files, several at once; what comes of them comes in their order. Closing it ends all processes.

    Args:
        orders: The files.
        jobs: Processes at the same time.
        reader: As in ``preflight``.

    Raises:
        MachineError: No process can be started.
    """
    running: dict[Connection, _Reading] = {}
    done: dict[int, PreflightReport | NotPreflighted] = {}
    told, begun = 0, 0
    with ExitStack() as stack:
        folder = stack.enter_context(scratch_folder())
        stack.callback(_end, running)
        while told < len(orders):
            while begun < len(orders) and len(running) < max(1, jobs):
                pipe, process = _started(replace(orders[begun], scratch=folder), reader or judged)
                running[pipe] = _Reading(begun, process, time.monotonic() + SECONDS)
                begun += 1
            patience = min(one.deadline for one in running.values()) - time.monotonic() if running else 0.0
            ready = wait(list(running), max(0.0, patience))
            for pipe, one in list(running.items()):
                shown_as = orders[one.number].shown_as
                if pipe in ready:
                    done[one.number] = _received(pipe, shown_as)
                elif time.monotonic() >= one.deadline:
                    done[one.number] = NotPreflighted(f"{shown_as} was not read after {SECONDS:.0f} seconds", _TOO_MUCH)
                else:
                    continue
                _end({pipe: running.pop(pipe)})
            while told in done:
                yield done.pop(told)
                told += 1


def _started(order: PreflightOrder, reader: Reader) -> tuple[Connection, BaseProcess]:
    context = birthplace((__name__,))
    here, there = context.Pipe()
    with no_interrupt():
        process = context.Process(target=_child, args=(there, reader, order), daemon=True)
        process.start()
    there.close()
    return here, process


def _received(pipe: Connection, shown_as: str) -> PreflightReport | NotPreflighted:
    try:
        result: PreflightReport | Failure = pipe.recv()
    except (EOFError, OSError):
        return NotPreflighted(f"{shown_as} makes its reader fail, or use too much memory", _TOO_MUCH)
    if not isinstance(result, Failure):
        return result
    if result.exit_code is ExitCode.INTERNAL:
        return NotPreflighted(f"{shown_as} cannot be judged: {result.message}", result.hint)
    return NotPreflighted(result.message, result.hint or _TOO_MUCH)


def _end(running: dict[Connection, _Reading]) -> None:
    for pipe, one in running.items():
        pipe.close()
        one.process.kill()
        one.process.join()
        one.process.close()


def _child(pipe: Connection, reader: Reader, order: PreflightOrder) -> None:
    with suppress(ValueError, OSError):  # a lower limit is set already
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    sys.setrecursionlimit(1_000)
    result = carry_out(reader, order)
    with suppress(OSError):
        pipe.send(result)
    pipe.close()
