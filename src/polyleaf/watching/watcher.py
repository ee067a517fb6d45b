"""Builds what is asked for, and again whenever something is saved: what was edited first, only what is stale."""

from __future__ import annotations

import queue
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from polyleaf.building.build import BuildCrew, build
from polyleaf.building.outcome import Failed, Kept
from polyleaf.building.plan import BuildRequest
from polyleaf.catalog.localizing.pseudo import PSEUDO
from polyleaf.errors import PolyleafError
from polyleaf.model.artifact import Artifact
from polyleaf.model.finding import Finding
from polyleaf.model.project import Project
from polyleaf.source.reader import leaflet_names
from polyleaf.watching.events import Building, Built, Done, Event, Found, Lost, Noted, Overtaken, Seen, Trouble
from polyleaf.watching.scope import Scope, scope_of
from polyleaf.workspace import Workspace

File = tuple[str, str, str]
"""Leaflet, locale and edition."""

Glance = Callable[[Sequence[File]], None]
"""Makes a first picture of files before they are built."""

Opened = Callable[[Sequence[str]], Workspace]
"""Reads the project anew, with these leaflets; all if there are none."""

_EVERYTHING = Scope()


class _OvertakenError(Exception):
    """Something was saved while a build was running."""


class Watcher:
    """Keeps files current.

    ``run`` is the work and is called in one thread; the other methods may be called from any.

    Args:
        opened: Reads the project.
        request: What to keep current.
        tell: Is told what happens, in the thread of ``run``.
        crew: Workers that stay between builds.
        root: Folder of the project.
        looking: Files to keep current, of those that ``request`` asks for: the first one is made first. All if None.
        glance: Is called first when something was saved, with the files looked at that it may have changed.
    """

    def __init__(
        self,
        opened: Opened,
        request: BuildRequest,
        tell: Callable[[Event], None],
        crew: BuildCrew,
        root: Path,
        looking: Sequence[File] | None = None,
        glance: Glance | None = None,
    ) -> None:
        self._opened, self._request, self._tell, self._crew = opened, request, tell, crew
        self._root, self._glance = root, glance
        self._looking = None if looking is None else tuple(looking)
        self._inbox: queue.SimpleQueue[frozenset[PurePosixPath] | tuple[File, ...] | None] = queue.SimpleQueue()
        self._open: list[Scope] = [_EVERYTHING]
        """What is to be looked at, the latest first."""
        self._ends = False
        self._is_saved = False
        """Whether something was saved of which no first picture was made."""

    def saved(self, paths: frozenset[PurePosixPath]) -> None:
        """Tell of files that were saved; paths are relative to the project."""
        self._inbox.put(paths)

    def look(self, files: Sequence[File]) -> None:
        """Keep these files current from now on, the first one first."""
        self._inbox.put(tuple(files))

    def stop(self) -> None:
        """Let ``run`` come to its end; a build that is running is left after the file in hand."""
        self._inbox.put(None)

    def run(self) -> None:
        """Build, and wait, and build again, until ``stop`` is called.

        Raises:
            KeyboardInterrupt: Somebody pressed Ctrl-C; finished files are kept.
        """
        while not self._ends:
            if self._open:
                self._build()
            self._take(wait=not self._open)

    def _take(self, *, wait: bool) -> None:
        """Take in what was saved; wait for it, unless there is more to do."""
        seen: set[PurePosixPath] = set()
        while wait or self._inbox.qsize():
            news = self._inbox.get()
            wait = False
            if news is None:
                self._ends = True
            elif isinstance(news, frozenset):
                seen |= news
            else:
                self._looking = news
                self._open.append(_EVERYTHING)
        if seen:
            self._tell(Seen(tuple(sorted(map(str, seen)))))
            scopes = sorted({scope_of(path) for path in seen}, key=lambda one: one == _EVERYTHING)
            self._open = list(dict.fromkeys((*scopes, *self._open)))
            self._is_saved = True

    def _build(self) -> None:
        """One build of what is open; whatever comes of it, the watcher goes on."""
        try:
            self._show_first()
            if work := self._work():
                self._tell(Done(build(*work, _Listener(self._tell, self._inbox.qsize), self._crew)))
        except _OvertakenError:
            self._tell(Overtaken())
            return
        except PolyleafError as error:
            faults = getattr(error, "faults", ())
            lines = list(map(str, faults)) or [error.message]
            self._tell(Trouble("\n".join(lines), faults[0].hint if faults else error.hint))
        except OSError as error:
            self._tell(Trouble(f"{error.filename or 'a file'}: {error.strerror or error}", "See who may read it."))
        else:
            self._open.clear()
            return
        self._take(wait=True)  # what could not be looked at stays open until something is saved

    def _show_first(self) -> None:
        """Have first pictures made of what is looked at."""
        if self._is_saved and self._glance is not None and self._looking:
            self._glance(tuple(one for one in self._looking if any(scope.has(*one[:2]) for scope in self._open)))
        self._is_saved = False

    def _work(self) -> tuple[Workspace, BuildRequest] | None:
        """The project as it stands, and what to build now; None if nothing is asked for."""
        names = self._names()
        if names is None:
            return None
        workspace = self._opened(names)
        files = self._files(workspace.project)
        first = tuple(one for one in files if self._open[0].has(*one[:2]))
        request = replace(self._request, leaflets=names, only=frozenset(files), first=first)
        return workspace, request if _EVERYTHING in self._open else replace(request, prune=False)

    def _names(self) -> tuple[str, ...] | None:
        """The leaflets to read; () for all of them, None if there is nothing to do."""
        asked = self._request.leaflets
        if self._looking is not None:
            asked = tuple(dict.fromkeys(leaflet for leaflet, _, _ in self._looking))
            if not asked:
                return None
        if any(scope.leaflets is None for scope in self._open):
            return asked
        named = {name for scope in self._open for name in scope.leaflets or ()}
        there = named.intersection(leaflet_names(self._root))
        return tuple(sorted(there.intersection(asked) if asked else there)) or None

    def _files(self, project: Project) -> list[File]:
        """What is to be kept current and may have changed."""
        config = project.config
        locales = [*config.locales, *(locale for locale in PSEUDO if locale in self._request.locales)]
        everything = (
            (name, locale, edition) for name in project.leaflets for locale in locales for edition in config.editions
        )
        asked = everything if self._looking is None else iter(self._looking)
        return [one for one in asked if any(scope.has(*one[:2]) for scope in self._open)]


class _Listener:
    """Turns what a build tells into events, and leaves it when something was saved."""

    def __init__(self, tell: Callable[[Event], None], news: Callable[[], int]) -> None:
        self._tell, self._news = tell, news

    def found(self, findings: tuple[Finding, ...]) -> None:
        self._tell(Found(findings))

    def started(self, total: int, unchanged: int) -> None:
        self._tell(Building(total, unchanged))

    def finished(self, result: Artifact | Kept | Failed, findings: tuple[Finding, ...]) -> None:
        result = result.artifact if isinstance(result, Kept) else result
        self._tell(Lost(result) if isinstance(result, Failed) else Built(result, findings))
        if self._news():
            raise _OvertakenError

    def explained(self, path: str, reasons: tuple[str, ...]) -> None:
        """Nobody asks for that here."""

    def refused(self, failed: Failed) -> None:
        self._tell(Lost(failed))

    def note(self, text: str) -> None:
        self._tell(Noted(text))
