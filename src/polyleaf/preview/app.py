"""The desk as a web application: which address is answered by whom, and errors as sentences."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from polyleaf.errors import ExitCode, PolyleafError
from polyleaf.preview.blocks import BlockPages
from polyleaf.preview.board_pages import BoardPages
from polyleaf.preview.bring import BringPages
from polyleaf.preview.desk import Desk
from polyleaf.preview.guard import Guard
from polyleaf.preview.parcels import ParcelPages
from polyleaf.preview.sheets import SheetPages
from polyleaf.preview.signing import SigningPages
from polyleaf.preview.starting import StartPages
from polyleaf.preview.words import PAGES

_STATIC = {"desk.css": "text/css", "desk.js": "text/javascript", "desk.svg": "image/svg+xml"}
_FILE = "{leaflet}/{locale}/{edition}"
_STATUS = {ExitCode.FINDINGS: 409, ExitCode.USAGE: 409, ExitCode.ENVIRONMENT: 503}


def application(desk: Desk, hosts: tuple[str, ...]) -> Guard:
    """The desk, guarded.

    Args:
        desk: The desk.
        hosts: What ``Host`` may be, with the port.
    """
    board, sheets, blocks = BoardPages(desk), SheetPages(desk), BlockPages(desk)
    signing, parcels, starting = SigningPages(desk), ParcelPages(desk), StartPages(desk)
    bring = BringPages(desk)
    base = f"/{desk.token}"
    changing = (
        []
        if desk.read_only
        else [
            Route(f"{base}/edit/{{leaflet}}/{{number:int}}", blocks.edit, methods=["POST"]),
            Route(f"{base}/reword/{{leaflet}}/{{number:int}}", blocks.reword, methods=["POST"]),
            Route(f"{base}/approve/{{leaflet}}", signing.sign, methods=["POST"]),
            Route(f"{base}/update/{{leaflet}}", parcels.update, methods=["POST"]),
            Route(f"{base}/start", starting.show, methods=["GET"]),
            Route(f"{base}/start", starting.begin, methods=["POST"]),
            Route(f"{base}/bring", bring.ask, methods=["GET"]),
            Route(f"{base}/bring", bring.send, methods=["POST"]),
            Route(f"{base}/bring/{{key}}", bring.show, methods=["GET"]),
            Route(f"{base}/bring/{{key}}", bring.take, methods=["POST"]),
            Route(f"{base}/logo", starting.logo, methods=["POST"]),
            Route(f"{base}/receive/{{leaflet}}/{{locale}}", parcels.receive, methods=["POST"]),
        ]
    )
    routes = [
        Route(f"{base}/", board.show),
        Route(f"{base}/status.svg", board.picture),
        Route(f"{base}/preview/{{leaflet}}", sheets.show),
        Route(f"{base}/events", sheets.events),
        Route(f"{base}/sight", sheets.see, methods=["POST"]),
        Route(f"{base}/picture/{_FILE}/{{page:int}}", sheets.picture),
        Route(f"{base}/pdf/{_FILE}", sheets.pdf),
        Route(f"{base}/certificate/{_FILE}", sheets.certificate),
        Route(f"{base}/reading/{_FILE}", sheets.reading),
        Route(f"{base}/tags/{_FILE}", sheets.tags),
        Route(f"{base}/block/{{leaflet}}/{{number:int}}", blocks.show),
        Route(f"{base}/approve/{{leaflet}}", signing.show),
        Route(f"{base}/export/{{leaflet}}/{{locale}}.{{ending}}", parcels.send),
        Route(f"{base}/static/{{name}}", _static),
        *changing,
    ]

    @asynccontextmanager
    async def open_desk(_: Starlette) -> AsyncIterator[None]:
        async with AsyncExitStack() as stack:
            stack.callback(desk.readings.close)
            stack.callback(bring.close)
            if not desk.read_only:
                await stack.enter_async_context(desk.live.running())
            yield

    def troubled(request: Request, error: Exception) -> Response:
        return _told(desk, request, error)

    handlers = {HTTPException: troubled, PolyleafError: troubled, OSError: troubled, Exception: troubled}
    app = Starlette(routes=routes, lifespan=open_desk, exception_handlers=handlers)
    app.router.redirect_slashes = False
    return Guard(app, desk.token, hosts, read_only=desk.read_only)


def _static(request: Request) -> Response:
    name = str(request.path_params["name"])
    if name not in _STATIC:
        raise HTTPException(404)
    return FileResponse(PAGES / name, media_type=_STATIC[name])


def _told(desk: Desk, request: Request, error: Exception) -> Response:
    """An error as a page: what is wrong and what to do, never a traceback."""
    faults = getattr(error, "faults", ())
    match error:
        case HTTPException():
            status, message, hint = error.status_code, error.detail, ""
        case PolyleafError():
            status, message, hint = _STATUS.get(error.exit_code, 500), error.message, error.hint
        case OSError():
            status, message, hint = 503, f"{error.filename or 'A file'}: {error.strerror or error}", ""
        case _:
            status, message = 500, f"polyleaf itself failed: {type(error).__name__}"
            hint = "This is a fault of the tool: please report it."
    return desk.page(request, "trouble.html", status=status, faults=faults, message=message, hint=hint)
