"""Lists of Word: levels that show in their bullets alone, numbers before a tab, spaces before both, none behind."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import groupby, pairwise

from polyleaf.source.bullet_levels import with_bullet_levels, with_for_and_against

_HARD = re.compile(
    r"[ \t]*[\u00a0\u2000-\u200a\u202f][^\S\n]*"
    r"(?=[-*+•·▪●◦–—\uf0a7\uf0b7o§][^\S\n]|[•·▪●\uf0a7\uf0b7☐□]|\d{1,3}[.)][^\S\n])"
)
"""Spaces before a bullet or a number that Markdown takes for words."""

_LEVELS = (
    re.compile(r"[•●\uf0b7·][\t\u00a0 ]"),
    re.compile(r"o[\t\u00a0]|[◦○][\t\u00a0 ]"),
    re.compile(r"§[\t\u00a0]|[\uf0a7▪■][\t\u00a0 ]"),
)
"""What Word puts before items of the first, second and third level: a dot, a ring, a square."""

_INDENT = "  "
_DOT, _RING = re.compile(r"([ \t]*)(?:[•●▪·\uf0b7*-])[ \t\u00a0]+\S"), re.compile(r"([ \t]+)o[ ]+(?=\S)")
_TABS = re.compile(r"\t+")
_LABELLED = re.compile(r"[^\W\d_][^:\d]{0,30}:[ ]+\S")
_BLANK = re.compile(r"_{2,}|\.{4,}|…")
_COUNTED = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\t[^\t]*[^\W\d_][^\t]*$")
"""A step or a section with its number in a column of its own."""

_SIGNED = re.compile(r"([ ]*[×✓✔✗✘√☐☑☒→⇒➔])\t+(?=[^\t]+$)")
"""What people put before the things to do and not to do."""


_TOUCHING = re.compile(
    r"(?P<indent>[ \t]*)(?P<mark>[-*–—]|(?P<number>\d{1,2})[.)](?!(?:[ºªaeo]|e[rm]|[rdtm][aeo])\b))(?=[“\"(]?[^\W\d_])"
)
"""A bullet or a number that touches its words; 1.º and 1.er are ordinals."""

_ITEM = re.compile(r"(?P<indent> *)(?:[-*+]|(?P<number>\d{1,3})[.)]) +(?=\S)")


_OUTLINED = re.compile(r"\t+(?![-*+•·▪●◦○–|>]|\d{1,2}[.)]|[^\W\d_]\))[^\s|][^\t|]*$")
"""A line behind tabs, with no mark of its own and no cells."""
_FEW = 3

_LONE = re.compile(r"[ \t]*(?P<mark>[•·▪●◦○■❖➢\uf0b7\uf0a7\uf0d8–*-]|(?P<number>\d{1,2})[.)])[ \t\u00a0]*$")


def in_levels(lines: Sequence[str], words: Collection[str]) -> list[str]:
    """The lines with their bullets where Markdown looks for them: in front of their words, and moved in by level.

    Args:
        lines: Of a leaflet's body.
        words: That join others in its language.
    """
    lines = with_for_and_against(with_outline(with_wiki_numbers(with_marks(lines))))
    return with_rings(with_levels(with_bullet_levels(lines)), words)


def with_marks(lines: Sequence[str]) -> list[str]:
    """The lines with marks that stand alone above their words put before them, as PDF files give them: two at least."""
    done = list(lines)
    found = [(at, match) for at, line in enumerate(lines[:-1]) if (match := _LONE.match(line)) and _is_plain(lines, at)]
    for kind in {"1" if match["number"] else match["mark"] for _, match in found}:
        places = [(at, match) for at, match in found if kind == ("1" if match["number"] else match["mark"])]
        numbers = [int(match["number"] or 0) for _, match in places]
        if len(places) > 1 and (kind != "1" or all(two == one + 1 for one, two in pairwise(numbers))):
            for at, match in places:
                done[at : at + 2] = ["", f"{match['mark']} {lines[at + 1].strip()}"]
    return done


def _is_plain(lines: Sequence[str], at: int) -> bool:
    """Whether words without a mark of their own stand right below a line."""
    below = lines[at + 1].strip()
    return bool(below) and not _LONE.match(below) and not _ITEM.match(below) and below[0] not in "|:#"


def with_wiki_numbers(lines: Sequence[str]) -> list[str]:
    """The lines with numbers for the signs # of a wiki: three at least below each other are no headings."""
    done = list(lines)
    for is_item, part in groupby(range(len(lines)), key=lambda at: lines[at].startswith("# ")):
        places = list(part) if is_item else []
        if len(places) >= _FEW:
            for number, at in enumerate(places, start=1):
                done[at] = f"{number}. {lines[at].removeprefix('#').strip()}"
    return done


def with_levels(lines: Sequence[str]) -> list[str]:
    """The lines with items of a lower level moved in, where all begin at the margin and the first has a dot."""
    done: list[str] = []
    depths: list[int] = []
    for line in (_HARD.sub(lambda match: " " * min(len(match[0]), 1), line, count=1) for line in lines):
        level = next((level for level, mark in enumerate(_LEVELS) if mark.match(line)), None)
        if level is None or (not depths and level):
            depths = depths if not line.strip() else []
            done.append(line)
            continue
        depths = [*(one for one in depths if one < level), level]
        done.append(_INDENT * (len(depths) - 1) + line)
    return done


def with_rings(lines: Sequence[str], words: Collection[str]) -> list[str]:
    """The lines with a bullet for each letter o that is one: moved in below a bullet, two at least.

    Args:
        lines: Of a leaflet's body.
        words: That join others in its language: in Spanish, o is one.
    """
    done = list(lines)
    for is_blank, part in groupby(range(len(lines)), key=lambda at: not lines[at].strip()):
        places = [] if is_blank or "o" in words else list(part)
        above = next((match for at in places if (match := _DOT.match(lines[at]))), None)
        rings = [at for at in places if above and (match := _RING.match(lines[at])) and len(match[1]) > len(above[1])]
        if above and len(rings) > 1:
            for at in rings:
                done[at] = _RING.sub(f"{above[1]}{_INDENT}- ", lines[at], count=1)
    return done


def with_outline(lines: Sequence[str]) -> list[str]:
    """The lines of an outline as a list in a list: each behind a tab, those of a lower level behind more, as slides."""
    done = list(lines)
    for is_moved, part in groupby(range(len(lines)), key=lambda at: not lines[at].strip() or lines[at][0] == "\t"):
        places = [at for at in part if is_moved and lines[at].strip()]
        depths = [len(lines[at]) - len(lines[at].lstrip("\t")) for at in places]
        steps = [below - above for above, below in pairwise([1, *depths])]
        plain = all(_OUTLINED.match(lines[at]) for at in places)
        if len(places) >= _FEW and plain and steps[0] == 0 and max(steps) == 1:
            for at, depth in zip(places, depths, strict=True):
                done[at] = f"{_INDENT * (depth - 1)}- {lines[at].strip()}"
    return done


def with_gaps(lines: Sequence[str]) -> list[str]:
    """The lines with a blank behind marks that touch their words, where two at least in a paragraph have the same."""
    done = list(lines)
    for is_blank, part in groupby(range(len(lines)), key=lambda at: not lines[at].strip()):
        found = {at: match for at in part if not is_blank and (match := _TOUCHING.match(lines[at]))}
        for kind in {"1" if match["number"] else match["mark"] for match in found.values()}:
            places = [at for at, match in found.items() if kind == ("1" if match["number"] else match["mark"])]
            if kind == "*":
                places = [at for at in places if lines[at].count("*") % 2]  # others are stressed words
            numbers = [int(found[at]["number"] or 0) for at in places]
            rising = all(second == first + 1 for first, second in pairwise(numbers))
            if len(places) > 1 and (kind != "1" or rising):
                for at in places:
                    done[at] = _TOUCHING.sub(r"\g<indent>\g<mark> ", lines[at], count=1)
    return done


def under_numbers(lines: Sequence[str]) -> list[str]:
    """The lines, with the bullets between two numbers moved in: they are of the item above, and no list of their own.

    So are those below a number that ends with a colon, and those that somebody moved in, but by too little.
    """
    done = list(lines)
    for at, line in enumerate(lines):
        head = _ITEM.match(line)
        if head is None or head["number"] is None:
            continue
        first, edge = at + 1, len(head["indent"])
        end = next((one for one in range(first, len(lines)) if not _is_below(lines[one], edge)), len(lines))
        item = _ITEM.match(lines[first]) if first < end else None
        if item is None or item.end() == 0 or len(item["indent"]) >= head.end():
            continue
        then = _ITEM.match(lines[end]) if end < len(lines) else None
        between = (
            then is not None and then["indent"] == head["indent"] and then["number"] == str(int(head["number"]) + 1)
        )
        if between or line.rstrip().endswith(":") or len(item["indent"]) > edge:
            for one in range(first, end):
                done[one] = " " * (head.end() - len(item["indent"])) + lines[one]
    return done


def _is_below(line: str, edge: int) -> bool:
    """Whether a line is a bullet, or moved in further than a number: of the item that the number begins."""
    item = _ITEM.match(line)
    return bool(line.strip()) and ((item is not None and item["number"] is None) or line.startswith(" " * (edge + 1)))


def with_signs(lines: Sequence[str]) -> list[str]:
    """The lines with a blank for the tab behind a tick or a cross, unless these are a column of a table."""
    done = list(lines)
    for is_signed, part in groupby(range(len(lines)), key=lambda at: _SIGNED.match(lines[at]) is not None):
        places = list(part)
        beside = (*lines[max(places[0] - 1, 0) : places[0]], *lines[places[-1] + 1 : places[-1] + 2])
        if is_signed and "\t" not in "".join(beside):
            for at in places:
                done[at] = _SIGNED.sub(r"\1 ", lines[at])
    return done


def with_numbers(lines: Sequence[str]) -> list[str]:
    """The lines with steps (1, 2, 3 and a tab, one under the other) as a list, and with sections (3, 3.1) as lines."""
    done = list(lines)
    row: list[tuple[int, ...]] = []
    for at, line in enumerate([*lines, ""]):
        match = _COUNTED.match(line)
        number = tuple(map(int, match[1].split("."))) if match else ()
        if match and ((row and _follows(number, row[-1])) or (not row and (number == (1,) or _is_alone(lines, at)))):
            row.append(number)
            continue
        first = at - len(row)
        if len(row) > 1 and "\t" not in line and "\t" not in "".join(lines[first - 1 : first]):
            steps = row == [(one,) for one in range(1, len(row) + 1)]
            if steps or any(len(one) > 1 for one in row):
                done[first:at] = [one.replace("\t", ". " if steps else " ", 1) for one in lines[first:at]]
        row = [number] if match and number == (1,) else []
    return done


def with_labels(lines: Sequence[str]) -> list[str]:
    """The lines, ended at each tab between pieces that all have a label: DRIVE: 2 days, FLY: 4 weeks."""
    done = list(lines)
    for at, line in enumerate(lines):
        pieces = _TABS.split(line.strip())
        alone = _is_alone(lines, at) and "\t" not in "".join(lines[at + 1 : at + 2])
        if alone and len(pieces) > 1 and all(map(_LABELLED.match, pieces)) and not _BLANK.search(line):
            done[at] = "<br>".join(pieces)
    return done


def _is_alone(lines: Sequence[str], at: int) -> bool:
    """Whether no line with a tab stands above."""
    return "\t" not in "".join(lines[at - 1 : at])


def _follows(number: tuple[int, ...], last: tuple[int, ...]) -> bool:
    """Whether a section stands next to another: 3.1 below 3, 3.2 or 4 below 3.1."""
    return number == (*last, 1) or any(
        number == (*last[:at], last[at] + 1) for at in range(len(last)) if len(number) == at + 1
    )
