"""The receipt of a build that left nothing to do: if nothing has changed since, the next one is over at once.

Whatever a build reads is looked at by name, size, times and inode: the project, the built-in rooms, polyleaf's own
code, fonts, and the folders of installed packages; then the built files. The receipt says that this state, on this day,
was found in order, by a build that read all of it. In any doubt there is none, and the build looks itself.
"""

from __future__ import annotations

import datetime
import json
import os
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import polyleaf
from polyleaf.building.finding_record import recalled, recorded
from polyleaf.building.fontconfig import FILES, listed
from polyleaf.building.outcome import BuildReport
from polyleaf.cache.place import record_of
from polyleaf.cache.scan import Scan, scan
from polyleaf.cache.stamps import settle
from polyleaf.errors import PolyleafError
from polyleaf.files import read_bounded, write_atomic
from polyleaf.model.finding import Finding
from polyleaf.starter.rooms import starter_root

_FORMAT = 1
_LARGEST = 64 * 1024 * 1024
"""Bytes; a receipt holds the findings of the build."""

_SETTINGS = ("PATH", "HOME", "FONTCONFIG_FILE", "FONTCONFIG_PATH", "FONTCONFIG_SYSROOT", "XDG_DATA_HOME")
"""What of the environment decides which fonts and programs are found."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What the receipt says.

    Attributes:
        files: How many files are as they should be.
        findings: What the build found.
        seconds: How long it took to see that nothing has changed.
    """

    files: int
    findings: tuple[Finding, ...]
    seconds: float


class Receipt:
    """The receipt for one kind of build of a project. Made before anything of the project is read.

    Args:
        root: The project.
        out: Folder of the built files.
        asked: What was asked for; its ``repr`` tells it.
        today: The day, by which leaflets are judged.
    """

    def __init__(self, root: Path, out: Path, asked: object, today: datetime.date) -> None:
        self._start = time.monotonic()
        self._out = out.absolute()
        self._path = record_of("receipts", os.path.realpath(root), os.path.realpath(out))
        self._asked = repr((_FORMAT, asked, today, sys.version, sys.path, [os.environ.get(one) for one in _SETTINGS]))
        self._before = self._inputs(root)

    def settled(self) -> Settled | None:
        """What there is to say if nothing has changed; None if that is not certain."""
        try:
            if self._path is None or self._before is None:
                return None
            told = json.loads(read_bounded(self._path, _LARGEST))
            if (told["asked"], told["inputs"]) != (self._asked, self._before.digest):
                return None
            files, findings = int(told["files"]), tuple(map(recalled, told["findings"]))
            now = scan((self._out,))
            is_same = now is not None and told["built"] == now.digest
            return Settled(files, findings, time.monotonic() - self._start) if is_same else None
        except (OSError, PolyleafError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None

    def keep(self, report: BuildReport, notes: Iterable[str]) -> None:
        """Write the receipt, if nothing is left to do and nothing needs to be told again.

        Args:
            report: Of the build.
            notes: What it told beside.
        """
        if self._path is None or self._before is None or not self._before.settled or report.failed or any(notes):
            return
        if report.built:
            settle()
        built = scan((self._out,))
        if built is None or not built.settled:
            return
        told = {
            "asked": self._asked,
            "inputs": self._before.digest,
            "built": built.digest,
            "files": len(report.built) + len(report.unchanged),
            "findings": [recorded(finding) for finding in report.findings],
        }
        try:
            write_atomic(self._path, json.dumps(told).encode())
        except PolyleafError:
            return  # it only saves work

    def _inputs(self, root: Path) -> Scan | None:
        package = Path(polyleaf.__file__).parent
        try:
            built_in = starter_root()
        except PolyleafError:
            return None
        rooms = (built_in / "templates", built_in / "translations")
        fonts = [Path(line.partition("\t")[0]) for line in listed(FILES)]
        packages = [Path(one) for one in sys.path if one]
        return scan((root.absolute(), package, *rooms), (*fonts, *packages), without=(self._out,))
