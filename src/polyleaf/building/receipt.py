"""The receipt of a build that left nothing to do: if nothing has changed since, the next one is over at once.

Whatever a build reads is looked at by name, size, times and inode: the project, the built-in rooms, polyleaf's own
code, fonts, and the folders of installed packages; then the built files. The receipt says that this state, on this day,
was found in order, by a build that read all of it. In any doubt there is none, and the build looks itself.

If only leaflets have changed, or their catalogs, the receipt names them: what a file is made from and judged by is
the project's, or its own leaflet's. The code of a leaflet is looked at by the others, so if one has changed, or
something was found that belongs to no leaflet, all of them are looked at.
"""

from __future__ import annotations

import datetime
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import polyleaf
from polyleaf.building.finding_record import recalled, recorded
from polyleaf.building.fontconfig import FILES, listed
from polyleaf.building.outcome import BuildReport
from polyleaf.cache.place import record_of
from polyleaf.cache.scan import Scan, scan
from polyleaf.cache.stamps import settle
from polyleaf.checks.merging import merged
from polyleaf.errors import PolyleafError
from polyleaf.files import digest, read_bounded, write_atomic
from polyleaf.model.finding import Finding
from polyleaf.source.root import RESERVED
from polyleaf.starter.rooms import starter_root

_FORMAT = 2
_LARGEST = 64 * 1024 * 1024
"""Bytes; a receipt holds the findings of the build."""

_DOUBTS = (OSError, PolyleafError, ValueError, KeyError, TypeError, AttributeError, RecursionError)

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


@dataclass(frozen=True, slots=True)
class Changed:
    """The leaflets that have changed, and what the receipt says of the others.

    Attributes:
        names: Their names, sorted.
        files: How many files each of the others has.
        findings: What was found on those.
    """

    names: tuple[str, ...]
    files: Mapping[str, int]
    findings: tuple[Finding, ...]

    def with_others(self, report: BuildReport) -> BuildReport:
        """The report on what has changed as one on the whole project."""
        return replace(report, findings=merged((*report.findings, *self.findings)), untouched=self.files)


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
        self._root, self._out = root.resolve(), out.absolute()
        self._path = record_of("receipts", os.path.realpath(root), os.path.realpath(out))
        self._asked = repr((_FORMAT, asked, today, sys.version, sys.path, [os.environ.get(one) for one in _SETTINGS]))
        self._before = self._inputs(root)

    def settled(self) -> Settled | None:
        """What there is to say if nothing has changed; None if that is not certain."""
        try:
            told = self._read()
            if told is None or told["inputs"] != self._inputs_now.digest:
                return None
            files, findings = sum(_numbers(told["files"]).values()), tuple(map(recalled, told["findings"]))
            return Settled(files, findings, time.monotonic() - self._start) if self._is_built(told) else None
        except _DOUBTS:
            return None

    def changed(self) -> Changed | None:
        """The leaflets that have changed, if nothing else has; None if that is not certain."""
        try:
            told = self._read()
            if told is None:
                return None
            leaflets = self._leaflets()
            before, now = told["parts"], self._inputs_now.parts
            names = tuple(sorted(name for name in {*before, *now} if before.get(name) != now.get(name)))
            findings = tuple(map(recalled, told["findings"]))
            of = [_leaflets_of(finding, self._out.name) for finding in findings]
            if not names or "" in names or not {*names} <= {*leaflets} or not all(of):
                return None
            if told["codes"] != self._codes(leaflets) or not self._is_built(told):
                return None
            files = {name: many for name, many in _numbers(told["files"]).items() if name not in names}
            kept = (finding for finding, owners in zip(findings, of, strict=True) if not owners & {*names})
            return Changed(names, files, tuple(kept))
        except _DOUBTS:
            return None

    def _read(self) -> Any:  # noqa: ANN401 - it comes from a file
        """The receipt, if it is one for what is asked."""
        if self._path is None or self._before is None:
            return None
        told = json.loads(read_bounded(self._path, _LARGEST))
        return told if told["asked"] == self._asked else None

    @property
    def _inputs_now(self) -> Scan:
        assert self._before is not None  # noqa: S101 - asked after reading
        return self._before

    def _is_built(self, told: Mapping[str, Any]) -> bool:
        now = scan((self._out,))
        return now is not None and bool(told["built"] == now.digest)

    def _leaflets(self) -> tuple[str, ...]:
        from polyleaf.source.reader import leaflet_names  # noqa: PLC0415 - nothing is read where nothing has changed

        return leaflet_names(self._root)

    def _codes(self, leaflets: tuple[str, ...]) -> str:
        from polyleaf.source.codes import other_codes  # noqa: PLC0415 - as above

        return digest(json.dumps(other_codes(self._root, leaflets), sort_keys=True).encode()).hex()

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
            "parts": dict(self._before.parts),
            "codes": self._codes(self._leaflets()),
            "built": built.digest,
            "files": {**report.untouched, **Counter(one.leaflet for one in (*report.built, *report.unchanged))},
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
        part_of = partial(_part_of, f"{root.absolute()}{os.sep}")
        return scan((root.absolute(), package, *rooms), (*fonts, *packages), without=(self._out,), part_of=part_of)


def _part_of(root: str, path: str) -> str:
    """The leaflet that a file of the project belongs to; "" if to none alone."""
    if not path.startswith(root):
        return ""
    match path[len(root) :].replace(os.sep, "/").split("/"):
        case ["leaflets", name, _, *_]:
            return name
        case ["translations", _, "LC_MESSAGES", file] if file.endswith(".po"):
            return "" if file.startswith(RESERVED) else file.removesuffix(".po")
        case ["translations", file] if file.endswith(".pot"):
            return "" if file.startswith(RESERVED) else file.removesuffix(".pot")
    return ""


def _leaflets_of(finding: Finding, out: str) -> frozenset[str]:
    """The leaflets that a finding is on; none if that is not certain."""
    fault = finding.fault
    places = (fault.location, fault.origin, fault.written, *fault.prints)
    names = {_part_of("", place.path) or _printed_of(out, place.path) for place in places if place is not None}
    return frozenset() if "" in names else frozenset(names)


def _printed_of(out: str, path: str) -> str:
    match path.split("/"):
        case [folder, name, _, _] if folder == out:
            return name
    return ""


def _numbers(told: Any) -> dict[str, int]:  # noqa: ANN401 - it comes from a file
    return {str(name): int(many) for name, many in told.items()}
