"""Lines of a page, found again from its runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isfinite

from polyleaf.checks.measures.writing import letters
from polyleaf.checks.pdf_subjects import is_blank
from polyleaf.locales.scripts import SIGN_FAMILIES
from polyleaf.model.pdf_facts import FontFacts, TextRun

_FILLERS = str.maketrans("", "", "\u200a\u200b\u2060")
"""Texts of glyphs that say nothing by themselves."""

_UNSEEN = str.maketrans("", "", "\u200a\u200b\u200c\u200d\u2060")
"""The same, and joiners of letters: hidden alone they take no place."""

_SAME_LINE = 0.5
"""In ems: baselines of one line differ by less (raised figures, a Nastaliq word whose foot is not on the line)."""

_COLUMN_GAP = 0.9
"""In ems: pieces of a line that are further apart may be two lines side by side."""

_SMALLEST = 0.1
"""In pt: nothing smaller can be seen, let alone measured."""


@dataclass(frozen=True, slots=True)
class Line:
    """The runs of one block on one baseline.

    Attributes:
        page: Number of the page.
        runs: In the order of painting, none of them blank or out of every coordinate.
        left, right, baseline: In pt.
        size: Of the type most of it is set in, in pt.
        above, below: What its fonts ask for above and below the baseline, in pt, for all sizes and fonts on it.
        text: In the order of painting, blanks at both ends left out; what is hidden under glyphs without text too.
        letters: Letters and spaces, not the marks above and below them.
    """

    page: int
    runs: tuple[TextRun, ...]
    left: float
    right: float
    baseline: float
    size: float
    above: float
    below: float
    text: str
    letters: int


def is_sound(run: TextRun) -> bool:
    """Whether a run can be measured: it prints something, somewhere."""
    return not is_blank(run) and run.size >= _SMALLEST and all(map(isfinite, (*run.box, run.size)))


def rows_of(runs: Sequence[TextRun]) -> Iterator[list[TextRun]]:
    """Runs by baseline, from top to bottom."""
    row: list[TextRun] = []
    for run in sorted(runs, key=lambda run: -baseline(run)):
        if row and baseline(row[0]) - baseline(run) >= _SAME_LINE * max(run.size, row[0].size):
            yield row
            row = []
        row.append(run)
    if row:
        yield row


def columns_of(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that lie above each other, column by column."""
    columns: list[list[Line]] = []
    right = 0.0
    for line in sorted(lines, key=lambda line: line.left):
        if not columns or line.left > right:
            columns.append([])
        columns[-1].append(line)
        right = max(right, line.right)
    return [sorted(column, key=lambda line: -line.baseline) for column in columns]


def parts_of(row: list[TextRun]) -> Iterator[list[TextRun]]:
    """The pieces of a row that stand together."""
    part: list[TextRun] = []
    end = 0.0
    for run in sorted(row, key=lambda run: run.box[0]):
        if part and run.box[0] - end > _COLUMN_GAP * run.size:
            yield part
            part = []
        end = max(end, run.box[2]) if part else run.box[2]
        part.append(run)
    if part:
        yield part


_BELOW = 0.25
"""In ems: what signs alone on a line take below it."""


def line_of(page: int, runs: Sequence[TextRun], hidden: Sequence[TextRun], fonts: Sequence[FontFacts]) -> Line:
    """The line that some runs make, with what is hidden under their glyphs."""
    weights: dict[tuple[float, float], int] = {}
    for run in runs:
        key = (round(run.size, 2), baseline(run))
        weights[key] = weights.get(key, 0) + max(1, run.glyphs)
    size, base = max(weights, key=weights.__getitem__)
    left, right = min(run.box[0] for run in runs), max(run.box[2] for run in runs)
    under = [
        run
        for run in hidden
        if abs(baseline(run) - base) < _SAME_LINE * size and left - size < (run.box[0] + run.box[2]) / 2 < right + size
    ]
    if any(run.text.translate(_UNSEEN).strip() for run in under):
        # Glyphs of stacked scripts reach over their letters' advances; the letters themselves are exact. Glyphs without
        # a text of their own, and with none hidden under them, belong to the text before them: "+44" of a number.
        bare = (run for run in runs if not any(_overlap(run, other) for other in under))
        edges = [run.box for run in (*under, *bare, *(run for run in runs if run.text.translate(_FILLERS).strip()))]
        left, right = min(box[0] for box in edges), max(box[2] for box in edges)
    # Fonts of signs ask for room for their tallest bracket; an arrow or box beside words takes no more than the words.
    # The text of a whole line may stand with its first glyph, so a font that holds nothing but signs is no letter's.
    words = [run for run in runs if font_of(run, fonts).family not in SIGN_FAMILIES]
    asking = [run for run in words if not run.text or any(map(_is_letter, run.text))]
    text = "".join(run.text for run in sorted((*runs, *under), key=lambda run: run.order)).translate(_FILLERS)
    return Line(
        page=page,
        runs=tuple(sorted(runs, key=lambda run: run.order)),
        left=left,
        right=right,
        baseline=base,
        size=size,
        above=max((font_of(run, fonts).ascent * run.size for run in asking), default=size),
        below=max((-font_of(run, fonts).descent * run.size for run in asking), default=_BELOW * size),
        text=text.strip(),
        letters=letters(text.strip()) or sum(run.glyphs for run in runs),
    )


def _overlap(one: TextRun, other: TextRun) -> bool:
    return one.box[0] < other.box[2] and other.box[0] < one.box[2]


def _is_letter(char: str) -> bool:
    """Whether it is a letter or a digit of a script; ① is a sign."""
    return char.isalpha() or char.isdecimal()


def baseline(run: TextRun) -> float:
    """Its baseline; guessed from its box if it is not known."""
    return run.baseline if run.baseline is not None else run.box[1] + 0.2 * (run.box[3] - run.box[1])


_NO_FONT = FontFacts("", "", embedded=False, kind="")


def font_of(run: TextRun, fonts: Sequence[FontFacts]) -> FontFacts:
    """The font that a run is set in; one without measures if the file does not say."""
    return fonts[run.font] if 0 <= run.font < len(fonts) else _NO_FONT
