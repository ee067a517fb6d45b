"""Review dates as a calendar (iCalendar, RFC 5545) that Outlook, Thunderbird and telephones read."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from polyleaf.translating.survey import Review

_LONGEST = 75
"""Octets of a line; a longer one is folded (RFC 5545, 3.1)."""


def reviews_ical(reviews: Iterable[Review]) -> str:
    """One all-day event for each review, with lines that end as the standard asks.

    The same leaflet keeps its event when its date moves; the same reviews give the same bytes.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//polyleaf//reviews//EN", "CALSCALE:GREGORIAN"]
    for review in reviews:
        lines += _event(review)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(review: Review) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{review.leaflet}-review@polyleaf"
    yield f"DTSTAMP:{review.published:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{review.review_by:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{_next(review.review_by):%Y%m%d}"
    yield f"SUMMARY:{_text(f'Review leaflet {review.code}: {review.title}')}"
    yield f"DESCRIPTION:{_text(f'Owner: {review.owner}. Folder: leaflets/{review.leaflet}')}"
    yield f"CATEGORIES:{_text(review.owner)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _next(day: datetime.date) -> datetime.date:
    return day if day == datetime.date.max else day + datetime.timedelta(days=1)


def _text(text: str) -> str:
    """A value of type TEXT (RFC 5545, 3.3.11)."""
    flat = "".join(char if char.isprintable() else " " if char.isspace() else "" for char in text)
    return flat.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> Iterator[str]:
    """The line in parts of at most 75 octets, never cut inside a character; those after the first are indented."""
    part, size = "", 0
    for char in line:
        octets = len(char.encode(errors="replace"))
        if size + octets > _LONGEST:
            yield part
            part, size = " ", 1
        part, size = part + char, size + octets
    yield part
