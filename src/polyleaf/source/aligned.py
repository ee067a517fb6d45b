"""Columns that somebody made with spaces, or with bars and no line of dashes: put into tabs, which ``tabbed`` reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from polyleaf.source.paragraphs import split_cells
from polyleaf.source.tabbed import Rows, columns, names_columns

_SPACE = " \u00a0\u2002\u2003\u3000"
_PIECE = re.compile(rf"[^{_SPACE}]+(?:(?:[{_SPACE}]|(?<=[.!?;,])[{_SPACE}]{{2}})[^{_SPACE}]+)*")
"""Words with one space between them; people type two after a sentence."""

_GAP = re.compile(rf"[{_SPACE}]{{2}}")
_WIDE = re.compile(rf"[^{_SPACE}](?:[{_SPACE}]{{3,}}|[\u2002\u2003\u3000]{{2,}})[^{_SPACE}]")
_MARKED = re.compile(r"\s*(?:[|:#>]|[-*+•][ \t\u00a0]|\d+[.)][ \t\u00a0])")
_BAR = re.compile(r"[ \t]*\|.*|[^|]*[^|\s\\][ \t]+\|(?:[ \t].*)?|[^|]*[^|\s\\](?:\|[^|]*){2,}")
_DASHES = re.compile(r"(?=.*\|)[\s|:+=]*-[\s|:+=-]*")
_FRAME = re.compile(r"[ \t]*\+(?:[-=]+\+)+[ \t]*")
_SEPARATOR = re.compile(r";(?=\S)|(?<!\d),(?=\S)|(?<=\d),(?=[^\W\d_])")
_CLOSE = re.compile("[\u3000-\u9fff\uac00-\ud7af]|https?:|www\\.")
"""Between cells a sheet writes a comma or a semicolon without a space, which people do not, unless they type none."""

_EDGE = 2
"""Characters that the first cells of lines may stand apart; more is an empty cell before them."""

_EMPTY = "\u00a0"
"""Stands for the empty cell of a corner: a line that begins with a tab would belong to the list above it."""

_LEAST = 2
"""Columns, and lines, of a table."""


def with_tabs(lines: Sequence[str]) -> list[str]:
    """The lines, with tabs between the cells of those that are surely a table.

    Args:
        lines: Of a leaflet's body; as many come back.
    """
    done = list(lines)
    for group in _groups(lines, _is_barred):
        rows = [lines[at] for at in group]
        for at, line in zip(group, _drawn(rows) or _open_rows(rows), strict=False):
            done[at] = line
    kinds = ((_is_aligned, _aligned), (_is_barred, _barred), (_has_tabs, _tabbed), (_is_separated, _separated))
    for kind, cells in kinds:
        for group in _groups(lines, kind):
            rows = ["\t".join([row[0] or _EMPTY, *row[1:]]) for row in cells([lines[at] for at in group])]
            if rows:
                for at, row in zip(group, [*[""] * (len(group) - len(rows)), *rows], strict=True):
                    done[at] = row
    return done


def _groups(lines: Sequence[str], is_row: Callable[[str], bool]) -> Iterator[list[int]]:
    """Numbers of lines that follow each other; below the first of them, one may be empty."""
    group: list[int] = []
    for at, line in enumerate([*lines, ""]):
        if at < len(lines) and is_row(line):
            group.append(at)
        elif len(group) != 1 or line.strip():
            if len(group) >= _LEAST:
                yield group
            group = []
        elif group[0] != at - 1:
            group = []


def _is_aligned(line: str) -> bool:
    if "\t" in line or not _GAP.search(line):
        return False
    return not _MARKED.match(line) and len(_PIECE.findall(line)) >= _LEAST


def _aligned(lines: Sequence[str]) -> Rows:
    """The cells; one row fewer than lines if the first one's words are put before the names of columns below it."""
    if 2 * sum(_WIDE.search(line) is not None for line in lines) < len(lines):
        return ()
    lines = [line.rstrip(_SPACE) for line in lines]
    for upper in (0, 1):
        rows = _by_count(lines[upper:]) or _by_places(lines[upper:])
        if upper and rows:
            head = tuple(f"{word} {name}".strip() for word, name in zip(_over(*lines[:2]), rows[0], strict=False))
            rows = (head, *rows[1:]) if head else ()
        if len(rows) >= _LEAST and all(row[0] for row in rows[1:]) and names_columns(rows[0], rows[1:]):
            return rows
    return ()


def _starts(line: str) -> list[int]:
    return [piece.start() for piece in _PIECE.finditer(line)]


def _by_count(lines: Sequence[str]) -> Rows:
    """The cells of lines that all have as many, and begin at one edge: then none is empty."""
    rows = [tuple(_PIECE.findall(line)) for line in lines]
    edges = [_starts(line)[0] for line in lines]
    return tuple(rows) if len({*map(len, rows)}) == 1 and max(edges) - min(edges) <= _EDGE else ()


def _by_places(lines: Sequence[str]) -> Rows:
    """The cells of lines in which nothing reaches over the places where the words of the first begin."""
    starts = _starts(lines[0])
    starts = starts if starts[0] <= _EDGE else [0, *starts]
    starts[0] = 0
    if any(line[at - 1] not in _SPACE for line in lines for at in starts[1:] if at <= len(line)):
        return ()
    rows = [
        tuple(line[at:end].strip(_SPACE) for at, end in zip(starts, [*starts[1:], None], strict=True)) for line in lines
    ]
    whole = all(len(_PIECE.findall(cell)) <= 1 for row in rows for cell in row)
    return tuple(rows) if whole else ()


def _over(upper: str, head: str) -> list[str]:
    """For each column the word that stands above it, or above one before it; none above the first."""
    words = {piece.start(): piece[0] for piece in _PIECE.finditer(upper)}
    found: list[str] = []
    for start in _starts(head):
        found.append(words.pop(start, found[-1] if found else ""))
    return found if not words else []


def _is_barred(line: str) -> bool:
    return "\t" not in line.strip() and any(one.fullmatch(line) for one in (_BAR, _DASHES, _FRAME))


def _drawn(lines: Sequence[str]) -> list[str]:
    """A table drawn with bars, dashes and plus signs as Markdown, if one line of dashes stands below its first row."""
    frames = [at for at, line in enumerate(lines) if _FRAME.fullmatch(line)]
    if len(lines) - len(frames) < _LEAST or frames[:2] != [0, _LEAST] or set(frames[_LEAST:]) - {len(lines) - 1}:
        return []
    wide = lines[0].count("+") - 1
    if any(len(split_cells(line)) != wide for at, line in enumerate(lines) if at not in frames):
        return []
    return [("|---" * wide + "|" if at == _LEAST else "") if at in frames else line for at, line in enumerate(lines)]


def _open_rows(lines: Sequence[str]) -> list[str]:
    """Rows of a table without bars at its edges: one that begins with a bar has an empty first cell."""
    if lines[1].lstrip().startswith("|") or not _DASHES.fullmatch(lines[1]):
        return []
    short = len(split_cells(lines[1])) - 1
    return [f"| {line}" if line.lstrip()[0] == "|" and len(split_cells(line)) == short else line for line in lines]


def _barred(lines: Sequence[str]) -> Rows:
    """The cells of lines with bars between them, if no line of dashes says already that they are a table."""
    edge = "" if lines[0].lstrip().startswith("|") else "|"  # without bars at the edges, one at an end parts two cells
    rows = [tuple(split_cells(f"{edge}{line.rstrip()}{edge}")) for line in lines]
    if (
        any(one.fullmatch(line) for line in lines for one in (_DASHES, _FRAME))
        or len({*map(len, rows)}) > 1
        or len(rows[0]) < _LEAST
    ):
        return ()
    return tuple(rows) if names_columns(rows[0], rows[1:]) else ()


def _has_tabs(line: str) -> bool:
    return "\t" in line and not _MARKED.match(line)


def _tabbed(lines: Sequence[str]) -> Rows:
    """The cells of a table with an empty corner; all others are read as they stand."""
    rows = columns(lines) if lines[0].startswith("\t") else ()
    return rows if rows and names_columns(rows[0], rows[1:]) else ()


def _is_separated(line: str) -> bool:
    return len(_SEPARATOR.findall(line)) >= _LEAST and not _MARKED.match(line) and not _CLOSE.search(line)


def _separated(lines: Sequence[str]) -> Rows:
    """The cells of lines that a sheet wrote as text, with as many commas or semicolons each."""
    for sign in ",;":
        cells = [
            tuple(_SEPARATOR.sub(lambda found: "\t" if found[0] == sign else found[0], line).split("\t"))  # noqa: B023
            for line in lines
        ]
        if len(lines) > _LEAST and len(cells[0]) > _LEAST and len({len(row) for row in cells}) == 1:
            return tuple(cells)
    return ()
