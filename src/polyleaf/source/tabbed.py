"""Tables whose columns somebody made with tabs, or pasted from a sheet of cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import takewhile

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from polyleaf.source.paragraphs import BLANK

TABBED, ROWS = "tab_table", "rows"
"""Type of the token of such a table, and the key of its rows, each with the number of its line from 0."""

_MARKED = re.compile(r"[ ]*(?:[|:#>]|[-*+]\s|\d+[.)]\s)")
_TO_FILL = re.compile(r"(?:[\s_./:…☐☑☒□✓✔%°-]|\[[ xX]?\]|(?<=[_.…][_.…])[ ]?[^\W\d_]{1,5}(?![^\W\d_]))*")
"""A cell to write in, perhaps before its unit ("..... %", "____ kg"), or to tick."""

_JOINT = re.compile(
    r"[^\t]*[:=–—][ ]*\t+[^\t]+"
    r"|(?=[^\t]*[^\W\d_]|[^\t]*\t+[ ]*[:=–—][ ]*[^\d ])[^\t]*\t+[ ]*[:=–—][ ]*[^\s–—][^\t]*"
)
"""Two pieces with a sign that says how they belong together: "Weight:", "– checks it"; "2.0<tab>– 5 %" is two cells."""

_QUOTE = re.compile(r'(?<!\d)"')
"""A quotation mark, and no inches."""

_ELLIPSIS = re.compile(r"(?<=\w)\s*…$")
"""Behind the words that the rows go on with: "Do you have …"."""

_BOLD = re.compile(r"\*\*[^*]+\*\*")
_WORD = re.compile(r"[^\W\d_]")
_CAPITALS = 2
_TABS = re.compile(r"\t+")
_NUMBER_FIRST = re.compile(r"[<>≤≥~≈±+−(]?[ ]?[\d½¼¾]")
_PAIR = 2
"""Columns, and rows under the names of two columns, from which on values tell a head from what stands below."""

Rows = tuple[tuple[str, ...], ...]


def tab_tables(markdown: MarkdownIt) -> None:
    """Plugin of markdown-it: lines with the same columns under one that names them are a table."""
    markdown.block.ruler.before("code", TABBED, _tab_table, {"alt": ["paragraph"]})


def columns(lines: Sequence[str]) -> Rows:
    """The cells of lines that have equal columns; () if they have not.

    One tab parts two cells, as in a sheet; cells at the end of a line may be left out if they are empty in all others,
    too: where they are not, two cells may be joined in this one, and its words stand elsewhere. Where that leads
    nowhere, tabs that follow each other are one, if all lines then have as many cells: nobody can know which is empty.

    Args:
        lines: Each has a tab.
    """
    by_one = [line.split("\t") for line in lines]
    width = len(by_one[0])
    if any(len(_QUOTE.findall(line)) % 2 for line in lines):
        return ()  # a cell of several lines, as a sheet writes it
    if all(len(row) == width for row in by_one) or (all(by_one[0]) and _lacks_empty_ones(by_one)):
        rows = [[*row, *[""] * (width - len(row))] for row in by_one]
    else:
        rows = [_TABS.split(line.rstrip()) for line in lines]
    if not all(len(row) == len(rows[0]) for row in rows):
        return ()
    kept = [at for at in range(len(rows[0])) if any(row[at].strip() for row in rows)]
    return tuple(tuple(row[at].strip() for at in kept) for row in rows) if len(kept) > 1 else ()


def _lacks_empty_ones(rows: Sequence[Sequence[str]]) -> bool:
    """Whether each row is as long as the first, or lacks only columns that are empty in every row below it."""
    fewest = min(map(len, rows))
    return max(map(len, rows)) == len(rows[0]) and not any(cell.strip() for row in rows[1:] for cell in row[fewest:])


def names_columns(first: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a line is surely the one that names the columns of those below it."""
    if any(BLANK.search(cell) for cell in (_ELLIPSIS.sub("", first[0]), *first[1:])):
        return False
    to_fill = all(_TO_FILL.fullmatch(cell) for row in rows for cell in row[1:])
    cells = [cell for row in rows for cell in row]
    empty = len(rows) >= _PAIR and not any(cell for row in rows for cell in row[1:])
    if all(first[1:]) and to_fill and (empty or any(map(BLANK.search, cells))):
        return True
    corner = not first[0] and all(first[1:]) and all(row[0] for row in rows)
    stressed = any(
        _all(is_stressed, first) and not any(_all(is_stressed, row) for row in rows)
        for is_stressed in (_BOLD.fullmatch, _is_capital)
    )
    if _are_over_numbers(first, rows):
        return True
    names = {cell.casefold() for cell in first}
    again = any(
        cell and cell.casefold() == name.casefold() for row in rows for name, cell in zip(first, row, strict=True)
    )
    once = len(names) == len(first) and not again
    return corner or stressed or (once and all(first) and any(_stands_out(at, first, rows) for at in range(len(first))))


def _tab_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if state.blkIndent or not _is_tabbed(_line(state, start)) or (start and _is_tabbed(_line(state, start - 1))):
        return False
    first = start + 1 + (start + 1 < end and not _line(state, start + 1).strip(" "))
    lines = [_line(state, start), *takewhile(_is_tabbed, (_line(state, at) for at in range(first, end)))]
    last = first + len(lines) - 1
    below = _line(state, last) if last < end else ""
    goes_on = below.strip() and (below[0] in " \t\u00a0" or below[0].islower())  # a cell of several lines
    rows = columns(lines) if not goes_on else ()
    if len(rows) < _PAIR or not names_columns(rows[0], rows[1:]):
        return False
    if not silent:
        token = state.push(TABBED, "", 0)
        token.map, token.meta = [start, last], {ROWS: tuple(zip([start, *range(first, last)], rows, strict=True))}
        state.line = last
    return True


def _line(state: StateBlock, at: int) -> str:
    return state.src[state.bMarks[at] : state.eMarks[at]]


def _is_tabbed(line: str) -> bool:
    return "\t" in line and not _MARKED.match(line) and not _JOINT.fullmatch(line.strip())


def _stands_out(at: int, first: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a column has words at its head and values below, or a capital at its head and none below."""
    below = [row[at] for row in rows]
    sure = len(first) > _PAIR or len(rows) >= _PAIR or not any(below)
    if sure and not any(map(_has_number, first)) and all(_is_value(cell) for cell in below):
        return _WORD.search(first[at]) is not None
    said = [cell for cell in below if cell]
    small = [cell[0].islower() for cell in said]
    whole = all(small) or (any(small) and len(rows) > _PAIR and not any(map(_is_capitalised, said)))
    return at > 0 and first[at][:1].isupper() and not _has_number(first[at]) and bool(said) and whole


def _are_over_numbers(first: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Whether names, perhaps with numbers inside (mL (100 mg/5 mL)), stand over columns that begin with numbers."""
    worded = all(_WORD.match(cell) for cell in first)
    numbers = [all(_NUMBER_FIRST.match(row[at]) for row in rows) for at in range(len(first))]
    return worded and len(rows) >= _PAIR and numbers[0] and sum(numbers) >= _PAIR and 2 * sum(numbers) >= len(first)


def _has_number(cell: str) -> bool:
    """Whether it has digits, or a fact, which may be a number."""
    return "{" in cell or any(map(str.isdigit, cell))


def _is_value(cell: str) -> bool:
    return not _WORD.search(cell) or _has_number(cell)


def _is_capital(cell: str) -> bool:
    return cell.isupper() and sum(map(str.isalpha, cell)) >= _CAPITALS


def _is_capitalised(cell: str) -> bool:
    """Whether it begins with a word, in a capital: MRI is none."""
    return cell[0].isupper() and not cell.split(maxsplit=1)[0].isupper()


def _all(test: Callable[[str], object], cells: Sequence[str]) -> bool:
    said = [cell for cell in cells if cell]
    return bool(said) and all(map(test, said))
