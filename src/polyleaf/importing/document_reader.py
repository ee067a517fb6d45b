"""Reads documents of strangers in a process of its own, so that none can harm the one that people work with."""

from __future__ import annotations

from contextlib import closing
from threading import Lock

from polyleaf.errors import UsageError
from polyleaf.importing.looking import IF_TOO_MUCH, Look, LookOrder
from polyleaf.workers.crew import Crew
from polyleaf.workers.pool import run_orders
from polyleaf.workers.worker import Failure

_SECONDS = 90.0
"""LibreOffice takes up to ten for the first document of a day."""


def take(order: LookOrder) -> Look:
    """Read a document, and write it if a name is given. Runs in a worker process.

    Raises:
        PolyleafError: It cannot be read or written; the hint says what to do.
    """
    from polyleaf.importing.taking import take as taken  # noqa: PLC0415 - what reads documents is for that process alone

    return taken(order)


class DocumentReader:
    """Reads one document after the other."""

    def __init__(self) -> None:
        self._turn = Lock()

    def take(self, order: LookOrder) -> Look:
        """Read a document, and write it if a name is given; the process ends with it, and gives its memory back.

        Raises:
            UsageError: It cannot be read or written; the hint says what to do.
        """
        with self._turn:
            crew: Crew[LookOrder, Look] = Crew(take, alone=True)
            try:
                running = run_orders(take, [order], 1, seconds=_SECONDS, if_slow=IF_TOO_MUCH, crew=crew)
                with closing(running) as results:
                    _, found = next(results)
            finally:
                crew.dismiss()
        if isinstance(found, Failure):
            raise UsageError(found.message, found.hint)
        return found
