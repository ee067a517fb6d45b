"""What can go wrong, and the exit status a shell sees for it.

Every error of polyleaf's own, with its exit status and its module. Those without a status never reach a person: the
room that knows the place turns them into a fault or a finding:

    PolyleafError           4  errors
      MachineError          3  errors
      NotImposable          1  pdf.imposition.source
      NotPreflighted        1  inspecting.apart
      NotReadyError         1  translating.approving
      PressRefusal          1  pdf.press.refusal
      RenderError           4  render.weasy
      TaggingError          4  render.tagging.roles
      UnknownEngine         4  render.insides
      UnreadablePdf         1  pdf.unreadable
      UsageError            2  errors
        ContentError        2  manuscript.faults
          CatalogError      2  catalog.po.faults
          ReplyError        2  catalog.exchange.reply_unit
        ImportRefusal       2  importing.opening
        UnfitFileError      2  files
          NotAFileError     2  files
          TooLargeError     2  files
        UnzipError          2  zipped
    NotAFont                   pdf.glyphs
    ProgramFailed              pdf.validators.programs
    Refusal                    manuscript.faults
      LargeSvg                 drawings.svg
      NotSvg                   drawings.svg
      UnsafeSvg                drawings.svg
      _Unwanted                source.yaml_tree
    TimeIsUp                   workers.time_limit
    TooLarge                   pdf.validators.validator
    UnknownError               drawings.trimming
    UnplacedError              drawings.text
    Wrong                      catalog.signoff.entry
    _OtherPseudoElements       render.changed_styles
    _OvertakenError            watching.watcher
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from enum import IntEnum


class ExitCode(IntEnum):
    """The exit statuses of every command. They are a contract: scripts rely on them."""

    OK = 0
    FINDINGS = 1
    """A check found an ERROR, or a leaflet could not be built."""
    USAGE = 2
    """The command line, the configuration or a leaflet's name is wrong."""
    ENVIRONMENT = 3
    """A font, library or program is missing, or the disk is full or not writable."""
    INTERNAL = 4
    """A fault of polyleaf itself."""
    INTERRUPTED = 130
    """Stopped by Ctrl-C."""


class PolyleafError(Exception):
    """A failure told to a person: what is wrong, and the way out.

    Args:
        message: What is wrong, and where.
        hint: What to do about it.
    """

    exit_code = ExitCode.INTERNAL

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(PolyleafError):
    """The command cannot be carried out as it was asked."""

    exit_code = ExitCode.USAGE


class MachineError(PolyleafError):
    """The machine lacks something, or refuses to read or write."""

    exit_code = ExitCode.ENVIRONMENT


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that a person most likely meant, or "" if none is close.

    Case and the difference between ``-`` and ``_`` do not count: ``ZH-hans`` is near ``zh_Hans``.
    """

    def folded(text: str) -> str:
        return text.casefold().replace("-", "_")

    by_fold = {folded(candidate): candidate for candidate in sorted(known, reverse=True)}
    matches = get_close_matches(folded(word[:80]), by_fold, n=1, cutoff=0.6)
    return by_fold[matches[0]] if matches else ""
