"""What a document says about itself: code, version, dates, department. In its headers, footers and properties."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from polyleaf.locales.digits import fold_digits
from polyleaf.model.language import Language
from polyleaf.reading import calendar_scan

_CODE = r"[A-Z][A-Z0-9]{0,7}(?:[-/. ]?[A-Z0-9]{1,6}){0,3}"
_LABELLED_CODE = re.compile(
    r"\b(?:leaflet|document|doc|reference|ref|form|publication|code|id|PIL|PIF)\b"
    r"(?:[ .]*(?:code|number|no|id|ref|reference))?"
    rf"[ .]*(?:[:#=]|\bis\b|\s)\s*((?=[A-Z0-9/.-]*\d)(?:{_CODE}|\d[\w/.-]{{2,15}}))(?![\w])",
    re.IGNORECASE,
)
_BARE_CODE = re.compile(r"(?<![\w-])([A-Z]{2,6}[-/]?\d{2,6}[A-Z]?)(?![\w-])")
_VERSION = re.compile(
    r"\b(?:version|ver|v|issue|edition|revision|rev)(?![a-z])[ .]*(?:no|number|nr)?"
    r"[ .:#]*(\d{1,3}(?:\.\d{1,3}){0,2})(?![\w/]|\.\d)",
    re.IGNORECASE,
)
_REVIEW = re.compile(r"\b(?:re-?)?review(?:ed)?\b|\bexpir\w+|\bvalid until\b|\bnext due\b", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"\b(?:publish\w*|publication|issued?|date of issue|produced|approved|created|written|last updated|updated)\b",
    re.IGNORECASE,
)
_OWNER = re.compile(
    r"\b(?:department|dept|owner|directorate|service|produced by|written by)\b[ .]*[:=]\s*([^\t|;]{3,80})",
    re.IGNORECASE,
)
_MONTH = re.compile(r"(?<![\d/])(0?[1-9]|1[0-2])[/.](20\d\d)(?!\d)")
_REACH = 60
_KEYS = {
    "code": ("code", "identifier", "reference", "document number", "document id", "leaflet code"),
    "version": ("version", "revision number", "document version"),
    "published": ("published", "publication date", "date published", "issue date", "date of issue"),
    "review_by": ("review_by", "review date", "next review", "date of review", "review"),
    "owner": ("owner", "department", "company"),
}
"""Names of properties, as people give them."""


@dataclass(frozen=True, slots=True)
class About:
    """What was found; None for what was not."""

    code: str | None = None
    version: str | None = None
    published: datetime.date | None = None
    review_by: datetime.date | None = None
    owner: str | None = None


def about(margins: Sequence[str], properties: Mapping[str, str], last: Sequence[str], language: Language) -> About:
    """What a document says about itself.

    Args:
        margins: Lines of headers and footers.
        properties: Its properties, by name.
        last: Its last lines, where many leaflets say it.
        language: Its language, for dates.
    """
    stated = {key: found for key, names in _KEYS.items() if (found := _property(properties, names))}
    lines = [*margins, *last]
    parts = [part for line in lines for part in re.split(r"\t|\s\|\s| {3,}", line)]
    code = stated.get("code") or _first(_LABELLED_CODE, lines) or _first(_BARE_CODE, margins)
    version = stated.get("version") or _first(_VERSION, lines)
    owner = _first(_OWNER, parts) or stated.get("owner")
    return About(
        code.strip(" .-/") if code else None,
        version,
        _stated_date(stated.get("published"), language, last_day=False)
        or _labelled(lines, _PUBLISHED, language, last_day=False),
        _stated_date(stated.get("review_by"), language, last_day=True)
        or _labelled(lines, _REVIEW, language, last_day=True),
        owner.strip(" .") if owner else None,
    )


def _property(properties: Mapping[str, str], names: Sequence[str]) -> str | None:
    by_name = {name.casefold(): words for name, words in properties.items()}
    return next((by_name[name] for name in names if by_name.get(name)), None)


def _first(pattern: re.Pattern[str], lines: Sequence[str]) -> str | None:
    return next((match[1] for line in lines if (match := pattern.search(line))), None)


def _stated_date(words: str | None, language: Language, *, last_day: bool) -> datetime.date | None:
    return None if not words else next(_dates(words, language, last_day=last_day), (None, 0))[0]


def _labelled(
    lines: Sequence[str], label: re.Pattern[str], language: Language, *, last_day: bool
) -> datetime.date | None:
    """The date right behind a label, before any other label."""
    for line in lines:
        for match in label.finditer(line):
            behind = line[match.end() : match.end() + _REACH]
            other = _PUBLISHED if label is _REVIEW else _REVIEW
            for date, start in _dates(behind, language, last_day=last_day):
                if not other.search(behind, 0, start):
                    return date
                break
    return None


def _dates(text: str, language: Language, *, last_day: bool) -> Iterator[tuple[datetime.date, int]]:
    """Dates in a text and where they begin; of a month alone its first day or its last."""
    folded = fold_digits("".join(low if len(low := char.casefold()) == 1 else char for char in text))
    try:
        if re.fullmatch(r"\s*\d{4}-\d\d-\d\d.*", folded):
            yield datetime.date.fromisoformat(folded.strip()[:10]), 0
            return
    except ValueError:
        return
    found = [(date.year, date.month, date.day, date.start) for date in calendar_scan.dates(folded, language)]
    found += [(int(match[2]), int(match[1]), None, match.start()) for match in _MONTH.finditer(folded)]
    for year, month, day, start in sorted(found, key=lambda one: one[3]):
        if year:
            whole = calendar.monthrange(year, month)[1] if last_day else 1
            yield datetime.date(year, month, day or whole), start
