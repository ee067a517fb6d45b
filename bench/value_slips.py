"""Slips in what a patient counts by: each function takes a correct text and gives it with one slip, or None."""

from __future__ import annotations

import datetime
import random
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

from bench.corpus import Corpus, Text

from polyleaf.locales.digits import write_digits
from polyleaf.locales.scripts import ZEROS
from polyleaf.model.facts import Date, Fact, Number, Percent, Phone, Quantity, Risk, Time

_EVEN = 0.5

Make = Callable[[Text, random.Random, Corpus], str | None]


def digit_changed(text: Text, dice: random.Random, _corpus: Corpus) -> str | None:
    """One digit is another one."""
    places = [place for place, char in enumerate(text.target) if char.isdecimal()]
    if not places:
        return None
    place = dice.choice(places)
    old = int(text.target[place])
    new = dice.choice([digit for digit in range(10) if digit != old])
    return f"{text.target[:place]}{new}{text.target[place + 1 :]}"


def digits_swapped(text: Text, dice: random.Random, _corpus: Corpus) -> str | None:
    """Two digits change places: 25 becomes 52."""
    pairs = [m.start() for m in re.finditer(r"(?=(\d)(\d))", text.target) if m[1] != m[2]]
    if not pairs:
        return None
    at = dice.choice(pairs)
    return text.target[:at] + text.target[at + 1] + text.target[at] + text.target[at + 2 :]


def decimal_moved(text: Text, dice: random.Random, _corpus: Corpus) -> str | None:
    """The decimal sign is lost or moved: 0.5 becomes 5 or 0.05, 250 becomes 25.0."""
    decimals = list(re.finditer(r"(\d)[.,](\d)(?!\d)", text.target))
    whole = list(re.finditer(r"(?<![\d.,:+])([1-9]\d)(?![\d:]|[.,]\d| \d)", text.target))
    sign = "," if any(",5" in text.printed("x", Number(Decimal("0.5"))) for _ in (0,)) else "."
    if decimals:
        match = dice.choice(decimals)
        new = dice.choice([f"{match[1]}{match[2]}", f"{match[1]}{sign}0{match[2]}"])
    elif whole:
        match = dice.choice(whole)
        new = f"{match[1][0]}{sign}{match[1][1]}" if match[1][1] != "0" else f"{match[1]}0"
    else:
        return None
    return text.target[: match.start()] + new + text.target[match.end() :]


def other_system_wrong(text: Text, dice: random.Random, corpus: Corpus) -> str | None:
    """The number in native digits, one of them wrong."""
    changed = digit_changed(text, dice, corpus)
    native = {"ur": "arabext", "pa": "guru", "gu": "gujr", "ta": "tamldec"}
    system = native.get(text.locale, text.view.language.digits)
    return None if changed is None or system == "latn" or system not in ZEROS else write_digits(changed, system)


OTHER_UNIT = {
    "hour": ("day", "minute"),
    "minute": ("hour", "second"),
    "day": ("week", "hour"),
    "week": ("day", "month"),
}
OTHER_DOSE = {"mg": ("mcg", "g"), "mcg": ("mg", "g"), "ml": ("l", "mg"), "IU": ("mg", "ml")}


def unit_slip(table: Mapping[str, tuple[str, ...]]) -> Make:
    """An amount keeps its number and gets another unit."""

    def make(text: Text, dice: random.Random, _corpus: Corpus) -> str | None:
        found = [(n, f) for n, f in text.facts.items() if isinstance(f, Quantity) and f.unit in table]
        if not found:
            return None
        name, fact = dice.choice(found)
        return _reprinted(text, name, fact, replace(fact, unit=dice.choice(table[fact.unit])))

    return make


def number_of_fact_changed(text: Text, dice: random.Random, _corpus: Corpus) -> str | None:
    """A whole amount is another one: 2 hours become 4 hours, 1 in 1,000 becomes 1 in 100."""
    found = [(name, fact) for name, fact in text.facts.items() if isinstance(fact, Quantity | Risk | Percent | Number)]
    if not found:
        return None
    name, fact = dice.choice(found)
    match fact:
        case Quantity(value, _, None) | Number(value, None):
            return _reprinted(text, name, fact, replace(fact, value=value * dice.choice([2, 10])))
        case Risk(number, total):
            return _reprinted(text, name, fact, Risk(number, total * 10 if dice.random() < _EVEN else total // 10))
        case Percent(value):
            return _reprinted(text, name, fact, Percent(100 - value))
    return None


def time_changed(text: Text, dice: random.Random, _corpus: Corpus) -> str | None:
    """Another time of day: an hour off, morning for evening."""
    found = [(name, fact) for name, fact in text.facts.items() if isinstance(fact, Time)]
    if found:
        name, fact = dice.choice(found)
        hours = dice.choice([1, 12])
        other = fact.value.replace(hour=(fact.value.hour + hours) % 24)
        return _reprinted(text, name, fact, Time(other))
    clocks = list(re.finditer(r"\b([01]\d):(\d\d)\b", text.target))
    if not clocks:
        return None
    match = dice.choice(clocks)
    return f"{text.target[: match.start()]}{(int(match[1]) + 2) % 24:02}:{match[2]}{text.target[match.end() :]}"


def date_changed(text: Text, dice: random.Random, _corpus: Corpus) -> str | None:
    """Another day or month."""
    found = [(name, fact) for name, fact in text.facts.items() if isinstance(fact, Date)]
    if not found:
        return None
    name, fact = dice.choice(found)
    day = fact.value
    other = dice.choice([day + datetime.timedelta(days=1), day.replace(month=day.month % 12 + 1), day.replace(day=2)])
    return _reprinted(text, name, fact, Date(other))


def phone_changed(text: Text, dice: random.Random, _corpus: Corpus) -> str | None:
    """One digit of a telephone number is another, or two change places."""
    found = [(name, fact) for name, fact in text.facts.items() if isinstance(fact, Phone)]
    if not found:
        return None
    name, fact = dice.choice(found)
    digits = [place for place, char in enumerate(fact.value) if char.isdigit()]
    place = dice.choice(digits)
    new = (int(fact.value[place]) + dice.randint(1, 9)) % 10
    return _reprinted(text, name, fact, Phone(f"{fact.value[:place]}{new}{fact.value[place + 1 :]}"))


def _reprinted(text: Text, name: str, fact: Fact, other: Fact) -> str | None:
    old, new = text.printed(name, fact), text.printed(name, other)
    changed = text.target.replace(old, new, 1)
    return changed if changed != text.target else None
