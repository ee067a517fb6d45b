"""A PO file for somebody who works in Poedit: the catalog, or only what is to do, with what the placeholders print."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from polyleaf.catalog.exchange.answer import Answer, Reply, broken
from polyleaf.catalog.exchange.notes import printed_lines
from polyleaf.catalog.exchange.unit import Job, Unit
from polyleaf.catalog.po.catalog import FUZZY, Catalog, CatalogEntry
from polyleaf.catalog.po.header import with_header
from polyleaf.catalog.po.writer import catalog_text
from polyleaf.model.finding import Location

KIND = "PO"
_MARK = "polyleaf id: "
_MARKED = re.compile(rf"{_MARK}(\S+)")


def write_po(job: Job, catalog: Catalog) -> bytes:
    """The job as a PO file.

    Args:
        job: What goes out.
        catalog: The catalog it was made from: header and comments go along.
    """
    units = {(unit.context, unit.msgid): unit for unit in job.units}
    entries = tuple(_described(entry, units[entry.key]) for entry in catalog.current if entry.key in units)
    headers = tuple((name, value) for name, value in catalog.headers if name.lower() != "project-id-version")
    out = replace(catalog, headers=(("Project-Id-Version", job.leaflet), *headers), entries=entries, tail=(), raw=())
    return catalog_text(with_header(out, job.leaflet, job.date)).encode()


def _described(entry: CatalogEntry, unit: Unit) -> CatalogEntry:
    # The comments of the catalog tell what is printed in the source language; here the translator sees both.
    lines = [line for line in entry.extracted if not re.match(r"\{\w+\} prints: ", line)]
    return replace(entry, extracted=(*lines, *printed_lines(unit), f"{_MARK}{unit.id}"), raw=())


def read_po(catalog: Catalog, path: str) -> Reply:
    """A reply from a PO file that was read.

    Args:
        catalog: What it holds.
        path: The file as people see it.

    Raises:
        ReplyError: There is nothing in it.
    """
    answers = tuple(_answer(entry, path) for entry in catalog.current)
    if not answers:
        raise broken("the file holds no texts", path)
    fields: Mapping[str, str] = {name.lower(): value for name, value in catalog.headers}
    leaflet = fields.get("project-id-version", "")
    return Reply(KIND, path, (leaflet,) if leaflet else (), "", fields.get("language", ""), answers)


def _answer(entry: CatalogEntry, path: str) -> Answer:
    ids = [match[1] for line in entry.extracted if (match := _MARKED.search(line))]
    return Answer(
        source=entry.msgid,
        text=entry.text,
        place=Location(path, entry.line),
        context=entry.context,
        id=ids[0] if ids else "",
        finished=FUZZY not in entry.flags if entry.text.strip() else None,
        previous=entry.previous,
        comments=entry.comments,
    )
