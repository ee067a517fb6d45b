"""Who may ask, and how much: only this computer's own browser, from the desk's own pages, in bounded pieces.

Any page of the web can make a browser send requests to 127.0.0.1 (CSRF), and a name that an attacker owns can be made
to lead there (DNS rebinding). So Host and Origin must be ours, and the address holds a token that no such page knows.
"""

from __future__ import annotations

import secrets

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

CSP = (
    "default-src 'none'; img-src 'self' blob:; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    # With "no-referrer", browsers say "Origin: null" of our own forms; others learn nothing with this either.
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_READING = ("GET", "HEAD")
_FOREIGN = ("cross-site", "same-site")
"""What a browser says in ``Sec-Fetch-Site`` of a request that another page began."""


class Guard:
    """Lets through what may come in; for the rest, a sentence.

    Args:
        app: The desk.
        token: What every address of it begins with.
        hosts: What ``Host`` may be, with the port.
        read_only: Whether only reading is allowed.
    """

    def __init__(self, app: ASGIApp, token: str, hosts: tuple[str, ...], *, read_only: bool) -> None:
        self._app, self._token, self._hosts, self._read_only = app, token, hosts, read_only
        self._origins = tuple(f"http://{host}" for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope["method"], str(scope["path"]), Headers(scope=scope))

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        answer = PlainTextResponse(refusal[1], refusal[0]) if refusal else self._app
        await answer(scope, receive, guarded)

    def _refusal(self, method: str, path: str, headers: Headers) -> tuple[int, str] | None:
        if len(headers.getlist("host")) != 1 or headers["host"].lower() not in self._hosts:
            return 403, "The desk answers this computer only: open the address that polyleaf serve printed.\n"
        first = path.split("/", 2)[1] if path.startswith("/") else ""
        if not secrets.compare_digest(first.encode(), self._token.encode()):
            return 404, "There is nothing here. Open the address that polyleaf serve printed, to its end.\n"
        origin = headers.get("origin", "" if method in _READING else "nowhere")
        if origin not in ("", *self._origins) or (method not in _READING and headers.get("sec-fetch-site") in _FOREIGN):
            return 403, "Only pages of the desk may ask this.\n"
        if method not in _READING and self._read_only:
            return 403, "The desk was opened with --read-only: nothing can be changed here.\n"
        return None
