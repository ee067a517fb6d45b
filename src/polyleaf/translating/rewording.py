"""One text of a leaflet reworded in its file, and nothing else of the file changed."""

from __future__ import annotations

import json
import re
import textwrap
from dataclasses import dataclass

from polyleaf.checks.registry import checks_of
from polyleaf.checks.run import run
from polyleaf.files import alone, read_bounded, write_atomic
from polyleaf.model.block_texts import every_text
from polyleaf.model.finding import Fault, Location, Severity
from polyleaf.model.leaflet import Leaflet
from polyleaf.model.message import Text
from polyleaf.model.project import Project
from polyleaf.source.reader import LEAFLET_FILE, LEAFLET_LIMIT, LEAFLETS, parse_leaflet
from polyleaf.source.text import fold
from polyleaf.translating.editing import Edited, Fate

_WIDTH = 120
"""Columns after which a text that was wrapped is wrapped again."""

_FRONT = ("title", "summary")
_LONGEST = 20_000
"""Most characters of a text, as in catalogs."""


@dataclass(frozen=True, slots=True)
class Rewording:
    """A text as somebody wants it.

    Attributes:
        leaflet: Which leaflet.
        number: Which text of it, counted as ``every_text`` gives them.
        before: The msgid that this person saw.
        text: The new one, in Markdown.
    """

    leaflet: str
    number: int
    before: str
    text: str


def reword(project: Project, change: Rewording) -> Edited:
    """Change one text of a leaflet. The file is read back before it is written: only that text may be another one.

    Args:
        project: The project, with this leaflet.
        change: The change.

    Raises:
        MachineError: The file cannot be read or written.
        UsageError: It is no file, or too large.
    """
    shown_as = f"{LEAFLETS}/{change.leaflet}/{LEAFLET_FILE}"
    path = project.root / shown_as
    if change.leaflet not in project.leaflets or not path.resolve().is_relative_to(project.root.resolve()):
        return Edited(Fate.GONE, shown_as, "")
    with alone(path.parent):
        try:
            raw = read_bounded(path, LEAFLET_LIMIT, shown_as).decode()
        except (UnicodeDecodeError, FileNotFoundError):
            return _refused(shown_as, "", "the file is not UTF-8 text", "Save it as UTF-8 first")
        found = _reworded(raw, project, change, shown_as)
        if isinstance(found, Edited):
            return found
        write_atomic(path, found.encode())
        return Edited(Fate.SAVED, shown_as, fold(change.text))


def _reworded(raw: str, project: Project, change: Rewording, shown_as: str) -> Edited | str:
    """The file with the change, or what keeps it from being made."""
    before = _parsed(raw, project, change.leaflet)
    known = () if before is None else tuple(every_text(before))
    if before is None or change.number >= len(known):
        return Edited(Fate.GONE, shown_as, "")
    text, wanted = known[change.number], fold(change.text)
    if wanted == text.msgid:
        return Edited(Fate.SAME, shown_as, text.msgid)
    if text.msgid != change.before:
        return Edited(Fate.CONFLICT, shown_as, text.msgid)
    new = _replaced(raw, text, change.text)
    if new is None:
        hint = "Change it in the file, in an editor"
        return _refused(shown_as, text.msgid, "this text cannot be changed here", hint, text.location.line)
    faults = _harm(before, _parsed(new, project, change.leaflet), change, shown_as, text)
    return Edited(Fate.REFUSED, shown_as, text.msgid, faults) if faults else new


def _parsed(raw: str, project: Project, name: str) -> Leaflet | None:
    text = raw.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    found = parse_leaflet(text, project.root, name, project.config)
    return found if isinstance(found, Leaflet) else found.draft


def _harm(before: Leaflet, after: Leaflet | None, change: Rewording, shown_as: str, text: Text) -> tuple[Fault, ...]:
    """Why the changed file is not written: it has new faults, or other texts changed with this one."""
    if after is None:
        return _fault(
            shown_as, "with this the leaflet could not be read", "Look for quotation marks", text.location.line
        )
    known = [fault.message for fault in before.faults]
    if new := tuple(fault for fault in after.faults if fault.message not in known):
        return new
    errors = _errors(before)
    if new := tuple(fault for fault in _errors(after) if fault.message not in {one.message for one in errors}):
        return new
    was, now = ([one.msgid for one in every_text(leaflet)] for leaflet in (before, after))
    was[change.number] = fold(change.text)
    if was != now or _frame(before) != _frame(after):
        hint = "A line that begins with #, -, +, a number and a dot, |, > or ::: is more than words; else use an editor"
        return _fault(shown_as, "this would change more than the one text", hint, text.location.line)
    return ()


def _errors(leaflet: Leaflet) -> tuple[Fault, ...]:
    found = run((leaflet,), leaflet.waivers, partial=True, checks=checks_of("source"))
    return tuple(one.fault for one in found if one.severity is Severity.ERROR)


def _frame(leaflet: Leaflet) -> tuple[object, ...]:
    """What kind of block each text stands in, for comparing; the texts themselves are left out."""
    return tuple((type(block).__name__, getattr(block, "level", None)) for block in leaflet.blocks)


def _replaced(raw: str, text: Text, wanted: str) -> str | None:
    """The file with a text replaced where it is written; None if it is not written in one piece there."""
    if text.location.line is None or not wanted.strip() or len(wanted) > _LONGEST:
        return None
    starts = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", raw))]
    if text.location.line > len(starts):
        return None
    start = starts[text.location.line - 1]
    if text.context in _FRONT:
        return _in_front_matter(raw, start, text, wanted)
    words = text.msgid.replace("\\\n", " ").split(" ")
    pattern = re.compile(r"(?:[ \t\\]*\r?\n[ \t>]*|[ \t\\]+)".join(re.escape(word) for word in words if word))
    found = pattern.search(raw, start)
    first_end = raw.find("\n", start)
    if found is None or found.start() > (first_end if first_end >= 0 else len(raw)):
        return None
    return raw[: found.start()] + _laid(found[0], wanted) + raw[found.end() :]


def _in_front_matter(raw: str, start: int, text: Text, wanted: str) -> str | None:
    end = raw.find("\n", start)
    line = raw[start : end if end >= 0 else len(raw)]
    match = re.fullmatch(rf"({text.context}:[ \t]*)(.*?)([ \t\r]*)", line)
    if match is None or fold(match[2].strip("\"'")) != text.msgid:
        return None
    value = " ".join(wanted.split())
    return f"{raw[:start]}{match[1]}{json.dumps(value, ensure_ascii=False)}{match[3]}{raw[start + len(line) :]}"


def _laid(old: str, wanted: str) -> str:
    """The new words as the old ones were laid: in one line, or wrapped with the same indentation."""
    indent = re.match(r"[ \t>]*", old.partition("\n")[2])
    ending = ("\r\n" if "\r\n" in old else "\n") + (indent[0] if indent else "")
    lines = [" ".join(line.split()) for line in wanted.strip().splitlines()]
    if any(line.endswith("\\") for line in lines):  # lines that are to stay lines
        return ending.join(filter(None, lines))
    new = " ".join(filter(None, lines))
    if "\n" not in old:
        return new
    return ending.join(textwrap.wrap(new, _WIDTH, break_long_words=False, break_on_hyphens=False))


def _refused(shown_as: str, now: str, message: str, hint: str, line: int | None = None) -> Edited:
    return Edited(Fate.REFUSED, shown_as, now, _fault(shown_as, message, hint, line))


def _fault(shown_as: str, message: str, hint: str, line: int | None) -> tuple[Fault, ...]:
    return (Fault(message, Location(shown_as, line), hint),)
