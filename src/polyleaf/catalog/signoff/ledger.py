"""``translations/approvals/``: the ledger of sign-offs, read entry by entry, and only ever added to.

Each leaflet in each language has a file of its own, so that people who sign different things at the same time never
meet in git. Ledgers from before are one file, ``translations/approvals.toml``; it is still read, never written.

The files are made for people: they can be read, compared and corrected by hand. An entry that is wrong is named with
its line and counts for nothing; the others still count.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from polyleaf.catalog.signoff.entry import Wrong, entry_text, quick_entry, read_entry
from polyleaf.catalog.signoff.ledger_file import ledger_text
from polyleaf.errors import MachineError, UsageError
from polyleaf.files import MERGE_MARK, alone, write_atomic
from polyleaf.manuscript.toml_lines import TomlLines
from polyleaf.model.approval import Approval
from polyleaf.model.finding import Fault, Location
from polyleaf.model.project import Project

FOLDER = "translations/approvals"
EARLIER = "translations/approvals.toml"
"""The one file that older projects have."""

MOST_BYTES = 256 * 1024 * 1024
"""Largest ledger that is read: some 100,000 sign-offs."""

HEAD = """\
# Who signed this off. `polyleaf catalog approve` adds an entry; git keeps who changed what.
# The last entry counts, and only as long as text, translation, facts and contacts are as they were.
# Delete an entry to withdraw it. `digest`, `texts` and `words` are how polyleaf sees a later change: leave them alone.
"""

_TABLE = re.compile(r"[ \t]*\[\[?[ \t]*(?!approval\s*\.)")
_TABLES = re.compile(rf"^{_TABLE.pattern}", re.MULTILINE)
_OURS = re.compile(r"\s*\[\[\s*approval\s*\]\]\s*(?:#.*)?")
_NAMES = re.compile(r"""^\s*(leaflet|locale)\s*=\s*["']([^"'\n]*)["']""", re.MULTILINE)
_TEXT_AT = re.compile(r" ?\(at (?:line (\d+), column \d+|end of document)\)")

Pair = tuple[str, str]
"""Leaflet and locale."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The sign-offs as they stand.

    Attributes:
        entries: For each leaflet and locale its last entry; a fault if that one cannot be used.
        faults: Everything wrong with the file.
    """

    entries: Mapping[Pair, Approval | Fault] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()


def ledger_name(leaflet: str, locale: str) -> str:
    """Where the sign-offs of a leaflet in a language stand, relative to the project."""
    return f"{FOLDER}/{leaflet}/{locale}.toml"


def read_ledger(project: Project) -> Ledger:
    """The sign-offs of a project; none if there is no file.

    Raises:
        MachineError: A file cannot be read.
        UsageError: One is not UTF-8, too large, or a link to a place outside the project.
    """
    found = parse_ledger(ledger_text(project.root, EARLIER, MOST_BYTES), EARLIER)
    entries, faults = dict(found.entries), list(found.faults)
    for leaflet, locale in _pairs(project.root):
        name = ledger_name(leaflet, locale)
        one = parse_ledger(ledger_text(project.root, name, MOST_BYTES), name)
        faults += one.faults
        for pair, entry in one.entries.items():
            if pair == (leaflet, locale):
                entries[pair] = entry
            elif isinstance(entry, Approval):
                what = f"a sign-off of {pair[0]} in {pair[1]} stands in the file of {leaflet} in {locale}"
                faults.append(Fault(what, entry.location, "Move it to its own file, or sign again."))
    return Ledger(entries, tuple(dict.fromkeys(faults)))


def _pairs(root: Path) -> Iterator[Pair]:
    """The leaflets and languages that have a file, sorted."""
    folder = root / FOLDER
    if not folder.resolve().is_relative_to(root.resolve()):
        raise UsageError(f"{FOLDER} is a link to a place outside the project", "Put the folder itself there.")
    try:
        for leaflet in sorted(entry.name for entry in os.scandir(folder) if entry.is_dir()):
            files = (entry.name for entry in os.scandir(folder / leaflet))
            for name in sorted(files):
                if name.endswith(".toml") and not name.startswith("."):
                    yield leaflet, name.removesuffix(".toml")
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        raise MachineError(f"cannot read {FOLDER}: {error.strerror}", "See who may read it.") from error


def parse_ledger(text: str, name: str = EARLIER) -> Ledger:
    """The sign-offs in the text of a file of the ledger.

    Args:
        text: The text.
        name: The file, relative to the project.
    """
    entries: dict[Pair, Approval | Fault] = {}
    faults: list[Fault] = []
    for first, block, fault in _blocks(text, name):
        found: Approval | Fault | None = fault
        if fault is None:
            try:
                found = _entry(first, block, name)
            except Wrong as wrong:
                found = Fault(wrong.message, Location(name, wrong.line), wrong.hint)
        if isinstance(found, Fault):
            faults.append(found)
            named = dict(_NAMES.findall(block))
            if len(named) == 2:  # noqa: PLR2004 - leaflet and locale
                entries[named["leaflet"], named["locale"]] = found
        elif found is not None:
            entries[found.leaflet, found.locale] = found
    return Ledger(entries, tuple(dict.fromkeys(faults)))


def record(project: Project, approval: Approval) -> str:
    """Add a sign-off at the end of its file; all that stands there stays as it is.

    Returns:
        The path of the file, relative to the project.

    Raises:
        MachineError: The file cannot be read or written.
        UsageError: It is not UTF-8, too large, a link to a place outside the project, or in the middle of a merge.
    """
    name = ledger_name(approval.leaflet, approval.locale)
    room = project.root / "translations"
    room.mkdir(parents=True, exist_ok=True)
    with alone(room):
        before = ledger_text(project.root, name, MOST_BYTES)
        if mark := MERGE_MARK.search(before):
            line = before.count("\n", 0, mark.start()) + 1
            raise UsageError(f'{name}:{line}: a mark that a merge left behind: "{mark[0][:7]}"', _MERGE)
        start = before if before.strip() else HEAD
        if not start.endswith("\n"):
            start += "\n"
        write_atomic(project.root / name, (start + "\n" + entry_text(approval)).encode())
    return name


_MERGE = 'Keep the entries of both sides, and delete the lines "<<<<<<<", "=======" and ">>>>>>>".'


def _blocks(text: str, name: str) -> Iterator[tuple[int, str, Fault | None]]:
    """Each table with the number of its first line, and the open merge it stands in."""
    if MERGE_MARK.search(text):
        yield from _merging(text, name)
        return
    first, start = 1, 0
    for match in _TABLES.finditer(text):
        yield first, text[start : match.start()], None
        first, start = first + text.count("\n", start, match.start()), match.start()
    yield first, text[start:], None


def _merging(text: str, name: str) -> Iterator[tuple[int, str, Fault | None]]:
    """The same line by line, for a file in the middle of a merge."""
    first, block = 1, list[str]()
    here: Fault | None = None
    merge: Fault | None = None
    for number, line in enumerate(text.split("\n"), start=1):
        if MERGE_MARK.match(line):
            yield first, "\n".join(block), here
            if merge is None:
                what = f'a mark that a merge left behind: "{line[:7]}"'
                merge = Fault(what, Location(name, number), _MERGE)
            elif line.startswith(">"):
                merge = None
            first, block, here = number + 1, [], merge
        elif _TABLE.match(line):
            yield first, "\n".join(block), here
            first, block, here = number, [line], merge
        else:
            block.append(line)
    yield first, "\n".join(block), here


def _entry(first: int, block: str, name: str) -> Approval | None:
    """The entry of one table; None if the lines hold nothing but remarks.

    Raises:
        Wrong: It cannot be used.
    """
    if (plain := quick_entry(block, name, first)) is not None:
        return plain
    head = block.partition("\n")[0]
    if not _OURS.fullmatch(head.rstrip("\r")):
        try:
            if not tomllib.loads(block):
                return None
        except ValueError:
            pass
        start = next((n for n, line in enumerate(block.split("\n")) if line.strip() and line.lstrip()[0] != "#"), 0)
        raise Wrong("these lines belong to no [[approval]]", first + start, "Every entry begins with [[approval]].")
    try:
        tables = tomllib.loads(block)
    except (ValueError, RecursionError) as error:
        place = _TEXT_AT.search(str(error))
        line = int(place[1]) if place and place[1] else 1
        message = _TEXT_AT.sub("", str(error)).strip().rstrip(".") or "brackets without end"
        raise Wrong(f"not valid TOML: {message}", first + line - 1, 'A line looks like key = "value".') from None
    return read_entry(
        tables["approval"][0], name, first, lambda key: first - 1 + TomlLines(block).find(("approval", 0, key))
    )
