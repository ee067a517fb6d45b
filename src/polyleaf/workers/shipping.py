"""Orders for another machine: which files they name, with digests, and the same orders where those stand elsewhere.

Whatever a worker reads, its order names by a ``Path``: a file, or a folder with all that is in it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class FileRef:
    """A file that an order names.

    Attributes:
        path: Where it is on this machine.
        sha256: Of its content, by which another machine may know it.
    """

    path: Path
    sha256: str


def files_of(order: object) -> tuple[FileRef, ...]:
    """Every file that an order names; what is not there is to be written.

    Raises:
        OSError: A file cannot be read.
    """
    named: list[Path] = []

    def note(path: Path) -> Path:
        named.append(path)
        return path

    moved(order, note)
    found = dict.fromkeys(file for path in named for file in _files(path))
    return tuple(FileRef(file, hashlib.sha256(file.read_bytes()).hexdigest()) for file in found)


def moved(order: Any, place: Callable[[Path], Path]) -> Any:  # noqa: ANN401 - the same kind of order comes back
    """The same order with other paths.

    Args:
        order: A frozen dataclass of plain values, tuples, mappings and other such dataclasses.
        place: Gives the new place of a file or folder.
    """
    if isinstance(order, Path):
        return place(order)
    if is_dataclass(order) and not isinstance(order, type):
        held = {field.name: getattr(order, field.name) for field in fields(order) if field.init}
        return replace(order, **{name: moved(one, place) for name, one in held.items()})
    if isinstance(order, Mapping):
        return {key: moved(one, place) for key, one in order.items()}
    return tuple(moved(one, place) for one in order) if type(order) is tuple else order


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from (inner for inner in sorted(path.rglob("*")) if inner.is_file())
    elif path.is_file():
        yield path
