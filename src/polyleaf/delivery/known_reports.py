"""Preflight reports of files that were judged before: the same bytes, held against the same by the same code."""

from __future__ import annotations

import base64
import binascii
import json
import os
import shutil
from dataclasses import replace

from polyleaf.building.digests import tool, words
from polyleaf.building.finding_record import recalled, recorded
from polyleaf.cache.store import Store
from polyleaf.files import digest
from polyleaf.inspecting.preflight import PreflightOrder
from polyleaf.model.pdf_facts import Rect
from polyleaf.model.preflight import PreflightReport, Sheet

_GHOSTSCRIPT = "gs"


class KnownReports:
    """Reports in the store of this computer.

    Args:
        store: The store.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._tool = digest(tool(), *words(_program()))

    def of(self, order: PreflightOrder, sha256: str) -> PreflightReport | None:
        """The report of a file with this digest, or None."""
        hit = self._store.find(self._key(order, sha256), here_only=True)
        return None if hit is None else _report(hit.data)

    def keep(self, order: PreflightOrder, sha256: str, report: PreflightReport) -> None:
        """Remember a report."""
        self._store.keep(self._key(order, sha256), "report.json", _written(report), b"")

    def close(self) -> None:
        """Clear up, if the store has grown too large."""
        self._store.close()

    def _key(self, order: PreflightOrder, sha256: str) -> str:
        asked = replace(order, path=order.path.relative_to(order.path.parent), scratch=None)
        return digest(self._tool, *words("preflight report", sha256, asked)).hex()


def _program() -> tuple[object, ...]:
    """Which Ghostscript draws the files."""
    found = shutil.which(_GHOSTSCRIPT)
    if found is None:
        return ()
    status = os.stat(found)  # noqa: PTH116 - as it comes
    return os.path.realpath(found), status.st_size, status.st_mtime_ns


def _written(report: PreflightReport) -> bytes:
    told = {
        "path": report.path,
        "preset": report.preset,
        "pages": [[sheet.number, sheet.media, sheet.cut] for sheet in report.pages],
        "summary": report.summary,
        "findings": [recorded(finding) for finding in report.findings],
        "notes": report.notes,
        "pictures": {number: base64.b64encode(data).decode() for number, data in report.pictures.items()},
    }
    return json.dumps(told).encode()


def _report(data: bytes) -> PreflightReport | None:
    """The report that these bytes are; None if they cannot be understood."""
    try:
        told = json.loads(data)
        return PreflightReport(
            path=told["path"],
            preset=told["preset"],
            pages=tuple(Sheet(number, _rect(media), _rect(cut)) for number, media, cut in told["pages"]),
            summary=tuple((label, value) for label, value in told["summary"]),
            findings=tuple(map(recalled, told["findings"])),
            notes=tuple(told["notes"]),
            pictures={int(number): base64.b64decode(data) for number, data in told["pictures"].items()},
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, binascii.Error):
        return None


def _rect(values: list[float]) -> Rect:
    left, bottom, right, top = values
    return left, bottom, right, top
