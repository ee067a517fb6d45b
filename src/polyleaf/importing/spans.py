"""Where a text says something that could be a fact: numbers with units, risks, dates, times, phones, addresses."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from polyleaf.importing.texts import letter_for_letter
from polyleaf.locales.digits import number_spans
from polyleaf.locales.facts import RANGE_PHRASE, RISK_PHRASE, format_fact
from polyleaf.locales.numbers import numbering_system
from polyleaf.locales.units import UNITS
from polyleaf.manuscript.faults import Refusal
from polyleaf.model.document import Phrases
from polyleaf.model.facts import Date, Email, Fact, Percent, Phone, Quantity, Risk, Time, Web
from polyleaf.reading.amounts import amounts_in
from polyleaf.reading.dates import dates
from polyleaf.reading.times import times
from polyleaf.reading.words.units import unit_words
from polyleaf.source import values
from polyleaf.source.phone_number import telephone

_HOLE = "\ufffc"
_KEPT = re.compile(r"\]\([^)]*\)|\{[^{}]*\}|<[^<>\s]*>|\\.")
"""What is not words in Markdown: addresses of links, facts, signs that were escaped."""

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}", re.ASCII)
_WEB = re.compile(r"(?<![\w@/.])(?:https?://|www\.)[^\s<>()\[\]{}\"“”‘’*￼]{3,300}", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\w.,:/-])(?:\+|\(0|0)[\d()]*(?:[ \u00a0\-‐‑–/][\d()]+)*(?![\d:%]|[.,]\d)")
_LEAST_PHONE = 7
SCALE = re.compile(r"(?<!\d)\d(?:[ \u00a0-]+\d){3}(?!\d)")
"""Figures one by one: a scale of pain."""

_EMERGENCY = re.compile(r"(?<![\w.,:/%£$€-])(?:999|112|911|111|101|116[ \u00a0]?117)(?![\w%:/-]|[.,]\d)")
"""Numbers to call for help (ITU-T E.161.1 and national plans)."""

_NUMBER = r"(\d+(?:[.,'’ \u00a0\u202f]\d+)*)"
_YEARS = range(1900, 2101)
_MOST_TOTAL = 1_000_000
_LEAST_UNIT = 2
"""Letters that a word of a unit lacks to be the printed form with another ending: "day" in "a 2 day stay"."""


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a text, and the fact that it could be."""

    start: int
    end: int
    fact: Fact


@dataclass(frozen=True, slots=True)
class SpanFinder:
    """Finds what could be facts in texts of one language.

    Attributes:
        phrases: Words of the templates in that language.
        house_rule: How the project wants its digits.
    """

    phrases: Phrases
    house_rule: str

    def find(self, markdown: str) -> tuple[Span, ...]:
        """The places in a text, in their order; none overlaps another, and each fact says what stands there."""
        taken = _blotted(markdown, _KEPT)
        found: list[Span] = []
        for scan in (self._addresses, self._phones, self._dates, self._times, self._risks, self._amounts):
            for span in scan(taken):
                if _HOLE not in taken[span.start : span.end] and self._says(markdown[span.start : span.end], span.fact):
                    found.append(span)
                    taken = f"{taken[: span.start]}{_HOLE * (span.end - span.start)}{taken[span.end :]}"
        return tuple(sorted(found, key=lambda span: span.start))

    def _says(self, words: str, fact: Fact) -> bool:
        """Whether a fact is printed as the same amount that was typed: what is not sure is not proposed."""
        if isinstance(fact, Email | Web | Phone):
            return True
        language = self.phrases.language
        digits = numbering_system(language, self.house_rule)
        printed = format_fact("x", fact, self.phrases, digits).text
        typed, set_ = (
            {(one.kind, one.value, one.units) for one in amounts_in(text, language)} for text in (words, printed)
        )
        return bool(typed) and typed == set_ and not _other_ending(words, printed)

    def _addresses(self, text: str) -> Iterator[Span]:
        for match in _EMAIL.finditer(text):
            yield from _made(match.start(), match.end(), lambda m=match: Email(values.email(m[0])))
        for match in _WEB.finditer(text):
            words = match[0].rstrip(".,;:!?…'’")
            if text[match.end() : match.end() + 1] == _HOLE:
                continue  # it goes on behind a sign that is escaped
            address = words if words.lower().startswith("http") else f"https://{words}"
            yield from _made(match.start(), match.start() + len(words), lambda a=address: Web(values.web(a)))

    def _phones(self, text: str) -> Iterator[Span]:
        for match in _PHONE.finditer(text):
            if sum(char.isdigit() for char in match[0]) >= _LEAST_PHONE and not SCALE.search(match[0]):
                yield from _made(
                    match.start(), match.end(), lambda m=match: Phone(telephone(m[0].replace("\u00a0", " ")))
                )
        for match in _EMERGENCY.finditer(text):
            if not unit_words(self.phrases.language).after(letter_for_letter(text), match.end())[0]:
                yield Span(match.start(), match.end(), Phone(match[0].replace("\u00a0", " ")))

    def _dates(self, text: str) -> Iterator[Span]:
        for date in dates(letter_for_letter(text), self.phrases.language):
            if date.year and date.day:
                yield Span(date.start, date.end, Date(datetime.date(date.year, date.month, date.day)))

    def _times(self, text: str) -> Iterator[Span]:
        for time in times(letter_for_letter(text), self.phrases.language):
            if time.written and time.also is None:
                moment = datetime.time(time.minutes // 60, time.minutes % 60)
                yield Span(time.start, time.end, Time(moment))

    def _risks(self, text: str) -> Iterator[Span]:
        pattern = _pattern_of(self.phrases.find(RISK_PHRASE, "risk")[0], ("number", "total"))
        for match in pattern.finditer(letter_for_letter(text)):
            number, total = (self._value(match[name]) for name in ("number", "total"))
            whole = number is not None and total is not None and number == int(number) and total == int(total)
            if whole and 0 < number < total <= _MOST_TOTAL and total not in _YEARS:  # type: ignore[operator]
                yield Span(match.start(), match.end(), Risk(int(number), int(total)))  # type: ignore[arg-type]

    def _amounts(self, text: str) -> Iterator[Span]:
        plain = letter_for_letter(text)
        ranges = [re.escape(part) for part in re.findall(r"\}(.+)\{", self.phrases.find(RANGE_PHRASE, "range")[0])]
        between = "|".join((*ranges, r"\s?[-–—]\s?"))
        numbers = re.compile(rf"(?<![\w.,:/£$€-]){_NUMBER}(?:(?:{between}){_NUMBER})?(?!\d)")
        units = unit_words(self.phrases.language)
        for match in numbers.finditer(plain):
            low, high = self._value(match[1]), self._value(match[2]) if match[2] else None
            if low is None or (match[2] and (high is None or high <= low)):
                continue
            if percent := re.compile(r"[ \u00a0\u202f]?%").match(plain, match.end()):
                if high is None and low <= 100:  # noqa: PLR2004 - a percentage of a whole
                    yield Span(match.start(), percent.end(), Percent(low))
                continue
            meant, end = units.after(plain, match.end())
            if len(meant) == 1 and (unit := next(iter(meant))) in UNITS and "-" not in plain[match.end() : end]:
                yield Span(match.start(), end, Quantity(low, unit, high))

    def _value(self, number: str) -> Decimal | None:
        """The value of a number as the language writes it; None if it is several."""
        found = [value for _, _, value in number_spans(number, self.phrases.language)]
        return Decimal(found[0]) if len(found) == 1 and len(found[0]) < 12 else None  # noqa: PLR2004 - a thousand million


def _made(start: int, end: int, make: object) -> Iterator[Span]:
    try:
        yield Span(start, end, make())  # type: ignore[operator]
    except Refusal:
        return


def _blotted(text: str, pattern: re.Pattern[str]) -> str:
    return pattern.sub(lambda match: _HOLE * len(match[0]), text)


def _pattern_of(phrase: str, names: tuple[str, str]) -> re.Pattern[str]:
    """What finds a phrase such as "{number} in {total}" in a text."""
    pattern = re.escape(phrase.casefold())
    for name in names:
        pattern = pattern.replace(re.escape(f"{{{name}}}"), f"(?P<{name}>{_NUMBER[1:-1]})")
    spaced = pattern.replace(re.escape(" "), "[ \u00a0]")
    return re.compile(rf"(?<![\w.,:/-]){spaced}(?![\d%]|[.,]\d)")


def _other_ending(typed: str, printed: str) -> bool:
    """Whether a word has another ending than it would be printed with: "a 2 day stay" would become "2 days"."""
    ours, theirs = (re.findall(r"[^\W\d_]+", text.casefold()) for text in (printed, typed))
    return any(
        one != other
        and one[:2] == other[:2]
        and abs(len(one) - len(other)) <= _LEAST_UNIT
        and min(len(one), len(other)) > _LEAST_UNIT
        for one, other in zip(ours, theirs, strict=False)
    )
