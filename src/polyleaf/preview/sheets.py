"""The pages of a leaflet side by side, in any languages and editions, as they are saved."""

from __future__ import annotations

import asyncio
import json
from base64 import b64encode
from collections import OrderedDict
from collections.abc import AsyncIterator
from hashlib import sha256
from threading import Lock

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, Response, StreamingResponse

from polyleaf.building.item import Item
from polyleaf.model.artifact import Artifact
from polyleaf.model.block_texts import every_text
from polyleaf.model.finding import Severity
from polyleaf.pdf.page_picture import page_picture
from polyleaf.preview.bodies import form
from polyleaf.preview.desk import Desk, Pages, chosen, leaflet_of
from polyleaf.preview.glimpses import WIDTH
from polyleaf.preview.reading import File, Reading, ReadingOrder
from polyleaf.workspace import Workspace

_COLUMNS = 12
"""Files side by side."""

_IN_SIGHT = 3
"""Pages of a column that are drawn first when something is saved."""

_MOST_PAGES = 2_000
"""Pages of a file."""

_PICTURES = 16 * 1024 * 1024
"""Bytes of pictures that are remembered."""

_BEAT = 15.0
"""Seconds after which a line is sent in any case, so that a browser that has gone is noticed."""

_SHOWN = 80
"""Letters of a text that a place is called by."""


class Pictures:
    """Pages as pictures, each drawn once."""

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[str, int], bytes] = OrderedDict()
        self._size = 0
        self._turn = Lock()

    def of(self, desk: Desk, artifact: Artifact, number: int) -> bytes:
        """A page as PNG.

        Raises:
            UnreadablePdf: It cannot be drawn.
        """
        key = (artifact.sha256, number)
        with self._turn:
            if key in self._known:
                self._known.move_to_end(key)
                return self._known[key]
        data = page_picture(desk.out / artifact.path, number, WIDTH, f"dist/{artifact.path}")
        with self._turn:
            self._size += len(data) - len(self._known.get(key, b""))
            self._known[key] = data
            while self._size > _PICTURES and len(self._known) > 1:
                _, gone = self._known.popitem(last=False)
                self._size -= len(gone)
        return data


class SheetPages(Pages):
    """Answers for the preview."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._pictures = Pictures()

    def show(self, request: Request) -> Response:
        """The preview as a page."""
        name = str(request.path_params["leaflet"])
        workspace = self._desk.workspace(name)
        leaflet, config = leaflet_of(workspace, name), workspace.project.config
        locales = chosen(request.query_params.getlist("l"), config.locales, config.locales[:2])
        editions = chosen(request.query_params.getlist("e"), tuple(config.editions), tuple(config.editions)[:1])
        known = self._desk.artifacts()
        files = [(name, locale, edition) for locale in locales for edition in editions][:_COLUMNS]
        columns = [(file, config.editions[file[2]], known.get(Item(*file).path)) for file in files]
        return self._desk.page(
            request,
            "preview.html",
            leaflet=leaflet,
            locales=config.locales,
            editions=tuple(config.editions),
            shown_locales=locales,
            shown_editions=editions,
            columns=columns,
            faults=tuple(fault for broken in workspace.project.broken for fault in broken.faults),
            live=self._desk.live.watches,
            source=config.source,
        )

    def picture(self, request: Request) -> Response:
        """One page as a picture; its tag is that of what is seen, not of the file."""
        file, number = _file(request), int(request.path_params["page"])
        data = self._desk.live.glimpses.get(file, {}).get(number)
        if data is None:
            artifact = self._desk.artifact(file)
            if not 1 <= number <= artifact.pages:
                raise HTTPException(404, "The file has no such page.")
            data = self._pictures.of(self._desk, artifact, number)
        tag = f'"{sha256(data).hexdigest()[:16]}"'
        headers = {"ETag": tag, "Cache-Control": "no-cache"}
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers=headers)
        return Response(data, media_type="image/png", headers=headers)

    def pdf(self, request: Request) -> Response:
        """The finished file."""
        artifact = self._desk.artifact(_file(request))
        path = self._desk.out / artifact.path
        return FileResponse(path, media_type="application/pdf", content_disposition_type="inline", filename=path.name)

    def certificate(self, request: Request) -> Response:
        """The readability certificate."""
        page = self._desk.certify(*_file(request))
        if page is None:
            raise HTTPException(409, "This file is not current: it is certified when it is built again.")
        style = page.partition("<style>")[2].partition("</style>")[0]
        own = b64encode(sha256(style.encode()).digest()).decode()
        return HTMLResponse(page, headers={"Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{own}'"})

    def reading(self, request: Request) -> Response:
        """Where the texts stand and what was found, for the script."""
        file = _file(request)
        artifact, workspace = self._desk.artifact(file), self._desk.workspace(file[0])
        found = self._read(workspace, file, artifact)
        texts = tuple(every_text(leaflet_of(workspace, file[0])))
        places = [
            {
                "number": place.number,
                "page": place.page,
                "box": (place.left, place.top, place.width, place.height),
                "line": texts[place.number].location.line,
                "text": texts[place.number].msgid[:_SHOWN],
            }
            for place in found.places
            if place.number < len(texts)
        ]
        marks = [
            {
                "severity": mark.finding.severity.name.lower(),
                "message": mark.finding.fault.message,
                "hint": mark.finding.fault.hint,
                "check": mark.finding.check,
                "place": str(mark.finding.fault.place),
                "number": mark.number,
                "page": mark.page,
                "box": mark.box,
            }
            for mark in found.marks
            if mark.finding.severity > Severity.NOTE
        ]
        return JSONResponse({"places": places, "marks": marks, "mark": artifact.sha256[:16]})

    def tags(self, request: Request) -> Response:
        """What a screen reader says."""
        file = _file(request)
        found = self._read(self._desk.workspace(file[0]), file, self._desk.artifact(file))
        return self._desk.page(request, "tags.html", root=found.tags, file=file)

    async def events(self, request: Request) -> Response:
        """What happens from now on (server-sent events), while these files are looked at."""
        asked = request.query_params.getlist("file")[:_COLUMNS]
        files = await asyncio.to_thread(self._files, asked)
        return StreamingResponse(self._feed(request, files), media_type="text/event-stream")

    async def see(self, request: Request) -> Response:
        """Which pages are in sight: ``leaflet/locale/edition/page``, several times."""
        found: dict[File, list[int]] = {}
        for one in (await form(request)).all("page"):
            leaflet, locale, edition, number = (*one.split("/"), "", "", "", "")[:4]
            if number.isdecimal() and 0 < int(number[:5]) <= _MOST_PAGES:
                found.setdefault((leaflet, locale, edition), []).append(int(number[:5]))
        for file, pages in found.items():
            self._desk.live.see(file, sorted(set(pages))[:_IN_SIGHT])
        return Response(status_code=204)

    def _files(self, asked: list[str]) -> tuple[File, ...]:
        """Files that were named as leaflet/locale/edition; those that the project does not have are left out."""
        found = [tuple(one.split("/")) for one in asked]
        if not found:
            return ()
        config = self._desk.workspace(found[0][0]).project.config
        return tuple(
            (leaflet, locale, edition)
            for leaflet, locale, edition in (one for one in found if len(one) == len(("leaflet", "locale", "edition")))
            if leaflet == found[0][0] and locale in config.locales and edition in config.editions
        )

    async def _feed(self, request: Request, files: tuple[File, ...]) -> AsyncIterator[str]:
        async with self._desk.live.looking(files) as feed:
            yield "retry: 2000\n\n"
            while feed is not None:
                try:
                    told = await asyncio.wait_for(feed.get(), _BEAT)
                except TimeoutError:
                    if await request.is_disconnected():
                        return
                    yield ": still here\n\n"
                    continue
                if told is None:
                    return
                yield f"data: {json.dumps(told)}\n\n"

    def _read(self, workspace: Workspace, file: File, artifact: Artifact) -> Reading:
        found = self._desk.live.reading(file, artifact.sha256)
        if found is not None:
            return found
        order = ReadingOrder(self._desk.root, file, self._desk.out / artifact.path, artifact.state, workspace.today)
        return self._desk.readings.of(order, f"{artifact.sha256} {artifact.inputs} {self._desk.live.version}")


def _file(request: Request) -> File:
    leaflet, locale, edition = (str(request.path_params[name]) for name in ("leaflet", "locale", "edition"))
    return leaflet, locale, edition
