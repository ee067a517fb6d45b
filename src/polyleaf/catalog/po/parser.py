"""The lines of a PO file, read strictly.

Babel reads PO files kindly: it guesses at a missing quote, mends a missing ``msgstr``, and drops previous msgids,
repeated comment lines and the wrapping of other tools. In a leaflet a guessed text is a hazard and a dropped comment is
somebody's work, so the lines are read here: every fault is named with its place, and nothing is lost.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from babel.messages.pofile import unescape

from polyleaf.catalog.po.catalog import CatalogEntry
from polyleaf.files import MERGE_MARK
from polyleaf.model.finding import Fault, Location

_MOST_FAULTS = 20
"""A file with more is not read further: it is not a catalog, or one early slip explains the rest."""

_STRING = re.compile(r'"[^"\\]*(?:\\[\\"ntr][^"\\]*)*"')
_LOOSE_STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"')
_CONTENT = re.compile(r"(?:(msgctxt|msgid_plural|msgid|msgstr)((?:\[[^\]]*\])?) +(?=\"))?(.*)")
_PREVIOUS = re.compile(r"(?:(msgctxt|msgid) )?(\".*\")")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_ISOLATED = re.compile("\u2068([^\u2068\u2069]*)\u2069")
_PLACE = re.compile("(?:\u2068[^\u2068\u2069]*\u2069|[^\\s\u2068\u2069])+")
_LINE_OF = re.compile(r"(.+):([0-9]{1,9})")

_AFTER = {"msgctxt": ("", "msgstr"), "msgid": ("", "msgstr", "msgctxt"), "msgstr": ("msgid",)}
"""Keyword -> the keywords it may follow; "" is the beginning of an entry."""

_CURLY = frozenset("“”„‟″")
"""As word processors write quotation marks."""

_REPAIR = "Open the file in Poedit, which shows and mends such lines, or take the last good copy of it."
_TRUNCATED = "Take the last good copy of the file."
_SINGULAR = (
    "Numbers are placeholders such as {days}, and polyleaf chooses the plural. Delete the entry, or write it with one "
    "msgid and one msgstr."
)
_DECIDE = (
    'Decide which of the two versions is right, and delete the other and the lines "<<<<<<<", "=======", ">>>>>>>".'
)


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
        self._begin()

    def _begin(self) -> None:
        # What the lines of the entry say, by their kind: a keyword, "| keyword", "#," and so on.
        self._said: defaultdict[str, list[str]] = defaultdict(list)
        self._state, self._previous, self._obsolete, self._line = "", "msgid", False, 0

    def read(self, lines: Iterable[str]) -> None:
        """Read all lines, or as many as it takes to see that this is no catalog."""
        number = 0
        for number, line in enumerate(lines, start=1):
            self._read(number, line.strip())
            if len(self.faults) >= _MOST_FAULTS:
                return
        if self._state in ("msgctxt", "msgid"):
            self._fault(number, "the file ends in the middle of an entry", _TRUNCATED)
        self._end()

    @property
    def tail(self) -> tuple[str, ...]:
        """Comment lines after the last entry."""
        return tuple(self._said["#"])

    def _fault(self, line: int, message: str, hint: str) -> None:
        path, locale = self._place
        self.faults.append(Fault(message, Location(path, line, locale=locale), hint))

    def _read(self, number: int, line: str) -> None:
        if not line:
            return
        if _CONTROL.search(line):
            self._fault(number, "a control character, as from a damaged or binary file", _TRUNCATED)
        elif MERGE_MARK.match(line):
            self._fault(number, f'a mark that a merge left behind: "{line[:7]}"', _DECIDE)
        elif line[0] != "#":
            self._content(number, line, line, obsolete=False)
        elif line.startswith("#~") and not line.startswith("#~|"):
            self._content(number, line[2:].lstrip(), line, obsolete=True)
        else:
            self._comment(number, line)

    def _comment(self, number: int, line: str) -> None:
        if self._state in ("msgctxt", "msgid"):
            self._fault(number, "a comment in the middle of an entry", "Move it above the entry.")
        self._end()
        kind, words = line[:2], line[2:].strip()
        if kind in ("#|", "#~"):
            match = _PREVIOUS.fullmatch(line.partition("|")[2].strip())
            if match and _STRING.fullmatch(match[2]):
                self._previous = match[1] or self._previous
                self._said[f"| {self._previous}"].append(match[2])
        elif kind == "#:" and set("\u2068\u2069") & set(_ISOLATED.sub("", words)):
            what = "a file name that begins with U+2068 and does not end with U+2069, or the other way round"
            self._fault(number, what, _REPAIR)
        elif kind in ("#,", "#.", "#:"):
            self._said[kind] += [words] if words else []
        else:
            self._said["#"].append(line[1:].removeprefix(" "))

    def _content(self, number: int, line: str, raw: str, *, obsolete: bool) -> None:
        keyword, index, string = _CONTENT.fullmatch(line).groups()  # type: ignore[union-attr]  # it fits every line
        whole = _STRING.fullmatch(string) is not None
        if keyword is None:
            if whole and (not self._state or obsolete != self._obsolete):
                self._fault(number, "a text that belongs to no msgid or msgstr", _REPAIR)
        elif keyword == "msgid_plural" or index:
            self._fault(number, "a plural entry (msgid_plural); leaflets have none", _SINGULAR)
            self._state = keyword.removesuffix("_plural")
        else:
            self._keyword(number, keyword, obsolete=obsolete)
        if not whole:
            self._fault(number, *_broken_string(string))
        self._said[self._state].append(string)
        self._said["raw"].append(raw)

    def _keyword(self, number: int, keyword: str, *, obsolete: bool) -> None:
        if self._state not in _AFTER[keyword] or (self._state not in ("", "msgstr") and obsolete != self._obsolete):
            what = f'"{keyword}" after "{self._state}"' if keyword != "msgstr" else "a msgstr without a msgid before it"
            self._fault(number, what, _REPAIR)
        if keyword != "msgstr" and self._state == "msgstr":
            self._end()
        self._state, self._obsolete = keyword, obsolete
        if keyword == "msgid":
            self._line = number

    def _end(self) -> None:
        """The entry that was read so far, if any, is whole; another one begins."""
        if not self._state:
            return
        if not self.faults:
            said = self._said
            flags = (flag.strip() for line in said["#,"] for flag in line.split(","))
            previous = (self._text("| msgctxt"), self._text("| msgid"))
            entry = CatalogEntry(
                msgid=self._text("msgid"),
                context=self._text("msgctxt"),
                text=self._text("msgstr"),
                flags=tuple(dict.fromkeys(filter(None, flags))),
                comments=tuple(said["#"]),
                extracted=tuple(said["#."]),
                references=tuple(_location(place) for line in said["#:"] for place in _PLACE.findall(line)),
                previous=previous if said["| msgid"] and not self._obsolete else None,
                obsolete=self._obsolete,
                line=self._line,
                raw=tuple(said["raw"]),
            )
            self.entries.append(entry)
        self._begin()

    def _text(self, kind: str) -> str:
        return "".join(map(unescape, self._said[kind]))


def _location(place: str) -> Location:
    path = _ISOLATED.sub(r"\1", place)
    match = _LINE_OF.fullmatch(path)
    return Location(match[1], int(match[2])) if match else Location(path)


def _broken_string(string: str) -> tuple[str, str]:
    """What is wrong with the text of a line, and the way out."""
    if _LOOSE_STRING.fullmatch(string):
        hint = r"Write \\ for a backslash, \" for a quotation mark, \n for a new line."
        return "a backslash that means nothing here", hint
    if string.startswith('"'):
        return "a quotation mark is missing, or one too many", r"Inside a text write \" for a quotation mark."
    hint = 'Put straight quotation marks (") around the text.' if not _CURLY.isdisjoint(string) else _REPAIR
    return "a line that is no part of a catalog", hint
