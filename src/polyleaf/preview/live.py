"""What happens while the desk is open: the watcher in a thread of its own, and whoever looks on."""

from __future__ import annotations

import asyncio
import datetime
import threading
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from polyleaf.building.item import Item
from polyleaf.building.plan import BuildRequest
from polyleaf.errors import PolyleafError
from polyleaf.model.artifact import Artifact
from polyleaf.model.finding import Severity
from polyleaf.preview.glimpses import Glimpse, GlimpseOrder, carried_out
from polyleaf.preview.reading import Reading
from polyleaf.preview.shelf import Shelf
from polyleaf.watching.changes import Changes
from polyleaf.watching.events import Building, Built, Done, Event, Found, Lost, Overtaken, Seen, Trouble
from polyleaf.watching.watcher import File, Opened, Watcher
from polyleaf.workers.crew import Crew
from polyleaf.workers.memory import give_back
from polyleaf.workers.pool import run_orders
from polyleaf.workspace import Workspace

MOST = 24
"""Browsers that are told at the same time."""

_ENDING = 10.0
"""Seconds for the file in hand when the desk is closed."""

_SECONDS = 20.0
"""How long a first picture may take; then it comes with the file."""

_FIRST = (1,)
"""Pages that are looked at until a browser tells."""

_WAITING = 200
"""Messages that wait for a browser that does not take them; then it is let go, and comes again by itself."""

Told = dict[str, Any]
Feed = asyncio.Queue[Told | None]


class Live:
    """Keeps what is looked at current, and tells it.

    Args:
        root: Folder of the project.
        out: Folder of the built files.
        opened: Reads the project.
        jobs: Worker processes; 0 means one for each core.
    """

    def __init__(self, root: Path, out: Path, opened: Opened, jobs: int = 0) -> None:
        self._root, self._out, self._jobs = root, out, jobs
        self._open_project = opened
        self._today: datetime.date | None = None
        self._crew: Crew[Any, Any] | None = None  # two kinds of orders
        self._in_sight: dict[File, tuple[int, ...]] = {}
        self._errors = False
        self._shelf: Shelf | None = None
        self._read: dict[str, tuple[str, int]] = {}
        self._feeds: dict[Feed, tuple[File, ...]] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self._watcher: Watcher | None = None
        self._thread: threading.Thread | None = None
        self.version = 0
        """Grows whenever something was saved."""
        self.fresh: dict[str, Artifact] = {}
        """Files that have taken their place, by path: the manifest tells of them when the build is over."""
        self.glimpses: Mapping[File, Glimpse] = {}
        """First pictures of pages whose files are being made."""

    @property
    def watches(self) -> bool:
        """Whether saved files are seen."""
        return self._watcher is not None

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Watch as long as it is open."""
        self._loop = asyncio.get_running_loop()
        ready = threading.Event()
        self._thread = threading.Thread(target=self._watch, args=(ready,), daemon=True)
        self._thread.start()
        await asyncio.to_thread(ready.wait, 5.0)
        try:
            yield
        finally:
            for feed in self._feeds:
                feed.put_nowait(None)
            if self._watcher is not None:
                self._watcher.stop()
            await asyncio.to_thread(self._thread.join, _ENDING)

    def _watch(self, ready: threading.Event) -> None:
        request = BuildRequest(self._out, jobs=self._jobs)
        with TemporaryDirectory(prefix="polyleaf-") as name:
            self._shelf = Shelf(Path(name), self._root)
            self._crew = Crew(partial(carried_out, self._shelf), alone=True)
            with self._crew as crew:
                self._watcher = watcher = Watcher(
                    self._opened, request, self._happened, crew, self._root, (), self._glance
                )
                try:
                    with Changes(self._root, self._out, watcher.saved):
                        ready.set()
                        watcher.run()
                except (PolyleafError, OSError) as error:
                    self._tell({"event": "trouble", "message": str(error), "hint": ""})

    @asynccontextmanager
    async def looking(self, files: Sequence[File]) -> AsyncIterator[Feed | None]:
        """Be told what happens while somebody looks at these files; None if too many look on already."""
        if len(self._feeds) >= MOST:
            yield None
            return
        feed: Feed = asyncio.Queue(_WAITING)
        self._feeds[feed] = tuple(files)
        self._look()
        try:
            yield feed
        finally:
            del self._feeds[feed]
            looked_at = {file for files in self._feeds.values() for file in files}
            self._in_sight = {file: pages for file, pages in self._in_sight.items() if file in looked_at}
            self._look()

    def _opened(self, names: Sequence[str]) -> Workspace:
        found = self._open_project(names)
        if self._today != found.today and self._shelf is not None:
            self._today = found.today
            self._shelf.begin(found.today)
        return found

    def see(self, file: File, pages: Sequence[int]) -> None:
        """Be told which pages of a file are in sight."""
        if any(file in files for files in self._feeds.values()):
            self._in_sight[file] = tuple(pages)

    def reading(self, file: File, made: str) -> Reading | None:
        """What the worker that made a file read in it; None if it did not, or something was saved since."""
        if self._shelf is None or self._read.get(Item(*file).path) != (made, self.version):
            return None
        return self._shelf.reading(file, made)

    def _glance(self, files: Sequence[File]) -> None:
        """Have what is in sight of these files drawn, and tell it; in the thread of the watcher."""
        if self._crew is None or self._today is None:
            return
        in_sight = [(file, self._in_sight.get(file, _FIRST)) for file in files]
        orders = [
            GlimpseOrder(self._root, file, pages, self.version, self._today, self._errors) for file, pages in in_sight
        ]
        jobs = BuildRequest(self._out, jobs=self._jobs).workers
        with closing(run_orders(self._crew.function, orders, jobs, seconds=_SECONDS, crew=self._crew)) as results:
            for order, drawn in results:
                if isinstance(drawn, Mapping):
                    self.glimpses = {**self.glimpses, order.file: drawn}
                    leaflet, locale, edition = order.file
                    told = {"event": "glimpse", "leaflet": leaflet, "locale": locale, "edition": edition}
                    self._tell({**told, "pages": sorted(drawn)})

    def _look(self) -> None:
        """Tell the watcher what is looked at, the latest first."""
        if self._watcher is not None:
            self._watcher.look(tuple(dict.fromkeys(file for files in reversed(self._feeds.values()) for file in files)))

    def _happened(self, event: Event) -> None:
        """One event, in the thread of the watcher."""
        match event:
            case Seen():
                self.version += 1
            case Found(findings):
                self._errors = any(finding.severity is Severity.ERROR for finding in findings)
            case Built(made, _):
                self.fresh = {**self.fresh, made.path: made}
                self._read[made.path] = made.sha256, self.version
                self._passed((made.leaflet, made.locale, made.edition))
            case Lost(failed) if failed.locale and failed.edition:
                self._passed((failed.leaflet, failed.locale, failed.edition))
            case Overtaken():
                self.fresh = {}
            case Done() | Trouble():
                self.fresh, self.glimpses = {}, {}
                give_back()
        told = _told(event)
        if told is not None:
            self._tell(told)

    def _passed(self, file: File) -> None:
        """The file itself is there, or will not be."""
        self.glimpses = {one: drawn for one, drawn in self.glimpses.items() if one != file}

    def _tell(self, told: Told) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._to_all, told)

    def _to_all(self, told: Told) -> None:
        for feed in list(self._feeds):
            if feed.full():
                while not feed.empty():
                    feed.get_nowait()
                feed.put_nowait(None)
            else:
                feed.put_nowait(told)


def _told(event: Event) -> Told | None:
    """An event as the script of the desk gets it; None if it need not know."""
    told: Told | None = None
    match event:
        case Seen(paths):
            told = {"event": "saved", "paths": paths}
        case Building(total, _):
            told = {"event": "building", "total": total}
        case Built(made, _):
            told = {"event": "built", "leaflet": made.leaflet, "locale": made.locale, "edition": made.edition}
            told |= {"pages": made.pages, "mark": made.sha256[:16]}
        case Lost(failed):
            told = {"event": "lost", "leaflet": failed.leaflet, "locale": failed.locale, "edition": failed.edition}
            told |= {"message": failed.reason, "hint": failed.hint}
        case Trouble(message, hint):
            told = {"event": "trouble", "message": message, "hint": hint}
        case Done():
            told = {"event": "done"}
    return told
