"""Facts: the numbers that matter, declared once and formatted per locale."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Risk:
    """A natural frequency: ``{risk: 1, in: 1000}`` reads "1 in 1,000".

    ``within`` is the time in which it is counted: ``{risk: 2, in: 100, within: 30, unit: day}``.
    """

    number: int
    total: int
    within: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: ``{quantity: 6, unit: hour}``; a range has ``to``: ``{quantity: 2, to: 3, unit: day}``.

    ``unit`` is a key of ``polyleaf.locales.units`` (hour, minute, day, week, month, year, mg, mcg, g, ml, cm, mm, ...).
    """

    value: Decimal
    unit: str
    to: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """A bare number, perhaps a range: ``{number: 65}``, ``{number: 2, to: 3}``."""

    value: Decimal
    to: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Percent:
    """A percentage: ``{percent: 75}``."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Date:
    """A calendar date: ``{date: 2026-11-20}``."""

    value: datetime.date


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day: ``{time: "17:30"}``."""

    value: datetime.time


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone number, printed exactly as written: ``{phone: "0800 000 0000"}``."""

    value: str


@dataclass(frozen=True, slots=True)
class Web:
    """A web address, printed as written without the scheme: ``{web: "https://www.nice.org.uk"}``."""

    value: str


@dataclass(frozen=True, slots=True)
class Email:
    """An e-mail address: ``{email: "ward@example.org"}``."""

    value: str


@dataclass(frozen=True, slots=True)
class Term:
    """Words that are kept as they are in every language (drug names, codes): ``{term: "warfarin", lang: en}``."""

    value: str
    lang: str


Fact = Risk | Quantity | Number | Percent | Date | Time | Phone | Web | Email | Term
