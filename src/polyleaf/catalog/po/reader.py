"""Catalogs in from disk, through Babel: the whole file is good, or none of it is used."""

from __future__ import annotations

import stat
from pathlib import Path

from babel.messages import catalog as babel_catalog
from babel.messages.pofile import PoFileError, PoFileParser

from polyleaf.catalog.po.catalog import Catalog, CatalogEntry
from polyleaf.catalog.po.faults import CatalogError
from polyleaf.catalog.po.header import charset_of, header_faults, parse_header
from polyleaf.catalog.po.paths import catalog_path
from polyleaf.catalog.po.scan import Notes, Scanner
from polyleaf.errors import MachineError
from polyleaf.model.finding import Fault, Location
from polyleaf.model.project import Project

MOST_BYTES = 8 * 1024 * 1024
"""Largest catalog that is read. A leaflet of a hundred pages has some 300 kB."""

MOST_CHARACTERS = 20_000
"""Longest msgid or translation that is read: six printed pages without a paragraph."""


def read_catalog(path: Path, locale: str | None, shown_as: str) -> Catalog:
    """Read a catalog.

    Args:
        path: The file.
        locale: Locale of the folder it stands in, or None for a template.
        shown_as: Its path as people see it.

    Raises:
        CatalogError: The file is too large, not UTF-8, has a syntax error, a msgid twice, merge-conflict marks, or is
            of another language; with every fault and its line.
        MachineError: The file cannot be read.
        FileNotFoundError: There is no such file.
    """
    here = Location(shown_as, locale=locale)
    lines = _decode(_read(path, here), here).split("\n")
    scanner = Scanner(shown_as, locale)
    scanner.scan(lines)
    if scanner.faults:
        raise CatalogError(tuple(scanner.faults))
    messages = _parse(lines, here)
    faults = [*_doubles(messages, here), *_too_long(messages, here), *_headers_wrong(messages, here)]
    if faults:
        raise CatalogError(tuple(faults))
    return _catalog(messages, scanner, locale)


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


def _read(path: Path, here: Location) -> bytes:
    try:
        # Opening a pipe or device would wait for ever, so the kind of file is asked first.
        regular = stat.S_ISREG(path.stat().st_mode)
        data = b""
        if regular:
            with path.open("rb") as file:
                data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise MachineError(f"cannot read {here}: {error.strerror}", "Ask for permission to read the file.") from error
    if not regular:
        raise CatalogError((Fault("this is not a file", here, "Put the catalog in its place."),))
    if len(data) > MOST_BYTES:
        message = f"the file is larger than {MOST_BYTES // 1024 // 1024} MB; no leaflet has so many words"
        raise CatalogError((Fault(message, here, "Take the last good copy of the file."),))
    return data


def _decode(data: bytes, here: Location) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        charset = charset_of(data)
        message = "the file is not UTF-8" + (f"; its header says {charset}" if charset else "")
        hint = "Save it as UTF-8: in Poedit, Translation > Properties > Charset."
        raise CatalogError((Fault(message, Location(here.path, line, locale=here.locale), hint),)) from error


class _Recorder(babel_catalog.Catalog):
    """Takes every message as it comes: doubles are seen, the header keeps all its fields."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[babel_catalog.Message, bool]] = []
        self.obsolete = _Obsolete(self.found)

    def __setitem__(self, id: object, message: babel_catalog.Message) -> None:  # noqa: A002 - Babel's name
        self.found.append((message, False))


class _Obsolete(dict[str | tuple[str, str], babel_catalog.Message]):
    def __init__(self, found: list[tuple[babel_catalog.Message, bool]]) -> None:
        super().__init__()
        self._found = found

    def __setitem__(self, key: str | tuple[str, str], message: babel_catalog.Message) -> None:
        self._found.append((message, True))


_Messages = list[tuple[babel_catalog.Message, bool]]
"""Each message with whether it is obsolete."""


def _parse(lines: list[str], here: Location) -> _Messages:
    recorder = _Recorder()
    # Babel takes "#~|" (the previous msgid of an obsolete entry) for a broken line; the scanner has read it.
    known = ("" if line.startswith("#~|") else line for line in lines)
    try:
        PoFileParser(recorder, abort_invalid=True).parse(known)
    except PoFileError as error:
        place = Location(here.path, error.lineno + 1, locale=here.locale)
        message = str(error).rpartition(" on ")[0]
        raise CatalogError((Fault(message, place, "Open the file in Poedit, which shows such faults."),)) from error
    return recorder.found


def _key(message: babel_catalog.Message) -> tuple[str, str]:
    return (message.context or "", str(message.id))


def _doubles(messages: _Messages, here: Location) -> list[Fault]:
    faults = []
    first: dict[tuple[str, str], int | None] = {}
    for message, _ in messages:
        if (key := _key(message)) in first:
            place = Location(here.path, message.lineno, locale=here.locale)
            text = key[1] if len(key[1]) <= 60 else key[1][:59] + "…"  # noqa: PLR2004 - what fits a line
            what = f'the same msgid again: "{text}" stands in line {first[key]} too' if text else "a second header"
            faults.append(Fault(what, place, "Keep the better translation and delete the other entry."))
        first.setdefault(key, message.lineno)
    return faults


def _too_long(messages: _Messages, here: Location) -> list[Fault]:
    return [
        Fault(
            f"an entry of more than {MOST_CHARACTERS} characters; no paragraph of a leaflet is so long",
            Location(here.path, message.lineno, locale=here.locale),
            "Look for a missing msgid line: two entries may have run together.",
        )
        for message, _ in messages
        if max(len(str(message.id)), len(str(message.string))) > MOST_CHARACTERS
    ]


def _headers_wrong(messages: _Messages, here: Location) -> list[Fault]:
    for message, obsolete in messages:
        if _key(message) == ("", "") and not obsolete:
            place = Location(here.path, message.lineno, locale=here.locale)
            return list(header_faults(parse_header(str(message.string)), place))
    return []


def _catalog(messages: _Messages, scanner: Scanner, locale: str | None) -> Catalog:
    header: tuple[babel_catalog.Message, Notes] | None = None
    current: list[CatalogEntry] = []
    obsolete: list[CatalogEntry] = []
    for message, gone in messages:
        if (note := scanner.notes.get(message.lineno or 0)) is None:
            # Babel makes up a header for a file of comments alone.
            continue
        if _key(message) == ("", ""):
            # An obsolete header says nothing about this file.
            header = header if gone else (message, note)
        else:
            (obsolete if gone else current).append(_entry(message, note, obsolete=gone))
    entries = (*current, *obsolete)
    if header is None:
        return Catalog(entries=entries, tail=scanner.tail, locale=locale)
    message, note = header
    fields = parse_header(str(message.string))
    comments, flags = tuple(note.comments), tuple(note.flags)
    return Catalog(fields, comments, flags, entries, scanner.tail, locale, tuple(note.raw))


def _entry(message: babel_catalog.Message, note: Notes, *, obsolete: bool) -> CatalogEntry:
    previous = None
    if "msgid" in note.previous and not obsolete:
        previous = (note.previous.get("msgctxt", ""), note.previous["msgid"])
    return CatalogEntry(
        msgid=str(message.id),
        context=message.context or "",
        text=str(message.string),
        flags=tuple(dict.fromkeys(note.flags)),
        comments=tuple(note.comments),
        extracted=tuple(message.auto_comments),
        references=tuple(Location(path, line) for path, line in message.locations),
        previous=previous,
        obsolete=obsolete,
        line=message.lineno,
        raw=tuple(note.raw),
    )
