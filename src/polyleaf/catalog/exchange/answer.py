"""A piece of work as it comes back: what a file says, before anybody believes it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from polyleaf.errors import UsageError
from polyleaf.model.finding import Fault, Location

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Answer:
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
        kind: Its format, for people ("XLIFF 1.2").
        path: The file as people see it.
        leaflets: What it says of the leaflet: its name, or the path of its source; () if nothing.
        source: Language tag of the texts as it stands; "" if none.
        target: Language tag of the translations as it stands; "" if none.
        answers: Its translations, in their order.
    """

    kind: str
    path: str
    leaflets: tuple[str, ...]
    source: str
    target: str
    answers: tuple[Answer, ...]


class ReplyError(UsageError):
    """A file that is no reply, or a broken one; nothing in it is used.

    Args:
        faults: Everything that is wrong with it; at least one.
    """

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        lines = [f"{fault.location}: {fault.message}" for fault in faults]
        super().__init__("\n".join(lines), faults[0].hint)
        self.faults = faults


def shown(text: str, most: int | None = None) -> str:
    """A text from outside on one line of a terminal: whole, or cut where it gets long.

    Control characters could move the cursor or hide words; joiners and direction marks belong to the text.
    """
    seen = "".join("\N{REPLACEMENT CHARACTER}" if _CONTROL.fullmatch(char) else char for char in " ".join(text.split()))
    return seen if most is None or len(seen) <= most else seen[: most - 1] + "…"


def broken(message: str, path: str, line: int | None = None, hint: str = "") -> ReplyError:
    """The error of a file with one fault."""
    return ReplyError((Fault(message, Location(path, line), hint or "Ask for the file again, or export it anew."),))
