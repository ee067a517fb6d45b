"""Folders with all that is in them, told by names, sizes, times and inodes; no file is opened."""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from polyleaf.cache.stamps import Stamp, clock, stamp_of

_MOST = 500_000
"""Entries: a library of 1,000 leaflets in 20 languages and 3 editions has 100,000. Beyond, nothing is remembered."""

_NEVER = frozenset(("__pycache__", "node_modules"))
"""Folders in which nothing is made from."""


@dataclass(frozen=True, slots=True)
class Scan:
    """What a look at folders and files gave.

    Attributes:
        digest: Of everything seen.
        settled: Whether a change after the look shows in another digest.
        parts: Digests of what belongs to a part, by its name; "" stands for all that belongs to none.
    """

    digest: str
    settled: bool
    parts: Mapping[str, str] = field(default_factory=dict)


def scan(
    folders: Iterable[Path],
    files: Iterable[Path] = (),
    *,
    without: Iterable[Path] = (),
    part_of: Callable[[str], str] = lambda _: "",
) -> Scan | None:
    """Look at every file in the folders and at the files named, whether they are there or not.

    Links are followed; hidden folders right inside of one of ``folders`` (``.git``) are passed over.

    Args:
        folders: They may be missing.
        files: Single files; of a folder, only its own stamp counts.
        without: Folders to pass over.
        part_of: Name of the part that the path of a file belongs to, "" if to none.

    Returns:
        None if there is too much to look at.
    """
    look = _Look(frozenset(os.path.realpath(one) for one in without), part_of)
    for folder in folders:
        look.root(os.fspath(folder))
    for file in files:
        look.file(os.fspath(file))
    return look.result()


class _Look:
    def __init__(self, without: AbstractSet[str], part_of: Callable[[str], str]) -> None:
        self._without, self._part_of = without, part_of
        self._now = clock()
        self._digests: defaultdict[str, Any] = defaultdict(hashlib.sha256)
        self._left = _MOST
        self._settled = True
        self._entered: set[tuple[int, int]] = set()

    def root(self, folder: str) -> None:
        self._told(f"root {folder}", None)
        self._entered.clear()
        pending = [folder]
        while pending and self._left >= 0:
            inside = pending.pop()
            pending += self._folder(inside, is_root=inside is folder)

    def file(self, path: str) -> None:
        self._told(path, _stamp(path))

    def result(self) -> Scan | None:
        if self._left < 0:
            return None
        parts = {name: digest.hexdigest() for name, digest in sorted(self._digests.items())}
        return Scan(hashlib.sha256(repr(parts).encode(errors="surrogatepass")).hexdigest(), self._settled, parts)

    def _folder(self, folder: str, *, is_root: bool) -> list[str]:
        """Look at what is right in a folder; give the folders in it."""
        inner: list[str] = []
        try:
            with os.scandir(folder) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError:
            return inner
        for entry in entries:
            if entry.is_dir():
                if entry.name in _NEVER or (is_root and entry.name.startswith(".")) or self._is_left_out(entry):
                    continue
                self._told(entry.path, None)
                inner.append(entry.path)
            else:
                self._told(entry.path, _stamp(entry.path))
        return inner

    def _is_left_out(self, entry: os.DirEntry[str]) -> bool:
        if self._without and os.path.realpath(entry.path) in self._without:
            return True
        if entry.is_symlink():  # only by a link can a folder lead back to itself
            status = entry.stat()
            known = (status.st_dev, status.st_ino)
            if known in self._entered:
                return True
            self._entered.add(known)
        return False

    def _told(self, name: str, stamp: Stamp | None) -> None:
        self._left -= 1
        part = "" if stamp is None else self._part_of(name)
        self._digests[part].update(f"{name}\0{stamp}\n".encode(errors="surrogatepass"))
        if stamp is not None and not stamp.is_settled(self._now):
            self._settled = False


def _stamp(path: str) -> Stamp | None:
    try:
        return stamp_of(os.stat(path))  # noqa: PTH116 - plain strings are faster
    except OSError:
        return None
