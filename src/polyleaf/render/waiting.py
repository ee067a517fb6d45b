"""Blocks that wait for translation: which they are, and which of them stand together and share one note."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from polyleaf.model.block_texts import texts
from polyleaf.model.document import LocalizedText
from polyleaf.model.leaflet import Block
from polyleaf.model.message import TextState

_WAITING = (TextState.MISSING, TextState.FUZZY, TextState.WITHHELD)


@dataclass(frozen=True, slots=True)
class Run:
    """Blocks that follow each other, all of them waiting or none.

    Attributes:
        blocks: The blocks; at least one.
        waiting: Whether they are printed in the source language until somebody translates them.
    """

    blocks: tuple[Block[LocalizedText], ...]
    waiting: bool


def untranslated(text: LocalizedText) -> bool:
    """Whether the text should have been translated and is not."""
    return text.state in _WAITING


def waits(block: Block[LocalizedText]) -> bool:
    """Whether nothing in the block is in the reader's language."""
    found = tuple(texts((block,)))
    return bool(found) and all(map(untranslated, found))


def all_wait(blocks: Iterable[Block[LocalizedText]]) -> bool:
    """Whether every one of these blocks waits."""
    return all(map(waits, blocks))


def partly_waits(block: Block[LocalizedText]) -> bool:
    """Whether something in the block is not in the reader's language."""
    return any(map(untranslated, texts((block,))))


def runs(blocks: Iterable[Block[LocalizedText]]) -> tuple[Run, ...]:
    """The blocks in order, those that wait and follow each other together."""
    return tuple(Run(tuple(group), waiting) for waiting, group in groupby(blocks, waits))


@dataclass(frozen=True, slots=True)
class TwinRun:
    """Blocks in two languages that follow each other, all of them waiting or none.

    Attributes:
        pairs: Each block in the source language, and in the reader's; None where it waits.
        waiting: Whether they wait for translation.
    """

    pairs: tuple[tuple[Block[LocalizedText], Block[LocalizedText] | None], ...]
    waiting: bool


def twin_runs(ones: Sequence[Block[LocalizedText]], others: Sequence[Block[LocalizedText]]) -> tuple[TwinRun, ...]:
    """The same blocks in the source language and in the reader's, those that wait and follow each other together."""
    grouped = groupby(zip(ones, others, strict=True), lambda pair: waits(pair[1]))
    return tuple(
        TwinRun(tuple((one, None if waiting else other) for one, other in group), waiting) for waiting, group in grouped
    )


def beside(ones: Sequence[object], others: Sequence[object] | None) -> Iterator[tuple[object, object | None]]:
    """Each part with its twin, or with None where the whole waits for translation."""
    return zip(ones, others, strict=True) if others is not None else ((one, None) for one in ones)
