"""A leaflet as its readers meet it: running text, sentences, words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from polyleaf.model.block_texts import every_text, texts, walk_blocks
from polyleaf.model.box_kind import Content
from polyleaf.model.facts import Date, Fact, Percent, Quantity, Risk
from polyleaf.model.finding import Location
from polyleaf.model.icon_array import is_rare
from polyleaf.model.inline import FactMark, LineBreak, Words, walk
from polyleaf.model.leaflet import Block, Box, Figure, Heading, Leaflet, Paragraph, Table, TermList
from polyleaf.model.message import Text
from polyleaf.reading.sentences import sentences

PLACEHOLDER = "￼"
"""Stands for a fact in text that is read for its words (OBJECT REPLACEMENT CHARACTER)."""

LONG = 20
"""Words in a sentence; more is long (NHS, How we write)."""

FAR_TOO_LONG = 35
"""Words in a sentence; more is an error."""

DIAGRAM_LABEL = "diagram label"
"""Context of the texts inside an SVG."""

_LINE_END = re.compile(r"\n(?![a-zà-ž](?!\w{0,3}[.)]\s))")
"""A line that was ended ends what it says, unless the next goes on in small letters: addresses have no full stops, and
a) begins an item."""

_NAMED = re.compile(r"(?<!\{)\{([A-Za-z_][A-Za-z0-9_]*)\}(?!\})")
"""A placeholder in Markdown that is not parsed."""


def headings(leaflet: Leaflet) -> Iterator[Heading[Text]]:
    """The headings in reading order."""
    for block in walk_blocks(leaflet.blocks):
        if isinstance(block, Heading):
            yield block


def figures(leaflet: Leaflet) -> Iterator[Figure[Text]]:
    """The figures in reading order."""
    for block in walk_blocks(leaflet.blocks):
        if isinstance(block, Figure):
            yield block


def used_facts(leaflet: Leaflet) -> Iterator[tuple[str, Location]]:
    """The name in every placeholder, and where it stands; those of the references too."""
    for text in every_text(leaflet):
        for name in dict.fromkeys(text.placeholders):
            yield name, text.location
    place = leaflet.locations.get("references", Location(leaflet.path))
    for reference in leaflet.references:
        for name in _NAMED.findall(reference):
            yield name, place


def risk_boxes(leaflet: Leaflet) -> Iterator[Box[Text]]:
    """The boxes whose risks a reader compares."""
    for block in walk_blocks(leaflet.blocks):
        if isinstance(block, Box) and block.kind.content is Content.RISKS:
            yield block


def compared(leaflet: Leaflet) -> Iterator[list[tuple[str, Text]]]:
    """The names of facts that readers compare with each other, and where each stands: those of one box.

    Risks too rare for a picture are told with a population of their own, and compared with nothing.
    """
    for box in walk_blocks(leaflet.blocks):
        if isinstance(box, Box) and box.kind.content in (Content.RISKS, Content.BENEFITS):
            found: list[tuple[str, Text]] = []
            for block in walk_blocks(box.blocks):
                if isinstance(block, TermList):
                    found += [one for one in _named(block) if not (block.drawn and _is_rare(leaflet.facts.get(one[0])))]
                elif isinstance(block, Table):
                    found += [(name, cell) for row in block.rows for cell in row for name in cell.placeholders]
            yield found


def _named(terms: TermList[Text]) -> Iterator[tuple[str, Text]]:
    return ((name, item.term) for item in terms.items for name in item.term.placeholders)


def _is_rare(fact: Fact | None) -> bool:
    return isinstance(fact, Risk) and is_rare(fact)


def drawn_risks(leaflet: Leaflet) -> Iterator[tuple[str, Text]]:
    """The name of each declared fact that a picture of people is drawn from, and the text in which it stands."""
    for box in risk_boxes(leaflet):
        for block in walk_blocks(box.blocks):
            if isinstance(block, TermList) and block.drawn:
                yield from (one for one in _named(block) if one[0] in leaflet.facts)


def running_texts(leaflet: Leaflet) -> Iterator[Text]:
    """The texts made of sentences: summary, paragraphs (of lists and boxes too), table cells, captions."""
    if leaflet.summary is not None:
        yield leaflet.summary
    for block in walk_blocks(leaflet.blocks):
        match block:
            case Paragraph(text):
                yield text
            case Table(header, rows):
                yield from header
                for row in rows:
                    yield from row
            case Figure(caption=caption) if caption is not None:
                yield caption
            case _:
                pass


def place_of_block(block: Block[Text], leaflet: Leaflet) -> Location:
    """Where a block begins: at its first text, else at the leaflet."""
    return next((text.location for text in texts((block,))), Location(leaflet.path))


def readable(text: Text, facts: Mapping[str, Fact]) -> str:
    """The text as a reader counts it: each fact as so many ``PLACEHOLDER`` words as it prints."""
    parts: list[str] = []
    for inline in walk(text.inlines):
        match inline:
            case Words(words):
                parts.append(words)
            case FactMark(name):
                parts.append(" ".join([PLACEHOLDER] * _words_of(facts.get(name))))
            case LineBreak():
                parts.append("\n")
            case _:
                pass
    return "".join(parts)


def _words_of(fact: Fact | None) -> int:
    """How many words a fact prints: "1 in 1,000", "6 hours", "2 to 3 days", "20 November 2026"."""
    match fact:
        case Risk() | Date():
            return 3
        case Quantity(to=to):
            return 2 if to is None else 4
        case Percent():
            return 1
        case _:
            return 1


def word_count(sentence: str) -> int:
    """Words between spaces; a lone dash or bullet is none. Scripts without spaces count as one."""
    return sum(any(c.isalnum() or c == PLACEHOLDER for c in word) for word in sentence.split())


def long_sentences(leaflet: Leaflet, over: int, up_to: int | None = None) -> Iterator[tuple[Text, str, int]]:
    """Sentences of more than ``over`` words (and no more than ``up_to``), with their text and length."""
    for text in running_texts(leaflet):
        said = readable(text, leaflet.facts)
        items = said[:1].islower() and len(_LINE_END.split(said)) == 1  # no sentence begins so, but lists do
        lines = said.split("\n") if items else _LINE_END.split(said)
        for sentence in (one for line in lines for one in sentences(line)):
            length = word_count(sentence)
            if length > over and (up_to is None or length <= up_to):
                yield text, sentence.replace(PLACEHOLDER, "…"), length
