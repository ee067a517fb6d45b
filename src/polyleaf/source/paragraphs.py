"""Whole paragraphs and table rows: what was meant as a table, a list or a note."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from polyleaf.manuscript.faults import FaultLog
from polyleaf.source.values import shown

_REFERENCE = re.compile(r"\[(?!\^)[^\]\n]+\]:[ \t]*(?:<?(?P<data>data:)|\S)")
_OPTION = re.compile(r":[A-Za-z][A-Za-z-]*:(?:[ \t]|$)")
_TWO_COLONS = re.compile(r"::(?!:)[ \t]*(?:\{|[A-Za-z-]+[ \t]*$|$)")
_DRAWN = re.compile(r"[ \t]*\+[-=+]{3,}\+[ \t]*$")
_COLON = re.compile(r"^:[ \t]", re.MULTILINE)
_TABBED = re.compile(r"[^\s.):=–—]\t+[^\s:=–—]")
_GAP = re.compile(r"[^\W_][)”’%°]?(?:[ \u00a0]{3,}|[\u2002\u2003]{2,})[(“‘£$€<>≤≥~+]?[^\W_]")
BLANK = re.compile(r"_{2,}|\.{4,}|…{2,}|(?<!\w)…|[☐☑☒□]|\[[ xX]?\]")
"""What is filled in by hand: gaps beside it are room, not columns."""

_TABS_AS_ROOM = re.compile(r":\t+[^\t:_.…]{1,30}:[\s]*(?:\t|$)|:\t{2,}[^\t:]{1,30}:")
"""Names of what is to be written in, with nothing between but tabs."""

_ROOM = re.compile(
    r":[ \u00a0]{4,}(?:(?:[mkµ]?g|mcg|[cm]?m|m?[lL]|°C?|mmHg|kPa|[MGk]?Bq|mCi|IU|units?|\w{1,4}/\w{1,5}"
    r"|h|hrs?|min|days?|[ap]m|[%/£€])(?=[\s,;.]|$)"
    r"|[^\s:]+(?: [^\s:]+){0,2}:(?=\s|$))"
    r"|[ \u00a0]{3,}/[ \u00a0]{3,}"
)
"""Blanks in which somebody is to write: before a unit, or between two names: "Weight:      kg", "Name:      Date:"."""

_BOXES_APART = re.compile(r"(?:[☐☑☒□]|\[[ xX]?\])[ \u00a0]{3,}(?:[☐☑☒□]|\[[ xX]?\])")
"""Boxes without words of their own: what they mean stands above them."""

_SHOWN, _TWO = 30, 2
"""Characters and cells of a row that a hint shows."""

_WIDE = re.compile(r"[ \u00a0]{3,}|[\u2002\u2003]{2,}")
_PIPED = re.compile(r"\S[ \t]+\|(?:[ \t]|$)")
_MANY_PIPES = re.compile(r"[^|]+\|[^|]*\|")
_RULED = "Write |---|---| on the line after the column headings"
_NUMBER = re.compile(r"[ \t]*(\d{1,2})[.)][ \t]+(?=\S)")
_NUMBER_ALONE = re.compile(r"[ \t]*\d{1,3}[ \t]*")
_UNESCAPED_PIPE = re.compile(r"(?<!\\)\|")


def check_paragraph(content: str, line: int, log: FaultLog) -> None:
    """Notes a paragraph that was meant as something else.

    Args:
        content: Raw Markdown of the paragraph.
        line: Line of the file it begins on.
        log: Takes the faults.
    """
    if content.startswith("|"):
        log.add(
            "This table has no line of dashes under its first row",
            line,
            _RULED,
        )
    if match := _REFERENCE.match(content):
        picture = "Save the picture in the folder images, and write in its place ![What it shows](images/name.png)"
        hint = "Write links in place: [words](https://www.example.org)"
        log.add(f"{shown(content)} is printed as text", line, picture if match["data"] else hint)
    lines = content.split("\n")
    if (at := next((at for at, one in enumerate(lines, line) if _TWO_COLONS.match(one)), 0)) > 0:
        log.add("A box begins and ends with three colons", at, "Write :::{important}, and ::: below its last line")
    if (at := next((at for at, one in enumerate(lines, line) if _DRAWN.match(one)), 0)) > 0:
        log.add("The lines of a drawn table (+---+) are printed as they are typed", at, f"Leave them out. {_RULED}")
    if _OPTION.match(content):
        log.add(f"{shown(content)} is printed as text", line, "Options such as :alt: stand only in a figure")
    if match := _COLON.search(content):
        at = line + content.count("\n", 0, match.start())
        log.add("This line begins with a colon", at, "A risk has its number alone on the line before")
    spaced = [one for one in content.replace("*", "").split("\n") if _GAP.search(one) and not BLANK.search(one)]
    boxes = [one for one in lines if _BOXES_APART.search(one)]
    named = len(lines) > _TWO and len(_GAP.findall(lines[0])) >= _TWO and ":" not in lines[0]
    if len(spaced) > 1 or len(boxes) > 1 or named:
        apart = (one for one in content.replace("*", "").split("\n") if one[:1].strip() and _WIDE.search(one.strip()))
        first = next(apart, (spaced or boxes)[0])
        log.add(
            "These lines have wide gaps between their words, as a table has",
            line,
            f"Write a table: {_row(_WIDE.split(first.strip()))}, and so each line; the first names the"
            " columns, and has |---|---| under it",
        )
    piped = [len(found) for one in lines if (found := _PIPED.findall(one))] or [
        one.count("|") for one in lines if _MANY_PIPES.match(one)
    ]
    if len(piped) > len(set(piped)) and not content.startswith("|"):
        log.add(
            "These lines have | between their words, as a table has",
            next(at for at, one in enumerate(lines, line) if _PIPED.search(one) or _MANY_PIPES.match(one)),
            f"{_RULED}; if this is no table, write a comma for each |, or part the lines",
        )
    _check_room(lines if len(spaced) < _TWO else (), line, log)
    tabbed = [(at, one) for at, one in enumerate(lines, line) if _TABBED.search(one) and not BLANK.search(one)]
    if len(tabbed) > 1 or any(len(_TABBED.findall(one)) > 1 for _, one in tabbed):
        at, first = next((at, one) for at, one in enumerate(lines, line) if "\t" in one.strip())
        cells = [cell.strip() for cell in first.split("\t") if cell.strip()]
        pairs = all(len(_TABBED.findall(one)) == 1 for _, one in tabbed) and len(cells) == _TWO
        other = f"a colon for each tab: {shown(': '.join(cells))}" if pairs else "a line with names above it"
        log.add(
            "These lines have tabs or gaps between their words, as a table has, and no line surely names the columns",
            at,
            f"If the first does: {_row(cells)}, under it |---|---|, and so each line; else {other}",
        )


def _check_room(lines: Sequence[str], line: int, log: FaultLog) -> None:
    """Notes room that is not there on the page: blanks to write in, a tab, a number alone in mid-paragraph."""
    if (at := next((at for at, one in enumerate(lines, line) if _ROOM.search(one)), 0)) > 0:
        log.add("Blanks are no room to write: on the page these words touch", at, "Type a line of ____ to write on")
    elif (at := next((at for at, one in enumerate(lines, line) if _TABS_AS_ROOM.search(one)), 0)) > 0:
        log.add("Tabs are no room to write: on the page these words touch", at, "Type a line of ____ to write on")
    elif len(lines) == 1 and len(_TABBED.findall(lines[0])) == 1 and not BLANK.search(lines[0]):
        hint = "Write them on lines of their own, or in a table; a colon behind the first makes one line of both"
        log.add("A tab stands between these words: on the page they touch", line, hint)
    counts = [_NUMBER_ALONE.fullmatch(one) is not None for one in lines]
    for at, (above, alone, below) in enumerate(zip([True, *counts], counts, [*counts[1:], True], strict=False), line):
        if alone and not above and not below:
            log.add(
                f"The number {lines[at - line].strip()} is alone on this line, and stands in the text around it",
                at,
                "If it is the number of a page, delete it; else write it in the line with its words",
            )


def _row(cells: Sequence[str]) -> str:
    """The first cells of a line as a row of a table in Markdown."""
    return f"| {' | '.join(cell.strip()[:_SHOWN] for cell in cells[:_TWO])} |"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a paragraph: running text, or a numbered list that stands in it without an empty line above.

    Attributes:
        line: Lines of the paragraph before it.
        start: The first number of the list; None for running text.
        texts: Lines before it in the piece, and raw Markdown, of each item or of the whole text.
    """

    line: int
    start: int | None
    texts: tuple[tuple[int, str], ...]


def parts_of(content: str) -> Iterator[Part]:
    """The pieces of a paragraph: lines with rising numbers (2. 3. 4.) are a list, a lone number is text."""
    lines = content.split("\n")
    numbers = [int(match[1]) if (match := _NUMBER.match(line)) else None for line in lines]
    first = next(
        (at for at, number in enumerate(numbers) if number is not None and number + 1 in numbers[at + 1 :]), None
    )
    if first is None:
        yield Part(0, None, ((0, content),))
        return
    if first:
        yield Part(0, None, ((0, "\n".join(lines[:first])),))
    starts = [first]
    for at in range(first + 1, len(lines)):
        if numbers[at] == numbers[first] + len(starts):  # type: ignore[operator]
            starts.append(at)
    items = [
        (at - first, _NUMBER.sub("", "\n".join(lines[at:end]), count=1))
        for at, end in zip(starts, [*starts[1:], len(lines)], strict=True)
    ]
    yield Part(first, numbers[first], tuple(items))


def runs_of(numbers: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Where the lists begin that a row of numbered items is, so that every item keeps the number that was typed.

    ``1. 1. 1.`` is Markdown's way to leave the counting to the machine.

    Yields:
        The number of the first item, its place in the row, and the place behind the last.
    """
    counted = set(numbers) == {1}
    starts = [0, *(at for at in range(1, len(numbers)) if not counted and numbers[at] != numbers[at - 1] + 1)]
    for first, end in zip(starts, [*starts[1:], len(numbers)], strict=True):
        yield numbers[first], first, end


def split_cells(row: str) -> list[str]:
    """The cells of a table row as they are written."""
    row = row.strip().removeprefix("|")
    if row.endswith("|") and not row.endswith("\\|"):
        row = row[:-1]
    return [cell.strip() for cell in _UNESCAPED_PIPE.split(row)]
