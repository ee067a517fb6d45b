"""A store in a folder: entries by the digest of what was asked for, files by their own."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from polyleaf.errors import PolyleafError
from polyleaf.files import alone, is_part, read_bounded

_LARGEST = 1024 * 1024 * 1024
"""Bytes of one file."""

_ROOM = 0.9
"""Of the limit is left full when something has to go, so that the next build does not have to clear up again."""


class LocalStore:
    """Safe for several builds at once: a file takes its name when it is whole, and one that is gone is a miss.

    Nothing waits for the disk: what a fallen computer left half written has another digest, and is a miss too.

    Args:
        folder: Where it is; made when something is put in.
        limit: Bytes that it may hold.
    """

    def __init__(self, folder: Path, limit: int) -> None:
        self._folder, self._limit = folder, limit
        self._grew = False

    def entry(self, key: str) -> bytes | None:
        """The entry of a key."""
        return self._read(self._place("ac", key))

    def file(self, sha256: str, size: int) -> bytes | None:
        """The bytes that have this digest, if nothing happened to them; it is for the caller to see that."""
        path = self._place("cas", sha256)
        with suppress(OSError):
            if path.stat().st_size == size:
                return self._read(path)
        return None

    def add(self, key: str, entry: bytes, sha256: str, data: bytes) -> None:
        """Keep a file and the entry that names it. If it cannot be written, it is not kept."""
        try:
            self._write(self._place("cas", sha256), data)
            self._write(self._place("ac", key), entry)
        except OSError:
            return
        self._grew = True

    def drop(self, key: str, sha256: str = "") -> None:
        """Forget an entry that is wrong, and its file."""
        for path in (self._place("ac", key), *((self._place("cas", sha256),) if sha256 else ())):
            with suppress(OSError):
                path.unlink()

    def trim(self) -> int:
        """Remove what was longest not used, if there is too much by now; give the number of files removed."""
        if not self._grew or not self._folder.is_dir():
            return 0
        removed = 0
        with suppress(OSError), alone(self._folder):
            kept = sorted(self._files())
            total = sum(size for _, size, _ in kept)
            if total <= self._limit:
                return 0
            for _, size, path in kept:
                if total <= self._limit * _ROOM:
                    break
                with suppress(OSError):
                    os.unlink(path)  # noqa: PTH108 - as it comes
                    removed += 1
                total -= size
        return removed

    def _files(self) -> Iterator[tuple[float, int, str]]:
        """Time of the last use, size and path of each file."""
        for kind in ("ac", "cas"):
            for folder in sorted((self._folder / kind).glob("[0-9a-f][0-9a-f]")):
                with suppress(OSError), os.scandir(folder) as entries:
                    for entry in entries:
                        status = entry.stat(follow_symlinks=False)
                        yield 0.0 if is_part(entry.name) else status.st_mtime, status.st_size, entry.path

    def _place(self, kind: str, name: str) -> Path:
        return self._folder / kind / name[:2] / name

    def _read(self, path: Path) -> bytes | None:
        try:
            data = read_bounded(path, _LARGEST)
            os.utime(path)  # it was used
        except (OSError, PolyleafError):
            return None
        return data

    @staticmethod
    def _write(path: Path, data: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
        try:
            beside.write_bytes(data)
            beside.replace(path)
        except BaseException:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            raise
