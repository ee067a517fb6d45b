"""Lines and blocks of a page, found again from its runs and the tag tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import isfinite

from polyleaf.checks.measures.writing import is_right_to_left, letters
from polyleaf.checks.pdf_subjects import is_blank
from polyleaf.model.pdf_facts import Element, FontFacts, PageFacts, TextRun

FILLER = "\u200b"
"""Text of a glyph that says nothing by itself."""

_INLINE = frozenset(
    ("Span", "Link", "NonStruct", "Quote", "Code", "Em", "Strong", "Reference", "Annot", "BibEntry", "Sub", "Private")
)
"""Elements inside a line; the block is above them."""

_GROUPS = frozenset(("Document", "Part", "Art", "Sect", "Div", "Aside", "BlockQuote", "DocumentFragment", "Figure", ""))
"""Elements that hold blocks. Text right inside one is cut into blocks by its place."""

_HEADINGS = frozenset(("H", "H1", "H2", "H3", "H4", "H5", "H6", "Title"))
_SAME_LINE = 0.5
"""In ems: baselines of one line differ by less (raised figures, a Nastaliq word whose foot is not on the line)."""

_NEXT_LINE = 1.4
"""Times what the fonts need: lines of one untagged block are no further apart."""

_COLUMN_GAP = 0.9
"""In ems: pieces of a line that are further apart may be two lines side by side."""

_SMALLEST = 0.1
"""In pt: nothing smaller can be seen, let alone measured."""

_HEADING_SCALE = 1.1
"""In an untagged file a bold line larger than the body by this is a heading."""


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


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list label, table cell: what stands of it on one page.

    Attributes:
        element: Index of its element, or None.
        role: Role of its element, or "".
        lines: From top to bottom.
        right_to_left: Whether its lines begin at the right.
        heading: Whether it is one.
    """

    element: int | None
    role: str
    lines: tuple[Line, ...]
    right_to_left: bool
    heading: bool

    @property
    def text(self) -> str:
        """Its lines, with a space between them."""
        return " ".join(line.text for line in self.lines)


def is_sound(run: TextRun) -> bool:
    """Whether a run can be measured: it prints something, somewhere."""
    return not is_blank(run) and run.size >= _SMALLEST and all(map(isfinite, (*run.box, run.size)))


def block_element(element: int | None, elements: Sequence[Element]) -> int | None:
    """The block that an element stands in: itself, or the first above it that is not inside a line."""
    while element is not None and elements[element].role in _INLINE and elements[element].parent is not None:
        element = elements[element].parent
    return element


def ancestors(element: int | None, elements: Sequence[Element]) -> Iterator[int]:
    """The element and all it stands in, from the inside out."""
    while element is not None:
        yield element
        element = elements[element].parent


def blocks_of(
    page: PageFacts,
    runs: Iterable[TextRun],
    fonts: Sequence[FontFacts],
    elements: Sequence[Element],
    body_size: float,
) -> tuple[Block, ...]:
    """The blocks that some runs of a page make up, in the order in which they are painted first."""
    hidden: dict[int | None, list[TextRun]] = {}
    for run in page.hidden:
        hidden.setdefault(block_element(run.element, elements), []).append(run)
    by_element: dict[int | None, list[TextRun]] = {}
    for run in runs:
        by_element.setdefault(block_element(run.element, elements), []).append(run)
    found: list[Block] = []
    for element, own in by_element.items():
        role = "" if element is None else elements[element].role
        unseen = hidden.get(element, ())
        for group in _groups_of(own, unseen, page.number, fonts, loose=role in _GROUPS):
            heading = role in _HEADINGS or (not elements and _looks_like_heading(group, fonts, body_size))
            text = "".join(line.text for line in group)
            found.append(Block(element, role, tuple(group), bool(is_right_to_left(text)), heading))
    return tuple(found)


def _groups_of(
    runs: Sequence[TextRun], hidden: Sequence[TextRun], page: int, fonts: Sequence[FontFacts], *, loose: bool
) -> Iterator[list[Line]]:
    """The lines of one element; those of each column apart, and where no element holds them, of each paragraph."""
    rows = list(_rows(runs))
    parts = [list(_parts(row)) for row in rows]
    lines = [_line(page, part, hidden, fonts) for row in parts for part in row]
    if loose:
        yield from _paragraphs(lines)
        return
    columns = _columns(lines) if any(len(row) > 1 for row in parts) else []
    if len(columns) > 1 and all(len(column) > 1 for column in columns):
        yield from columns
    elif len(lines) == len(rows):
        yield lines
    else:
        yield [_line(page, row, hidden, fonts) for row in rows]


def _rows(runs: Sequence[TextRun]) -> Iterator[list[TextRun]]:
    """Runs by baseline, from top to bottom."""
    row: list[TextRun] = []
    for run in sorted(runs, key=lambda run: -baseline(run)):
        if row and baseline(row[0]) - baseline(run) >= _SAME_LINE * max(run.size, row[0].size):
            yield row
            row = []
        row.append(run)
    if row:
        yield row


def _columns(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines that lie above each other, column by column."""
    columns: list[list[Line]] = []
    right = 0.0
    for line in sorted(lines, key=lambda line: line.left):
        if not columns or line.left > right:
            columns.append([])
        columns[-1].append(line)
        right = max(right, line.right)
    return [sorted(column, key=lambda line: -line.baseline) for column in columns]


def _parts(row: list[TextRun]) -> Iterator[list[TextRun]]:
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


def _line(page: int, runs: Sequence[TextRun], hidden: Sequence[TextRun], fonts: Sequence[FontFacts]) -> Line:
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
    if under:  # glyphs of stacked scripts reach over their letters' advances; the letters themselves are exact
        edges = [run.box for run in (*under, *(run for run in runs if run.text.replace(FILLER, "").strip()))]
        left, right = min(box[0] for box in edges), max(box[2] for box in edges)
    text = "".join(run.text for run in sorted((*runs, *under), key=lambda run: run.order)).replace(FILLER, "")
    return Line(
        page=page,
        runs=tuple(sorted(runs, key=lambda run: run.order)),
        left=left,
        right=right,
        baseline=base,
        size=size,
        above=max(_font(run, fonts).ascent * run.size for run in runs),
        below=max(-_font(run, fonts).descent * run.size for run in runs),
        text=text.strip(),
        letters=letters(text.strip()) or sum(run.glyphs for run in runs),
    )


def baseline(run: TextRun) -> float:
    """Its baseline; guessed from its box if it is not known."""
    return run.baseline if run.baseline is not None else run.box[1] + 0.2 * (run.box[3] - run.box[1])


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines under each other that belong together, where no element says so."""
    left = list(lines)
    while left:
        group = [left.pop(0)]
        for line in list(left):
            above = group[-1]
            needed = above.below + line.above
            beneath = above.left < line.right and line.left < above.right
            near = above.baseline - line.baseline < _NEXT_LINE * needed
            if beneath and near and abs(above.size - line.size) < 0.1:  # noqa: PLR2004 - pt, rounding
                group.append(line)
                left.remove(line)
        yield group


def _looks_like_heading(lines: Sequence[Line], fonts: Sequence[FontFacts], body_size: float) -> bool:
    bold = all("bold" in _font(run, fonts).name.lower() for line in lines for run in line.runs)
    return bold and lines[0].size > _HEADING_SCALE * body_size


_NO_FONT = FontFacts("", "", embedded=False, subset=False, kind="")


def _font(run: TextRun, fonts: Sequence[FontFacts]) -> FontFacts:
    return fonts[run.font] if 0 <= run.font < len(fonts) else _NO_FONT
