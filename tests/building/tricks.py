"""Orders for workers in the tests: this module can be imported by a worker process."""

import os
import signal
import time
from pathlib import Path

from polyleaf.errors import UsageError


def double(number):
    return number * 2


def misbehave(order):
    """``order`` is (what to do, a folder for notes)."""
    trick, folder = order
    with (Path(folder) / f"{trick}.tries").open("a") as notes:
        notes.write(f"{os.getpid()}\n")
    tries = len((Path(folder) / f"{trick}.tries").read_text().splitlines())
    if trick == "exit":
        os._exit(7)
    if trick == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if trick == "die once" and tries == 1:
        os.kill(os.getpid(), signal.SIGSEGV)
    if trick == "hang":
        time.sleep(600)
    if trick == "raise":
        raise ValueError("a number too many")
    if trick == "refuse":
        raise UsageError("no such thing", "Take another.")
    if trick == "no pickle":
        return lambda: None
    if trick == "slow":
        time.sleep(0.4)
    return f"{trick} done"
