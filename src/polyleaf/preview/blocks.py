"""One text of a leaflet: its lines in the file, its entry in each catalog, and a field to change each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from polyleaf.catalog.exchange.packing import pack
from polyleaf.catalog.exchange.unit import Printed, Stage, Unit
from polyleaf.catalog.po.faults import CatalogError
from polyleaf.catalog.po.paths import catalog_path
from polyleaf.files import read_bounded
from polyleaf.model.block_texts import every_text
from polyleaf.model.finding import Fault
from polyleaf.preview.bodies import Form, form
from polyleaf.preview.desk import Pages, chosen, leaflet_of, patiently
from polyleaf.source.reader import LEAFLET_LIMIT
from polyleaf.translating.editing import Edit, Edited, Fate, edit_translation
from polyleaf.translating.rewording import Rewording, reword
from polyleaf.translating.sending import ExchangeProject
from polyleaf.workspace import Workspace

_AROUND = 2
"""Lines of the file that are shown before and after."""

_LONGEST = 400
"""Letters of a line that are shown."""


@dataclass(frozen=True, slots=True)
class Side:
    """A text in one language.

    Attributes:
        locale: The language.
        text: Its translation as it stands.
        finished: Whether it is done.
        missing: Whether there is none.
        path: Where it stands, with the line.
        printed: What each placeholder prints.
        comments: Remarks in the catalog.
        faults: Why the catalog cannot be read.
    """

    locale: str
    text: str = ""
    finished: bool = False
    missing: bool = True
    path: str = ""
    printed: tuple[Printed, ...] = ()
    comments: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What somebody sent, and what came of it.

    Attributes:
        locale: The language; the source's if the leaflet itself was changed.
        sent: The text that was sent.
        result: What came of it.
        before: What stood there before, for undoing.
        was_finished: Whether that was done.
    """

    locale: str
    sent: str
    result: Edited
    before: str
    was_finished: bool = True


class BlockPages(Pages):
    """Answers for one text."""

    def show(self, request: Request) -> Response:
        """A text in the languages that were asked for."""
        asked = request.query_params.getlist("l")
        return self._page(request, str(request.path_params["leaflet"]), int(request.path_params["number"]), asked)

    async def edit(self, request: Request) -> Response:
        """Change a translation."""
        sent = await form(request)
        return await run_in_threadpool(patiently, lambda: self._edit(request, sent))

    async def reword(self, request: Request) -> Response:
        """Change the text of the leaflet."""
        sent = await form(request)
        return await run_in_threadpool(patiently, lambda: self._reword(request, sent))

    def _edit(self, request: Request, sent: Form) -> Response:
        name, number = str(request.path_params["leaflet"]), int(request.path_params["number"])
        workspace = self._desk.workspace(name)
        texts = tuple(every_text(leaflet_of(workspace, name)))
        locale = sent["locale"]
        if locale not in workspace.project.config.targets or number >= len(texts):
            raise HTTPException(404, "There is no such text or language.")
        finished, was_finished = sent["finished"] == "yes", sent["was_finished"] == "yes"
        edit = Edit(
            leaflet=name,
            locale=locale,
            context=texts[number].context,
            msgid=sent["msgid"],
            before=sent["before"],
            text=sent["text"],
            finished=finished and bool(sent["text"].strip()),
            was_finished=was_finished,
        )
        result = edit_translation(ExchangeProject(workspace), edit)
        change = Change(locale, sent["text"], result, sent["before"], was_finished)
        return self._page(request, name, number, sent.all("l"), change)

    def _reword(self, request: Request, sent: Form) -> Response:
        name, number = str(request.path_params["leaflet"]), int(request.path_params["number"])
        workspace = self._desk.workspace(name)
        result = reword(workspace.project, Rewording(name, number, sent["before"], sent["text"]))
        change = Change(workspace.project.config.source, sent["text"], result, sent["before"])
        return self._page(request, name, number, sent.all("l"), change)

    def _page(
        self, request: Request, name: str, number: int, asked: Sequence[str], change: Change | None = None
    ) -> Response:
        workspace = self._desk.workspace(name)
        leaflet, config = leaflet_of(workspace, name), workspace.project.config
        texts = tuple(every_text(leaflet))
        if number >= len(texts):
            raise HTTPException(404, "The leaflet has no such text any more.")
        text = texts[number]
        targets = chosen(asked, config.targets, ())
        sides = [self._side(workspace, name, (text.context, text.msgid), locale) for locale in targets]
        conflict = change is not None and change.result.fate in (Fate.CONFLICT, Fate.GONE)
        refused = change is not None and change.result.fate is Fate.REFUSED
        return self._desk.page(
            request,
            "block.html",
            status=409 if conflict else 422 if refused else 200,
            leaflet=leaflet,
            number=number,
            last=len(texts) - 1,
            text=text,
            lines=self._lines(text.location.path, text.location.line, len(text.msgid)),
            sides=sides,
            change=change,
            fates=Fate,
            source=config.source,
            asked=[locale for locale in asked if locale in config.locales],
        )

    def _side(self, workspace: Workspace, name: str, key: tuple[str, str], locale: str) -> Side:
        exchange = ExchangeProject(workspace)
        try:
            subject = exchange.subject(name, locale)
            _, catalog = exchange.catalog(subject)
            printing = (exchange.printing(exchange.project.config.source), exchange.printing(locale))
            units = pack(subject, catalog, printing).units
        except CatalogError as error:
            return Side(locale, faults=error.faults)
        unit = next((one for one in units if (one.context, one.msgid) == key), Unit(key[1]))
        entry = catalog.by_key().get(key)
        path = workspace.project.relative(catalog_path(workspace.project.root, locale, name))
        return Side(
            locale,
            unit.text,
            unit.stage >= Stage.TRANSLATED,
            unit.stage is Stage.MISSING,
            f"{path}:{entry.line}" if entry is not None and entry.line else path,
            unit.printed,
            unit.comments,
        )

    def _lines(self, path: str, line: int | None, length: int) -> list[tuple[int, str, bool]]:
        """Lines of the leaflet's file around a text: number, text, and whether it belongs to it."""
        if line is None:
            return []
        raw = read_bounded(self._desk.root / path, LEAFLET_LIMIT, path).decode("utf-8", "replace").splitlines()
        end, left = line, length
        while end < len(raw) and left > len(raw[end - 1].strip()) + 1 and raw[end].strip():
            left -= len(raw[end - 1].strip()) + 1
            end += 1
        around = range(max(1, line - _AROUND), min(len(raw), end + _AROUND) + 1)
        return [(number, raw[number - 1][:_LONGEST], line <= number <= end) for number in around]
