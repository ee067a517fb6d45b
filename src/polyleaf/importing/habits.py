"""What people make by hand in a word processor: headings of bold letters, bullets of signs, lists of line breaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from polyleaf.importing.gathered import Element, Frame, Grid, Line, Mark, Role, Run
from polyleaf.importing.glyphs import private_as_signs
from polyleaf.importing.tabbed import tabled
from polyleaf.importing.walk import lines_in

_BULLET = re.compile(
    r"^[ \t\u00a0]*"
    r"(?:[•·▪▫‣◦●○■□➢➤►❖⁃✓✔✗✘☐☑☒✅❌🔹🔸👉◆][ \t\u00a0]*|[-–—*o§][ ]*[\t\u00a0][ \t\u00a0]*|[-–—*][ ]+)(?=\S)"
)
_TICKS = "✓✔✗✘☐☑☒✅❌"
"""Bullets that say yes, no, or "tick here"."""

_NUMBER = re.compile(r"^[ \t\u00a0]*\(?(\d{1,2})[.)][ \t\u00a0]+(?=\S)")
_LETTER = re.compile(r"^[ \t\u00a0]*\(?([a-z])[.)][ ]*\t[ \t\u00a0]*(?=\S)")
"""A letter with a tab behind it; "a. Smith" is a name."""

_ENDED = re.compile(r"[.,;:…][\"'”’)]*$")
_SENTENCE = re.compile(r"[.,;…][\"'”’)]*$")
"""What no heading ends with; a bold line may end with a colon."""

_LONGEST_HEADING = 90
_LARGER = 1.12
"""Times the size of the text from which letters are those of a heading."""


def as_meant(elements: Sequence[Element]) -> tuple[Element, ...]:
    """The elements with what was made by hand as what it was meant for."""
    lines = [replace(line, runs=tuple(replace(run, text=private_as_signs(run.text)) for run in line.runs))
             if isinstance(line, Line) else line for line in elements]  # fmt: skip
    split = tuple(part for element in lines for part in _split(element))
    return tuple(_inside(element) for element in tabled(tuple(_listed(split))))


def _inside(element: Element) -> Element:
    match element:
        case Frame(elements=inner):
            return replace(element, elements=as_meant(inner))
        case Grid(rows=rows):
            return replace(
                element,
                rows=tuple(tuple(replace(cell, elements=as_meant(cell.elements)) for cell in row) for row in rows),
            )
        case _:
            return element


def _split(element: Element) -> Iterator[Element]:
    """A paragraph whose lines begin with bullets or rising numbers, as the lines it was meant as."""
    if not isinstance(element, Line) or "\n" not in element.text or element.level or element.role is not Role.TEXT:
        yield element
        return
    lines = list(_by_line(element.runs))
    texts = ["".join(run.text for run in runs) for runs in lines]
    marked = [bool(_BULLET.match(text)) or bool(_NUMBER.match(text)) for text in texts]
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
    """Lines that begin with a bullet of signs, or several that begin with rising numbers, as items of lists."""
    numbers = [_number(element) for element in elements]
    letters = _lettered(elements)
    for index, element in enumerate(elements):
        if not isinstance(element, Line) or element.mark or element.level or element.role is not Role.TEXT:
            yield element
            continue
        if match := _BULLET.match(element.text):
            tick = f"{sign} " if (sign := element.text.strip()[0]) in _TICKS else ""
            yield replace(element, runs=_without(element.runs, match.end(), tick), mark=Mark(False, _depth(match[0])))
            continue
        if index in letters:
            end = _LETTER.match(element.text).end()  # type: ignore[union-attr] # it has a letter
            yield replace(element, runs=_without(element.runs, end), mark=letters[index])
            continue
        number = numbers[index]
        before = next((numbers[at] for at in range(index - 1, -1, -1) if at not in letters), None)
        after = next((numbers[at] for at in range(index + 1, len(numbers)) if at not in letters), None)
        if number is not None and (number - 1 == before or number + 1 == after):
            end = _NUMBER.match(element.text).end()  # type: ignore[union-attr] # it has a number
            yield replace(element, runs=_without(element.runs, end), mark=Mark(True, 0, number))
            continue
        yield element


def _lettered(elements: Sequence[Element]) -> dict[int, Mark]:
    """The marks of lines that begin with a, b, c …, by their place: an inner list where one with numbers is open."""
    found: dict[int, Mark] = {}
    run: list[int] = []
    for index in range(len(elements) + 1):
        letter = _letter(elements[index]) if index < len(elements) else 0
        if run and letter != len(run) + 1:
            outer = run[0] > 0 and (_number(elements[run[0] - 1]) is not None or _has_mark(elements[run[0] - 1]))
            if len(run) > 1:
                found |= {at: Mark(True, int(outer), number, was_letter=True) for number, at in enumerate(run, 1)}
            run = []
        if letter == len(run) + 1:
            run.append(index)
    return found


def _has_mark(element: Element) -> bool:
    return isinstance(element, Line) and (element.mark is not None or bool(_BULLET.match(element.text)))


def _letter(element: Element) -> int:
    """Which letter of the alphabet somebody typed before a line, from 1; 0 for none."""
    if not isinstance(element, Line) or element.mark or element.level or element.role is not Role.TEXT:
        return 0
    match = _LETTER.match(element.text)
    return ord(match[1]) - ord("a") + 1 if match else 0


def _depth(mark: str) -> int:
    """An "o" or a dash that was moved in is the mark of an inner list in Word."""
    return 1 if mark.strip(" \t\u00a0") in ("o", "§", "◦", "○") else 0


def _number(element: Element) -> int | None:
    if not isinstance(element, Line) or element.mark or element.level:
        return None
    match = _NUMBER.match(element.text)
    return int(match[1]) if match else None


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
        and 0 < len(words) <= _LONGEST_HEADING
        and "\n" not in words
        and any(char.isalpha() for char in words)
        and not (_SENTENCE if line.is_bold or line.underlined else _ENDED).search(words)
        and (line.is_bold or line.underlined or (usual > 0 and line.size >= usual * _LARGER))
    )
