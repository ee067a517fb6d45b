"""How far translations are, as a table and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from rich.console import Console
from rich.table import Table

from polyleaf.catalog.merge import MergeReport
from polyleaf.catalog.status import StatusRow
from polyleaf.report.console import console


def status_json(rows: Sequence[StatusRow]) -> str:
    """``{"catalogs": [...]}``, one entry a leaflet and locale; faults as messages."""
    entries = []
    for row in rows:
        entry = asdict(row)
        entry["faults"] = [f"{fault.location}: {fault.message}" for fault in row.faults]
        entries.append({**entry, "complete": row.complete})
    return json.dumps({"catalogs": entries}, ensure_ascii=False, indent=2)


def status_table(rows: Sequence[StatusRow], out: Console | None = None) -> None:
    """One line a leaflet and locale; what is not done stands out by its words, not only by colour."""
    out = out or console()
    table = Table(box=None, pad_edge=False)
    for heading in ("leaflet", "language", "translated", "fuzzy", "missing", "words to do", ""):
        table.add_column(
            heading, justify="right" if heading in _NUMBERS else "left", no_wrap=heading in ("leaflet", "")
        )
    for row in rows:
        table.add_row(
            row.leaflet,
            row.locale,
            str(row.translated),
            str(row.fuzzy),
            str(row.missing),
            str(row.words_to_translate),
            _state(row),
            style="" if row.complete else "bold",
        )
    out.print(table)
    for row in rows:
        for fault in row.faults:
            out.print(f"{fault.location}: {fault.message}", markup=False, highlight=False)
    words = sum(row.words_to_translate for row in rows)
    done = sum(row.complete for row in rows)
    out.print(f"{done} of {len(rows)} catalogs complete; {words} words to translate", highlight=False)


_NUMBERS = {"translated", "fuzzy", "missing", "words to do"}


def _state(row: StatusRow) -> str:
    if row.faults:
        return "cannot be read"
    if not row.exists:
        return "no catalog yet: polyleaf catalog update"
    return "complete" if row.complete else "to do"


def merged(report: MergeReport) -> str:
    """What ``catalog update`` did to one catalog."""
    parts = [
        (len(report.added), "new"),
        (len(report.changed), "changed (now fuzzy)"),
        (len(report.returned), "back again"),
        (len(report.obsolete), "obsolete (kept)"),
    ]
    told = ", ".join(f"{number} {word}" for number, word in parts if number)
    return f"{report.kept} kept, {told or 'only comments or places changed'}"
