"""Documents of other programs brought in in the browser: sent, shown as the leaflet they become, then written."""

from __future__ import annotations

import re
import secrets
import tempfile
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from polyleaf.errors import PolyleafError
from polyleaf.importing.door import need_import
from polyleaf.importing.looking import Look, LookOrder
from polyleaf.preview.bodies import Form, body_into, form
from polyleaf.preview.desk import Desk, Pages, Take

MOST_BYTES = 48 * 2**20
_KEPT = 4
"""Documents that wait for their reader; the oldest goes."""

_CHANGES = ("accept", "refuse")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A document that was sent: how it is read, and what it would become."""

    order: LookOrder
    look: Look


class BringPages(Pages):
    """Answers for documents that are brought in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._waiting: OrderedDict[str, Waiting] = OrderedDict()
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._turn = Lock()

    def close(self) -> None:
        """Throw away what nobody has taken."""
        with self._turn:
            self._waiting.clear()
            if self._folder is not None:
                self._folder.cleanup()
                self._folder = None

    def ask(self, request: Request) -> Response:
        """The form for a document."""
        self._taker()
        return self._desk.page(request, "bring.html", most=MOST_BYTES // 2**20)

    async def send(self, request: Request) -> Response:
        """A document; the body is the file. The answer says where it is shown, or what is wrong with it."""
        taker = self._taker()
        called = re.sub(r"[^\w. ()-]", "_", request.query_params.get("name", "")[-80:]).lstrip(". ") or "document"
        changes = request.query_params.get("changes", "")
        key = secrets.token_urlsafe(8)
        path = self._place() / f"{key}{Path(called).suffix.lower()}"
        try:
            await body_into(request, MOST_BYTES, path)
            order = LookOrder(
                self._desk.root, path, called, changes if changes in _CHANGES else _CHANGES[0],
                self._desk.workspace().today,
            )  # fmt: skip
            look = await run_in_threadpool(taker, order)
        except PolyleafError as error:
            path.unlink(missing_ok=True)
            return JSONResponse({"told": f"{error.message}. {error.hint}"}, 422)
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        self._keep(key, Waiting(order, look))
        return JSONResponse({"next": f"/{self._desk.token}/bring/{key}"})

    def show(self, request: Request) -> Response:
        """What the document becomes, and the form to take it."""
        waiting = self._of(request)
        names = [offer.name for offer in waiting.look.offers]
        return self._page(request, waiting, waiting.look.name, names, "")

    async def take(self, request: Request) -> Response:
        """Write the leaflet."""
        return await run_in_threadpool(self._take, request, await form(request))

    def _take(self, request: Request, sent: Form) -> Response:
        waiting = self._of(request)
        name, chosen = sent["leaflet"].strip(), sent.all("facts")
        order = replace(waiting.order, name=name or "", facts=tuple(chosen))
        try:
            made = self._taker()(order)
        except PolyleafError as error:
            hint = "Choose another name." if "--" in error.hint else error.hint  # those of the terminal have options
            return self._page(request, waiting, name, chosen, f"{error.message}. {hint}", status=422)
        with self._turn:
            self._waiting.pop(str(request.path_params["key"]), None)
        waiting.order.path.unlink(missing_ok=True)
        return RedirectResponse(f"/{self._desk.token}/preview/{made.name}", 303)

    def _page(
        self, request: Request, waiting: Waiting, name: str, chosen: Sequence[str], fault: str, status: int = 200
    ) -> Response:
        return self._desk.page(
            request, "look.html", status=status, look=waiting.look, called=waiting.order.called, name=name,
            chosen=frozenset(chosen), fault=fault,
        )  # fmt: skip

    def _taker(self) -> Take:
        """What reads documents.

        Raises:
            MachineError: The libraries for it are not installed.
        """
        if self._desk.take is None:
            need_import()
            raise HTTPException(404, "This desk brings no documents in.")
        return self._desk.take

    def _of(self, request: Request) -> Waiting:
        with self._turn:
            found = self._waiting.get(str(request.path_params["key"]))
        if found is None:
            raise HTTPException(404, "This document is not kept any more: send it again.")
        return found

    def _place(self) -> Path:
        with self._turn:
            if self._folder is None:
                self._folder = tempfile.TemporaryDirectory(prefix="polyleaf-")
            return Path(self._folder.name)

    def _keep(self, key: str, waiting: Waiting) -> None:
        with self._turn:
            self._waiting[key] = waiting
            while len(self._waiting) > _KEPT:
                _, gone = self._waiting.popitem(last=False)
                gone.order.path.unlink(missing_ok=True)
