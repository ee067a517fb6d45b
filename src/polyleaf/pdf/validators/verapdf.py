"""veraPDF, the validator of the PDF Association's members, in whichever form this machine has it."""

from __future__ import annotations

from polyleaf.pdf.validators.validator import Absent
from polyleaf.pdf.validators.verapdf_command import VeraPdfCommand, find_command
from polyleaf.pdf.validators.verapdf_jar import VeraPdfJar, find_jar


def find_verapdf() -> VeraPdfJar | VeraPdfCommand | Absent:
    """The jar if it can run (one start for all files), else the command; if there is neither, why."""
    jar = find_jar()
    if isinstance(jar, VeraPdfJar):
        return jar
    command = find_command()
    return jar if isinstance(command, Absent) else command
