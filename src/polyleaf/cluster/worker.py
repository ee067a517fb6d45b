"""A worker for a Dask scheduler, with the settings that our pool needs."""

from __future__ import annotations

import asyncio
import logging
import os
import secrets
import socket

import dask.config
from distributed import Nanny

from polyleaf.cluster.batch import PROCESSES
from polyleaf.errors import MachineError

_ANSWER = "30s"
"""For the scheduler, before the worker gives up."""


def serve_cluster(address: str, processes: int, folder: str | None = None) -> None:
    """Carry out batches for a scheduler until it or somebody else ends this.

    One batch at a time, in ``processes`` processes; a worker that dies comes again. It is no daemon, because daemons
    may not start processes.

    Args:
        address: Of the scheduler.
        processes: How many; 0 means one for each core.
        folder: Where batches are put down; Dask's own folder if None.

    Raises:
        MachineError: The scheduler does not answer.
    """
    logging.getLogger("distributed").setLevel(logging.ERROR)
    count = processes or len(os.sched_getaffinity(0))
    try:
        with dask.config.set({"distributed.worker.daemon": False, "distributed.comm.timeouts.connect": _ANSWER}):
            asyncio.run(_serve(address, count, folder))
    except (OSError, TimeoutError, ValueError) as error:
        raise MachineError(
            f"no scheduler answers at {address}: {error}",
            "See that it runs (dask scheduler), and that its address and port are right.",
        ) from error


async def _serve(address: str, count: int, folder: str | None) -> None:
    name = f"{socket.gethostname()}-{secrets.token_hex(3)}"
    async with Nanny(
        address, nthreads=1, name=name, env={PROCESSES: str(count)}, local_directory=folder, memory_limit=0
    ) as nanny:
        await nanny.finished()
