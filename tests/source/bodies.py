"""Markdown of a leaflet, read, and what became of it."""

from polyleaf.manuscript.faults import FaultLog
from polyleaf.source.markdown import read_body


def read(markdown):
    log = FaultLog("leaflet.md")
    return read_body(markdown, log, {}, lambda _: ()), log.faults


def cells(table):
    return [[cell.msgid for cell in row] for row in (table.header, *table.rows)]
