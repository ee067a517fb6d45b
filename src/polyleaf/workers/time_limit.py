"""A time limit for work in this process: WeasyPrint never comes to an end with some style sheets."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_AGAIN = 1.0
"""Seconds until it strikes again, if a library swallowed the first stroke."""


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
