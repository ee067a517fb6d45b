"""The desk: the project it stands on, and what every page of it needs."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse

from polyleaf.building.item import Item
from polyleaf.building.manifest import MANIFEST, read_manifest
from polyleaf.errors import PolyleafError
from polyleaf.importing.looking import Look, LookOrder
from polyleaf.locales.table import language
from polyleaf.model.artifact import Artifact
from polyleaf.model.leaflet import Leaflet
from polyleaf.preview.live import Live
from polyleaf.preview.reading import File, Readings
from polyleaf.preview.words import PAGES, interface, interface_locales, wanted
from polyleaf.render.environment import fill
from polyleaf.source.reader import leaflet_names
from polyleaf.watching.watcher import Opened
from polyleaf.workspace import Workspace

Certify = Callable[[str, str, str], str | None]
"""The certificate of a file as a page; None if the file is not built or not current."""

Take = Callable[[LookOrder], Look]
"""Reads a document of another program, and writes the leaflet that it becomes."""

T = TypeVar("T")

_PAUSES = (0.05, 0.15, 0.4)
"""Seconds between tries to read what somebody is writing."""

CHOICE = "polyleaf-words"
"""Cookie with the language that somebody chose for the desk."""


@dataclass(frozen=True)
class Desk:
    """What the pages of the desk work on.

    Attributes:
        root: Folder of the project.
        out: Folder of the built files.
        token: What every address begins with.
        opened: Reads the project anew, with these leaflets; all if there are none.
        live: What happens meanwhile.
        readings: Reads finished files back.
        certify: Makes certificates.
        take: Reads documents of other programs; None where the libraries for it are not installed.
        read_only: Whether nothing may be changed.
    """

    root: Path
    out: Path
    token: str
    opened: Opened
    live: Live
    readings: Readings
    certify: Certify
    take: Take | None = None
    read_only: bool = False
    _manifest: dict[str, Any] = field(default_factory=dict, repr=False)

    def workspace(self, *leaflets: str) -> Workspace:
        """The project with these leaflets as it stands now, drafts of broken ones among them.

        Raises:
            HTTPException: There is no such leaflet.
        """
        known = leaflet_names(self.root)
        for name in leaflets:
            if name not in known:
                raise HTTPException(404, "There is no such leaflet in this project.")
        return self.opened(leaflets)

    def artifacts(self) -> Mapping[str, Artifact]:
        """The finished files by path; the manifest is read again when it was written."""
        fresh = self.live.fresh
        try:
            known = (self.out / MANIFEST).stat()
        except OSError:
            return fresh
        stamp = (known.st_mtime_ns, known.st_size, known.st_ino)
        if self._manifest.get("stamp") != stamp:
            self._manifest.update(stamp=stamp, found=read_manifest(self.out)[0])
        found: Mapping[str, Artifact] = self._manifest["found"]
        return {**found, **fresh} if fresh else found

    def artifact(self, file: File) -> Artifact:
        """The finished file of a leaflet, a language and an edition.

        Raises:
            HTTPException: It is not built.
        """
        found = self.artifacts().get(Item(*file).path)
        path = self.out / found.path if found is not None else None
        if found is None or path is None or not path.is_file() or not path.resolve().is_relative_to(self.out.resolve()):
            raise HTTPException(404, "This file is not built.")
        return found

    def page(self, request: Request, template: str, *, status: int = 200, **values: object) -> HTMLResponse:
        """A page of the desk in the language of whoever asks."""
        chosen = request.query_params.get("words", request.cookies.get(CHOICE, ""))
        locale = wanted(request.headers.get("accept-language", ""), chosen)
        html = self.filled(template, locale, **values)
        response = HTMLResponse(html, status)
        if request.query_params.get("words") == locale:
            response.set_cookie(CHOICE, locale, path=f"/{self.token}/", httponly=True, samesite="strict")
        return response

    def filled(self, template: str, locale: str, **values: object) -> str:
        """A template of the desk with the words of a language."""
        words = interface(locale)
        choices = [(one, language(one)) for one in interface_locales()]
        return fill(
            template,
            (PAGES,),
            _=words.gettext,
            speech=words.phrases.language,
            speeches=choices,
            base=f"/{self.token}/",
            read_only=self.read_only,
            language=language,
            **values,
        )


class Pages:
    """Answers for some of the addresses.

    Args:
        desk: The desk.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk


def patiently(work: Callable[[], T]) -> T:
    """What some work gives; where a file is not there or not whole, it is tried again for a moment.

    Git and some editors take a file away before they write it anew: nobody's edit is to be lost for that.

    Raises:
        HTTPException: There is no such leaflet, or it cannot be read.
        PolyleafError: What the work raises, again and again.
    """
    for pause in _PAUSES:
        try:
            return work()
        except (PolyleafError, HTTPException):
            time.sleep(pause)
    return work()


def leaflet_of(workspace: Workspace, name: str) -> Leaflet:
    """A leaflet, or what can be printed of one that has faults.

    Raises:
        HTTPException: Nothing of it can be read.
    """
    found = workspace.project.with_drafts.leaflets.get(name)
    if found is None:
        faults = [fault for broken in workspace.project.broken if broken.name == name for fault in broken.faults]
        told = "; ".join(map(str, faults))
        raise HTTPException(409, told or "This leaflet cannot be read.")
    return found


def chosen(asked: Sequence[str], known: Sequence[str], otherwise: Sequence[str]) -> tuple[str, ...]:
    """Those of the known words that were asked for, in the known order; else others."""
    return tuple(word for word in known if word in asked) or tuple(otherwise)
