"""Which files a build is about."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from polyleaf.errors import UsageError, nearest
from polyleaf.model.project import Project

MANIFEST = "manifest.json"
OUTPUT = "accessible"
"""The one output there is so far; ``press`` adds ``-press`` to the name."""

_NAME = r"[^/\\]+"
_CONTRACT = re.compile(
    rf"(?P<leaflet>{_NAME})/(?P<locale>{_NAME})/(?P=leaflet)-(?P=locale)-(?P<edition>{_NAME}?)(?:-press)?\.pdf"
)


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What somebody asked to be built.

    Attributes:
        out: Folder of the built files (``dist``).
        leaflets, locales, editions: Only these; all if empty.
        jobs: Worker processes; 0 means one for each core.
        release: Make releases, not drafts.
        prune: Remove files of leaflets, locales and editions that are no longer in the project.
        force: Make every file anew, also those that are current.
    """

    out: Path
    leaflets: tuple[str, ...] = ()
    locales: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    jobs: int = 0
    release: bool = False
    prune: bool = False
    force: bool = False

    @property
    def workers(self) -> int:
        """How many worker processes to use at most."""
        return self.jobs if self.jobs > 0 else len(os.sched_getaffinity(0))


@dataclass(frozen=True, slots=True)
class Item:
    """One file: a leaflet in a locale and an edition."""

    leaflet: str
    locale: str
    edition: str

    @property
    def path(self) -> str:
        """Where it stands under ``dist``, with forward slashes. Others rely on these names."""
        return f"{self.leaflet}/{self.locale}/{self.leaflet}-{self.locale}-{self.edition}.pdf"


def plan(project: Project, request: BuildRequest) -> tuple[Item, ...]:
    """The files asked for, by leaflet, locale and edition in the order of the configuration.

    Leaflets that could not be read are left out; they are in ``project.broken``.

    Raises:
        UsageError: A leaflet, locale or edition is not in the project.
    """
    config = project.config
    broken = {leaflet.name for leaflet in project.broken}
    leaflets = _chosen("leaflet", request.leaflets, {*project.leaflets, *broken})
    locales = _chosen("locale", request.locales, config.locales)
    editions = _chosen("edition", request.editions, config.editions)
    return tuple(
        Item(leaflet, locale, edition)
        for leaflet in leaflets
        if leaflet not in broken
        for locale in locales
        for edition in editions
    )


def _chosen(kind: str, asked: tuple[str, ...], known: Iterable[str]) -> tuple[str, ...]:
    """The known words that were asked for, each once, in the known order; all of them if none was."""
    words = sorted(known) if isinstance(known, set) else list(known)
    for word in asked:
        if word not in words:
            near = nearest(word, words)
            hint = (
                f"Did you mean {near}?" if near else f"There {'is' if len(words) == 1 else 'are'}: {', '.join(words)}."
            )
            raise UsageError(f"there is no {kind} called {word[:80]!r} in this project", hint if words else "")
    return tuple(word for word in words if not asked or word in asked)


def item_of(path: PurePosixPath) -> Item | None:
    """The item that a file under ``dist`` is by its name, or None if the name is not one of ours."""
    found = _CONTRACT.fullmatch(path.as_posix())
    return Item(found["leaflet"], found["locale"], found["edition"]) if found else None
