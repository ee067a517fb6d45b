"""Catalogs in from disk: the whole file is good, or none of it is used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from polyleaf.catalog.po.catalog import Catalog, CatalogEntry, Key
from polyleaf.catalog.po.faults import CatalogError
from polyleaf.catalog.po.header import charset_of, header_faults, parse_header
from polyleaf.catalog.po.parser import Parser
from polyleaf.catalog.po.paths import catalog_path
from polyleaf.files import UnfitFileError, read_bounded, undecodable_line
from polyleaf.model.finding import Fault, Location
from polyleaf.model.project import Project

MOST_BYTES = 8 * 1024 * 1024
"""Largest catalog that is read. A leaflet of a hundred pages has some 300 kB."""

MOST_CHARACTERS = 20_000
"""Longest msgid or translation that is read: six printed pages without a paragraph."""

_HEADER = ("", "")


def load(project: Project, locale: str, domain: str) -> Catalog | None:
    """The catalog of one leaflet (or ``templates``) in one locale, or None if there is none yet.

    Raises:
        CatalogError: It cannot be used, or it is a link to a place outside the project.
        MachineError: It cannot be read.
    """
    path = catalog_path(project.root, locale, domain)
    stay_inside(project, path, locale)
    try:
        return read_catalog(path, locale, project.relative(path))
    except FileNotFoundError:
        return None


def stay_inside(project: Project, path: Path, locale: str | None) -> None:
    """Refuse a catalog that a link would read from, or write to, some other place.

    Raises:
        CatalogError: The file or one of its folders is a link to a place outside the project.
    """
    if not path.resolve().is_relative_to(project.root.resolve()):
        message = "the file, or a folder it stands in, is a link to a place outside the project"
        place = Location(project.relative(path), locale=locale)
        raise CatalogError((Fault(message, place, "Put the catalog itself there."),))


def read_catalog(path: Path, locale: str | None, shown_as: str) -> Catalog:
    """Read a catalog.

    Args:
        path: The file.
        locale: Locale of the folder it stands in, or None for a template.
        shown_as: Its path as people see it.

    Raises:
        CatalogError: As ``parse_catalog``; or it is no file, or too large.
        FileNotFoundError: There is no such file.
        MachineError: The file cannot be read.
    """
    try:
        data = read_bounded(path, MOST_BYTES, shown_as)
    except UnfitFileError as error:
        raise CatalogError((Fault(f"it {error.reason}", Location(shown_as, locale=locale), error.hint),)) from error
    return parse_catalog(data, locale, shown_as)


def parse_catalog(data: bytes, locale: str | None, shown_as: str) -> Catalog:
    """The catalog in the bytes of a file.

    Raises:
        CatalogError: It is not UTF-8, has a syntax error, a msgid twice, merge-conflict marks, or is of another
            language; with every fault and its line.
    """
    here = Location(shown_as, locale=locale)
    parser = Parser(shown_as, locale)
    parser.read(_decode(data, here).split("\n"))
    entries = parser.entries
    if faults := parser.faults or [*_doubles(entries, here), *_too_long(entries, here), *_header(entries, here)]:
        raise CatalogError(tuple(faults))
    header = next(_headers(entries), None)
    # An obsolete header says nothing about this file.
    texts = sorted((entry for entry in entries if entry.key != _HEADER), key=lambda entry: entry.obsolete)
    if header is None:
        return Catalog(entries=tuple(texts), tail=parser.tail, locale=locale)
    fields = parse_header(header.text)
    return Catalog(fields, header.comments, header.flags, tuple(texts), parser.tail, locale, header.raw)


def _decode(data: bytes, here: Location) -> str:
    try:
        text = data.decode("utf-8-sig")
        return text if "\n" in text else text.replace("\r", "\n")  # as a Mac of long ago writes lines
    except UnicodeDecodeError as error:
        place = Location(here.path, undecodable_line(error), locale=here.locale)
        charset = charset_of(data)
        message = "the file is not UTF-8" + (f"; its header says {charset}" if charset else "")
        hint = "Save it as UTF-8: in Poedit, Translation > Properties > Charset."
        raise CatalogError((Fault(message, place, hint),)) from error


def _doubles(entries: Sequence[CatalogEntry], here: Location) -> Iterator[Fault]:
    first: dict[Key, int | None] = {}
    for entry in entries:
        if entry.key in first:
            text = entry.msgid if len(entry.msgid) <= 60 else entry.msgid[:59] + "…"  # noqa: PLR2004 - what fits a line
            what = (
                f'the same msgid again: "{text}" stands in line {first[entry.key]} too' if text else "a second header"
            )
            yield Fault(what, _at(entry, here), "Keep the better translation and delete the other entry.")
        first.setdefault(entry.key, entry.line)


def _too_long(entries: Sequence[CatalogEntry], here: Location) -> Iterator[Fault]:
    for entry in entries:
        if max(len(entry.msgid), len(entry.text)) > MOST_CHARACTERS:
            what = f"an entry of more than {MOST_CHARACTERS} characters; no paragraph of a leaflet is so long"
            hint = "Look for a missing msgid line: two entries may have run together."
            yield Fault(what, _at(entry, here), hint)


def _header(entries: Sequence[CatalogEntry], here: Location) -> Iterator[Fault]:
    for header in _headers(entries):
        yield from header_faults(parse_header(header.text), _at(header, here))


def _headers(entries: Sequence[CatalogEntry]) -> Iterator[CatalogEntry]:
    return (entry for entry in entries if entry.key == _HEADER and not entry.obsolete)


def _at(entry: CatalogEntry, here: Location) -> Location:
    return Location(here.path, entry.line, locale=here.locale)
