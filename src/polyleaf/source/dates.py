"""Dates as authors write them: year first. What people write otherwise is told with the date it may be."""

from __future__ import annotations

import datetime
import re

from polyleaf.manuscript.faults import Refusal
from polyleaf.source.values import shown

_YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})")
_YEAR_LAST = re.compile(r"([0-9]{1,2})([-/. ])\s?([0-9]{1,2})\2\s?([0-9]{4})")


def date(text: str) -> datetime.date:
    """A calendar date, year-month-day (ISO 8601); 2026/11/3 is one too."""
    if match := _YEAR_FIRST.fullmatch(text):
        try:
            return datetime.date(int(match[1]), int(match[3]), int(match[4]))
        except ValueError:
            message = f"is {shown(text)}, a day that is not in the calendar"
            raise Refusal(message, "Check the month and the day") from None
    meant = _meant(text)
    hint = f"Write year-month-day: {' or '.join(meant)}" if meant else "Write year-month-day, such as 2026-11-20"
    raise Refusal(f"is {shown(text)}, which is not a date", hint)


def _meant(text: str) -> list[str]:
    """The dates that a text with the year at its end can be: 03/11/2026 is in November or, in America, in March."""
    match = _YEAR_LAST.fullmatch(text)
    if match is None:
        return []
    found = []
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    for day, month in ((first, second), (second, first))[: 1 if match[2] == "." else 2]:  # 3.11. is no American date
        try:
            found.append(datetime.date(year, month, day).isoformat())
        except ValueError:
            continue
    return list(dict.fromkeys(found))
