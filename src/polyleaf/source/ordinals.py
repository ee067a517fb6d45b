"""Numbers with a point that begin no list: dates, years, "1. Woche", and a lone "10. Oktober" in whatever language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from polyleaf.source.source_words import SourceWords

_DATE = re.compile(r"(?P<indent>\s{0,3})(?P<day>\d{1,9})(?P<point>[.)])(?=[ \t\u00a0]+(?P<word>[^\W\d_]*))")
_NUMBERED = re.compile(r"(?P<before>(?P<number>\d{1,3}))(?P<point>[.)])(?=\s+\S)")
_COUNTED = re.compile(
    r"\s{0,3}\d{1,2}\.(?:\s?(?:[-–/]|\w{1,3})\s?\d{1,2}\.)?[ \u00a0]+(?P<word>[^\W\d_]+)\.?(?!\s\d)(?P<touches>[:：])?"
    r"(?P<behind>(?<=[:：])|(?:\s[^\s:]+){0,4}(?:[:：]|\s[-–—=]\s))?"
)
"""What may be an ordinal or two before the word that they count."""

_BEHIND_BULLET = re.compile(r"^(\s*[-*+][ ]+\d{1,9})([.)])(?=[ ])")
"""Nobody begins a list inside an item on its own line: "- 1. – 3. den" is a range of days."""

_MOVED_IN = re.compile(r"\s+(?:[-*+•]|\d{1,2}[.)])\s")
"""An item of a list inside another: what it stands in is a list, too."""

_MOST, _SECOND = 99, 2
"""A list is not this long: 2026. is a year."""


def with_ordinals(lines: Sequence[str], words: SourceWords) -> list[str]:
    """The lines, with a backslash before the points of numbers that count no items.

    Args:
        lines: Of a leaflet's body, as Markdown but for this.
        words: Of its language.
    """
    done = [_escaped(line) if _is_date(line, words) else line for line in lines]
    for is_numbered, part in groupby(range(len(lines)), key=lambda at: _COUNTED.match(lines[at]) is not None):
        places = list(part)
        nested = any(_MOVED_IN.match(line) for line in lines[places[0] + 1 : places[-1] + 2])
        if is_numbered and not nested and _count([lines[at] for at in places], words):
            for at in places:
                done[at] = _escaped(lines[at])
    done = [_BEHIND_BULLET.sub(r"\1\\\2", line, count=1) for line in done]
    for alone in _lone_numbers(done):
        done[alone] = _NUMBERED.sub(r"\g<before>\\\g<point>", done[alone], count=1)
    return done


def without_escape(paragraph: str) -> str:
    """A paragraph without the backslashes that were written before the points of ordinals, and before > + and -."""
    return re.sub(r"^(?:(\d{1,9})\\(?=[.)])|([ \t]*)\\(?=[>+-]))", r"\1\2", paragraph, flags=re.MULTILINE)


def _escaped(line: str) -> str:
    match = _DATE.match(line)
    return f"{line[: match.start('point')]}\\{line[match.start('point') :]}" if match else line


def _is_date(line: str, words: SourceWords) -> bool:
    match = _DATE.match(line)
    return match is not None and (int(match["day"]) > _MOST or match["word"].casefold() in words.months)


def _count(lines: Sequence[str], words: SourceWords) -> bool:
    """Whether numbered lines below each other count times or doses, or each the same word with something said of it."""
    found = [match for line in lines if (match := _COUNTED.match(line))]
    said = [match["word"].casefold() for match in found]
    if all(word in words.counted for word in said):
        return True
    alike = len(said) > 1 and len(set(said)) == 1 and any(match["touches"] for match in found)
    return alike and all(match["behind"] is not None for match in found)


def _lone_numbers(lines: Sequence[str]) -> list[int]:
    """Lines that begin with a number as items do, and stand beside no item and go on no list.

    "10. Oktober" is a date in whatever language; a list begins with 1, or goes on.
    """
    matches = [_NUMBERED.match(line) for line in lines if line.strip() and not line.startswith((" ", "\t"))]
    places = [index for index, line in enumerate(lines) if line.strip() and not line.startswith((" ", "\t"))]
    alone: list[int] = []
    last = 0
    for index, before, match, behind in zip(places, [None, *matches], matches, [*matches[1:], None], strict=False):
        if match is None:
            continue
        number = int(match["number"])
        touching = index > 0 and lines[index - 1].strip() and not lines[index - 1].rstrip().endswith(":")
        counted = number == last + 1 if number > 1 else not touching
        alone_of_all = number == 1 and not any(one and int(one["number"]) == _SECOND for one in matches)
        if alone_of_all and lines[index][match.end() :].lstrip()[:1].islower():
            counted = False
        if not counted and before is None and behind is None:
            alone.append(index)
        else:
            last = number
    return alone
