"""Reads a text file that somebody else wrote: bounded, UTF-8, without NUL; or, for a draft, in what it was saved in."""

from __future__ import annotations

import codecs
from pathlib import Path

from polyleaf.errors import MachineError
from polyleaf.files import MERGE_MARK, NotAFileError, TooLargeError, read_bounded, undecodable_line
from polyleaf.manuscript.faults import ContentError, FaultLog
from polyleaf.model.finding import Fault, Location

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_OTHER_PROGRAMS = {
    b"PK\x03\x04": "a Word file (.docx) or another archive",
    b"\xd0\xcf\x11\xe0": "a Word file of the old kind (.doc)",
    b"{\\rtf": "a rich text file (.rtf)",
    b"%PDF": "a PDF file",
}
"""What files begin with that are no plain text."""

_MANY = 0.3
"""Part of every second byte that is NUL in UTF-16 without its mark, at least."""

_SAVE_AS = "Save it as plain text with the encoding UTF-8 (in Word or Notepad: Save As, Plain text, UTF-8)"


def read_plain(path: Path, shown_as: str, limit: int, log: FaultLog | None = None) -> str:
    r"""The text of a file, with ``\n`` line ends and without a byte order mark.

    Args:
        path: The file.
        shown_as: How faults name it: relative to the project, with forward slashes.
        limit: Most bytes it may have.
        log: Takes the fault that the file is not UTF-8, and the text is what it was surely meant as: UTF-16 by its
            mark, else Windows-1252, what Word and Notepad write. Without it such a file is refused.

    Raises:
        ContentError: It cannot be read, is too large, is not UTF-8 text, or holds a merge conflict.
    """
    try:
        data = read_bounded(path, limit, shown_as)
    except (FileNotFoundError, NotAFileError):
        hint = "Put the file there, or take the folder away"
        raise _refused(shown_as, None, "is missing or is not a file", hint) from None
    except TooLargeError:
        hint = "Split it, or take out what does not belong there"
        raise _refused(shown_as, None, f"is larger than {limit // 1024} KiB", hint) from None
    except MachineError as error:
        raise ContentError([Fault(error.message, Location(shown_as), error.hint)]) from None
    for begin, name in _OTHER_PROGRAMS.items():
        if data.startswith(begin):
            hint = f"{_SAVE_AS}; a Word file becomes a leaflet by: polyleaf import FILE.docx"
            raise _refused(shown_as, 1, f"is {name}, not plain text", hint)
    text = _decoded(data, shown_as, log)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        if log is None:
            raise _refused(shown_as, line, "holds a NUL character, so it is not a text file", _SAVE_AS)
        log.add("An invisible character (NUL) stands in this line", line, "Type the line anew")
        text = text.replace("\0", " ")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    marks = MERGE_MARK.finditer(text if "<<<<<<<" in text else "")
    conflict = next((mark for mark in marks if mark[0].startswith("<")), None)
    if conflict and any(mark[0].startswith("=") for mark in marks):
        line = text.count("\n", 0, conflict.start()) + 1
        hint = "Choose one of the two versions, then delete the lines of <<<<<<<, ======= and >>>>>>>"
        raise _refused(shown_as, line, "holds an unsolved merge conflict", hint)
    return text


def _decoded(data: bytes, shown_as: str, log: FaultLog | None) -> str:
    if encoding := _utf_16(data):
        line, message = 1 if log else None, "is saved as UTF-16, not as UTF-8"
    else:
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line, encoding = undecodable_line(error), "cp1252"
            message = "is not UTF-8 text: this line holds other bytes"
    if log is None:
        raise _refused(shown_as, line, message, _SAVE_AS)
    log.add(f"The file {message}", line, f"{_SAVE_AS}; until then look at every letter with an accent and every sign")
    return data.decode(encoding, errors="replace")


def _utf_16(data: bytes) -> str:
    """The name of the encoding if it is UTF-16, by its mark or by a NUL beside nearly every letter; else ""."""
    if data.startswith(_UTF_16):
        return "utf-16"
    pairs = len(data) // 2
    if pairs and data[1::2].count(0) > pairs * _MANY:
        return "utf-16-le"
    return "utf-16-be" if pairs and data[0::2].count(0) > pairs * _MANY else ""


def _refused(shown_as: str, line: int | None, message: str, hint: str) -> ContentError:
    return ContentError([Fault(f"The file {message}", Location(shown_as, line), hint)])
