"""The one way in which reading a PDF fails."""

from __future__ import annotations

from polyleaf.errors import ExitCode, PolyleafError


class UnreadablePdf(PolyleafError):  # noqa: N818 - it names the file's state, as a finding would
    """A file that is not a PDF, is damaged, is locked, or asks for more than a page can need."""

    exit_code = ExitCode.FINDINGS
