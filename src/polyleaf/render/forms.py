"""What the templates ask of text that people fill in by hand, and of what it refers to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from polyleaf.model.anchors import name_in, named
from polyleaf.model.block_texts import texts, walk_blocks
from polyleaf.model.document import LocalizedDocument, LocalizedText
from polyleaf.model.form import Blank, FieldList
from polyleaf.model.inline import Link, Words, plain, walk
from polyleaf.model.leaflet import Box, Heading, ListItem, Paragraph
from polyleaf.render.style import MM_PER_PT, Style

PITCH = 9.0
"""In mm: lines closer together have no room for handwriting."""
_LETTER = 0.62
_LONGEST_LABEL = 12.0
"""In ems. Longer labels stand above what is written there."""
_WRITTEN = 60.0
"""In mm: the shortest line on which a name or a place has room."""
_TITLE_LINES = 4
"""Lines of text that the title of a page of notes may take, with its gaps."""

_BOXES = frozenset("\u2610\u2611\u2612")
"""A box to tick, and two that are."""

_HELD = re.compile("([\u2610-\u2612]) (?=\\S|$)")
_HELD_BEFORE = re.compile("(?<=\\S) (?=[\u2610-\u2612])")
_ASIDE = re.compile(r"\([^()]*\)|[\s.]+")
_TO_FILL = re.compile("(?P<tick>\u2610)|(?P<ticked>[\u2611\u2612])|(?P<line>_{3,})")


def is_filled_in(text: str) -> bool:
    """Whether there is a box or a line to write on among the words."""
    return "___" in text or not _BOXES.isdisjoint(text)


def has_words(behind: str) -> bool:
    """Whether what stands behind the last box says what it is for: "(please tick)" does not."""
    return bool(_ASIDE.sub("", behind))


def parts_to_fill(text: str) -> Iterator[tuple[str, str]]:
    """The words cut at such boxes and lines: ``tick``, ``ticked``, ``line`` or ``words``, and the part.

    A box and the word behind it stay on one line; in "Yes ☐ No ☐" it is the word before.
    """
    behind = re.split("[\u2610-\u2612]", text)[-1]
    follows = has_words(behind) or behind.endswith(" ")  # stressed words stand apart
    text, end = _HELD.sub("\\1\u00a0", text) if follows else _HELD_BEFORE.sub("\u00a0", text), 0
    for match in _TO_FILL.finditer(text):
        if match.start() > end:
            yield "words", text[end : match.start()]
        yield str(match.lastgroup), match[0]
        end = match.end()
    yield "words", text[end:]


def is_ticked(item: ListItem[LocalizedText]) -> bool:
    """Whether an item of a list begins with a box, which then stands in the place of its bullet."""
    first = item.blocks[0] if item.blocks else None
    words = next(walk(first.text.inlines), None) if isinstance(first, Paragraph) else None
    return isinstance(words, Words) and words.text[:1] in _BOXES


def page_of_lines(measures: Style) -> int:
    """How many lines to write on fill a page below a title."""
    line = measures.size * measures.line * MM_PER_PT
    pitch = max(PITCH, measures.size * measures.space * MM_PER_PT)
    return max(1, int((measures.text_height - _TITLE_LINES * line) / (pitch + 0.25)))


def fields_beside(fields: FieldList[LocalizedText], translated: Callable[[str], str], measures: Style) -> bool:
    """Whether the labels of fields have room beside what is written there."""
    labels = (
        plain(one.label.inlines) if one.label else translated(str(one.kind and one.kind.label)) for one in fields.fields
    )
    longest = max(map(len, labels), default=0) * _LETTER + 1
    room = measures.text_width - longest * measures.size * MM_PER_PT
    return longest <= _LONGEST_LABEL and room >= _WRITTEN


def links_in(text: LocalizedText) -> tuple[Link, ...]:
    """The links of a text."""
    return tuple(one for one in walk(text.inlines) if isinstance(one, Link))


def of_a_page(box: Box[LocalizedText]) -> bool:
    """Whether a box fills a page of its own."""
    return any(isinstance(block, Blank) and not block.lines for block in box.blocks)


@dataclass(frozen=True, slots=True)
class Anchors:
    """The headings that a document refers to.

    Attributes:
        names: Their names, by the lines of the leaflet they stand on.
        headings: The headings, by their names.
        targets: What links to them lead to, by their names.
    """

    names: Mapping[int, str]
    headings: Mapping[str, LocalizedText]
    targets: Mapping[str, str]

    def of(self, heading: Heading[LocalizedText]) -> str:
        """The name of a heading; "" if nothing refers to it."""
        return self.names.get(heading.text.source.location.line or 0, "")

    def found(self, href: str) -> str:
        """The name that an address refers to; "" if there is no such heading."""
        name = name_in(href)
        return name if name in self.headings else ""


def anchors_of(document: LocalizedDocument, listed: Mapping[int, str]) -> Anchors:
    """The headings that a document refers to.

    Args:
        document: The document.
        listed: Targets of the headings that have one already, by the ``id`` of their blocks.
    """
    headings = [block for block in walk_blocks(document.blocks) if isinstance(block, Heading)]
    by_line = {heading.text.source.location.line or 0: heading for heading in headings}
    known = named(heading.text.source for heading in headings)
    asked = {name_in(href) for href in _addresses(document)}
    names = {text.location.line or 0: name for name, text in known.items() if name in asked}
    found = {name: by_line[line] for line, name in names.items()}
    targets = {name: listed.get(id(heading), name) for name, heading in found.items()}
    return Anchors(names, {name: heading.text for name, heading in found.items()}, targets)


def _addresses(document: LocalizedDocument) -> Iterator[str]:
    contacts = (text for one in document.contacts.values() for text in (one.name, one.hours, one.note))
    for text in (document.title, document.summary, *document.references, *contacts, *texts(document.blocks)):
        if text is not None:
            yield from (link.href for link in links_in(text) if link.href.startswith("#"))
