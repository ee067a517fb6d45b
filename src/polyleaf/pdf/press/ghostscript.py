"""The door to Ghostscript: draws a file as a test, and says where it could not.

It sits in many printers, and draws with code that is not ours. It is called as a program, never imported.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from polyleaf.model.press_facts import PressPage
from polyleaf.model.press_file import Undrawn
from polyleaf.pdf.validators.programs import Program, ProgramFailed

PROGRAM = "gs"
SECONDS = 40.0
"""A press file of 40 pages takes 10. Less than a file may take in all, so that the rest is still judged."""

DPI = 25.4 / 2.5
"""A pixel is 2.5 mm wide."""

_OUTPUT = 1024 * 1024
_WIDEST = 2_000.0
"""pt: a larger page is not drawn."""

_PAGE = re.compile(r"Page (\d+)$")
_REPLACED = re.compile(r"Loading font (\S+) \(or substitute\)")
_STOPPED = re.compile(r"(?:Error: |\*\*\*\* ?Error:? )(.+)")
_TOLD = "errors were encountered"
_CUT = "recoverable image error"
_OURS = re.compile(r"VMerror|limitcheck|invalidfileaccess|ioerror")
"""Of memory and of files: not of what is in the file."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What came of drawing a file.

    Attributes:
        complaints: What could not be drawn.
        replaced: Names of the fonts that another was put in the place of.
    """

    complaints: tuple[Undrawn, ...]
    replaced: tuple[str, ...]


def is_installed() -> bool:
    """Whether Ghostscript is there."""
    return shutil.which(PROGRAM) is not None


def draw(path: Path, pages: Sequence[PressPage], folder: Path) -> Drawn:
    """Draw every page in inks, as ``1.tif`` and so on.

    Args:
        path: The file.
        pages: Its pages.
        folder: Where the pictures go, and whatever else Ghostscript writes; an own, empty one.

    Raises:
        ProgramFailed: It cannot be started, took too long or too much.
    """
    if any(max(page.media[2] - page.media[0], page.media[3] - page.media[1]) > _WIDEST for page in pages):
        raise ProgramFailed("is not asked: the pages are too large")
    command = [PROGRAM, "-dSAFER", "-dBATCH", "-dNOPAUSE", "-dPDFSTOPONERROR", "-sDEVICE=tiffscaled32"]
    command += [f"-r{4 * DPI}", "-dDownScaleFactor=4"]  # -dUseFastColor would lay no ink over another
    command += [f"-sOutputFile={folder}/%d.tif", "-f", str(path)]
    with Program(command, folder=folder, dies_with_us=True) as program:
        ended = program.all_output(SECONDS, _OUTPUT)
    said = [line.strip() for line in (*_lines(ended.out), *_lines(ended.tail))]
    if ended.status < 0 or any(_OURS.search(line) for line in said):
        raise ProgramFailed(f"ended with status {ended.status}")
    found = _complaints(said, str(path))
    if ended.status and not found:
        found = [Undrawn(f"it ends with status {ended.status}")]
    return Drawn(
        tuple(dict.fromkeys(found)), tuple(dict.fromkeys(match[1] for match in map(_REPLACED.match, said) if match))
    )


def _lines(said: bytes) -> list[str]:
    return said.decode("utf-8", "replace").splitlines()


def _complaints(said: Sequence[str], path: str) -> list[Undrawn]:
    found: list[Undrawn] = []
    page: int | None = None
    listed = False
    for line in said:
        if number := _PAGE.match(line):
            page = int(number[1])
        elif _TOLD in line:
            listed = True
        elif listed and (not line or line.startswith("The following")):
            listed = False
        elif listed and not line.startswith("****"):
            found.append(Undrawn(line))
        elif line == _CUT:
            found.append(Undrawn("a picture is cut off or damaged", page))
        elif stopped := _STOPPED.match(line):
            found.append(Undrawn(stopped[1].replace(path, "the file"), page))
    return found
