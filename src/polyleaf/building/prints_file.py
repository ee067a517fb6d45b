"""``translations/prints.toml``: every print that was made ready to hand out, by its code. No print is ever taken out.

A code on a consent form must mean something years later, when the text has changed and the built files are gone. So
the record stands beside the sign-offs, under version control, one line a print, and holds no date but the leaflet's.
A print of which another file is made (the press file of an accessible one) keeps its one line: a key that stands twice
makes the whole file useless for every other reader of TOML.
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
_ATTRIBUTES = """\
# Two people who release at the same time both add lines to this file: git keeps them all.
prints.toml merge=union
"""
_NO_PRINT = (ValueError, KeyError, TypeError, RecursionError)
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
            except _NO_PRINT:
                hint = "Take the line as git has it; of a merge keep the lines of both sides."
                faults.append(Fault(f"this is no print: {line[:40]!r}", Location(NAME, number), hint))
                continue
            if found is None:
                continue
            known = prints.get(found.code)
            if known is None:
                prints[found.code] = found
            elif _is_same(known, found):
                prints[found.code] = _together(known, found)
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

    def same_version(self, print_: Print) -> Print | None:
        """A release of the same leaflet, language and edition that has its version number, but another text."""
        return next(
            (
                other
                for other in self.of_series(series_of(print_.code))
                if replace(other, code=print_.code, text=print_.text, sha256=print_.sha256) == print_
                and other.text != print_.text
            ),
            None,
        )

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
    """Put prints into the record, one line each; all else that stands there stays as it is.

    Lines of the same print, as a merge of git leaves them, become one.

    Returns:
        The number of lines that are new or name more files than before.

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
        lines, places = _one_line_each((before if before.strip() else _HEAD).rstrip("\n").split("\n"))
        changed = set[str]()
        for print_ in prints:
            known = PrintLedger(lines[places[print_.code]]).of_code(print_.code) if print_.code in places else None
            if known is None:
                places[print_.code] = len(lines)
                lines.append(_line(print_))
            elif not _is_same(known, print_):
                raise UsageError(
                    f"{print_.code} is already the code of {known.leaflet}, {known.locale}, {known.edition}, "
                    f"version {known.version}",
                    "This happens once in a million prints: give the leaflet another version.",
                )
            elif set(print_.sha256) <= set(known.sha256):
                continue
            else:
                lines[places[print_.code]] = _line(_together(known, print_))
            changed.add(print_.code)
        text = "\n".join(lines) + "\n"
        if places and text != before:
            if not (attributes := path.parent / ".gitattributes").exists():
                write_atomic(attributes, _ATTRIBUTES.encode())
            write_atomic(path, text.encode())
    return len(changed)


def _one_line_each(lines: Iterable[str]) -> tuple[list[str], dict[str, int]]:
    """The lines with each print once, and where each code stands."""
    kept, places, prints = list[str](), dict[str, int](), dict[str, Print]()
    for line in lines:
        try:
            found = _print(line)
        except _NO_PRINT:
            found = None
        known = prints.get(found.code) if found else None
        if found is None or (known is not None and not _is_same(known, found)):
            kept.append(line)
        elif known is None:
            prints[found.code], places[found.code] = found, len(kept)
            kept.append(line)
        elif not set(found.sha256) <= set(known.sha256):
            prints[found.code] = _together(known, found)
            kept[places[found.code]] = _line(prints[found.code])
    return kept, places


def _is_same(one: Print, other: Print) -> bool:
    return replace(one, sha256=()) == replace(other, sha256=())


def _together(one: Print, other: Print) -> Print:
    return replace(one, sha256=tuple(dict.fromkeys((*one.sha256, *other.sha256))))


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
    return f"{_quoted(print_.code)} = {{{', '.join(_pairs(print_))}}}"


def _pairs(print_: Print) -> Iterator[str]:
    for word in _WORDS:
        yield f"{word} = {_quoted(getattr(print_, word))}"
    yield f"sha256 = [{', '.join(map(_quoted, sorted(print_.sha256)))}]"


def _quoted(text: str) -> str:
    return json.dumps(str(text), ensure_ascii=False).replace("\x7f", "\\u007f")
