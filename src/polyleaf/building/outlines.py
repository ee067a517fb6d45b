"""What text files looked like when files were made from them, line by line: so that it can be told where they changed.

Of each line a checksum is kept, in the store of this computer; nobody can read a text from it.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

from polyleaf.cache.store import Store
from polyleaf.errors import PolyleafError
from polyleaf.files import digest, read_bounded

_LARGEST = 8 * 1024 * 1024
"""Bytes of a text that is looked at."""

TEXTS = frozenset((".md", ".po", ".html", ".css", ".toml", ".svg", ".csv"))
"""Endings of files that have lines."""


class Outlines:
    """Checksums of lines, by the name of a file and what told it from another.

    Args:
        store: Where they are kept.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(self, name: str, told: str, path: Path) -> None:
        """Remember the lines of a file, unless they are remembered already."""
        key = _key(name, told)
        if self._store.is_open and not self._store.has(key):
            self._store.keep(key, "outline", _sums(path).tobytes(), b"", here_only=True)

    def changes(self, name: str, told: str, path: Path) -> list[int]:
        """Lines of the file as it is now, from 1, that are other than they were; none if that is not known.

        Where lines are gone, it is the line that follows.
        """
        hit = self._store.find(_key(name, told), here_only=True) if self._store.is_open else None
        if hit is None or len(hit.data) % array("I").itemsize:
            return []
        before, now = array("I", hit.data), _sums(path)
        matcher = SequenceMatcher(None, before.tolist(), now.tolist(), autojunk=False)
        ranges = [
            (start, end)
            for kind, first, last, start, end in matcher.get_opcodes()
            if kind != "equal" and any((*before[first:last], *now[start:end]))  # 0 is a remark, or nothing
        ]
        lines = sorted({line for start, end in ranges for line in _lines(start, end, len(now))})
        return [line for line in lines if line <= len(now) and now[line - 1]] or lines


def _lines(start: int, end: int, last: int) -> Iterator[int]:
    yield from range(start + 1, end + 1)
    if start == end:
        yield min(start + 1, max(1, last))


def _sums(path: Path) -> array[int]:
    """A checksum of each line; of remarks in a catalog and of empty lines they are all the same."""
    try:
        data = read_bounded(path, _LARGEST)
    except (OSError, PolyleafError):
        return array("I")
    remark = b"#" if path.suffix == ".po" else None
    lines = (line.strip() for line in data.splitlines())
    return array("I", (zlib.crc32(b"" if remark and line.startswith(remark) else line) for line in lines))


def _key(name: str, told: str) -> str:
    return digest(name.encode(errors="surrogatepass"), told.encode(), seed=b"polyleaf outline 1").hex()
