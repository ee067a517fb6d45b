"""The layout of a finished file: its pages as lines and blocks, found once for all checks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from statistics import median
from typing import NamedTuple

from polyleaf.checks.measures.grounds import Grounds
from polyleaf.checks.measures.lines import Line, is_sound
from polyleaf.checks.measures.origins import Origins, origins_of
from polyleaf.checks.measures.text_blocks import Block, ancestors, blocks_of
from polyleaf.checks.measures.writing import folded
from polyleaf.model.artifact import PrintedDocument
from polyleaf.model.block_texts import texts
from polyleaf.model.inline import plain
from polyleaf.model.pdf_facts import PageFacts, TextRun


class Spot(NamedTuple):
    """One figure, where it was found, and on what.

    Attributes:
        value: The figure, in the unit of its rule.
        page: Number of the page, or None.
        words: The text it is about.
    """

    value: float
    page: int | None
    words: str


Spots = Iterator[Spot]
"""What a function measures on a file."""


@dataclass(frozen=True)
class PageLayout:
    """One page.

    Attributes:
        facts: As it was read.
        body: Blocks of the leaflet.
        furniture: Blocks of the running head and foot.
    """

    facts: PageFacts
    body: tuple[Block, ...]
    furniture: tuple[Block, ...]

    @property
    def number(self) -> int:
        """From 1."""
        return self.facts.number

    @cached_property
    def body_lines(self) -> tuple[Line, ...]:
        """Lines of the leaflet."""
        return tuple(line for block in self.body for line in block.lines)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines, from top to bottom."""
        own = (line for block in (*self.body, *self.furniture) for line in block.lines)
        return tuple(sorted(own, key=lambda line: -line.baseline))

    @cached_property
    def grounds(self) -> Grounds:
        """What is under its text."""
        return Grounds(self.facts)

    def words(self, run: TextRun) -> str:
        """What a run says; its whole line if its glyphs say nothing by themselves."""
        if id(run) not in self._said:
            self._said[id(run)] = run.text if folded(run.text) else self._line_of.get(id(run), "")
        return self._said[id(run)]

    @cached_property
    def _said(self) -> dict[int, str]:
        return {}

    @cached_property
    def _line_of(self) -> dict[int, str]:
        return {id(run): line.text for line in self.lines for run in line.runs}

    @property
    def runs(self) -> Iterable[TextRun]:
        """All runs that can be measured."""
        return (run for line in self.lines for run in line.runs)


Measuring = Callable[["FileLayout"], Iterable[Spot]]


@dataclass(frozen=True)
class FileLayout:
    """A finished file, page by page.

    Attributes:
        subject: The file beside its document.
        pages: Its pages.
    """

    subject: PrintedDocument
    pages: tuple[PageLayout, ...]
    _spots: dict[Measuring, tuple[Spot, ...]] = field(default_factory=dict)

    def spots(self, measuring: Measuring) -> tuple[Spot, ...]:
        """What a function measures, measured once."""
        if measuring not in self._spots:
            self._spots[measuring] = tuple(measuring(self))
        return self._spots[measuring]

    @cached_property
    def origins(self) -> Origins:
        """Where its texts were written."""
        return origins_of(self.subject)

    @cached_property
    def texts(self) -> frozenset[str]:
        """The texts of the document's blocks, folded."""
        return frozenset(folded(plain(text.inlines)) for text in texts(self.subject.document.blocks))

    def role(self, element: int | None) -> str:
        """Role of an element, or ""."""
        return "" if element is None else self.subject.facts.elements[element].role

    def row(self, block: Block) -> int | None:
        """The table row a block stands in, or None."""
        elements = self.subject.facts.elements
        return next((one for one in ancestors(block.element, elements) if elements[one].role == "TR"), None)

    def in_table(self, block: Block) -> bool:
        """Whether a block stands in a table."""
        return any(self.role(one) == "Table" for one in ancestors(block.element, self.subject.facts.elements))


_last: list[FileLayout] = []
"""The layout made last: every check on a file asks for the same one, file after file."""


def layout_of(subject: PrintedDocument) -> FileLayout:
    """The layout of a file."""
    for layout in _last:
        if layout.subject is subject:
            return layout
    made = _layout(subject)
    _last[:] = [made]
    return made


def judged_last() -> PrintedDocument | None:
    """The file that was judged last in this process."""
    return _last[0].subject if _last else None


def _layout(subject: PrintedDocument) -> FileLayout:
    facts = subject.facts
    sound = [[run for run in page.runs if is_sound(run)] for page in facts.pages]
    sizes = [run.size for runs in sound for run in runs for _ in range(min(run.glyphs, 200))]
    body_size = median(sizes) if sizes else subject.edition.size
    tagged = bool(facts.elements)
    pages = []
    for page, runs in zip(facts.pages, sound, strict=True):
        furniture = [run for run in runs if run.artifact or (tagged and run.element is None)]
        outside = {id(run) for run in furniture}
        body = [run for run in runs if id(run) not in outside]
        make = (facts.fonts, facts.elements, body_size)
        pages.append(PageLayout(page, blocks_of(page, body, *make), blocks_of(page, furniture, *make)))
    return FileLayout(subject, tuple(pages))
