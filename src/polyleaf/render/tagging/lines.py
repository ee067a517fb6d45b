"""A line of the page while it is painted: what is on it, and what pdfium would make of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any
from unicodedata import bidirectional

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from polyleaf.render.tagging.runs import PlainRun, Run
from polyleaf.render.tagging.spelling import After, island
from polyleaf.render.tagging.units import spoken

_NBSP = "\u00a0"
_SOFT_HYPHEN = "\u00ad"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""The blocks of scripts that are read from right to left."""


@dataclass(slots=True)
class Picture:
    """What is only seen of a run, to be painted when the line has been read."""

    run: Run
    color: Any
    origin: tuple[float, float]
    operators: list[str]


@dataclass(frozen=True, slots=True)
class Bridge:
    """A left-to-right text in a right-to-left line, which goes on at its other end.

    Attributes:
        run: Its widest run.
        left, right, y: Where it begins and ends, and its baseline, in px.
        first: Whether the line begins with it: then nothing may stand on its right.
    """

    run: PlainRun | Run
    left: float
    right: float
    y: float
    first: bool = False


@dataclass(slots=True)
class Line:
    """A line of the page while it is painted.

    Attributes:
        last: Its last text box; what is only seen is painted with it.
        mixed: Whether it has letters that are read from right to left.
        bare: Whether it should be read from right to left, and pdfium would not know.
        several: Whether it has several text boxes.
        backwards: Whether it belongs to text that is read from right to left.
        after: What was painted last, if it is read from left to right.
        left, right: Its ends, in px.
        islands: Text boxes that are pieces of one left-to-right text: the whole of it for the last, "" for others.
        island: The first run of what pdfium has been told is a line of its own, while that is painted.
        begun: Whether something of it has been painted.
        last_letter: The last that was painted of its right-to-left texts.
        bridge: What was painted last, if it is read from left to right and the line goes on at its other end.
        lender: The last run that was painted and has letters.
        told: Whether pdfium has been told that it is read from right to left.
        pictures: What is only seen, so far.
    """

    last: Any = None
    mixed: bool = False
    bare: bool = False
    several: bool = False
    backwards: bool = False
    after: After = After.NOTHING
    left: float = 0.0
    right: float = 0.0
    islands: Mapping[Any, str] = field(default_factory=dict)
    island: PlainRun | Run | None = None
    begun: bool = False
    last_letter: str = ""
    bridge: Bridge | None = None
    lender: PlainRun | Run | None = None
    told: bool = False
    pictures: list[Picture] = field(default_factory=list)


def line_of(box: Any) -> Line:
    """What there is to know of a line before it is painted."""
    texts = [one for one in texts_of(box) if one.text and one.style["visibility"] == "visible"]
    mixed = any(_RIGHT_TO_LEFT.search(one.text) for one in texts)
    left = min((one.position_x for one in texts), default=0.0)
    right = max((one.position_x + one.width for one in texts), default=0.0)
    islands = dict(_torn(texts)) if mixed else {}
    backwards = box.style["direction"] == "rtl"
    bare = backwards and _looks_left_to_right("".join(one.text for one in texts))
    last = texts[-1] if texts else None
    return Line(last, mixed, bare, len(texts) > 1, backwards, left=left, right=right, islands=islands)


def _looks_left_to_right(text: str) -> bool:
    """Whether pdfium takes a line for one that is read from left to right: it counts pieces."""
    pieces = Counter(kind for kind, _ in groupby(text, bidirectional))
    return pieces["R"] + pieces["AL"] <= pieces["L"]


def _torn(texts: Sequence[Any]) -> Iterator[tuple[Any, str]]:
    """Text boxes that are pieces of one address or the like, which may be broken between them."""
    together: list[Any] = []
    for one in [*texts, None]:
        if together and not (one and _goes_on(together[-1], one)):
            whole = "".join(piece.text for piece in together)
            if len(together) > 1 and island(whole).alone:
                yield from zip(together, [*[""] * (len(together) - 1), whole], strict=True)
            together = []
        if one and not _RIGHT_TO_LEFT.search(one.text):
            together.append(one)


def _goes_on(before: Any, one: Any) -> bool:
    """Whether a text box goes on where the one before it ends, from left to right."""
    if _RIGHT_TO_LEFT.search(one.text) or one.position_x < before.position_x:
        return False
    return one.element is before.element or (before.text[-1].isalnum() and one.text[0].isalnum())


def too_few(page: Any) -> int:
    """How many letters that are read from right to left a page lacks to have the most of them.

    poppler counts letters, and puts the words of each line in the order that most letters of the page have. So it is
    turned round on the last page, where languages are listed, and sources.
    """
    kinds: Counter[str] = Counter()
    for letter, times in Counter("".join(_all_texts(page))).items():
        kinds[bidirectional(letter)] += times
    return max(0, kinds["L"] - kinds["R"] - kinds["AL"] + 1)


def _all_texts(box: Any) -> Iterator[str]:
    if isinstance(box, AbsolutePlaceholder):
        box = box._box
    if isinstance(box, boxes.TextBox):
        yield box.text
    for child in getattr(box, "children", ()):
        yield from _all_texts(child)


def texts_of(box: Any) -> list[Any]:
    """Text boxes of a line, without those of lines inside it."""
    if isinstance(box, boxes.TextBox):
        return [box]
    if not isinstance(box, boxes.LineBox | boxes.InlineBox):
        return []
    return [text for child in box.children for text in texts_of(child)]


def text_of(run: PlainRun | Run) -> str:
    """The text of a run, without what only steers layout."""
    return run.letters if isinstance(run, PlainRun) else "".join(spoken(text) for text, _ in run.clusters)


def joined(run: PlainRun | Run) -> PlainRun | Run:
    """The run with no-break spaces for its blanks: a telephone number."""
    if isinstance(run, PlainRun):
        return replace(run, letters=run.letters.replace(" ", _NBSP))
    return replace(run, clusters=tuple((text.replace(" ", _NBSP), glyphs) for text, glyphs in run.clusters))


def silenced(runs: Sequence[PlainRun | Run], added: int) -> Sequence[PlainRun | Run]:
    """The runs of a line whose last letters are a hyphen of the line-breaker: they are read as a soft hyphen."""
    *before, last = runs
    if isinstance(last, PlainRun):
        return (*before, replace(last, letters=last.letters[:-added] + _SOFT_HYPHEN * added))
    *clusters, (_, glyphs) = last.clusters
    return (*before, replace(last, clusters=(*clusters, (_SOFT_HYPHEN, glyphs))))
