"""The lines of a PO file, read strictly.

Babel reads PO files kindly: it guesses at a missing quote, mends a missing ``msgstr``, and drops previous msgids,
repeated comment lines and the wrapping of other tools. In a leaflet a guessed text is a hazard and a dropped comment is
somebody's work, so the lines are read here: every fault is named with its place, and nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from babel.messages.pofile import unescape

from polyleaf.catalog.po.catalog import CatalogEntry
from polyleaf.files import MERGE_MARK
from polyleaf.model.finding import Fault, Location

_MOST_FAULTS = 20
"""A file with more is not read further: it is not a catalog, or one early slip explains the rest."""

_STRING = re.compile(r'"[^"\\]*(?:\\[\\"ntr][^"\\]*)*"')
_LOOSE_STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"')
_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr)((?:\[[^\]]*\])?) +(?=\")")
_PREVIOUS = re.compile(r"(?:(msgctxt|msgid) )?(\".*\")")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_ISOLATED = re.compile("\u2068([^\u2068\u2069]*)\u2069")
_PLACE = re.compile("(?:\u2068[^\u2068\u2069]*\u2069|[^\\s\u2068\u2069])+")
_LINE_OF = re.compile(r"(.+):([0-9]{1,9})")

_AFTER = {"msgctxt": ("", "msgstr"), "msgid": ("", "msgstr", "msgctxt"), "msgstr": ("msgid",)}
"""Keyword -> the keywords it may follow; "" is the beginning of an entry."""

_REPAIR = "Open the file in Poedit, which shows and mends such lines, or take the last good copy of it."
_TRUNCATED = "Take the last good copy of the file."


@dataclass(slots=True)
class _Draft:
    """An entry while its lines come in; ``texts`` and ``previous`` hold strings by keyword."""

    texts: dict[str, list[str]] = field(default_factory=dict)
    flags: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    extracted: list[str] = field(default_factory=list)
    references: list[Location] = field(default_factory=list)
    previous: dict[str, list[str]] = field(default_factory=dict)
    raw: list[str] = field(default_factory=list)
    line: int | None = None


class Parser:
    """Reads the lines of one file.

    Args:
        shown_as: Path of the file as people see it.
        locale: Locale of the catalog, or None for a template.

    Attributes:
        faults: Everything that is wrong.
        entries: What stands in the file, the header among it; complete only if nothing is wrong.
    """

    def __init__(self, shown_as: str, locale: str | None) -> None:
        self.faults: list[Fault] = []
        self.entries: list[CatalogEntry] = []
        self._place = (shown_as, locale)
        self._draft = _Draft()
        self._state = ""
        self._obsolete = False
        self._previous = "msgid"

    def read(self, lines: Iterable[str]) -> None:
        """Read all lines, or as many as it takes to see that this is no catalog."""
        number = 0
        for number, line in enumerate(lines, start=1):
            self._line(number, line.strip())
            if len(self.faults) >= _MOST_FAULTS:
                return
        if self._state in ("msgctxt", "msgid"):
            self._fault(number, "the file ends in the middle of an entry", _TRUNCATED)
        self._begin()

    @property
    def tail(self) -> tuple[str, ...]:
        """Comment lines after the last entry."""
        return tuple(self._draft.comments)

    def _fault(self, line: int, message: str, hint: str) -> None:
        path, locale = self._place
        self.faults.append(Fault(message, Location(path, line, locale=locale), hint))

    def _line(self, number: int, line: str) -> None:
        if not line:
            return
        if _CONTROL.search(line):
            self._fault(number, "a control character, as from a damaged or binary file", _TRUNCATED)
        elif MERGE_MARK.match(line):
            self._fault(
                number,
                f'a mark that a merge left behind: "{line[:7]}"',
                'Decide which of the two versions is right, and delete the other and the lines "<<<<<<<", "=======", '
                '">>>>>>>".',
            )
        elif line[0] != "#":
            self._content(number, line, line, obsolete=False)
        elif line.startswith("#~") and not line.startswith("#~|"):
            self._content(number, line[2:].lstrip(), line, obsolete=True)
        else:
            self._comment(number, line)

    def _comment(self, number: int, line: str) -> None:
        if self._state in ("msgctxt", "msgid"):
            self._fault(number, "a comment in the middle of an entry", "Move it above the entry.")
        self._begin()
        draft, kind, words = self._draft, line[1:2], line[2:].strip()
        if kind in ("|", "~"):
            self._previous_line(line.partition("|")[2].strip())
        elif kind == ",":
            draft.flags += [flag for flag in map(str.strip, words.split(",")) if flag]
        elif kind == ".":
            draft.extracted += [words] if words else []
        elif kind == ":":
            if set("\u2068\u2069") & set(_ISOLATED.sub("", words)):
                what = "a file name that begins with U+2068 and does not end with U+2069, or the other way round"
                self._fault(number, what, _REPAIR)
            draft.references += map(_location, _PLACE.findall(words))
        else:
            draft.comments.append(line[1:].removeprefix(" "))

    def _begin(self) -> None:
        """The entry that was read so far, if any, is whole; another one begins."""
        if self._state:
            if not self.faults:
                self.entries.append(_entry(self._draft, obsolete=self._obsolete))
            self._draft, self._state, self._previous = _Draft(), "", "msgid"

    def _previous_line(self, line: str) -> None:
        match = _PREVIOUS.fullmatch(line)
        if match and _STRING.fullmatch(match[2]):
            self._previous = match[1] or self._previous
            self._draft.previous.setdefault(self._previous, []).append(match[2])

    def _content(self, number: int, line: str, raw: str, *, obsolete: bool) -> None:
        match = _KEYWORD.match(line)
        string = line[match.end() :] if match else line
        whole = _STRING.fullmatch(string) is not None
        if match is None:
            if whole and (not self._state or obsolete != self._obsolete):
                self._fault(number, "a text that belongs to no msgid or msgstr", _REPAIR)
        elif match[1] == "msgid_plural" or match[2]:
            self._fault(
                number,
                "a plural entry (msgid_plural); leaflets have none",
                "Numbers are placeholders such as {days}, and polyleaf chooses the plural. Delete the entry, or write "
                "it with one msgid and one msgstr.",
            )
            self._state = match[1].replace("msgid_plural", "msgid")
        else:
            self._keyword(number, match[1], obsolete=obsolete)
        if not whole:
            self._fault(number, *_broken_string(string))
        self._draft.texts.setdefault(self._state, []).append(string)
        self._draft.raw.append(raw)

    def _keyword(self, number: int, keyword: str, *, obsolete: bool) -> None:
        if self._state not in _AFTER[keyword] or (self._state not in ("", "msgstr") and obsolete != self._obsolete):
            what = f'"{keyword}" after "{self._state}"' if keyword != "msgstr" else "a msgstr without a msgid before it"
            self._fault(number, what, _REPAIR)
        if keyword != "msgstr" and self._state in ("", "msgstr"):
            self._begin()
        self._state, self._obsolete = keyword, obsolete
        if keyword == "msgid":
            self._draft.line = number


def _entry(draft: _Draft, *, obsolete: bool) -> CatalogEntry:
    context, msgid, text = ("".join(_texts(draft.texts, keyword)) for keyword in ("msgctxt", "msgid", "msgstr"))
    previous = None
    if "msgid" in draft.previous and not obsolete:
        previous = ("".join(_texts(draft.previous, "msgctxt")), "".join(_texts(draft.previous, "msgid")))
    return CatalogEntry(
        msgid=msgid,
        context=context,
        text=text,
        flags=tuple(dict.fromkeys(draft.flags)),
        comments=tuple(draft.comments),
        extracted=tuple(draft.extracted),
        references=tuple(draft.references),
        previous=previous,
        obsolete=obsolete,
        line=draft.line,
        raw=tuple(draft.raw),
    )


def _texts(strings: dict[str, list[str]], keyword: str) -> Iterator[str]:
    return map(unescape, strings.get(keyword, ()))


def _location(place: str) -> Location:
    path = _ISOLATED.sub(r"\1", place)
    match = _LINE_OF.fullmatch(path)
    return Location(match[1], int(match[2])) if match else Location(path)


def _broken_string(string: str) -> tuple[str, str]:
    """What is wrong with the text of a line, and the way out."""
    if _LOOSE_STRING.fullmatch(string):
        return "a backslash that means nothing here", (
            r"Write \\ for a backslash, \" for a quotation mark, \n for a new line."
        )
    if string.startswith('"'):
        return "a quotation mark is missing, or one too many", r"Inside a text write \" for a quotation mark."
    return "a line that is no part of a catalog", _REPAIR
