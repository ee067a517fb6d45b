"""Reads boxes: what a fence names, what stands in it, and the slips people make with both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import assert_never

from markdown_it.tree import SyntaxTreeNode

from polyleaf.errors import nearest
from polyleaf.manuscript.faults import FaultLog
from polyleaf.model.box_kind import BoxKind, Content
from polyleaf.model.boxes import BOXES
from polyleaf.model.facts import Fact
from polyleaf.model.icon_array import share
from polyleaf.model.leaflet import Block, Box, Figure, ListBlock, Paragraph, Table, TermItem, TermList
from polyleaf.model.message import Text
from polyleaf.source.fences import Fence, fence_of
from polyleaf.source.figures import read_contact, read_figure
from polyleaf.source.forms import is_fields, is_number, read_blank, read_fields
from polyleaf.source.key_points import check_points
from polyleaf.source.named_columns import named_tables
from polyleaf.source.nodes import content_of, line_of
from polyleaf.source.references import link_to
from polyleaf.source.tables import marked
from polyleaf.source.typed_entries import typed_entries
from polyleaf.source.values import shown

WORDS = "words"
"""Mark of a box of facts: no pictures are drawn."""

CRITICAL = "critical"
"""Second word in the braces of a box that must never be printed half translated."""

_ALONE: Mapping[Content, tuple[list[type], str]] = {
    Content.TABLE: ([Table], "one table"),
    Content.PICTURES: ([Figure, Figure], "two figures"),
    Content.BENEFITS: ([Table, Table], "two tables"),
    Content.OPTIONS: ([Table], "one table"),
    Content.DOSES: ([Table], "one table"),
}
"""What stands in some boxes and nothing else."""

Blocks = tuple[Block[Text], ...]
Entry = tuple[Text, Blocks]
"""A number or a time, and what is said of it."""
Labels = Callable[[str], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class BoxReader:
    """Reads the boxes of one leaflet.

    Attributes:
        log: Takes the faults.
        contacts: Contacts of the project, by id.
        labels: Gives the texts inside a picture by its name in the leaflet.
        blocks: Reads Markdown inside a box.
        text: Makes a text of Markdown and its line.
        facts: Facts of the leaflet.
    """

    log: FaultLog
    contacts: Mapping[str, object]
    labels: Labels
    blocks: Callable[[Sequence[SyntaxTreeNode]], Blocks]
    text: Callable[[str, int], Text]
    facts: Mapping[str, Fact]

    def read(self, node: SyntaxTreeNode) -> Blocks:
        """The blocks that a ``box`` or ``box_raw`` node becomes; of a box of unknown name its words are left."""
        line, fence = line_of(node), fence_of(node.meta)
        kind = BOXES.get(fence.name)
        self._note_slips(fence, kind, line)
        if kind is None:
            named = (Paragraph(self.text(fence.argument, line)),) if fence.argument else ()
            return (*named, *self.blocks(node.children))
        match kind.content:
            case Content.FIGURE:
                return read_figure(fence, line, self.log, self.labels)
            case Content.CONTACT:
                return read_contact(fence, line, self.log, self.contacts)
            case content:
                blocks = self._inside(node, kind, content, fence)
        if not blocks:
            self.log.add(f"This box ({kind}) is empty", line, "Write its text between the two lines of :::")
        has_title = fence.argument and kind.content is not Content.LINK and not self._is_count(fence, kind)
        return (Box(kind, self.text(fence.argument, line) if has_title else None, blocks, CRITICAL in fence.marks),)

    @staticmethod
    def _is_count(fence: Fence, kind: BoxKind) -> bool:
        """Whether a number of lines stands behind the braces, not in them."""
        return kind.content is Content.LINES and is_number(fence.argument)

    def _inside(  # noqa: C901, PLR0911 - one case a content
        self, node: SyntaxTreeNode, kind: BoxKind, content: Content, fence: Fence
    ) -> Blocks:
        """What stands between the two lines of a box that is written in Markdown."""
        line = line_of(node)
        match content:
            case Content.BLOCKS:
                return self.blocks(node.children)
            case Content.PICTURES | Content.TABLE:
                return self._alone(node, kind, fence, line)
            case Content.BENEFITS | Content.OPTIONS | Content.DOSES:
                return named_tables(self._alone(node, kind, fence, line), content, line, self.log)
            case Content.STEPS:
                return self._steps(node, line)
            case Content.KEY_POINTS:
                blocks = self.blocks(node.children)
                check_points(blocks, line, self.log)
                return blocks
            case Content.RISKS | Content.FACTS | Content.TIMES:
                blocks = self._entries(node, kind, fence)
                if blocks and not any(isinstance(block, TermList) for block in blocks):
                    self._tell_no_entries(kind, line)
                return blocks
            case Content.FIELDS:
                fields = [child for child in node.children if is_fields(child)]
                others = self.blocks([child for child in node.children if child not in fields])
                return (*others, read_fields(fields, kind, line, self.text, self.log))
            case Content.LINES:
                return (*self.blocks(node.children), read_blank(fence, kind, line, self.log))
            case Content.LINK:
                address = self.text(link_to(fence.argument, line, self.log), line)
                return (*self.blocks(node.children), Paragraph(address))
            case Content.FIGURE | Content.CONTACT:
                return ()  # they hold no blocks: ``read`` has read them
            case _:
                assert_never(content)

    def _note_slips(self, fence: Fence, kind: BoxKind | None, line: int) -> None:
        """The common slips of a fence."""
        if kind is None:
            near = nearest(fence.name, tuple(BOXES))
            hint = f"Did you mean :::{{{near}}}?" if near else f"Boxes are {', '.join(BOXES)}"
            self.log.add(f"There is no box named {shown(fence.name)}", line, hint)
        elif not fence.braced:
            self.log.add("The name of a box stands in braces", line, f"Write :::{{{fence.name}}}")
        if not fence.closed:
            self.log.add(f"This box ({fence.name}) is not closed", line, "Write a line of ::: after its last line")
        elif fence.crowded is not None:
            hint = "The outer of two boxes has more colons: ::::{important} … ::::"
            self.log.add("This box holds another with as many colons", line, hint)
        own = () if kind is None else tuple(kind.marks)
        known = own if kind is not None and kind.content.is_raw else (*own, CRITICAL)
        counts = kind is not None and kind.content is Content.LINES
        for mark in fence.marks:
            if mark not in known and not (counts and is_number(mark)):
                hint = f"The one mark there is makes a box critical: :::{{tip {CRITICAL}}}"
                hint = "How many lines to write on: :::{lines 3}" if counts else hint
                near = f"Marks of a {kind} box: {', '.join(known)}"
                self.log.add(f"{shown(mark)} in the braces says nothing", line, near if own else hint)

    def _steps(self, node: SyntaxTreeNode, line: int) -> Blocks:
        blocks = self.blocks(node.children)
        *before, last = blocks or (None,)
        if blocks and not (
            isinstance(last, ListBlock) and last.ordered and all(isinstance(block, Paragraph) for block in before)
        ):
            self.log.add(
                "A steps box holds one numbered list, perhaps with a paragraph before it",
                line,
                "Begin each step with 1. 2. 3. and put other text after the box",
            )
        return blocks

    def _alone(self, node: SyntaxTreeNode, kind: BoxKind, fence: Fence, line: int) -> Blocks:
        """The blocks of a box that is for certain blocks alone."""
        blocks = self.blocks(node.children)
        if len(blocks) == 1 and isinstance(blocks[0], Box) and blocks[0].kind is kind:
            blocks = blocks[0].blocks  # two pictures on one line are such a box themselves
        wanted, words = _ALONE[kind.content]
        if blocks and [type(block) for block in blocks] != wanted:
            self.log.add(f"A box of this kind ({kind}) holds {words}", line, "Put other text before or after the box")
        return tuple(marked(block, fence.marks) if isinstance(block, Table) else block for block in blocks)

    def _entries(self, node: SyntaxTreeNode, kind: BoxKind, fence: Fence) -> Blocks:
        parts: list[Block[Text] | list[Entry]] = []
        for child in node.children:
            entries = self._entries_of(child, kind)
            last = parts[-1] if parts else None
            if not entries:
                parts += self.blocks((child,))
            elif isinstance(last, list):  # typed with empty lines between them
                last += entries
            else:
                parts.append(entries)
        return tuple(self._listed(part, kind, fence) if isinstance(part, list) else part for part in parts)

    def _tell_no_entries(self, kind: BoxKind, line: int) -> None:
        first = "time" if kind.content is Content.TIMES else "number"
        example = "A week before" if kind.content is Content.TIMES else "{nerve_leak}"
        hint = f"Write the {first} alone on a line, {example}, and on the next line a colon, a space and the words"
        self.log.add(f"This {kind} box has no entries", line, hint)

    def _entries_of(self, node: SyntaxTreeNode, kind: BoxKind) -> list[Entry]:
        if node.type != "dl":
            typed = typed_entries(node, kind.content)
            return [(self.text(one.term, one.line), (Paragraph(self.text(one.words, one.line)),)) for one in typed]
        entries: list[Entry] = []
        for part in node.children:
            if part.type == "dt":
                number = self.text(content_of(part), line_of(part))
                if kind.content is not Content.TIMES and len(number.placeholders) != 1:
                    hint = "Write one fact, such as {nerve_leak}, and declare it in the front matter"
                    what = "risk" if kind.content is Content.RISKS else "number"
                    self.log.add(f"The {what} {shown(number.msgid)} is not one fact", line_of(part), hint)
                entries.append((number, ()))
            elif entries:
                number, blocks = entries.pop()
                entries.append((number, (*blocks, *self.blocks(part.children))))
        return entries

    def _listed(self, entries: Iterable[Entry], kind: BoxKind, fence: Fence) -> TermList[Text]:
        items = tuple(TermItem(term, blocks, self._fact_of(term)) for term, blocks in entries)
        ordered = most_frequent_first(items) if kind.content is Content.RISKS else items
        return TermList(ordered, kind.name, WORDS not in fence.marks)

    def _fact_of(self, term: Text) -> Fact | None:
        return self.facts.get(term.placeholders[0]) if len(term.placeholders) == 1 else None


def most_frequent_first(items: Iterable[TermItem[Text]]) -> tuple[TermItem[Text], ...]:
    """Entries by how often they happen; those that are no frequency last, in their own order."""

    def rank(item: TermItem[Text]) -> Fraction:
        often = share(item.fact)
        return Fraction(1) if often is None else -often

    return tuple(sorted(items, key=rank))
