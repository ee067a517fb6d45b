"""Which files a build is about."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from polyleaf.building.item import Item
from polyleaf.catalog.localizing.pseudo import PSEUDO
from polyleaf.errors import UsageError, nearest
from polyleaf.model.edition import Edition
from polyleaf.model.output import ACCESSIBLE, ALL, OUTPUTS, Output
from polyleaf.model.project import Project
from polyleaf.source.own_languages import require_usable


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What somebody asked to be built.

    Attributes:
        out: Folder of the built files (``dist``).
        leaflets, locales, editions: Only these; all if empty. A pseudo locale is made only if it is asked for.
        jobs: Worker processes; 0 means one for each core.
        release: Make releases, not drafts.
        prune: Remove files of leaflets, locales and editions that are no longer in the project.
        force: Make every file anew, also those that are current.
        verify: Read every byte of what is there; else size, time and inode tell whether a file has changed.
        output: The name of an output, or ``all``.
        only: Of what the rest asks for, only these leaflets, locales and editions; all if None.
        first: Of leaflets, locales and editions, those to make before the others, the first one first.
        scheduler: Address of a Dask scheduler whose workers make the files; "" for workers of this machine.
        explain: Tell of each file why it is made.
        bilingual: Locales to print beside the source. Without ``locales``, nothing else is made then.
    """

    out: Path
    leaflets: tuple[str, ...] = ()
    locales: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    jobs: int = 0
    release: bool = False
    prune: bool = False
    force: bool = False
    verify: bool = False
    scheduler: str = ""
    explain: bool = False
    bilingual: tuple[str, ...] = ()
    output: str = ACCESSIBLE.name
    only: frozenset[tuple[str, str, str]] | None = None
    first: tuple[tuple[str, str, str], ...] = ()

    @property
    def workers(self) -> int:
        """How many worker processes to use at most."""
        return self.jobs if self.jobs > 0 else len(os.sched_getaffinity(0))


def plan(project: Project, request: BuildRequest) -> tuple[Item, ...]:
    """The files asked for, by leaflet, locale and edition in the order of the configuration.

    Leaflets that could not be read are left out; they are in ``project.broken``.

    Raises:
        ContentError: The project's own file of a locale that was asked for is faulty.
        UsageError: A leaflet, locale or edition is not in the project.
    """
    config = project.config
    require_usable(config, (*request.locales, *request.bilingual))
    broken = {leaflet.name for leaflet in project.broken}
    leaflets = _chosen("leaflet", request.leaflets, {*project.leaflets, *broken})
    asked = tuple(locale for locale in request.locales if locale not in PSEUDO)
    pseudo = tuple(locale for locale in PSEUDO if locale in request.locales)
    locales = () if pseudo and not asked else _chosen("locale", asked, config.locales)
    twins = _chosen("locale", request.bilingual, config.targets) if request.bilingual else ()
    kinds = [(locale, True) for locale in twins]
    if not twins or request.locales:
        kinds = [*((locale, False) for locale in (*locales, *pseudo)), *kinds]
    asked_for = tuple(OUTPUTS.values()) if request.output == ALL else (OUTPUTS[request.output],)
    editions = _chosen("edition", request.editions, config.editions)
    found = tuple(
        Item(leaflet, locale, edition, twin, output)
        for leaflet in leaflets
        if leaflet in project.leaflets
        for locale, twin in kinds
        for edition in editions
        if request.only is None or (leaflet, locale, edition) in request.only
        for output in _outputs(asked_for, config.editions[edition])
    )
    urgent = {triple: place for place, triple in enumerate(request.first)}
    last = len(urgent)
    return tuple(sorted(found, key=lambda one: urgent.get((one.leaflet, one.locale, one.edition), last)))


def _outputs(asked: tuple[Output, ...], edition: Edition) -> tuple[Output, ...]:
    """The outputs of an edition: those of folds for editions that are folded, beside what they are made from."""
    if not edition.fold:
        return tuple(output for output in asked if not output.is_of_folds)
    wanted = (one for one in OUTPUTS.values() if one in asked or (one.is_of_folds and one.needs in asked))
    return tuple(wanted)


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
