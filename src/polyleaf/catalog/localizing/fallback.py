"""What is printed as written although some of it is translated: nothing critical is ever half done.

A block of which no text is translated is printed wholly as written, its numbers too: "6 hours" beside English words.
A critical block is printed as written as soon as one of its texts is missing, or differs from what was signed off.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from polyleaf.catalog.messages.extract import is_message
from polyleaf.catalog.po.catalog import Key
from polyleaf.catalog.signoff.content import fact_text, mark
from polyleaf.model.approval import Approval
from polyleaf.model.block_texts import map_texts, texts
from polyleaf.model.document import LocalizedText
from polyleaf.model.facts import Fact
from polyleaf.model.leaflet import Block, Box, ListBlock, ListItem, TermList
from polyleaf.model.message import TextState

Blocks = tuple[Block[LocalizedText], ...]

WAITING = (TextState.MISSING, TextState.FUZZY, TextState.WITHHELD)
"""States of a text that is printed as written until somebody translates it."""


@dataclass(frozen=True, slots=True)
class Fallback:
    """How a document falls back to the source language.

    Attributes:
        as_written: The text in the source language, with that state.
        critical: Kinds of boxes that are critical without a mark.
        is_signed: Whether a critical text is as it was signed off; true of every text if nobody signed yet.
    """

    as_written: Callable[[LocalizedText, TextState], LocalizedText]
    critical: frozenset[str]
    is_signed: Callable[[LocalizedText], bool]

    def blocks(self, blocks: Blocks) -> Blocks:
        """The blocks, each whole in one language where it must be."""
        return tuple(self._block(block) for block in blocks)

    def _block(self, block: Block[LocalizedText]) -> Block[LocalizedText]:
        found = tuple(texts((block,)))
        waiting = [text.state in WAITING for text in found if is_message(text.source)]
        if waiting and (all(waiting) or (self._is_critical(block) and (any(waiting) or not self._are_signed(found)))):
            return map_texts(block, self._waiting)
        match block:
            case Box(kind, title, blocks, critical):
                return Box(kind, title, self.blocks(blocks), critical)
            case ListBlock(ordered, start, items):
                return ListBlock(ordered, start, tuple(ListItem(self.blocks(item.blocks)) for item in items))
            case TermList(entries):
                return replace(
                    block, items=tuple(replace(entry, blocks=self.blocks(entry.blocks)) for entry in entries)
                )
            case _:
                return block

    def _is_critical(self, block: Block[LocalizedText]) -> bool:
        return isinstance(block, Box) and (block.critical or block.kind.name in self.critical)

    def _are_signed(self, found: Iterable[LocalizedText]) -> bool:
        return all(map(self.is_signed, found))

    def _waiting(self, text: LocalizedText) -> LocalizedText:
        return self.as_written(text, text.state if text.state in WAITING else TextState.WITHHELD)


def signed_by(
    approval: Approval | None, facts: Mapping[str, Fact], translations: Callable[[Key], str]
) -> Callable[[LocalizedText], bool]:
    """Tells whether a text, its translation and its facts are those of a sign-off.

    Before the first sign-off the whole leaflet is a draft and says so. Afterwards people rely on it, and a critical
    text that changed goes back to the source language until it is signed off again.

    Args:
        approval: The last sign-off, or None.
        facts: Facts of the leaflet.
        translations: Gives the present translation of a text.
    """
    if approval is None:
        return lambda _: True
    marks, values = frozenset(approval.texts), approval.facts

    def is_signed(text: LocalizedText) -> bool:
        key = (text.source.context, text.source.msgid)
        if any(name in facts and values.get(name) != fact_text(facts[name]) for name in text.source.placeholders):
            return False
        return not is_message(text.source) or mark(key, translations(key)) in marks

    return is_signed
