"""One paragraph of a Word file: its words, and what hangs on them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import replace

from lxml import etree

from polyleaf.importing.gathered import STRUCK, Remark, Run
from polyleaf.importing.inline_out import is_address
from polyleaf.importing.word.blanks import BLANK, as_blank, empty_told, is_empty, with_leaders
from polyleaf.importing.word.changes import Tracked
from polyleaf.importing.word.drawings import Drawings
from polyleaf.importing.word.fields import Fields, link_of, told_of
from polyleaf.importing.word.formulas import in_one_line
from polyleaf.importing.word.parts import Node, R, W, alternative, child, local, value
from polyleaf.importing.word.said import Said, Shelf
from polyleaf.importing.word.seen import seen
from polyleaf.importing.word.styles import Letters, Styles

FACT_TAG = "polyleaf:fact:"
"""Begins the tag of a content control round a fact, in a file that polyleaf wrote."""

_LONGEST_NOTE = 160
"""Characters of a footnote that is set in brackets; a longer one becomes a paragraph."""

_NO_PAGE = frozenset(
    ["proofErr", "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd",
     "lastRenderedPageBreak", "pPr", "rPr", "sdtPr", "sdtEndPr", "annotationRef", "footnoteRef", "endnoteRef",
     "separator", "continuationSeparator", "smartTagPr", "customXmlPr", "fldData", "moveFromRangeStart",
     "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "rt", "rubyPr", "softHyphen"]
)  # fmt: skip

_DRAWN = ("drawing", "pict", "object")


class ParagraphReader:
    """Reads the words of paragraphs.

    Args:
        styles: Styles of the file.
        tracked: Decides on tracked changes.
        drawings: Reads pictures and text boxes.
        links: Where the links of the part lead, by id.
        shelf: Comments and notes.
        notice: Takes what is not taken.
    """

    def __init__(
        self, styles: Styles, tracked: Tracked, drawings: Drawings, links: Mapping[str, str], shelf: Shelf,
        notice: Callable[[str, str], None],
    ) -> None:  # fmt: skip
        self._styles = styles
        self._tracked = tracked
        self._drawings = drawings
        self._links = links
        self._shelf = shelf
        self._notice = notice
        self.fields = Fields()

    def read(self, paragraph: Node, place: str) -> Said:
        """One paragraph."""
        said = Said()
        self.fields.began_contents = False
        self._walk(paragraph, paragraph, said, place, "", "")
        self.fields.end_paragraph()
        said.runs = with_leaders(said.runs, paragraph, self._styles)
        return said

    def _walk(  # noqa: C901, PLR0912 - one case an element
        self, node: Node, paragraph: Node, said: Said, place: str, href: str, fact: str
    ) -> None:
        for one in node:
            name = local(one)
            if name == "bookmarkStart":
                said.names.append(one.get(f"{W}name", ""))
            if not name or name in _NO_PAGE or self._tracked.drops(one):
                continue
            if name == "subDoc":
                self._notice("A part of this document lies in another file, and was not taken", place)
            elif name == "r":
                self._run(one, paragraph, said, place, href, fact)
            elif name == "hyperlink":
                self._walk(one, paragraph, said, place, self._target(one, place) or href, fact)
            elif name == "fldSimple":
                instruction = one.get(f"{W}instr", "")
                if told := told_of(instruction):
                    self._notice(told, place)
                self._walk(one, paragraph, said, place, link_of(instruction) or href, fact)
            elif name == "sdt":
                if is_empty(one):
                    self._notice(empty_told(one), place)
                    self._add(said, BLANK, self._styles.letters(paragraph, one), href, fact, place)
                    continue
                tag = value(one, "sdtPr", "tag") or ""
                if child(one, "sdtPr", "showingPlcHdr") is not None:
                    self._notice("A place to fill in was taken with the words that stand in it", place)
                named = tag.removeprefix(FACT_TAG) if tag.startswith(FACT_TAG) else fact
                self._walk(one, paragraph, said, place, href, named)
            elif name in ("oMath", "oMathPara"):
                self._notice("A formula was taken as plain text: look whether it still says what it said", place)
                space = " " if name == "oMath" and said.text[-1:].isdigit() else ""  # 1 and a half
                words = space + in_one_line(one)
                said.plain += len(words.strip())
                said.runs.append(Run(words))
            elif name == "AlternateContent":
                self._walk(alternative(one), paragraph, said, place, href, fact)
            else:  # ins, smartTag, customXml, sdtContent, dir, bdo, ruby …
                self._walk(one, paragraph, said, place, href, fact)

    def _run(self, run: Node, paragraph: Node, said: Said, place: str, href: str, fact: str) -> None:
        self._parts_of_run(run, self._styles.letters(paragraph, run), paragraph, said, place, href, fact)

    def _parts_of_run(  # noqa: C901, PLR0912 - one case an element
        self, run: Node, letters: Letters, paragraph: Node, said: Said, place: str, href: str, fact: str
    ) -> None:
        for one in run:
            name = local(one)
            if name == "rPr":
                for change in one:
                    self._tracked.drops(change)
            if not name or name in _NO_PAGE:
                continue
            match name:
                case "fldChar":
                    words, told = self.fields.char(one)
                    self._add(said, words, letters, href, fact, place)
                    if told:
                        self._notice(told, place)
                case "instrText" | "delInstrText":
                    self.fields.instruct(one.text or "")
                case "footnoteReference":
                    said.notes += self._noted(self._shelf.footnotes, one, said, letters, place)
                case "endnoteReference":
                    said.endnotes += self._shelf.endnotes.get(one.get(f"{W}id", ""), ())
                case "commentReference":
                    text = self._shelf.comments.get(key := one.get(f"{W}id", ""), "")
                    self._shelf.taken.add(key)
                    said.before += [Remark(text, place)] if text else []
                case "drawing" | "pict" | "object":
                    said.behind += self._drawings.read(one, place)
                case "AlternateContent":
                    chosen = alternative(one)
                    if not len(chosen) or any(local(part) in _DRAWN for part in chosen):
                        said.behind += self._drawings.read(_holder(one), place)
                    else:
                        self._parts_of_run(chosen, letters, paragraph, said, place, href, fact)
                case "ruby":
                    self._ruby(one, paragraph, said, place, href, fact)
                case _:
                    words, told = seen(one, letters)
                    if told:
                        self._notice(told, place)
                    self._add(said, words, letters, href, fact, place)

    def _target(self, link: Node, place: str) -> str:
        """Where a link leads; what nobody can follow from paper is told."""
        address = self._links.get(link.get(f"{R}id", ""), "").strip().replace(" ", "%20")
        if not address and (name := link.get(f"{W}anchor", "")):
            return f"#{name}"
        if address and not is_address(address):
            self._notice(f"A link leads to {address[:80]}, where nobody can follow: its words were taken", place)
        return address

    def _ruby(self, ruby: Node, paragraph: Node, said: Said, place: str, href: str, fact: str) -> None:
        """A word with its reading above it: the reading follows in brackets."""
        for part, opening, closing in (("rubyBase", "", ""), ("rt", " (", ")")):
            found = child(ruby, part)
            if found is not None and any((text.text or "").strip() for text in found.iter(f"{W}t")):
                said.runs.append(Run(opening))
                self._walk(found, paragraph, said, place, href, fact)
                said.runs.append(Run(closing))

    def _noted(
        self, shelf: Mapping[str, tuple[tuple[Run, ...], ...]], node: Node, said: Said, letters: Letters, place: str
    ) -> list[tuple[Run, ...]]:
        """A short footnote goes in brackets where its mark stood; of a long one, the paragraphs for below."""
        note = shelf.get(node.get(f"{W}id", ""), ())
        length = sum(len(run.text) for runs in note for run in runs)
        if len(note) == 1 and length <= _LONGEST_NOTE and not self._styles.level(node):
            space = "" if said.text.endswith((" ", "\n")) or not said.text else " "
            words = "".join(run.text for run in note[0]).strip()
            if words.startswith("(") and words.endswith(")"):
                said.runs += [Run(space), *note[0]]
            else:
                said.runs += [Run(f"{space}("), *_stripped(note[0]), Run(")")]
            said.sizes[letters.size] += 1
            return []
        if note:
            self._notice("A long footnote stands below its paragraph, and nothing says where its mark was", place)
        return list(note)

    def _add(self, said: Said, text: str, letters: Letters, href: str, fact: str, place: str) -> None:
        if not text or self.fields.hides:
            return
        text = as_blank(text, letters)
        if letters.hidden:
            said.before.append(Remark(f"Hidden text: {text}", place))
            return
        if letters.struck and text.strip():
            self._notice(f"{STRUCK}: “{text.strip()[:60]}”", place)
        if letters.marked and text.strip():
            self._notice(f"Words marked with a highlighter: “{text.strip()[:60]}”", place)
        said.sizes[letters.size] += len(text.strip())
        said.plain += 0 if letters.underlined else len(text.strip())
        where = self.fields.href or href
        stressed = letters.stressed or (letters.underlined and not where)
        said.runs.append(Run(text, letters.bold, stressed, where, fact, letters.struck))


def _stripped(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    if not runs:
        return runs
    first = replace(runs[0], text=runs[0].text.lstrip())
    runs = (first, *runs[1:])
    return (*runs[:-1], replace(runs[-1], text=runs[-1].text.rstrip()))


def _holder(node: Node) -> Node:
    """An element that holds this one alone, so that it is read like a drawing."""
    holder = etree.Element(f"{W}drawing")
    holder.append(deepcopy(node))
    return holder
