"""Blocks of text on a page, found again from its runs and the tag tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from polyleaf.checks.measures.lines import Line, columns_of, font_of, line_of, parts_of, rows_of
from polyleaf.checks.measures.writing import is_right_to_left
from polyleaf.model.pdf_facts import Element, FontFacts, PageFacts, TextRun

_INLINE = frozenset(
    (
        "Span",
        "Link",
        "NonStruct",
        "Quote",
        "Code",
        "Em",
        "Strong",
        "Reference",
        "Annot",
        "BibEntry",
        "Sub",
        "Private",
        "Form",
    )
)
"""Elements inside a line; the block is above them."""

_GROUPS = frozenset(("Document", "Part", "Art", "Sect", "Div", "Aside", "BlockQuote", "DocumentFragment", "Figure", ""))
"""Elements that hold blocks. Text right inside one is cut into blocks by its place."""

_HEADINGS = frozenset(("H", "H1", "H2", "H3", "H4", "H5", "H6", "Title"))
_NEXT_LINE = 1.4
"""Times what the fonts need: lines of one untagged block are no further apart."""

_HEADING_SCALE = 1.1
"""In an untagged file a bold line larger than the body by this is a heading."""


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
    rows = list(rows_of(runs))
    parts = [list(parts_of(row)) for row in rows]
    lines = [line_of(page, part, hidden, fonts) for row in parts for part in row]
    if loose:
        yield from _paragraphs(lines)
        return
    columns = columns_of(lines) if any(len(row) > 1 for row in parts) else []
    if len(columns) > 1 and all(len(column) > 1 for column in columns):
        yield from columns
    elif len(lines) == len(rows):
        yield lines
    else:
        yield [line_of(page, row, hidden, fonts) for row in rows]


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
    bold = all("bold" in font_of(run, fonts).name.lower() for line in lines for run in line.runs)
    return bold and lines[0].size > _HEADING_SCALE * body_size
