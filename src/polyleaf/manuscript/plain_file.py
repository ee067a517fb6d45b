"""Reads a text file that somebody else wrote: bounded, UTF-8, without NUL."""

from __future__ import annotations

import codecs
from pathlib import Path

from polyleaf.errors import MachineError
from polyleaf.files import MERGE_MARK, NotAFileError, TooLargeError, read_bounded, undecodable_line
from polyleaf.manuscript.faults import ContentError
from polyleaf.model.finding import Fault, Location

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SAVE_AS = "Save it as plain text with the encoding UTF-8 (in Word or Notepad: Save As, Plain text, UTF-8)"


def read_plain(path: Path, shown_as: str, limit: int) -> str:
    r"""The text of a file, with ``\n`` line ends and without a byte order mark.

    Args:
        path: The file.
        shown_as: How faults name it: relative to the project, with forward slashes.
        limit: Most bytes it may have.

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
    if data.startswith(_UTF_16):
        raise _refused(shown_as, None, "is saved as UTF-16, not as UTF-8", _SAVE_AS)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = undecodable_line(error)
        raise _refused(shown_as, line, "is not UTF-8 text: this line holds other bytes", _SAVE_AS) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise _refused(shown_as, line, "holds a NUL character, so it is not a text file", _SAVE_AS)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    marks = MERGE_MARK.finditer(text)
    conflict = next((mark for mark in marks if mark[0].startswith("<")), None)
    if conflict and any(mark[0].startswith("=") for mark in marks):
        line = text.count("\n", 0, conflict.start()) + 1
        hint = "Choose one of the two versions, then delete the lines of <<<<<<<, ======= and >>>>>>>"
        raise _refused(shown_as, line, "holds an unsolved merge conflict", hint)
    return text


def _refused(shown_as: str, line: int | None, message: str, hint: str) -> ContentError:
    return ContentError([Fault(f"The file {message}", Location(shown_as, line), hint)])
