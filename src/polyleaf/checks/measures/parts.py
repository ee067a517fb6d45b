"""The parts of a leaflet as they were printed: what stands under each of its main headings, and how long it is."""

from __future__ import annotations

from dataclasses import dataclass

from polyleaf.checks.measures.layout import FileLayout
from polyleaf.model.finding import Location
from polyleaf.model.wording import count, listed, quote

_MAIN = ("H2", "H")


@dataclass(frozen=True, slots=True)
class Part:
    """One main heading with what follows it.

    Attributes:
        heading: Its words, as printed.
        location: Where it was written.
        lines: How many lines it has on paper.
    """

    heading: str
    location: Location
    lines: int


def parts(layout: FileLayout) -> tuple[Part, ...]:
    """The parts that an author wrote, in order; not those of the templates."""
    found: list[Part] = []
    for page in layout.pages:
        for block in page.body:
            if layout.role(block.element) in _MAIN:
                origin, _ = layout.origins.of(block.text, page.number)
                found.append(Part(block.text, origin, 0))
            if found:
                last = found[-1]
                found[-1] = Part(last.heading, last.location, last.lines + len(block.lines))
    return tuple(part for part in found if part.location.line is not None)


def lines_from(layout: FileLayout, page: int) -> int:
    """How many lines stand on a page, counted from 1, and all that follow."""
    return sum(len({round(line.baseline) for line in one.body_lines}) for one in layout.pages if one.number >= page)


def what_to_cut(layout: FileLayout, lines: int) -> str:
    """The way out where so many lines are too many: the shortest part that is enough, or the longest ones."""
    known = sorted(parts(layout), key=lambda part: part.lines)
    enough = next((part for part in known if part.lines >= lines), None)
    if enough is not None:
        return f"Cut {_told(enough)}, or shorten the text by so much"
    longest = known[:-4:-1]
    return f"Shorten the text; the longest parts are {listed(map(_told, longest))}" if longest else "Shorten the text"


def _told(part: Part) -> str:
    return f"{quote(part.heading)} ({count(part.lines, 'line')} on paper, line {part.location.line} of the leaflet)"
