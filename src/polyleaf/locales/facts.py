"""Facts as they are printed in one locale, and as links need them."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from polyleaf.locales.numbers import NO_BREAK_SPACE, exact, format_date, format_number, format_percent, format_time
from polyleaf.locales.quantities import has_words, with_unit
from polyleaf.locales.telephone import telephone_address
from polyleaf.model.document import Phrases
from polyleaf.model.facts import Date, Email, Fact, Number, Percent, Phone, Quantity, Risk, Term, Time, Web
from polyleaf.model.inline import FactWords
from polyleaf.model.language import Direction, Language

RISK_PHRASE = "{number} in {total}"
"""msgid of a natural frequency in the template catalog, context ``risk``."""

RANGE_PHRASE = "{low} to {high}"
"""msgid of a range in the template catalog, context ``range``."""

_LONGEST_LINE = 30
"""Characters that surely fit one line: 24 pt on A4 with margins of 25 mm holds 34 Latin letters."""

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_SCHEME = re.compile(r"(?i)^https?://")
_ANY_SCHEME = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]*:(?!\d)")


def format_fact(  # noqa: PLR0911 - one case a kind of fact
    name: str, fact: Fact, phrases: Phrases, digits: str
) -> FactWords:
    """A fact as it is printed in the language of ``phrases``.

    A phrase without a translation is printed in the source language with the source's Western digits, and
    ``FactWords.lang`` says so.

    Args:
        name: The fact's name.
        fact: The fact.
        phrases: Words of the templates; ``{number} in {total}`` and ``{low} to {high}`` are used.
        digits: Numbering system of the numbers (``numbering_system`` gives it).
    """
    language = phrases.language
    match fact:
        case Phone(text):
            return FactWords(name, text, isolate=True)
        case Email(text):
            return FactWords(name, text, isolate=True, unbroken=False)
        case Web(address):
            text = _SCHEME.sub("", address).removesuffix("/")
            return FactWords(name, text, isolate=True, unbroken=False)
        case Term(text, lang):
            return FactWords(name, text, isolate=True, lang=_other(lang, language), unbroken=len(text) <= _LONGEST_LINE)
        case Percent(value):
            return _words(name, format_percent(value, language, digits), language, language)
        case Date(day):
            return _words(name, format_date(day, language, digits), language, language)
        case Time(moment):
            return _words(name, format_time(moment, language, digits), language, language)
        case _:
            return _counted(name, fact, phrases, digits)


def raw_value(fact: Fact) -> str:  # noqa: C901, PLR0911 - one case a kind of fact
    """The fact as the address of a link needs it: ``tel:``, ``mailto:``, a web address; else its plain value.

    An address that is no web address gives "": a link from a leaflet goes to a page, a phone or a mailbox.
    """
    match fact:
        case Phone(text):
            return telephone_address(text)
        case Email(address):
            return f"mailto:{address}"
        case Web(address):
            if _SCHEME.match(address):
                return address
            return "" if _ANY_SCHEME.match(address) else f"https://{address}"
        case Risk(number, total, within):
            return f"{number} in {total}" + (f" within {raw_value(within)}" if within else "")
        case Quantity(value, unit, to):
            return f"{_raw_range(value, to)} {unit}"
        case Number(value, to):
            return _raw_range(value, to)
        case Percent(value):
            return f"{exact(value)}%"
        case Date(day):
            return day.isoformat()
        case Time(moment):
            return moment.isoformat("minutes")
        case Term(text):
            return text


def _counted(name: str, fact: Risk | Quantity | Number, phrases: Phrases, digits: str) -> FactWords:
    """Facts made of numbers and words."""
    phrase, language = "", phrases.language
    ranged = not isinstance(fact, Risk) and fact.to is not None
    if isinstance(fact, Risk):
        phrase, language = _phrase(RISK_PHRASE, "risk", phrases)
    elif isinstance(fact, Quantity) and not has_words(fact.unit, language):
        phrase, language = RANGE_PHRASE, phrases.source
    elif ranged:
        phrase, language = _phrase(RANGE_PHRASE, "range", phrases)
    if language.locale != phrases.language.locale:
        digits = "latn"

    def written(number: Decimal | int) -> str:
        return format_number(number, language, digits)

    if isinstance(fact, Risk):
        text = _fill(phrase, {"number": written(fact.number), "total": written(fact.total)})
        return _words(name, text, language, phrases.language)
    highest = fact.value if fact.to is None else fact.to
    text = _fill(phrase, {"low": written(fact.value), "high": written(highest)}) if ranged else written(fact.value)
    if isinstance(fact, Quantity):
        text = with_unit(text, highest, fact.unit, language, digits, ranged=ranged)
    return _words(name, text, language, phrases.language)


def _phrase(msgid: str, context: str, phrases: Phrases) -> tuple[str, Language]:
    """The phrase; in the source language if the translation lost a placeholder: no fact goes without its number."""
    text, language = phrases.find(msgid, context)
    if sorted(_PLACEHOLDER.findall(text)) == sorted(_PLACEHOLDER.findall(msgid)):
        return text, language
    return msgid, phrases.source


def _fill(phrase: str, values: dict[str, str]) -> str:
    """``phrase`` with its placeholders filled; not ``str.format``, which would let a translation read attributes."""
    return _PLACEHOLDER.sub(lambda match: values[match[1]], phrase)


def _words(name: str, text: str, language: Language, page: Language) -> FactWords:
    short = len(text) <= _LONGEST_LINE
    return FactWords(
        name,
        text.replace(" ", NO_BREAK_SPACE) if short else _bind_numbers(text),
        isolate=_needs_isolation(text, page),
        lang=language.tag if language.tag != page.tag else None,
        unbroken=short,
    )


def _bind_numbers(text: str) -> str:
    """A fact too long for one line of giant print may break between words, but a number stays with its neighbours."""
    spaced = text.replace(NO_BREAK_SPACE, " ")
    return re.sub(r"(?<=\d) | (?=\d)", NO_BREAK_SPACE, spaced)


def _needs_isolation(text: str, page: Language) -> bool:
    """Whether a fact on a right-to-left page reads from left to right: Western digits or Latin words alone.

    Words of the page's own script set their own direction, and so do Arabic-Indic digits.
    """
    if page.direction is Direction.LTR:
        return False
    kinds = {unicodedata.bidirectional(char) for char in text}
    return not kinds & {"R", "AL"} and any(char.isascii() and char.isalnum() for char in text)


def _other(lang: str, page: Language) -> str | None:
    """``lang`` as a BCP 47 tag if it is not the page's own language."""
    tag = lang.replace("_", "-")
    return None if f"{page.tag}-".startswith(f"{tag}-") else tag


def _raw_range(low: Decimal, high: Decimal | None) -> str:
    return f"{exact(low)}" if high is None else f"{exact(low)} to {exact(high)}"
