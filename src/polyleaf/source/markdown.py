"""Reads the body of a leaflet: Markdown with colon fences to a tree of blocks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.deflist import deflist_plugin

from polyleaf.errors import nearest
from polyleaf.manuscript.faults import FaultLog
from polyleaf.model.leaflet import (
    Block,
    Box,
    BoxKind,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    RiskItem,
    RiskList,
    Table,
)
from polyleaf.model.message import Text
from polyleaf.source.fences import RAW, colon_fences, fence_of
from polyleaf.source.figures import read_contact, read_figure
from polyleaf.source.paragraphs import check_paragraph, count_cells
from polyleaf.source.text import make_text
from polyleaf.source.values import shown
from polyleaf.source.wording import check_wording

LINE_LIMIT = 20_000
FENCE_LIMIT = 1_000
"""Most lines of a leaflet, and most of them that begin with ``:::``; real ones have hundreds and tens."""

CRITICAL = "critical"
"""Second word in the braces of a box that must never be printed half translated."""

_MAX_NESTING = 60
_DEEPEST = 16
_FIRST_LEVEL, _LAST_LEVEL = 2, 4

Blocks = tuple[Block[Text], ...]
Labels = Callable[[str], tuple[str, ...]]


def _parser() -> MarkdownIt:
    # Inline content is parsed by parse_inline; link reference definitions would vanish from the page, so they are off.
    markdown = MarkdownIt("commonmark", {"html": False, "maxNesting": _MAX_NESTING})
    markdown.enable("table").disable(["reference", "inline"])
    return markdown.use(colon_fences).use(deflist_plugin)


_MARKDOWN = _parser()


def read_body(body: str, log: FaultLog, contacts: Mapping[str, object], labels: Labels) -> Blocks:
    """The blocks of a leaflet; what cannot be printed is a fault in ``log``, and reading goes on after it.

    Args:
        body: The file with empty lines in place of the front matter, so that lines are those of the file.
        log: Takes the faults.
        contacts: Contacts of the project, by id.
        labels: Gives the texts inside a picture by its name in the leaflet.
    """
    lines = body.split("\n")
    fences = sum(line.lstrip().startswith(":::") for line in lines)
    if len(lines) > LINE_LIMIT or fences > FENCE_LIMIT:
        log.add(f"The leaflet has {len(lines)} lines and {fences} lines of :::", None, "Split it into several leaflets")
        return ()
    root = SyntaxTreeNode(_MARKDOWN.parse(body))
    return _Reader(lines, log, contacts, labels).blocks(root.children)


class _Reader:
    def __init__(self, lines: Sequence[str], log: FaultLog, contacts: Mapping[str, object], labels: Labels) -> None:
        self._lines = lines
        self._log = log
        self._contacts = contacts
        self._labels = labels

    def blocks(self, nodes: Sequence[SyntaxTreeNode]) -> Blocks:
        return tuple(block for node in nodes for block in self._block(node))

    def _block(self, node: SyntaxTreeNode) -> Blocks:  # noqa: PLR0911 - one case a construct
        line = _line(node)
        if node.level > _DEEPEST:
            self._log.add("Lists inside lists go too deep here", line, "Keep to two levels: readers lose their way")
            return ()
        match node.type:
            case "paragraph":
                return self._paragraph(node)
            case "heading":
                return self._heading(node)
            case "bullet_list" | "ordered_list":
                items = tuple(self._item(item) for item in node.children)
                return (ListBlock(node.type == "ordered_list", int(node.attrs.get("start", 1)), items),)
            case "table":
                return self._table(node)
            case "box":
                return self._box(node)
            case "box_raw":
                return self._raw(node)
            case "dl":
                hint = "Entries with a number and : text stand inside :::{risks}; else begin the line without the colon"
                self._log.add("A line that begins with a colon makes a list of risks", line, hint)
                return self.blocks([part for entry in node.children for part in _paragraphs(entry)])
            case _:
                return self._unprintable(node, line)

    def _unprintable(self, node: SyntaxTreeNode, line: int) -> Blocks:
        match node.type:
            case "blockquote":
                self._log.add("A block quotation (>) is not printed", line, "Use a box: :::{tip} … :::")
                return self.blocks(node.children)
            case "hr":
                self._log.add("A line across the page is not printed", line, "Use a heading: ## Next section")
            case "code_block":
                self._log.add(
                    "Lines that begin with four spaces are not printed", line, "Delete the spaces before them"
                )
            case "fence":
                self._log.add(
                    "A code block (``` or ~~~) is not printed", line, "Write the text as a paragraph or a box"
                )
            case "box_stray":
                hint = "Delete it, or open a box before it: :::{important}. The outer of two boxes has more colons"
                self._log.add("This ::: closes no box", line, hint)
            case other:
                self._log.add(f"This construct ({other}) is not printed", line, "Write it as a paragraph")
        return ()

    def _text(self, markdown: str, line: int) -> Text:
        text = make_text(markdown, self._log.at(line))
        check_wording(text, self._log)
        return text

    def _paragraph(self, node: SyntaxTreeNode) -> Blocks:
        content = _content(node)
        check_paragraph(content, _line(node), self._log)
        text = self._text(content, _line(node))
        return (Paragraph(text),) if text.msgid else ()

    def _heading(self, node: SyntaxTreeNode) -> Blocks:
        line, level = _line(node), int(node.tag[1:])
        words = shown(_content(node))
        if not _content(node).strip():
            self._log.add("The heading has no words", line, "Write them after the # marks, or delete the line")
            return ()
        if node.markup in ("-", "="):
            hint = f"Write ## before a heading; leave an empty line above {node.markup * 3}"
            self._log.add(f"The line under {words} makes a heading of it", line, hint)
        elif level < _FIRST_LEVEL:
            self._log.add(
                f"{words} has one #, the level of the title", line, "The title stands in the front matter; use ##"
            )
        elif level > _LAST_LEVEL:
            self._log.add(f"{words} is a heading of level {level}", line, "Headings have two to four # marks")
        return (Heading(min(max(level, _FIRST_LEVEL), _LAST_LEVEL), self._text(_content(node), line)),)

    def _item(self, node: SyntaxTreeNode) -> ListItem[Text]:
        if not node.children:
            self._log.add("This list item has no words", _line(node), "Write them, or delete the line")
        return ListItem(self.blocks(node.children))

    def _table(self, node: SyntaxTreeNode) -> Blocks:
        rows = [row for part in node.children for row in part.children]
        cells = [tuple(self._text(_content(cell), _line(row)) for cell in row.children) for row in rows]
        header = cells[0]
        if not any(cell.msgid for cell in header):
            self._log.add("The first row of this table is empty", _line(rows[0]), "It says what each column holds")
        for row in rows[1:]:
            count = count_cells(self._lines[_line(row) - 1])
            if count != len(header):
                self._log.add(
                    f"This row has {count} cells, the table has {len(header)} columns",
                    _line(row),
                    "Each row has as many | as the first; a | inside text is written \\|",
                )
        return (Table(header, tuple(cells[1:])),)

    def _box(self, node: SyntaxTreeNode) -> Blocks:
        line, name = _line(node), self._fence_name(node)
        if name not in list(BoxKind):
            return self.blocks(node.children)
        kind = BoxKind(name)
        argument = fence_of(node.meta).argument
        title = self._text(argument, line) if argument else None
        if kind is BoxKind.RISKS:
            blocks = tuple(block for child in node.children for block in self._risks_part(child))
        else:
            blocks = self.blocks(node.children)
        self._check_box(kind, blocks, line)
        return (Box(kind, title, blocks, CRITICAL in fence_of(node.meta).marks),)

    def _fence_name(self, node: SyntaxTreeNode) -> str:
        """The name of a fence, its common slips noted."""
        line, fence = _line(node), fence_of(node.meta)
        known = (*BoxKind, *RAW)
        if fence.name not in known:
            near = nearest(fence.name, known)
            hint = f"Did you mean :::{{{near}}}?" if near else f"Boxes are {', '.join(known)}"
            self._log.add(f"There is no box named {shown(fence.name)}", line, hint)
        elif not fence.braced:
            self._log.add("The name of a box stands in braces", line, f"Write :::{{{fence.name}}}")
        if not fence.closed:
            self._log.add(f"This box ({fence.name}) is not closed", line, "Write a line of ::: after its last line")
        elif fence.crowded is not None:
            hint = "The outer of two boxes has more colons: ::::{important} … ::::"
            self._log.add("This box holds another with as many colons", line, hint)
        for mark in fence.marks:
            if fence.name in RAW or mark != CRITICAL:
                hint = f"The one mark there is makes a box critical: :::{{{BoxKind.TIP} {CRITICAL}}}"
                self._log.add(f"{shown(mark)} in the braces says nothing", line, hint)
        return fence.name

    def _check_box(self, kind: BoxKind, blocks: Blocks, line: int) -> None:
        if not blocks:
            self._log.add(f"This box ({kind}) is empty", line, "Write its text between the two lines of :::")
        elif kind is BoxKind.STEPS:
            *before, last = blocks
            if not (isinstance(last, ListBlock) and last.ordered) or not all(isinstance(b, Paragraph) for b in before):
                self._log.add(
                    "A steps box holds one numbered list, perhaps with a paragraph before it",
                    line,
                    "Begin each step with 1. 2. 3. and put other text after the box",
                )
        elif kind is BoxKind.RISKS and not any(isinstance(block, RiskList) for block in blocks):
            hint = "Write the number alone on a line, {nerve_leak}, and on the next line a colon, a space and the words"
            self._log.add("This risks box has no entries", line, hint)

    def _risks_part(self, node: SyntaxTreeNode) -> Blocks:
        if node.type != "dl":
            return self._block(node)
        entries: list[tuple[Text, Blocks]] = []
        for part in node.children:
            if part.type == "dt":
                number = self._text(_content(part), _line(part))
                if len(number.placeholders) != 1:
                    hint = "Write one fact, such as {nerve_leak}, and declare it in the front matter"
                    self._log.add(f"The risk {shown(number.msgid)} is not one fact", _line(part), hint)
                entries.append((number, ()))
            elif entries:
                number, blocks = entries.pop()
                entries.append((number, (*blocks, *self.blocks(part.children))))
        return (RiskList(tuple(RiskItem(number, blocks) for number, blocks in entries)),)

    def _raw(self, node: SyntaxTreeNode) -> Blocks:
        name, fence = self._fence_name(node), fence_of(node.meta)
        if name == "contact":
            return read_contact(fence, _line(node), self._log, self._contacts)
        return read_figure(fence, _line(node), self._log, self._labels)


def _line(node: SyntaxTreeNode) -> int:
    """Line from 1; table cells and definition terms lean on what they contain."""
    if node.map is not None:
        return node.map[0] + 1
    return next((_line(child) for child in node.children), 1)


def _content(node: SyntaxTreeNode) -> str:
    return node.children[0].content if node.children else ""


def _paragraphs(entry: SyntaxTreeNode) -> list[SyntaxTreeNode]:
    return [entry] if entry.type == "dt" else list(entry.children)
