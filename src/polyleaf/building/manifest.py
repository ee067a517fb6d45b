"""``dist/manifest.json``: every built file with what it was made from."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import fields
from json.encoder import encode_basestring
from pathlib import Path, PurePosixPath
from typing import Any

from polyleaf.building.item import item_of
from polyleaf.building.product import is_whole
from polyleaf.errors import PolyleafError
from polyleaf.files import alone, read_bounded, write_atomic
from polyleaf.model.artifact import BOTH_SIDES, Artifact, State
from polyleaf.model.output import ACCESSIBLE

MANIFEST = "manifest.json"
_FORMAT = 1
_LARGEST = 512 * 1024 * 1024
"""Bytes; a file takes 560, so this is a library of 900,000."""


def read_manifest(out: Path) -> tuple[dict[str, Artifact], str]:
    """The artifacts by path, and what is wrong with the file ("" if nothing).

    The manifest only saves work: one that is broken counts as empty, and everything is made anew. Entries that name
    anything but one of our files are left out, so that nothing done by the manifest can leave ``out``.
    """
    path = out / MANIFEST
    try:
        listed = json.loads(read_bounded(path, _LARGEST))["artifacts"]
        found = [_artifact(entry) for entry in listed]
    except FileNotFoundError:
        return {}, ""
    except PolyleafError as error:
        return {}, f"{error.message}; everything is built anew"
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        reason = f"{type(error).__name__}: {error}"
        return {}, f"{path} cannot be read ({reason[:120]}); everything is built anew"
    known = {artifact.path: artifact for artifact in found if item_of(PurePosixPath(artifact.path))}
    foreign = len(found) - len(known)
    return known, f"{path} names {foreign} files that polyleaf never wrote; they are left out" if foreign else ""


def built(out: Path, leaflets: Collection[str] = (), locales: Collection[str] = ()) -> tuple[Artifact, ...]:
    """The accessible files that the manifest lists, by path.

    Args:
        out: Where the manifest is.
        leaflets: Only these; all if empty.
        locales: Only these; all if empty.
    """
    return tuple(
        one
        for _, one in sorted(read_manifest(out)[0].items())
        if one.output == ACCESSIBLE.name
        and (not leaflets or one.leaflet in leaflets)
        and (not locales or one.locale in locales)
    )


def write_manifest(out: Path, artifacts: Iterable[Artifact]) -> bool:
    """Write the manifest, sorted by path, if it changes; entries whose file is gone are dropped.

    Returns:
        Whether the file changed.

    Raises:
        MachineError: It cannot be written.
    """
    place = f"{out}{os.sep}"
    entries = ",\n".join(_entry(one) for one in sorted(artifacts, key=_path) if os.path.exists(place + one.path))  # noqa: PTH110 - plain strings are faster
    listed = f"[\n{entries}\n ]" if entries else "[]"
    path = out / MANIFEST
    data = f'{{\n "format": {_FORMAT},\n "artifacts": {listed}\n}}\n'.encode()
    if path.is_file() and path.read_bytes() == data:
        return False
    write_atomic(path, data)
    return True


def add_to_manifest(out: Path, before: Mapping[str, Artifact], built: Iterable[Artifact]) -> bool:
    """Put what a build made into the manifest as it stands now: another build may have written to it meanwhile.

    Args:
        out: Folder of the built files.
        before: The manifest when the build began.
        built: What it made.

    Returns:
        Whether the file changed.

    Raises:
        MachineError: It cannot be written.
    """
    with alone(out):
        now, _ = read_manifest(out)
        kept = {**now}
        for artifact in built:
            other = now.get(artifact.path)
            # Two builds made the same file: the one whose bytes are there has won.
            if other in (None, before.get(artifact.path)) or is_whole(out / artifact.path, artifact.sha256):
                kept[artifact.path] = artifact
        return write_manifest(out, kept.values())


def begin_manifest(out: Path) -> None:
    """Write an empty manifest if there is none: from then on it can be told which files a killed build left.

    Raises:
        MachineError: It cannot be written.
    """
    with alone(out):
        if not (out / MANIFEST).exists():
            write_manifest(out, ())


def _entry(artifact: Artifact) -> str:
    """An artifact as JSON, as ``json.dumps`` writes it with an indent: it takes a tenth of the time."""
    values = ((name, getattr(artifact, name)) for name in _KINDS)
    told = ((name, str(value) if type(value) is int else encode_basestring(value)) for name, value in values)
    return "  {\n" + ",\n".join(f'   "{name}": {value}' for name, value in told) + "\n  }"


def _path(artifact: Artifact) -> str:
    return artifact.path


_KINDS = {field.name: int if field.type == "int" else str for field in fields(Artifact)}
_ADDED = {"validated": "", "print_code": "", "page": "", "print_text": "", "basis": "", "on_a_sheet": BOTH_SIDES}
"""Fields that older manifests do not have."""


def _artifact(entry: Mapping[str, Any]) -> Artifact:
    """An artifact from its JSON object.

    Raises:
        ValueError, KeyError, TypeError: It is none.
    """
    values = {name: entry[name] for name in _KINDS if name in entry or name not in _ADDED}
    values = {**_ADDED, **values}
    for name, kind in _KINDS.items():
        if type(values[name]) is not kind:
            raise ValueError(f"{name} is {values[name]!r}")
    return Artifact(**{**values, "state": State(values["state"])})
