"""``translations/approvals.toml``: the ledger of sign-offs, read entry by entry, and only ever added to.

The file is made for people: it can be read, compared and corrected by hand. An entry that is wrong is named with its
line and counts for nothing; the others still count.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from polyleaf.catalog.signoff.entry import Wrong, entry_text, quick_entry, read_entry
from polyleaf.catalog.signoff.ledger_file import ledger_text
from polyleaf.errors import UsageError
from polyleaf.files import MERGE_MARK, alone, write_atomic
from polyleaf.manuscript.toml_lines import TomlLines
from polyleaf.model.approval import Approval
from polyleaf.model.finding import Fault, Location
from polyleaf.model.project import Project

NAME = "translations/approvals.toml"
MOST_BYTES = 256 * 1024 * 1024
"""Largest ledger that is read: some 100,000 sign-offs."""

HEAD = """\
# Who signed off which translation. `polyleaf catalog approve` adds an entry; git keeps who changed what.
# The last entry of a leaflet and language counts, and only as long as text, translation and facts are as they were.
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


def ledger_path(root: Path) -> Path:
    """Where the ledger of a project stands."""
    return root / NAME


def read_ledger(project: Project) -> Ledger:
    """The sign-offs of a project; none if there is no file.

    Raises:
        MachineError: The file cannot be read.
        UsageError: It is not UTF-8, too large, or a link to a place outside the project.
    """
    return parse_ledger(ledger_text(project.root, NAME, MOST_BYTES))


def parse_ledger(text: str) -> Ledger:
    """The sign-offs in the text of a ledger."""
    entries: dict[Pair, Approval | Fault] = {}
    faults: list[Fault] = []
    for first, block, fault in _blocks(text):
        found: Approval | Fault | None = fault
        if fault is None:
            try:
                found = _entry(first, block)
            except Wrong as wrong:
                found = Fault(wrong.message, Location(NAME, wrong.line), wrong.hint)
        if isinstance(found, Fault):
            faults.append(found)
            named = dict(_NAMES.findall(block))
            if len(named) == 2:  # noqa: PLR2004 - leaflet and locale
                entries[named["leaflet"], named["locale"]] = found
        elif found is not None:
            entries[found.leaflet, found.locale] = found
    return Ledger(entries, tuple(dict.fromkeys(faults)))


def record(project: Project, approval: Approval) -> str:
    """Add a sign-off at the end of the ledger; all that stands there stays as it is.

    Returns:
        The path of the ledger, relative to the project.

    Raises:
        MachineError: The ledger cannot be read or written.
        UsageError: It is not UTF-8, too large, a link to a place outside the project, or in the middle of a merge.
    """
    path = ledger_path(project.root)
    path.parent.mkdir(parents=True, exist_ok=True)
    with alone(path.parent):
        before = ledger_text(project.root, NAME, MOST_BYTES)
        if mark := MERGE_MARK.search(before):
            line = before.count("\n", 0, mark.start()) + 1
            raise UsageError(f'{NAME}:{line}: a mark that a merge left behind: "{mark[0][:7]}"', _MERGE)
        start = before if before.strip() else HEAD
        if not start.endswith("\n"):
            start += "\n"
        write_atomic(path, (start + "\n" + entry_text(approval)).encode())
    return NAME


_MERGE = 'Keep the entries of both sides, and delete the lines "<<<<<<<", "=======" and ">>>>>>>".'


def _blocks(text: str) -> Iterator[tuple[int, str, Fault | None]]:
    """Each table with the number of its first line, and the open merge it stands in."""
    if MERGE_MARK.search(text):
        yield from _merging(text)
        return
    first, start = 1, 0
    for match in _TABLES.finditer(text):
        yield first, text[start : match.start()], None
        first, start = first + text.count("\n", start, match.start()), match.start()
    yield first, text[start:], None


def _merging(text: str) -> Iterator[tuple[int, str, Fault | None]]:
    """The same line by line, for a file in the middle of a merge."""
    first, block = 1, list[str]()
    here: Fault | None = None
    merge: Fault | None = None
    for number, line in enumerate(text.split("\n"), start=1):
        if MERGE_MARK.match(line):
            yield first, "\n".join(block), here
            if merge is None:
                what = f'a mark that a merge left behind: "{line[:7]}"'
                merge = Fault(what, Location(NAME, number), _MERGE)
            elif line.startswith(">"):
                merge = None
            first, block, here = number + 1, [], merge
        elif _TABLE.match(line):
            yield first, "\n".join(block), here
            first, block, here = number, [line], merge
        else:
            block.append(line)
    yield first, "\n".join(block), here


def _entry(first: int, block: str) -> Approval | None:
    """The entry of one table; None if the lines hold nothing but remarks.

    Raises:
        Wrong: It cannot be used.
    """
    if (plain := quick_entry(block, NAME, first)) is not None:
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
        tables["approval"][0], NAME, first, lambda key: first - 1 + TomlLines(block).find(("approval", 0, key))
    )
