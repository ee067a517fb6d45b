"""SHA-256 digests of files that were read before and have not changed since, as the file system says."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import astuple
from pathlib import Path

from polyleaf.cache.stamps import clock, stamp_of
from polyleaf.errors import PolyleafError
from polyleaf.files import open_plain, read_bounded, write_atomic

_FORMAT = 1
_LARGEST = 128 * 1024 * 1024
"""Bytes; 200 of them a file."""


class Seen:
    """Digests by the stamps of files.

    Args:
        record: Where they are remembered; None if they are not.
        verify: Read every byte again, and remember what was found.
    """

    def __init__(self, record: Path | None = None, *, verify: bool = False) -> None:
        self._record = record
        self._known = {} if verify else _read(record)
        self._used: dict[str, list[int | str]] = {}
        self._is_new = False

    def sha256(self, path: Path) -> str:
        """Digest of a file, in hexadecimal.

        Raises:
            FileNotFoundError: There is none.
            MachineError: It cannot be read.
            NotAFileError: It is a folder, pipe, socket or device.
        """
        name = os.fspath(path)
        known = self._known.get(name)
        if known is not None and known[:-1] == [*astuple(stamp_of(os.stat(name)))]:  # noqa: PTH116 - as it comes
            self._used[name] = known
            return str(known[-1])
        with open_plain(path) as file:
            now, before = clock(), stamp_of(os.fstat(file.fileno()))
            found = hashlib.file_digest(file, "sha256").hexdigest()
            if before == stamp_of(os.fstat(file.fileno())) and before.is_settled(now):
                self._used[name] = [*astuple(before), found]
                self._is_new = True
        return found

    def save(self) -> None:
        """Remember what was asked for. If that cannot be written, it is read again next time."""
        if self._record is None or not self._is_new:
            return
        try:
            others = ((name, one) for name, one in self._known.items() if name not in self._used)
            kept = {**{name: one for name, one in others if os.path.exists(name)}, **self._used}  # noqa: PTH110 - as above
            text = json.dumps({"format": _FORMAT, "files": kept}, separators=(",", ":"))
            write_atomic(self._record, text.encode())
        except PolyleafError:
            return


def _read(record: Path | None) -> dict[str, list[int | str]]:
    if record is None:
        return {}
    try:
        told = json.loads(read_bounded(record, _LARGEST))
        files = told["files"] if told["format"] == _FORMAT else {}
        return {name: value for name, value in files.items() if _is_entry(value)}
    except (OSError, PolyleafError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def _is_entry(value: object) -> bool:
    return isinstance(value, list) and len(value) == 6 and [*map(type, value)] == [int] * 5 + [str]  # noqa: PLR2004
