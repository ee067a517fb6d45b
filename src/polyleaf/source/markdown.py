"""Reads the body of a leaflet: Markdown with colon fences to a tree of blocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise
from types import MappingProxyType

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.deflist import deflist_plugin

from polyleaf.manuscript.faults import FaultLog
from polyleaf.model.facts import Fact
from polyleaf.model.form import Blank
from polyleaf.model.leaflet import Heading, ListBlock, ListItem, Paragraph
from polyleaf.model.message import Text
from polyleaf.source.boxes import Blocks, BoxReader, Labels
from polyleaf.source.divided_words import closed_up
from polyleaf.source.fences import colon_fences
from polyleaf.source.figures import figures_and_lines, with_captions
from polyleaf.source.habits import as_meant, perhaps_minus
from polyleaf.source.loose_ends import check_loose_ends
from polyleaf.source.margin_lines import WIDTH, lines_at_the_margin
from polyleaf.source.nodes import content_of, line_of
from polyleaf.source.notes import without_notes
from polyleaf.source.ordinals import without_escape
from polyleaf.source.paragraphs import check_paragraph, parts_of, runs_of
from polyleaf.source.source_words import SourceWords
from polyleaf.source.tabbed import TABBED, tab_tables
from polyleaf.source.tables import read_tabbed, read_table
from polyleaf.source.text import make_text
from polyleaf.source.typed_lines import column, with_breaks
from polyleaf.source.values import shown
from polyleaf.source.wording import check_wording

LINE_LIMIT, FENCE_LIMIT = 20_000, 1_000
"""Most lines of a leaflet, and most of them that begin with ``:::``; real ones have hundreds and tens."""

_MAX_NESTING, _DEEPEST, _FIRST_LEVEL, _LAST_LEVEL = 60, 16, 2, 4
_QUOTED = "Use a box: :::{important} … :::, or, for what somebody said, :::{quote} Anna, 71 … :::"


def _parser() -> MarkdownIt:
    # Inline content is parsed by parse_inline; link reference definitions would vanish from the page, so they are off.
    markdown = MarkdownIt("commonmark", {"html": False, "maxNesting": _MAX_NESTING})
    markdown.enable("table").disable(["reference", "inline"])
    return markdown.use(colon_fences).use(deflist_plugin).use(lines_at_the_margin).use(tab_tables)


_MARKDOWN = _parser()


def read_body(
    body: str,
    log: FaultLog,
    contacts: Mapping[str, object],
    labels: Labels,
    words: SourceWords = SourceWords(),  # noqa: B008 - frozen
    facts: Mapping[str, Fact] = MappingProxyType({}),
) -> Blocks:
    """The blocks of a leaflet; what cannot be printed is a fault in ``log``, and reading goes on after it.

    Args:
        body: The file with empty lines in place of the front matter, so that lines are those of the file.
        log: Takes the faults.
        contacts: Contacts of the project, by id.
        labels: Gives the texts inside a picture by its name in the leaflet.
        words: Of the language of the leaflet.
        facts: Facts of the leaflet by name.
    """
    lines = body.split("\n")
    fences = sum(line.lstrip().startswith(":::") for line in lines)
    if len(lines) > LINE_LIMIT or fences > FENCE_LIMIT:
        log.add(f"The leaflet has {len(lines)} lines and {fences} lines of :::", None, "Split it into several leaflets")
        return ()
    lines = without_notes(lines, log)
    told = {number: message for number, message in enumerate(map(perhaps_minus, lines), start=1) if message}
    lines = as_meant(lines, words)
    check_loose_ends(lines, column(lines).longest, log)
    root = SyntaxTreeNode(_MARKDOWN.parse("\n".join(lines), {WIDTH: column(lines)}))
    return _Reader(lines, log, contacts, labels, facts, told, words).blocks(root.children)


class _Reader:
    def __init__(
        self,
        lines: Sequence[str],
        log: FaultLog,
        contacts: Mapping[str, object],
        labels: Labels,
        facts: Mapping[str, Fact],
        perhaps: Mapping[int, str],
        words: SourceWords,
    ) -> None:
        self._lines = lines
        self._perhaps = perhaps
        self._words = words
        self._width = column(lines)
        self._log = log
        self._labels = labels
        self._boxes = BoxReader(log, contacts, labels, self.blocks, self._text, facts)

    def blocks(self, nodes: Sequence[SyntaxTreeNode]) -> Blocks:
        nodes = with_captions(nodes)
        for above, node in pairwise(nodes):
            self._check_list_of_one(above, node)
        return tuple(block for node in nodes for block in self._block(node))

    def _check_list_of_one(self, above: SyntaxTreeNode, node: SyntaxTreeNode) -> None:
        """A line that goes on with a sentence and happens to begin with a mark of lists: -, +, *, 1."""
        inside = node.parent is not None and node.parent.type == "list_item"  # moved in, so it is meant
        if above.type == "paragraph" and node.type.endswith("_list") and len(node.children) == 1 and not inside:
            touching = above.map and node.map and above.map[1] == node.map[0]
            if touching and not content_of(above).rstrip().endswith(":"):
                hint = "Leave an empty line above a list; if the sentence goes on, join this line to the one above"
                self._log.add("This line makes a list of one item in mid-paragraph", line_of(node), hint)

    def _block(self, node: SyntaxTreeNode) -> Blocks:  # noqa: PLR0911 - one case a construct
        line = line_of(node)
        if node.level > _DEEPEST:
            self._log.add("Lists inside lists go too deep here", line, "Keep to two levels: readers lose their way")
            return tuple(Paragraph(self._text(part.content, line)) for part in node.walk() if part.type == "inline")
        match node.type:
            case "paragraph":
                return self._paragraph(node)
            case "heading":
                return self._heading(node)
            case "bullet_list" | "ordered_list":
                return self._list(node)
            case "table":
                return (read_table(node, self._lines, self._text, self._log),)
            case str() as kind if kind == TABBED:
                return (read_tabbed(node, self._text),)
            case "box" | "box_raw":
                return self._boxes.read(node)
            case "dt":
                return (Paragraph(self._text(content_of(node), line)),)
            case "dl":
                hint = (
                    "Numbers and : text stand inside :::{risks}; a word and what it means are **Word**: what it means"
                )
                self._log.add("A line that begins with a colon makes a list of risks", line, hint)
                return self.blocks([part for entry in node.children for part in _paragraphs(entry)])
            case _:
                return self._unprintable(node, line)

    def _unprintable(self, node: SyntaxTreeNode, line: int) -> Blocks:
        match node.type:
            case "blockquote":
                self._log.add("A block quotation (>) is not printed", line, _QUOTED)
                return self.blocks(node.children)
            case "hr" if "_" in node.markup:
                return (Blank(1, self._log.at(line)),)
            case "hr":
                self._log.add("A line across the page is not printed", line, "Use a heading: ## Next section")
            case "code_block":
                return self._as_typed(node.content, line)
            case "fence":
                self._log.add(
                    "A code block (``` or ~~~) is printed as plain text", line, "Write the text as a paragraph or a box"
                )
                return self._as_typed(node.content, line + 1)
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

    def _as_typed(self, content: str, line: int) -> Blocks:
        """Paragraphs of lines that somebody moved in from the edge: each line stays a line."""
        numbered = enumerate(content.split("\n"), line)
        return tuple(
            Paragraph(self._text("\\\n".join(words.strip() for _, words in lines), lines[0][0]))
            for is_blank, part in groupby(numbered, key=lambda one: not one[1].strip())
            if not is_blank and (lines := list(part))
        )

    def _list(self, node: SyntaxTreeNode) -> Blocks:
        if node.type == "bullet_list":
            return (ListBlock(ordered=False, start=1, items=tuple(self._item(item) for item in node.children)),)
        lists = runs_of([int(item.info) for item in node.children])
        return tuple(
            ListBlock(ordered=True, start=start, items=tuple(self._item(item) for item in node.children[first:end]))
            for start, first, end in lists
        )

    def _paragraph(self, node: SyntaxTreeNode) -> Blocks:
        content, line = content_of(node), line_of(node)
        if pictures := figures_and_lines(without_escape(content), line, self._log, self._labels):
            return tuple(
                block for one in pictures for block in (self._lines_of(*one) if isinstance(one, tuple) else (one,))
            )
        return self._lines_of(content, line)

    def _lines_of(self, content: str, line: int) -> Blocks:
        """The paragraphs and lists that a paragraph of words is."""
        content = closed_up(content, line, self._log, self._words.joining)
        check_paragraph(without_escape(content), line, self._log)
        found: list[Paragraph[Text] | ListBlock[Text]] = []
        for part in parts_of(content):
            texts = [
                self._text(with_breaks(without_escape(one), self._width), line + part.line + at)
                for at, one in part.texts
            ]
            if part.start is None:
                found += [Paragraph(text) for text in texts if text.msgid]
            else:
                items = tuple(ListItem((Paragraph(text),)) for text in texts)
                found.append(ListBlock(ordered=True, start=part.start, items=items))
        return tuple(found)

    def _heading(self, node: SyntaxTreeNode) -> Blocks:
        line, level = line_of(node), int(node.tag[1:])
        words = shown(content_of(node))
        if not content_of(node).strip():
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
        return (Heading(min(max(level, _FIRST_LEVEL), _LAST_LEVEL), self._text(content_of(node), line)),)

    def _item(self, node: SyntaxTreeNode) -> ListItem[Text]:
        if not node.children and ((before := node.previous_sibling) is None or before.children):
            self._log.add("This list item has no words", line_of(node), "Write them, or ____ to write on; or delete it")
        if line_of(node) in self._perhaps:
            self._log.add(
                f"A list item, or below zero? This prints as an item: {shown(self._perhaps[line_of(node)])}",
                line_of(node),
                "Below zero the minus touches the number, −5 °C, or it is a fact, {quantity: -5, unit: celsius}; "
                "an item begins with •, or with a word",
            )
        return ListItem(self.blocks(node.children))


def _paragraphs(entry: SyntaxTreeNode) -> list[SyntaxTreeNode]:
    return [entry] if entry.type == "dt" else list(entry.children)
