"""Orders for workers in the tests: this module can be imported by a worker process."""

import hashlib
import os
import signal
import time
from dataclasses import replace
from pathlib import Path

from polyleaf.building.maker import Made
from polyleaf.errors import UsageError
from polyleaf.model.finding import Fault, Finding, Location, Severity


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


def print_page(job):
    """Stands in for the press: a small file that says what it was made from."""
    (step,) = job.steps
    data = f"%PDF {step.item} {step.order.document.title}".encode()
    step.target.write_bytes(data)
    return (Made(1, hashlib.sha256(data).hexdigest(), ()),)


def print_most(job):
    """Like ``print_page``, but the Polish ones come to grief in three ways."""
    (step,) = job.steps
    trouble = step.item.edition if step.item.locale == "pl" else ""
    if trouble == "clear":
        raise UsageError("templates/leaflet.html:3: no such block", "Mend the template.")
    if trouble == "large":
        os._exit(9)
    (made,) = print_page(job)
    if trouble == "giant":
        fault = Fault("a letter cannot be printed", Location(step.shown_as, page=1), "Install the font.")
        return (replace(made, findings=(Finding("pdf/missing-glyph", Severity.ERROR, fault),)),)
    return (made,)


def print_slowly(job):
    """Signals its start, then takes for ever, except for the files that are begun first."""
    (step,) = job.steps
    if step.item.edition != "giant":
        step.target.write_bytes(b"half")
        (step.target.parent.parent / f"{os.getpid()}.pid").touch()
        time.sleep(600)
    return print_page(job)


def slow_double(number):
    """Takes long enough to be killed in the middle."""
    time.sleep(0.2)
    return number * 2


def slow_page(job):
    """Like ``print_page``, in a time in which something can happen."""
    time.sleep(0.03)
    return print_page(job)
