"""Which files a build is about."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from polyleaf.catalog.localizing.pseudo import PSEUDO
from polyleaf.errors import UsageError, nearest
from polyleaf.model.project import Project

MANIFEST = "manifest.json"
OUTPUT = "accessible"
"""The files that people read on paper and on screens."""

PRESS = "press"
"""The files for the print shop; their names end in ``-press``."""

OUTPUTS = {OUTPUT: (False,), PRESS: (True,), "all": (False, True)}
"""What can be asked for, and whether each file of it is for the press."""

TWIN = "bilingual"
"""In the name of a file that shows source and translation side by side; no edition's name begins with it."""

_NAME = r"[^/\\]+"
_CONTRACT = re.compile(
    rf"(?P<leaflet>{_NAME})/(?P<locale>{_NAME})/"
    rf"(?P=leaflet)-(?P=locale)-(?P<twin>{TWIN}-)?(?P<edition>{_NAME}?)(?P<press>-press)?\.pdf"
)


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
        output: A key of ``OUTPUTS``.
        only: Of what the rest asks for, only these leaflets, locales and editions; all if None.
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
    bilingual: tuple[str, ...] = ()
    output: str = OUTPUT
    only: frozenset[tuple[str, str, str]] | None = None

    @property
    def workers(self) -> int:
        """How many worker processes to use at most."""
        return self.jobs if self.jobs > 0 else len(os.sched_getaffinity(0))


@dataclass(frozen=True, slots=True)
class Item:
    """One file: a leaflet in a locale and an edition.

    Attributes:
        leaflet, locale, edition: Of which.
        twin: Whether the source is printed beside the translation.
        press: Whether it is for the print shop; it is finished from the accessible file of the same.
    """

    leaflet: str
    locale: str
    edition: str
    twin: bool = False
    press: bool = False

    @property
    def path(self) -> str:
        """Where it stands under ``dist``, with forward slashes. Others rely on these names."""
        name = f"{self.leaflet}-{self.locale}-{self.label}"
        name += f"-{PRESS}" if self.press else ""
        return f"{self.leaflet}/{self.locale}/{name}.pdf"

    @property
    def label(self) -> str:
        """What the edition is called on paper, where it also says whether the source stands beside it."""
        return f"{TWIN}-{self.edition}" if self.twin else self.edition

    @property
    def output(self) -> str:
        """What the manifest calls this kind of file."""
        return "-".join(word for word, said in ((TWIN, self.twin), (PRESS, self.press)) if said) or OUTPUT

    @property
    def accessible(self) -> Item:
        """The accessible file that a press file is finished from; itself, if it is one."""
        return replace(self, press=False)


def plan(project: Project, request: BuildRequest) -> tuple[Item, ...]:
    """The files asked for, by leaflet, locale and edition in the order of the configuration.

    Leaflets that could not be read are left out; they are in ``project.broken``.

    Raises:
        UsageError: A leaflet, locale or edition is not in the project.
    """
    config = project.config
    broken = {leaflet.name for leaflet in project.broken}
    leaflets = _chosen("leaflet", request.leaflets, {*project.leaflets, *broken})
    asked = tuple(locale for locale in request.locales if locale not in PSEUDO)
    pseudo = tuple(locale for locale in PSEUDO if locale in request.locales)
    locales = () if pseudo and not asked else _chosen("locale", asked, config.locales)
    twins = _chosen("locale", request.bilingual, config.targets) if request.bilingual else ()
    kinds = [(locale, True) for locale in twins]
    if not twins or request.locales:
        kinds = [*((locale, False) for locale in (*locales, *pseudo)), *kinds]
    editions = _chosen("edition", request.editions, config.editions)
    return tuple(
        Item(leaflet, locale, edition, twin, press)
        for leaflet in leaflets
        if leaflet not in broken
        for locale, twin in kinds
        for edition in editions
        if request.only is None or (leaflet, locale, edition) in request.only
        for press in OUTPUTS[request.output]
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
    if not found:
        return None
    return Item(found["leaflet"], found["locale"], found["edition"], bool(found["twin"]), bool(found["press"]))
