"""Catalogs out to disk: the whole file or nothing, and only when something changed.

Babel's writer would lose header fields it does not know, the flags of obsolete entries and the wrapping of comments,
so the lines are laid here; the escaping is Babel's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from babel.messages.pofile import escape

from polyleaf.catalog.po.catalog import Catalog, CatalogEntry
from polyleaf.catalog.po.header import header_text
from polyleaf.files import write_atomic
from polyleaf.model.finding import Location

_WIDTH = 79
"""Columns of a line, as msgmerge and Poedit wrap; the two quotation marks count."""

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_PIECE = re.compile(r"[^ ]* *")


def write_catalog(path: Path, catalog: Catalog, before: Catalog | None = None) -> bool:
    """Write a catalog if it says something new.

    References name files and no lines (``#: leaflets/knee/leaflet.md``): lines move with every edit, and two people who
    work at the same time would meet in git over them. Catalogs from before lose theirs with the next change.

    Args:
        path: The file.
        catalog: What it shall say.
        before: What it says now, or None if it does not exist.

    Returns:
        Whether the file was written.

    Raises:
        MachineError: The disk is full or not writable.
    """
    if before is not None and _meaning(catalog) == _meaning(before):
        return False
    write_atomic(path, catalog_text(catalog).encode())
    return True


def _meaning(catalog: Catalog) -> Catalog:
    if catalog.locale is None:
        return catalog
    return replace(catalog, entries=tuple(_without_lines(entry) for entry in catalog.entries))


def _without_lines(entry: CatalogEntry) -> CatalogEntry:
    places = tuple(dict.fromkeys(Location(place.path) for place in entry.references))
    # Some tools wrap the comments: the same words on other lines are nothing new either.
    return replace(entry, references=places, extracted=(" ".join(entry.extracted),))


def catalog_text(catalog: Catalog) -> str:
    """The catalog as a PO file."""
    parts = [_header(catalog), *(_entry(entry) for entry in catalog.entries)]
    if catalog.tail:
        parts.append(_comments("#", catalog.tail))
    return "\n".join("\n".join(lines) + "\n" for lines in parts)


def _header(catalog: Catalog) -> list[str]:
    content = catalog.raw or ('msgid ""', 'msgstr ""', *map(escape, _LINE.findall(header_text(catalog.headers))))
    return [*_comments("#", catalog.comments), *_flags(catalog.flags), *content]


def _entry(entry: CatalogEntry) -> list[str]:
    prefix = "#~ " if entry.obsolete else ""
    lines = _comments("#", entry.comments)
    if not entry.obsolete:
        lines += _comments("#.", entry.extracted)
        lines += _references(entry.references)
    lines += _flags(entry.flags)
    if entry.previous is not None and not entry.obsolete:
        context, msgid = entry.previous
        lines += [*_field("#| ", "msgctxt", context)] if context else []
        lines += _field("#| ", "msgid", msgid)
    return [*lines, *(entry.raw or _content(entry, prefix))]


def _content(entry: CatalogEntry, prefix: str) -> Iterator[str]:
    if entry.context:
        yield from _field(prefix, "msgctxt", entry.context)
    yield from _field(prefix, "msgid", entry.msgid)
    yield from _field(prefix, "msgstr", entry.text)


def _comments(mark: str, comments: Iterable[str]) -> list[str]:
    return [f"{mark} {comment}".rstrip() for comment in comments]


def _flags(flags: tuple[str, ...]) -> list[str]:
    return [f"#, {', '.join(flags)}"] if flags else []


def _references(places: Iterable[Location]) -> list[str]:
    return [f"#: {place}" for place in dict.fromkeys(map(_reference, places))]


def _reference(place: Location) -> str:
    # gettext sets a path with white space between U+2068 and U+2069.
    path = f"\u2068{place.path}\u2069" if re.search(r"\s", place.path) else place.path
    return path if place.line is None else f"{path}:{place.line}"


def _field(prefix: str, keyword: str, text: str) -> Iterator[str]:
    lines = [part for line in _LINE.findall(text) for part in _wrapped(line)]
    if len(lines) <= 1 and len(prefix) + len(keyword) + 1 + len(escape(text)) <= _WIDTH:
        yield f"{prefix}{keyword} {escape(text)}"
        return
    yield f'{prefix}{keyword} ""'
    for line in lines:
        yield prefix + escape(line)


def _wrapped(text: str) -> Iterator[str]:
    """``text`` in pieces of at most a line's width where spaces allow."""
    line, size = "", 2
    for piece in _PIECE.findall(text):
        length = len(escape(piece)) - 2
        if line and size + length > _WIDTH:
            yield line
            line, size = "", 2
        line, size = line + piece, size + length
    if line:
        yield line
