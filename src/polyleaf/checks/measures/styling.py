"""Measures of styling: italics, underlines, capitals, spaced letters, turned letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from polyleaf.checks.measures.layout import Layout, Spot
from polyleaf.checks.measures.lines import Line, baseline
from polyleaf.checks.measures.writing import is_joined
from polyleaf.model.pdf_facts import PageFacts, Rect, Shape, TextRun
from polyleaf.model.print_code import PRINTED

_LEANING = 3.0
"""Degrees: from here on letters are seen to lean."""

_FEW = 3
"""Letters; spacing is not told from fewer."""

_THIN, _UNDER, _OVER, _SIDE = 0.2, 0.4, 0.05, 0.6
"""In ems: height of an underline, how far it stands below and above the baseline, how far its ends may be from those
of the words."""

_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)


def italic(layout: Layout) -> Iterator[Spot]:
    """Every piece of text in a leaning font, or leaned by force."""
    fonts = layout.subject.facts.fonts
    for page in layout.pages:
        for run in page.runs:
            leaning = 0 <= run.font < len(fonts) and fonts[run.font].italic
            if leaning or abs(run.look.slant) > _LEANING:
                yield Spot(1, page.number, page.words(run))


def underlined(layout: Layout) -> Iterator[Spot]:
    """Every piece of underlined text that is no link."""
    for page in layout.pages:
        rules = [shape for shape in page.facts.shapes if _is_flat(shape)]
        for line in page.lines if rules else ():
            for rule in rules:
                words = _over(rule, line)
                if words and not _in_link(rule, page.facts):
                    yield Spot(1, page.number, words)


def capitals(layout: Layout) -> Iterator[Spot]:
    """The longest row of words in capitals, block by block; not numbers, single letters, and the code of a print."""
    for page in layout.pages:
        for block in (*page.body, *page.furniture):
            longest: list[str] = []
            row: list[str] = []
            for word in _WORD.findall(PRINTED.sub(" ", block.text)):
                if len(word) == 1:
                    continue
                row = [*row, word] if word.isupper() and word.lower() != word else []
                longest = max(longest, row, key=len)
            if longest:
                yield Spot(len(longest), page.number, " ".join(longest))


def letter_space(layout: Layout) -> Iterator[Spot]:
    """What is added between letters that stand by themselves, or taken away, in ems."""
    yield from (spot._replace(value=abs(spot.value)) for spot, joined in _spacing(layout) if not joined)


def joined_letter_space(layout: Layout) -> Iterator[Spot]:
    """What is added between letters that join, in ems; they may well overlap."""
    yield from (spot._replace(value=max(spot.value, 0.0)) for spot, joined in _spacing(layout) if joined)


def turned(layout: Layout) -> Iterator[Spot]:
    """Degrees that a piece of text is turned from the horizontal; 180 if it is mirrored."""
    for page in layout.pages:
        for run in page.runs:
            turn = abs((run.look.turn - page.facts.rotate + 180) % 360 - 180)
            yield Spot(180.0 if run.look.mirrored else turn, page.number, page.words(run))


def _spacing(layout: Layout) -> Iterator[tuple[Spot, bool]]:
    for page in layout.pages:
        for run in page.runs:
            if run.glyphs >= _FEW:
                yield Spot(run.letter_space, page.number, page.words(run)), is_joined(run.text)


def _is_flat(shape: Shape) -> bool:
    """Whether it may be a rule: wider than high, and not a part of something larger."""
    left, bottom, right, top = shape.box
    return 0 <= top - bottom < min(right - left, 8.0)


def _over(rule: Shape, line: Line) -> str:
    """The words that a rule stands under from end to end, or ""."""
    left, bottom, right, top = rule.box
    size, base = line.size, line.baseline
    if top - bottom > _THIN * size or not base - _UNDER * size < (top + bottom) / 2 < base + _OVER * size:
        return ""
    over: list[TextRun] = [
        run
        for run in line.runs
        if run.box[0] > left - _SIDE * size and run.box[2] < right + _SIDE * size and abs(baseline(run) - base) < size
    ]
    if not over:
        return ""
    ends = min(run.box[0] for run in over), max(run.box[2] for run in over)
    fits = abs(ends[0] - left) < _SIDE * size and abs(ends[1] - right) < _SIDE * size
    return "".join(run.text for run in over) if fits else ""


def _in_link(rule: Shape, page: PageFacts) -> bool:
    x, y = (rule.box[0] + rule.box[2]) / 2, (rule.box[1] + rule.box[3]) / 2
    return any(_holds(link, x, y) for link in page.links)


def _holds(link: Rect, x: float, y: float) -> bool:
    return link[0] - 2 <= x <= link[2] + 2 and link[1] - 2 <= y <= link[3] + 2
