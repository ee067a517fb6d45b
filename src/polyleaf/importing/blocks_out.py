"""Blocks as the Markdown of a leaflet: what is written is read as what it was."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import assert_never

from polyleaf.manuscript.faults import FaultLog
from polyleaf.model.box_kind import Content
from polyleaf.model.form import Blank, FieldList
from polyleaf.model.inline import Link, walk
from polyleaf.model.leaflet import (
    Block,
    Box,
    ContactCard,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Table,
    TermList,
)
from polyleaf.model.message import Text
from polyleaf.source.markdown import read_body
from polyleaf.source.text import fold

_FIRST_MARK = re.compile(r"^(?:[#>|:=~\-+*!`]|[–—‒−](?=\s))", re.MULTILINE)
_NUMBER = re.compile(r"^(\d{1,9})([.)])", re.MULTILINE)
_PIPE = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Note:
    """A remark between two blocks that is not printed."""

    text: str


Piece = Block[Text] | Note


def markdown_lines(pieces: Sequence[Piece]) -> list[str]:
    """The lines of a leaflet's body, without an empty one at either end."""
    parts = [lines for piece in pieces if (lines := list(_piece(piece)))]
    return list(chain.from_iterable((*lines, "") for lines in parts))[:-1]


def _piece(piece: Piece) -> Iterator[str]:  # noqa: C901, PLR0912 - one case a block type
    match piece:
        case Note(text):
            yield from _note(text)
        case Heading(level, text):
            yield f"{'#' * level} {_one_line(text.msgid)}"
        case Paragraph(text):
            yield from as_paragraph(text.msgid)
        case ListBlock():
            yield from _list(piece)
        case Table():
            yield from _table(piece)
        case Figure(image=image, alt=alt, caption=caption, width=width, left=left, right=right):
            yield f":::{{figure}} {image}"
            if alt is not None:
                yield f":alt: {_one_line(alt.msgid)}"
            if width is not None:
                yield f":width: {width.value:g}{' mm' if width.in_mm else '%'}"
            for side, said in (("left", left), ("right", right)):
                if said is not None:
                    yield f":{side}: {_one_line(said.msgid)}"
            if caption is not None:
                yield from as_paragraph(caption.msgid)
            yield ":::"
        case Box():
            yield from _box(piece)
        case FieldList(fields):
            yield from (f":{one.kind or _said(one.label)}: {_said(one.value)}".rstrip(" ") for one in fields)
        case Blank():
            yield "____"
        case TermList(items=items):
            for index, item in enumerate(items):
                if index:
                    yield ""
                yield item.term.msgid
                yield from _hung(": ", "  ", markdown_lines(item.blocks))
        case ContactCard(contact):
            yield f":::{{contact}} {contact}"
            yield ":::"
        case _:
            assert_never(piece)


def _note(text: str) -> Iterator[str]:
    """A remark; what would end it early is broken up."""
    safe = re.sub(r"--+(?=>)|<!-(?=-)", lambda match: " ".join(match[0]), text.strip())
    lines = [line.strip() for line in safe.split("\n") if line.strip()] or [""]
    lines[0] = f"<!-- {lines[0]}"
    lines[-1] = f"{lines[-1]} -->"
    yield from lines


def _one_line(msgid: str) -> str:
    return " ".join(msgid.replace("\\\n", " ").split("\n"))


def as_paragraph(msgid: str) -> list[str]:
    """A text as lines that are read as one paragraph: signs that begin a list or a heading elsewhere are escaped."""
    escaped = _NUMBER.sub(r"\1\\\2", _FIRST_MARK.sub(lambda match: f"\\{match[0]}", msgid))
    forms = [form for form in (msgid, escaped, " ".join(escaped.split("\\\n"))) if _faults_of(form) is not None]
    best = min(forms, key=lambda form: _faults_of(form) or 0, default=escaped)
    return best.split("\n")


def _faults_of(markdown: str) -> int | None:
    """How many faults are told of a paragraph; None if it is read as something else."""
    log = FaultLog("")
    blocks = read_body(markdown, log, {}, lambda _: ())
    is_whole = len(blocks) == 1 and isinstance(blocks[0], Paragraph) and blocks[0].text.msgid == fold(markdown)
    return len(log.faults) if is_whole else None


def _list(block: ListBlock[Text]) -> Iterator[str]:
    for index, item in enumerate(block.items):
        mark = f"{block.start + index}. " if block.ordered else "- "
        yield from _hung(mark, " " * len(mark), _item(item))


def _item(item: ListItem[Text]) -> list[str]:
    """The lines of an item: a list of several right below its words needs no empty line between."""
    lines: list[str] = []
    for index, block in enumerate(item.blocks):
        tight = (
            index == 1
            and isinstance(block, ListBlock)
            and len(block.items) > 1
            and isinstance(item.blocks[0], Paragraph)
        )
        lines += ([] if index == 0 or tight else [""]) + list(_piece(block))
    return lines


def _hung(mark: str, indent: str, lines: Sequence[str]) -> Iterator[str]:
    for index, line in enumerate(lines or [""]):
        yield f"{mark if index == 0 else indent}{line}".rstrip(" ")


def _table(table: Table[Text]) -> Iterator[str]:
    names = table.words or ("",) * len(table.header)
    yield _row(name or cell.msgid for name, cell in zip(names, table.header, strict=True))
    yield "|" + "---|" * len(table.header)
    yield from (_row(cell.msgid for cell in row) for row in table.rows)


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(map(_cell, cells)) + " |"


def _cell(msgid: str) -> str:
    lines = [re.sub(r"^• ", "- ", line) for line in msgid.split("\\\n")]
    return "<br>".join(_PIPE.sub(r"\\|", line.strip().replace("\n", " ")) for line in lines)


def _said(text: Text | None) -> str:
    return "" if text is None else _one_line(text.msgid)


def _box(box: Box[Text]) -> Iterator[str]:
    blocks = tuple(block for block in box.blocks if not isinstance(block, Blank))
    if box.kind.content is Content.LINK:
        addresses = (block.text for block in blocks[-1:] if isinstance(block, Paragraph))
        links = (one.href for text in addresses for one in walk(text.inlines) if isinstance(one, Link))
        yield from _fenced(box, markdown_lines(blocks[:-1]), " ".join(links))
        return
    yield from _fenced(box, markdown_lines(blocks), _said(box.title))


def _fenced(box: Box[Text], inside: Sequence[str], argument: str) -> Iterator[str]:
    colons = ":" * max(3, 1 + max((_colons(line) for line in inside), default=0))
    yield f"{colons}{{{' '.join((box.kind.name, *_marks(box)))}}} {argument}".rstrip(" ")
    yield from inside
    yield colons


def _colons(line: str) -> int:
    words = line.lstrip(" ")
    count = len(words) - len(words.lstrip(":"))
    return count if count > 2 else 0  # noqa: PLR2004 - a fence has three


def _marks(box: Box[Text]) -> Iterator[str]:
    for block in box.blocks:
        if isinstance(block, TermList) and not block.drawn:
            yield "words"
        if isinstance(block, Table):
            if block.cards and "cards" in box.kind.marks:
                yield "cards"
            if block.write and "write" in box.kind.marks:
                yield "write"
            named = block.names_rows or len(block.header) == 1 or not any(row[0].msgid for row in block.rows)
            if not named and "plain" in box.kind.marks:
                yield "plain"
        if isinstance(block, Blank) and block.lines != box.kind.lines:
            yield str(block.lines)
    if box.critical:
        yield "critical"
