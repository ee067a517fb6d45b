"""Tables whose columns polyleaf names: an author writes a key, and each reader sees the word in their language."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from polyleaf.errors import nearest
from polyleaf.manuscript.faults import FaultLog
from polyleaf.model.box_kind import Content
from polyleaf.model.box_words import COLUMNS, DOSES, TIMES
from polyleaf.model.leaflet import Block, Table
from polyleaf.model.message import Text
from polyleaf.source.values import shown

_BENEFITS = ("benefits", "harms")
_KEYS = {Content.DOSES: DOSES, Content.OPTIONS: ("nothing",), Content.BENEFITS: (*_BENEFITS, "nothing")}
"""Which keys may stand in the first row of a table in which box."""

_OPTIONS = 2
"""Least options beside the first column; one alone compares nothing."""


def named_tables(blocks: Sequence[Block[Text]], content: Content, line: int, log: FaultLog) -> tuple[Block[Text], ...]:
    """The blocks of a box with the columns of their tables named; what is wrong with them is noted in ``log``."""
    named = tuple(_named(block, _KEYS[content]) if isinstance(block, Table) else block for block in blocks)
    tables = [block for block in named if isinstance(block, Table)]
    for table in tables:
        _note_slips(table, _KEYS[content], log)
    if content is Content.DOSES:
        for table in tables:
            _note_doses(table, log)
    elif content is Content.BENEFITS:
        _note_benefits(tables, line, log)
    for table in tables:
        if content is not Content.DOSES and len(table.header) <= _OPTIONS:
            hint = "Give each option a column of its own: | | Surgery | nothing |"
            log.add("This table has one option, so there is nothing to compare", _line(table), hint)
    return named


def _named(table: Table[Text], keys: Collection[str]) -> Table[Text]:
    meant = {key: key for key in keys} | {COLUMNS[key].msgid.casefold(): key for key in keys}
    words = tuple(meant.get(cell.msgid.casefold(), "") for cell in table.header)
    cells = (
        replace(cell, msgid="", inlines=()) if word else cell for word, cell in zip(words, table.header, strict=True)
    )
    return replace(table, header=tuple(cells), words=words if any(words) else ())


def _note_slips(table: Table[Text], keys: Sequence[str], log: FaultLog) -> None:
    """Keys that are nearly right, and columns of the same key."""
    for cell in table.header:
        near = nearest(cell.msgid.casefold(), keys) if cell.msgid else ""
        if near and cell.msgid[0].casefold() == near[0]:
            log.add(f"Is the column {shown(cell.msgid)} meant as `{near}`?", cell.location.line, f"Write {near}")
    for key in dict.fromkeys(table.words):
        if key and table.words.count(key) > 1:
            log.add(f"This table has several columns `{key}`", _line(table), "Give the others a name of your own")


def _note_doses(table: Table[Text], log: FaultLog) -> None:
    if "medicine" not in table.words:
        hint = "Write medicine in the first row, over the names of the medicines"
        log.add("This table has no column `medicine`", _line(table), hint)
    times = [at for at, word in enumerate(table.words) if word in TIMES]
    if not times:
        hint = f"Add at least one of the columns {', '.join(TIMES)}"
        log.add("This medicines table has no times", _line(table), hint)
        return
    for row in table.rows:
        if not any(row[at].msgid for at in times):
            name = next((cell.msgid for cell in row if cell.msgid), "")
            hint = f"Say how much to take under one of: {', '.join(word for word in table.words if word in TIMES)}"
            log.add(f"The medicine {shown(name)} has no time", row[0].location.line, hint)


def _note_benefits(tables: Sequence[Table[Text]], line: int, log: FaultLog) -> None:
    firsts = [table.words[0] if table.words else "" for table in tables]
    for key in _missing(firsts):
        other = next(one for one in _BENEFITS if one != key)
        hint = f"Give it two tables: the first row of one begins with {key}, that of the other with {other}"
        log.add(f"This box has no {key}: benefits and harms stand beside each other", line, hint)
    options = [[word or cell.msgid for word, cell in zip(_words(one), one.header, strict=True)][1:] for one in tables]
    if len(options) == len(_BENEFITS) and options[0] != options[1]:
        hint = "Give both tables the same options in the same order"
        log.add("Benefits and harms are told for different options", _line(tables[1]), hint)


def _missing(firsts: Sequence[str]) -> Iterator[str]:
    return (key for key in _BENEFITS if key not in firsts)


def _words(table: Table[Text]) -> tuple[str, ...]:
    return table.words or ("",) * len(table.header)


def _line(table: Table[Text]) -> int | None:
    return table.header[0].location.line
