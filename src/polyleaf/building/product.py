"""A finished file, or folder of files: its digests, and how it takes its place."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from polyleaf.cache.seen import Seen
from polyleaf.errors import PolyleafError
from polyleaf.files import open_plain

_ALONE = ""
"""The name of a file that is not in a folder."""


def sealed(target: Path) -> dict[str, str]:
    """See to it that all of it is on the disk before it takes its name; give the SHA-256 of each file by its name.

    Raises:
        MachineError: It cannot be read.
        NotAFileError: A pipe, socket or device is in it.
        OSError: It is not there, or a file of it is a link.
    """
    return dict(_digests(target, durable=True))


def digest_of(files: Mapping[str, str]) -> str:
    """One digest for all of it: of a single file its own; of a folder, of the names and digests of its files."""
    if set(files) == {_ALONE}:
        return files[_ALONE]
    return hashlib.sha256(json.dumps(sorted(files.items())).encode()).hexdigest()


def is_whole(path: Path, sha256: str, seen: Seen | None = None) -> bool:
    """Whether it still is as it was made.

    Args:
        path: The file or folder.
        sha256: Its digest when it was made.
        seen: Digests of files that have not changed since they were read; without it, every byte is read.
    """
    try:
        return digest_of(dict(_digests(path, seen=seen))) == sha256
    except (OSError, PolyleafError):
        return False


def publish(target: Path, place: Path) -> None:
    """Put it in its place. Readers see the old one or the new one; of a folder, for a moment, none.

    Args:
        target: The finished file or folder, on the same disk.
        place: Where it belongs. What stood there before is gone.

    Raises:
        OSError: It cannot be put there; then the old one stays.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    if not (target.is_dir() and place.is_dir()):
        target.replace(place)
        return
    old = target.with_name(f"{target.name}.old")
    place.replace(old)
    try:
        target.replace(place)
    except OSError:
        old.replace(place)
        raise


def _digests(path: Path, *, durable: bool = False, seen: Seen | None = None) -> Iterator[tuple[str, str]]:
    if not path.is_dir():
        yield _ALONE, seen.sha256(path) if seen else _digest(path, durable=durable)
        return
    for inner in sorted(path.rglob("*")):
        if inner.is_symlink():
            raise OSError(f"{inner} is a link")
        if not inner.is_dir():
            digest = seen.sha256(inner) if seen else _digest(inner, durable=durable)
            yield inner.relative_to(path).as_posix(), digest


def _digest(path: Path, *, durable: bool) -> str:
    with open_plain(path) as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        if durable:
            os.fsync(file.fileno())
    return digest
