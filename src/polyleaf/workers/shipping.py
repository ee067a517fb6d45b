"""Orders for another machine: which files they name, with digests, and the same orders where those stand elsewhere.

Whatever a worker reads, its order names by a ``Path``: a file, or a folder with all that is in it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

OrderT = TypeVar("OrderT")


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


def moved(order: OrderT, place: Callable[[Path], Path]) -> OrderT:
    """The same order with other paths.

    Args:
        order: A frozen dataclass of plain values, tuples, mappings and other such dataclasses.
        place: Gives the new place of a file or folder.
    """
    new: OrderT = _moved(order, place)
    return new


def _moved(value: Any, place: Callable[[Path], Path]) -> Any:  # noqa: ANN401 - orders hold anything
    if isinstance(value, Path):
        return place(value)
    if is_dataclass(value) and not isinstance(value, type):
        old = {field.name: getattr(value, field.name) for field in fields(value) if field.init}
        new = {name: _moved(one, place) for name, one in old.items()}
        changed = {name: one for name, one in new.items() if one is not old[name]}
        return replace(value, **changed) if changed else value
    if isinstance(value, Mapping):
        pairs = {key: _moved(one, place) for key, one in value.items()}
        return pairs if any(pairs[key] is not value[key] for key in pairs) else value
    if type(value) is tuple:
        items = tuple(_moved(one, place) for one in value)
        return items if any(one is not other for one, other in zip(items, value, strict=True)) else value
    return value


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from (inner for inner in sorted(path.rglob("*")) if inner.is_file())
    elif path.is_file():
        yield path
