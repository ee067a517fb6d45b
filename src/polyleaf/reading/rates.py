"""How often something is done, "twice a week", and what its translation says: another time, or another thing's."""

from __future__ import annotations

import re
from functools import lru_cache
from operator import itemgetter

from polyleaf.locales.digits import fold_digits
from polyleaf.model.language import Language
from polyleaf.reading.amount import Value
from polyleaf.reading.amounts import amounts_in
from polyleaf.reading.words.bare_units import CYCLES, units_in
from polyleaf.reading.words.pattern import fold
from polyleaf.reading.words.units import unit_words

_TWO = 2
_HOURS = frozenset(("hour",))
_BESIDE = 8
"""Letters between "once" and the week of which it surely is."""
_CLAUSE = re.compile(r"[,;:.!?،؛۔।。，；、]")

Rate = tuple[Value, frozenset[str]]


def other_rate(source: str, here: Language, target: str, there: Language) -> tuple[str, str] | None:
    """The one rate of a sentence that became another: "once a day" and once a week; None if it did not.

    Args:
        source: A sentence.
        here: Its language.
        target: Its translation.
        there: The language of that.
    """
    wanted = _rates(source, here)
    found = _rates(target, there) if len(wanted) == 1 else ()
    if len(found) != 1:
        return None
    ((often, units), said, gap), ((again, others), shown, far) = wanted[0], found[0]
    # "Four times in 24 hours" is four times a day.
    sure = often == again and max(gap, far) <= _BESIDE and not (units | others) & _HOURS
    return (said, shown) if sure and not units & others else None


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
    """How often something is done, a number of times and in what time, with both words and the letters between them."""
    times = sorted((one for one in amounts_in(text, language) if one.units == {"times"}), key=lambda one: one.start)
    if not 0 < len(times) <= _TWO:
        return ()
    folded = fold(fold_digits(text))
    cycles = [(units & CYCLES, match) for units, match in units_in(unit_words(language), folded) if units & CYCLES]
    found: list[tuple[Rate, str, int]] = []
    for one in times:
        stop = one.start + len(one.shown)
        near = [
            (len(between), units, folded[min(one.start, match.start()) : max(stop, match.end())])
            for units, match in cycles
            if not _CLAUSE.search(between := folded[min(stop, match.end()) : max(one.start, match.start())])
        ]
        if not near:
            return ()
        gap, units, shown = min(near, key=itemgetter(0))
        found.append(((one.value, units), shown, gap))
    return tuple(found)
