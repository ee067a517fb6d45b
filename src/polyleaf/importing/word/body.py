"""The text of a Word file as elements: paragraphs, tables, boxes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from polyleaf.importing.gathered import Element, Line, Notice, Remark, Role, Run
from polyleaf.importing.texts import paragraph_place
from polyleaf.importing.walk import joined
from polyleaf.importing.word.changes import Tracked
from polyleaf.importing.word.counting import FIGURES, WITH_WORDS
from polyleaf.importing.word.drawings import Drawings
from polyleaf.importing.word.grids import grid
from polyleaf.importing.word.numbering import Numbering
from polyleaf.importing.word.paragraphs import ParagraphReader
from polyleaf.importing.word.parts import Node, Parts, R, W, alternative, child, indent_of, local, value
from polyleaf.importing.word.said import Said, Shelf
from polyleaf.importing.word.styles import Styles

_CONTINUES = "list continue"
_CONTENTS = "table of contents"


class BodyReader:
    """Reads the text of one part: the document, a note, a header.

    Args:
        parts: The file.
        part: Name of the part.
        styles: Styles of the file.
        numbering: Lists of the file.
        tracked: Decides on tracked changes.
        shelf: Comments and notes.
        notices: Takes what is not taken.
        other: Reads a document inside this one, by the name of its part; None if it cannot.
    """

    def __init__(
        self, parts: Parts, part: str, styles: Styles, numbering: Numbering, tracked: Tracked, shelf: Shelf,
        notices: list[Notice], other: Callable[[str], tuple[Element, ...] | None],
    ) -> None:  # fmt: skip
        self._styles = styles
        self._numbering = numbering
        self._tracked = tracked
        self._notices = notices
        self._count = 0
        self._carried: Said | None = None
        self._names: list[str] = []
        self._listed: list[str] = []
        self.references: list[tuple[Run, ...]] = []
        self._other = other
        self._relations = parts.relations(part)
        links = {key: relation.target for key, relation in self._relations.items() if relation.outside}
        drawings = Drawings(parts, part, self.elements, notices)
        self._paragraphs = ParagraphReader(styles, tracked, drawings, links, shelf, self._leave)

    def _leave(self, what: str, place: str) -> None:
        if Notice(what, place) not in self._notices:
            self._notices.append(Notice(what, place))

    def elements(self, container: Node) -> tuple[Element, ...]:
        """What stands in a container, in reading order."""
        carried, self._carried = self._carried, None
        found = (*self._elements(container), *self._contents())
        if self._carried is not None:
            found = (*found, *self._lines(self._carried, container, "the end"))
        self._carried = carried
        return found

    def _elements(self, container: Node) -> Iterator[Element]:
        for node in container:
            name = local(node)
            if name == "p":
                yield from self._paragraph(node)
            elif name == "tbl":
                self._count += 1
                place = self._place("".join(_own_words(node))).replace("paragraph", "the table at paragraph", 1)
                yield grid(node, place, self._tracked, self.elements)
            elif name == "sdt":
                yield from self._content_control(node)
            elif name == "altChunk":
                yield from self._other_document(node)
            elif name == "bookmarkStart":
                self._names.append(node.get(f"{W}name", ""))
            elif name == "AlternateContent":
                yield from self._elements(alternative(node))
            elif name and not self._tracked.drops(node) and name not in ("sectPr", "tblPr", "tblGrid", "sdtPr"):
                yield from self._elements(node)

    def _other_document(self, node: Node) -> tuple[Element, ...]:
        relation = self._relations.get(node.get(f"{R}id", ""))
        found = None if relation is None or relation.outside else self._other(relation.target)
        if found is None:
            self._leave("Another document stands inside this one, and was not taken", self._place(""))
        return found or ()

    def _content_control(self, node: Node) -> Iterator[Element]:
        inside = child(node, "sdtContent")
        if inside is None:
            return
        kind = value(node, "sdtPr", "docPartObj", "docPartGallery") or ""
        if kind.lower() == _CONTENTS:
            self._listed += ["".join(text.text or "" for text in one.iter(f"{W}t")) for one in inside.iter(f"{W}p")]
            yield from self._contents()
        else:
            yield from self._elements(inside)

    def _contents(self) -> Iterator[Remark]:
        """The table of contents that has ended here."""
        words = "\n".join(line.strip() for line in self._listed if line.strip())
        self._listed.clear()
        if words:
            self._leave("The table of contents is not printed: a leaflet has none", "")
            yield Remark(f"Table of contents: {words}", _CONTENTS)

    def _place(self, words: str) -> str:
        return paragraph_place(self._count, words)

    def _paragraph(self, node: Node) -> Iterator[Element]:
        self._count += 1
        first = "".join(_own_words(node))
        place = self._place(first)
        in_contents = self._paragraphs.fields.is_contents
        said = self._paragraphs.read(node, place)
        said.names += self._names
        self._names.clear()
        if in_contents or self._paragraphs.fields.began_contents:
            self._listed.append(said.text)
            return
        yield from self._contents()
        if self._carried is not None:
            said, self._carried = _joined(self._carried, said), None
        dropped_capital = (child(node, "pPr", "framePr") is not None) and (
            child(node, "pPr", "framePr").get(f"{W}dropCap", "none") != "none"
        )
        if self._tracked.drops_mark(node) or dropped_capital:
            self._carried = said
            return
        yield from self._lines(said, node, place)

    def _lines(self, said: Said, node: Node, place: str) -> Iterator[Element]:
        yield from said.before
        self.references += said.endnotes
        frame = self._frame(node)
        line = Line(
            joined(said.runs), place, self._styles.role(node), self._styles.level(node),
            size=max(said.sizes, key=lambda size: said.sizes[size], default=0.0),
            frame=frame, style=self._styles.name(node), underlined=bool(said.text.strip()) and not said.plain,
            indent=indent_of(node), names=tuple(said.names),
        )  # fmt: skip
        if line.text.strip():
            yield from _parts(self._marked(line, node))
        elif frame:
            yield replace(line, runs=())
        yield from said.behind
        yield from (Line(runs, place, size=line.size, frame=frame) for runs in said.notes)

    def _marked(self, line: Line, node: Node) -> Line:
        """The line with its mark, if it is in a list and no heading."""
        numbering = self._styles.numbering(node)
        numbered = self._numbering.mark(*numbering) if numbering is not None else None
        if numbered is None:
            goes_on = line.style.startswith(_CONTINUES) and not line.level
            depth = self._styles.depth(line.style) if goes_on else self._styles.depth_without_mark(node)
            return replace(line, item=depth) if depth >= 0 and not line.level else line
        if numbered.style in WITH_WORDS:
            self._leave("A list counts in words (first, second); here it has figures", "")
        if line.level or line.role is not Role.TEXT:
            if numbered.mark.ordered:
                self._leave("Headings were numbered by Word; the numbers are not taken", "")
            return replace(line, runs=(Run(f"{numbered.words} "), *line.runs)) if numbered.words else line
        if numbered.words:
            return replace(line, runs=(Run(f"{numbered.words} "), *line.runs))
        if not numbered.mark.ordered and numbered.style == "none":
            return line
        if numbered.sign:
            line = replace(line, runs=(Run(f"{numbered.sign} "), *line.runs))
        if numbered.is_legal:
            self._leave(
                "A list has numbers such as 1.1; here inner lists count anew: look at “see 1.1” in the text", ""
            )
        if numbered.style not in (*FIGURES, *WITH_WORDS):
            self._leave(
                "A list has letters or Roman figures for marks; here it has numbers: look at “see (b)” in the text",
                "",
            )
        depth = numbered.mark.depth or self._styles.depth(line.style)
        indent = indent_of(node) or numbered.indent
        return replace(line, mark=replace(numbered.mark, depth=depth, indent=indent))

    def _frame(self, node: Node) -> str:
        """What tells the border or ground round a paragraph from others; "" for none."""
        for source in (child(node, "pPr"), *(child(style.node, "pPr") for style in self._styles.of(node))):
            borders = child(source, "pBdr")
            if borders is not None:
                sides = [one for one in borders if (one.get(f"{W}val") or "nil") not in ("nil", "none")]
                names = {local(side) for side in sides}
                if len(names & {"top", "left", "bottom", "right", "start", "end"}) >= 3 or names in _BARS:  # noqa: PLR2004
                    return f"border {sides[0].get(f'{W}val')} {sides[0].get(f'{W}color')}"
                return ""
            ground = child(source, "shd")
            if ground is not None:
                fill = (ground.get(f"{W}fill") or "auto").lower()
                return "" if fill in ("auto", "ffffff") else f"ground {fill}"
        return ""


_BARS = ({"left"}, {"right"}, {"start"}, {"end"})  # a line above or below is no box


def _own_words(node: Node) -> Iterator[str]:
    """The words of a paragraph, without those in boxes that hang on it."""
    for one in node:
        name = local(one)
        if name == "t":
            yield one.text or ""
        elif name not in ("txbxContent", "Fallback"):
            yield from _own_words(one)


def _joined(first: Said, second: Said) -> Said:
    """Two paragraphs whose end between them is gone."""
    sizes = first.sizes + second.sizes
    return Said(
        first.runs + second.runs, sizes, first.before + second.before, first.behind + second.behind,
        first.plain + second.plain, first.notes + second.notes, first.endnotes + second.endnotes,
        first.names + second.names,
    )  # fmt: skip


def _parts(line: Line) -> Iterator[Line]:
    """The line, in parts where it has an empty line or a page break in it: people make paragraphs so."""
    parts: list[list[Run]] = [[]]
    for run in line.runs:
        first, *others = re.split(r"\n[ \t\u00a0]*(?:\n[ \t\u00a0]*)+|\f", run.text)
        parts[-1].append(replace(run, text=first))
        parts += [[replace(run, text=other)] for other in others]
    found = [tuple(part) for part in parts if "".join(run.text for run in part).strip()]
    for index, runs in enumerate(found):
        yield replace(line, runs=runs, mark=line.mark if index == 0 else None,
                      item=line.mark.depth if index and line.mark else line.item)  # fmt: skip
