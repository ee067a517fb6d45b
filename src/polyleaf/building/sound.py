"""A draft that is a sound PDF although its leaflet has faults: each is told once, at the line of its author."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

from polyleaf.model.document import LocalizedDocument, LocalizedText
from polyleaf.model.inline import Words, plain
from polyleaf.model.leaflet import Block, Box, Figure, Heading, ListBlock, TermList
from polyleaf.model.message import Text, TextState


def sound(document: LocalizedDocument) -> LocalizedDocument:
    """The document without a skipped level of headings, and with ``[knee.svg]`` for a description that is missing.

    Only drafts are printed so: checks say what is wrong, and no release is made of it.
    """
    return replace(document, blocks=_Mending(document).blocks(document.blocks))


class _Mending:
    def __init__(self, document: LocalizedDocument) -> None:
        self._document = document
        self._above = 1

    def blocks(self, blocks: tuple[Block[LocalizedText], ...]) -> tuple[Block[LocalizedText], ...]:
        return tuple(map(self._block, blocks))

    def _block(self, block: Block[LocalizedText]) -> Block[LocalizedText]:
        match block:
            case Heading(level):
                self._above = min(level, self._above + 1)
                return replace(block, level=self._above)
            case Box(blocks=blocks):
                return replace(block, blocks=self.blocks(blocks))
            case ListBlock(items=items):
                return replace(block, items=tuple(replace(one, blocks=self.blocks(one.blocks)) for one in items))
            case TermList(items=entries):
                return replace(block, items=tuple(replace(one, blocks=self.blocks(one.blocks)) for one in entries))
            case Figure(alt=alt) if alt is None or not plain(alt.inlines).strip():
                return replace(block, alt=self._name_of(block))
            case _:
                return block

    def _name_of(self, figure: Figure[LocalizedText]) -> LocalizedText:
        words = (Words(f"[{PurePosixPath(figure.image).name or 'picture'}]"),)
        text = Text("", figure.location, words, "alt")
        return LocalizedText(words, self._document.language, TextState.SOURCE, text)
