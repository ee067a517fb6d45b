"""Fields of Word: what is computed (links, page numbers, tables of contents) and what of it is seen."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from polyleaf.importing.glyphs import symbol
from polyleaf.importing.word.parts import Node, W, child, value

_LINK = re.compile(r'^\s*HYPERLINK\s+(?:"([^"]+)"|([^\s"\\]+))', re.IGNORECASE)
_WITHIN = re.compile(r'^\s*HYPERLINK\b.*?\\l\s+(?:"([^"]+)"|(\S+))', re.IGNORECASE | re.DOTALL)
_REFERENCE = re.compile(r"^\s*REF\s+([^\s\\]+)(?!.*\\[nrwp]\b)", re.IGNORECASE | re.DOTALL)
_CONTENTS = re.compile(r"^\s*(?:TOC|INDEX|TOA)\b", re.IGNORECASE)
PAGE_NUMBER = "A number of pages that Word puts in: it stays as it was when the file was saved"
_TOLD = (
    (
        re.compile(r"^\s*PAGEREF\b", re.IGNORECASE),
        "A page number that Word looked up: pages are others here, write [see Risks](#risks) instead",
    ),
    (
        re.compile(r"^\s*REF\b.*\\[nrwp]\b", re.IGNORECASE | re.DOTALL),
        "The number of a heading that Word looked up: headings have no numbers here, write [see Risks](#risks) instead",
    ),
    (re.compile(r"^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE), PAGE_NUMBER),
    (re.compile(r"^\s*NOTEREF\b", re.IGNORECASE), "The number of a note was taken: notes have no numbers here"),
    (
        re.compile(r"^\s*(?:DATE|TIME|PRINTDATE|SAVEDATE|CREATEDATE)\b", re.IGNORECASE),
        "A date that Word puts in by itself: it stays as it was when the file was saved",
    ),
    (
        re.compile(r"^\s*(?:MERGEFIELD|ADDRESSBLOCK|GREETINGLINE|ASK|FILLIN)\b", re.IGNORECASE),
        "A place that Word fills in for each letter (mail merge): only its words were taken",
    ),
)
"""What of a field's result may be wrong on our page, and what people are told of it."""

_BUTTON = re.compile(r"^\s*(?:MACROBUTTON|GOTOBUTTON)\s+(?:\"[^\"]*\"|\S+)\s+(.*)$", re.IGNORECASE | re.DOTALL)
_SYMBOL = re.compile(r"^\s*SYMBOL\s+\"?(0x[0-9a-f]+|\d+|.)\"?(.*)$", re.IGNORECASE | re.DOTALL)
_FONT = re.compile(r"\\f\s+(?:\"([^\"]+)\"|(\S+))", re.IGNORECASE)
_FORMULA = re.compile(r"^\s*EQ\b(.*)$", re.IGNORECASE | re.DOTALL)
_FRACTION = re.compile(r"\\f\s*\(([^(),;]*)[,;]([^(),;]*)\)", re.IGNORECASE)
_PICTURE = re.compile(r"^\s*(?:INCLUDEPICTURE|INCLUDETEXT|LINK|IMPORT)\b", re.IGNORECASE)
_COUNTED = re.compile(r"^\s*(?:LISTNUM|AUTONUM\w*)\b", re.IGNORECASE)


@dataclass
class Field:
    """A field that has begun: its instruction so far, and whether what follows is its result.

    ``chosen`` is what is chosen in a list to choose from, ``box`` a box to tick.
    """

    instruction: str = ""
    in_result: bool = False
    chosen: str = ""
    box: str = ""

    @property
    def href(self) -> str:
        """Where it leads; "" if it is no link."""
        return link_of(self.instruction)


@dataclass
class Fields:
    """The fields that are open; they may go on over many paragraphs."""

    open: list[Field] = field(default_factory=list)
    began_contents: bool = False

    def char(self, node: Node) -> tuple[str, str]:
        """A ``w:fldChar``.

        Returns:
            Words that it stands for, such as a box to tick; and what is to be told of the field.
        """
        kind = node.get(f"{W}fldCharType")
        if kind == "begin":
            self.open.append(Field(chosen=_chosen(node), box=_box(node)))
        elif self.open and kind == "separate":
            self.open[-1].in_result = True
            self.began_contents |= self.is_contents
            return self.open[-1].box, told_of(self.open[-1].instruction)
        elif self.open and kind == "end":
            ended = self.open.pop()
            return ("", "") if ended.in_result else _without_result(ended)
        return "", ""

    def end_paragraph(self) -> None:
        """Closes a field whose result has not begun: its file is damaged, and what follows is text."""
        while self.open and not self.open[-1].in_result:
            self.open.pop()

    def instruct(self, text: str) -> None:
        """A piece of an instruction."""
        if self.open and not self.open[-1].in_result:
            self.open[-1].instruction += text

    @property
    def hides(self) -> bool:
        """Whether words here belong to an instruction."""
        return any(not one.in_result for one in self.open)

    @property
    def is_contents(self) -> bool:
        """Whether words here belong to a table of contents."""
        return any(one.in_result and _CONTENTS.match(one.instruction) for one in self.open)

    @property
    def href(self) -> str:
        """Where words here lead; "" for nowhere."""
        return next((one.href for one in reversed(self.open) if one.in_result and one.href), "")


def link_of(instruction: str) -> str:
    """Where a field leads, ``#`` and a name in the document itself; "" for nowhere."""
    if match := _WITHIN.match(instruction):
        return f"#{match[1] or match[2]}"
    if match := _REFERENCE.match(instruction):
        return f"#{match[1]}"
    match = _LINK.match(instruction)
    return (match[1] or match[2] or "") if match else ""


def told_of(instruction: str) -> str:
    """What people are to look at in the result of a field; "" for nothing."""
    return next((told for pattern, told in _TOLD if pattern.match(instruction)), "")


def _box(begin: Node) -> str:
    """A box to tick of an old form, as it is ticked."""
    box = child(begin, "ffData", "checkBox")
    if box is None:
        return ""
    ticked = value(box, "checked") if child(box, "checked") is not None else value(box, "default") or "0"
    return "☐" if ticked in ("0", "false") else "☑"


def _chosen(begin: Node) -> str:
    """The entry that is chosen in an old form's list, of which the file has no result."""
    choices = child(begin, "ffData", "ddList")
    entries = [] if choices is None else [one.get(f"{W}val", "") for one in choices.iterfind(f"{W}listEntry")]
    at = value(choices, "result") or value(choices, "default") or "0"
    return entries[int(at)] if at.isdecimal() and int(at) < len(entries) else ""


def _without_result(ended: Field) -> tuple[str, str]:  # noqa: PLR0911 - one case a field
    """What is seen of a field that has no result in the file, and what is to be told of it."""
    if ended.box or ended.chosen:
        told = "A list to choose from was taken with what is chosen in it"
        return ended.box or ended.chosen, told if ended.chosen else ""
    if match := _BUTTON.match(ended.instruction):
        return match[1].strip(), "A place to click on was taken with the words that stand in it"
    if match := _SYMBOL.match(ended.instruction):
        code, font = match[1], _FONT.search(match[2])
        number = int(code, 0) if code[:1].isdecimal() and len(code) > 1 else ord(code)
        return symbol((font[1] or font[2]) if font else "", f"{number:x}"), ""
    if match := _FORMULA.match(ended.instruction):
        words = _FRACTION.sub(r"\1/\2", match[1])
        words = " ".join(re.sub(r"\\\w+\d*", " ", words).split())
        return words, "A formula was taken as plain text: look whether it still says what it said"
    if _PICTURE.match(ended.instruction):
        return "", "A picture that lies in another file was not taken: put it in as :::{figure}"
    if _COUNTED.match(ended.instruction):
        return "", "A number that Word counts by a field was not taken: type it"
    return "", ""
