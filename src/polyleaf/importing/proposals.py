"""Facts that are proposed for what stands in the text of a leaflet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from polyleaf.importing.blocks_out import Note, Piece
from polyleaf.importing.spans import SpanFinder
from polyleaf.importing.texts import text_of
from polyleaf.locales.numbers import exact
from polyleaf.model.block_texts import map_texts, texts
from polyleaf.model.facts import Date, Email, Fact, Number, Percent, Phone, Quantity, Risk, Term, Time, Web
from polyleaf.model.message import Text

_REACH = 4
"""Words before a number among which the one is looked for that names it."""
_LEAST_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Proposal:
    """A fact that is proposed.

    Attributes:
        name: Its name.
        fact: What it is.
        words: What stands in the text.
        msgid: The text.
        start: Where it stands in the text.
        end: Where it ends.
    """

    name: str
    fact: Fact
    words: str
    msgid: str
    start: int
    end: int


@dataclass
class _Names:
    """Names that are given: what is looked up (a phone, an address, a date) has one, wherever it stands."""

    given: dict[str, Fact] = field(default_factory=dict)

    def of(self, fact: Fact, before: str, after: str) -> str:
        if isinstance(fact, Phone | Web | Email | Date):
            same = next((name for name, known in self.given.items() if known == fact), "")
            if same:
                return same
        base = _base(fact, before, after)
        name = next(name for name in _counted(base) if name not in self.given)
        self.given[name] = fact
        return name


def proposals(pieces: Sequence[Piece], finder: SpanFinder) -> tuple[Proposal, ...]:
    """What could be facts in the texts of a leaflet, in reading order."""
    names = _Names()
    found: list[Proposal] = []
    for msgid in dict.fromkeys(_msgids(pieces)):
        for span in finder.find(msgid):
            name = names.of(span.fact, msgid[: span.start], msgid[span.end :])
            found.append(Proposal(name, span.fact, msgid[span.start : span.end], msgid, span.start, span.end))
    return tuple(found)


def with_facts(pieces: Sequence[Piece], taken: Sequence[Proposal]) -> tuple[Piece, ...]:
    """The blocks with ``{name}`` in the place of what was taken as a fact."""
    by_text: dict[str, list[Proposal]] = {}
    for one in taken:
        by_text.setdefault(one.msgid, []).append(one)

    def change(text: Text) -> Text:
        msgid = text.msgid
        for one in reversed(by_text.get(text.msgid, [])):
            msgid = f"{msgid[: one.start]}{{{one.name}}}{msgid[one.end :]}"
        return (
            replace(text_of(msgid, text.location.path, text.context), location=text.location)
            if msgid != text.msgid
            else text
        )

    return tuple(piece if isinstance(piece, Note) else map_texts(piece, change) for piece in pieces)


def _msgids(pieces: Sequence[Piece]) -> Iterator[str]:
    for piece in pieces:
        if not isinstance(piece, Note):
            yield from (text.msgid for text in texts((piece,)) if text.context != "alt")


def declared(fact: Fact) -> str:  # noqa: C901, PLR0911 - one case a kind of fact
    """A fact as the front matter declares it."""
    match fact:
        case Risk(number, total):
            return f"{{risk: {number}, in: {total}}}"
        case Quantity(value, unit, to):
            return f"{{quantity: {exact(value)}{'' if to is None else f', to: {exact(to)}'}, unit: {unit}}}"
        case Number(value, to):
            return f"{{number: {exact(value)}{'' if to is None else f', to: {exact(to)}'}}}"
        case Percent(value):
            return f"{{percent: {exact(value)}}}"
        case Date(value):
            return f"{{date: {value.isoformat()}}}"
        case Time(value):
            return f'{{time: "{value:%H:%M}"}}'
        case Phone(value):
            return f'{{phone: "{value}"}}'
        case Web(value):
            return f'{{web: "{value}"}}'
        case Email(value):
            return f'{{email: "{value}"}}'
        case Term(value, lang):
            return f'{{term: "{value}", lang: {lang}}}'


def _base(fact: Fact, before: str, after: str) -> str:
    """A name that says what is counted, from the words beside it."""
    match fact:
        case Phone():
            return "phone"
        case Email():
            return "email"
        case Web(address):
            host = _ascii(re.sub(r"^https?://(?:www\.)?", "", address).split("/")[0].partition(".")[0])
            return f"web_{host}" if host else "web"
        case Date(day):
            return f"date_{day.year}_{day.month:02}_{day.day:02}"
        case Time():
            kind = "time"
        case Risk():
            kind = "risk"
        case Percent():
            kind = "percent"
        case Quantity(unit=unit):
            kind = _ascii(unit)
        case _:
            kind = "number"
    return "_".join(filter(None, (_beside(before, after), kind)))


def _beside(before: str, after: str) -> str:
    plain = [re.sub(r"\{[^{}]*\}|\]\([^)]*\)", " ", text) for text in (before, after)]
    last = _words(re.split(r"[.!?;:]\s", plain[0])[-1])[-_REACH:]
    first = _words(re.split(r"[.!?;:](?:\s|$)", plain[1])[0])[:_REACH]
    return max(last, key=len, default="") or max(first, key=len, default="")


def _words(text: str) -> list[str]:
    words = (_ascii(word) for word in re.findall(r"[^\W\d_]+", text))
    return [word for word in words if len(word) >= _LEAST_LETTERS]


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.sub(r"[^a-z0-9]", "", plain)[:24]


def _counted(base: str) -> Iterator[str]:
    yield base
    number = 2
    while True:
        yield f"{base}_{number}"
        number += 1
