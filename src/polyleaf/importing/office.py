"""LibreOffice, where it is installed: it turns its own documents into Word documents."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from polyleaf.errors import MachineError
from polyleaf.files import read_bounded
from polyleaf.importing.opening import MOST_BYTES, SAVE_AS_WORD, ImportRefusal

_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 120


def as_word(data: bytes, suffix: str, shown_as: str) -> bytes:
    """A document of LibreOffice as a Word document.

    Macros of the document are not run: LibreOffice does not run them when it converts in a fresh profile.

    Raises:
        MachineError: LibreOffice is not installed.
        ImportRefusal: It cannot read the document.
    """
    program = next((found for name in _PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        hint = "Install LibreOffice (Debian: apt-get install libreoffice-writer), or save it as .docx elsewhere."
        raise MachineError(f"{shown_as} needs LibreOffice to be read, which is not installed", hint)
    with tempfile.TemporaryDirectory(prefix="polyleaf-") as folder:
        there = Path(folder) / f"document{suffix}"
        there.write_bytes(data)
        command = [
            program, f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}", "--headless", "--norestore",
            "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder, str(there),
        ]  # fmt: skip
        try:
            subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False, cwd=folder)
        except subprocess.TimeoutExpired:
            reason = f"was not read by LibreOffice within {_SECONDS} seconds"
            raise ImportRefusal(shown_as, reason, SAVE_AS_WORD) from None
        except OSError as error:
            raise MachineError(f"LibreOffice cannot be started: {error.strerror}", SAVE_AS_WORD) from error
        made = there.with_suffix(".docx")
        if not made.is_file():
            raise ImportRefusal(shown_as, "could not be read by LibreOffice", SAVE_AS_WORD)
        return read_bounded(made, MOST_BYTES, shown_as)
