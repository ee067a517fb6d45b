"""Some orders with all the bytes they name, and what comes back of them: what is sent to a machine and what it sends.

A batch is carried out by our own pool of processes: a deadline for each order, and a crash costs its own order. Dask
sees one task, which always comes to an end.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from polyleaf.workers.crew import Crew
from polyleaf.workers.pool import run_orders
from polyleaf.workers.shipping import FileRef, files_of, moved
from polyleaf.workers.worker import Failure

PROCESSES = "POLYLEAF_PROCESSES"
"""Names how many processes a machine uses for a batch; all cores if it is not set."""

Conditions = Callable[[], Mapping[str, str]]
"""What a machine has that shows in the result, by name: versions, fonts."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Orders for one machine.

    Attributes:
        function: What carries out an order.
        orders: The orders, as they are here.
        files: Every file that they name, with its place here.
        contents: The bytes by their SHA-256.
        expected: What the machine must have.
        conditions: Says what it has.
        seconds: Time limit of one order.
        preload: Modules worth importing once for all orders.
        if_slow: What to do about an order that comes to no end.
    """

    function: Callable[[Any], Any]
    orders: tuple[Any, ...]
    files: tuple[FileRef, ...]
    contents: Mapping[str, bytes]
    expected: Mapping[str, str]
    conditions: Conditions
    seconds: float
    preload: tuple[str, ...] = ()
    if_slow: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """What came of one order.

    Attributes:
        number: Which of the batch.
        result: What the function gave, or why it gave nothing.
        files: What was written, by its place on the machine that asked: the SHA-256 and the bytes.
    """

    number: int
    result: Any
    files: Mapping[Path, tuple[str, bytes]]


@dataclass(frozen=True, slots=True)
class Refused:
    """The machine is another than was expected.

    Attributes:
        differences: Each in words.
    """

    differences: tuple[str, ...]


def packed(orders: Sequence[Any], **more: Any) -> Batch:  # noqa: ANN401 - the fields of ``Batch``
    """A batch of orders with what they name.

    Raises:
        OSError: A file cannot be read.
    """
    files = tuple(dict.fromkeys(file for order in orders for file in files_of(order)))
    contents = {file.sha256: file.path.read_bytes() for file in files}
    return Batch(orders=tuple(orders), files=files, contents=contents, **more)


def differences(expected: Mapping[str, str], found: Mapping[str, str]) -> tuple[str, ...]:
    """What a machine has otherwise than was expected, in words."""
    names = (name for name in sorted({*expected, *found}) if expected.get(name) != found.get(name))
    return tuple(
        f"{name} is {found.get(name) or 'missing'} there and {expected.get(name) or 'missing'} here" for name in names
    )


def carry_out_batch(batch: Batch, folder: Path) -> tuple[Done, ...] | Refused:
    """Carry out a batch on this machine.

    Args:
        batch: The orders.
        folder: Where to put down what they name; what is written there goes again.

    Raises:
        ValueError: A file did not arrive as it was sent.
        MachineError: No process can be started.
        OSError: Nothing can be written.
    """
    if other := differences(batch.expected, batch.conditions()):
        return Refused(other)
    with tempfile.TemporaryDirectory(dir=folder, prefix="batch-", ignore_cleanup_errors=True) as there:
        return tuple(_carried_out(batch, Path(there)))


def _carried_out(batch: Batch, there: Path) -> Iterator[Done]:
    def place(path: Path) -> Path:
        return there / path.absolute().relative_to(path.absolute().anchor)

    for file in batch.files:
        data = batch.contents[file.sha256]
        if hashlib.sha256(data).hexdigest() != file.sha256:
            raise ValueError(f"{file.path.name} did not arrive as it was sent")
        place(file.path).parent.mkdir(parents=True, exist_ok=True)
        place(file.path).write_bytes(data)
    sent = {file.path for file in batch.files}
    written = [[path for path in _named(order) if path not in sent] for order in batch.orders]
    for path in (path for paths in written for path in paths):
        place(path).parent.mkdir(parents=True, exist_ok=True)
    orders = [moved(order, place) for order in batch.orders]
    number_of = {id(order): number for number, order in enumerate(orders)}
    with Crew(batch.function, batch.preload) as crew:  # never in this process: it must outlive the worst of them
        run = run_orders(batch.function, orders, processes(), seconds=batch.seconds, if_slow=batch.if_slow, crew=crew)
        with closing(run) as results:
            for order, result in results:
                number = number_of[id(order)]
                made = {} if isinstance(result, Failure) else dict(_made(written[number], place))
                yield Done(number, result, made)


def processes() -> int:
    """How many processes this machine uses."""
    told = os.environ.get(PROCESSES, "")
    return max(1, int(told)) if told.isdecimal() else len(os.sched_getaffinity(0))


def _named(order: object) -> list[Path]:
    found: list[Path] = []

    def note(path: Path) -> Path:
        found.append(path)
        return path

    moved(order, note)
    return found


def _made(paths: Iterable[Path], place: Callable[[Path], Path]) -> Iterator[tuple[Path, tuple[str, bytes]]]:
    """Every file that stands in these places now: files, or all that is in folders; not the folders sent along."""
    for path in paths:
        found = place(path)
        if found.is_file():
            data = found.read_bytes()
            yield path, (hashlib.sha256(data).hexdigest(), data)
