"""Markdown of other programs: read as the web page that it is for."""

from __future__ import annotations

import re

from polyleaf.importing.gathered import Gathered, Notice, Remark
from polyleaf.importing.markdown_dialects import as_common
from polyleaf.importing.opening import ImportRefusal, decoded
from polyleaf.importing.web import read_web
from polyleaf.importing.web_pictures import FindPicture
from polyleaf.importing.word.changes import Changes
from polyleaf.source.general_markdown import as_web_page, front_values

MOST_BYTES = 2 * 2**20
_FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_OURS = frozenset(("title", "code", "version", "review_by"))
"""Keys that only a leaflet of polyleaf has together."""

_KEPT = ("description", "subject", "keywords", "summary")
_SAID = (
    "title",
    "lang",
    "date",
    "published",
    "code",
    "version",
    "owner",
    "department",
    "review_by",
    "review date",
    *_KEPT,
)
"""Keys whose values have their places in a leaflet; all others stand in a note."""


def read_markdown(data: bytes, shown_as: str, changes: Changes, find: FindPicture) -> Gathered:
    """What stands in a Markdown file; the arguments are those of ``read_web``.

    Raises:
        ImportRefusal: It is too large, or a leaflet already.
    """
    if len(data) > MOST_BYTES:
        raise ImportRefusal(shown_as, f"is larger than {MOST_BYTES // 2**20} MB", "Split it into several leaflets.")
    text = decoded(data).replace("\r\n", "\n").replace("\r", "\n").replace("\0", " ")
    match = _FRONT.match(text)
    properties = front_values(match[1]) if match else {}
    if set(properties) >= _OURS:
        hint = "Copy its folder into leaflets/ of the project: nothing has to be turned into anything."
        raise ImportRefusal(shown_as, "is a leaflet of polyleaf already", hint)
    notices: list[Notice] = []
    body = as_common(text[match.end() :] if match else text, notices)
    found = read_web(as_web_page(body).encode(), shown_as, changes, find)
    front = ", ".join(f"{key}: {said}" for key, said in properties.items() if key.lower() not in _SAID and said)
    above = (Remark(f"Front matter of the document: {front}"),) if front else ()
    known = {"published": properties["date"], **properties} if "date" in properties else properties
    words = "\n".join((found.words, front, *(said for key, said in properties.items() if key.lower() in _KEPT)))
    elements, told = (*above, *found.elements), (*found.notices, *notices)
    return Gathered(elements, (), {"title": "", **known}, (), told, properties.get("lang", ""), words)
