"""What a paragraph of Word says, and what hangs on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from polyleaf.importing.gathered import Element, Remark, Run


@dataclass
class Shelf:
    """What hangs on paragraphs: comments and notes by their ids.

    Attributes:
        comments: Comments, with their authors.
        footnotes: Footnotes, each as the runs of its paragraphs.
        endnotes: Endnotes, in the same way.
        taken: Ids of the comments that hang on a paragraph that was read.
    """

    comments: Mapping[str, str] = field(default_factory=dict)
    footnotes: Mapping[str, tuple[tuple[Run, ...], ...]] = field(default_factory=dict)
    endnotes: Mapping[str, tuple[tuple[Run, ...], ...]] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)


@dataclass
class Said:
    """A paragraph: its runs, the sizes of its letters, what stands before it and behind it.

    ``plain`` counts the letters that are not underlined; ``names`` are those of its place.
    """

    runs: list[Run] = field(default_factory=list)
    sizes: Counter[float] = field(default_factory=Counter)
    before: list[Remark] = field(default_factory=list)
    behind: list[Element] = field(default_factory=list)
    plain: int = 0
    notes: list[tuple[Run, ...]] = field(default_factory=list)
    endnotes: list[tuple[Run, ...]] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)
