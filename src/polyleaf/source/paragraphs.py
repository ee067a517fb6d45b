"""Slips in whole paragraphs and table rows: what was meant as a table, a list or a note."""

from __future__ import annotations

import re

from polyleaf.manuscript.faults import FaultLog
from polyleaf.source.values import shown

_REFERENCE = re.compile(r"\[[^\]\n]+\]:[ \t]*\S")
_OPTION = re.compile(r":[A-Za-z][A-Za-z-]*:(?:[ \t]|$)")
_COLON = re.compile(r"^:[ \t]", re.MULTILINE)
_BULLET = re.compile(r"^[•·▪‣◦●■][ \t\u00a0]?", re.MULTILINE)
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
            "Write |---|---| on the line after the column headings",
        )
    if _REFERENCE.match(content):
        log.add(f"{shown(content)} is printed as text", line, "Write links in place: [words](https://www.example.org)")
    if _OPTION.match(content):
        log.add(f"{shown(content)} is printed as text", line, "Options such as :alt: stand only in a figure")
    for pattern, message, hint in (
        (_COLON, "This line begins with a colon", "A risk has its number alone on the line before"),
        (_BULLET, "This line begins with a bullet character", "Begin the lines of a list with - and a space"),
    ):
        if match := pattern.search(content):
            log.add(message, line + content.count("\n", 0, match.start()), hint)


def count_cells(row: str) -> int:
    """Number of cells of a table row as it is written."""
    row = row.strip().removeprefix("|")
    if row.endswith("|") and not row.endswith("\\|"):
        row = row[:-1]
    return len(_UNESCAPED_PIPE.findall(row)) + 1
