"""Facts of the front matter: ``{risk: 1, in: 1000}`` and its like, checked and never through a float."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from polyleaf.errors import nearest
from polyleaf.locales.units import UNITS
from polyleaf.manuscript.faults import FaultLog, Refusal
from polyleaf.model.facts import Date, Email, Fact, Number, Percent, Phone, Quantity, Risk, Term, Time, Web
from polyleaf.source import values
from polyleaf.source.dates import date
from polyleaf.source.phone_number import telephone
from polyleaf.source.yaml_tree import Entries, Entry, Scalar

T = TypeVar("T")

FACT_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_LANG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
_LARGEST_TOTAL = 10**9


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of fact: its required keys (the first names the kind), its other keys, how it is made."""

    required: tuple[str, ...]
    optional: tuple[str, ...]
    make: Callable[[Mapping[str, Scalar]], Fact]
    example: str


def read_fact(name: str, entry: Entry, log: FaultLog) -> Fact | None:
    """The fact, or None with its faults in ``log``."""
    if not FACT_NAME.fullmatch(name):
        log.add(
            f"A fact cannot be named {values.shown(name)}",
            entry.line,
            "Use letters, digits and _, such as fasting_food",
        )
        return None
    if not isinstance(entry.value, Entries):
        example = "{number: 65}, {percent: 75}, {risk: 1, in: 1000} or {quantity: 6, unit: hour}"
        log.add(f"The fact `{name}` does not say what it is", entry.line, f"Write {example}")
        return None
    kind = _kind(name, entry.value, entry.line, log)
    if kind is None:
        return None
    parts = _parts(name, entry.value, kind, log)
    if parts is None:
        return None
    try:
        return kind.make(parts)
    except Refusal as refusal:
        log.add(f"The fact `{name}`: {refusal.message}", entry.line, refusal.hint)
    return None


def _kind(name: str, value: Entries, line: int, log: FaultLog) -> _Kind | None:
    found = [key for key in value.entries if key in KINDS]
    if len(found) == 1:
        return KINDS[found[0]]
    if found:
        log.add(f"The fact `{name}` is several things: {', '.join(found)}", line, "Make one fact of each")
        return None
    guesses = (nearest(key, KINDS) for key in value.entries)
    near = next((guess for guess in guesses if guess), "")
    hint = f"Did you mean {KINDS[near].example}?" if near else f"It is one of: {', '.join(KINDS)}"
    log.add(f"The fact `{name}` does not say what it is", line, hint)
    return None


def _parts(name: str, value: Entries, kind: _Kind, log: FaultLog) -> dict[str, Scalar] | None:
    parts: dict[str, Scalar] = {}
    sound = True
    for key, part in value.entries.items():
        if key not in (*kind.required, *kind.optional):
            near = nearest(key, (*kind.required, *kind.optional))
            hint = f"Did you mean `{near}`?" if near else f"Write {kind.example}"
            log.add(f"The fact `{name}` has an unknown key `{values.shown(key)[1:-1]}`", part.line, hint)
            sound = False
        elif not isinstance(part.value, Scalar) or not part.value.text.strip():
            log.add(f"The fact `{name}`: `{key}` is not a single value", part.line, f"Write {kind.example}")
            sound = False
        else:
            parts[key] = part.value
    for key in kind.required:
        if key not in value.entries:
            log.add(f"The fact `{name}` lacks `{key}`", value.line, f"Write {kind.example}")
            sound = False
    return parts if sound else None


def _part(key: str, scalar: Scalar, read: Callable[[str], T]) -> T:
    """One part of a fact; a refusal names the part."""
    try:
        return read(scalar.text.strip())
    except Refusal as refusal:
        raise Refusal(f"`{key}` {refusal.message}", refusal.hint) from None


def _quoted(key: str, scalar: Scalar, read: Callable[[str], T], why: str) -> T:
    """A part that YAML must not take for a number."""
    if not scalar.is_text:
        raise Refusal(f"`{key}` has no quotes, {why}", f'Write {key}: "{scalar.text}"')
    return _part(key, scalar, read)


def _people(text: str) -> int:
    value = values.number(text)
    if value != value.to_integral_value() or not 0 <= value <= _LARGEST_TOTAL:
        raise Refusal(f"is {text}", f"It is a whole number of people, at most {_LARGEST_TOTAL}")
    return int(value)


def _amount(text: str) -> Decimal:
    value = values.number(text)
    if value < 0:
        raise Refusal(f"is {text}", "It cannot be less than nothing")
    return value


def _share(text: str) -> Decimal:
    value = values.number(text)
    if not 0 <= value <= 100:  # noqa: PLR2004 - a percentage of a whole
        raise Refusal(f"is {text}", "A percentage lies between 0 and 100")
    return value


def _unit(text: str) -> str:
    if text not in UNITS:
        near = nearest(text.removesuffix("s"), UNITS)
        raise Refusal(
            f"is {values.shown(text)}, which is not a unit",
            f"Did you mean {near}?"
            if near
            else f"Units: {', '.join(UNITS)}. What is counted is a number: {{number: 2}}",
        )
    return text


def _lang(text: str) -> str:
    if not _LANG.fullmatch(text):
        raise Refusal(f"is {values.shown(text)}, which is not a language", "Write it like en or zh-Hans")
    return text


def _risk(parts: Mapping[str, Scalar]) -> Risk:
    risk = Risk(_part("risk", parts["risk"], _people), _part("in", parts["in"], _people), _span(parts))
    if risk.total == 0 or risk.number > risk.total:
        raise Refusal(f"{risk.number} in {risk.total} cannot be", "The number after `in` is the larger one")
    return risk


def _span(parts: Mapping[str, Scalar]) -> Quantity | None:
    """The time in which a risk is counted."""
    if ("within" in parts) != ("unit" in parts):
        raise Refusal("`within` and `unit` go together", "Write {risk: 2, in: 100, within: 30, unit: day}")
    if "within" not in parts:
        return None
    unit = _part("unit", parts["unit"], _unit)
    if not UNITS[unit].cldr.startswith("duration-"):
        times = ", ".join(name for name, one in UNITS.items() if one.cldr.startswith("duration-"))
        raise Refusal(f"`unit` is {unit}, which is no time", f"A risk is counted within a time: {times}")
    return Quantity(_part("within", parts["within"], _amount), unit)


def _upper(parts: Mapping[str, Scalar], low: Decimal, read: Callable[[str], Decimal]) -> Decimal | None:
    if "to" not in parts:
        return None
    high = _part("to", parts["to"], read)
    if high <= low:
        raise Refusal(f"a range from {low} to {high}", "`to` is the larger number")
    return high


def _quantity(parts: Mapping[str, Scalar]) -> Quantity:
    unit = _part("unit", parts["unit"], _unit)
    read = values.number if UNITS[unit].below_zero else _amount
    value = _part("quantity", parts["quantity"], read)
    return Quantity(value, unit, _upper(parts, value, read))


def _bare(parts: Mapping[str, Scalar]) -> Number:
    value = _part("number", parts["number"], values.number)
    return Number(value, _upper(parts, value, values.number))


KINDS: dict[str, _Kind] = {
    "risk": _Kind(("risk", "in"), ("within", "unit"), _risk, "{risk: 1, in: 1000}"),
    "quantity": _Kind(("quantity", "unit"), ("to",), _quantity, "{quantity: 6, unit: hour}"),
    "number": _Kind(("number",), ("to",), _bare, "{number: 65}"),
    "percent": _Kind(
        ("percent",), (), lambda parts: Percent(_part("percent", parts["percent"], _share)), "{percent: 75}"
    ),
    "date": _Kind(("date",), (), lambda parts: Date(_part("date", parts["date"], date)), "{date: 2026-11-20}"),
    "time": _Kind(
        ("time",),
        (),
        lambda parts: Time(_quoted("time", parts["time"], values.time, "so YAML counts it in seconds or minutes")),
        '{time: "17:30"}',
    ),
    "phone": _Kind(
        ("phone",),
        (),
        lambda parts: Phone(_quoted("phone", parts["phone"], telephone, "so YAML drops its leading zeros")),
        '{phone: "0800 000 0000"}',
    ),
    "web": _Kind(
        ("web",), (), lambda parts: Web(_part("web", parts["web"], values.web)), '{web: "https://www.example.org"}'
    ),
    "email": _Kind(
        ("email",), (), lambda parts: Email(_part("email", parts["email"], values.email)), '{email: "ward@example.org"}'
    ),
    "term": _Kind(
        ("term", "lang"),
        (),
        lambda parts: Term(_part("term", parts["term"], values.words), _part("lang", parts["lang"], _lang)),
        '{term: "warfarin", lang: en}',
    ),
}
