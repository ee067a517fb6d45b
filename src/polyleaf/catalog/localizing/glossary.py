"""Glossaries: ``translations/glossary/<locale>.csv``, read leniently term by term and written whole."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from polyleaf.catalog.po.reader import stay_inside
from polyleaf.errors import nearest
from polyleaf.files import NotAFileError, open_plain, undecodable_line, write_atomic
from polyleaf.model.finding import Fault, Location
from polyleaf.model.glossary import Glossary, Term
from polyleaf.model.project import Project

COLUMNS = ("term", "translation", "forbidden", "note", "safety")
"""The header, in the order of the file."""

SEPARATOR = ";"
"""Between several translations, or several forbidden words, of one term."""

MOST_BYTES = 4 * 1024 * 1024
"""Largest glossary that is read: some 20,000 terms."""

MOST_TERMS = 5_000
_LONGEST = 500
"""Characters of a cell; a term is a few words."""

_YES = ("yes", "y", "true", "1", "x")
_NO = ("no", "n", "false", "0", "")
_FORMULA = ("=", "+", "@", "\t", "\r")
"""What a spreadsheet program takes for a formula when it opens a CSV file; a hyphen begins real endings ("-itis")."""


def glossary_path(root: Path, locale: str) -> Path:
    """``translations/glossary/<locale>.csv``."""
    return root / "translations" / "glossary" / f"{locale}.csv"


def read_glossary(project: Project, locale: str) -> Glossary | None:
    """The glossary of one language, or None if there is none.

    What is wrong with it is in ``Glossary.faults``: a term too few must not stop the checks with the others.

    Raises:
        CatalogError: The file is a link to a place outside the project.
        MachineError: It cannot be read.
    """
    path = glossary_path(project.root, locale)
    shown_as = project.relative(path)
    stay_inside(project, path, locale)
    try:
        with open_plain(path, shown_as) as file:
            return parse_glossary(file.read(MOST_BYTES + 1), locale, shown_as)
    except FileNotFoundError:
        return None
    except NotAFileError as error:
        place = Location(shown_as, locale=locale)
        return Glossary(locale, shown_as, (), (Fault(f"it {error.reason}", place, error.hint),))


def parse_glossary(data: bytes, locale: str, path: str) -> Glossary:
    """The terms of a CSV file, and everything that is wrong with it, line by line.

    Commas, semicolons or tabs part the columns, whichever the header has: spreadsheet programs write what the
    computer's language has. With semicolons, several translations of a term are parted by ``|``.
    """
    reader = _Reader(locale, path)
    terms = tuple(reader.terms(data))
    return Glossary(locale, path, terms, tuple(reader.faults))


def write_glossary(path: Path, terms: Iterable[Term]) -> None:
    """Write a glossary in the order given, whole or not at all.

    Raises:
        MachineError: It cannot be written.
    """
    write_atomic(path, glossary_csv(terms))


def glossary_csv(terms: Iterable[Term]) -> bytes:
    """A glossary as CSV: UTF-8 with the mark by which spreadsheet programs know it, commas, one line a term."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for term in terms:
        joined = (f"{SEPARATOR} ".join(words) for words in (term.translations, term.forbidden))
        writer.writerow((term.term, *joined, term.note, "yes" if term.safety else "no"))
    return text.getvalue().encode("utf-8-sig")


def merge_terms(
    known: Sequence[Term], new: Iterable[Term], *, force: bool
) -> tuple[list[Term], list[Term], list[Term]]:
    """Terms of a file from outside into those of the project.

    A term that is there already keeps its translation; what it lacks is filled in. With ``force`` the new one wins.

    Returns:
        The terms in the order of the project, new ones at the end; those added or changed; those that say something
        else and were left alone.
    """
    terms = {term.term: term for term in known}
    changed: list[Term] = []
    left: list[Term] = []
    for term in new:
        old = terms.get(term.term)
        wanted = term if old is None or force else _filled(old, term)
        if old is not None and not force and _contradicts(old, term):
            left.append(term)
        elif old is None or replace(wanted, location=old.location) != old:
            terms[term.term] = wanted
            changed.append(wanted)
    return list(terms.values()), changed, left


def _filled(old: Term, new: Term) -> Term:
    return replace(
        old,
        translations=old.translations or new.translations,
        forbidden=tuple(dict.fromkeys((*old.forbidden, *new.forbidden))),
        note=old.note or new.note,
        safety=old.safety or new.safety,
    )


def _contradicts(old: Term, new: Term) -> bool:
    return bool(old.translations and new.translations and old.translations[0] != new.translations[0])


class _Reader:
    def __init__(self, locale: str, path: str) -> None:
        self.faults: list[Fault] = []
        self._locale = locale
        self._path = path

    def terms(self, data: bytes) -> Iterator[Term]:
        whole = len(data) <= MOST_BYTES
        try:
            text = (data if whole else data[: data.rfind(b"\n", 0, MOST_BYTES) + 1]).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            self._fault(undecodable_line(error), "the file is not UTF-8", "Save it as “CSV UTF-8”.")
            return
        if not whole:
            self._fault(None, f"the file is larger than {MOST_BYTES // 2**20} MB; the rest was not read", "Split it.")
        sign = self._sign(text)
        if not sign:
            return
        seen: dict[str, int] = {}
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
        try:
            for number, row in enumerate(rows):
                if number == 0 or not any(cell.strip() for cell in row):
                    continue
                if number > MOST_TERMS:
                    self._fault(rows.line_num, f"more than {MOST_TERMS} terms; the rest was not read", "Split it.")
                    return
                term = self._term(row, rows.line_num, sign, seen)
                if term:
                    yield term
        except csv.Error as error:
            self._fault(rows.line_num, f"this is no CSV: {error}", "Save it as “CSV UTF-8” again.")

    def _sign(self, text: str) -> str:
        """What parts the columns; "" if the header is wrong."""
        first = text.split("\n", 1)[0].strip("\r")
        sign = max(",;\t", key=first.count)
        found = tuple(cell.strip().strip('"').casefold() for cell in first.split(sign))
        if found == COLUMNS:
            return sign
        wanted = ",".join(COLUMNS)
        near = [
            f"{cell!r} is perhaps {meant!r}"
            for cell in found
            if cell not in COLUMNS and (meant := nearest(cell, COLUMNS))
        ]
        hint = f"Make the first line exactly: {wanted}" + (f" ({', '.join(near)})" if near else "")
        self._fault(1, f"the first line must name the columns {wanted}; it reads {first[:80]!r}", hint)
        return ""

    def _term(self, row: list[str], line: int, sign: str, seen: dict[str, int]) -> Term | None:
        cells = [unicodedata.normalize("NFC", " ".join(cell.split())) for cell in row]
        wrong = _wrong(cells)
        if wrong:
            self._fault(line, *wrong)
            return None
        name, translation, forbidden, note, safety = cells
        split = "|" if sign == SEPARATOR else SEPARATOR
        words, banned = _parts(translation, split), _parts(forbidden, split)
        if not name or not (words or banned):
            self._fault(line, "a term without a word for it", "Fill in term, and translation or forbidden.")
            return None
        if name in seen:
            self._fault(line, f"{name!r} is also in line {seen[name]}", "Keep one of the two.")
            return None
        seen[name] = line
        place = Location(self._path, line, locale=self._locale)
        return Term(name, words, banned, note, safety.casefold() in _YES, place)

    def _fault(self, line: int | None, message: str, hint: str) -> None:
        self.faults.append(Fault(message, Location(self._path, line, locale=self._locale), hint))


def _parts(cell: str, sign: str) -> tuple[str, ...]:
    return tuple(filter(None, (word.strip() for word in cell.split(sign))))


def _wrong(cells: Sequence[str]) -> tuple[str, str] | None:
    """What is wrong with the cells of a line, and the way out."""
    if len(cells) != len(COLUMNS):
        hint = 'Put a cell that holds a comma into quotation marks: "a, b"'
        return f"{len(cells)} cells in place of {len(COLUMNS)}", hint
    if any(len(cell) > _LONGEST for cell in cells):
        return f"a cell has more than {_LONGEST} characters", "A term is a few words."
    if any(cell.startswith(_FORMULA) for cell in cells):
        return "a cell begins like a formula", "Write it without the sign: a spreadsheet program would carry it out."
    if cells[-1].casefold() not in _YES + _NO:
        return f"safety is {cells[-1][:20]!r}", "Write yes or no."
    return None
