"""What people make by hand in a word processor: headings of bold letters, bullets of signs, lists of line breaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from polyleaf.importing.gathered import Element, Frame, Line, Mark, Remark, Role, Run
from polyleaf.importing.glyphs import private_as_signs
from polyleaf.importing.tabbed import tabled
from polyleaf.importing.typed_marks import BULLET, NUMBER, typed_marks
from polyleaf.importing.walk import lines_in, with_inner

_DOTTED = re.compile(r"(?:(?<![^\s:(])\.{5,}|\.{8,}|…{2,})(?![.…]|\s*\d+\s*$)")
"""Dots to write on; before a number they lead to a page."""

_STEP = re.compile(r"\s*(\d{1,2})[.)]?\s*")
_ACROSS = re.compile(r"\s*([*=~#+•·–—-])(?:[ \u00a0]*\1){2,}\s*")
"""A line across the page, made of signs."""

_CONTINUES = "list paragraph"
_LEAST_INDENT, _SLACK = 15.0, 3.0
"""Points by which a paragraph of a list is moved in, and by which it may stand before its item."""

_TAB, _SPACE = 36.0, 3.0
"""How far they move a line in, in pt."""

_ENDED = re.compile(r"[.,;:…][\"'”’)]*$")
_SENTENCE = re.compile(r"[.,;…][\"'”’)]*$")
"""What no heading ends with; a bold line may end with a colon."""

_LONGEST_HEADING, _LONGEST_ITEM = 90, 120
_FILLED_IN = re.compile(r"_{3}|\.{5}")
LARGER = 1.12
"""Times the size of the text from which letters are those of a heading."""


def as_meant(elements: Sequence[Element]) -> tuple[Element, ...]:
    """The elements with what was made by hand as what it was meant for."""
    lines = [replace(line, runs=tuple(replace(run, text=_seen(run.text)) for run in line.runs))
             if isinstance(line, Line) else line for line in _continued(elements)
             if not (isinstance(line, Line) and _ACROSS.fullmatch(line.text))]  # fmt: skip
    split = tuple(part for element in _numbered_beside(lines) for part in _split(element))
    return tuple(with_inner(element, as_meant) for element in tabled(_moved_in_below(tuple(_listed(split)))))


def _numbered_beside(elements: Sequence[Element]) -> list[Element]:
    """The elements, with a number that stands in a box of its own before the step that it counts."""
    done: list[Element] = []
    number = ""
    for element in elements:
        found = _number_in(element)
        before = done[-1] if done else None
        if found and isinstance(element, Frame) and isinstance(before, Line) and before.place == element.place:
            done[-1] = replace(before, runs=(Run(f"{found}. "), *before.runs))
        elif found and not number:
            number = found
        else:
            if number and isinstance(element, Line):
                element = replace(element, runs=(Run(f"{number}. "), *element.runs))  # noqa: PLW2901 - with its number
            elif number:
                done.append(Line((Run(number),), ""))
            number = ""
            done.append(element)
    return [*done, Line((Run(number),), "")] if number else done


def _number_in(element: Element) -> str:
    """The number that is all that stands in a text box; "" if it holds anything else."""
    line = element.elements[0] if isinstance(element, Frame) and len(element.elements) == 1 else None
    match = _STEP.fullmatch(line.text) if isinstance(line, Line) else None
    return match[1] if match else ""


def _seen(text: str) -> str:
    """Words without the private signs of fonts; dots to write on are a line to write on."""
    return _DOTTED.sub(lambda match: "_" * min(max(len(match[0]), 8), 40), private_as_signs(text))


def _continued(elements: Sequence[Element]) -> Iterator[Element]:
    """The elements, with paragraphs of lists that have no mark as parts of the item before, where the list goes on."""
    last: Mark | None = None
    for element, after in zip(elements, _following(elements), strict=True):
        if isinstance(element, Line) and element.mark:
            last = element.mark
        elif last and isinstance(element, Line) and _is_inside(element, last) and _goes_on(last, after):
            element = replace(element, item=last.depth)  # noqa: PLW2901 - the same line, in its list
        elif not isinstance(element, Remark):
            last = None
        yield element


def _following(elements: Sequence[Element]) -> list[Mark | None]:
    """For each element, the mark of what follows behind paragraphs without one; None if that is no item."""
    found: list[Mark | None] = []
    after: Mark | None = None
    for element in reversed(elements):
        found.append(after)
        if isinstance(element, Line) and not _is_unmarked(element):
            after = element.mark
        elif not isinstance(element, Line | Remark):
            after = None
    return found[::-1]


def _is_unmarked(line: Line) -> bool:
    """Whether a line stands in a list by its style alone, or because it is moved in."""
    text = line.text
    is_moved_in = line.indent >= _LEAST_INDENT and line.role is Role.TEXT and not line.frame
    is_plain = not (line.mark or line.level or BULLET.match(text) or NUMBER.match(text))
    return (line.style == _CONTINUES or is_moved_in) and is_plain


def _is_inside(line: Line, last: Mark) -> bool:
    """Whether a line without a mark stands as far in as the item before it."""
    return _is_unmarked(line) and (line.style == _CONTINUES or line.indent >= last.indent - _SLACK)


def _goes_on(last: Mark, after: Mark | None) -> bool:
    """Whether the next item belongs to the same list."""
    counts = after is not None and (not after.ordered or after.number == last.number + 1)
    return after is not None and counts and (after.ordered, after.depth) == (last.ordered, last.depth)


def _split(element: Element) -> Iterator[Element]:
    """A paragraph whose lines begin with bullets or rising numbers, as the lines it was meant as."""
    if not isinstance(element, Line) or "\n" not in element.text or element.level or element.role is not Role.TEXT:
        yield element
        return
    lines = list(_by_line(element.runs))
    texts = ["".join(run.text for run in runs) for runs in lines]
    marked = [bool(BULLET.match(text)) or bool(NUMBER.match(text)) for text in texts]
    if sum(marked) < 2:  # noqa: PLR2004 - a list has two items
        yield element
        return
    kept: list[tuple[Run, ...]] = []
    for runs, is_item in zip(lines, marked, strict=True):
        if is_item or not kept or not any(marked):
            kept.append(runs)
        else:
            kept[-1] = (*kept[-1], Run("\n"), *runs)
    first = marked.index(True)
    for index, runs in enumerate(kept):
        yield replace(element, runs=runs, mark=element.mark if index == 0 else None,
                      item=element.mark.depth if index and element.mark and first else element.item)  # fmt: skip


def _by_line(runs: Sequence[Run]) -> Iterator[tuple[Run, ...]]:
    line: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\n")
        line.append(replace(run, text=first))
        for other in others:
            yield tuple(line)
            line = [replace(run, text=other)]
    yield tuple(line)


def _listed(elements: Sequence[Element]) -> Iterator[Element]:
    """Lines with typed marks as items of lists."""
    marks = typed_marks(elements)
    for index, element in enumerate(elements):
        if index in marks and isinstance(element, Line):
            typed = marks[index]
            yield replace(
                element, runs=_without(element.runs, typed.end, typed.sign), mark=_moved_in(typed.mark, element)
            )
        else:
            yield element


def _moved_in_below(elements: Sequence[Element]) -> list[Element]:
    """The elements, with short lines without marks that are moved in below a colon as the list that they look like."""
    done = list(elements)
    at = 0
    while at < len(done):
        above, start = done[at], at + 1
        at = start
        if isinstance(above, Line) and above.text.rstrip().endswith(":") and not above.mark:
            while at < len(done) and _is_below(done[at], above):
                at += 1
        for number in range(start, at if at - start > 1 else start):
            line = done[number]
            done[number] = replace(line, mark=Mark(False, 0, indent=line.indent)) if isinstance(line, Line) else line
    return done


def _is_below(element: Element, above: Line) -> bool:
    """Whether a line stands further in than another, and is no more than an item."""
    if not isinstance(element, Line) or element.mark or element.level or element.role is not Role.TEXT or element.frame:
        return False
    is_one = "\n" not in element.text and "\t" not in element.text.strip() and not _FILLED_IN.search(element.text)
    return is_one and element.indent >= above.indent + _LEAST_INDENT and 0 < len(element.text.strip()) <= _LONGEST_ITEM


def _moved_in(mark: Mark, line: Line) -> Mark:
    """The mark with how far its line is moved in: by the paragraph, or by spaces and tabs before it."""
    before = line.text[: len(line.text) - len(line.text.lstrip())]
    return replace(mark, indent=mark.indent or line.indent + sum(_TAB if char == "\t" else _SPACE for char in before))


def _without(runs: Sequence[Run], start: int, before: str = "") -> tuple[Run, ...]:
    """Runs without their first letters."""
    kept: list[Run] = [Run(before)] if before else []
    for run in runs:
        taken = min(start, len(run.text))
        start -= taken
        if run.text[taken:] or run.fact:
            kept.append(replace(run, text=run.text[taken:]))
    return tuple(kept)


def usual_size(elements: tuple[Element, ...]) -> float:
    """The size of most letters; 0 if nobody says."""
    sizes: Counter[float] = Counter()
    for line in lines_in(elements):
        sizes[line.size] += len(line.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def looks_like_heading(line: Line, usual: float) -> bool:
    """Whether a short line of bold or larger letters stands for a heading."""
    words = line.text.strip()
    return (
        line.role is Role.TEXT
        and line.level == 0
        and line.mark is None
        and line.item < 0
        and "quote" not in line.style
        and 0 < len(words) <= _LONGEST_HEADING
        and "\n" not in words
        and any(char.isalpha() for char in words)
        and not (_SENTENCE if line.is_bold or line.underlined else _ENDED).search(words)
        and (line.is_bold or line.underlined or (usual > 0 and line.size >= usual * LARGER))
    )
