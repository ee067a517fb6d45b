"""Work for translators, out and in, and catalogs brought up to a leaflet."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from threading import Lock

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from polyleaf.catalog.exchange.formats import writer
from polyleaf.catalog.exchange.packing import pack
from polyleaf.catalog.exchange.reply_unit import MOST_BYTES
from polyleaf.catalog.messages.update import update_all
from polyleaf.preview.bodies import body, form
from polyleaf.preview.desk import Desk, Pages, leaflet_of
from polyleaf.translating.receiving import ImportOrder, receive
from polyleaf.translating.sending import ExchangeProject

STYLES = {
    "xlf": ("xliff", "application/xliff+xml"),
    "xlsx": ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
"""Ending of a file -> its format and media type."""


class ParcelPages(Pages):
    """Answers for what goes out and comes in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._turn = Lock()

    def send(self, request: Request) -> Response:
        """A leaflet in a language as a file for translators."""
        name, locale, ending = (str(request.path_params[part]) for part in ("leaflet", "locale", "ending"))
        workspace = self._desk.workspace(name)
        if ending not in STYLES or locale not in workspace.project.config.targets:
            raise HTTPException(404, "There is no such language or format.")
        style, media_type = STYLES[ending]
        exchange = ExchangeProject(workspace)
        subject = exchange.subject(name, locale)
        printing = (exchange.printing(workspace.project.config.source), exchange.printing(locale))
        package = pack(subject, exchange.catalog(subject)[1], printing)
        headers = {"Content-Disposition": f'attachment; filename="{name}-{locale}.{ending}"'}
        return Response(writer(style)(package), media_type=media_type, headers=headers)

    async def receive(self, request: Request) -> Response:
        """A file that came back; the body is the file."""
        data = await body(request, MOST_BYTES)
        return await run_in_threadpool(self._receive, request, data)

    def _receive(self, request: Request, data: bytes) -> Response:
        name, locale = str(request.path_params["leaflet"]), str(request.path_params["locale"])
        workspace = self._desk.workspace(name)
        if locale not in workspace.project.config.targets:
            raise HTTPException(404, "There is no such language.")
        called = re.sub(r"[^\w. -]", "_", request.query_params.get("name", "")[-80:]) or "file"
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"reply{Path(called).suffix}"
            path.write_bytes(data)
            with self._turn:  # files may be large
                report = receive(ExchangeProject(workspace), ImportOrder(path, called, locale, name))
        status = 200 if report.taken else 422
        return self._desk.page(request, "received.html", status=status, report=report, called=called, name=name)

    async def update(self, request: Request) -> Response:
        """Bring the catalogs of a leaflet up to its text."""
        await form(request)
        return await run_in_threadpool(self._update, request)

    def _update(self, request: Request) -> Response:
        name = str(request.path_params["leaflet"])
        workspace = self._desk.workspace(name)
        leaflet = leaflet_of(workspace, name)
        reports = update_all(workspace.project, workspace.words, leaflets=(name,))
        return self._desk.page(request, "updated.html", leaflet=leaflet, reports=reports)
