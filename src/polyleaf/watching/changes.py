"""Where saved files are seen: the system tells of them (watchfiles), or else their dates are looked at."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from types import ModuleType
from typing import Self

from polyleaf.watching.scope import ROOMS, in_project

Saved = Callable[[frozenset[PurePosixPath]], None]
"""Is given the files that were saved, relative to the project."""

_STEP = 20
"""Milliseconds without another change after which what was saved is told: editors write a file in several steps."""

_LONGEST = 200
"""Milliseconds after which it is told in any case."""

_PAUSE = 0.2
"""Seconds between two looks at all dates."""

_SETTLED = 0.3
"""Seconds until the system listens for certain."""

_SHARE = 10
"""So many times as long as a look takes is waited: a library of thousands of files costs no more than a tenth."""

_Dates = dict[str, tuple[int, int, int]]
"""When each file was written (ns), its size and number."""


class Changes:
    """Watches the files of a project in threads of its own; use it as a context manager.

    Args:
        root: Folder of the project.
        out: Folder of the built files: what happens there is not told.
        saved: Called from another thread.
        polling: Whether to look at dates even where the system would tell.
    """

    def __init__(self, root: Path, out: Path, saved: Saved, *, polling: bool = False) -> None:
        self._root, self._out, self._saved = root.resolve(), out.resolve(), saved
        self._stop = threading.Event()
        self._system = None if polling else _watchfiles()
        self._threads: list[threading.Thread] = []

    def __enter__(self) -> Self:
        before = self._dates()
        if self._system is None:
            self._begin(lambda: self._look(before))
        else:
            self._begin(lambda: self._listen(self._system, (self._root,), self._stop, deep=False))
            self._begin(lambda: self._listen_in_rooms(before))
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join(2.0)

    def _begin(self, work: Callable[[], None]) -> None:
        thread = threading.Thread(target=work, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _tell(self, paths: Iterable[Path]) -> None:
        found = frozenset(filter(None, (in_project(path, self._root, self._out) for path in paths)))
        if found:
            self._saved(found)

    def _rooms(self) -> tuple[Path, ...]:
        return tuple(room for name in ROOMS if (room := self._root / name).is_dir())

    def _listen_in_rooms(self, before: _Dates) -> None:
        """Listen in the rooms there are; then look once for what was saved before anybody listened there."""
        while not self._stop.is_set():
            rooms, changed = self._rooms(), threading.Event()
            if rooms:
                self._begin(partial(self._listen, self._system, rooms, changed, deep=True))
            if not self._stop.wait(_SETTLED):
                now = self._dates()
                self._tell_differences(before, now)
                before = now
            while not self._stop.wait(_PAUSE) and self._rooms() == rooms:
                pass
            changed.set()

    def _listen(
        self, system: ModuleType | None, places: tuple[Path, ...], stop: threading.Event, *, deep: bool
    ) -> None:
        if system is None:
            return
        options = {"debounce": _LONGEST, "step": _STEP, "recursive": deep, "raise_interrupt": False}
        try:
            for changes in system.watch(*places, watch_filter=None, stop_event=stop, rust_timeout=1000, **options):
                self._tell(Path(name) for _, name in changes)
        except OSError:  # no more watches to be had, or the folder is gone: dates can always be looked at
            if not stop.is_set():
                self._look(self._dates(), stop)

    def _tell_differences(self, before: _Dates, now: _Dates) -> None:
        self._tell(Path(name) for name in before.keys() | now.keys() if before.get(name) != now.get(name))

    def _look(self, before: _Dates, stop: threading.Event | None = None) -> None:
        stop = stop or self._stop
        pause = _PAUSE
        while not stop.wait(pause):
            start = time.monotonic()
            now = self._dates()
            self._tell_differences(before, now)
            before = now
            pause = max(_PAUSE, _SHARE * (time.monotonic() - start))

    def _dates(self) -> _Dates:
        found: _Dates = {}
        for path in (*_entries(self._root), *(file for room in self._rooms() for file in _files(room))):
            try:
                known = path.stat()
            except OSError:
                continue
            found[str(path)] = (known.st_mtime_ns, known.st_size, known.st_ino)
        return found


def _files(folder: Path) -> Iterator[Path]:
    for place, _, names in os.walk(folder):
        yield from (Path(place) / name for name in names)


def _entries(folder: Path) -> list[Path]:
    try:
        return [path for path in folder.iterdir() if path.is_file()]
    except OSError:
        return []


def _watchfiles() -> ModuleType | None:
    """The library that the system tells, or None where it is not installed (extra ``desk``)."""
    try:
        import watchfiles  # noqa: PLC0415 - an extra
    except ImportError:
        return None
    return watchfiles
