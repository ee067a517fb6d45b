"""veraPDF as somebody installed it: the command ``verapdf``."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from polyleaf.model.validation import Conformance, Validation, Violation
from polyleaf.pdf.validators.programs import Program, ProgramFailed
from polyleaf.pdf.validators.validator import Absent, plain, violation, worst_first

NAME = "veraPDF"
SECONDS = 90.0
"""How long one file may take, the start of Java included."""

START_SECONDS = 30.0
"""How long it may take to say its version."""

_REMEDY = "install veraPDF, or the extra `validate` and Java"
_MOST = 16 * 1024 * 1024
"""Bytes of one report: 1728 rules with one sample each take 1 MB."""

_VERSION = re.compile(rb"veraPDF (?:CLI )?v?(\d[\w.-]{0,30})")
_FLAVOURS = {Conformance.UA1: "ua1", Conformance.UA2: "ua2", Conformance.WTPDF: "wt1a"}


@dataclass(frozen=True, slots=True)
class VeraPdfCommand:
    """The command ``verapdf``; it starts anew for each file, so that one that hangs costs itself alone.

    Attributes:
        program: Its path.
        version: Of veraPDF.
    """

    program: str
    version: str
    name: str = NAME
    profiles: frozenset[Conformance] = frozenset(_FLAVOURS)

    def validate(self, paths: Iterable[Path], profile: Conformance) -> Iterator[Validation]:
        """One verdict for each file."""
        for path in paths:
            yield self._validation(path, profile)

    def _validation(self, path: Path, profile: Conformance) -> Validation:
        command = [self.program, "--flavour", _FLAVOURS[profile], "--format", "json", "--maxfailuresdisplayed", "1"]
        try:
            with Program([*command, str(path.resolve())]) as running:
                output = running.all_output(SECONDS, _MOST)
                said = running.tail
        except ProgramFailed as error:
            return self._trouble(profile, f"veraPDF {error}")
        try:
            return self._verdict(json.loads(output.out), profile)
        except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
            detail = f": {said}" if said else ""
            return self._trouble(profile, f"veraPDF gave no verdict (exit status {output.status}){detail}")

    def _verdict(self, said: Mapping[str, Any], profile: Conformance) -> Validation:
        """The verdict in a report.

        Raises:
            ValueError, KeyError, TypeError, IndexError, AttributeError: There is none.
        """
        (job,) = said["report"]["jobs"]
        result = job["validationResult"]
        if isinstance(result, list):  # since 1.26 a file may be held against several profiles
            (result,) = result
        passed = result["compliant"]
        if not isinstance(passed, bool):
            raise TypeError(passed)
        rules = [rule for rule in result["details"]["ruleSummaries"] if str(rule.get("status", "")).lower() == "failed"]
        found = worst_first(
            violation(f"{rule['clause']}-{rule['testNumber']}", str(rule["description"]), int(rule["failedChecks"]))
            for rule in rules
        )
        if not passed and not found:
            found = (Violation("?", "veraPDF names no rule"),)
        return Validation(f"{NAME} {self.version}", profile, passed, () if passed else found)

    def _trouble(self, profile: Conformance, reason: str) -> Validation:
        return Validation(f"{NAME} {self.version}", profile, passed=False, trouble=plain(reason))


def find_command() -> VeraPdfCommand | Absent:
    """The command, if it is on the search path and says that it is veraPDF."""
    program = shutil.which("verapdf")
    if not program:
        return Absent(NAME, "there is no command verapdf", _REMEDY)
    try:
        with Program([program, "--version"]) as running:
            output = running.all_output(START_SECONDS, 64 * 1024)
    except ProgramFailed as error:
        return Absent(NAME, f"{program} {error}", _REMEDY)
    version = _VERSION.search(output.out) or _VERSION.search(output.tail)
    if version is None:
        return Absent(NAME, f"{program} does not say that it is veraPDF", _REMEDY)
    return VeraPdfCommand(program, version[1].decode(errors="replace"))
