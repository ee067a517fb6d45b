"""From saving a leaflet to its new PDF, as ``polyleaf build --watch`` makes it: ``make bench-watch``.

A new project is made in a temporary folder. A sentence is added to a leaflet, with each save another one, so that no
page was ever laid out before; the clock runs from the end of writing the file until the new PDF has taken its place.
"""

from __future__ import annotations

import argparse
import os
import queue
import statistics
import tempfile
import threading
import time
from pathlib import Path
from typing import TypeVar

from polyleaf.building.build import build_crew
from polyleaf.building.plan import BuildRequest
from polyleaf.cli.main import run
from polyleaf.cli.opened import opened
from polyleaf.watching.changes import Changes
from polyleaf.watching.events import Built, Done, Event
from polyleaf.watching.watcher import Watcher

EventT = TypeVar("EventT")

WORDS = ("tea", "water", "milk", "juice", "coffee", "soup", "bread", "rice", "fruit", "salt", "sugar", "honey", "eggs")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--saves", type=int, default=11)
    saves = parser.parse_args().saves
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "project"
        run(["init", str(root)])
        run(["new", "knee", "-C", str(root)])
        print(f"load average at the start {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; {saves} saves each")
        print("| leaflet | edition | pages | median s | fastest | slowest |\n|---|---|--:|--:|--:|--:|")
        for leaflet, edition in (
            ("knee", "clear"),
            ("knee", "large"),
            ("vertebroplasty", "clear"),
            ("vertebroplasty", "large"),
        ):
            pages, times = measured(root, leaflet, edition, saves)
            row = (statistics.median(times), min(times), max(times))
            print(f"| {leaflet} | {edition} | {pages} | " + " | ".join(f"{one:.2f}" for one in row) + " |")


def measured(root: Path, leaflet: str, edition: str, saves: int) -> tuple[int, list[float]]:
    """Pages of the leaflet, and seconds for each save."""
    path = root / "leaflets" / leaflet / "leaflet.md"
    text = path.read_text(encoding="utf-8")
    told: queue.SimpleQueue[Event] = queue.SimpleQueue()
    request = BuildRequest(root / "dist", (leaflet,), ("en_GB",), (edition,))
    times, pages = [], 0
    with build_crew() as crew:
        watcher = Watcher(lambda names: opened(root, names), request, told.put, crew, root)
        thread = threading.Thread(target=watcher.run)
        thread.start()
        with Changes(root, request.out, watcher.saved):
            until(told, Done)
            for number in range(saves + 1):
                sentence = f"Ask us whatever you like about {WORDS[number % 13]} and {WORDS[number // 13 % 13]}."
                path.write_text(f"{text}\n\n{sentence}\n", encoding="utf-8")
                start = time.monotonic()
                built = until(told, Built)
                times.append(time.monotonic() - start)
                pages = built.artifact.pages
                until(told, Done)
                time.sleep(0.3)
        watcher.stop()
        thread.join()
    return pages, times[1:]  # the first one is made by a worker that has learnt nothing yet


def until(told: queue.SimpleQueue[Event], kind: type[EventT]) -> EventT:
    """The next event of a kind."""
    while not isinstance(event := told.get(timeout=120), kind):
        pass
    return event


if __name__ == "__main__":
    main()
