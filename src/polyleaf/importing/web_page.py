"""The elements of a web page, in the order in which they are read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import html

from polyleaf.importing.gathered import Element, Frame, Grid, Line, Mark, Notice, Remark, Role, Run
from polyleaf.importing.texts import paragraph_place
from polyleaf.importing.web_admonitions import admonition, boxed
from polyleaf.importing.web_kinds import (
    FOREIGN,
    SKIPPED,
    WHOLE,
    around,
    heading_level,
    is_box,
    is_comment,
    is_inline,
    is_margin,
    is_of_contents,
    is_unseen,
    name_of,
    names_of,
    role_of,
    whole_text,
)
from polyleaf.importing.web_lists import depth_of, has_letters, numbered
from polyleaf.importing.web_pictures import FindPicture, picture_of
from polyleaf.importing.web_runs import Style, folded, is_struck
from polyleaf.importing.web_table import grid_of
from polyleaf.importing.web_words import changed, line_of, long_form

_OF_WORD = re.compile(r"(?:<!)?\[(?:if|endif)\b", re.IGNORECASE)
"""Remarks for Internet Explorer, of which Word's web pages are full."""


@dataclass
class Page:
    """Reads what stands in a page.

    Attributes:
        dropped: The element whose words go: ``del`` or ``ins``.
        find: Finds pictures.
        notices: Takes what is not taken.
        count: Paragraphs so far.
        unseen: Hidden text of the paragraph that is read.
        margins: The lines of headers and footers of paper.
    """

    dropped: str
    find: FindPicture
    notices: list[Notice] = field(default_factory=list)
    count: int = 0
    unseen: list[Remark] = field(default_factory=list)
    margins: list[str] = field(default_factory=list)

    def read(self, root: html.HtmlElement) -> tuple[Element, ...]:
        """What stands in an element."""
        return tuple(self._flow(root, Style(), -1, ""))

    def drops(self, node: html.HtmlElement) -> bool:
        """Whether an element has no words of the text."""
        if isinstance(node.tag, str) and node.tag in FOREIGN:
            self._once(f"What another page or program shows was not taken ({name_of(node)})")
            return True
        if node.tag == self.dropped and node.text_content().strip():
            self._once(changed(node))
        return not isinstance(node.tag, str) or node.tag in SKIPPED or node.tag == self.dropped

    def _tell(self, told: str, words: str) -> None:
        self.notices.append(Notice(told, self._place(words)))

    def _once(self, told: str) -> None:
        self.notices += [Notice(told)] if Notice(told) not in self.notices else []

    def _flow(self, node: html.HtmlElement, style: Style, item: int, frame: str) -> Iterator[Element]:
        """What stands in a block: runs of inline content are paragraphs."""
        runs: list[Run] = [style.run(node.text or "")]
        for one in node:
            if isinstance(one, html.HtmlComment):
                yield from self._remark(one)
            elif isinstance(one.tag, str) and not self.drops(one):
                if is_inline(one):
                    hung: list[Element] = []
                    runs += self._inline(one, style, hung)
                    if hung:
                        yield from self._line(runs, item, frame)
                        yield from hung
                        runs = []
                else:
                    yield from self._line(runs, item, frame)
                    runs = []
                    yield from self._block(one, style, item, frame)
            runs.append(style.run(one.tail or ""))
        yield from self._line(runs, item, frame)

    def _remark(self, node: html.HtmlComment) -> Iterator[Remark]:
        if (words := (node.text or "").strip()) and not _OF_WORD.match(words):
            yield Remark(words, self._place(words))

    def _place(self, words: str) -> str:
        return paragraph_place(self.count, words)

    def _line(self, runs: list[Run], item: int, frame: str, **more: object) -> Iterator[Line | Remark]:
        yield from self.unseen
        self.unseen.clear()
        said = folded(runs)
        if (words := "".join(run.text for run in said)).strip():
            self.count += 1
            yield replace(Line(said, self._place(words), item=item, frame=frame), **more)  # type: ignore[arg-type]

    def _inline(self, node: html.HtmlElement, style: Style, hung: list[Element]) -> Iterator[Run]:
        """The words of an inline element; pictures in it go into ``hung``."""
        if node.tag == "br":
            yield Run("\v")
            return
        if node.tag == "img":
            hung += picture_of(node, self.find, self._place, self.notices)
            return
        if is_unseen(node):
            return self._hide(node)
        if node.tag in WHOLE:
            return (yield from self._whole(node, style))
        if is_struck(node):
            self._tell("Struck-out words were taken as words", node.text_content()[:60])
        self.unseen += [Remark(meant, self._place(meant)) for meant in long_form(node)]
        inner = style.of(node)
        opening, closing = around(node)
        yield from (Run(opening), inner.run(node.text or ""))
        for one in node:
            if isinstance(one.tag, str) and not self.drops(one):
                if is_inline(one):
                    yield from self._inline(one, inner, hung)
                else:  # a block in a link or a span
                    hung += self._block(one, inner, -1, "")
            yield inner.run(one.tail or "")
        yield Run(closing)

    def _hide(self, node: html.HtmlElement) -> None:
        if words := line_of(node, self.drops):
            self.unseen.append(Remark(f"Hidden text: {words}", self._place(words)))

    def _whole(self, node: html.HtmlElement, style: Style) -> Iterator[Run]:
        words = whole_text(node)
        if node.tag == "math":
            self._tell("A formula was taken as plain text: look whether it still says what it said", words)
        if node.tag == "svg":
            self._tell("A drawing in the page was not taken: save it as an SVG file", words)
            self.unseen += [Remark(f"Words of a drawing: {words}", self._place(words))] if words else []
            return
        yield style.run(words)

    def _block(self, node: html.HtmlElement, style: Style, item: int, frame: str) -> Iterator[Element]:  # noqa: C901, PLR0912 - one case an element
        tag = str(node.tag)
        if is_unseen(node):
            self._hide(node)
            return
        if level := heading_level(node):
            hung: list[Element] = []
            yield from self._line(list(self._inline(node, style, hung)), item, frame, level=level, names=names_of(node))
            yield from hung
            return
        match tag:
            case "ul" | "ol" | "menu":
                yield from self._list(node, style, item + 1 if item >= 0 else 0, frame)
            case "table":
                yield self._table(node, style)
            case "figure":
                yield from self._figure(node, style)
            case "pre":
                runs = [replace(run, text=run.text.replace("\n", "\v")) for run in self._inline(node, style, [])]
                yield from self._line(runs, item, frame)
            case "dt":
                yield from (
                    replace(one, role=Role.TERM) if isinstance(one, Line) else one
                    for one in self._flow(node, replace(style, bold=True), item, frame)
                )
            case "hr":
                return
            case "caption" | "figcaption":
                yield from self._line(list(self._inline(node, style, [])), item, frame, role=Role.CAPTION)
            case "summary":
                yield from self._flow(node, replace(style, bold=True), item, frame)
            case _ if is_margin(node) or is_comment(node):
                yield from self._aside(node)
            case "blockquote" if mark := admonition(node.text_content()):
                yield boxed(self._flow(node, style, -1, ""), mark, self._place(mark[1]))
            case "p" if is_of_contents(node):
                self._once("The table of contents is not printed: a leaflet has none")
                yield Remark(f"Table of contents: {' '.join(node.text_content().split())}", self._place(""))
            case "p" if (role := role_of(node)) is not Role.TEXT:
                for one in self._flow(node, style.of(node), item, frame):
                    yield replace(one, role=role) if isinstance(one, Line) else one
            case _ if not frame and is_box(node):
                names = " ".join((node.get("class", ""), node.get("role", ""), tag))
                inside = tuple(self._flow(node, style.of(node), -1, ""))
                yield Frame(inside, self._place(node.text_content()[:60]), names)
            case _:
                yield from self._flow(node, style.of(node), item, frame)

    def _aside(self, node: html.HtmlElement) -> Iterator[Remark]:
        """What stands round the text, as a note."""
        words = line_of(node, self.drops)
        if words and (node.get("title") in ("header", "footer") or node.tag == "footer"):
            self.margins.append(words)
        elif words:
            if not is_comment(node):
                self._tell(f"The page's <{node.tag}> is a note: it stands round the text, not in it", words)
            yield Remark(words, str(node.tag))

    def _list(self, node: html.HtmlElement, style: Style, depth: int, frame: str) -> Iterator[Element]:
        depth = depth_of(node, depth)
        if has_letters(node):
            told = "A list has letters or Roman figures for marks; here it has numbers"
            self._tell(told, node.text_content()[:60])
        for one, number in numbered(node):
            if isinstance(one, html.HtmlComment):
                yield from self._remark(one)
            elif not self.drops(one) and one.tag in ("ul", "ol"):
                yield from self._list(one, style, depth + 1, frame)
            elif not self.drops(one):
                yield from self._item(one, style, Mark(node.tag == "ol", depth, number), frame)

    def _item(self, node: html.HtmlElement, style: Style, mark: Mark, frame: str) -> Iterator[Element]:
        is_marked = False
        for element in self._flow(node, style, mark.depth, frame):
            if not is_marked and isinstance(element, Line) and element.mark is None and not element.level:
                yield replace(element, mark=mark, item=-1)
                is_marked = True
            else:
                yield element

    def _table(self, node: html.HtmlElement, style: Style) -> Grid:
        place = self._place(node.text_content()[:60])
        return grid_of(node, lambda cell: tuple(self._flow(cell, style.of(cell), -1, "")), place)

    def _figure(self, node: html.HtmlElement, style: Style) -> Iterator[Element]:
        caption = node.find(".//figcaption")
        yield from (
            element
            for element in self._flow(node, style, -1, "")
            if not (isinstance(element, Line) and element.role is Role.CAPTION)
        )
        if caption is not None:
            yield from self._line(list(self._inline(caption, style, [])), -1, "", role=Role.CAPTION)
