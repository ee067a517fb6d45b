"""The first steps in the browser: a project without a leaflet is told what it is for, and gets its first leaflet."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from polyleaf.errors import PolyleafError
from polyleaf.files import write_atomic
from polyleaf.manuscript.faults import FaultLog, Refusal
from polyleaf.model.project import Config
from polyleaf.preview.bodies import Form, body, form
from polyleaf.preview.desk import Pages
from polyleaf.source import values
from polyleaf.source.logo import check_logo
from polyleaf.source.phone_number import telephone
from polyleaf.source.reader import leaflet_names
from polyleaf.starter.answers import language_named, languages_named, maybe, sizes_named
from polyleaf.starter.choices import SIZES, Choices, ContactChoice, config_text
from polyleaf.starter.new_leaflet import leaflet_name, new_leaflet

T = TypeVar("T")

CONFIG = "polyleaf.toml"
_LOGOS = ("logo.svg", "logo.png", "logo.jpg", "logo.jpeg")
_LOGO_BYTES = 8 * 1024 * 1024
"""A logo for every page of every leaflet."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What stands in the fields, and what is wrong with it.

    Attributes:
        fields: The answers by name of field.
        faults: What cannot be used, by name of field.
    """

    fields: dict[str, str]
    faults: dict[str, str]


class StartPages(Pages):
    """Answers for a project that has no leaflet yet."""

    def show(self, request: Request) -> Response:
        """The questions, with what polyleaf.toml says already."""
        return self._page(request, Answers(_known(self._desk.workspace().project.config), {}))

    async def begin(self, request: Request) -> Response:
        """Write what was answered, and the first leaflet."""
        return await run_in_threadpool(self._begin, request, await form(request))

    def _begin(self, request: Request, sent: Form) -> Response:
        if leaflet_names(self._desk.root):
            raise HTTPException(409, "This project has leaflets: change polyleaf.toml itself.")
        fields = {name: " ".join(sent[name].split()) for name in ("organisation", "source", "targets", "contact",
                                                                   "phone", "email", "leaflet")}  # fmt: skip
        fields["sizes"] = ", ".join(sent.all("sizes"))
        faults: dict[str, str] = {}

        def read(name: str, how: Callable[[str], T], otherwise: T) -> T:
            try:
                return how(fields[name])
            except Refusal as refusal:
                faults[name] = f"{refusal.message}. {refusal.hint}"
                return otherwise

        source = read("source", language_named, "")
        nothing: tuple[str, ...] = ()
        targets = read("targets", languages_named, nothing)
        contact = ContactChoice(
            fields["contact"], read("phone", maybe(telephone), ""), read("email", maybe(values.email), "")
        )
        choices = Choices(
            read("organisation", values.words, ""),
            source,
            tuple(one for one in targets if one != source),
            contact if contact.name else None,
            read("sizes", sizes_named, {}),
            _logo(self._desk.root, sent["logo"]),
        )
        if not faults:
            self._write(choices, fields, faults)
        if faults:
            return self._page(request, Answers(fields, faults), status=422)
        begun = next(iter(leaflet_names(self._desk.root)), "")
        return RedirectResponse(f"/{self._desk.token}/{f'preview/{begun}' if begun else 'bring'}", 303)

    async def logo(self, request: Request) -> Response:
        """A logo; the body is the file. What is no picture that can be printed is not kept."""
        data = await body(request, _LOGO_BYTES)
        return await run_in_threadpool(self._keep_logo, request.query_params.get("name", ""), data)

    def _keep_logo(self, called: str, data: bytes) -> Response:
        if leaflet_names(self._desk.root):
            raise HTTPException(409, "This project has leaflets: change polyleaf.toml itself.")
        name = f"logo{Path(called).suffix.lower()[:5]}"
        log = FaultLog(name)
        if name in _LOGOS:
            with tempfile.TemporaryDirectory(prefix="polyleaf-") as folder:
                (Path(folder) / name).write_bytes(data)
                check_logo(Path(folder), name, None, log)
        else:
            log.add("This is not a picture that can be printed", None, "Use an SVG, PNG or JPEG file")
        if log.faults:
            return JSONResponse({"told": " ".join(f"{one.message}. {one.hint}." for one in log.faults)}, 422)
        write_atomic(self._desk.root / name, data)
        return JSONResponse({"file": name})

    def _write(self, choices: Choices, fields: dict[str, str], faults: dict[str, str]) -> None:
        """polyleaf.toml and the leaflet; where the leaflet cannot be, polyleaf.toml stays as it was."""
        path = self._desk.root / CONFIG
        before = path.read_bytes()
        try:
            write_atomic(path, config_text(choices).encode())
            if fields["leaflet"]:
                name = leaflet_name(fields["leaflet"]) or fields["leaflet"]
                new_leaflet(self._desk.root, name, self._desk.workspace().today)
        except PolyleafError as error:
            write_atomic(path, before)
            faults["leaflet"] = f"{error.message}. {error.hint}"

    def _page(self, request: Request, answers: Answers, status: int = 200) -> Response:
        return self._desk.page(
            request, "start.html", status=status, answers=answers.fields, faults=answers.faults, sizes=SIZES
        )


def _known(config: Config) -> dict[str, str]:
    """The answers that polyleaf.toml gives."""
    contact = next(iter(config.contacts.values()), None)
    return {
        "organisation": config.organisation,
        "source": config.source,
        "targets": ", ".join(config.targets),
        "contact": contact.name.msgid if contact is not None else "",
        "phone": (contact.phone or "") if contact is not None else "",
        "email": (contact.email or "") if contact is not None else "",
        "sizes": ", ".join(name for name in config.editions if name in SIZES),
        "leaflet": "",
    }


def _logo(root: Path, wanted: str) -> Path | None:
    """A logo that lies in the project: the one that was just sent, else any."""
    names = (wanted, *_LOGOS) if wanted in _LOGOS else _LOGOS
    return next((root / name for name in names if (root / name).is_file()), None)
