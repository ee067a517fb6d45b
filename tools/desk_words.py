"""Brings the catalogs of the desk up to its templates: ``make desk-words``. What changed becomes fuzzy."""

from __future__ import annotations

import datetime
import sys

from polyleaf.catalog.po.header import with_header
from polyleaf.catalog.po.merge import merge
from polyleaf.catalog.po.reader import read_catalog
from polyleaf.catalog.po.writer import write_catalog
from polyleaf.preview.words import CATALOGS, interface_messages

_WRITTEN = datetime.date(2026, 11, 29)


def main() -> None:
    """Write each catalog that changes."""
    for path in sorted(CATALOGS.glob("*.po")):
        before = read_catalog(path, path.stem, path.name)
        merged, report = merge(before, interface_messages())
        write_catalog(path, with_header(merged, "desk", _WRITTEN), before)
        sys.stdout.write(f"{path.name}: {len(report.added)} new, {len(report.changed)} fuzzy\n")


if __name__ == "__main__":
    main()
