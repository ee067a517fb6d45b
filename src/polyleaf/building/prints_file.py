"""``translations/prints.toml``: every print that was made ready to hand out, by its code. It is only ever added to.

A code on a consent form must mean something years later, when the text has changed and the built files are gone. So
the record stands beside the sign-offs, under version control, one line a print, and holds no date but the leaflet's.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from polyleaf.catalog.signoff.ledger_file import ledger_text
from polyleaf.errors import UsageError
from polyleaf.files import MERGE_MARK, alone, write_atomic
from polyleaf.model.artifact import State
from polyleaf.model.finding import Fault, Location
from polyleaf.model.print_code import is_code, series_of
from polyleaf.model.project import Project

NAME = "translations/prints.toml"
MOST_BYTES = 64 * 1024 * 1024
"""Largest record that is read: some 200,000 prints."""

_HEAD = """\
# Every print that was made ready to hand out, by the code on its last page. `polyleaf package` and
# `polyleaf build --release` add lines; `polyleaf verify` reads them. Keep them all: old codes stand on consent forms.
"""
_WORDS = ("leaflet", "locale", "edition", "version", "state", "text")


@dataclass(frozen=True, slots=True)
class Print:
    """One line of the record.

    Attributes:
        code: As printed.
        leaflet, locale, edition, version: What it is; the edition as ``Item.label``.
        state: Draft or release.
        text: SHA-256, in hexadecimal, of all that is printed on it.
        sha256: Of the files that were made of it.
    """

    code: str
    leaflet: str
    locale: str
    edition: str
    version: str
    state: State
    text: str
    sha256: tuple[str, ...] = ()


class PrintLedger:
    """The record of a project as it stands; lines that cannot be used are named and count for nothing.

    Args:
        text: Of the file.
    """

    def __init__(self, text: str) -> None:
        faults, prints = list[Fault](), dict[str, Print]()
        for number, line in enumerate(text.split("\n"), 1):
            try:
                found = _print(line)
            except (ValueError, KeyError, TypeError, RecursionError):
                hint = "Take the line as git has it; of a merge keep the lines of both sides."
                faults.append(Fault(f"this is no print: {line[:40]!r}", Location(NAME, number), hint))
                continue
            if found is None:
                continue
            known = prints.get(found.code)
            if known is None:
                prints[found.code] = found
            elif replace(known, sha256=()) == replace(found, sha256=()):
                prints[found.code] = replace(known, sha256=tuple(dict.fromkeys((*known.sha256, *found.sha256))))
            else:
                faults.append(
                    Fault(f"{found.code} already is another print", Location(NAME, number), "Keep the first.")
                )
        self.faults = tuple(faults)
        self._prints = prints

    def of_code(self, code: str) -> Print | None:
        """The print with this code."""
        return self._prints.get(code)

    def of_series(self, series: str) -> tuple[Print, ...]:
        """Prints of the same leaflet, language and edition, the oldest first."""
        return tuple(found for code, found in self._prints.items() if series_of(code) == series)

    @property
    def codes(self) -> tuple[str, ...]:
        """All codes."""
        return tuple(self._prints)


def read_prints(project: Project) -> PrintLedger:
    """The record of a project; empty if there is no file.

    Raises:
        MachineError: The file cannot be read.
        UsageError: It is not UTF-8, too large, or a link to a place outside the project.
    """
    return PrintLedger(ledger_text(project.root, NAME, MOST_BYTES))


def record_prints(project: Project, prints: Iterable[Print]) -> int:
    """Add the prints that are not in the record yet; all that stands there stays as it is.

    Returns:
        The number of lines added.

    Raises:
        MachineError: The record cannot be read or written.
        UsageError: It cannot be used, is in the middle of a merge, or a code already stands for another print.
    """
    path = project.root / NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    with alone(path.parent):
        before = ledger_text(project.root, NAME, MOST_BYTES)
        if mark := MERGE_MARK.search(before):
            number = before.count("\n", 0, mark.start()) + 1
            raise UsageError(f"{NAME}:{number}: a mark that a merge left behind", "Keep the lines of both sides.")
        ledger, lines = PrintLedger(before), []
        for print_ in prints:
            known = ledger.of_code(print_.code)
            if known and replace(known, sha256=()) != replace(print_, sha256=()):
                raise UsageError(
                    f"{print_.code} is already the code of {known.leaflet}, {known.locale}, {known.edition}, "
                    f"version {known.version}",
                    "This happens once in a million prints: give the leaflet another version.",
                )
            if known is None or not set(print_.sha256) <= set(known.sha256):
                lines.append(_line(print_))
        if lines:
            start = before if before.strip() else _HEAD
            write_atomic(path, (start.rstrip("\n") + "\n" + "".join(lines)).encode())
    return len(lines)


def _print(line: str) -> Print | None:
    if not line.strip() or line.lstrip().startswith("#"):
        return None
    ((code, values),) = tomllib.loads(line).items()
    if not is_code(code) or not all(isinstance(values[word], str) for word in _WORDS):
        raise ValueError(code)
    files = values.get("sha256", [])
    if not isinstance(files, list) or not all(isinstance(digest, str) for digest in files):
        raise TypeError(code)
    words = {word: values[word] for word in _WORDS}
    return Print(code, **{**words, "state": State(words["state"])}, sha256=tuple(files))


def _line(print_: Print) -> str:
    return f"{_quoted(print_.code)} = {{{', '.join(_pairs(print_))}}}\n"


def _pairs(print_: Print) -> Iterator[str]:
    for word in _WORDS:
        yield f"{word} = {_quoted(getattr(print_, word))}"
    yield f"sha256 = [{', '.join(map(_quoted, sorted(print_.sha256)))}]"


def _quoted(text: str) -> str:
    return json.dumps(str(text), ensure_ascii=False).replace("\x7f", "\\u007f")
