"""Lines of a document that say whom to ring: leaflets name contacts of polyleaf.toml, which are written once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from polyleaf.importing.blocks_out import Note, Piece
from polyleaf.importing.gathered import Notice
from polyleaf.importing.spans import SCALE
from polyleaf.locales.digits import fold_digits
from polyleaf.manuscript.faults import Refusal
from polyleaf.model.block_texts import texts, walk_blocks
from polyleaf.model.inline import plain
from polyleaf.model.leaflet import Table
from polyleaf.model.wording import quote
from polyleaf.source.phone_number import telephone

_LINE = re.compile(
    r"(?P<name>[^\W\d_][^:;.!?\n]{1,58}?)\s*(?:[:：]|\s[–—-]\s|\t)\s*(?:tel(?:ephone|\.)?:?\s*)?"
    r"(?P<phone>(?:\+|\(0|0)[\d()  ‑-]{5,22}\d)\s*(?:[(,](?P<hours>[^()]{1,60})\)?)?[.;]?",
    re.IGNORECASE,
)  # fmt: skip
"""A name, a number and perhaps hours, and nothing else."""

_DATE = re.compile(r"\d{1,2}[  -]\d{1,2}[  -]\d{2,4}")
_LEAST, _LONGEST_NAME = 7, 4
_MOST = 6


@dataclass(frozen=True, slots=True)
class _Said:
    name: str
    phone: str
    place: str

    @property
    def digits(self) -> str:
        return _digits(self.phone)


def known_contacts(pieces: Sequence[Piece], contacts: Mapping[str, str]) -> tuple[str, ...]:
    """Contacts of the project whose numbers stand in such lines.

    Args:
        pieces: The text of a leaflet.
        contacts: The numbers of the project's contacts.
    """
    said = {one.digits for one in _said(pieces)}
    return tuple(key for key, phone in contacts.items() if _digits(phone) in said)


def contacts_told(pieces: Sequence[Piece], contacts: Mapping[str, str]) -> Iterator[Notice]:
    """What is told of such lines: which contact of the project it is, or how to make one of it."""
    known = {_digits(phone): key for key, phone in contacts.items() if _digits(phone)}
    given = set(contacts)
    for one in _said(pieces)[:_MOST]:
        if key := known.get(one.digits):
            told = f"{quote(one.name)} has the number of the contact {key}, which stands above the text now and is "
            yield Notice(f"{told}printed at the end: take the line out of the text if it says no more", one.place)
            continue
        key = _key(one.name, given)
        given.add(key)
        lines = f'[contacts.{key}], name = "{one.name}", phone = "{one.phone}"'
        told = f"{quote(one.name)} reads like a contact. Contacts are written once, in polyleaf.toml: three lines"
        yield Notice(f"{told}, {lines}; above the text, contacts: [{key}] prints it", one.place)


def _said(pieces: Sequence[Piece]) -> list[_Said]:
    """Names with a number, each number once."""
    found: dict[str, _Said] = {}
    for piece in pieces:
        for words, place in () if isinstance(piece, Note) else _lines(piece):
            match = _LINE.fullmatch(words.strip())
            if match is None or _is_other(match["phone"]) or len(match["name"].split()) > _LONGEST_NAME:
                continue
            if len(_digits(match["phone"])) < _LEAST:
                continue
            try:
                telephone(match["phone"].replace("\u00a0", " "))
            except Refusal:
                continue
            one = _Said(match["name"].strip(), " ".join(match["phone"].split()), place)
            found.setdefault(one.digits, one)
    return list(found.values())


def _lines(piece: Piece) -> Iterator[tuple[str, str]]:
    """The lines of a block; a row of a table with a name and a number is one."""
    if isinstance(piece, Note):
        return
    for text in texts((piece,)):
        for line in plain(text.inlines).split("\n"):
            yield line, text.location.path
    for block in walk_blocks((piece,)):
        for row in (block.header, *block.rows) if isinstance(block, Table) else ():
            if len(row) == 2:  # noqa: PLR2004 - a name and a number
                yield ": ".join(plain(cell.inlines) for cell in row), row[0].location.path


def _is_other(phone: str) -> bool:
    """Whether figures are a date or a scale."""
    return bool(_DATE.fullmatch(phone) or SCALE.search(phone))


def _digits(phone: str) -> str:
    return re.sub(r"\D", "", fold_digits(phone.replace("(0)", "")))


def _key(name: str, given: set[str]) -> str:
    """A word for a contact that the project does not have yet."""
    base = re.sub(r"[^a-z0-9]+", "_", name.casefold()).strip("_")[:24].strip("_") or "contact"
    return next(key for number in range(1, 100) if (key := base if number == 1 else f"{base}_{number}") not in given)
