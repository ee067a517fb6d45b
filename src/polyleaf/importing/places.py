"""Where each text of a leaflet stands in its file, letter by letter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from polyleaf.model.message import Text

_BREAK = r"(?:[ \t]*\\?[ \t]*\n\s*|[ \t]*<br[ \t]*/?>[ \t]*)(?:[-*+•·▪●–—][ \t]+)?"
_BULLET = r"[-*+•·▪●–—][ \t]+"
_SPACE = r"[ \t\n\r\f\v]+(?:>[ \t]?)*"
_ITEM = re.compile(r"\s*(?:[-*+•·▪]|\d{1,3}[.)])[ \t]+$")
_LONGEST = 8_000


class Where(Enum):
    """What kind of place a text stands in."""

    FRONT = "the front matter"
    CELL = "a table"
    OPTION = "a line of a box or picture"
    ITEM = "a list"
    TEXT = "the text"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands: from one letter to another, and in what."""

    start: int
    end: int
    where: Where


def places_of(source: str, texts: Sequence[Text]) -> tuple[Place | None, ...]:
    """The place of each text in the file; None where it is not found as it was read.

    Args:
        source: The file.
        texts: Its texts, as they were read.
    """
    starts = [0]
    for row in source.split("\n"):
        starts.append(starts[-1] + len(row) + 1)
    taken: dict[int, int] = {}
    found: list[Place | None] = []
    for text in texts:
        line = min(text.location.line or 1, len(starts))
        begin = taken.get(line, starts[line - 1])
        match = _pattern(text.msgid).search(source, begin) if len(text.msgid) <= _LONGEST else None
        if match is None:
            found.append(None)
            continue
        taken[line] = match.end()
        found.append(Place(match.start(), match.end(), _where(source, match.start(), text)))
    return tuple(found)


def _pattern(msgid: str) -> re.Pattern[str]:
    parts: list[str] = [_BULLET] if msgid.startswith("• ") else []
    for part in re.split(r"(\\\n(?:• )?|[ \t\n]+)", msgid.removeprefix("• ")):
        if part.startswith("\\\n"):
            parts.append(_BREAK)
        elif part and not part.strip(" \t\n"):
            parts.append(_SPACE)
        else:
            parts.append(re.escape(part).replace(r"\|", r"\\?\|"))
    return re.compile("".join(parts))


def _where(source: str, start: int, text: Text) -> Where:
    before = source[source.rfind("\n", 0, start) + 1 : start]
    if text.context in ("title", "summary"):
        return Where.FRONT
    if before.lstrip().startswith("|"):
        return Where.CELL
    if _ITEM.fullmatch(before):
        return Where.ITEM
    return Where.TEXT if re.fullmatch(r"\s*(?:#+\s+|:\s+)?", before) and text.context == "" else Where.OPTION
