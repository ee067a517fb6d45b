"""Times of day in a text, in the way each language writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from polyleaf.locales.digits import decimal_sign
from polyleaf.model.language import Language
from polyleaf.reading.dial import (
    CJK_CLOCK,
    CJK_MINUTES,
    CLOCK,
    DOTTED,
    ENGLISH,
    ENGLISH_RANGE,
    HOUR_BEHIND,
    NOON,
    RANGE_BEFORE,
    WHOLE_HOUR,
    later,
)
from polyleaf.reading.time_ranges import LAST, REACH, Found, begin_of, end_of, is_after_noon, shares
from polyleaf.reading.words.clock import Clock, clock, past_space
from polyleaf.reading.words.numerals import numerals
from polyleaf.reading.words.units import unit_words

_QUARTERS = (15, 20, 30, 40, 45)
_HOURS = 24
_MINUTES = 60
_DIAL = 12 * _MINUTES
_DAYS, _HOUR = frozenset(("day",)), frozenset(("hour",))
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time of day: where it stands, minutes since midnight, and the bare numbers it may be written as elsewhere.

    ``written`` is whether it is in digits: "noon" is not. ``also`` is what else it may be: of "8 to 10 in the evening"
    the first is in the evening too.
    """

    start: int
    end: int
    minutes: int
    shown: str
    readings: tuple[tuple[Fraction, ...], ...]
    written: bool = True
    also: int | None = None


def times(text: str, language: Language, *, dotted: bool = False) -> Iterator[FoundTime]:
    """Times of day in folded text: 24 hours, or 12 with the language's words for the halves of the day.

    Args:
        text: Folded text.
        language: Its language.
        dotted: Whether "2.15" may be a time, where numbers have a comma; it may also be a chapter.
    """
    words = clock(language)
    named = tuple(_named(text, words))
    taken = [(one.start, one.end) for one in named if one.written]
    noons = [one.end for one in named if one.minutes == NOON * _MINUTES]
    found: list[Found] = []
    patterns = _patterns(words) if _DIGIT.search(text) else ()
    dotted = dotted and decimal_sign(language) == ","
    for match in (match for pattern in patterns for match in pattern.finditer(text)):
        hour = int(match[1])
        minute = CJK_MINUTES[match[3]] if match.re is CJK_CLOCK and match[3] else int(match[2] or 0)
        free = not any(match.start() < end and start < match.end() for start, end in taken)
        if not free or hour > _HOURS or minute >= _MINUTES:
            continue
        if _is_something_else(text, match, words, language):
            continue
        if match.re is DOTTED and not dotted and not words.is_dotted(text, match.start(), match.end()):
            continue
        taken.append((match.start(), match.end()))
        half = match[3] if match.re is ENGLISH else ""
        if not half or words.half_at(text, match.start(3))[1] > match.end():
            half = _half(text, match, words)  # German "3:15 am Nachmittag"
        found.append((match, hour, minute, half))
    begins = [one for end in found if (one := begin_of(text, end, words))]
    ends = [one for begin in found if (one := end_of(text, begin, words, language))]
    rest = [
        one
        for one in (*begins, *ends)
        if not any(one[0].start() < end and start < one[0].end() for start, end in taken)
    ]
    found += rest
    found.sort(key=lambda one: one[0].start())
    told: list[FoundTime] = []
    for place, (match, hour, minute, half) in enumerate(found):
        near = [found[at] for at in (place - 1, place + 1) if 0 <= at < len(found)]
        shared = not half and (
            any(shares(text, match, hour, one) for one in near) or is_after_noon(text, match, hour, noons, words)
        )
        if words.from_six and half:
            told.append(_from_six(match, hour, minute, half))
        elif words.from_six:
            bare = _time(match, hour, minute, half, shared=False)
            told.append(replace(bare, also=(bare.minutes + _DIAL // 2) % _DIAL))
        else:
            # "Half past five" is read as 5:30; who writes 24 hours writes 05:30.
            dial = match.re in (words.oclock, DOTTED, LAST) or (match.re is CLOCK and len(match[1]) == 1)
            either = dial and not half and words.either_half
            told.append(_time(match, hour, minute, half, shared=shared or either))
    yield from told
    # What stands beside its own time in digits says no other one.
    yield from (one for one in named if one.written or all(one.minutes != other.minutes for other in told))


def _named(text: str, words: Clock) -> Iterator[FoundTime]:
    """Times with a name of their own, and parts of the day that are an hour: these take no letters from other words."""
    named = [(one, minutes) for minutes, pattern in words.dial.items() for one in pattern.finditer(text)]
    for match, minutes in named:
        yield _of_name(text, match, minutes, words)
    for minutes, pattern in words.parts.items():
        for match in pattern.finditer(text):
            if not any(one.start() < match.end() and match.start() < one.end() for one, _ in named):
                found = _of_name(text, match, minutes, words)
                yield found if found.written else replace(found, end=found.start)


def _of_name(text: str, match: re.Match[str], minutes: int, words: Clock) -> FoundTime:
    """A time by its name: "noon", and "12 noon", which is said once."""
    hour, minute = divmod(minutes, _MINUTES)
    if minute:
        half = _half(text, match, words)
        return _time(match, hour, minute, half, shared=not half)  # Latvian "pustrijos"
    reading = (Fraction(hour % NOON or NOON),)
    said = WHOLE_HOUR.search(text, max(0, match.start() - REACH), match.start())
    said = said if said and Fraction(said[1]) in reading else HOUR_BEHIND.match(text, match.end())
    more = CJK_CLOCK.match(text, said.start(1)) if said else None
    if not said or Fraction(said[1]) not in reading or (more and more[more.lastindex or 1] != said[1]):
        alone = (reading,) if minutes else (reading, (Fraction(_HOURS),), (Fraction(0),))
        return FoundTime(match.start(), match.end(), minutes, match[0], alone, written=False)
    behind = words.behind_hour.match(text, said.end()) or said
    start, end = min(said.start(), match.start()), max(behind.end(), match.end())
    found = _time(said, hour, 0, "", shared=False)
    return replace(found, start=start, end=end, shown=text[start:end], readings=(*found.readings, reading))


def _is_something_else(text: str, match: re.Match[str], words: Clock, language: Language) -> bool:
    """Whether what looks like a time counts something."""
    units, behind = unit_words(language), past_space(text, match.end())
    if match.re is words.number and (
        units.after(text, match.end())[0] == _DAYS  # Russian "2 дня" are two days; of the afternoon is "в 2 часа дня"
        or not any(half.match(text, behind) for half in words.halves.values())
    ):
        return True
    if match.re is words.oclock and words.hour_counts_too and not words.half_before(text, match.start()):
        return bool(units.after(text, match.end(1))[0])
    if match.re is words.led and units.any.match(text, behind):
        return True
    if match.re is words.oclock and units.after(text, match.end(1))[1] > match.end() and not words.hour_counts_too:
        return True  # Tamil: மணி is the hour on the dial, மணி நேரம் an hour's time
    counted = units.leading_units(text, match.start())
    if counted and (counted != {"hour"} or match.re is words.oclock):
        return True  # Swahili "vidonge 2 asubuhi" are two tablets in the morning, Sinhala "පැය 6ට" are six hours
    # "1.58 billion", in a language that mostly writes 1,58; Dutch "6.00 uur" is no time that passes.
    counted = units.after(text, match.end())[0]
    return match.re is DOTTED and (counted not in (frozenset(), _HOUR) or _multiplied(text, match.end(), language))


def _multiplied(text: str, end: int, language: Language) -> bool:
    more = numerals(language).more
    return more is not None and more.match(text, end) is not None


def _patterns(words: Clock) -> tuple[re.Pattern[str], ...]:
    return (ENGLISH, ENGLISH_RANGE, CJK_CLOCK, CLOCK, words.oclock, words.led, words.number, DOTTED)


def _from_six(match: re.Match[str], hour: int, minute: int, half: str) -> FoundTime:
    """A time in a language that counts hours from six; some write those of the world's clocks all the same."""
    dial = (hour + NOON // 2) % NOON or NOON
    found = _time(match, dial, minute, half, shared=False)
    worlds = _time(match, hour, minute, half, shared=False)
    return replace(found, readings=worlds.readings, also=worlds.minutes)


def _time(match: re.Match[str], hour: int, minute: int, half: str, *, shared: bool) -> FoundTime:
    full = hour + later(hour, half)
    readings = [
        (Fraction(full), Fraction(minute)),
        (Fraction(f"{full}.{minute:02}"),),
        (Fraction(f"{full}{minute:02}"),),  # "1200 GMT"
    ]
    if minute in _QUARTERS:
        # Where nothing says that it is an hour, "half past two" is two and a half in most languages.
        part = Fraction(minute, _MINUTES)
        readings += [(one + part,) for one in {full, hour}] + [(Fraction(one), part) for one in {full, hour}]
    if minute == 0:
        # "8am" is "um 8" elsewhere; in words after noon ("5 in the evening") nobody adds twelve.
        readings += [(Fraction(full),), (Fraction(hour),)]
    else:
        readings.append((Fraction(hour), Fraction(minute)))  # "eight forty-five in the evening"
    if shared and hour < NOON:
        readings.append((Fraction(hour + NOON),))  # German "von 14 bis 16 Uhr"
    shown = f"{full % _HOURS}:{minute:02}"
    minutes = full % _HOURS * _MINUTES + minute
    also = (minutes + NOON * _MINUTES) % (_HOURS * _MINUTES) if shared and hour <= NOON else None
    return FoundTime(match.start(), match.end(), minutes, shown, tuple(readings), also=also)


def _half(text: str, match: re.Match[str], words: Clock) -> str:
    """The half of the day that the words beside a time say, or those before the range that it ends."""
    first = RANGE_BEFORE.search(text, max(0, match.start() - REACH), match.start())
    if first and match.re is words.oclock and not words.half_right_beside(text, match.start(), match.end()):
        # Hindi "रात 9 से 10 बजे": the half stands before the range, the word for the hour behind it.
        return words.half_before(text, first.start(1)) if int(first[1]) < int(match[1]) else ""
    return words.half_beside(text, match.start(), match.end())
