"""What was made before, by the digest of what it was made from: on this computer, and perhaps on a server."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from polyleaf.cache.action_result import Entry, decoded, encoded
from polyleaf.cache.local_store import LocalStore
from polyleaf.cache.place import cache_folder
from polyleaf.errors import UsageError
from polyleaf.files import digest

if TYPE_CHECKING:
    from polyleaf.cache.http_store import HttpStore

LIMIT = "POLYLEAF_CACHE_LIMIT"
"""Names the most that the store of this computer may hold, in MB; ``0`` means no store."""

SERVER = "POLYLEAF_STORE"
"""Names the address of a server."""

UPLOAD = "POLYLEAF_STORE_UPLOAD"
"""``no``: take from the server, and send nothing."""

_SEALED = 32
"""Bytes of the digest before what is told."""

_USUAL = 2_000
"""MB: some ten thousand leaflets."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A file that was made before.

    Attributes:
        data: Its bytes; they have the digest that the entry names.
        told: What was to be remembered beside.
        entry: As it is kept.
    """

    data: bytes
    told: bytes
    entry: Entry


class Store:
    """Asks this computer first, then the server; whatever does not have its digest was never there.

    Args:
        local: The store of this computer, or None.
        server: The store of a server, or None.
    """

    def __init__(self, local: LocalStore | None, server: HttpStore | None) -> None:
        self._local, self._server = local, server

    @property
    def is_open(self) -> bool:
        """Whether there is any."""
        return self._local is not None or self._server is not None

    @property
    def trouble(self) -> str:
        """What to tell about the server, or ""."""
        if self._server is None or not self._server.trouble:
            return ""
        return f"the store at {self._server.address} is left alone: {self._server.trouble}"

    def find(self, key: str, *, here_only: bool = False) -> Hit | None:
        """What is kept for a key.

        Args:
            key: Digest of everything that the file is made from, in hexadecimal.
            here_only: Whether not to ask the server.
        """
        if self._local is not None and (hit := _hit(self._local, key)) is not None:
            return hit
        if self._server is None or here_only:
            return None
        hit = _hit(self._server, key)
        if hit is not None and self._local is not None:
            self._local.add(key, encoded(hit.entry), hit.entry.sha256, hit.data)
        return hit

    def has(self, key: str) -> bool:
        """Whether this computer keeps something for a key; what it is has not been looked at."""
        return self._local is not None and self._local.entry(key) is not None

    def keep(self, key: str, path: str, data: bytes, told: bytes, *, here_only: bool = False) -> None:
        """Keep what was made.

        Args:
            key: As in ``find``.
            path: What the file is called.
            data: Its bytes.
            told: What is to be remembered beside.
            here_only: Whether not to send it to the server.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        entry = Entry(path, sha256, len(data), _seal(key, sha256, told) + told)
        for shelf in (self._local, None if here_only else self._server):
            if shelf is not None:
                shelf.add(key, encoded(entry), entry.sha256, data)

    def close(self) -> None:
        """Clear up, if it has grown too large."""
        if self._local is not None:
            self._local.trim()


def _hit(shelf: LocalStore | HttpStore, key: str) -> Hit | None:
    found = shelf.entry(key)
    entry = None if found is None else decoded(found)
    data = None if entry is None else shelf.file(entry.sha256, entry.size)
    if entry is not None and data is not None and hashlib.sha256(data).hexdigest() == entry.sha256:
        seal, told = entry.told[:_SEALED], entry.told[_SEALED:]
        if seal == _seal(key, entry.sha256, told):
            return Hit(data, told, entry)
    if found is not None and isinstance(shelf, LocalStore):
        shelf.drop(key, "" if entry is None else entry.sha256)
    return None


def _seal(key: str, sha256: str, told: bytes) -> bytes:
    """A digest over what an entry says and what it belongs to: a part of it that changed, or another's, is seen."""
    return digest(key.encode(), sha256.encode(), told, seed=b"polyleaf store 1")


def own_store() -> Store:
    """The store that the user's environment names.

    Raises:
        UsageError: It names none that can be.
    """
    folder, limit = cache_folder(), os.environ.get(LIMIT, "") or str(_USUAL)
    if not re.fullmatch("[0-9]{1,9}", limit):
        raise UsageError(f"{LIMIT} is no number of MB: {limit[:40]!r}", f"Write it like {LIMIT}=5000.")
    local = LocalStore(folder / "store", int(limit) * 1_000_000) if folder is not None and int(limit) else None
    return Store(local, _server())


def _server() -> HttpStore | None:
    if not (address := os.environ.get(SERVER, "")):
        return None
    from polyleaf.cache.http_store import HttpStore  # noqa: PLC0415 - few name a server

    return HttpStore(address, upload=os.environ.get(UPLOAD, "").casefold() not in ("0", "no", "off", "false"))
