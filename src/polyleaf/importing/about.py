"""What a document says about itself: code, version, dates, department. In its headers, footers and properties."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from polyleaf.importing.texts import letter_for_letter
from polyleaf.locales import table
from polyleaf.locales.digits import fold_digits
from polyleaf.locales.table import words_of
from polyleaf.locales.words import Labels
from polyleaf.model.language import Language
from polyleaf.reading.dates import dates
from polyleaf.reading.words.pattern import fold, source

_CODE = r"[A-Z][A-Z0-9]{0,7}(?:(?:[-/.]?|[ ](?=[A-Z]{0,3}\d))[A-Z0-9]{1,6}){0,3}"
"""A word behind a space is none of it: "ORT-221 version"."""

_SPACED_CODE = r"[A-Z]{2,6} \d{2,6}(?:[-/][A-Z0-9]{1,4})?"
_BEHIND_CODE = (
    rf"[ .]*(?:[:：#=]|\s)\s*({_SPACED_CODE}(?![\w])|(?=[A-Z0-9/.-]*\d)(?:{_CODE}|\d[\w/.-]{{2,15}}))(?![\w])"
)
_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}[./-]\d{4}")
"""What is no code, though "publication" stands before it."""
_BEHIND_VERSION = r"[ \t.:：#]*(\d{1,3}(?:\.\d{1,3}){0,2})(?![\w/]|\.\d)"
_BEHIND_OWNER = r"[ .]*[:：=]\s*([^\t|;]{3,80})"
_BARE_CODE = re.compile(r"(?<![\w-])([A-Z]{2,6}[-/]?\d{2,6}[A-Z]?)(?![\w-])")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_EVERYWHERE = "en"
"""Labels of this language are read in documents of every language."""
_VERSION_BEHIND = re.compile(r"[ .,-]+(?:v|ver|version|rev|issue)[ .]?\d[\d.]*$", re.IGNORECASE)
"""A version that stands right behind a code: "DS/104 v3"."""

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


@dataclass(frozen=True, slots=True)
class _Said:
    """What is looked for in the lines of a document in one language."""

    code: re.Pattern[str]
    version: re.Pattern[str]
    owner: re.Pattern[str]
    published: re.Pattern[str]
    review: re.Pattern[str]


@lru_cache(maxsize=16)
def _said_in(language: Language) -> _Said:
    own = words_of(language).section(Labels)
    english = words_of(table.language(_EVERYWHERE)).section(Labels)

    def labels(name: str) -> str:
        ours = source(map(fold, getattr(own, name)), spaced=language.spaced)
        return f"(?:{ours}|{source(map(fold, getattr(english, name)))})"

    return _Said(
        re.compile(labels("code") + _BEHIND_CODE, re.IGNORECASE),
        re.compile(labels("version") + _BEHIND_VERSION),
        re.compile(labels("owner") + _BEHIND_OWNER),
        re.compile(labels("published")),
        re.compile(labels("review")),
    )


def _even(text: str) -> str:
    """The text as labels are looked for in it, each character in its place; digits of every script are ours."""
    return letter_for_letter(text, fold)


def about(margins: Sequence[str], properties: Mapping[str, str], last: Sequence[str], language: Language) -> About:
    """What a document says about itself.

    Args:
        margins: Lines of headers and footers.
        properties: Its properties, by name.
        last: Its last lines, where many leaflets say it.
        language: Its language, for dates.
    """
    known = _said_in(language)
    stated = {key: found for key, names in _KEYS.items() if (found := _property(properties, names))}
    margins, last = ([_UNSEEN.sub("", line) for line in some] for some in (margins, last))
    lines = [*margins, *last]
    parts = [part for line in lines for part in re.split(r"\t|\s\|\s| {3,}", line)]
    code = stated.get("code") or next(_codes(known.code, lines), None) or _bare_code(margins)
    version = stated.get("version") or _first(known.version, lines)
    owner = _first(known.owner, parts) or stated.get("owner")
    return About(
        _VERSION_BEHIND.sub("", code).strip(" .-/") if code else None,
        version,
        _stated_date(stated.get("published"), language, last_day=False)
        or _labelled(lines, known.published, known.review, language, last_day=False),
        _stated_date(stated.get("review_by"), language, last_day=True)
        or _labelled(lines, known.review, known.published, language, last_day=True),
        owner.strip(" .") if owner else None,
    )


def _property(properties: Mapping[str, str], names: Sequence[str]) -> str | None:
    by_name = {name.casefold(): words for name, words in properties.items()}
    return next((by_name[name] for name in names if by_name.get(name)), None)


def _first(pattern: re.Pattern[str], lines: Sequence[str]) -> str | None:
    """What stands behind the first label, as it was written but for digits of other scripts."""
    for line in lines:
        if match := pattern.search(_even(line)):
            return fold_digits(line)[match.start(1) : match.end(1)]
    return None


def _codes(pattern: re.Pattern[str], lines: Sequence[str]) -> Iterator[str]:
    """What stands behind labels of codes; with a space in it, only in capitals: "ref ORT 117", not "form for 2027"."""
    for line in lines:
        for match in pattern.finditer(_even(line)):
            found = fold_digits(line)[match.start(1) : match.end(1)]
            letters = found.partition(" ")[0] if re.fullmatch(_SPACED_CODE, found, re.IGNORECASE) else ""
            if not _DATE.fullmatch(found.strip(" .-/")) and (not letters or letters.isupper()):
                yield found


def _bare_code(lines: Sequence[str]) -> str | None:
    return next((match[1] for line in lines if (match := _BARE_CODE.search(line))), None)


def _stated_date(words: str | None, language: Language, *, last_day: bool) -> datetime.date | None:
    return None if not words else next(_dates(words, language, last_day=last_day), (None, 0))[0]


def _labelled(
    lines: Sequence[str], label: re.Pattern[str], other: re.Pattern[str], language: Language, *, last_day: bool
) -> datetime.date | None:
    """The date right behind a label, before any other label; of several days of review the last."""
    found: list[datetime.date] = []
    for line in lines:
        even = _even(line)
        others = [match.span() for match in other.finditer(even)]
        for match in label.finditer(even):
            if any(
                start <= match.start() and match.end() <= end and match.span() != (start, end) for start, end in others
            ):
                continue
            behind = line[match.end() : match.end() + _REACH]
            for date, start in _dates(behind, language, last_day=last_day):
                if not other.search(_even(behind), 0, start):
                    found.append(date)
                break
    return (max(found) if last_day else found[0]) if found else None


def _dates(text: str, language: Language, *, last_day: bool) -> Iterator[tuple[datetime.date, int]]:
    """Dates in a text and where they begin; of a month alone its first day or its last."""
    folded = letter_for_letter(text)
    try:
        if re.fullmatch(r"\s*\d{4}-\d\d-\d\d.*", folded):
            yield datetime.date.fromisoformat(folded.strip()[:10]), 0
            return
    except ValueError:
        return
    found = [(date.year, date.month, date.day, date.start) for date in dates(folded, language)]
    found += [(int(match[2]), int(match[1]), None, match.start()) for match in _MONTH.finditer(folded)]
    for year, month, day, start in sorted(found, key=lambda one: one[3]):
        if year:
            whole = calendar.monthrange(year, month)[1] if last_day else 1
            yield datetime.date(year, month, day or whole), start
