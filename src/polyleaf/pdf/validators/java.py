"""The Java runtime: where it is, how old it is, and whether it can run a source file."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from polyleaf.pdf.validators.programs import Program, ProgramFailed
from polyleaf.pdf.validators.validator import Absent, plain

OLDEST = 11
"""veraPDF needs it, and so does running a source file."""

PACKAGE = "default-jre-headless"
_REMEDY = f"apt-get install {PACKAGE}"
_SECONDS = 20.0
_MOST = 256 * 1024
_BASE = re.compile(rb"^java\.base@(?P<version>(?P<number>\d+)[\w.+-]{0,30})", re.MULTILINE)
_COMPILER = b"jdk.compiler@"


@dataclass(frozen=True, slots=True)
class Java:
    """A Java runtime.

    Attributes:
        program: Its command.
        version: ``17.0.15``.
    """

    program: str
    version: str


def find_java() -> Java | Absent:
    """The runtime that ``JAVA_HOME`` or the search path names."""
    program = _program()
    if not program:
        return Absent("Java", "no Java runtime is installed", _REMEDY, (PACKAGE,))
    try:
        with Program([program, "--list-modules"]) as running:  # says the version too, and needs no second start
            output = running.all_output(_SECONDS, _MOST)
    except ProgramFailed as error:
        return Absent("Java", f"{program} {error}", _REMEDY, (PACKAGE,))
    base = _BASE.search(output.out)
    if output.status or base is None:
        said = f" ({plain(output.tail.decode(errors='replace'), 120)})" if output.tail else ""
        return Absent("Java", f"{program} does not work, or is older than Java {OLDEST}{said}", _REMEDY, (PACKAGE,))
    named = base["version"].decode()
    if int(base["number"]) < OLDEST:
        return Absent("Java", f"Java {named} is too old: {OLDEST} or newer is needed", _REMEDY, (PACKAGE,))
    if _COMPILER not in output.out:
        return Absent("Java", f"Java {named} comes without its compiler", f"{_REMEDY}, or install a JDK", (PACKAGE,))
    return Java(program, named)


def _program() -> str:
    home = os.environ.get("JAVA_HOME")
    own = shutil.which("java", path=str(Path(home) / "bin")) if home else None
    return own or shutil.which("java") or ""
