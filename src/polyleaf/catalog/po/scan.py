"""The lines of a PO file, read strictly.

Babel reads PO files kindly: it guesses at a missing quote, mends a missing ``msgstr``, and drops what it does not keep
(previous msgids, repeated comment lines, its own wrapping). In a leaflet a guessed text is a hazard and a dropped
comment is somebody's work, so the lines pass here first: faults with their places, and what Babel would not hand on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from babel.messages.pofile import unescape

from polyleaf.model.finding import Fault, Location

_MOST_FAULTS = 20
"""A file with more is not read further: it is not a catalog, or one early slip explains the rest."""

_CONFLICT = re.compile(r"<{7}(?: |$)|\|{7}(?: |$)|={7}$|>{7}(?: |$)")
_STRING = re.compile(r'"(?:[^"\\]|\\[\\"ntr])*"')
_LOOSE_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr)((?:\[[^\]]*\])?) +(?=\")")
_PREVIOUS = re.compile(r"(?:(msgctxt|msgid) )?(\".*\")")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")

_AFTER = {"msgctxt": ("", "msgstr"), "msgid": ("", "msgstr", "msgctxt"), "msgstr": ("msgid",)}
"""Keyword -> the keywords it may follow; "" is the beginning of an entry."""


@dataclass(slots=True)
class Notes:
    """What Babel does not hand on of one entry.

    Attributes:
        comments: The translator's comment lines.
        flags: Flags as they stand; Babel guesses some from the text ("75 % of" would become a format string).
        previous: Context and msgid the translation was made for, or None.
        raw: Lines from msgctxt to msgstr, as they stand.
    """

    comments: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    previous: dict[str, str] = field(default_factory=dict)
    raw: list[str] = field(default_factory=list)


class Scanner:
    """Reads the lines of one file.

    Args:
        shown_as: Path of the file as people see it.
        locale: Locale of the catalog, or None for a template.

    Attributes:
        faults: Everything that is wrong.
        notes: Line of the msgid -> what Babel would lose.
    """

    def __init__(self, shown_as: str, locale: str | None) -> None:
        self.faults: list[Fault] = []
        self.notes: dict[int, Notes] = {}
        self._place = (shown_as, locale)
        self._entry = Notes()
        self._state = ""
        self._obsolete = False
        self._previous = "msgid"

    def scan(self, lines: Sequence[str]) -> None:
        """Read all lines, or as many as it takes to see that this is no catalog."""
        number = 0
        for number, line in enumerate(lines, start=1):
            self._line(number, line.strip())
            if len(self.faults) >= _MOST_FAULTS:
                return
        if self._state in ("msgctxt", "msgid"):
            self._fault(number, "the file ends in the middle of an entry", _TRUNCATED)

    @property
    def tail(self) -> tuple[str, ...]:
        """Comment lines after the last entry."""
        return () if self._state else tuple(self._entry.comments)

    def _fault(self, line: int, message: str, hint: str) -> None:
        path, locale = self._place
        self.faults.append(Fault(message, Location(path, line, locale=locale), hint))

    def _line(self, number: int, line: str) -> None:
        if not line:
            return
        if _CONTROL.search(line):
            self._fault(number, "a control character, as from a damaged or binary file", _TRUNCATED)
        elif _CONFLICT.match(line):
            self._fault(
                number,
                f'a mark that a merge left behind: "{line[:7]}"',
                'Decide which of the two versions is right, and delete the other and the lines "<<<<<<<", "=======", '
                '">>>>>>>".',
            )
        elif line.startswith("#~") and not line.startswith("#~|"):
            self._content(number, line[2:].lstrip(), line, obsolete=True)
        elif line.startswith("#"):
            self._comment(number, line)
        else:
            self._content(number, line, line, obsolete=False)

    def _comment(self, number: int, line: str) -> None:
        if self._state in ("msgctxt", "msgid"):
            self._fault(number, "a comment in the middle of an entry", "Move it above the entry.")
        self._begin()
        if line.startswith(("#|", "#~|")):
            self._previous_line(line.partition("|")[2].strip())
        elif line.startswith("#,"):
            self._entry.flags += [flag for flag in map(str.strip, line[2:].split(",")) if flag]
        elif line[1:2] not in (".", ":"):
            self._entry.comments.append(line[1:].removeprefix(" "))

    def _begin(self) -> None:
        if self._state:
            self._entry, self._state, self._previous = Notes(), "", "msgid"

    def _previous_line(self, line: str) -> None:
        match = _PREVIOUS.fullmatch(line)
        if match and _STRING.fullmatch(match[2]):
            self._previous = match[1] or self._previous
            self._entry.previous[self._previous] = self._entry.previous.get(self._previous, "") + unescape(match[2])

    def _content(self, number: int, line: str, raw: str, *, obsolete: bool) -> None:
        match = _KEYWORD.match(line)
        string = line[match.end() :] if match else line
        if match is None:
            if _STRING.fullmatch(string) and (not self._state or obsolete != self._obsolete):
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
        if not _STRING.fullmatch(string):
            self._broken_string(number, string)
        self._entry.raw.append(raw)

    def _keyword(self, number: int, keyword: str, *, obsolete: bool) -> None:
        if self._state not in _AFTER[keyword] or (self._state not in ("", "msgstr") and obsolete != self._obsolete):
            what = f'"{keyword}" after "{self._state}"' if keyword != "msgstr" else "a msgstr without a msgid before it"
            self._fault(number, what, _REPAIR)
        if keyword != "msgstr" and self._state in ("", "msgstr"):
            self._begin()
        self._state, self._obsolete = keyword, obsolete
        if keyword == "msgid":
            self.notes[number] = self._entry

    def _broken_string(self, number: int, string: str) -> None:
        if _LOOSE_STRING.fullmatch(string):
            self._fault(
                number,
                "a backslash that means nothing here",
                r"Write \\ for a backslash, \" for a quotation mark, \n for a new line.",
            )
        elif string.startswith('"'):
            self._fault(
                number, "a quotation mark is missing, or one too many", r"Inside a text write \" for a quotation mark."
            )
        else:
            self._fault(number, "a line that is no part of a catalog", _REPAIR)


_REPAIR = "Open the file in Poedit, which shows and mends such lines, or take the last good copy of it."
_TRUNCATED = "Take the last good copy of the file."
