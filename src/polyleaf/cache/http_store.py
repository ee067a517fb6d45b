"""A store on another machine, over HTTP as Bazel's caches have it: ``/ac/<digest>``, ``/cas/<sha256>``, GET and PUT."""

from __future__ import annotations

import base64
import contextlib
import http.client
import threading
import urllib.error
import urllib.parse
import urllib.request

from polyleaf.errors import UsageError

_SECONDS = 10.0
"""Without a word from the server."""

_LARGEST_ENTRY = 4 * 1024 * 1024
_MISSING = 404


def _parts(address: str) -> urllib.parse.SplitResult:
    """An address taken apart."""
    with contextlib.suppress(ValueError):  # "http://[::1", a port of 99999
        parts = urllib.parse.urlsplit(address)
        if parts.scheme in ("http", "https") and parts.hostname and parts.port != 0:
            return parts
    raise UsageError(
        f"POLYLEAF_STORE is no web address: {address[:80]!r}", "Write it like https://cache.example.org/polyleaf"
    )


class HttpStore:
    """The first failure is the last: a server that does not answer is left alone for the rest of the build.

    Args:
        address: Before ``/ac/`` and ``/cas/``; a name and password before the host are sent to it.
        upload: Whether to send what was made here.

    Attributes:
        address: The same, without the password.
        trouble: Why the server is left alone, or "".

    Raises:
        UsageError: The address is none of HTTP.
    """

    def __init__(self, address: str, *, upload: bool) -> None:
        parts = _parts(address)
        self.upload = upload
        self.trouble = ""
        self.address = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl().rstrip("/")
        self._headers = {}
        if parts.username:
            secret = f"{urllib.parse.unquote(parts.username)}:{urllib.parse.unquote(parts.password or '')}"
            self._headers["Authorization"] = f"Basic {base64.b64encode(secret.encode()).decode()}"
        self._lock = threading.Lock()
        self._opener = urllib.request.OpenerDirector()
        for handler in (  # not those that open files and FTP
            urllib.request.ProxyHandler(),
            urllib.request.HTTPHandler(),
            urllib.request.HTTPSHandler(),
            urllib.request.HTTPDefaultErrorHandler(),
            urllib.request.HTTPErrorProcessor(),
        ):
            self._opener.add_handler(handler)

    def entry(self, key: str) -> bytes | None:
        """The entry of a key."""
        return self._get(f"ac/{key}", _LARGEST_ENTRY)

    def file(self, sha256: str, size: int) -> bytes | None:
        """The bytes that should have this digest; it is for the caller to see whether they do."""
        return self._get(f"cas/{sha256}", size)

    def add(self, key: str, entry: bytes, sha256: str, data: bytes) -> None:
        """Send a file, then the entry that names it."""
        if self.upload:
            self._ask(f"cas/{sha256}", data)
        if self.upload:
            self._ask(f"ac/{key}", entry)

    def _get(self, what: str, most: int) -> bytes | None:
        data = self._ask(what, None, most)
        return data if data is not None and len(data) <= most else None

    def _ask(self, what: str, data: bytes | None, most: int = 0) -> bytes | None:
        if self.trouble:
            return None
        request = urllib.request.Request(  # noqa: S310 - the scheme was looked at
            f"{self.address}/{what}", data, self._headers, method="GET" if data is None else "PUT"
        )
        try:
            with self._opener.open(request, timeout=_SECONDS) as answer:
                found: bytes = answer.read(most + 1)
                return found
        except urllib.error.HTTPError as error:
            error.close()
            if data is not None:
                self.upload = False  # it may be one that only gives
            elif error.code != _MISSING:
                self._give_up(f"{error.code} {error.reason}")
        except (OSError, http.client.HTTPException, ValueError) as error:
            self._give_up(str(getattr(error, "reason", error)) or type(error).__name__)
        return None

    def _give_up(self, why: str) -> None:
        with self._lock:
            self.trouble = self.trouble or why
