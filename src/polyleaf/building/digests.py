"""Digests of what files are made from."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import polyleaf
from polyleaf.building.fonts import families, font_files
from polyleaf.building.layer import Kind, Part, layer
from polyleaf.building.libraries import text_libraries
from polyleaf.cache.seen import Seen
from polyleaf.errors import PolyleafError
from polyleaf.files import digest
from polyleaf.workspace import Workspace

_ENGINE = (
    "weasyprint",
    "pydyf",
    "babel",
    "jinja2",
    "icu4py",
    "fonttools",
    "tinycss2",
    "tinyhtml5",
    "pyphen",
    "pillow",
    "segno",
)
"""Distributions whose version shows on the page."""

_JUDGES = ("page-validation",)
"""Distributions whose verdict stands in the manifest: a file is judged anew by a new one."""

_IN_THE_PAGE = frozenset((".html", ".css"))
"""Files of the template rooms that are in the HTML of a page already."""

_ABSENT = b"absent"


def words(*values: object) -> Iterator[bytes]:
    """What values say of themselves."""
    for value in values:
        yield repr(value).encode(errors="surrogatepass")


def file(path: Path, seen: Seen) -> Iterator[bytes]:
    """Digest of a file."""
    try:
        yield bytes.fromhex(seen.sha256(path))
    except (OSError, PolyleafError):
        yield _ABSENT


def folder(room: Path, seen: Seen, without: frozenset[str] = frozenset()) -> Iterator[bytes]:
    """Name and content of every file of a folder, in order, but for those that end so."""
    for name, path in files_in(room):
        if path.suffix not in without:
            yield from words(name)
            yield from file(path, seen)


def files_in(room: Path) -> Iterator[tuple[str, Path]]:
    """Every file of a folder by its name in there, in order."""
    for path in sorted(room.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(room).as_posix(), path


def tool() -> bytes:
    """Digest of the versions of everything that sets the page, and of polyleaf's own code, for those who work on it."""
    return layer(tool_parts()).digest


def engine(workspace: Workspace) -> str:
    """Digest of what makes pages look as they do beside their HTML: versions, fonts, files the templates name."""
    return digest(
        tool(),
        *words(font_files(families(workspace.project.config))),
        *(part for room in workspace.templates for part in folder(room, Seen(), _IN_THE_PAGE)),
    ).hex()


def tool_parts() -> Iterator[Part]:
    """Versions of everything that sets the page; polyleaf's own code itself, for those who work on it."""
    yield Kind.VERSION, "Python", sys.version.encode()
    yield Kind.VERSION, "polyleaf", polyleaf.__version__.encode()
    for name in text_libraries():
        yield Kind.VERSION, name.partition(".so")[0], name.encode()
    for name, told in versions().items():
        yield Kind.VERSION, name, told.encode() or _ABSENT
    yield Kind.CODE, "polyleaf", code()


def versions() -> dict[str, str]:
    """The version of each distribution that sets or judges pages; "" if it is not there."""
    found: dict[str, str] = {}
    for distribution in (*_ENGINE, *_JUDGES):
        try:
            found[distribution] = version(distribution)
        except PackageNotFoundError:
            found[distribution] = ""
    return found


@cache
def code() -> bytes:
    """Digest of polyleaf's own code, which stays as it is while it runs."""
    folder = Path(polyleaf.__file__).parent
    files = sorted(folder.rglob("*.py"))
    parts = ((path.relative_to(folder).as_posix(), path.read_bytes()) for path in files)
    return digest(*(part for name, data in parts for part in (*words(name), data)))
