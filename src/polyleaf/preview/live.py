"""What happens while the desk is open: the watcher in a thread of its own, and whoever looks on."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from polyleaf.building.build import build_crew
from polyleaf.building.plan import BuildRequest
from polyleaf.errors import PolyleafError
from polyleaf.model.artifact import Artifact
from polyleaf.watching.changes import Changes
from polyleaf.watching.events import Building, Built, Done, Event, Lost, Overtaken, Seen, Trouble
from polyleaf.watching.watcher import File, Opened, Watcher

MOST = 24
"""Browsers that are told at the same time."""

_ENDING = 10.0
"""Seconds for the file in hand when the desk is closed."""

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
        self._root, self._out, self._opened, self._jobs = root, out, opened, jobs
        self._feeds: dict[Feed, tuple[File, ...]] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self._watcher: Watcher | None = None
        self._thread: threading.Thread | None = None
        self.version = 0
        """Grows whenever something was saved."""
        self.fresh: dict[str, Artifact] = {}
        """Files that have taken their place, by path: the manifest tells of them when the build is over."""

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
        with build_crew() as crew:
            self._watcher = watcher = Watcher(self._opened, request, self._happened, crew, self._root, ())
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
            self._look()

    def _look(self) -> None:
        """Tell the watcher what is looked at, the latest first."""
        if self._watcher is not None:
            self._watcher.look(tuple(dict.fromkeys(file for files in reversed(self._feeds.values()) for file in files)))

    def _happened(self, event: Event) -> None:
        """One event, in the thread of the watcher."""
        match event:
            case Seen():
                self.version += 1
            case Built(made, _):
                self.fresh = {**self.fresh, made.path: made}
            case Done() | Overtaken() | Trouble():
                self.fresh = {}
        told = _told(event)
        if told is not None:
            self._tell(told)

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
        case Lost(failed, _):
            told = {"event": "lost", "leaflet": failed.leaflet, "locale": failed.locale, "edition": failed.edition}
            told |= {"message": failed.reason, "hint": failed.hint}
        case Trouble(message, hint):
            told = {"event": "trouble", "message": message, "hint": hint}
        case Done():
            told = {"event": "done"}
    return told
