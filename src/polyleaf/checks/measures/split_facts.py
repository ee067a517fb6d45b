"""Facts of the document that are broken over two lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from polyleaf.checks.measures.layout import FileLayout, Spot, Spots
from polyleaf.checks.measures.lines import Line
from polyleaf.checks.measures.writing import folded, readings
from polyleaf.model.block_texts import texts, walk_blocks
from polyleaf.model.document import LocalizedContact, LocalizedDocument, LocalizedText
from polyleaf.model.inline import FactWords, walk
from polyleaf.model.leaflet import Figure

_PLAIN = re.compile(r"[0-9a-z]+")

_DOT = "·"

_SHORTEST = 2
"""Characters of the shortest fact that can be broken."""


def split_facts(layout: FileLayout) -> Spots:
    """Every fact of the document that begins on one line and ends on the next."""
    facts = {folded(fact): fact for fact in unbroken_facts(layout.subject.document)}
    facts.pop("", None)
    bones = _unseen_bones(facts, layout)
    for page in layout.pages:
        for block in page.body:
            for upper, lower in pairwise(block.lines):
                for words in _torn(upper, lower, facts, bones):
                    yield Spot(1, page.number, words)


def _torn(upper: Line, lower: Line, facts: Mapping[str, str], bones: Mapping[str, str]) -> set[str]:
    """The facts that two lines tear apart."""
    found: set[str] = set()
    for before, after in zip(readings(folded(upper.text)), readings(folded(lower.text)), strict=False):
        found.update(words for fact, words in facts.items() if _straddles(fact, before, after))
        if bones:
            above, below = _bones(before), _bones(after)
            if above.endswith(_DOT):  # letters on both sides of the break are one gap
                below = below.removeprefix(_DOT)
            found.update(words for bone, words in bones.items() if _straddles(bone, above, below))
    return found


def unbroken_facts(document: LocalizedDocument) -> Iterator[str]:
    """The facts that must stay on one line, as they are printed: phones, doses, times, dates, "1 in 1,000"."""
    unseen = {
        id(text)
        for block in walk_blocks(document.blocks)
        if isinstance(block, Figure) and (text := block.alt) is not None
    }
    printed: Iterable[LocalizedText | None] = (document.title, document.summary, *texts(document.blocks))
    for text in (*printed, *document.references):
        if text is not None and id(text) not in unseen:
            for inline in walk(text.inlines):
                if isinstance(inline, FactWords) and inline.unbroken and len(folded(inline.text)) >= _SHORTEST:
                    yield inline.text
    for contact in document.contacts.values():
        yield from _of_contact(contact)
    yield from (text for text in (document.published_text, document.review_by_text) if text)


def _of_contact(contact: LocalizedContact) -> Iterator[str]:
    if len(folded(contact.phone)) >= _SHORTEST:
        yield contact.phone


def _straddles(fact: str, before: str, after: str) -> bool:
    """Whether the end of one line and the beginning of the next make up the fact, and not part of a longer number."""
    reach = len(fact) - 1
    tail, head = before[-reach - 1 :], after[: reach + 1]
    place = (tail + head).find(fact)
    if place < 0 or place >= len(tail) or place + len(fact) <= len(tail):
        return False
    longer_before = place > 0 and (tail + head)[place - 1].isdigit() and fact[0].isdigit()
    end = place + len(fact)
    longer_after = end < len(tail + head) and (tail + head)[end].isdigit() and fact[-1].isdigit()
    return not (longer_before or longer_after)


def _unseen_bones(facts: dict[str, str], layout: FileLayout) -> dict[str, str]:
    """The numbers of those facts whose letters cannot be read back from the page at all; two numbers at least."""
    if all(fact.isascii() for fact in facts):
        return {}
    lines: list[Line] = [line for page in layout.pages for line in page.lines]
    read = "\n".join("\n".join(readings(folded(line.text))) for line in lines)
    hidden = {fact: words for fact, words in facts.items() if not fact.isascii() and fact not in read}
    return {bone: words for fact, words in hidden.items() if len(_PLAIN.findall(bone := _bones(fact))) > 1}


def _bones(text: str) -> str:
    """Digits and Latin letters; whatever stands between them is one dot."""
    return re.sub(r"[^0-9a-z]+", _DOT, text.replace(",", "").replace(".", ""))
