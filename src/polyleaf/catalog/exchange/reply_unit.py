"""A piece of work as it comes back: what a file says, before anybody believes it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from polyleaf.errors import MachineError
from polyleaf.files import UnfitFileError, read_bounded
from polyleaf.manuscript.faults import ContentError
from polyleaf.model.finding import Fault, Location

MOST_BYTES = 32 * 1024 * 1024
"""Largest reply that is read; the biggest leaflet makes some 2 MB."""


@dataclass(frozen=True, slots=True)
class ReplyUnit:
    """One translation in a reply.

    Attributes:
        source: The source text as it came back.
        text: The translation; "" if none.
        place: File and line, or row of a sheet.
        context: ``msgctxt``, or None if the file does not tell.
        id: Id of the unit as it came back; "" if none.
        finished: Whether the file says that it is done; None if it does not say.
        previous: Context and text that a fuzzy translation was made for; None if not told.
        comments: Comment lines in it; those of the catalog are among them.
        leaflet: The leaflet it is of, in a file with several; "" if not told.
    """

    source: str
    text: str
    place: Location
    context: str | None = None
    id: str = ""
    finished: bool | None = None
    previous: tuple[str, str] | None = None
    comments: tuple[str, ...] = ()
    leaflet: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """A file that came back.

    Attributes:
        path: The file as people see it.
        leaflets: What it says of the leaflet: its name, or the path of its source; () if nothing.
        source: Language tag of the texts as it stands; "" if none.
        target: Language tag of the translations as it stands; "" if none.
        answers: Its translations, in their order.
        kind: Its format, for people ("XLIFF 1.2").
    """

    path: str
    leaflets: tuple[str, ...]
    source: str
    target: str
    answers: tuple[ReplyUnit, ...]
    kind: str = ""


class ReplyError(ContentError):
    """A file that is no reply, or a broken one; nothing in it is used."""


def broken(message: str, path: str, line: int | None = None, hint: str = "") -> ReplyError:
    """The error of a file with one fault."""
    return ReplyError((Fault(message, Location(path, line), hint or "Ask for the file again, or export it anew."),))


def reply_bytes(path: Path, shown_as: str) -> bytes:
    """The bytes of a file that came back.

    Raises:
        MachineError: It cannot be read.
        ReplyError: It is no file, or larger than 32 MB; no more than that is read of it.
    """
    try:
        return read_bounded(path, MOST_BYTES, shown_as)
    except FileNotFoundError as error:
        raise MachineError(f"cannot read {shown_as}: {error.strerror}", "Check its name.") from error
    except UnfitFileError as error:
        hint = "Name the file that came back: the translation of one leaflet in one file."
        raise broken(f"it {error.reason}", shown_as, hint=hint) from error
