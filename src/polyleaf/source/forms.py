"""Reads what people fill in by hand: the fields of a box, and lines to write on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from markdown_it.tree import SyntaxTreeNode

from polyleaf.errors import nearest
from polyleaf.manuscript.faults import FaultLog
from polyleaf.model.box_kind import BoxKind
from polyleaf.model.form import FIELDS, Blank, Field, FieldList
from polyleaf.model.message import Text
from polyleaf.source.fences import Fence
from polyleaf.source.nodes import content_of, line_of
from polyleaf.source.values import shown

MOST_LINES = 40
"""More fill a page in the smallest print."""
MOST_FIELDS = 20

_FIELD = re.compile(r"[ \t]*:([^\s:][^:\n]{0,59}):(?:[ \t]+(.*?))?[ \t]*")


def is_fields(node: SyntaxTreeNode) -> bool:
    """Whether a node is a paragraph of fields: ``:date: 4 May``."""
    return node.type == "paragraph" and _FIELD.fullmatch(content_of(node).split("\n", 1)[0]) is not None


def read_fields(
    nodes: Sequence[SyntaxTreeNode], kind: BoxKind, line: int, text: Callable[[str, int], Text], log: FaultLog
) -> FieldList[Text]:
    """The fields that some paragraphs hold; those that are usual in a box of this kind if they hold none.

    Args:
        nodes: The paragraphs.
        kind: The box.
        line: Its line.
        text: Makes a text of Markdown and its line.
        log: Takes the faults.
    """
    found = [_field(*one, text, log) for node in nodes for one in _lines(node)]
    if len(found) > MOST_FIELDS:
        log.add(f"This box ({kind}) has {len(found)} fields", line, "Make two boxes of it: it has to fit on one page")
    named = [one.kind for one in found if one.kind is not None]
    for twice in dict.fromkeys(one for one in named if named.count(one) > 1):
        log.add(f"The field :{twice}: stands here twice", line, "Delete one of the two, or give it a label of its own")
    if not found:
        found = [Field(FIELDS[name], None, None) for name in kind.fields]
    return FieldList(tuple(found), log.at(line))


def _lines(node: SyntaxTreeNode) -> Iterator[tuple[int, str, str]]:
    """Line, label and value of each field; a line that begins none goes on with the value of the one before."""
    pending: tuple[int, str, str] | None = None
    for place, written in enumerate(content_of(node).split("\n")):
        if match := _FIELD.fullmatch(written):
            if pending:
                yield pending
            pending = (line_of(node) + place, match[1].strip(), match[2] or "")
        elif pending:
            pending = (*pending[:2], f"{pending[2]}\n{written}".strip())
    if pending:
        yield pending


def _field(line: int, label: str, value: str, text: Callable[[str, int], Text], log: FaultLog) -> Field[Text]:
    known = FIELDS.get(label.lower())
    if known is None and label[:1].islower() and (near := nearest(label.lower(), FIELDS)):
        log.add(
            f"There is no field {shown(f':{label}:')}", line, f"Did you mean :{near}:? A label of your own: :Nurse:"
        )
        known = FIELDS[near]
    return Field(known, None if known else text(label, line), text(value, line) if value.strip() else None)


def read_blank(fence: Fence, kind: BoxKind, line: int, log: FaultLog) -> Blank:
    """The lines that ``:::{lines 5}`` asks for."""
    asked = number_of(fence)
    if asked is None:
        return Blank(kind.lines, log.at(line))
    if not 1 <= asked <= MOST_LINES:
        log.add(f"{asked} lines to write on", line, f"Write a number from 1 to {MOST_LINES}: :::{{{kind} 5}}")
    return Blank(min(max(asked, 1), MOST_LINES), log.at(line))


def number_of(fence: Fence) -> int | None:
    """The number in the braces or, as people write it too, behind them."""
    for word in (*fence.marks, fence.argument):
        if is_number(word):
            return int(word)
    return None


def is_number(word: str) -> bool:
    """Whether a word in the braces is a number of lines."""
    return word.isascii() and word.isdecimal() and len(word) < 5  # noqa: PLR2004 - nobody writes 10,000 lines
