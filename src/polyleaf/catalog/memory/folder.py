"""``translations/memory/``: memories of others, one TMX file for each language."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from polyleaf.catalog.exchange.format import Incoming
from polyleaf.catalog.exchange.pieces import NOT_PO
from polyleaf.catalog.exchange.reply_unit import MOST_BYTES, ReplyError, broken, reply_bytes
from polyleaf.catalog.exchange.tmx import Pair, Tmx, joined, read_tmx, write_tmx
from polyleaf.catalog.messages.domains import target_locales
from polyleaf.catalog.po.reader import MOST_CHARACTERS, stay_inside
from polyleaf.catalog.po.tags import meant_by, same_language
from polyleaf.files import write_atomic
from polyleaf.locales.table import language
from polyleaf.model.finding import Fault, Location
from polyleaf.model.foreign import one_line
from polyleaf.model.project import Project

_MOST_FAULTS = 20
"""A file with more is damaged throughout."""


def memory_path(root: Path, locale: str) -> Path:
    """``translations/memory/<locale>.tmx``: what was imported for one language."""
    return root / "translations" / "memory" / f"{locale}.tmx"


def stored_memory(project: Project, locale: str) -> Tmx | None:
    """What was imported for a language, or None if nothing was.

    Raises:
        CatalogError: The file is a link to a place outside the project.
        MachineError: It cannot be read.
        ReplyError: It cannot be used.
    """
    path = memory_path(project.root, locale)
    if not path.exists():
        return None
    stay_inside(project, path, locale)
    shown_as = project.relative(path)
    return read_tmx(Incoming(reply_bytes(path, shown_as), shown_as))


def import_memory(project: Project, file: Path, shown_as: str, locales: Sequence[str]) -> Mapping[str, int]:
    """Keep the memory of others for the languages of the project.

    Args:
        project: The project.
        file: A TMX file.
        shown_as: The file as people see it.
        locales: Only these; all targets if empty.

    Returns:
        Locale -> number of translations that were new.

    Raises:
        MachineError: A file cannot be read or written.
        ReplyError: The file is broken, or of another source language, or holds no language of the project.
        UsageError: A locale is not the project's.
    """
    targets = target_locales(project, locales)
    own = language(project.config.source)
    tmx = read_tmx(Incoming(reply_bytes(file, shown_as), shown_as, source=own.tag))
    if not same_language(tmx.source, own.tag):
        what = f'its texts are in "{one_line(tmx.source, 40)}", those of the project in {own.english}'
        raise broken(what, shown_as, hint="A memory helps only between the same two languages.")
    if faults := tuple(islice(_faults(tmx, shown_as), _MOST_FAULTS)):
        raise ReplyError(faults)
    meant = {tag: meant_by(tag, project.config.targets) for pair in tmx.pairs for tag in pair.texts}
    written: dict[str, int] = {}
    files: dict[Path, bytes] = {}
    for locale in targets:
        tags = {tag for tag, locales_of in meant.items() if locales_of == (locale,)}
        added = [pair for one in tmx.pairs if (pair := _only(one, locale, tags)).texts]
        if not added:
            continue
        stored = stored_memory(project, locale)
        before = stored.pairs if stored else ()
        pairs = joined((*before, *added))
        written[locale] = len(pairs) - len(before)
        if pairs == before:
            continue
        files[memory_path(project.root, locale)] = data = write_tmx(Tmx(own.tag, pairs))
        if len(data) > MOST_BYTES:
            raise broken(f"with it the memory of {locale} would be larger than {MOST_BYTES // 2**20} MB", shown_as)
    if not written:
        raise broken("the file holds no translation into a language of this project", shown_as)
    for path, data in files.items():
        stay_inside(project, path, None)
        write_atomic(path, data)
    return written


def _only(pair: Pair, locale: str, tags: Container[str]) -> Pair:
    """The pair with its translation into one locale alone; without any if it has none."""
    texts = [text for tag, text in pair.texts.items() if tag in tags and text.strip()]
    return replace(pair, texts={language(locale).tag: texts[0]} if texts else {}, leaflet="")


def _faults(tmx: Tmx, path: str) -> Iterator[Fault]:
    for pair in tmx.pairs:
        for text in (pair.msgid, *pair.texts.values()):
            if len(text) > MOST_CHARACTERS or NOT_PO.search(text):
                what = f"a text with control characters, or of more than {MOST_CHARACTERS:,} characters"
                yield Fault(what, Location(path, pair.line), "Take it out of the file.")
