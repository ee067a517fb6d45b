"""The one way in which a file cannot be made ready for print."""

from __future__ import annotations

from polyleaf.errors import ExitCode, PolyleafError


class PressRefusal(PolyleafError):  # noqa: N818 - it names what happens, as a finding would
    """A page holds something that no press file may hold and that cannot be turned into inks."""

    exit_code = ExitCode.FINDINGS
