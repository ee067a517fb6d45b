"""One translatable text: raw Markdown of a block becomes a msgid."""

from __future__ import annotations

import re

from polyleaf.model.finding import Location
from polyleaf.model.message import Text
from polyleaf.source.inline import parse_inline

# Not str.split(): a no-break space is the author's will and stays.
_SPACE = re.compile(r"[ \t\r\f\v\u2028\u2029\x85]+")


def fold(markdown: str) -> str:
    r"""Markdown of one block with white space folded to single spaces, so that rewrapping a paragraph changes no msgid.

    A hard line break, written with two spaces or a backslash at a line's end, is kept as backslash and line feed.
    Folding twice changes nothing.
    """
    *lines, last = [line for line in markdown.split("\n") if _SPACE.sub("", line)] or [""]
    parts: list[str] = []
    for line in lines:
        if (len(line) - len(line.rstrip("\\"))) % 2:
            parts.append(_SPACE.sub(" ", line).lstrip(" ") + "\n")
        else:
            # The space stays before the backslash: * and _ look at their neighbours.
            parts.append(_SPACE.sub(" ", line).strip(" ") + (" \\\n" if _ends_in_break(line) else " "))
    # After the last line there is nothing to break from: two spaces vanish, a backslash is text (CommonMark 6.7).
    parts.append(_SPACE.sub(" ", last).strip(" "))
    return "".join(parts)


def _ends_in_break(line: str) -> bool:
    """Whether spaces at a line's end break it: two, or three behind a lone backslash, which takes one for itself."""
    words = line.rstrip(" ")
    lone_backslash = (len(words) - len(words.rstrip("\\"))) % 2
    return len(line) - len(words) >= 2 + lone_backslash


def make_text(markdown: str, location: Location, context: str = "") -> Text:
    """The text of one block, folded and parsed."""
    msgid = fold(markdown)
    return Text(msgid, location, parse_inline(msgid), context)
