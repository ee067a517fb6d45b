"""The building machine's side of Dask: hands out batches, takes in results, gives each order exactly one.

Dask counts the deaths of machines for whole tasks, and takes an innocent batch for guilty when its machine dies often
enough; such a batch is halved until the order is alone.
"""

from __future__ import annotations

import hashlib
import logging
import os
import time
import warnings
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from distributed import Client, Future, get_worker, wait

from polyleaf.cluster.batch import Batch, Conditions, Done, Refused, carry_out_batch, differences, packed
from polyleaf.errors import ExitCode, MachineError
from polyleaf.workers.pool import SECONDS
from polyleaf.workers.worker import OUR_FAULT, Failure

_CONNECT = 15.0
"""Seconds for the scheduler and the workers to answer."""

_ALONE = 60.0
"""Seconds without any worker after which the build is given up."""

_LOOK = 2.0
"""Seconds between two looks at whether anybody is there."""

MOST, _ROUNDS = 50, 4
"""Orders in a batch at most; batches for each worker, so that the last one is not alone for long."""

_REFUSALS = 3
"""How often a batch is sent to a machine that is another than the rest, before the build is given up."""

_HINT = "Start one with: polyleaf worker {address}"


def run_on_cluster(
    address: str,
    function: Callable[[Any], Any],
    orders: Sequence[Any],
    conditions: Conditions,
    *,
    seconds: float = SECONDS,
    preload: Sequence[str] = (),
    if_slow: str = "",
    note: Callable[[str], None],
) -> Generator[tuple[Any, Any], None, None]:
    """Carry out every order on the workers of a Dask scheduler; each comes back once, with its files in their places.

    Args:
        address: Of the scheduler (``tcp://host:8786``, ``tls://host:8786``).
        function: A function at the top of an importable module.
        orders: Picklable orders that name every file by a ``Path``.
        conditions: Says what a machine has that shows in the result; picklable.
        seconds: Time limit of one order.
        preload: Modules worth importing once for all orders.
        if_slow: What to do about an order that comes to no end.
        note: Is told of workers that are not used, and why.

    Raises:
        MachineError: The scheduler or every worker is gone, or none is like this machine.
    """
    with _client(address) as client:
        expected = conditions()
        allowed = _fit(client, conditions, expected, note, address)
        more: dict[str, Any] = {
            "function": function,
            "expected": expected,
            "conditions": conditions,
            "seconds": seconds,
            "preload": tuple(preload),
            "if_slow": if_slow,
        }
        yield from _Hand(client, allowed, more, address).results(orders)


class _Hand:
    """Batches under way."""

    def __init__(self, client: Client, allowed: tuple[str, ...] | None, more: Mapping[str, Any], address: str) -> None:
        self._client, self._allowed, self._more, self._address = client, allowed, more, address
        self._sent: dict[Future[Any], Batch] = {}
        self._refusals = 0

    def results(self, orders: Sequence[Any]) -> Generator[tuple[Any, Any], None, None]:
        size = max(1, min(MOST, -(-len(orders) // (_ROUNDS * max(1, len(_workers(self._client)))))))
        waiting = [orders[start : start + size] for start in range(0, len(orders), size)]
        most = 2 * _ROUNDS * max(1, len(_workers(self._client)))
        waiting.reverse()
        try:
            while waiting or self._sent:
                while waiting and len(self._sent) < most:  # no more bytes under way than are soon needed
                    self._send(waiting.pop())
                for future in self._finished():
                    yield from self._taken(future)
        finally:
            self._client.cancel(list(self._sent), force=True)

    def _send(self, orders: Sequence[Any]) -> None:
        batch = packed(orders, **self._more)
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "Sending large graph")
            future = self._client.submit(_task, batch, pure=False, workers=self._allowed)
        self._sent[future] = batch

    def _finished(self) -> Iterator[Future[Any]]:
        last_seen = time.monotonic()
        while True:
            try:
                with self._client.as_current():
                    done = wait(list(self._sent), timeout=_LOOK, return_when="FIRST_COMPLETED").done
            except TimeoutError:
                if _workers(self._client):
                    last_seen = time.monotonic()
                if time.monotonic() - last_seen > _ALONE:
                    raise MachineError("no worker is left", _HINT.format(address=self._address)) from None
                continue
            yield from list(done)
            return

    def _taken(self, future: Future[Any]) -> Iterator[tuple[Any, Any]]:
        batch = self._sent.pop(future)
        if future.status != "finished":
            yield from self._spoiled(batch, future)
            return
        found: tuple[Done, ...] | Refused = future.result()
        future.release()
        if isinstance(found, Refused):
            self._refusals += 1
            if self._refusals > _REFUSALS:
                raise MachineError(
                    f"a worker is not like this machine: {found.differences[0]}", "Install the same there."
                )
            self._send(batch.orders)
            return
        for done in found:
            yield batch.orders[done.number], _put_down(done)

    def _spoiled(self, batch: Batch, future: Future[Any]) -> Iterator[tuple[Any, Any]]:
        """Machines died of the batch, or it failed as a whole: halves tell which order it was."""
        middle = len(batch.orders) // 2
        if middle:
            self._send(batch.orders[:middle])
            self._send(batch.orders[middle:])
            return
        error = future.exception()
        message = f"the machines making it died or failed ({type(error).__name__})"
        yield batch.orders[0], Failure(message, OUR_FAULT, str(error)[:2000], ExitCode.INTERNAL)


def _put_down(done: Done) -> object:
    """Write what came back to its places, if it came back whole; give the result."""
    for path, (sha256, data) in done.files.items():
        if hashlib.sha256(data).hexdigest() != sha256:
            return Failure(f"{path.name} came back damaged", "Build again.", exit_code=ExitCode.ENVIRONMENT)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    return done.result


def _task(batch: Batch) -> tuple[Done, ...] | Refused:
    """What a worker does."""
    return carry_out_batch(batch, Path(get_worker().local_directory))


@contextmanager
def _client(address: str) -> Iterator[Client]:
    """A connection to the scheduler.

    Raises:
        MachineError: It does not answer.
    """
    for name in ("distributed", "tornado"):  # what goes wrong is told in words of ours
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        client = Client(address, timeout=_CONNECT, set_as_default=False)
    except (OSError, ValueError, TypeError, RuntimeError) as error:
        raise MachineError(
            f"no scheduler answers at {address}: {str(error)[:200]}",
            "See that it runs (dask scheduler), and that its address and port are right.",
        ) from error
    try:
        yield client
    finally:
        client.close(timeout=5)


def _workers(client: Client) -> dict[str, Any]:
    return dict(client.scheduler_info(n_workers=-1)["workers"])


def _fit(
    client: Client, conditions: Conditions, expected: Mapping[str, str], note: Callable[[str], None], address: str
) -> tuple[str, ...] | None:
    """Names of the workers that are like this machine; None if all are, so that more may come.

    Raises:
        MachineError: There is none.
    """
    try:
        client.wait_for_workers(1, timeout=_CONNECT)
    except TimeoutError as error:
        raise MachineError(f"the scheduler at {address} has no workers", _HINT.format(address=address)) from error
    names = {worker: str(told.get("name") or worker) for worker, told in _workers(client).items()}
    found = client.run(conditions, on_error="return")
    refused: dict[str, str] = {}
    for worker, answer in found.items():
        if isinstance(answer, BaseException):
            refused[worker] = f"polyleaf does not run there: {type(answer).__name__}: {str(answer)[:120]}"
        elif other := differences(expected, answer):
            refused[worker] = "; ".join(other[:3]) + (f"; and {len(other) - 3} more" if len(other) > 3 else "")  # noqa: PLR2004
    for worker, why in refused.items():
        note(f"worker {names.get(worker, worker)} is not used: {why}")
    if len(refused) == len(found):
        raise MachineError(
            f"no worker is like this machine: {next(iter(refused.values()), 'none answered')}",
            "Install the same polyleaf, Python, libraries and fonts there, or run the same image.",
        )
    return tuple(names.get(worker, worker) for worker in found if worker not in refused) if refused else None
