"""A PO file for somebody who works in Poedit: the catalog, or only what is to do, with what the placeholders print."""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Mapping
from dataclasses import replace

from polyleaf.catalog.exchange.fitting import is_copy
from polyleaf.catalog.exchange.format import Format, Incoming
from polyleaf.catalog.exchange.notes import printed_lines
from polyleaf.catalog.exchange.reply_unit import Reply, ReplyError, ReplyUnit, broken
from polyleaf.catalog.exchange.unit import Package, Unit
from polyleaf.catalog.po.catalog import FUZZY, CatalogEntry
from polyleaf.catalog.po.faults import CatalogError
from polyleaf.catalog.po.header import charset_of, with_header
from polyleaf.catalog.po.reader import parse_catalog
from polyleaf.catalog.po.writer import catalog_text
from polyleaf.model.finding import Location

_MOST_TEXTS = 20_000
"""Texts of a file; a whole project of programs has some thousands, a leaflet some hundreds."""

_MARK = "polyleaf id: "
_CHARSET = re.compile(r"charset=[\w.:-]+", re.IGNORECASE)
_MARKED = re.compile(rf"{_MARK}(\S+)")


def write_po(package: Package) -> bytes:
    """The package as a PO file; header and comments of the catalog go along."""
    catalog = package.catalog
    units = {(unit.context, unit.msgid): unit for unit in package.units}
    entries = tuple(_described(entry, units[entry.key]) for entry in catalog.current if entry.key in units)
    headers = tuple((name, value) for name, value in catalog.headers if name.lower() != "project-id-version")
    out = replace(
        catalog, headers=(("Project-Id-Version", package.leaflet), *headers), entries=entries, tail=(), raw=()
    )
    return catalog_text(with_header(out, package.leaflet, package.date)).encode()


def _described(entry: CatalogEntry, unit: Unit) -> CatalogEntry:
    # The comments of the catalog tell what is printed in the source language; here the translator sees both.
    lines = [line for line in entry.extracted if not re.match(r"\{\w+\} prints: ", line)]
    return replace(entry, extracted=(*lines, *printed_lines(unit), f"{_MARK}{unit.id}"), raw=())


def read_po(file: Incoming) -> Reply:
    """A reply in a PO file.

    Raises:
        ReplyError: It is no catalog, or there is nothing in it.
    """
    path = file.path
    try:
        data = _as_utf8(file.data)
        if data.count(b"msgid ") > _MOST_TEXTS:
            what = f"more than {_MOST_TEXTS} texts, and no leaflet has so many"
            raise broken(what, path, hint="Ask for the file of this leaflet alone.")
        catalog = parse_catalog(data, None, path)
    except CatalogError as error:
        raise ReplyError(error.faults) from error
    answers = tuple(_answer(entry, path) for entry in catalog.current)
    if not answers:
        raise broken("the file holds no texts", path)
    fields: Mapping[str, str] = {name.lower(): value for name, value in catalog.headers}
    leaflet = fields.get("project-id-version", "")
    return Reply(path, (leaflet,) if leaflet else (), "", fields.get("language", ""), answers)


def _as_utf8(data: bytes) -> bytes:
    """The file in UTF-8, if it is in what its first bytes or its header say."""
    charset = "utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else charset_of(data)
    try:
        data.decode()
    except UnicodeDecodeError:
        try:
            return _CHARSET.sub("charset=UTF-8", data.decode(charset), count=1).encode()
        except (UnicodeDecodeError, LookupError):
            return data
    return data


def _answer(entry: CatalogEntry, path: str) -> ReplyUnit:
    ids = [match[1] for line in entry.extracted if (match := _MARKED.search(line))]
    return ReplyUnit(
        source=entry.msgid,
        text=entry.text,
        place=Location(path, entry.line),
        context=entry.context,
        id=ids[0] if ids else "",
        finished=_finished(entry),
        previous=entry.previous,
        comments=entry.comments,
    )


def _finished(entry: CatalogEntry) -> bool | None:
    """What a PO file says: nothing of a text that is only there a second time, as tools fill catalogs in."""
    if not entry.text.strip():
        return None
    if FUZZY in entry.flags:
        return False
    return None if is_copy(entry.text, entry.msgid) else True


FORMAT = Format(
    name="po",
    title="PO",
    sniff=lambda file: b"msgid" in file.data.replace(b"\0", b""),
    read=read_po,
    write=write_po,
    audience="for Poedit",
    endings=(".po",),
)
