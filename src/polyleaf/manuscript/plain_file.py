"""Reads a text file that somebody else wrote: bounded, UTF-8, without NUL."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from polyleaf.manuscript.faults import ContentError
from polyleaf.model.finding import Fault, Location

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONFLICT = re.compile(r"^<{7} .*\n(?:.*\n)*?={7}\n", re.MULTILINE)
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
        if not path.is_file():
            raise _refused(shown_as, None, "is missing or is not a file", "Put the file there, or take the folder away")
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise _refused(shown_as, None, f"cannot be read: {reason}", "Check that you may open the file") from None
    if len(data) > limit:
        raise _refused(
            shown_as, None, f"is larger than {limit // 1024} KiB", "Split it, or take out what does not belong there"
        )
    if data.startswith(_UTF_16):
        raise _refused(shown_as, None, "is saved as UTF-16, not as UTF-8", _SAVE_AS)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _refused(shown_as, line, "is not UTF-8 text: this line holds other bytes", _SAVE_AS) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise _refused(shown_as, line, "holds a NUL character, so it is not a text file", _SAVE_AS)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if conflict := _CONFLICT.search(text):
        line = text.count("\n", 0, conflict.start()) + 1
        hint = "Choose one of the two versions, then delete the lines of <<<<<<<, ======= and >>>>>>>"
        raise _refused(shown_as, line, "holds an unsolved merge conflict", hint)
    return text


def _refused(shown_as: str, line: int | None, message: str, hint: str) -> ContentError:
    return ContentError([Fault(f"The file {message}", Location(shown_as, line), hint)])
