"""How often something is done, as a text says it of one thing or of two: "twice a week, but once a day at most"."""

from __future__ import annotations

import re
from functools import lru_cache

from polyleaf.locales.digits import fold_digits
from polyleaf.model.language import Language
from polyleaf.reading.amount import Amount, Value
from polyleaf.reading.amounts import amounts_in
from polyleaf.reading.words.bare_units import CYCLES, units_in
from polyleaf.reading.words.pattern import fold
from polyleaf.reading.words.units import unit_words

_TWO = 2
_CLAUSE = re.compile(r"[,;:.!?،؛۔।。，；、]")
_BESIDE = 6
"""Most characters from how often to in what time, where nothing stands between but an article: "times a day"."""

_TIMES = frozenset(("times",))
_DOSES = frozenset(("times", "dose"))
_HOURS = frozenset(("hour",))

Rate = tuple[Value, frozenset[str]]


def other_rate(source: str, here: Language, target: str, there: Language) -> tuple[str, str] | None:
    """A rate of a sentence, "four times a day", and the one it has become; None if it has become none.

    Only a sentence that has another time in it is asked ("for two weeks"): without one the unit is lost as such.

    Args:
        source: A sentence.
        here: Its language.
        target: Its translation.
        there: The language of that.
    """
    wanted = _rates(source, here)
    if len(wanted) != 1 or wanted[0][2] > _BESIDE:
        return None
    found = _rates(target, there)
    if len(found) != 1 or found[0][2] > _BESIDE:
        return None
    ((value, units), shown, _), ((other, others), again, _) = wanted[0], found[0]
    if (units | others) & _HOURS:
        return None  # "four times in 24 hours" is four times a day
    return (shown, again) if value == other and not units & others else None


def turned_rates(source: str, here: Language, target: str, there: Language) -> tuple[str, str] | None:
    """How often two things are done, where each has got what the other had; None if none has.

    Args:
        source: A sentence.
        here: Its language.
        target: Its translation.
        there: The language of that.
    """
    wanted = _rates(source, here)
    if len(wanted) != _TWO:
        return None
    found = _rates(target, there)
    if len(found) != _TWO or not _is_crossed([one[0] for one in wanted], [one[0] for one in found]):
        return None
    return wanted[0][1], next(shown for rate, shown, _ in found if rate[0] == wanted[0][0][0])


def _is_crossed(wanted: list[Rate], found: list[Rate]) -> bool:
    (first, often), (second, seldom) = wanted
    if first == second or often & seldom:
        return False
    crossed = {first: seldom, second: often}
    return all(value in crossed and units & crossed[value] and not units - crossed[value] for value, units in found)


@lru_cache(maxsize=2048)
def _rates(text: str, language: Language) -> tuple[tuple[Rate, str, int], ...]:
    """How often something is done, a number of times and in what time; what has no time beside it is left out."""
    amounts = amounts_in(text, language)
    times = sorted((one for one in amounts if _is_how_often(one, language)), key=lambda one: one.start)
    if not 0 < len(times) <= _TWO:
        return ()
    folded = fold(fold_digits(text))
    own = (one for one in amounts if one in times or (one.units & CYCLES and one.value != 1))
    spans = [(one.start, one.start + len(one.shown)) for one in own]
    cycles = [
        (units & CYCLES, match)
        for units, match in units_in(unit_words(language), folded)
        if units & CYCLES and not any(start <= match.start() < end for start, end in spans)  # "for two weeks"
    ]
    found: list[tuple[Rate, str, int]] = []
    for one in times:
        stop = one.start + len(one.shown)
        near = [
            (len(between), units, folded[min(one.start, match.start()) : max(stop, match.end())])
            for units, match in cycles
            if not _CLAUSE.search(between := folded[min(stop, match.end()) : max(one.start, match.start())])
        ]
        if one.units & CYCLES:
            near = [(0, one.units, one.shown)]
        if not near:
            return ()
        gap, units, shown = min(near, key=lambda it: it[0])
        found.append(((one.value, units), shown, gap))
    return tuple(found)


def _is_how_often(one: Amount, language: Language) -> bool:
    """Whether an amount is a number of times; "once" may be the word for times alone: Polish "raz dziennie"."""
    if _TIMES <= one.units <= _DOSES:
        return True
    if one.value != 1 or one.digits or not one.units <= CYCLES:
        return False
    return bool(_TIMES & unit_words(language).meant(fold(one.shown).partition(" ")[0]))
