"""Numbers, percentages, dates and times as each locale writes them, in the digits that were asked for."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal

from babel import Locale, dates, numbers

from polyleaf.errors import UsageError, nearest
from polyleaf.locales.digits import write_digits
from polyleaf.model.language import Clock, Direction, Language

HOUSE_RULES = ("latn", "native")
"""What ``digits`` in ``polyleaf.toml`` may be."""

NO_BREAK_SPACE = "\u00a0"

# CLDR puts direction marks into some formats (Arabic, Hebrew, Persian). Here a fact is isolated as a whole
# (``FactWords.isolate``); a mark in it would only be one more invisible character for a screen reader and a search.
# Only a minus keeps the one before it: between letters that run from right to left it would jump behind its number.
_MARKS = re.compile("[\u200e\u200f\u061c](?![-\u2212])")
_OWN_SEPARATORS = ("arab", "arabext")
_GROUP = 3
_NOON = 12


def numbering_system(language: Language, house_rule: str) -> str:
    """The CLDR numbering system that ``language`` is printed in under a house rule.

    Raises:
        UsageError: The house rule is neither ``latn`` nor ``native``.
    """
    if house_rule not in HOUSE_RULES:
        meant = nearest(house_rule, HOUSE_RULES) or "latn"
        raise UsageError(
            f"Unknown house rule for digits: {house_rule[:40]!r}.",
            f"Did you mean {meant!r}? It is 'latn' (0-9 everywhere) or 'native' (each language's own).",
        )
    return language.digits if house_rule == "native" else "latn"


def format_number(value: Decimal | int, language: Language, digits: str) -> str:
    """A number with every decimal it has, and no needless zero: ``1,000``, ``0.5``."""
    number = exact(value)
    text = numbers.format_decimal(
        number,
        locale=language.cldr,
        decimal_quantization=False,
        group_separator=_grouped(number, language),
        numbering_system=_symbols(language, digits),
    )
    if number < 0 and language.direction is Direction.RTL:
        text = ("\u061c" if digits == "arab" else "\u200e") + text.lstrip("\u200e\u200f\u061c")
    return finish(text, digits)


def format_percent(value: Decimal, language: Language, digits: str) -> str:
    """A percentage: 75 -> ``75%``, Turkish ``%75``, French ``75 %``."""
    number = exact(value)
    text = numbers.format_percent(
        number.scaleb(-2),
        locale=language.cldr,
        decimal_quantization=False,
        group_separator=_grouped(number, language),
        numbering_system=_symbols(language, digits),
    )
    if digits in _OWN_SEPARATORS:
        text = text.replace("%", "٪")
    return finish(text, digits)


def format_date(value: datetime.date, language: Language, digits: str) -> str:
    """A date with its month in words, in the Gregorian calendar: ``20 November 2026``.

    Where nobody has written down the names of the months, it is ``2026-11-20``, which is read in one way everywhere.
    """
    if language.months:
        text = f"{value.day} {language.months[value.month - 1]} {value.year}"
    elif not has_months(language):
        text = value.isoformat()
    else:
        text = dates.format_date(value, "long", locale=language.cldr)
    return finish(text, digits)


def has_months(language: Language) -> bool:
    """Whether the names of the months are known in a language: CLDR's root calls them M01 to M12."""
    return bool(language.months) or Locale.parse(language.cldr).months["format"]["wide"][1] != "M01"


def format_time(value: datetime.time, language: Language, digits: str) -> str:
    """A time of day, as the language's own clock says it (NHS: ``5:30pm``, ``9am``, ``midday``), else as CLDR does."""
    if language.clock:
        text = _by_clock(value, language.clock)
    else:
        text = dates.format_time(value.replace(tzinfo=None), "short", locale=language.cldr)
    return finish(text, digits)


def exact(value: Decimal | int) -> Decimal:
    """The same value without trailing zeros and without an exponent (ISMP: "5.0 mg" has been read as 50)."""
    number = Decimal(value)
    if not number.is_finite():
        raise ValueError(f"not a number that can be printed: {value}")
    plain = format(number, "f")
    return Decimal(plain.rstrip("0").rstrip(".") if "." in plain else plain)


def finish(text: str, digits: str) -> str:
    """``text`` in the digits asked for, without direction marks and without a place to break a line."""
    return write_digits(_MARKS.sub("", text), digits).replace(" ", NO_BREAK_SPACE)


def _grouped(number: Decimal, language: Language) -> bool:
    return len(str(abs(int(number)))) >= _GROUP + language.minimum_grouping_digits


def _symbols(language: Language, digits: str) -> str:
    """Numbering system whose separators go with ``digits``.

    Arabic digits have separators of their own. All others have those that readers of the language know from 0-9:
    in Khmer, CLDR has a decimal point for one and a decimal comma for the other.
    """
    has_own = digits in _OWN_SEPARATORS and digits in Locale.parse(language.cldr).number_symbols
    return digits if has_own else "latn"


def _by_clock(value: datetime.time, clock: Clock) -> str:
    named = clock.noon if value.hour else clock.midnight
    if named and value.minute == 0 and value.hour in (0, _NOON):
        return named
    parts = {
        "{hour}": str(value.hour % _NOON or _NOON),
        "{minute}": f"{value.minute:02}",
        "{half}": clock.morning if value.hour < _NOON else clock.afternoon,
    }
    text = clock.minutes if value.minute else clock.hour
    for name, part in parts.items():
        text = text.replace(name, part)
    return text
