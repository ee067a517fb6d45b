"""A worker's side of the pool: takes orders from its pipe and sends results back, until the pipe closes."""

from __future__ import annotations

import gc
import itertools
import multiprocessing
import os
import signal
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import TypeVar

from polyleaf.errors import ExitCode, PolyleafError
from polyleaf.workers.memory import give_back, keep_little

OrderT = TypeVar("OrderT")
ResultT = TypeVar("ResultT")

OUR_FAULT = "This is a fault of polyleaf: please report it."


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

    @property
    def error(self) -> PolyleafError:
        """The same as an error, where all depends on the order."""
        error = PolyleafError(self.message, self.hint)
        error.exit_code = self.exit_code
        return error


def carry_out(function: Callable[[OrderT], ResultT], order: OrderT) -> ResultT | Failure:
    """The result of one order; whatever is raised becomes a failure."""
    try:
        return function(order)
    except PolyleafError as error:
        unexpected = error.__cause__ is not None and error.exit_code is ExitCode.INTERNAL
        return Failure(error.message, error.hint, traceback.format_exc() if unexpected else "", error.exit_code)
    except MemoryError:
        return Failure(
            "out of memory", "Close other programs, or build with fewer workers (-j 1).", exit_code=ExitCode.ENVIRONMENT
        )
    except Exception as error:  # noqa: BLE001 - whatever goes wrong costs this order alone
        return Failure(f"{type(error).__name__}: {error}", OUR_FAULT, traceback.format_exc(), ExitCode.INTERNAL)


_SELDOM = (200_000, 5, 10)
"""How seldom to look for garbage within an order; behind each order it is looked for in any case."""
_OFTEN = (10_000, 5, 2)
"""The same where memory is short and nobody waits: a twentieth less at the most."""
_NEXT = 0.05
"""Seconds in which the next order comes, if somebody waits for it."""
_IDLE = 1.0
"""Seconds without an order, after which nobody waits: what is free is given back."""
_WARM = 4
"""Orders after which what is kept for the next ones (style sheets, fonts, catalogs) is there."""


@contextmanager
def garbage_put_off(how_seldom: tuple[int, int, int] = _SELDOM) -> Iterator[None]:
    """Look for garbage seldom, and at the end: only in what is made from now on.

    What was loaded before hardly becomes any. To look through all of it again and again takes up to a fifth of the time
    of an order.
    """
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(*how_seldom)
    try:
        yield
    finally:
        gc.collect()
        gc.set_threshold(*before)
        gc.unfreeze()


def serve(pipe: Connection, function: Callable[[OrderT], ResultT], is_thrifty: bool = False) -> None:
    """A worker's life: take an order, send its result, until the pipe closes.

    Garbage is looked for behind each order; behind those that say ``is_urgent``, when nobody waits.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to the whole group; the parent decides
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    if is_thrifty:
        keep_little()
    with garbage_put_off():
        for number in itertools.count():
            try:
                order = pipe.recv()
            except (EOFError, OSError):
                os._exit(0)  # nothing to save: skip the clean-up in which native libraries sometimes crash
            is_urgent = getattr(order, "is_urgent", False)
            gc.set_threshold(*(_OFTEN if is_thrifty and not is_urgent else _SELDOM))
            result = carry_out(function, order)
            try:
                pipe.send(result)
            except OSError:
                os._exit(0)
            except Exception as error:  # noqa: BLE001 - a result that does not pickle is that order's failure
                pipe.send(Failure(f"its result cannot be sent: {error}", OUR_FAULT, exit_code=ExitCode.INTERNAL))
            del order, result
            if not (is_urgent and pipe.poll(_NEXT)):  # looking for garbage takes half as long as a page
                gc.collect()
            if number < _WARM:
                gc.freeze()
            if not pipe.poll(_IDLE):
                give_back()


def _leave_with_parent() -> None:
    """End this worker when the parent is gone, however it went, and whatever the worker is doing."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
