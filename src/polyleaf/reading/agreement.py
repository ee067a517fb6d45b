"""Whether two texts count the same: amounts of a source and of its translation, paired by value."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from polyleaf.locales.shelf import Words
from polyleaf.locales.words import COUNTED, THINGS, Units
from polyleaf.model.language import Language
from polyleaf.reading.amount import Agreement, Amount, Kind
from polyleaf.reading.amounts import amounts_in
from polyleaf.reading.number_signs import minus
from polyleaf.reading.pairing import Pairing
from polyleaf.reading.words.clock import later_half, tells_halves
from polyleaf.reading.words.numerals import numerals
from polyleaf.reading.words.pattern import fold
from polyleaf.reading.words.tables import once_a_language
from polyleaf.reading.words.turned import calendar
from polyleaf.reading.words.units import unit_words

LONGEST = 8_000
"""Characters of a text that are read; a page of large print has about a thousand."""

_MOST = 400
"""Amounts of a text that are paired: the work grows with the square, and no paragraph counts so much."""

_AFTER_NOON = 13 * 60
"""Minutes since midnight from which an hour has another number on the dial."""

_LATER = frozenset(("noon", "afternoon", "evening", "night"))

NOTHING = Agreement((), (), (), ())
"""Of two texts that count nothing."""


@lru_cache(maxsize=4096)
def agreement(source: str, source_language: Language, target: str, target_language: Language) -> Agreement:
    """Compare what two texts count.

    Args:
        source: The source text, facts replaced by ``amounts.HOLE``.
        source_language: Its language.
        target: The translation, in the same way.
        target_language: Its language.
    """
    wanted = list(amounts_in(source[:LONGEST], source_language)[:_MOST])
    found = list(amounts_in(target[:LONGEST], target_language)[:_MOST])
    if not (wanted or found):
        return NOTHING
    if _counts_in_words(source_language) and _counts_in_words(target_language):
        # Both languages' number words are known: "two hours" in words is as binding as "2 hours".
        shared = _countable(source_language) & _countable(target_language)
        wanted, found = [_bound(one, shared) for one in wanted], [_bound(one, shared) for one in found]
    if numerals(source_language).more and numerals(target_language).more:
        # "10 thousand" may be "10" only where the word for thousand cannot be known.
        wanted, found = [_multiplied(one) for one in wanted], [_multiplied(one) for one in found]
    wanted, found = _as_weeks(wanted, found, target_language), _as_weeks(found, wanted, source_language)
    wanted = [one for one in wanted if not _is_bare(one, found, target, target_language)]
    if minus(source_language) is None or minus(target_language) is None:
        wanted, found = [_above_zero(one) for one in wanted], [_above_zero(one) for one in found]
    late = any(one.kind is Kind.TIME and _is_late(one) for one in wanted)
    if late and tells_halves(target_language) and not _says_later(target, target_language):
        wanted = [_by_24_hours(one) for one in wanted]
    return Pairing(wanted, found, units_known=unit_words(target_language).known).result()


def _above_zero(amount: Amount) -> Amount:
    """An amount without its sign, beside a language of which nobody knows how it says "minus"."""
    return replace(amount, value=abs(amount.value)) if isinstance(amount.value, Fraction) else amount


def _counts_in_words(language: Language) -> bool:
    """Whether a number in words beside its unit is known in a language."""
    return numerals(language).known and unit_words(language).known


@once_a_language
def _countable(_: Language, words: Words) -> frozenset[str]:
    """Units whose words a language has; the units of measures all have from CLDR."""
    own = words.section(Units)
    return frozenset(COUNTED) - frozenset(THINGS) | frozenset(own.words) | {key.partition(" ")[2] for key in own.said}


def _bound(amount: Amount, countable: frozenset[str]) -> Amount:
    """An amount in words, binding if it counts a unit that both languages have words for."""
    certain = amount.units & countable and not amount.doubtful and not amount.digits
    return replace(amount, written=True) if certain and amount.value != 1 else amount


@once_a_language
def _weeks_of_days(_: Language, words: Words) -> tuple[tuple[int, int], ...]:
    """Weeks and the days they are said as, where these are more than seven each."""
    own = words.section(Units)
    return tuple(one for one in ((1, own.week_of_days), (2, own.fortnight_of_days)) if one[1])


def _as_weeks(amounts: list[Amount], others: list[Amount], language: Language) -> list[Amount]:
    """Weeks as the days that another language says for them: "in a week" is "dans huit jours" in French."""
    for weeks, days in _weeks_of_days(language):
        if _counts(others, days, "day") and not _counts(amounts, days, "day"):
            amounts = [
                replace(one, value=Fraction(days), units=frozenset({"day"})) if _counts([one], weeks, "week") else one
                for one in amounts
            ]
    return amounts


def _counts(amounts: list[Amount], value: int, unit: str) -> bool:
    return any(one.value == value and unit in one.units for one in amounts)


_ONE_OF = {"day": (7, "week"), "month": (12, "year"), "minute": (60, "hour"), "hour": (24, "day")}
"""Amounts that are one of another unit, which a language says without a number: Polish "przez tydzień"."""


def _is_bare(amount: Amount, found: list[Amount], target: str, language: Language) -> bool:
    """Whether an amount of the source is a unit without a number in the translation: seven days, a week."""
    pairs = (_ONE_OF[unit] for unit in amount.units & _ONE_OF.keys())
    units = {one for many, one in pairs if many == amount.value}
    if not units or any(amount.value == one.value for one in found):
        return False
    words = unit_words(language)
    named = sum(bool(units & words.meant(match[0])) for match in words.any.finditer(fold(target)))
    return named > sum(bool(units & one.units) and (one.written or one.value != 1) for one in found)


def _is_late(time: Amount) -> bool:
    return isinstance(time.value, Fraction) and time.value >= _AFTER_NOON


def _says_later(text: str, language: Language) -> bool:
    parts = calendar(language).books.get("parts")
    said = parts.found(fold(text)) if parts else ()
    return later_half(text, language) or any(_LATER & one.meant for one in said)


def _by_24_hours(amount: Amount) -> Amount:
    """A time after noon that may not be the bare hour on the dial: nothing in the other text would say which half."""
    if amount.kind is not Kind.TIME or not _is_late(amount):
        return amount
    dial = int(str(amount.value)) // 60 - 12
    return replace(amount, readings=tuple(one for one in amount.readings if int(one[0]) != dial))


def _multiplied(amount: Amount) -> Amount:
    single = amount.kind is Kind.NUMBER and amount.readings and all(len(one) == 1 for one in amount.readings)
    return replace(amount, readings=()) if single else amount
